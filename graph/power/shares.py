"""Shares inside a slot: who fills how much of it, after confidence, decay and what nobody listed.

A *slot* is a function that a dependent needs filled. Within a slot providers are substitutes and split the
share of 1; across slots they are complements. Rules, in order (METHOD 1.2-1.3):

1. A stated range counts with its middle. Rows of one provider add up. 0 to 0 means signed, not delivered:
   weight 0.
2. Providers without a stated share split equally what the stated ones leave, never an equal part of the
   whole: who states no share is usually minor. Middles of coarse ranges that sum to more than 1 are scaled to
   1.
3. ``IN_HOUSE``, a dependent named as its own provider, and ``OPEN:<standard>`` take their share and rest on
   nobody. ``UNKNOWN`` takes its share too, but it is somebody: it belongs to the residual.
4. The residual of a closed slot is what ``UNKNOWN`` holds plus what the list leaves over. That of an open
   slot is ``max(rho, that sum)``, not ``rho + that sum``: rho is the guess at how much a list misses, and a
   coder who wrote ``UNKNOWN`` has already said how much it misses. Adding both would count the same absence
   twice. What is named is scaled to ``1 - residual``.
5. Each provider's share is multiplied by gamma (confidence) and by the probability that the tie still held.
   The loss goes to the residual, not to rivals. Of several rows of one provider the best attested decides: a
   second, weaker source must not lower what the first one proves.

So ``s_jfA = (1 - residual_jf) * w_A / sum_B w_B * gamma_A * p_active_A``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from .spec import DEFAULT_SPEC, Spec
from .tie import ScoreLayer, ScoreTie, ScoreTies

__all__ = ["Fill", "FilledSlot", "fill_slots", "slot_weights"]


@dataclass(frozen=True, slots=True)
class Fill:
    """One tie's part of a slot: `share` rests on the provider, who can withhold `revocability` of that."""

    tie: str
    provider: str
    share: float
    revocability: float
    delivered: bool


@dataclass(frozen=True, slots=True)
class FilledSlot:
    """A slot of a dependent with its criticality and the organizations that fill it.

    The shares of `fills` sum to at most ``1 - residual``; in-house and open parts are in neither.
    """

    dependent: str
    slot: str
    layer: ScoreLayer
    criticality: float
    residual: float
    fills: tuple[Fill, ...]


def fill_slots(ties: ScoreTies, spec: Spec = DEFAULT_SPEC) -> tuple[FilledSlot, ...]:
    """Slots of all dependents, sorted by dependent and slot."""
    rows = sorted(ties, key=lambda tie: (tie.dependent, tie.slot, tie.provider, tie.id))
    grouped = groupby(rows, key=lambda tie: (tie.dependent, tie.slot))
    return tuple(_fill(list(group), ties, spec) for _, group in grouped)


def _fill(rows: Sequence[ScoreTie], ties: ScoreTies, spec: Spec) -> FilledSlot:
    middles = [tie.middle for tie in rows]
    weights = slot_weights(rows, middles)
    known = sum(weight for tie, weight in zip(rows, weights, strict=True) if tie.provider != "UNKNOWN")
    unlisted = 1.0 - known if known < 1.0 - 1e-12 else 0.0
    residual = unlisted if any(tie.closed for tie in rows) else max(spec.rho, unlisted)
    scale = (1.0 - residual) / known if known > 0 else 0.0
    held: dict[str, float] = {}
    for tie, middle in zip(rows, middles, strict=True):
        certainty = tie.confidence * ties.active(tie, spec.half_life(tie.layer)) if middle != 0.0 else 0.0
        held[tie.provider] = max(held.get(tie.provider, 0.0), certainty)
    fills = tuple(
        Fill(tie.id, tie.provider, weight * scale * held[tie.provider], tie.revocability, middle != 0.0)
        for tie, weight, middle in zip(rows, weights, middles, strict=True)
        if tie.is_named
    )
    first, criticality = rows[0], max(tie.criticality for tie in rows)
    return FilledSlot(first.dependent, first.slot, first.layer, criticality, residual, fills)


def slot_weights(rows: Sequence[ScoreTie], middles: Sequence[float | None]) -> list[float]:
    """Share of the slot per row before residual, confidence and decay; they sum to at most 1."""
    if len(rows) == 1:  # most slots; the yearly scores come here forty thousand times
        return [1.0 if middles[0] is None else middles[0] / max(middles[0], 1.0)]
    total = sum(share for share in middles if share)
    speak = {tie.provider for tie, share in zip(rows, middles, strict=True) if share}
    silent = [
        tie.provider for tie, share in zip(rows, middles, strict=True) if share is None and tie.provider not in speak
    ]
    left = max(0.0, 1.0 - total) / len(set(silent)) if silent else 0.0
    weights = []
    for tie, share in zip(rows, middles, strict=True):
        if share is not None:
            weights.append(share / max(total, 1.0))
        else:
            weights.append(0.0 if tie.provider in speak else left / silent.count(tie.provider))
    return weights
