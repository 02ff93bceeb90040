"""An invented ecosystem: its ties as a curator would have recorded them, and the truth they were drawn from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from ..names import NodeName
from ..power.tie import ScoreLayer, ScoreTie, ScoreTies

if TYPE_CHECKING:
    from numpy.random import Generator

__all__ = ["AS_OF", "Draft", "Sample", "draft_ties", "ids"]

AS_OF: Final = "2000"
_START: Final = date(1990, 1, 1)


class Draft(NamedTuple):
    """A tie before it has an id."""

    dependent: str
    provider: str
    layer: ScoreLayer
    slot: str
    criticality: float


@dataclass(frozen=True)
class Sample:
    """Ties with labels.

    Parameters
    ----------
    ties : ScoreTies
        What was observed; its names are those of all `firms`.
    firms : tuple of str
        Every firm of the ecosystem, whether or not a tie of it was observed.
    definers, chokepoints, decoys : frozenset of str
        Firms with direct power, with power through others only, and with many dependents but no power.
    """

    ties: ScoreTies
    firms: tuple[str, ...]
    definers: frozenset[str] = frozenset()
    chokepoints: frozenset[str] = frozenset()
    decoys: frozenset[str] = frozenset()

    @property
    def powerful(self) -> frozenset[str]:
        """All firms with planted power."""
        return self.definers | self.chokepoints


def ids(rng: Generator, firms: int) -> list[str]:
    """Ids in random order, so that no rule about equal scores can profit from the alphabet."""
    return [f"f{i:03d}" for i in rng.permutation(firms).tolist()]


def draft_ties(paradigm: str, drafts: Sequence[Draft], firms: Iterable[str]) -> ScoreTies:
    """Ties of the drafts, certain, at will, in open slots and without stated shares."""
    rows = tuple(
        ScoreTie(
            f"t{i:05d}",
            draft.dependent,
            draft.provider,
            draft.slot,
            draft.layer,
            _START,
            criticality=draft.criticality,
        )
        for i, draft in enumerate(drafts)
    )
    return ScoreTies(paradigm, AS_OF, rows, {firm: NodeName(firm, firm) for firm in firms})
