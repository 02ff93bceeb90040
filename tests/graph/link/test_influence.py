"""Influence: each number is that of a regression without the firm, paradigm or country."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from statsmodels.regression.linear_model import OLS

from definer.graph.link.frame import Frame
from definer.graph.link.influence import influence_of
from definer.graph.link.sample import draw_sample

from .planted import frame_of, planted

FRAME = planted(0.3, n=60)


def effect(frame: Frame) -> float:
    sample = draw_sample(frame)
    return float(OLS(sample.outcome, np.column_stack([sample.power, sample.controls])).fit().params[0]) * sample.spread


def test_without_a_paradigm_a_group_a_firm_it_is_the_regression_of_the_rest() -> None:
    found = influence_of(FRAME, draw_sample(FRAME))
    for name, value in found.without_paradigm.items():
        rest = FRAME.subset([item.paradigm != name for item in FRAME.units])
        assert (value.n, value.estimate) == (rest.n, pytest.approx(effect(rest)))
    for name, value in found.without_group.items():
        assert value.estimate == pytest.approx(effect(FRAME.subset([item.group != name for item in FRAME.units])))
    each = {item.id: effect(FRAME.subset([other is not item for other in FRAME.units])) for item in FRAME.units}
    ends = found.without_firm["ratio"]
    assert ends is not None
    assert ends[0] == (min(each, key=lambda key: each[key]), pytest.approx(min(each.values())))
    assert ends[1] == (max(each, key=lambda key: each[key]), pytest.approx(max(each.values())))
    for item in found.firms:
        assert item.without == pytest.approx(each[item.id])


def test_dfbetas_by_leaving_out() -> None:
    sample = draw_sample(FRAME)
    design = np.column_stack([sample.power, sample.controls])
    whole = OLS(sample.outcome, design).fit().params[0]
    firm = influence_of(FRAME, sample).firms[0]
    at = [item.id for item in FRAME.units].index(firm.id)
    keep = np.arange(FRAME.n) != at
    rest = OLS(sample.outcome[keep], design[keep]).fit()
    scale = np.sqrt(rest.scale * np.linalg.inv(design.T @ design)[0, 0])
    assert firm.dfbetas == pytest.approx((whole - rest.params[0]) / scale)


def test_a_firm_that_makes_the_effect_is_found_and_unsettles_the_sign() -> None:
    quiet = planted(0.0, n=60, noise=0.01)
    top = max(quiet.units, key=lambda item: item.power["power"])
    wild = frame_of([replace(item, log_value=item.log_value + 9) if item is top else item for item in quiet.units])
    found = influence_of(wild, draw_sample(wild))
    assert found.firms[0].id == top.id
    assert found.firms[0].dfbetas > 2
    assert found.beyond_dfbetas >= 1
    ends = found.without_firm["ratio"]
    assert ends is not None
    assert ends[0][0] == top.id
    assert abs(ends[0][1]) < 0.05 < ends[1][1]


def test_stability_of_the_sign() -> None:
    strong = planted(1.0, n=100, noise=0.3)
    found = influence_of(strong, draw_sample(strong))
    assert all(found.stable(form, firms=firms) for form in ("ratio", "free") for firms in (True, False))
    opposite = planted(-1.0, n=100, noise=0.3)
    found = influence_of(opposite, draw_sample(opposite))
    assert not any(found.stable(form, firms=firms) for form in ("ratio", "free") for firms in (True, False))


def test_named_firms_are_there_or_say_why_not() -> None:
    units = [replace(item, id="nvidia") if at == 3 else item for at, item in enumerate(FRAME.units)]
    frame = frame_of(units, {"tesla": "essay_pair"})
    named = influence_of(frame, draw_sample(frame)).named
    assert getattr(named["nvidia"], "id", None) == "nvidia"
    assert (named["tesla"], named["microsoft"]) == ("essay_pair", "no_premium")


def test_what_is_left_may_be_too_little() -> None:
    frame = planted(0.3, n=40, paradigms=2)
    found = influence_of(frame, draw_sample(frame))
    assert {value.reason for value in found.without_paradigm.values()} == {"one_paradigm"}
    assert not found.stable("ratio", firms=False)
