"""Axioms of a score, and what adding a tie may do to it.

*Monotonicity* (Boldi & Vigna 2014; for ranks Chien et al. 2004; Boldi, Luongo & Vigna 2017): a new tie
X -> A lowers neither A's score nor A's place among those it was not below. Under the rules of
:mod:`definer.graph.power.shares` this holds for a new tie that

* states no share of its own and leaves criticality and closedness of its slot as they are: a stated share may be
  less than what A was taken to hold, a more critical slot takes weight from the dependent's other slots, and a
  slot declared closed raises the other providers too;
* is attested at least as well, and can be withheld at least as freely, as the ties it takes share from: what a
  doubtful tie takes from a certain rival goes to nobody, and the rival may itself have rested on A;
* if it opens a slot, is named there as fully as in the dependent's fullest slot: a further slot takes weight from
  the others, and if much of it rests on nobody, A may lose in the others more than it gains.

For reach both parts are then theorems, for any masses. For lock-in the score part is one; the rank part is not:
where another slot binds, A gains nothing while a provider of A may gain. D keeps the rank wherever A's gain
in reach outweighs that; the cases found where it does not have long chains of closed, wholly critical slots (tests).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from ..power.tie import ScoreTie, ScoreTies
from .engine import Scorer, Totals

if TYPE_CHECKING:
    from numpy.random import Generator

__all__ = [
    "WEAKENINGS",
    "added",
    "coded",
    "draw_tie",
    "lowered",
    "new_tie",
    "overtaken",
    "violations",
    "weakened_tie",
]

_START: Final = date(1990, 1, 1)
_TOLERANCE: Final = 1e-9
"""Relative fall that rounding may explain."""


def coded(rng: Generator, ties: ScoreTies) -> ScoreTies:
    """Same ties with what a coder may know: stated shares, closed lists, own and unknown parts, doubt."""
    rows: list[ScoreTie] = []
    slots = sorted({(tie.dependent, tie.slot) for tie in ties})
    for dependent, slot in slots:
        group = [tie for tie in ties if (tie.dependent, tie.slot) == (dependent, slot)]
        closed = bool(rng.random() < 0.3)
        extra = [word for word in ("IN_HOUSE", "UNKNOWN", "OPEN:standard") if rng.random() < 0.15]
        group += [replace(group[0], id=f"{group[0].id}-{word}", provider=word) for word in extra]
        rows += [_coded_row(rng, tie, len(group), closed=closed) for tie in group]
    return replace(ties, ties=tuple(rows))


def _coded_row(rng: Generator, tie: ScoreTie, size: int, *, closed: bool) -> ScoreTie:
    stated = float(rng.uniform(0, 1.5 / size)) if rng.random() < 0.3 else None
    stated = min(stated, 1.0) if stated is not None else None
    confidence, revocability = float(rng.choice([1.0, 0.9, 0.6])), float(rng.choice([1.0, 0.6, 0.2]))
    return replace(
        tie,
        share_low=stated,
        share_high=stated,
        closed=closed,
        confidence=confidence,
        revocability=revocability,
    )


def new_tie(ties: ScoreTies, dependent: str, provider: str, slot: str) -> ScoreTie:
    """Tie that meets the conditions above, in a slot that may be new, by a dependent that may be new."""
    own = [tie for tie in ties if tie.dependent == dependent]
    mates = [tie for tie in own if tie.slot == slot]
    like = mates or own
    return ScoreTie(
        "new",
        dependent,
        provider,
        slot,
        mates[0].layer if mates else "tech",
        _START,
        criticality=max((tie.criticality for tie in mates), default=0.9),
        revocability=max((tie.revocability for tie in like), default=1.0),
        closed=any(tie.closed for tie in like),
        confidence=max((tie.confidence for tie in like), default=1.0),
    )


WEAKENINGS: Final[dict[str, Callable[[ScoreTie], ScoreTie]]] = {
    "confidence": lambda tie: replace(tie, confidence=0.1),
    "revocability": lambda tie: replace(tie, revocability=0.0),
    "share": lambda tie: replace(tie, share_low=0.02, share_high=0.02),
    "criticality": lambda tie: replace(tie, criticality=1.0),
    "closed": lambda tie: replace(tie, closed=True),
    "sparse_slot": lambda tie: replace(tie, slot="sparse", share_low=0.02, share_high=0.02, closed=False),
}
"""Each takes a tie that meets the conditions and breaks one of them."""


def added(ties: ScoreTies, tie: ScoreTie) -> ScoreTies:
    """Ties with one more."""
    return replace(ties, ties=(*ties.ties, tie))


def draw_tie(rng: Generator, ties: ScoreTies, firms: Sequence[str], *, newcomer: bool, fresh_slot: bool) -> ScoreTie:
    """Random tie that meets the conditions; by a firm that depended on nobody yet if there is one and it is asked."""
    busy = {tie.dependent for tie in ties}
    dependent = str(rng.choice([firm for firm in firms if (firm not in busy) == newcomer] or list(firms)))
    provider = str(rng.choice([firm for firm in firms if firm != dependent]))
    slots = sorted({tie.slot for tie in ties if tie.dependent == dependent})
    return new_tie(ties, dependent, provider, "fresh" if fresh_slot or not slots else str(rng.choice(slots)))


def weakened_tie(rng: Generator, ties: ScoreTies, kind: str) -> ScoreTie:
    """Random tie that breaks one condition, between firms close enough for that to matter.

    The provider already serves the slot, or stands behind a provider of it.
    """
    named = [tie for tie in ties if tie.is_named]
    near = named[int(rng.integers(len(named)))]
    behind = sorted({tie.provider for tie in named if tie.dependent == near.provider} - {near.dependent})
    provider = str(rng.choice([near.provider, *behind]))
    return WEAKENINGS[kind](new_tie(ties, near.dependent, provider, near.slot))


def lowered(before: Totals, after: Totals, firm: str) -> dict[str, bool]:
    """Per measure: whether the firm's score fell."""
    return {
        measure: column.get(firm, 0.0) < _value(before, measure, firm) - _slack(before, measure, firm)
        for measure, column in after.items()
    }


def overtaken(before: Totals, after: Totals, firm: str) -> dict[str, bool]:
    """Per measure: whether somebody whom the firm was not below is now above it."""
    result = {}
    for measure, column in after.items():
        own, slack = _value(before, measure, firm), _slack(before, measure, firm)
        now = column.get(firm, 0.0)
        result[measure] = any(
            value > now + slack and _value(before, measure, rival) <= own for rival, value in column.items()
        )
    return result


def _value(totals: Totals, measure: str, firm: str) -> float:
    return totals[measure].get(firm, 0.0)


def _slack(totals: Totals, measure: str, firm: str) -> float:
    return _TOLERANCE * max(1.0, abs(_value(totals, measure, firm)))


def violations(scorer: Scorer, trials: Iterable[tuple[ScoreTies, Sequence[ScoreTie]]]) -> dict[str, tuple[int, int]]:
    """Per measure: how often a new tie lowered its provider's score, and let a rival overtake it.

    Parameters
    ----------
    trials : iterable of (ScoreTies, sequence of ScoreTie)
        Each new tie is added alone.
    """
    counts: dict[str, tuple[int, int]] = {}
    for ties, candidates in trials:
        before = scorer(ties)
        for tie in candidates:
            after = scorer(added(ties, tie))
            fell, passed = lowered(before, after, tie.provider), overtaken(before, after, tie.provider)
            for measure in after:
                low, rank = counts.get(measure, (0, 0))
                counts[measure] = (low + fell[measure], rank + passed[measure])
    return counts
