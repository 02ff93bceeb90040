"""What must not change a score: names, order, the scale of shares, isolates, a disjoint copy."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..names import NodeName
from ..power.tie import ScoreTie, ScoreTies
from .engine import Totals

if TYPE_CHECKING:
    from numpy.random import Generator

__all__ = ["difference", "disjoint_copy", "renamed", "rescaled", "with_isolates"]


def difference(left: Totals, right: Totals, names: dict[str, str] | None = None) -> float:
    """Largest change of any total from `left` to `right`; `names` maps the ids of `left` to those of `right`.

    Firms that `left` does not have are not compared.
    """
    called = names or {}
    return max(
        (
            abs(value - right[measure].get(called.get(firm, firm), 0.0))
            for measure, column in left.items()
            for firm, value in column.items()
        ),
        default=0.0,
    )


def renamed(rng: Generator, ties: ScoreTies) -> tuple[ScoreTies, dict[str, str]]:
    """Same ties in reverse order, with the ids of firms exchanged at random; and old id -> new id."""
    firms = sorted({tie.dependent for tie in ties} | {tie.provider for tie in ties if tie.is_named})
    names = dict(zip(firms, rng.permutation(firms).tolist(), strict=True))
    rows = (
        replace(tie, dependent=names[tie.dependent], provider=names.get(tie.provider, tie.provider))
        for tie in reversed(ties.ties)
    )
    masses = {names.get(firm, firm): mass for firm, mass in ties.masses.items()}
    return replace(ties, ties=tuple(rows), masses=masses), names


def rescaled(ties: ScoreTies, total: float) -> ScoreTies:
    """Same ties with equal stated shares that sum to `total` in every slot.

    In an open slot the size of `total` means nothing from ``1 - rho`` on, and above 1 in any slot: shares of
    coarse ranges are scaled.
    """
    sizes: dict[tuple[str, str], int] = {}
    for tie in ties:
        sizes[tie.dependent, tie.slot] = sizes.get((tie.dependent, tie.slot), 0) + 1

    def stated(tie: ScoreTie) -> ScoreTie:
        share = min(total / sizes[tie.dependent, tie.slot], 1.0)
        return replace(tie, share_low=share, share_high=share)

    return replace(ties, ties=tuple(map(stated, ties)))


def with_isolates(ties: ScoreTies, count: int = 20) -> ScoreTies:
    """Same ties and `count` firms that nothing rests on and that rest on nothing.

    Each stands in the names, and in the table with a tie that was signed and never delivered.
    """
    names = {f"isolate{i}": NodeName(f"isolate{i}", f"isolate{i}") for i in range(count)}
    first = ties.ties[0]
    rows = (
        replace(first, id=f"isolate{i}", provider=isolate, share_low=0.0, share_high=0.0)
        for i, isolate in enumerate(names)
    )
    known = {**ties.names, **names} if ties.names is not None else None
    return replace(ties, ties=(*ties.ties, *rows), names=known)


def disjoint_copy(ties: ScoreTies) -> ScoreTies:
    """Ties and a second, unconnected ecosystem like them."""

    def copied(tie: ScoreTie) -> ScoreTie:
        provider = f"copy-{tie.provider}" if tie.is_named or tie.provider == tie.dependent else tie.provider
        return replace(tie, id=f"copy-{tie.id}", dependent=f"copy-{tie.dependent}", provider=provider)

    names = None
    if ties.names is not None:
        names = {**ties.names, **{f"copy-{firm}": name for firm, name in ties.names.items()}}
    masses = {**ties.masses, **{f"copy-{firm}": mass for firm, mass in ties.masses.items()}}
    return replace(ties, ties=(*ties.ties, *map(copied, ties)), names=names, masses=masses)
