from __future__ import annotations

import re
from pathlib import Path

from definer.data.read import Claims, find_faults, shipped_claims
from definer.ontology.records import (
    ControlHolding,
    ControlPoint,
    DefinitionEvent,
    Disagreement,
    FxRate,
    Investment,
    Organization,
    Paradigm,
    Source,
    Statement,
    Tie,
    Valuation,
)
from definer.ontology.values import QUOTE_LIMIT

PARADIGMS = {"pc", "search", "mobile", "new_energy", "ai"}


def test_the_shipped_claims_are_without_fault() -> None:
    assert [fault.message() for fault in find_faults(shipped_claims())] == []


def test_nothing_of_the_research_is_lost(claims: Claims, root: Path) -> None:
    counts = claims.counts
    kinds = [organization.kind for organization in claims.of(Organization)]
    assert {paradigm.id for paradigm in claims.of(Paradigm)} == PARADIGMS
    notes = (root / "data" / "README.md").read_text(encoding="utf-8")
    dropped = re.findall(r"^\| (?:pc|srch|mob|ne|ai)\d+ \| dropped \|", notes, re.MULTILINE)
    assert sum(tie.slot is not None for tie in claims.of(Tie)) + len(dropped) >= 6351  # the census, less what is listed
    assert kinds.count("company") + kinds.count("group") + kinds.count("organization") >= 650
    assert kinds.count("capital_source") + kinds.count("public_body") >= 50
    assert counts["Organization"] >= 700
    assert counts["DefinitionEvent"] >= 79  # 81 were researched, two of them twice
    assert counts["Investment"] >= 145
    assert counts["Valuation"] >= 250 + 2000
    assert counts["Fundamental"] >= 160 + 6000
    assert counts["Statement"] == 135
    assert counts["Disagreement"] >= 70
    assert counts["FxRate"] >= 4000


def test_the_horizon_is_the_date_of_the_data(claims: Claims) -> None:
    assert claims.as_of == "2025-11-15"


def test_every_source_is_used(claims: Claims) -> None:
    used: set[str] = {"known"}
    for records in claims.records.values():
        for record in records:
            for name in ("sources", "sources_a", "sources_b", "sources_c"):
                used.update(getattr(record, name, ()))
    used.update(statement.text for statement in claims.of(Statement))
    assert {source.id for source in claims.of(Source)} - used == set()


def test_quotes_are_short(claims: Claims) -> None:
    quotes = [getattr(record, "quote", None) or "" for records in claims.records.values() for record in records]
    assert max(map(len, quotes)) <= QUOTE_LIMIT
    assert all(statement.quote for statement in claims.of(Statement))


def test_every_paradigm_has_ties_points_holdings_and_events(claims: Claims) -> None:
    points = {point.id: point.paradigm for point in claims.of(ControlPoint)}
    assert set(points.values()) == PARADIGMS
    assert {points[holding.control_point] for holding in claims.of(ControlHolding)} == PARADIGMS
    assert {tie.paradigm for tie in claims.of(Tie) if tie.slot} == PARADIGMS
    assert {event.paradigm for event in claims.of(DefinitionEvent)} == PARADIGMS


def test_what_is_known_without_a_source_is_marked(claims: Claims) -> None:
    known = [tie for tie in claims.of(Tie) if tie.evidence == "known"]
    assert 2_000 < len(known) < len(claims.of(Tie))
    assert all(tie.sources == ("known",) for tie in known)


def test_capital_fills_no_slot_and_money_has_a_currency(claims: Claims) -> None:
    assert all(tie.slot is None for tie in claims.of(Tie) if tie.layer == "capital")
    money = [item for item in claims.of(Investment) if item.amount_low is not None]
    assert money
    assert all(item.currency for item in money)


def test_amounts_can_be_converted(claims: Claims) -> None:
    rates = {rate.currency for rate in claims.of(FxRate)} | {"USD"}
    assert {valuation.currency for valuation in claims.of(Valuation)} <= rates


def test_names_of_disagreeing_sources_differ(claims: Claims) -> None:
    assert all(item.claim_a != item.claim_b for item in claims.of(Disagreement))
