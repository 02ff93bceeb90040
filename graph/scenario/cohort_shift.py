"""Shares of a cohort's slot, set anew: the named providers as stated, the others in their old proportions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from ..power.tie import ScoreTie

if TYPE_CHECKING:
    from .world import SlotTerms

__all__ = ["shifted"]

Ends = tuple[float, float]


def shifted(
    rows: Sequence[ScoreTie], cohort: str, slot: str, terms: SlotTerms, shares: Mapping[str, Ends], day: date
) -> list[ScoreTie]:
    """Ties of one slot of a cohort with other shares.

    Parameters
    ----------
    rows : sequence of ScoreTie
        The slot as it is; may be empty: a cohort that nobody measured there yet.
    shares : mapping of provider to (low, high)
        Ends of the stated shares.
    day : date
        Beginning of ties that are new.

    Notes
    -----
    With old middles m and new ones m' of the named providers, the stated shares of the others are multiplied by
    (1 - sum m') / (1 - sum m), so that the slot keeps its proportions; blank ones take what is left, as ever. New
    ties are as sure, and as recently confirmed, as the measurement that they join.
    """
    old = sum(tie.middle or 0.0 for tie in rows if tie.provider in shares)
    new = sum(low + high for low, high in shares.values()) / 2
    factor = max(0.0, 1.0 - new) / (1.0 - old) if old < 1.0 - 1e-12 else 0.0
    found = [_scaled(tie, factor) for tie in rows if tie.provider not in shares]
    for provider, (low, high) in shares.items():
        own = [tie for tie in rows if tie.provider == provider]
        base = own[0] if own else _fresh(rows, cohort, slot, terms, provider, day)
        found.append(replace(base, share_low=low, share_high=high))
    return found


def _scaled(tie: ScoreTie, factor: float) -> ScoreTie:
    if factor == 1.0:
        return tie
    low, high = (None if share is None else min(1.0, share * factor) for share in (tie.share_low, tie.share_high))
    return replace(tie, share_low=low, share_high=high)


def _fresh(rows: Sequence[ScoreTie], cohort: str, slot: str, terms: SlotTerms, provider: str, day: date) -> ScoreTie:
    """A provider's tie where it had none."""
    name = f"scenario:{cohort}:{slot}:{provider}"
    if rows:
        surest = min(rows, key=lambda tie: (-tie.confidence, tie.id))
        return replace(surest, id=name, provider=provider, attested=())
    return ScoreTie(
        name,
        cohort,
        provider,
        slot,
        terms.layer,
        day,
        criticality=terms.criticality,
        revocability=terms.revocability,
        confirmed=day,
        known=day,
    )
