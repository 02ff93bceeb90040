"""The model of start-ups, enterprises and consumers on which the method was tried out, as ties.

Three cohorts of adopters (masses 3, 4, 8) share a base model; Chinese open models have a quarter of two of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from definer.graph.names import NodeName
from definer.graph.power.tie import ScoreTie, ScoreTies
from definer.graph.scenario import World
from definer.graph.scenario.holdings import Holding
from definer.graph.scenario.world import SlotTerms

__all__ = ["COHORTS", "MASSES", "toy", "world"]

COHORTS = ("startups", "enterprise", "consumers")
MASSES = {"startups": 3.0, "enterprise": 4.0, "consumers": 8.0}
_FIRMS = ("CN_open", "US_open", "OpenAI", "OtherUSclosed", "NVIDIA", "TSMC", "Microsoft", "BigCloud")
_START = date(2023, 1, 1)


def _tie(dependent: str, provider: str, slot: str, share: float, criticality: float, revocability: float) -> ScoreTie:
    return ScoreTie(
        f"{dependent}-{slot}-{provider}",
        dependent,
        provider,
        slot,
        "tech",
        _START,
        None,
        share,
        share,
        criticality=criticality,
        revocability=revocability,
    )


def toy(startups: float = 0.25, enterprise: float = 0.25, open_revocability: float = 1.0) -> ScoreTies:
    """Ties with the shares of Chinese open models in two cohorts; consumers stay at a tenth."""
    ties: list[ScoreTie] = []
    for cohort, share in zip(COHORTS, (startups, enterprise, 0.1), strict=True):
        ties += [
            _tie(cohort, "CN_open", "ai.model", share, 0.7, open_revocability),
            _tie(cohort, "US_open", "ai.model", (1 - share) * 0.2, 0.7, open_revocability),
            _tie(cohort, "OpenAI", "ai.model", (1 - share) * 0.5, 0.7, 0.9),
            _tie(cohort, "OtherUSclosed", "ai.model", (1 - share) * 0.3, 0.7, 0.9),
        ]
    for lab in ("OpenAI", "OtherUSclosed", "CN_open", "US_open"):
        ties.append(_tie(lab, "NVIDIA", "ai.accelerator", 1.0, 0.6 if lab == "CN_open" else 0.8, 1.0))
    ties.append(_tie("NVIDIA", "TSMC", "ai.foundry", 1.0, 0.9, 1.0))
    ties.append(_tie("OpenAI", "Microsoft", "ai.cloud", 1.0, 0.6, 1.0))
    return ScoreTies("ai", "2025", tuple(ties), _names(), cohorts=True, masses=MASSES)


def _names() -> Mapping[str, NodeName]:
    firms = {key: NodeName(key, key) for key in _FIRMS}
    return {**firms, **{key: NodeName(key, key, company=False) for key in COHORTS}}


def world(holdings: tuple[Holding, ...] = ()) -> World:
    """What scenarios of the toy may name."""
    slots = {
        f"ai.{key}": SlotTerms("tech", 0.7, 1.0, NodeName(key, key, company=False))
        for key in ("model", "accelerator", "foundry", "cloud")
    }
    countries = {"CN_open": "CN", "TSMC": "TW", **{key: "US" for key in _FIRMS if key not in ("CN_open", "TSMC")}}
    return World(
        {"ai": NodeName("AI", "人工智能", company=False)},
        {key: NodeName(key, key) for key in _FIRMS},
        {key: NodeName(key, key, company=False) for key in COHORTS},
        slots,
        countries,
        holdings,
        {row.point: (row.paradigm, row.side, row.weight) for row in holdings},
    )
