"""How many definitions each country has by its ties alone: rule T of METHOD 1.8.

Country X holds side z of paradigm p when the joint withdrawal of all its companies costs foreign dependents at
least theta of that side: their average loss through the side's slots, over those who have one. Each side counts
0.5, and both add up. Holdings, events and money are not read.

The loss is put on two scales. ``activity`` is METHOD's: the part of a dependent's activity that is lost. No loss
can pass the *ceiling*, what dependents would lose if every named provider of the world withdrew, and in real data
the ceiling may lie below theta: criticality below 1, in-house and open parts, revocability and the share that
nobody listed all lower it, so that no country could hold the side whatever the facts. ``ceiling`` is therefore
shown beside it: the loss as a part of that ceiling. It asks who holds what can be withheld at all, and trusts the
lists: unlisted rivals, the reason for the open-world residual, no longer count.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, get_args

from ...ontology.values import earliest, latest
from ..power.projection import project
from ..power.spec import Spec
from ..power.tie import Evidence
from ..ties import TieHistory
from .countries import CountryLoss, country_losses
from .withdrawal import SIDES, Side, on_side

__all__ = ["SCALES", "Scale", "SideHeld", "TieCount", "date_of", "side_losses", "tie_counts"]

Scale = Literal["activity", "ceiling"]
"""What a loss is a part of: the dependent's activity, or what every named provider together could cost."""
SCALES: Final[tuple[Scale, ...]] = get_args(Scale)
_PER_SIDE: Final = 0.5
_SLACK: Final = 1e-12
_CLOSE: Final = 0.05


@dataclass(frozen=True, slots=True)
class SideHeld:
    """Loss of foreign dependents through one side of a paradigm by the withdrawal of each country.

    Attributes
    ----------
    as_of : str
        Date of the ties: the end of the coded period where the date asked for lies beyond it.
    before_coded : bool
        The date lies before the paradigm's ties were coded.
    participants : int
        Organizations with at least one slot of the paradigm, of whatever country.
    losses : tuple of CountryLoss
        Sorted by loss, the largest first.
    """

    paradigm: str
    side: Side
    as_of: str
    before_coded: bool
    participants: int
    losses: tuple[CountryLoss, ...]

    def holders(self, theta: float, scale: Scale) -> tuple[str, ...]:
        """Countries that hold the side."""
        return tuple(sorted(loss.country for loss in self.losses if _value(loss, scale) >= theta - _SLACK))

    def close(self, theta: float, scale: Scale) -> tuple[str, ...]:
        """Countries within 0.05 of the threshold on either side: there a coder's decision may decide."""
        return tuple(sorted(loss.country for loss in self.losses if abs(_value(loss, scale) - theta) < _CLOSE))

    @property
    def reachable(self) -> float:
        """Largest ceiling of any country's foreign dependents; where theta lies above it nobody can hold the side."""
        return max((loss.ceiling or 0.0 for loss in self.losses), default=0.0)


@dataclass(frozen=True, slots=True)
class TieCount:
    """Definitions per country by rule T at one threshold on one scale.

    Attributes
    ----------
    definitions : tuple of (country, definitions, sides)
        The largest first; sides as (paradigm, side).
    """

    theta: float
    scale: Scale
    definitions: tuple[tuple[str, float, tuple[tuple[str, str], ...]], ...]


def date_of(history: TieHistory, as_of: str, *, decay: bool = False) -> str:
    """Date whose ties speak for a paradigm as of `as_of`.

    A count of definitions includes paradigms that have passed, but their ties were looked at up to a date only, and
    fade after it: ties of 2005 say nothing about 2025. So a paradigm is taken at the end of its coded period, or as
    of the date if that comes earlier. With `decay` the date itself is taken.
    """
    if decay or history.coded_to is None or latest(as_of) <= latest(history.coded_to):
        return as_of
    return history.coded_to


def side_losses(
    histories: Mapping[str, TieHistory],
    countries: Mapping[str, str],
    as_of: str,
    spec: Spec,
    evidence: Evidence = "all",
    *,
    decay: bool = False,
) -> tuple[SideHeld, ...]:
    """Losses of foreign dependents per paradigm and side, in the order of `histories`."""
    found = []
    for paradigm, history in histories.items():
        date = date_of(history, as_of, decay=decay)
        ties = history.at(date, evidence=evidence)
        projection = project(ties, spec)
        before = history.coded_from is not None and latest(date) < earliest(history.coded_from)
        for side in SIDES:
            losses = country_losses(projection, ties, countries, slots=on_side(projection, side))
            order = sorted(losses, key=lambda loss: (-(loss.average or 0.0), loss.country))
            found.append(SideHeld(paradigm, side, date, before, projection.n, tuple(order)))
    return tuple(found)


def tie_counts(sides: Sequence[SideHeld], thetas: Sequence[float]) -> tuple[TieCount, ...]:
    """Definitions per country at each threshold on both scales."""
    return tuple(_count(sides, theta, scale) for scale in SCALES for theta in thetas)


def _count(sides: Sequence[SideHeld], theta: float, scale: Scale) -> TieCount:
    held: dict[str, list[tuple[str, str]]] = {}
    for side in sides:
        for country in side.holders(theta, scale):
            held.setdefault(country, []).append((side.paradigm, side.side))
    order = sorted(held, key=lambda country: (-len(held[country]), country))
    return TieCount(
        theta, scale, tuple((country, _PER_SIDE * len(held[country]), tuple(held[country])) for country in order)
    )


def _value(loss: CountryLoss, scale: Scale) -> float:
    found = loss.average if scale == "activity" else loss.share
    return found or 0.0
