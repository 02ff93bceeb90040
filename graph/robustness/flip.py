"""Flip number: how few missing ties would put the runner-up ahead of the leader (METHOD 1.9).

A tie that nobody recorded is supposed: a dependent that has no tie to the runner-up needs one more thing, and
the runner-up fills it (new slot, criticality 0.9, layer ``tech``, revocable at will, list of providers open). The
fewest such ties that turn the order are the flip number: like an E-value it needs no distribution, and a reader
can ask whether so many can have been missed.

One tie, and two, are tried out exhaustively, so a flip number of 1 or 2 is exact. Beyond that ties are added
greedily, at each step the one that narrows the gap most with all effects computed anew: an upper bound, with 3 as
the proven lower bound. (Fewest sets of this kind are hard to find in general; lock-in is not additive.)

Where the leader itself is a dependent without a tie to the runner-up, one tie from it weighs more than any other:
whoever rests on the leader then rests on the runner-up. Whether that tie is plausible only a reader can judge, so
the number without it is computed too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from ..power.result import Result, Setting, setting_of
from ..power.scoring import PowerResult, score_fast
from ..power.spec import DEFAULT_SPEC, Spec
from ..power.tie import ScoreTies
from .missing_ties import MissingTies, with_missing_ties

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Indices = NDArray[np.intp]

__all__ = ["Flip", "FlipNumber", "flip_number"]

_AHEAD = 1e-12
"""A lead smaller than this, in dependent-equivalents, is rounding."""
_PAIRS = 20_000
"""Most pairs of dependents that are tried out; beyond that the lower bound stays 2."""


@dataclass(frozen=True, slots=True)
class Flip:
    """A set of missing ties that puts the runner-up ahead.

    Parameters
    ----------
    number : int or None
        How many ties; None if no set was found: adding all `candidates`, the most effective first, never did it.
    at_least : int
        Fewer are proven not to be enough; equal to `number` where that is exact.
    dependents : tuple of str
        Who would have to depend on the runner-up, in the order of effect.
    candidates : int
        Dependents without a tie to the runner-up.
    """

    number: int | None
    at_least: int
    dependents: tuple[str, ...]
    candidates: int

    @property
    def exact(self) -> bool:
        """Whether fewer ties, or any number of them, are proven not to be enough."""
        return self.at_least > self.candidates if self.number is None else self.number == self.at_least

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return {
            "number": self.number,
            "at_least": self.at_least,
            "exact": self.exact,
            "candidates": self.candidates,
            "dependents": list(self.dependents),
        }


@dataclass(frozen=True)
class FlipNumber(Result):
    """Least number of plausible missing ties for the runner-up to overtake the leader.

    Attributes
    ----------
    leader, runner_up : str or None
        None where nobody, or nobody else, is scored.
    any_dependent : Flip
        Ties from any dependent, the leader included.
    without_leader : Flip
        Ties from others only; the same where the leader is no candidate.
    recorded : int
        Ties that the score rests on.
    criticality : float
        Of each missing tie.
    before, after : mapping of str to float
        Power of the two firms as scored, and with the ties of `any_dependent`.
    first_after : str or None
        Who is first then: it may be a third firm.
    """

    of: Setting
    leader: str | None
    runner_up: str | None
    any_dependent: Flip
    without_leader: Flip
    recorded: int
    criticality: float
    before: Mapping[str, float]
    after: Mapping[str, float]
    first_after: str | None

    @property
    def setting(self) -> Setting:
        """What the number rests on."""
        return self.of

    @property
    def number(self) -> int | None:
        """The flip number; None if there is no runner-up, or all possible ties are not enough."""
        return self.any_dependent.number

    @property
    def reachable(self) -> bool:
        """Whether any set of missing ties turns the order."""
        return self.number is not None

    def records(self) -> Sequence[Mapping[str, Any]]:
        """One row per missing tie, in the order of effect."""
        return [
            {"step": step, "dependent": dependent, "provider": self.runner_up}
            for step, dependent in enumerate(self.any_dependent.dependents, 1)
        ]

    def to_dict(self) -> dict[str, Any]:
        """Both numbers, the ties, and the powers before and after."""
        return {
            **self.setting.to_dict(),
            "leader": self.leader,
            "runner_up": self.runner_up,
            **self.any_dependent.to_dict(),
            "without_leader": self.without_leader.to_dict(),
            "recorded": self.recorded,
            "criticality": self.criticality,
            "before": dict(self.before),
            "after": dict(self.after),
            "first_after": self.first_after,
        }


def flip_number(ties: ScoreTies, spec: Spec = DEFAULT_SPEC, *, criticality: float = 0.9) -> FlipNumber:
    """Least number of missing ties for the runner-up to overtake the leader.

    Leader and runner-up are the first two companies of the ranking; of equal ones the first by id. Where the two
    share a rank nobody leads and the number is 0. Fewer than two scored companies, or a leader without power,
    give an honest empty answer.

    Parameters
    ----------
    criticality : float
        Of each missing tie, 0..1.
    """
    scored = score_fast(ties, spec)
    setting, recorded = setting_of(ties, spec, scored.n), len(ties)
    if len(scored.firms) < 2 or scored.firms[0].power <= 0:
        leader = scored.firms[0].id if scored.firms and scored.firms[0].power > 0 else None
        none = Flip(None, 0, (), 0)
        return FlipNumber(setting, leader, None, none, none, recorded, criticality, _powers(scored, leader), {}, leader)
    leader, runner_up = scored.firms[0].id, scored.firms[1].id
    model = MissingTies.of(ties, leader, runner_up, criticality, spec)
    candidates = _candidates(model, ties, runner_up)
    if scored.firms[0].rank == scored.firms[1].rank:
        with_all = without = Flip(0, 0, (), candidates.size)
    else:
        with_all = _flip(model, candidates)
        others = candidates[candidates != model.leader]
        without = with_all if others.size == candidates.size else _flip(model, others)
    after = score_fast(with_missing_ties(ties, runner_up, with_all.dependents, criticality), spec)
    return FlipNumber(
        setting,
        leader,
        runner_up,
        with_all,
        without,
        recorded,
        criticality,
        _powers(scored, leader, runner_up),
        _powers(after, leader, runner_up),
        after.firms[0].id,
    )


def _powers(scored: PowerResult, *firms: str | None) -> dict[str, float]:
    return {firm.id: firm.power for firm in scored.firms if firm.id in firms}


def _candidates(model: MissingTies, ties: ScoreTies, runner_up: str) -> Indices:
    """Dependents that count, other than the runner-up, without a recorded tie to it."""
    tied = {tie.dependent for tie in ties if tie.provider == runner_up} | {runner_up}
    nodes, mass = model.projection.nodes, model.projection.mass
    found = [i for i, node in enumerate(nodes) if mass[i] > 0 and node not in tied]
    return np.array(found, dtype=np.intp)


def _flip(model: MissingTies, candidates: Indices) -> Flip:
    size = int(candidates.size)
    found = _greedy(model, candidates)
    tried = min(1, size)
    if (found is None or len(found) > 2) and size * (size - 1) // 2 <= _PAIRS:
        found, tried = _pair(model, candidates) or found, min(2, size)
    if found is None:
        return Flip(None, tried + 1, (), size)
    return Flip(len(found), min(len(found), tried + 1), tuple(model.projection.nodes[i] for i in found), size)


def _greedy(model: MissingTies, candidates: Indices) -> list[int] | None:
    """Add the tie that narrows the gap most, until it is closed; the first step tries every single tie."""
    chosen: list[int] = []
    left = candidates
    while left.size:
        gaps = model.gaps(left)
        best = int(np.argmax(np.round(gaps, 12)))
        chosen.append(int(left[best]))
        if gaps[best] > _AHEAD:
            return chosen
        model = model.add(chosen[-1])
        left = np.delete(left, best)
    return None


def _pair(model: MissingTies, candidates: Indices) -> list[int] | None:
    """Two ties that are enough, the best such pair of the first dependent that has one; None if there is none."""
    for place, first in enumerate(candidates[:-1].tolist()):
        others = candidates[place + 1 :]
        gaps = model.add(first).gaps(others)
        best = int(np.argmax(np.round(gaps, 12)))
        if gaps[best] > _AHEAD:
            return [first, int(others[best])]
    return None
