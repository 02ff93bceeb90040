"""The batched engine against the plain one: shipped claims, every kind of variation, and the edges."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pytest

from definer.graph.ensemble import Structure, evaluate, leave_out
from definer.graph.power.scoring import PowerResult, score, score_fast
from definer.graph.power.spec import Spec
from definer.graph.power.tie import ScoreTie, ScoreTies
from definer.graph.uncertainty import ErrorModel, Noise
from definer.graph.uncertainty.sampling import sample

if TYPE_CHECKING:
    from collections.abc import Callable

    from definer.graph.ensemble import Ensemble, Variants
    from definer.knowledge import KnowledgeGraph

    Realize = Callable[[ScoreTies, Variants, int, Spec], tuple[ScoreTies, Spec]]

CASES = [("pc", "1990"), ("search", "2004"), ("mobile", "2012"), ("new_energy", "2023"), ("ai", "2025-11-15")]


def tie(key: str, dependent: str, provider: str, slot: str = "s", **more: object) -> ScoreTie:
    return ScoreTie(key, dependent, provider, slot, "tech", date(2000, 1, 1), **more)  # type: ignore[arg-type]


def largest_difference(found: Ensemble, column: int, plain: PowerResult) -> float:
    scores = {firm.id: (firm.power, firm.reach, firm.lockin) for firm in plain.firms}
    batched = {
        node: (found.power[i, column], found.reach[i, column], found.lockin[i, column])
        for i, node in enumerate(found.nodes)
        if found.company[i]
    }
    # A firm that left the table with its last tie has no power in the batch.
    return max(
        (float(np.abs(np.subtract(scores.get(node, (0.0, 0.0, 0.0)), row)).max()) for node, row in batched.items()),
        default=0.0,
    )


@pytest.mark.parametrize(("paradigm", "as_of"), [*CASES, ("new_energy", "2030"), ("pc", "1960")])
@pytest.mark.parametrize("spec", [Spec(), Spec(alpha=0.5, rho=0.1, weights=(0.3, 0.7), resourcing=1.4)])
def test_equals_the_plain_engine(kg: KnowledgeGraph, paradigm: str, as_of: str, spec: Spec) -> None:
    ties = kg.ties(paradigm, as_of)
    assert largest_difference(leave_out(ties, [()], spec), 0, score(ties, spec)) < 1e-9


@pytest.mark.parametrize(("paradigm", "as_of"), CASES)
def test_every_draw_equals_the_plain_score_of_the_table_drawn(
    kg: KnowledgeGraph, realize: Realize, paradigm: str, as_of: str
) -> None:
    ties, spec = kg.ties(paradigm, as_of), Spec()
    structure = Structure.of(ties, spec)
    variants = sample(structure, ErrorModel(), Noise(7, 6), spec)
    found = evaluate(structure, variants)
    for draw in range(6):
        table, settings = realize(ties, variants, draw, spec)
        assert largest_difference(found, draw, score_fast(table, settings)) < 1e-9


def test_every_kind_of_variation_matters(kg: KnowledgeGraph) -> None:
    ties = kg.ties("pc", "1990")
    structure = Structure.of(ties)
    whole = sample(structure, ErrorModel(), Noise(1, 4))
    default = evaluate(structure, whole).power
    for name in ("kept", "exists", "place", "weight", "criticality", "revocability"):
        without = evaluate(structure, replace(whole, **{name: None})).power
        assert np.abs(without - default).max() > 1e-6, name


def test_leaving_a_tie_out_equals_a_table_without_it(kg: KnowledgeGraph) -> None:
    ties = kg.ties("pc", "1990")
    chosen = [t.id for t in ties][::60]
    found = leave_out(ties, [[key] for key in chosen])
    for column, key in enumerate(chosen):
        without = replace(ties, ties=tuple(t for t in ties if t.id != key))
        assert largest_difference(found, column, score_fast(without)) < 1e-9


def test_chunks_do_not_change_a_number(kg: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    import definer.graph.ensemble.batch as module

    structure = Structure.of(kg.ties("mobile", "2012"))
    variants = sample(structure, ErrorModel(), Noise(3, 9))
    whole = evaluate(structure, variants)
    monkeypatch.setattr(module, "_NUMBERS_AT_ONCE", 1)
    single = evaluate(structure, variants)
    # A chunk ends its iteration when its slowest draw has converged, so the last digits may differ.
    np.testing.assert_allclose(single.power, whole.power, rtol=0, atol=1e-11)


def test_no_ties_give_no_nodes() -> None:
    found = leave_out(ScoreTies("ai", "2020", ()), [(), ()])
    assert found.nodes == ()
    assert found.power.shape == (0, 2)
    assert found.mass.tolist() == [0.0, 0.0]


def test_a_variant_in_which_everything_vanishes_is_all_zero() -> None:
    ties = ScoreTies("ai", "2020", (tie("a", "x", "y"), tie("b", "y", "z")))
    found = leave_out(ties, [(), ("a", "b"), ("a",)])
    assert found.power[:, 1].tolist() == [0.0, 0.0, 0.0]
    assert found.mass.tolist() == [2.0, 0.0, 1.0]
    assert np.isfinite(found.power).all()


@pytest.mark.parametrize("closed", [True, False])
def test_a_circle_of_pure_dependence(closed: bool) -> None:
    circle = [tie("a", "x", "y", closed=closed), tie("b", "y", "z", closed=closed), tie("c", "z", "x", closed=closed)]
    ties = ScoreTies("ai", "2020", tuple(circle))
    found = leave_out(ties, [(), ("a",)])
    assert largest_difference(found, 0, score(ties)) < 1e-9
    assert found.power[0, 0] == pytest.approx(found.power[1, 0])


def test_slots_filled_by_nobody_known_count_as_participants_only() -> None:
    rows = (
        tie("a", "x", "UNKNOWN"),
        tie("b", "y", "IN_HOUSE", closed=True),
        tie("c", "z", "OPEN:web"),
        tie("d", "z", "w", share_low=0.0, share_high=0.0),
    )
    ties = ScoreTies("ai", "2020", rows)
    found = leave_out(ties, [()])
    assert found.mass.tolist() == [3.0]
    assert found.power.max() == 0.0
    assert largest_difference(found, 0, score(ties)) == 0.0


def test_masses_weigh_dependents() -> None:
    rows = (tie("a", "x", "y"), tie("b", "z", "w"))
    ties = ScoreTies("ai", "2020", rows, masses={"x": 3.0})
    found, plain = leave_out(ties, [()]), score(ties)
    assert largest_difference(found, 0, plain) < 1e-12
    assert plain.firms[0].id == "y"
    assert plain.firms[0].power == pytest.approx(3 * plain.firms[1].power)
    with pytest.raises(ValueError, match="at least 0"):
        replace(ties, masses={"x": -1.0})
