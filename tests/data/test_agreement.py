"""Krippendorff's alpha: the published examples, the limits, and the shipped second coding."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from definer.data.agreement import FIELDS, agreement, alpha, shipped_coding


def test_the_published_nominal_example() -> None:
    # Krippendorff (2011), example B: two coders, twelve units, five categories; alpha = 0.692.
    ben, gerry = "aabbdcccedda", "babbbccceddd"
    assert alpha(list(zip(ben, gerry, strict=True)), "nominal") == pytest.approx(0.692, abs=5e-4)


def test_agreement_is_one_and_chance_is_about_nothing() -> None:
    same = [(0.3, 0.3), (0.6, 0.6), (0.9, 0.9)]
    for level in ("nominal", "ordinal", "interval"):
        assert alpha(same, level) == pytest.approx(1.0)
    opposite = [(0, 1), (1, 0)] * 20
    assert (alpha(opposite, "nominal") or 0) < -0.9
    mixed = [(one, other) for one in range(4) for other in range(4)] * 5
    assert abs(alpha(mixed, "interval") or 1) < 0.05


def test_a_near_miss_costs_less_than_a_far_one_unless_nominal() -> None:
    rows = [(1, 1), (2, 2), (3, 3), (4, 4)] * 3
    near, far = [*rows, (1, 2)], [*rows, (1, 4)]
    for level in ("ordinal", "interval"):
        assert (alpha(near, level) or 0) > (alpha(far, level) or 0)
    assert (alpha(near, "nominal") or 0) == pytest.approx(alpha(far, "nominal") or 0, abs=0.02)


def test_the_interval_form_is_that_of_its_definition() -> None:
    # alpha = 1 - Do / De, both sums of squared differences over pairs of values (Krippendorff 2011, D).
    pairs = [(1, 2), (3, 3), (5, 4), (2, 2), (4, 1)]
    values = [value for pair in pairs for value in pair]
    observed = sum((one - other) ** 2 for one, other in pairs) / len(pairs)
    n = len(values)
    expected = sum((one - other) ** 2 for one in values for other in values) / (n * (n - 1))
    assert alpha(pairs, "interval") == pytest.approx(1 - observed / expected)


@pytest.mark.parametrize("pairs", [[], [(1, 1)], [(1, 1), (1, 1)]])
def test_alpha_is_not_defined_without_variation(pairs: list[tuple[int, int]]) -> None:
    assert alpha(pairs, "interval") is None


def test_blank_cells_are_missing_and_groups_are_parts(tmp_path: Path) -> None:
    path = tmp_path / "coding.csv"
    heads = ["paradigm", "evidence", *(f"{who}_{field}" for field in FIELDS for who in ("first", "second"))]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, heads, restval="")
        writer.writeheader()
        for paradigm, evidence, one, other in (
            ("pc", "known", "a", "a"), ("pc", "sourced", "b", "b"), ("ai", "known", "a", "b"), ("ai", "known", "a", ""),
        ):  # fmt: skip
            writer.writerow(
                {"paradigm": paradigm, "evidence": evidence, "first_provider": one, "second_provider": other}
            )
    found = {(one.field, one.group): one for one in agreement(path)}
    assert (found["provider", "all"].n, found["provider", "pc"].n, found["provider", "known"].n) == (3, 2, 2)
    assert found["provider", "pc"].alpha == pytest.approx(1.0)
    assert found["provider", "all"].plain == pytest.approx(2 / 3)
    assert (found["share", "all"].n, found["share", "all"].alpha, found["share", "all"].plain) == (0, None, None)


def test_the_shipped_second_coding() -> None:
    with shipped_coding().open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) > 600
    assert len({row["id"] for row in rows}) == len(rows)
    found = {one.field: one for one in agreement() if one.group == "all"}
    assert list(found) == list(FIELDS)
    assert found == {one.field: one for one in agreement() if one.group == "all"}, "the same bytes every time"
    for one in found.values():
        assert one.alpha is not None
        assert one.low is not None
        assert one.high is not None
        assert -1 <= one.low <= one.alpha <= one.high <= 1
    assert (found["provider"].alpha or 0) > 0.75
