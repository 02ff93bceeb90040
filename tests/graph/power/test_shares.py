from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from definer.graph.power import ScoreTie, ScoreTies, Spec
from definer.graph.power.shares import FilledSlot, fill_slots


def tie(key: str, provider: str, low: float | None = None, high: float | None = None, **more: Any) -> ScoreTie:
    return ScoreTie(key, "dell", provider, "os", "tech", date(1980, 1, 1), None, low, high, **more)


def fill(*ties: ScoreTie, as_of: str = "1990", **more: Any) -> FilledSlot:
    (slot,) = fill_slots(ScoreTies("pc", as_of, ties, **more), Spec())
    return slot


def shares(slot: FilledSlot) -> dict[str, float]:
    found: dict[str, float] = {}
    for part in slot.fills:
        found[part.provider] = found.get(part.provider, 0.0) + part.share
    return found


def test_a_stated_range_counts_with_its_middle() -> None:
    # .5-.7 -> .6, .2-.2 -> .2: named .8, unlisted .2 < rho = .25, so both are scaled to .75 in all.
    slot = fill(tie("1", "a", 0.5, 0.7), tie("2", "b", 0.2, 0.2))
    assert shares(slot) == pytest.approx({"a": 0.6 * 0.75 / 0.8, "b": 0.2 * 0.75 / 0.8})
    assert slot.residual == 0.25


def test_the_residual_is_the_larger_of_rho_and_what_is_unlisted() -> None:
    # Named .3: the coder already says that .7 is missing; rho adds nothing to that.
    slot = fill(tie("1", "a", 0.3, 0.3))
    assert slot.residual == pytest.approx(0.7)
    assert shares(slot) == pytest.approx({"a": 0.3})


def test_unknown_holds_its_share_within_the_residual() -> None:
    slot = fill(tie("1", "a", 0.6, 0.6), tie("2", "UNKNOWN", 0.4, 0.4))
    assert slot.residual == pytest.approx(0.4)
    assert shares(slot) == pytest.approx({"a": 0.6})


def test_blank_shares_split_what_the_stated_ones_leave() -> None:
    # a .8; b and c share the other .2: never a third of the whole each.
    slot = fill(tie("1", "a", 0.8, 0.8, closed=True), tie("2", "b"), tie("3", "c"))
    assert shares(slot) == pytest.approx({"a": 0.8, "b": 0.1, "c": 0.1})
    assert slot.residual == 0.0


def test_blank_shares_get_nothing_where_nothing_is_left() -> None:
    slot = fill(tie("1", "a", 1, 1), tie("2", "b"))
    assert shares(slot) == pytest.approx({"a": 0.75, "b": 0.0})


def test_middles_above_one_are_scaled_down() -> None:
    slot = fill(tie("1", "a", 0.9, 0.9, closed=True), tie("2", "b", 0.6, 0.6))
    assert shares(slot) == pytest.approx({"a": 0.6, "b": 0.4})


def test_a_closed_list_leaves_no_open_world_residual() -> None:
    assert shares(fill(tie("1", "a", closed=True))) == {"a": 1.0}
    # One closed row closes the slot; what the list does not account for stays residual.
    slot = fill(tie("1", "a", 0.5, 0.5, closed=True), tie("2", "b", 0.4, 0.4))
    assert slot.residual == pytest.approx(0.1)
    assert shares(slot) == pytest.approx({"a": 0.5, "b": 0.4})


def test_in_house_and_open_standards_take_share_and_rest_on_nobody() -> None:
    slot = fill(tie("1", "a"), tie("2", "IN_HOUSE"), tie("3", "OPEN:UNIX", closed=True))
    assert shares(slot) == pytest.approx({"a": 1 / 3})
    assert slot.residual == 0.0
    assert shares(fill(tie("1", "IN_HOUSE"))) == {}
    assert shares(fill(tie("1", "dell"), tie("2", "a", closed=True))) == pytest.approx({"a": 0.5})  # own name


def test_signed_and_not_delivered_weighs_nothing() -> None:
    slot = fill(tie("1", "a"), tie("2", "b", 0, 0))
    assert shares(slot) == pytest.approx({"a": 0.75, "b": 0.0})
    assert [part.delivered for part in slot.fills] == [True, False]
    nothing = fill(tie("1", "b", 0, 0, closed=True))
    assert (nothing.residual, shares(nothing)) == (1.0, {"b": 0.0})


def test_rows_of_one_provider_merge() -> None:
    # Blank rows of one provider are one provider: half of the slot each for a and b, not two thirds and one.
    assert shares(fill(tie("1", "a"), tie("2", "a"), tie("3", "b"))) == pytest.approx({"a": 0.375, "b": 0.375})
    # Stated contracts add up; a blank row beside them adds nothing.
    slot = fill(tie("1", "a", 0.2, 0.2, closed=True), tie("2", "a", 0.3, 0.3), tie("3", "a"), tie("4", "b"))
    assert shares(slot) == pytest.approx({"a": 0.5, "b": 0.5})


def test_confidence_moves_share_to_the_residual_not_to_rivals() -> None:
    slot = fill(tie("1", "a", confidence=0.5), tie("2", "b", confidence=0.9))
    assert shares(slot) == pytest.approx({"a": 0.375 * 0.5, "b": 0.375 * 0.9})


def test_a_second_weaker_row_does_not_lower_a_provider() -> None:
    slot = fill(tie("1", "a", confidence=0.9), tie("2", "a", confidence=0.5))
    assert shares(slot) == pytest.approx({"a": 0.75 * 0.9})


def test_criticality_is_the_highest_of_the_rows() -> None:
    assert fill(tie("1", "a", criticality=0.3), tie("2", "b", criticality=0.6)).criticality == 0.6


def test_a_tie_with_unknown_end_halves_every_half_life() -> None:
    # tech: 8 years. Last seen at the end of 1981, scored 8 and 16 years on; leap days make the 1e-3.
    seen = date(1981, 12, 31)
    for year, left in ((1989, 0.5), (1997, 0.25)):
        slot = fill(tie("1", "a", end_unknown=True, confirmed=seen, closed=True), as_of=str(year))
        assert shares(slot) == pytest.approx({"a": left}, rel=1e-3)
    # Never confirmed: since it began (1980-01-01).
    slot = fill(tie("1", "a", end_unknown=True, closed=True), as_of="1988-01-01")
    assert shares(slot) == pytest.approx({"a": 0.5}, rel=1e-3)
    assert shares(fill(tie("1", "a", end_unknown=True, confirmed=date(1999, 1, 1), closed=True))) == {"a": 1.0}


def test_an_open_tie_decays_once_nobody_looks_again() -> None:
    one = tie("1", "a", closed=True)
    assert shares(fill(one, as_of="2005", coded_to="2005")) == {"a": 1.0}
    # The day after the coded period counts as the last confirmation: 8 years on, half is left.
    assert shares(fill(one, as_of="2014-01-01", coded_to="2005")) == pytest.approx({"a": 0.5}, rel=1e-3)
    assert shares(fill(one, as_of="2014-01-01")) == {"a": 1.0}
    later = tie("1", "a", closed=True, confirmed=date(2010, 1, 1))
    assert shares(fill(later, as_of="2018-01-01", coded_to="2005")) == pytest.approx({"a": 0.5}, rel=1e-3)


def test_a_stated_end_does_not_decay() -> None:
    ended = ScoreTie("1", "dell", "a", "os", "tech", date(1980, 1, 1), date(2030, 1, 1), closed=True)
    assert shares(fill(ended, as_of="2020", coded_to="2005")) == {"a": 1.0}


@pytest.mark.parametrize(("layer", "years"), [("tech", 8), ("dist", 4), ("supply", 4)])
def test_each_layer_has_its_half_life(layer: str, years: int) -> None:
    one = ScoreTie("1", "dell", "a", "os", layer, date(1980, 1, 1), end_unknown=True, closed=True)  # type: ignore[arg-type]
    slot = fill(one, as_of=f"{1980 + years}-01-01")
    assert shares(slot) == pytest.approx({"a": 0.5}, rel=1e-3)


def test_slots_stand_in_order_whatever_the_order_of_the_ties() -> None:
    rows = [ScoreTie(f"{d}{s}", d, "a", s, "tech", date(1980, 1, 1)) for d in "cb" for s in "zy"]
    one, other = (fill_slots(ScoreTies("pc", "1990", tuple(order))) for order in (rows, rows[::-1]))
    assert one == other
    assert [(slot.dependent, slot.slot) for slot in one] == [("b", "y"), ("b", "z"), ("c", "y"), ("c", "z")]
