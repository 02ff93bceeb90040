"""The inverse question, METHOD 6.2: what would close 25, 50 or 100 % of the gap.

Four things are turned, one at a time, all else as the scenario has it: b; the power of the second country's firms, by
one factor; the revocability of the ties that the scenario set; the share that it gave to the named providers. The last
two score the model anew at each trial (Brent's method). "Not reachable" is an answer, and comes with the ceiling.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, Literal

import numpy as np

from ..plain_values import plain
from ..power.scoring import score_fast
from ..power.spec import DEFAULT_SPEC, Spec
from ..power.tie import ScoreTie, ScoreTies
from ..worth.reasons import REASONS
from .application import Applied
from .convergence import GapFirms, log_change
from .slope import Slope

__all__ = ["TARGETS", "Inverse", "invert"]

TARGETS: Final = (0.25, 0.5, 1.0)
"""Parts of the gap to be closed."""
_SAME: Final = 1e-12
_EXACT: Final = 1e-9

Lever = Literal["slope", "multiple", "revocability", "share"]
Slopes = Literal["estimate", "high"]


@dataclass(frozen=True, slots=True)
class Inverse:
    """One inverse question and its answer.

    Attributes
    ----------
    lever : str
        ``slope`` (b), ``multiple`` (of the second country's powers), ``revocability``, ``share``.
    target : float
        Part of the gap to close.
    at : str or None
        Which b: the ``estimate`` or the ``high`` end of its interval; None where b itself is asked for.
    value : float or None
        The answer; None where there is none.
    reason : str or None
        Why there is none: a key of :data:`definer.graph.worth.reasons.REASONS`.
    ceiling : float or None
        Part of the gap that is closed at the best end of the lever.
    ceiling_at : float or None
        Where that end is.
    """

    lever: Lever
    target: float
    at: Slopes | None
    value: float | None
    reason: str | None = None
    ceiling: float | None = None
    ceiling_at: float | None = None

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        words = REASONS[self.reason] if self.reason else None
        return {
            "lever": self.lever,
            "target": self.target,
            "at": self.at,
            "value": plain(self.value),
            "reachable": self.value is not None,
            "reason": {"code": self.reason, "en": words[0], "zh": words[1]} if words else None,
            "ceiling": plain(self.ceiling),
            "ceiling_at": plain(self.ceiling_at),
        }


def invert(applied: Applied, firms: GapFirms, slope: Slope, spec: Spec = DEFAULT_SPEC) -> tuple[Inverse, ...]:
    """Answer every inverse question.

    Powers count cohorts of adopters where `applied` has any.
    """
    slopes: dict[Slopes, float] = {"estimate": slope.value, "high": slope.interval[1]}
    before, after = _powers(applied.before, spec), _powers(applied.after, spec)
    found = _slopes(firms, slope, before, after)
    for at, b in slopes.items():
        found += _turned("multiple", at, b, firms, *_multiple(firms, slope, before))
    trials: dict[Lever, Callable[[float], ScoreTies] | None] = {
        "revocability": _revocable(applied),
        "share": _shared(applied),
    }
    for lever, table in trials.items():
        if table is None:
            found += [Inverse(lever, target, at, None, "no_lever") for at in slopes for target in TARGETS]
            continue
        closing = _rescored(table, firms, slope, before, spec)
        for at, b in slopes.items():
            found += _turned(lever, at, b, firms, closing, 1.0)
    return tuple(found)


def _powers(ties: ScoreTies, spec: Spec) -> dict[str, float]:
    return {firm.id: firm.power for firm in score_fast(ties, spec).firms}


def _closing(firms: GapFirms, slope: Slope, before: Mapping[str, float], after: Mapping[str, float]) -> float:
    """How much more ln(D + d0) of the second country's firms grows than that of the first's: b times it closes."""
    one, two = (log_change(side, before, after, slope.offset) for side in (firms.a, firms.b))
    return float(two - one)


def _slopes(firms: GapFirms, slope: Slope, before: Mapping[str, float], after: Mapping[str, float]) -> list[Inverse]:
    """Value of b that would close the gap: the change is linear in it."""
    closing = _closing(firms, slope, before, after)
    found = []
    for target in TARGETS:
        reason = None
        if firms.gap <= _SAME:
            reason = "no_gap"
        elif abs(closing) <= _SAME:
            reason = "power_unmoved"
        elif closing < 0:
            reason = "wrong_way"
        value = None if reason else target * firms.gap / closing
        found.append(Inverse("slope", target, None, value, reason))
    return found


def _multiple(firms: GapFirms, slope: Slope, before: Mapping[str, float]) -> tuple[Callable[[float], float], float]:
    """Closing by a factor e^x on the second country's powers, and the largest x: the strongest firm's power is 1."""
    own = np.array([before.get(unit.id, 0.0) for unit in firms.b])
    largest = float(own.max(initial=0.0))

    def closing(x: float) -> float:
        grown = np.minimum(own * math.exp(x), 1.0)
        return float(np.mean(np.log(grown + slope.offset) - np.log(own + slope.offset)))

    return closing, -math.log(largest) if 0 < largest < 1 else 0.0


def _rescored(
    table: Callable[[float], ScoreTies], firms: GapFirms, slope: Slope, before: Mapping[str, float], spec: Spec
) -> Callable[[float], float]:
    known: dict[float, float] = {}

    def closing(x: float) -> float:
        if x not in known:
            known[x] = _closing(firms, slope, before, _powers(table(x), spec))
        return known[x]

    return closing


def _turned(
    lever: Lever, at: Slopes, b: float, firms: GapFirms, closing: Callable[[float], float], top: float
) -> list[Inverse]:
    """Values of a lever from 0 to `top` at which b times the closing is each target's part of the gap."""
    if firms.gap <= _SAME or b <= 0:
        reason = "no_gap" if firms.gap <= _SAME else "slope_not_positive"
        return [Inverse(lever, target, at, None, reason) for target in TARGETS]
    ends = {x: b * closing(x) / firms.gap for x in (0.0, top)}
    best = max(ends, key=lambda x: (ends[x], x))
    stated = _stated(lever, best)
    if abs(ends[0.0] - ends[top]) <= _SAME:
        return [Inverse(lever, target, at, None, "power_unmoved", ends[best], stated) for target in TARGETS]
    found = []
    for target in TARGETS:
        value = _root(lambda x, target=target: b * closing(x) / firms.gap - target, ends, target)  # type: ignore[misc]
        if value is None:
            reason = "beyond_ceiling" if ends[best] > 0 else "wrong_way"
            found.append(Inverse(lever, target, at, None, reason, ends[best], stated))
        else:
            found.append(Inverse(lever, target, at, _stated(lever, value), None, ends[best], stated))
    return found


def _root(function: Callable[[float], float], ends: Mapping[float, float], target: float) -> float | None:
    from scipy.optimize import brentq

    low, high = min(ends), max(ends)
    if max(ends.values()) < target:
        return None
    if min(ends.values()) >= target:  # met whatever the lever says
        return low
    return float(brentq(function, low, high, xtol=_EXACT))


def _stated(lever: Lever, x: float) -> float:
    return math.exp(x) if lever == "multiple" else x


def _revocable(applied: Applied) -> Callable[[float], ScoreTies] | None:
    """The table with another revocability of the ties that the scenario set."""
    lever = set(applied.lever)
    if not lever:
        return None
    table = applied.after

    def turned(r: float) -> ScoreTies:
        return replace(table, ties=tuple(replace(t, revocability=r) if t.id in lever else t for t in table))

    return turned


def _shared(applied: Applied) -> Callable[[float], ScoreTies] | None:
    """The table with another share of the providers that the last shift named, in their proportions."""
    lever = set(applied.shift)
    rows = [tie for tie in applied.after if tie.id in lever]
    total = sum(tie.middle or 0.0 for tie in rows)
    if not rows or total <= 0:
        return None
    table, place = applied.after, (rows[0].dependent, rows[0].slot)
    rest = 1.0 - total

    def turned(share: float) -> ScoreTies:
        others = (1.0 - share) / rest if rest > _SAME else 0.0

        def part(tie: ScoreTie) -> ScoreTie:
            if (tie.dependent, tie.slot) != place or tie.middle is None:
                return tie
            middle = min(1.0, tie.middle * (share / total if tie.id in lever else others))
            return replace(tie, share_low=middle, share_high=middle)

        return replace(table, ties=tuple(map(part, table)))

    return turned
