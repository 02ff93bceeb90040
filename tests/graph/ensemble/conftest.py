"""One variant of a table as an ordinary table: what the plain engine needs to check the batched one.

Written with loops over slots and rows, on purpose: it shares nothing with the arrays that it checks.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import groupby

import pytest

from definer.graph.ensemble import Structure, Variants
from definer.graph.power.spec import Spec
from definer.graph.power.tie import ScoreTie, ScoreTies

Row = tuple[int, ScoreTie]
Realize = Callable[[ScoreTies, Variants, int, Spec], tuple[ScoreTies, Spec]]


@pytest.fixture(scope="session")
def realize() -> Realize:
    """Ties and settings whose plain score is that of variant `d`."""
    return _realize


def _realize(ties: ScoreTies, variants: Variants, d: int, spec: Spec) -> tuple[ScoreTies, Spec]:
    structure = Structure.of(ties, spec)
    factor = float(variants.half_life[d])
    settings = Spec(
        alpha=float(variants.alpha[d]),
        rho=float(variants.rho[d]),
        weights=(float(variants.reach_weight[d]), 1.0 - float(variants.reach_weight[d])),
        half_life_tech=spec.half_life_tech * factor,
        half_life_dist=spec.half_life_dist * factor,
        half_life_supply=spec.half_life_supply * factor,
        resourcing=float(variants.resourcing[d]),
    )
    table: list[ScoreTie] = []
    numbered = list(enumerate(structure.ties))
    for slot, rows in groupby(numbered, key=lambda item: int(structure.slot_of_pair[structure.pair_of_row[item[0]]])):
        kept = [(row, tie) for row, tie in rows if variants.kept is None or variants.kept[row, d]]
        drawn = _Drawn(structure, variants, d, kept)
        table += drawn.ties(ties, slot, settings)
    # Confidence holds what is left of certainty, so nothing may decay a second time.
    return replace(ties, ties=tuple(table), coded_to=None), settings


class _Drawn:
    """What remains of one slot in one variant."""

    def __init__(self, structure: Structure, variants: Variants, d: int, kept: list[Row]) -> None:
        self.structure, self.variants, self.d, self.kept = structure, variants, d, kept
        self.pairs = {tie.provider: int(structure.pair_of_row[row]) for row, tie in kept}

    def number(self, name: str, place: int, default: float) -> float:
        table = getattr(self.variants, name)
        return default if table is None else float(table[place, self.d])

    def share(self, tie: ScoreTie) -> float | None:
        bounds = [share for share in (tie.share_low, tie.share_high) if share is not None]
        if not bounds:
            return None
        return min(bounds) + (max(bounds) - min(bounds)) * self.number("place", self.pairs[tie.provider], 0.5)

    def weights(self) -> dict[str, float]:
        stated = dict.fromkeys(self.pairs, 0.0)
        for _, tie in self.kept:
            stated[tie.provider] += self.share(tie) or 0.0
        total = sum(stated.values())
        weight = {provider: share / max(total, 1.0) for provider, share in stated.items()}
        silent = {t.provider for _, t in self.kept if self.share(t) is None and stated[t.provider] <= 0.0}
        for provider in silent:
            weight[provider] = max(0.0, 1.0 - total) / len(silent)
        known = {provider: share for provider, share in weight.items() if provider != "UNKNOWN"}
        moved = {p: share * self.number("weight", self.pairs[p], 1.0) for p, share in known.items()}
        scale = sum(known.values()) / sum(moved.values()) if sum(moved.values()) > 0 else 0.0
        return weight | {provider: share * scale for provider, share in moved.items()}

    def revocability(self, provider: str) -> float:
        rows = [(self.share(tie), tie.revocability) for _, tie in self.kept if tie.provider == provider]
        spoken = [(share, r) for share, r in rows if share]
        parts = spoken or [(1.0, r) for share, r in rows if share is None]
        whole = sum(part for part, _ in parts)
        mean = sum(part * r for part, r in parts) / whole if whole else 0.0
        return min(max(mean + self.number("revocability", self.pairs[provider], 0.0), 0.0), 1.0)

    def certainty(self, provider: str, ties: ScoreTies, settings: Spec) -> float:
        rows = [tie for _, tie in self.kept if tie.provider == provider and (tie.middle is None or tie.middle > 0)]
        sure = max((tie.confidence * ties.active(tie, settings.half_life(tie.layer)) for tie in rows), default=0.0)
        if self.variants.exists is None:
            return sure
        return float(self.number("exists", self.pairs[provider], 0.0) < sure)

    def ties(self, ties: ScoreTies, slot: int, settings: Spec) -> list[ScoreTie]:
        criticality = max((tie.criticality for _, tie in self.kept), default=0.0)
        bent = criticality * self.number("criticality", slot, 1.0)
        if self.variants.criticality is not None:
            bent = min(bent, max(criticality, self.variants.ceiling))
        weights = self.weights()
        first = {tie.provider: tie for _, tie in reversed(self.kept)}
        return [
            replace(
                tie,
                share_low=weights[provider],
                share_high=weights[provider],
                criticality=bent,
                revocability=self.revocability(provider),
                closed=any(row.closed for _, row in self.kept),
                confidence=self.certainty(provider, ties, settings),
                end_unknown=False,
            )
            for provider, tie in sorted(first.items())
        ]
