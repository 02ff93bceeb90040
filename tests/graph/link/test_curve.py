"""The specification curve: every estimate against a plain fit, every refusal counted, size and power of its test."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from math import prod

import numpy as np
import pytest

from definer.graph.link import Frame, SpecCurve, spec_curve
from definer.graph.link.curve_cells import all_cells
from definer.graph.link.curve_choices import (
    BASELINES,
    CHOICES,
    CONTROLS,
    ESTIMATORS,
    HAIRCUTS,
    OPTIONS,
    SAMPLES,
    TESTED,
)
from definer.graph.link.curve_data import CurveData
from definer.graph.link.curve_summary import Specification
from definer.graph.link.permuting import orders_within
from definer.knowledge import KnowledgeGraph

from ...bench.plain_curve import outcome, regression
from .sample import made_frame

CROSS = prod(len(OPTIONS[choice]) for choice in CHOICES)


@pytest.fixture(scope="module")
def shipped(kg: KnowledgeGraph) -> SpecCurve:
    return kg.spec_curve(permutations=99)


@pytest.fixture(scope="module")
def made() -> SpecCurve:
    return spec_curve(made_frame(4, 70, drop_b4=0.2), permutations=19)


def test_every_specification_is_run_or_refused_for_a_reason(shipped: SpecCurve, made: SpecCurve) -> None:
    for curve in (shipped, made):
        assert curve.n + sum(curve.refused.values()) == CROSS
        assert curve.n == len({tuple(spec.option(choice) for choice in CHOICES) for spec in curve.specifications})
    assert shipped.refused["no_baseline"] >= CROSS // len(BASELINES)
    assert made.refused["no_baseline"] == CROSS // 2  # B2 and B3


@pytest.mark.parametrize("estimator", ESTIMATORS)
def test_estimates_intervals_and_p_are_those_of_plain_fits(made: SpecCurve, estimator: str) -> None:
    some = [spec for spec in made.specifications if spec.estimator == estimator]
    some = some[:: 1 + len(some) // 50]
    assert {spec.sample for spec in some} == set(SAMPLES)
    assert {spec.baseline for spec in some} == {"B1", "B4"}
    for spec in some:
        fit = regression(made.frame, spec, outcome(made.frame, spec, None))
        assert spec.estimate == pytest.approx(fit.params[0], abs=1e-9)
        assert (spec.low, spec.high) == pytest.approx(tuple(fit.conf_int()[0]), abs=1e-9)
        assert spec.p == pytest.approx(fit.pvalues[0], abs=1e-9)
        assert spec.n == fit.nobs


def test_curves_under_the_null_are_those_of_plain_fits() -> None:
    frame = made_frame(4, 45, drop_b4=0.3)
    orders = orders_within(frame.strata, 2, 8)
    cells = all_cells(CurveData(frame), orders, TESTED)
    whole = [(cell, row) for cell in cells.found for row in range(len(cell.variants))]
    for cell, row in whole[::17]:
        variant = cell.variants[row]
        choices = (variant, cell.sample, cell.estimator, cell.controls, cell.baseline, cell.haircut)
        spec = Specification(*choices, 0.0, 0.0, 0.0, 0.0, 1.0, cell.n, tested=True)
        for column in (1, 2):
            fit = regression(frame, spec, outcome(frame, spec, orders[column]))
            assert cell.slopes.estimate[row, column] == pytest.approx(fit.params[0], abs=1e-9)
            assert cell.slopes.t[row, column] == pytest.approx(fit.tvalues[0], abs=1e-8)


def test_what_is_left_out_as_the_same_is_the_same(made: SpecCurve) -> None:
    """A haircut is refused only where a plain fit gives the very estimate that no haircut gives."""
    run = {tuple(spec.option(choice) for choice in CHOICES) for spec in made.specifications}
    missing = 0
    for spec in made.specifications[::11]:
        for haircut in HAIRCUTS[1:]:
            other = replace(spec, haircut=haircut)
            if tuple(other.option(choice) for choice in CHOICES) in run:
                continue
            missing += 1
            fit = regression(made.frame, other, outcome(made.frame, other, None))
            assert fit.params[0] == pytest.approx(spec.estimate, abs=1e-6)
    assert missing > 20


def test_the_registered_specification_of_the_shipped_claims(shipped: SpecCurve) -> None:
    own = shipped.registered
    assert own is not None
    fit = regression(shipped.frame, own, shipped.frame.premium())
    assert own.estimate == pytest.approx(fit.params[0], abs=1e-9)
    assert own.n == shipped.frame.n
    document = shipped.to_dict()
    row = document["curve"][document["primary"]]
    assert (row["variant"], row["controls"], row["sample"], row["haircut"]) == ("power", "age", "all", 1.0)


def test_the_document_is_plain_and_complete(shipped: SpecCurve) -> None:
    document = shipped.to_dict()
    json.dumps(document, allow_nan=False)
    assert document["specifications"] == len(document["curve"]) == shipped.n
    assert document["tested"] == sum(row["estimator"] != "tukey" for row in document["curve"])
    assert sum(test["n"] for test in document["joint"].values()) == document["tested"]
    estimates = [row["estimate"] for row in document["curve"]]
    assert estimates == sorted(estimates)
    assert sum(family["n"] for family in document["families"].values()) == shipped.n
    assert sum(variant["n"] for variant in document["variants"].values()) == shipped.n
    for variant in document["variants"].values():
        assert variant["positive"] + variant["negative"] == variant["n"]
        assert variant["lower"] <= variant["median"] <= variant["upper"]
    assert document["left_out"]["essay_pair"]["n"] > 0
    assert document["spec"]["sha256"] == shipped.frame.spec.sha256


def test_sign_share_counts_the_variants_of_power_alone(shipped: SpecCurve) -> None:
    power = [spec for spec in shipped.specifications if spec.variant not in ("in_degree", "pagerank", "revenue")]
    assert shipped.registered is not None
    same = [spec for spec in power if (spec.estimate > 0) == (shipped.registered.estimate > 0)]
    assert shipped.sign_share == len(same) / len(power)
    assert shipped.positive_share == sum(spec.estimate > 0 for spec in power) / len(power)


def test_moves_compare_like_with_like(shipped: SpecCurve) -> None:
    for move in shipped.moves:
        assert len({summary.n for _, summary in move.options}) == 1
    ranges = [move.reach for move in shipped.moves]
    assert ranges == sorted(ranges, reverse=True)


def test_the_same_seed_gives_the_same_curve(made: SpecCurve) -> None:
    again = spec_curve(made.frame, permutations=19).to_dict()
    assert again == made.to_dict()
    other = spec_curve(made.frame, permutations=19, seed=1).to_dict()
    assert other["curve"] == again["curve"]
    assert other["null_band"] != again["null_band"]


def test_without_permutations_there_is_no_test_and_no_band(made: SpecCurve) -> None:
    curve = spec_curve(made.frame, permutations=0)
    assert curve.joint == {}
    assert curve.to_dict()["null_band"] == {"low": [], "high": []}
    assert curve.to_dict()["curve"] == made.to_dict()["curve"]


@pytest.mark.parametrize("n", [0, 19])
def test_too_few_firms_run_nothing_and_say_so(n: int) -> None:
    frame = made_frame(2, 40)
    curve = spec_curve(frame.subset([place < n for place in range(40)]), permutations=9)
    assert curve.n == 0
    assert curve.registered is None
    assert curve.sign_share is None
    assert curve.adoption_suffices is None
    assert curve.refused == {"too_few_firms": CROSS}
    json.dumps(curve.to_dict(), allow_nan=False)


def test_power_that_does_not_vary_is_refused_variant_by_variant() -> None:
    frame = made_frame(2, 60)
    flat = replace(frame, units=tuple(replace(unit, power={**unit.power, "lockin": 0.0}) for unit in frame.units))
    curve = spec_curve(flat, permutations=9, estimators=("ratio",))
    assert curve.by_variant["lockin"].n == 0
    assert curve.by_variant["lockin"].median is None
    assert curve.refused["all_the_same"] == curve.by_variant["reach"].n


def test_one_country_and_one_paradigm_still_run() -> None:
    frame = made_frame(2, 200)
    one = frame.subset([unit.group == "US" and unit.paradigm == "p1" for unit in frame.units])
    more = frame.subset([unit.group == "US" for unit in frame.units])
    assert spec_curve(more, permutations=9, estimators=("ratio",)).n > 0
    curve = spec_curve(one, permutations=9, estimators=("ratio",))
    assert curve.n + sum(curve.refused.values()) == CROSS // len(ESTIMATORS)


def rejected(reps: int, make: Callable[[int], Frame]) -> list[int]:
    """How often each statistic, and all three, reject at the 5 % level."""
    counts = np.zeros(4, dtype=int)
    for seed in range(reps):
        test = spec_curve(make(seed), permutations=59, seed=seed, estimators=TESTED).joint["power"]
        below = [found.p <= 0.05 for found in (test.median, test.share, test.stouffer)]
        counts += [*below, all(below)]
    return counts.tolist()


def test_a_true_null_is_rejected_about_as_often_as_said() -> None:
    # Binomial with 30 draws: more than 6 less than once in a thousand at a size of .05.
    assert all(count <= 6 for count in rejected(30, lambda seed: made_frame(100 + seed, 80)))


def test_a_planted_effect_is_found() -> None:
    counts = rejected(4, lambda seed: made_frame(seed, 120, effect=0.8))
    assert counts[3] >= 3
    curve = spec_curve(made_frame(1, 120, effect=0.8), permutations=99)
    assert curve.sign_share == 1
    assert curve.joint["power"].median.observed > curve.joint["power"].median.null[2]
    assert curve.adoption_suffices is False


def test_adoption_counts_that_do_better_are_said_to_suffice() -> None:
    frame = made_frame(1, 120, effect=0.8)
    draw = np.random.default_rng(0)
    swapped = tuple(
        replace(unit, power={**unit.power, "in_degree": unit.power["power"], "power": float(draw.random())})
        for unit in frame.units
    )
    curve = spec_curve(replace(frame, units=swapped), permutations=0, estimators=TESTED)
    assert curve.adoption_suffices is True
    assert (curve.by_variant["in_degree"].median or 0) > 0.5 > (curve.by_variant["power"].median or 0)


def test_each_set_of_controls_holds_those_before_it() -> None:
    sets = list(CONTROLS.values())
    assert all(set(small) < set(large) for small, large in pairwise(sets))
