"""Placebo industries: what combines how, what the verdict says, and who is not on a list."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
import pytest

from definer.graph.gap import Placebo
from definer.graph.gap.elsewhere import gap_elsewhere
from definer.graph.gap.industry_lists import Quartiles, latest_list, read_industry_lists
from definer.graph.gap.placebo import Combined, Industry, combine, gap_placebo
from definer.graph.gap.resampling import firm_counts
from definer.graph.worth import Refusal
from definer.knowledge import KnowledgeGraph

from .samples import frame_of, planted, unit


def industry(gap: float, error: float, key: str = "x") -> Industry:
    return Industry(key, key, key, "control", gap, error, (1.0, 1.0), (10, 10), 0, 50, ("a", "b"))


def row(name: str, scope: str, middle: float, year: str = "2025", n: int = 30, spread: float = 1.1) -> Quartiles:
    return Quartiles(
        f"{name}-{scope}-{year}", name, scope, year, middle / spread, middle, middle * spread, n, name, name, "s"
    )


def lists(gaps: Mapping[str, float]) -> list[Quartiles]:
    """Industries whose medians differ by these log points."""
    return [
        entry
        for name, gap in gaps.items()
        for entry in (row(name, "US", math.exp(gap)), row(name, "CN_HK", 1.0), row(name, "all", 1.0, n=100))
    ]


def test_random_effects_by_hand() -> None:
    """DerSimonian and Laird's estimate, and the variance of Hartung and Knapp."""
    gaps, errors = np.array([0.2, 0.6, 1.0, 0.9]), np.array([0.1, 0.2, 0.15, 0.3])
    found = combine([industry(gap, error) for gap, error in zip(gaps, errors, strict=True)])
    assert isinstance(found, Combined)
    w = 1 / errors**2
    q = (w * (gaps - (w @ gaps) / w.sum()) ** 2).sum()
    tau2 = max(0.0, (q - 3) / (w.sum() - (w**2).sum() / w.sum()))
    v = 1 / (errors**2 + tau2)
    mean = (v @ gaps) / v.sum()
    assert found.gap.value == pytest.approx(mean)
    assert found.error**2 == pytest.approx((v * (gaps - mean) ** 2).sum() / 3 / v.sum())
    assert found.gap.high == pytest.approx(mean + 3.182446 * found.error, abs=1e-5)


def test_few_industries_are_refused() -> None:
    found = combine([industry(0.1, 0.1), industry(0.2, 0.1)])
    assert isinstance(found, Refusal)
    assert found.code == "gap_few_industries"


@pytest.mark.parametrize(
    ("control", "verdict"),
    [
        ([0.0, 0.01, -0.01, 0.0], "beyond_country_discount"),
        ([0.49, 0.5, 0.51, 0.5], "country_discount"),
        ([1.49, 1.5, 1.51, 1.5], "smaller_than_placebo"),
    ],
)
@pytest.mark.parametrize("turned", [False, True])
def test_verdict(control: list[float], verdict: str, turned: bool) -> None:
    """A gap in premium of about 0.5 beside control industries with none, the same, and more; either way round."""
    from definer.graph.gap import gap_sample

    frame = planted(120, slope=0.0, country=0.5).frame
    sample = gap_sample(frame, *(("CN", "US") if turned else ("US", "CN")), ["CN", "US"])
    rows = lists({f"i{at}": gap for at, gap in enumerate(control)})
    found = gap_placebo(sample, firm_counts(sample.in_a, 199, 0), rows, {}, 0)
    assert isinstance(found, Placebo)
    assert found.verdict == verdict
    assert found.control.industries == 4
    assert isinstance(found.paradigm, Refusal)
    assert found.did_lists is None


def test_industries_by_their_part_of_paradigm_firms() -> None:
    sample = planted(120)
    rows = lists({"utilities": 0.1, "banks": 0.2, "food": 0.3, "retail": 0.4, "software": 0.5})
    firms = {"utilities": 5, "retail": 6, "software": 90}
    found = gap_placebo(sample, firm_counts(sample.in_a, 9, 0), rows, firms, 0)
    assert isinstance(found, Placebo)
    kinds = {one.id: one.kind for one in found.industries}
    assert kinds == {
        "utilities": "control", "banks": "control", "food": "control", "retail": "mixed", "software": "paradigm",
    }  # fmt: skip
    assert isinstance(found.strict, Refusal)


def test_the_latest_list_up_to_the_date() -> None:
    rows = [row("banks", "US", 1.0, year) for year in ("2020", "2024", "2025")]
    assert {one.year for one in latest_list(rows, "2025-11-15")} == {"2025"}
    assert {one.year for one in latest_list(rows, "2025-03")} == {"2024"}
    assert latest_list(rows, "2023") == ()


def test_shipped_lists(kg: KnowledgeGraph) -> None:
    rows = latest_list(read_industry_lists(kg.store), kg.as_of)
    banks = {one.scope: one for one in rows if one.industry == "banking"}
    assert (banks["US"].middle, banks["US"].n, banks["CN_HK"].middle, banks["CN_HK"].n) == (1.782, 46, 0.82, 51)
    assert {one.year for one in rows} == {"2025"}


def test_a_country_without_lists_is_named() -> None:
    sample = planted(120)
    rows = [one for one in lists({"a": 0.1, "b": 0.1, "c": 0.1}) if one.scope != "CN_HK"]
    found = gap_placebo(sample, firm_counts(sample.in_a, 9, 0), rows, {}, 0)
    assert isinstance(found, Refusal)
    assert (found.code, found.detail) == ("gap_no_multiples", "CN")


def test_third_countries() -> None:
    firms = [
        unit(f"{code}{at}", code, premium=level)
        for code, level in (("US", 1.0), ("CN", 0.2), ("JP", 0.0))
        for at in range(12)
    ]
    from definer.graph.gap import gap_sample

    frame = frame_of(*firms)
    found = gap_elsewhere(frame, gap_sample(frame, "US", "CN", ["CN", "JP", "US"]), 99, 0)
    assert [(one.country, one.n) for one in found] == [("US", (12, 12)), ("CN", (12, 12))]
    assert [one.gap.value for one in found] == pytest.approx([1.0, 0.2])
    few = frame_of(*(one for one in firms if one.country != "JP"))
    assert gap_elsewhere(few, gap_sample(few, "US", "CN", ["CN", "US"]), 99, 0) == ()
