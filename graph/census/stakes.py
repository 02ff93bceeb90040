"""What to look for next: the cells of the census on which most of a lead hangs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from statistics import mean
from typing import TYPE_CHECKING, Any

from ..power.projection import Projection, project
from ..power.reach import reach_exact
from ..power.result import Result, Setting, setting_of
from ..power.scoring import score_fast
from ..power.spec import DEFAULT_SPEC, Spec
from ..power.tie import ScoreTie, ScoreTies

if TYPE_CHECKING:
    from ..power.reach import Vector
    from ..ties import TieHistory

__all__ = ["Research", "Stake", "research"]


@dataclass(frozen=True, slots=True)
class Stake:
    """A cell, one slot of one firm, with rows that rest on memory or name nobody.

    Attributes
    ----------
    providers : tuple of str
        Whom memory names, and ``UNKNOWN``.
    unknown : bool
        Whether some of the slot is said to be filled by nobody known.
    first_year, last_year : int
        Years in which the cell was open.
    at_stake : float
        Mean over the coded years of the score that one firm would gain if it filled the open part of the slot.
    of_lead : float
        Mean over the coded years of the same in parts of the leader's lead, at most 1 in a year: what of the verdict
        hangs on the cell.
    """

    dependent: str
    slot: str
    providers: tuple[str, ...]
    unknown: bool
    first_year: int
    last_year: int
    at_stake: float
    of_lead: float

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return asdict(self) | {"providers": list(self.providers)}


@dataclass(frozen=True)
class Research(Result):
    """Open cells of a paradigm, the one on which most hangs first."""

    stakes: tuple[Stake, ...]
    years: tuple[int, ...]
    of: Setting

    @property
    def setting(self) -> Setting:
        """What the stakes rest on, as of the last coded year."""
        return self.of

    def records(self) -> Sequence[Mapping[str, Any]]:
        """One row per open cell."""
        return [stake.to_dict() for stake in self.stakes]


def research(history: TieHistory, years: Sequence[int], spec: Spec = DEFAULT_SPEC) -> Research:
    """Open cells of a paradigm by what of its verdicts hangs on them.

    A cell is open in a year if some of its rows then rest on memory or name nobody. Its stake is what the score of one
    firm would gain if the open part of the slot were its own: the reach through the cell, (u_j + alpha R_j) kappa_jf s,
    and the dependent's own loss, u_j c_jf s r, weighted as the score weighs its facets, over sum(u).

    The stake is an approximation, and no bound: it asks about nobody in particular. Too little, because it leaves out
    what the loss would cause further on. Too much for a firm on which the dependent rests already, since its ties are
    combined, not added; and, to within a few thousandths, for one in a loop: R_j counts the firm itself where it rests
    on the dependent, and the score does not. Of 576 unknown cells of the shipped claims handed to one of four firms
    each, the firm's score gained the stake at the median, and between a sixth of it and six times as much at the ends.
    So it ranks work, and is no score.

    Parameters
    ----------
    history : TieHistory
    years : sequence of int
        Coded years; the ties are read at the end of each.

    Raises
    ------
    ValueError
        If there is no year.
    """
    if not years:
        raise ValueError("no year to look at")
    stakes: dict[tuple[str, str], dict[int, tuple[float, float]]] = {}
    providers: dict[tuple[str, str], set[str]] = {}
    tables = {year: history.at(str(year)) for year in years}
    for year, ties in tables.items():
        if not len(ties):
            continue
        lead = _lead(ties, spec)
        for cell, stake, rows in _open_cells(ties, spec):
            part = 1.0 if lead <= 0 else min(1.0, stake / lead)
            stakes.setdefault(cell, {})[year] = (stake, part)
            providers.setdefault(cell, set()).update(tie.provider for tie in rows)
    found = [
        Stake(
            *cell,
            tuple(sorted(providers[cell])),
            "UNKNOWN" in providers[cell],
            min(of),
            max(of),
            sum(stake for stake, _ in of.values()) / len(years),
            sum(part for _, part in of.values()) / len(years),
        )
        for cell, of in stakes.items()
    ]
    found.sort(key=lambda stake: (-stake.of_lead, -stake.at_stake, stake.dependent, stake.slot))
    last = tables[years[-1]]
    n = len({tie.dependent for tie in last})
    return Research(tuple(found), tuple(years), setting_of(last, spec, n))


def _lead(ties: ScoreTies, spec: Spec) -> float:
    powers = [firm.power for firm in score_fast(ties, spec).firms]
    return (powers[0] if powers else 0.0) - (powers[1] if len(powers) > 1 else 0.0)


def _open_cells(ties: ScoreTies, spec: Spec) -> list[tuple[tuple[str, str], float, list[ScoreTie]]]:
    rows: dict[tuple[str, str], list[ScoreTie]] = {}
    for tie in ties:
        rows.setdefault((tie.dependent, tie.slot), []).append(tie)
    projection = project(ties, spec)
    reach = reach_exact(projection, spec.alpha)
    found = []
    for k, slot in enumerate(projection.slots):
        cell = slot.dependent, slot.slot
        remembered = [tie for tie in rows[cell] if tie.evidence != "sourced" and not tie.is_own]
        if remembered:
            found.append((cell, _stake(projection, reach, k, remembered, spec), remembered))
    return found


def _stake(projection: Projection, reach: Vector, k: int, rows: list[ScoreTie], spec: Spec) -> float:
    slot, j = projection.slots[k], int(projection.dependents[k])
    ids = {tie.id for tie in rows}
    share = sum(fill.share for fill in slot.fills if fill.tie in ids)
    if any(tie.provider == "UNKNOWN" for tie in rows):
        share += slot.residual
    revocability = mean(tie.revocability for tie in rows)
    mass = float(projection.mass[j])
    through = float(projection.intensity[k]) * (mass + spec.alpha * float(reach[j]))
    lost = mass * float(projection.criticality[k]) * revocability
    weights = spec.weights
    return share * (weights[0] * through + weights[1] * lost) / projection.total_mass
