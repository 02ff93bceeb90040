"""What adding a tie may do to a score: inside the scope of the axioms, and one case for each way out of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from definer.graph.power import ScoreTie, ScoreTies
from definer.graph.synthetic import planted_sample
from definer.graph.synthetic.axioms import (
    WEAKENINGS,
    added,
    coded,
    lowered,
    new_tie,
    overtaken,
    violations,
    weakened_tie,
)
from definer.graph.synthetic.engine import Totals, score_totals


def tie(dependent: str, provider: str, slot: str, criticality: float = 0.9, share: float | None = None) -> ScoreTie:
    return ScoreTie(
        f"{dependent}{provider}{slot}",
        dependent,
        provider,
        slot,
        "tech",
        date(1980, 1, 1),
        None,
        share,
        share,
        criticality,
    )


def table(*ties: ScoreTie) -> ScoreTies:
    return ScoreTies("pc", "1990", ties)


CHAIN = table(tie("j", "b", "s"), tie("b", "a", "s"))
SOLE = table(tie("j", "a", "s"), tie("x", "b", "s"))
TWO_SLOTS = table(
    replace(tie("j", "a", "core"), closed=True),
    replace(tie("j", "b", "side", 0.6, 0.98), closed=True),
    tie("x", "c", "s"),
)
CASES = {
    "confidence": (CHAIN, "s", {"reach", "lockin", "power"}),
    "revocability": (CHAIN, "s", {"lockin", "power"}),
    "share": (SOLE, "s", {"reach", "lockin", "power"}),
    "criticality": (TWO_SLOTS, "side", {"reach", "power"}),
    "sparse_slot": (TWO_SLOTS, "side", {"reach", "power"}),
}


def change(ties: ScoreTies, new: ScoreTie) -> tuple[Totals, Totals]:
    return score_totals(ties), score_totals(added(ties, new))


@pytest.mark.parametrize("kind", CASES)
def test_each_condition_is_needed(kind: str) -> None:
    ties, slot, falling = CASES[kind]
    good = new_tie(ties, "j", "a", slot)
    assert not any(lowered(*change(ties, good), "a").values())
    fell = lowered(*change(ties, WEAKENINGS[kind](good)), "a")
    assert {measure for measure, fall in fell.items() if fall} == falling


def test_to_declare_a_slot_closed_may_raise_a_rival_more() -> None:
    ties = table(
        tie("j", "b", "s", share=0.9), tie("x", "a", "s", 0.6), tie("x", "a", "t", 0.6), tie("y", "a", "s", 0.3)
    )
    new = new_tie(ties, "j", "a", "s")
    assert not any(overtaken(*change(ties, new), "a").values())
    before, after = change(ties, WEAKENINGS["closed"](new))
    assert not any(lowered(before, after, "a").values())
    gains = {firm: after["power"][firm] - before["power"][firm] for firm in "ab"}
    assert gains["b"] > gains["a"] > 0


def test_lock_in_may_lose_a_rank_though_reach_may_not() -> None:
    # x falls with a by its slot g already, so that a gains nothing from a second hold on x; c, on which a
    # rests more than b does, gains.
    dependents = [tie(f"e{i}", "a", "s") for i in range(4)] + [tie("e4", "a", "s", 0.6)]
    ties = table(tie("x", "a", "g", 0.6), tie("x", "b", "f"), tie("a", "c", "s"), tie("b", "c", "s", 0.6), *dependents)
    before, after = change(ties, new_tie(ties, "x", "a", "f"))
    assert not any(lowered(before, after, "a").values())
    assert before["lockin"]["a"] > before["lockin"]["c"]
    assert after["lockin"]["a"] == pytest.approx(before["lockin"]["a"])
    assert after["lockin"]["c"] > after["lockin"]["a"]
    assert overtaken(before, after, "a") == {"reach": False, "lockin": True, "power": False}


def test_the_score_may_lose_a_rank_before_a_long_chain_of_pure_dependence() -> None:
    # The same, with 40 firms in a row behind x: lock-in passes down the row undamped, and c's gain is the greater.
    row = [tie(f"y{i:02d}", f"y{i - 1:02d}" if i else "x", "s", 1.0) for i in range(40)]
    ties = table(
        *(tie("x", "a", "g", 0.6), tie("x", "b", "f"), tie("a", "c", "s"), tie("b", "c", "s", 0.6), tie("e", "c", "s")),
        *(replace(link, closed=True) for link in row),
    )
    ties = replace(ties, masses={"e": 2.4655})
    before, after = change(ties, new_tie(ties, "x", "a", "f"))
    assert before["power"]["a"] > before["power"]["c"]
    assert not any(lowered(before, after, "a").values())
    assert overtaken(before, after, "a") == {"reach": False, "lockin": False, "power": True}


def test_a_new_tie_is_like_the_ties_it_joins() -> None:
    ties = table(
        replace(tie("j", "b", "s", 0.6), confidence=0.9, revocability=0.6, layer="supply"),
        replace(tie("j", "c", "s", 0.3), confidence=0.5, revocability=0.2, layer="supply", closed=True),
    )
    new = new_tie(ties, "j", "a", "s")
    assert (new.criticality, new.confidence, new.revocability, new.closed, new.layer, new.middle) == (
        0.6, 0.9, 0.6, True, "supply", None,
    )  # fmt: skip
    fresh = new_tie(ties, "j", "a", "t")
    assert (fresh.confidence, fresh.closed) == (0.9, True)
    stranger = new_tie(ties, "k", "a", "s")
    assert (stranger.confidence, stranger.closed, stranger.revocability) == (1.0, False, 1.0)


def test_coded_ties_hold_everything_that_a_coder_may_write() -> None:
    sample = planted_sample(np.random.default_rng(0))
    ties = coded(np.random.default_rng(1), sample.ties)
    assert {tie.provider for tie in ties} >= {"IN_HOUSE", "UNKNOWN", "OPEN:standard"}
    assert {tie.closed for tie in ties} == {True, False}
    assert {tie.confidence for tie in ties} == {1.0, 0.9, 0.6}
    assert {tie.share_low is None for tie in ties} == {True, False}
    assert len({tie.id for tie in ties}) == len(ties)


def test_violations_are_counted_one_new_tie_at_a_time() -> None:
    doubtful = WEAKENINGS["confidence"](new_tie(CHAIN, "j", "a", "s"))
    sound = new_tie(CHAIN, "j", "a", "s")
    assert violations(score_totals, [(CHAIN, [doubtful, sound, doubtful])])["power"][0] == 2


@pytest.mark.parametrize("kind", WEAKENINGS)
def test_a_weakened_tie_joins_neighbours(kind: str) -> None:
    ties = planted_sample(np.random.default_rng(0), 36).ties
    weak = weakened_tie(np.random.default_rng(2), ties, kind)
    assert weak.dependent != weak.provider
    assert weak.dependent in {tie.dependent for tie in ties}
