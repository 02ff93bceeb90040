from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
import pytest

from definer.graph.power import ScoreTie, ScoreTies
from definer.graph.power.lockin import binding_losses, loss_matrix, vulnerability
from definer.graph.power.projection import Projection, project


def tie(key: str, dependent: str, provider: str, slot: str = "os", **more: Any) -> ScoreTie:
    return ScoreTie(key, dependent, provider, slot, "tech", date(1980, 1, 1), **more)


def model(*ties: ScoreTie) -> Projection:
    return project(ScoreTies("pc", "1990", ties))


def losses(projection: Projection, target: str) -> dict[str, float]:
    found = loss_matrix(projection)[projection.nodes.index(target)]
    return {node: loss for node, loss in zip(projection.nodes, found.tolist(), strict=True) if loss}


def test_a_chain_solved_by_hand() -> None:
    # Without a: b loses .9 * .75 = .675; c loses .6 * .75 * .675 = .30375 through b.
    # Without b: c loses .6 * .75 = .45. Without d: c loses .9 * .75 = .675.
    projection = model(tie("1", "b", "a"), tie("2", "c", "b", criticality=0.6), tie("3", "c", "d", "cpu"))
    assert losses(projection, "a") == pytest.approx({"b": 0.675, "c": 0.30375})
    assert losses(projection, "b") == pytest.approx({"c": 0.45})
    assert losses(projection, "d") == pytest.approx({"c": 0.675})
    assert vulnerability(loss_matrix(projection)) == pytest.approx([0, 0.675, 0.675, 0])


def test_across_slots_the_worst_loss_binds() -> None:
    projection = model(tie("1", "b", "a", criticality=0.6), tie("2", "b", "a", "cpu", criticality=0.9))
    assert losses(projection, "a") == pytest.approx({"b": 0.675})  # max(.45, .675), not their sum
    target = projection.nodes.index("a")
    assert binding_losses(projection, target, loss_matrix(projection)) == pytest.approx([0.675, 0.45])


def test_within_a_slot_providers_substitute() -> None:
    projection = model(tie("1", "c", "a"), tie("2", "c", "b"))
    assert losses(projection, "a") == pytest.approx({"c": 0.9 * 0.375})


def test_a_common_supplier_of_substitutes_is_felt_through_both() -> None:
    # c has a and b half each (.375); both rest on z: each loses .675, so c loses .9 * .75 * .675.
    projection = model(tie("1", "c", "a"), tie("2", "c", "b"), tie("3", "a", "z"), tie("4", "b", "z"))
    assert losses(projection, "z") == pytest.approx({"a": 0.675, "b": 0.675, "c": 0.9 * 0.75 * 0.675})


def test_what_cannot_be_withheld_locks_nobody_in() -> None:
    assert losses(model(tie("1", "b", "a", revocability=0.2)), "a") == pytest.approx({"b": 0.9 * 0.75 * 0.2})
    assert losses(model(tie("1", "b", "a", revocability=0.0)), "a") == {}


def test_a_cycle_solved_by_hand() -> None:
    # a: half z, half b; b: half a, half in-house; c = .5, closed. Without z:
    # a = .5 (.5 + .5 b), b = .5 * .5 a  =>  a = .25 / (1 - .0625) = .2666..., b = a / 4.
    half: dict[str, Any] = {"criticality": 0.5, "closed": True}
    projection = model(
        tie("1", "a", "z", **half),
        tie("2", "a", "b", **half),
        tie("3", "b", "a", **half),
        tie("4", "b", "IN_HOUSE", **half),
    )
    assert losses(projection, "z") == pytest.approx({"a": 4 / 15, "b": 1 / 15}, abs=1e-11)


def test_a_cycle_of_pure_dependence_does_not_fail_by_itself() -> None:
    full: dict[str, Any] = {"criticality": 1.0, "closed": True}
    projection = model(tie("1", "a", "b", **full), tie("2", "b", "a", **full), tie("3", "y", "z", **full))
    assert losses(projection, "z") == {"y": 1.0}
    assert losses(projection, "a") == {"b": 1.0}


def test_the_iteration_contracts_with_the_stated_modulus() -> None:
    generator = np.random.default_rng(3)
    pairs = {(int(d), int(p), int(s)) for d, p, s in generator.integers(0, 12, size=(80, 3)) if d != p}
    projection = model(*(tie(f"{d}-{p}-{s}", f"f{d}", f"f{p}", f"s{s % 3}") for d, p, s in sorted(pairs)))
    modulus = 0.9 * 0.75
    exact = loss_matrix(projection)
    reached = np.zeros_like(exact)
    for steps in range(1, 11):
        for target in range(len(projection.nodes)):
            worst = np.zeros(len(projection.nodes))
            np.maximum.at(worst, projection.dependents, binding_losses(projection, target, reached))
            worst[target] = 0.0
            reached[target] = worst
        assert np.abs(reached - exact).max() <= modulus**steps + 1e-12
    for target in range(len(projection.nodes)):  # the result is the fixed point
        by_slot = binding_losses(projection, target, exact)
        worst = np.zeros(len(projection.nodes))
        np.maximum.at(worst, projection.dependents, by_slot)
        worst[target] = 0.0
        assert worst == pytest.approx(exact[target], abs=1e-11)


def test_nobody_no_losses() -> None:
    assert loss_matrix(model()).shape == (0, 0)
    assert loss_matrix(model(tie("1", "b", "IN_HOUSE"))).tolist() == [[0.0]]
    assert vulnerability(loss_matrix(model())).shape == (0,)
