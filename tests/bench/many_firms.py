"""Made-up claims about any number of firms, the same in every run: a page is tried with them at sizes no data has."""

from __future__ import annotations

import numpy as np

from definer.viz.assembly import Powers
from definer.viz.evidence import Evidence, Row
from definer.viz.page import NetworkPage, page

__all__ = ["PARADIGMS", "made_up", "made_up_page"]

PARADIGMS = ("pc", "search", "mobile", "new_energy", "ai")
_LAYERS = ("tech", "dist", "supply", "capital")
_COUNTRIES = ("US", "CN", "JP", "KR", "TW", "DE", "IN")
_KINDS = ("Company", "Company", "Company", "Company", "CapitalSource", "OpenStandard", "PublicBody")
_TIES_PER_FIRM = 3.0
_YEARS = range(1975, 2026)


def made_up(firms: int, seed: int = 1) -> tuple[Evidence, Powers]:
    """Claims about `firms` firms and a power of each in some years.

    Providers are chosen by Zipf's law, most ties stay inside a paradigm, one in eight leaves it.
    """
    random = np.random.Generator(np.random.Philox(seed))
    ids = [f"firm_{number}" for number in range(firms)]
    home = random.integers(len(PARADIGMS), size=firms)
    organizations = {key: _firm(number, key) for number, key in enumerate(ids)}
    members = [np.flatnonzero(home == place) for place in range(len(PARADIGMS))]
    ties: list[Row] = []
    for number in range(int(firms * _TIES_PER_FIRM)):
        dependent = int(random.integers(firms))
        place = int(home[dependent]) if random.random() < 7 / 8 else int(random.integers(len(PARADIGMS)))
        near = members[place]
        provider = int(near[min(len(near) - 1, int(random.zipf(1.4)) - 1)])
        if provider != dependent:
            ties.append(_tie(number, ids[dependent], ids[provider], PARADIGMS[place], int(random.integers(40))))
    strength = 0.2 / (1 + random.permutation(firms))
    powers = {
        paradigm: {year: {ids[firm]: float(strength[firm]) for firm in members[place][:2000]} for year in _YEARS}
        for place, paradigm in enumerate(PARADIGMS)
    }
    return _evidence(organizations, ties), powers


def made_up_page(firms: int) -> NetworkPage:
    """The network page of these claims."""
    evidence, powers = made_up(firms)
    return page(evidence, {"power": powers}, last="2025-11-15", as_of="2025-11-15")


def _firm(number: int, key: str) -> Row:
    country, kind = _COUNTRIES[number % len(_COUNTRIES)], _KINDS[number % len(_KINDS)]
    names = {"name_en": f"Firm {number}", "name_zh": f"公司{number}"}
    return {"org": key, **names, "country": country, "founded": str(1900 + number % 120), "kind": kind}


def _tie(number: int, dependent: str, provider: str, paradigm: str, age: int) -> Row:
    return {
        "tie": f"t{number}",
        "dependent": dependent,
        "provider": provider,
        "paradigm": paradigm,
        "slot": f"slot_{number % 12}",
        "kind": "component",
        "layer": _LAYERS[number % len(_LAYERS)],
        "status": "active",
        "evidence": "sourced" if number % 3 else "known",
        "start": str(2020 - age),
        "end": "",
        "criticality": "0.5",
        "revocability": "0.5",
        "quote": f"what source {number % 200} says",
    }


def _evidence(organizations: dict[str, Row], ties: list[Row]) -> Evidence:
    eras = {"pc": "1975", "search": "1994", "mobile": "2000", "new_energy": "2008", "ai": "2016"}
    return Evidence(
        organizations=organizations,
        standards={},
        paradigms={key: {"name_en": key, "coded_from": year, "coded_to": "2025-11-15"} for key, year in eras.items()},
        slots={
            f"slot_{n}": {"name_en": f"Slot {n}", "name_zh": f"槽位{n}", "definition_en": "", "definition_zh": ""}
            for n in range(12)
        },
        sources={f"s{n}": {"title": f"Source {n}", "url": f"https://example.org/{n}"} for n in range(200)},
        ties=ties,
        investments=[],
        holdings=[],
        statements=[],
        events=[],
        witnesses=[],
        citations={row["tie"]: (f"s{number % 200}",) for number, row in enumerate(ties)},
        words={},
    )
