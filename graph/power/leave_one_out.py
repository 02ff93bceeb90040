"""What a score owes to single ties: the score, and the rank, if one of them were not in the table (METHOD 1.10).

*Not in the table* means never coded: its rivals share the slot by the rules of :mod:`definer.graph.power.shares`,
a slot of which nothing remains is no slot, and a dependent without slots is no participant, so that n falls. It
does not mean that the provider withdraws: that is lock-in. A rival's tie that is left out raises the score.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from ..precision import DIGITS
from .projection import Projection, dependence
from .result import Result, Setting, setting_of
from .spec import DEFAULT_SPEC, Spec
from .tie import ScoreTie, ScoreTies

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ..ensemble import Ensemble

    Vector = NDArray[np.float64]
    Indices = NDArray[np.intp]

__all__ = ["LeaveOneOut", "TieEffect", "effects_of", "leave_one_out", "reach_change"]

_NOTHING = 1e-12
"""Changes below this are rounding."""


@dataclass(frozen=True, slots=True)
class TieEffect:
    """Score of a firm without one tie.

    `change` is ``power`` minus the score with all ties; `rank` is None for what is not ranked; `n` counts the
    participants that remain.
    """

    tie: str
    dependent: str
    provider: str
    slot: str
    power: float
    change: float
    rank: int | None
    n: int


@dataclass(frozen=True)
class LeaveOneOut(Result):
    """Effects of leaving out each tie that has any, the largest first.

    Attributes
    ----------
    power : float
        With all ties.
    rank : int or None
        With all ties; None for what is not ranked.
    """

    firm: str
    scored: Setting
    power: float
    rank: int | None
    effects: tuple[TieEffect, ...]

    @property
    def setting(self) -> Setting:
        """What the answer rests on."""
        return self.scored

    def records(self) -> list[dict[str, Any]]:
        """One row per tie."""
        return [asdict(effect) for effect in self.effects]

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return {
            **self.scored.to_dict(),
            "firm": self.firm,
            "power": self.power,
            "rank": self.rank,
            "rows": self.records(),
        }


def leave_one_out(ties: ScoreTies, firm: str, spec: Spec = DEFAULT_SPEC) -> LeaveOneOut:
    """Score and rank of `firm` (an id) with each tie of the table left out in turn.

    Ties whose absence changes neither score nor rank are not in the answer; a firm that is in no tie has none.
    """
    found = _left_out(ties, tuple(ties), spec)
    setting = setting_of(ties, spec, found.n)
    if firm not in found.scores.nodes:
        return LeaveOneOut(firm, setting, 0.0, None, ())
    target = found.scores.nodes.index(firm)
    rank = int(_ranks(found.scores, target)[0]) if found.scores.company[target] else None
    return LeaveOneOut(firm, setting, float(found.scores.power[target][0]), rank, _effects(found, target))


def effects_of(
    ties: ScoreTies, chosen: Mapping[str, Collection[str]], spec: Spec = DEFAULT_SPEC
) -> dict[str, tuple[TieEffect, ...]]:
    """Effects of leaving out chosen ties, for many firms at once: as :func:`leave_one_out`, of these ties alone.

    Parameters
    ----------
    chosen : mapping of str to collection of str
        Firm -> ids of ties that are to be left out in turn.
    """
    wanted = {tie for some in chosen.values() for tie in some}
    found = _left_out(ties, tuple(tie for tie in ties if tie.id in wanted), spec)
    index = {node: number for number, node in enumerate(found.scores.nodes)}
    return {
        firm: tuple(effect for effect in _effects(found, index[firm]) if effect.tie in some) if firm in index else ()
        for firm, some in chosen.items()
    }


@dataclass(frozen=True)
class _LeftOut:
    """Scores with all ties, then without each of `rows`; `n` participants, and who of them has one tie only."""

    scores: Ensemble
    rows: tuple[ScoreTie, ...]
    n: int
    alone: frozenset[str]


def _left_out(ties: ScoreTies, rows: tuple[ScoreTie, ...], spec: Spec) -> _LeftOut:
    from ..ensemble import leave_out

    found = leave_out(ties, [(), *((tie.id,) for tie in rows)], spec)
    slots_of = Counter(tie.dependent for tie in ties)
    taking_part = [dependent for dependent in slots_of if ties.mass(dependent) > 0]
    alone = frozenset(dependent for dependent in taking_part if slots_of[dependent] == 1)
    return _LeftOut(found, rows, len(taking_part), alone)


def _effects(found: _LeftOut, target: int) -> tuple[TieEffect, ...]:
    """Effects on a firm, the largest first; a tie whose absence changes neither score nor rank has none."""
    powers, ranks = found.scores.power[target], _ranks(found.scores, target)
    rank = int(ranks[0]) if found.scores.company[target] else None
    effects: list[TieEffect] = []
    for tie, power, place in zip(found.rows, powers[1:].tolist(), ranks[1:].tolist(), strict=True):
        change = power - float(powers[0])
        if abs(change) > _NOTHING or (rank is not None and place != rank):
            effects.append(
                TieEffect(
                    tie.id,
                    tie.dependent,
                    tie.provider,
                    tie.slot,
                    power,
                    change,
                    None if rank is None else place,
                    found.n - (tie.dependent in found.alone),
                )
            )
    return tuple(sorted(effects, key=lambda effect: (-abs(effect.change), effect.tie)))


def _ranks(found: Ensemble, target: int) -> Indices:
    """Rank of the target in every variant: one more than the companies above it."""
    powers = np.round(found.power, DIGITS)
    above = powers[found.company] > powers[target]
    return np.asarray(above.sum(axis=0) + 1, dtype=np.intp)


def reach_change(projection: Projection, j: int, delta: Vector, alpha: float) -> Vector:
    """Reach of every node if row `j` of B changed by `delta`: exact, from one dense inverse (METHOD 1.10).

    With ``x = u + alpha R`` and ``G = (I - alpha B)^-1``, ``x' = x + alpha x_j (delta G) / (1 - alpha (delta G)_j)``
    (Sherman & Morrison 1950). u stays as it is: a change that makes j no participant is another question.

    Parameters
    ----------
    j : int
        Position of the dependent.
    delta : ndarray of shape (n,)
        Change of ``B[j, :]``.
    alpha : float
        Damping per extra hop.

    Returns
    -------
    ndarray of shape (n,)
        In dependent-equivalents.
    """
    n = len(projection.nodes)
    inverse = np.linalg.inv(np.eye(n) - alpha * dependence(projection).toarray())
    visits = projection.mass @ inverse
    moved = np.asarray(delta, dtype=np.float64) @ inverse
    changed = visits + alpha * visits[j] * moved / (1.0 - alpha * moved[j])
    return np.asarray((changed - projection.mass) / alpha, dtype=np.float64)
