"""Cases at the edge of the batched engine's promises: slow circles, damping near 1, ids used twice."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from definer.graph.ensemble import Structure, Variants, evaluate, leave_out
from definer.graph.power.scoring import score_fast
from definer.graph.power.spec import Spec
from definer.graph.power.tie import ScoreTie, ScoreTies


def tie(key: str, dependent: str, provider: str, share: float | None = None) -> ScoreTie:
    return ScoreTie(
        key, dependent, provider, "s", "tech", date(1990, 1, 1), None, share, share, criticality=1.0, closed=True
    )


def table(*ties: ScoreTie) -> ScoreTies:
    return ScoreTies("p", "1990", ties)


@pytest.mark.parametrize("leak", [1e-2, 1e-3, 1e-4])
def test_a_slow_circle_still_reaches_its_fixed_point(leak: float) -> None:
    """j rests on k; k on j, but for `leak` on a. Without a, ell = (1 - leak) ell + leak: all is lost."""
    ties = table(tie("1", "j", "k"), tie("2", "k", "j", 1 - leak), tie("3", "k", "a", leak))
    plain = {firm.id: firm.lockin for firm in score_fast(ties).firms}
    found = evaluate(Structure.of(ties), Variants.same(1))
    assert plain["a"] == pytest.approx(1.0, abs=1e-8)
    assert found.lockin[found.nodes.index("a"), 0] == pytest.approx(1.0, abs=1e-8)


@pytest.mark.parametrize("alpha", [0.95, 0.99, 0.999])
def test_reach_equals_the_linear_solve_whatever_the_damping(alpha: float) -> None:
    spec = Spec(alpha=alpha)
    ties = table(tie("1", "j", "k"), tie("2", "k", "j"), tie("3", "z", "k"))
    plain = {firm.id: firm.reach for firm in score_fast(ties, spec).firms}
    found = evaluate(Structure.of(ties, spec), Variants.same(1, spec))
    for node, reach in zip(found.nodes, found.reach[:, 0], strict=True):
        assert reach == pytest.approx(plain[node], abs=1e-9, rel=0)


def test_an_id_used_twice_is_refused_or_left_out_whole() -> None:
    ties = table(tie("1", "j", "a"), tie("1", "k", "a"), tie("2", "l", "b"))
    found = leave_out(ties, [["1"]])
    assert np.array_equal(found.mass, [1.0])
    assert found.power[found.nodes.index("a"), 0] == 0.0
