"""Random tables of ties and random suppositions, drawn alike in every run."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings

from definer.graph.names import NodeName
from definer.graph.power import ScoreTies, Spec
from definer.graph.scenario import World
from definer.graph.scenario.world import SlotTerms
from definer.viz.dossier.model import Era
from tests.graph.strategies import FIRMS, SLOTS, specs, tables

__all__ = ["random_scenarios", "random_tables", "world_of"]


def random_tables(count: int) -> list[tuple[ScoreTies, Spec]]:
    """Tables with circles, several rows per provider, shares of 0, closed slots, providers that are nobody."""
    drawn: list[tuple[ScoreTies, Spec]] = []

    @seed(20251115)
    @settings(
        max_examples=count, deadline=None, database=None, phases=[Phase.generate],
        suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow, HealthCheck.data_too_large],
    )  # fmt: skip
    @given(tables(), specs)
    def draw(table: ScoreTies, spec: Spec) -> None:
        drawn.append((table, spec))

    draw()
    return drawn


def world_of(ties: ScoreTies) -> World:
    """What a scenario of random ties may name: every firm is a company of one of two countries."""
    orgs = {org for tie in ties for org in (tie.dependent, tie.provider) if tie.is_named or org == tie.dependent}
    firms = {key: NodeName(key, key) for key in sorted({*FIRMS, *orgs})}
    slots = {slot: SlotTerms("tech", 0.9, 1.0, NodeName(slot, slot, company=False)) for slot in (*SLOTS, "fresh")}
    countries = {key: "US" if place % 2 else "CN" for place, key in enumerate(firms)}
    return World({ties.paradigm: NodeName("PC", "个人电脑")}, firms, {}, slots, countries)


def _random_operation(rng: random.Random, era: Era, places: list[Any]) -> dict[str, Any]:
    """One operation on ties or holdings that the claims have; every kind that a scenario knows comes up."""
    ties, world = era.ties.ties, era.world
    tie = rng.choice(ties)
    part = rng.choice([0.0, 0.1, 1 / 3, 0.5, 0.85, 1.0])
    share: Any = rng.choice([part, [part / 2, part]])
    pick = rng.choice([{"tie": tie.id}, {"dependent": tie.dependent, "slot": tie.slot}, {"provider": tie.provider}])
    named = [one.provider for one in ties if one.is_named]
    firm, other = rng.choice(named), rng.choice([one for one in named if one != tie.dependent])
    holding = rng.choice(places)
    slot_free = rng.choice(sorted(world.slots))
    made: list[dict[str, Any]] = [
        {"op": "remove_tie", **pick, "refill": rng.choice(["unnamed", "rivals"])},
        {"op": "reweight_tie", **pick, "share": share},
        {"op": "set_revocability", **pick, "value": part},
        {"op": "set_criticality", **pick, "value": part},
        {"op": "add_tie", "dependent": tie.dependent, "provider": other, "slot": slot_free, "share": share},
        {"op": "add_tie", "dependent": tie.dependent, "provider": other, "slot": tie.slot, "closed": part > 0.5},
        {"op": "remove_firm", "firm": [firm], "refill": rng.choice(["unnamed", "rivals"])},
        {"op": "remove_coalition", "country": rng.choice(["US", "CN", "TW"]), "customer_country": "CN"},
        {"op": "remove_coalition", "firms": firm, "refill": "rivals"},
        {
            "op": "set_holding_degree",
            "control_point": holding.point,
            "holder": holding.holder,
            "degree": part,
            "holdings": rng.choice(["essay", "researched", "both"]),
        },
        {
            "op": "add_control_point",
            "id": f"supposed.{rng.randrange(10**6)}",
            "side": "software",
            "holder": holding.holder,
            "degree": part,
        },
    ]
    crowds = [one for one in ties if one.dependent in world.cohorts]
    if crowds:
        crowd = rng.choice(crowds)
        shares = {firm: round(part * 0.6, 3), crowd.provider: 0.25} if crowd.provider != firm else {firm: part}
        made.append({"op": "shift_cohort_share", "cohort": crowd.dependent, "slot": crowd.slot, "shares": shares})
    return rng.choice(made)


def random_scenarios(eras: Mapping[str, Era], count: int) -> list[tuple[str, list[dict[str, Any]]]]:
    rng = random.Random(20251115)
    found = []
    for number in range(count):
        paradigm = list(eras)[number % len(eras)]
        era = eras[paradigm]
        places = list(era.world.holdings)
        operations = [_random_operation(rng, era, places) for _ in range(rng.randint(1, 3))]
        # After a firm has gone, ties that a later operation names by id may be gone too: that is a fault, tested below.
        cut = next((place for place, one in enumerate(operations) if "remove" in one["op"]), len(operations))
        found.append((paradigm, operations[: cut + 1]))
    return found
