"""An ecosystem of the size that a sector study has: 500 firms, about 4,000 ties."""

from __future__ import annotations

from datetime import date

import numpy as np

from definer.graph.power.tie import ScoreTie, ScoreTies

__all__ = ["ecosystem"]


def ecosystem(firms: int = 500, ties: int = 4000, providers: int = 120, seed: int = 0) -> ScoreTies:
    """Random ties of the shape of the shipped ones: few providers, heavy-tailed, some depending on one another.

    A fifth of the firms provide (shipped: 20 to 40 %); a dependent has a handful of slots with one to three
    providers, chosen in proportion to 1/rank; three in ten slots state shares, one in ten is closed.
    """
    rng = np.random.default_rng(seed)
    names = [f"f{number:03d}" for number in range(firms)]
    chance = 1.0 / np.arange(1, providers + 1)
    chance /= chance.sum()
    rows: list[ScoreTie] = []
    slot = 0
    while len(rows) < ties:
        dependent = int(rng.integers(firms))
        count = int(rng.integers(1, 4))
        chosen = [p for p in rng.choice(providers, count, replace=False, p=chance).tolist() if p != dependent]
        stated, closed = rng.random() < 0.3, bool(rng.random() < 0.1)
        criticality = float(rng.choice([0.3, 0.6, 0.9]))
        for provider in chosen:
            share = round(float(rng.uniform(0.1, 0.9)) / count, 2) if stated else None
            rows.append(
                ScoreTie(
                    f"t{len(rows):05d}",
                    names[dependent],
                    names[provider],
                    f"s{slot % 40:02d}",
                    "supply",
                    date(2000, 1, 1),
                    share_low=share,
                    share_high=share,
                    criticality=criticality,
                    revocability=float(rng.choice([0.2, 0.6, 1.0])),
                    closed=closed,
                    confidence=0.9,
                )
            )
        slot += 1
    return ScoreTies("bench", "2020", tuple(rows))
