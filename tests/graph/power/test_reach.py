from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
import pytest

from definer.graph.power import ScoreTie, ScoreTies, Spec
from definer.graph.power.projection import Projection, dependence, project
from definer.graph.power.reach import reach_exact, reach_pagerank


def tie(key: str, dependent: str, provider: str, slot: str = "os", **more: Any) -> ScoreTie:
    return ScoreTie(key, dependent, provider, slot, "tech", date(1980, 1, 1), **more)


def model(*ties: ScoreTie) -> Projection:
    return project(ScoreTies("pc", "1990", ties))


def reach(projection: Projection, alpha: float = 0.85) -> dict[str, float]:
    return dict(zip(projection.nodes, reach_exact(projection, alpha).tolist(), strict=True))


CHAIN = (tie("1", "b", "a"), tie("2", "c", "b", criticality=0.6), tie("3", "c", "d", "cpu"))


def test_intensity_is_the_noisy_or_of_the_slots() -> None:
    # c: q = 1 - (1 - .6)(1 - .9) = .96, split .6 : .9 -> .384 and .576; b: q = .9 in one slot.
    projection = model(*CHAIN)
    assert [(slot.dependent, slot.slot) for slot in projection.slots] == [("b", "os"), ("c", "cpu"), ("c", "os")]
    assert projection.intensity == pytest.approx([0.9, 0.576, 0.384])


def test_a_chain_solved_by_hand() -> None:
    # B_ba = .9 * .75 = .675, B_cb = .384 * .75 = .288, B_cd = .576 * .75 = .432; u = 1 for b and c.
    # R_b = .288, R_d = .432, R_a = (u_b + .85 R_b) B_ba = (1 + .2448) * .675 = .84024.
    assert reach(model(*CHAIN)) == pytest.approx({"a": 0.84024, "b": 0.288, "c": 0.0, "d": 0.432}, abs=1e-12)


def test_a_slot_filled_in_house_dilutes_the_others() -> None:
    # q = 1 - .1 * .1 = .99, half of it in-house: B = .495 * .75 = .37125; alone it would be .9 * .75 = .675.
    assert reach(model(tie("1", "b", "a"), tie("2", "b", "IN_HOUSE", "cpu")))["a"] == pytest.approx(0.37125)


def test_a_firm_that_makes_everything_itself_takes_part_and_rests_on_nobody() -> None:
    projection = model(tie("1", "b", "IN_HOUSE"))
    assert (projection.nodes, projection.n) == (("b",), 1)
    assert reach_exact(projection) == pytest.approx([0.0])
    assert reach_pagerank(projection) == pytest.approx([0.0])


def test_a_cycle_of_pure_dependence_is_finite() -> None:
    # B = 1 both ways, u = 1: R = 1 + .85 R, so R = 1 / .15.
    full: dict[str, Any] = {"criticality": 1.0, "closed": True}
    projection = model(tie("1", "a", "b", **full), tie("2", "b", "a", **full))
    assert reach_exact(projection) == pytest.approx([1 / 0.15, 1 / 0.15])
    assert reach_pagerank(projection) == pytest.approx([1 / 0.15, 1 / 0.15])


def test_parallel_slots_add_up() -> None:
    # Two slots at a: q = .99, all of it with a: B = .99 * .75.
    assert reach(model(tie("1", "b", "a"), tie("2", "b", "a", "cpu")))["a"] == pytest.approx(0.99 * 0.75)


def test_criticality_zero_carries_nothing() -> None:
    projection = model(tie("1", "b", "a", criticality=0.0))
    assert reach_exact(projection).tolist() == [0.0, 0.0]
    assert reach_pagerank(projection).tolist() == [0.0, 0.0]


def test_no_ties_no_reach() -> None:
    projection = model()
    assert (reach_exact(projection).shape, reach_pagerank(projection).shape) == ((0,), (0,))


@pytest.mark.parametrize("alpha", [0.5, 0.85, 0.99])
def test_networkx_agrees_with_the_linear_solve(alpha: float) -> None:
    generator = np.random.default_rng(7)
    rows = [
        tie(f"{i}", f"f{d}", f"f{p}", f"s{s}", criticality=0.3 * (1 + s % 3), confidence=0.5 + 0.4 * (i % 2))
        for i, (d, p, s) in enumerate(generator.integers(0, 40, size=(300, 3)))
        if d != p
    ]
    projection = model(*rows)
    assert np.abs(reach_exact(projection, alpha) - reach_pagerank(projection, alpha)).max() < 1e-9


def test_row_sums_stay_below_one() -> None:
    projection = model(*(tie(f"{i}{s}", f"f{i}", f"f{(i * s) % 9}", f"s{s}") for i in range(9) for s in range(2, 5)))
    sums = np.asarray(dependence(projection).sum(axis=1)).ravel()
    assert (sums <= 1 - Spec().rho + 1e-12).all()
