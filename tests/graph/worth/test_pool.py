"""Baseline B1 without the firm itself and definers: by hand, on lists whose members are all known, refusals."""

from __future__ import annotations

import math

import numpy as np
import pytest

from definer.graph.store import Store
from definer.graph.worth.observations import Multiple
from definer.graph.worth.panel import Member, read_panel
from definer.graph.worth.pool import MINIMUM_LEFT, Pool, leave_out, quantile
from definer.graph.worth.reading import read_observations
from definer.graph.worth.reasons import Refusal


def published(low: float, middle: float, high: float, n: int) -> Multiple:
    return Multiple("ps-2025-chips-all", "chips", "price_to_sales", "2025", low, middle, high, n, ("list",))


def member(firm: str, multiple: float) -> Member:
    return Member(firm, 2025, "chips", multiple, 1.0, None, (f"{firm}-value", f"{firm}-sales"))


def pool(multiple: Multiple, members: list[Member], firm: str, definers: set[str]) -> Pool:
    found = leave_out(multiple, members, firm, definers)
    assert isinstance(found, Pool)
    return found


def test_by_hand() -> None:
    members = [member("a", 20.0), member("b", 5.0), member("c", 4.0), member("d", 1.0), member("e", 9.0)]
    found = pool(published(1.0, 4.0, 16.0, 32), members, "a", {"a", "b", "c", "z"})
    # Two above, one on the median: F = 1/2 - 2 / (2 x 32); an eighth of the way from the median to the first quartile.
    assert [(left.member.firm, left.side, left.itself, left.definer) for left in found.excluded] == [
        ("a", 1, True, True),
        ("b", 1, False, True),
        ("c", 0, False, True),
    ]
    assert found.rank == 0.46875
    assert found.middle == pytest.approx(4.0 ** (7 / 8))
    assert (found.n, found.known) == (29, 5)
    row = found.to_dict()
    assert (row["median"], row["n"], row["n_used"], row["known_members"]) == (4.0, 32, 29, 5)


def test_nobody_left_out_is_the_published_median_to_the_digit() -> None:
    found = pool(published(1.1, 3.753, 7.5, 32), [member("a", 2.0)], "stranger", set())
    assert (found.middle, found.rank, found.excluded) == (3.753, 0.5, ())


def test_quantiles_meet_the_quartiles() -> None:
    multiple = published(1.1, 3.7, 7.5, 32)
    assert [quantile(multiple, rank) for rank in (0.25, 0.5, 0.75)] == [1.1, 3.7, 7.5]
    ranks = np.linspace(0.25, 0.75, 101)
    values = [quantile(multiple, float(rank)) for rank in ranks]
    assert values == sorted(values)


@pytest.mark.parametrize(("n", "k", "most"), [(60, 8, 0.07), (94, 10, 0.06), (32, 8, 0.13)])
def test_error_on_lists_whose_members_are_all_known(n: int, k: int, most: float) -> None:
    """Error of the reading against the exact median of the rest, where dear firms are likelier to be definers."""
    generator = np.random.default_rng(5)
    read, left = [], []
    for _ in range(400):
        values = generator.lognormal(size=n)
        out = generator.choice(n, k, replace=False, p=values / values.sum())
        low, middle, high = (float(value) for value in np.quantile(values, [0.25, 0.5, 0.75]))
        members = [member(f"f{at}", float(values[at])) for at in out]
        found = leave_out(published(low, middle, high, n), members, "", {own.firm for own in members})
        exact = math.log(np.median(np.delete(values, out)))
        if isinstance(found, Pool):
            read.append(math.log(found.middle) - exact)
            left.append(math.log(middle) - exact)
    assert len(read) > 390
    assert np.sqrt(np.mean(np.square(read))) < most
    assert abs(np.mean(read)) < 0.04
    # The published median errs to one side, and by more: the reading must be worth its formula.
    assert np.mean(left) > 0.07
    assert np.sqrt(np.mean(np.square(left))) > 1.5 * np.sqrt(np.mean(np.square(read)))


def test_error_on_the_known_members_of_the_shipped_lists(store: Store) -> None:
    """The known members of a list, taken for the whole list, with the dearest three left out."""
    panel = read_panel(read_observations(store))
    errors, shifts = [], []
    for members in panel.by_list.values():
        if len(members) < 20:
            continue
        values = np.sort([own.multiple for own in members])
        low, middle, high = (float(value) for value in np.quantile(values, [0.25, 0.5, 0.75]))
        dear = {own.firm for own in sorted(members, key=lambda own: -own.multiple)[:3]}
        found = leave_out(published(low, middle, high, len(values)), members, "", dear)
        assert isinstance(found, Pool)
        exact = math.log(np.median(values[:-3]))
        errors.append(abs(math.log(found.middle) - exact))
        shifts.append(abs(math.log(middle) - exact))
    assert len(errors) >= 15
    assert np.mean(errors) < 0.05
    assert np.mean(errors) < 0.6 * np.mean(shifts)


def test_what_three_quartiles_do_not_carry_is_refused() -> None:
    members = [member(f"f{at}", 9.0) for at in range(12)]
    definers = {own.firm for own in members}
    assert leave_out(published(1, 2, 4, 22), members, "", definers) == Refusal("beyond_quartiles", "chips 2025: 0.23")
    assert leave_out(published(1, 2, 4, 21), members, "", definers) == Refusal("small_pool", "chips 2025: 21 - 12")
    assert MINIMUM_LEFT == 10
    assert isinstance(leave_out(published(1, 2, 4, 24), members, "", definers), Pool)
    assert leave_out(published(3, 2, 4, 30), [], "", ()) == Refusal("no_multiple", "chips")
    assert leave_out(published(0, 2, 4, 30), [], "", ()) == Refusal("no_multiple", "chips")


def test_the_firm_itself_moves_its_own_median_away_from_it() -> None:
    members = [member("dear", 9.0), member("cheap", 0.5)]
    multiple = published(1, 2, 4, 40)
    assert pool(multiple, members, "dear", set()).middle < 2 < pool(multiple, members, "cheap", set()).middle
