"""Columns of the regression, and every reason to refuse one."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from definer.graph.link.frame import Frame
from definer.graph.link.sample import draw_sample, refusal_of, settled

from .planted import frame_of, planted


def changed(frame: Frame, **fields: object) -> Frame:
    return frame_of([replace(item, **fields) for item in frame.units])  # type: ignore[arg-type]


def test_the_free_form_has_the_baseline_among_its_controls() -> None:
    frame = planted(0.3)
    ratio, free = draw_sample(frame, "ratio"), draw_sample(frame, "free")
    assert free.names == (*ratio.names, "log_implied")
    assert free.outcome == pytest.approx([item.log_value for item in frame.units])
    assert free.outcome - free.controls[:, -1] == pytest.approx(ratio.outcome)


def test_the_spread_is_pooled_within_paradigm_by_hand() -> None:
    sample = draw_sample(planted(0.0, n=10, paradigms=2))
    inner = sum(np.var(sample.power[sample.strata == code]) * 5 for code in range(2))
    assert sample.spread == pytest.approx(np.sqrt(inner / 8))


def test_a_good_frame_is_not_refused() -> None:
    assert refusal_of(planted(0.3)) is None


@pytest.mark.parametrize(
    ("frame", "code", "detail"),
    [
        (planted(0.3, n=19), "too_few_firms", "19 < 20"),
        (planted(0.3, paradigms=1), "one_paradigm", "p0"),
        (changed(planted(0.3), power={"power": 0.0}), "power_constant", ""),
        (
            frame_of([replace(item, log_value=item.log_implied["B1"]) for item in planted(0.3).units]),
            "premium_constant",
            "",
        ),
        (planted(0.3, n=22, paradigms=11), "too_many_parameters", "22 < 18 + 5"),
        (
            frame_of([replace(item, log_growth=None if item.id > "f110" else 0.1) for item in planted(0.3).units]),
            "value_missing",
            "f111, f112, f113, f114, f115",
        ),
    ],
)
def test_refusals(frame: Frame, code: str, detail: str) -> None:
    found = refusal_of(frame)
    assert found is not None
    assert (found.code, found.detail) == (code, detail)
    assert found.text("en") != found.text("zh")


def test_collinear_columns_are_named_and_no_other() -> None:
    # Everybody of the first paradigm is Chinese, everybody else is not: one column is the sum of three.
    frame = frame_of(
        [replace(item, group="CN" if item.paradigm == "p0" else "other", country=None) for item in planted(0.3).units]
    )
    found = refusal_of(frame)
    assert found is not None
    assert found.code == "collinear"
    assert set(found.detail.split(", ")) == {"country:other", "paradigm:p1", "paradigm:p2", "paradigm:p3"}


def test_power_that_the_paradigm_determines_is_named() -> None:
    frame = frame_of([replace(item, power={"power": float(item.paradigm[1])}) for item in planted(0.3).units])
    found = refusal_of(frame)
    assert found is not None
    assert "power" in found.detail.split(", ")


def test_one_country_drops_its_control_and_says_so() -> None:
    frame = changed(planted(0.3), group="CN", country="CN")
    sample = draw_sample(frame)
    assert refusal_of(frame) is None
    assert sample.constant == ("country",)
    assert not [name for name in sample.names if name.startswith("country")]


def test_one_kind_of_mark_drops_its_control_and_says_so() -> None:
    sample = draw_sample(changed(planted(0.3), private=False))
    assert sample.constant == ("private",)
    assert "private" not in sample.names


def test_a_firm_with_a_control_to_itself_is_dropped_and_counted() -> None:
    units = [replace(item, private=item.id == "f007") for item in planted(0.3).units]
    frame = frame_of(units)
    refused = refusal_of(frame)
    assert refused is not None
    assert (refused.code, refused.detail) == ("own_parameter", "f007")
    left = settled(frame)
    assert left.n == frame.n - 1
    assert left.dropped == {"f007": "own_parameter"}
    assert left.left_out == {"own_parameter": 1}
    assert refusal_of(left) is None
    assert settled(left) is left
