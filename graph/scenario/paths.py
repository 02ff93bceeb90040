"""Through which ties a firm's power changed: the parts of its score after less those before (METHOD 1.10)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from ..plain_values import plain, rounded
from ..power.comparison import PartDifference, compare
from ..power.explanation import Explanation, explain
from ..power.spec import DEFAULT_SPEC, Spec
from ..power.tie import ScoreTies

__all__ = ["FirmPaths", "PathChange", "changed_places", "firm_paths"]

_PARTS: Final = 3
_SAME: Final = 1e-12
Kind = Literal["direct", "indirect", "participants"]


@dataclass(frozen=True, slots=True)
class PathChange:
    """One part of a firm's score that changed.

    Attributes
    ----------
    facet, dependent, slot : str
        Where the part stands: reach by last tie, lock-in by the dependent and its binding slot.
    before, after : float
        In units of power.
    kind : str
        ``direct``: ties of this very slot were changed; ``indirect``: more or less rests on, or is lost by, the
        dependent itself; ``participants``: only the number of participants changed.
    chain : tuple of str
        Of lock-in, from dependent to firm, after the scenario (before it, if the part is gone).
    ties : tuple of str
        Ids of the slot's ties that the scenario added, removed or changed.
    """

    facet: str
    dependent: str
    slot: str
    before: float
    after: float
    kind: Kind
    chain: tuple[str, ...]
    ties: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return {
            "facet": self.facet,
            "dependent": self.dependent,
            "slot": self.slot,
            "before": plain(self.before),
            "after": plain(self.after),
            "change": plain(self.after - self.before),
            "kind": self.kind,
            "chain": list(self.chain),
            "ties": list(self.ties),
        }


@dataclass(frozen=True, slots=True)
class FirmPaths:
    """Parts of a firm's change, the largest first; `rest` is what the parts not shown sum to."""

    firm: str
    change: float
    parts: tuple[PathChange, ...]
    rest: float

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        parts = [part.to_dict() for part in self.parts]
        return {"firm": self.firm, "change": rounded(self.change), "parts": parts, "rest": rounded(self.rest)}


def changed_places(before: ScoreTies, after: ScoreTies) -> dict[tuple[str, str], tuple[str, ...]]:
    """Ids of ties that are not the same on both sides, by dependent and slot."""
    first, second = {tie.id: tie for tie in before}, {tie.id: tie for tie in after}
    found: dict[tuple[str, str], list[str]] = {}
    for key in sorted({**first, **second}):
        if first.get(key) != second.get(key):
            for place in sorted({(tie.dependent, tie.slot) for tie in (first.get(key), second.get(key)) if tie}):
                found.setdefault(place, []).append(key)
    return {place: tuple(ties) for place, ties in found.items()}


def firm_paths(before: ScoreTies, after: ScoreTies, firm: str, spec: Spec = DEFAULT_SPEC) -> FirmPaths:
    """The parts of a firm's score that a scenario changed most.

    Parameters
    ----------
    firm : str
        Id of an organization; a group has parts too.
    """
    second, first = explain(after, firm, spec), explain(before, firm, spec)
    found = compare(second, first)
    places = changed_places(before, after)
    chains = {**_chains(first), **_chains(second)}
    moved = [part for part in found.parts if abs(part.value) > _SAME]
    parts = tuple(_path(part, places, chains) for part in moved[:_PARTS])
    return FirmPaths(firm, found.difference, parts, sum(part.value for part in moved[_PARTS:]))


def _chains(side: Explanation) -> dict[tuple[str, str], tuple[str, ...]]:
    return {(part.dependent, part.slot): part.chain for part in side.parts if part.chain}


def _path(
    part: PartDifference,
    places: Mapping[tuple[str, str], tuple[str, ...]],
    chains: Mapping[tuple[str, str], tuple[str, ...]],
) -> PathChange:
    place = (part.dependent, part.slot)
    kind: Kind = "direct" if place in places else "indirect"
    if kind == "indirect" and abs(part.dependence) <= _SAME:
        kind = "participants"
    chain = chains.get(place, ()) if part.facet == "lockin" else ()
    return PathChange(part.facet, *place, part.b, part.a, kind, chain, places.get(place, ()))
