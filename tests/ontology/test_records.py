"""Records: what each takes, and the code with which each refuses a fault."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from definer.ontology import records
from definer.ontology.claim import KNOWN, Record
from definer.ontology.namespaces import PREFIXES, code_iri, expand, thing_iri
from definer.ontology.records import RECORDS, Fundamental, Investment, Organization, Tie
from definer.ontology.words import DEFAULT_CONFIDENCE

NAMES = {"label_en": "system", "label_zh": "系统"}
DEFINITIONS = {"definition_en": "What runs the machine", "definition_zh": "驱动机器之物"}
CLAIM = {"sources": "annual_report"}
RIGHT: dict[str, dict[str, Any]] = {
    "Source": {"title": "Annual report", "tier": 1},
    "Paradigm": {
        **NAMES, **DEFINITIONS, "start": "1975", "status": "settled", "coded_from": "1977", "coded_to": "2005",
    },
    "Industry": NAMES,
    "Organization": {**CLAIM, "kind": "company", "name_en": "Microsoft", "name_zh": "微软"},
    "ControlPoint": {**NAMES, "paradigm": "pc", "kind": "software_layer", "side": "software"},
    "Slot": {
        **NAMES, **DEFINITIONS, "paradigm": "pc", "layer": "tech", "side": "software",
        "criticality": "0.9", "revocability": "0.6",
    },
    "Cohort": {**NAMES, "paradigm": "pc"},
    "Candidacy": {"organization": "acer", "paradigm": "pc", "in_rule": True, "slots_enumerated": True},
    "Tie": {
        **CLAIM, "dependent": "acer", "provider": "microsoft", "paradigm": "pc", "slot": "pc.os", "kind": "platform",
        "layer": "tech", "criticality": "0.9", "revocability": "0.6",
    },
    "TieEvidence": {**CLAIM, "tie": "t1", "fields": "existence;start"},
    "CohortShare": {
        **CLAIM, "cohort": "pc_buyers", "provider": "microsoft", "date": "1995",
        "share_low": "0.8", "share_high": "0.9",
    },
    "ControlHolding": {**CLAIM, "control_point": "pc.desktop_os", "holder": "microsoft", "degree": "1"},
    "DefinitionEvent": {**CLAIM, **NAMES, "paradigm": "pc", "date": "1981-08-12", "actors": "ibm;microsoft"},
    "Investment": {**CLAIM, "investor": "sequoia", "investee": "acer", "amount_scope": "undisclosed"},
    "Valuation": {
        **CLAIM, "low": "3.1", "high": "3.2", "organization": "acer", "date": "2024", "kind": "market_cap",
        "currency": "USD",
    },
    "Fundamental": {
        **CLAIM, "low": "8", "high": "8", "organization": "acer", "metric": "revenue", "period_start": "2024",
        "period_end": "2024", "unit": "bn", "currency": "USD",
    },
    "Indicator": {
        "industry": "software", "scope": "US", "metric": "price_to_sales", "date": "2024", "low": "2", "middle": "4",
        "high": "7", "n": 31, "sources": "forbes",
    },
    "FxRate": {"month": "2024-12", "currency": "CNY", "units_per_usd": "7.28", "sources": "fx"},
    "Statement": {
        **CLAIM, "text": "essay", "line": 12, "quote": "微软市值3万亿美元", "subject": "Microsoft",
        "predicate": "market_cap", "stated": "3", "verdict": "confirmed",
    },
    "Disagreement": {
        "topic_en": "Market cap", "topic_zh": "市值", "attribute": "market_cap", "claim_a": "3.1", "sources_a": "one",
        "claim_b": "3.2", "sources_b": "other",
    },
}  # fmt: skip
FAULTS: list[tuple[str, dict[str, Any], str, str]] = [
    # record, columns changed, code, column blamed
    ("Tie", {"provider": "acer"}, "self_tie", "provider"),
    ("Tie", {"criticality": None}, "slot_tie_incomplete", "criticality"),
    ("Tie", {"layer": "capital"}, "capital_slot", "layer"),
    ("Tie", {"amount_low": "1"}, "no_currency", "currency"),
    ("Tie", {"amount_low": "2", "amount_high": "1", "currency": "USD"}, "low_above_high", "amount_low"),
    ("Tie", {"share_low": "0.6", "share_high": "0.5"}, "low_above_high", "share_low"),
    ("Tie", {"start": "1995", "end": "1994"}, "end_before_start", "end"),
    ("Tie", {"start": "1995-06-02", "end": "1995-06-01"}, "end_before_start", "end"),
    ("Tie", {"sources": ""}, "no_source", "sources"),
    ("Tie", {"evidence": "known"}, "evidence_mismatch", "evidence"),
    ("Tie", {"sources": KNOWN}, "evidence_mismatch", "evidence"),
    ("Organization", {"name_zh": "Microsoft"}, "unmarked_latin_name", "name_zh_status"),
    ("Organization", {"name_zh_status": "latin"}, "latin_name", "name_zh_status"),
    ("Organization", {"capital_kind": "bank"}, "capital_kind", "capital_kind"),
    ("Organization", {"kind": "capital_source"}, "capital_kind", "capital_kind"),
    ("CohortShare", {"share_low": "0.95"}, "low_above_high", "share_low"),
    ("ControlHolding", {"start": "2001", "end": "1999-12"}, "end_before_start", "end"),
    ("Investment", {"investor": "acer"}, "self_tie", "investee"),
    ("Investment", {"amount_low": "1"}, "no_currency", "currency"),
    ("Investment", {"amount_low": "2", "amount_high": "1", "currency": "USD"}, "low_above_high", "amount_low"),
    ("Investment", {"stake_low": "0.2", "stake_high": "0.1"}, "low_above_high", "stake_low"),
    ("Valuation", {"low": "4"}, "low_above_high", "low"),
    ("Fundamental", {"low": "9"}, "low_above_high", "low"),
    ("Fundamental", {"period_end": "2023"}, "end_before_start", "period_end"),
]
TYPE_FAULTS: list[tuple[str, dict[str, Any], str]] = [
    ("TieEvidence", {"fields": "existence;colour"}, "literal_error"),
    ("TieEvidence", {"fields": ""}, "too_short"),
    ("Tie", {"share_basis": "guess"}, "literal_error"),
    ("Tie", {"share_high": "1.01"}, "less_than_equal"),
    ("Tie", {"share_low": "-0.1"}, "greater_than_equal"),
    ("Tie", {"provider": "in_house!"}, "string_pattern_mismatch"),
    ("Tie", {"layer": "cloud"}, "literal_error"),
    ("Tie", {"quote": "x" * 61}, "quote_long"),
    ("Tie", {"start": "1995-02-30"}, "impossible_date"),
    ("Tie", {"id": "T 1"}, "string_pattern_mismatch"),
    ("Tie", {"colour": "red"}, "extra_forbidden"),
    ("Tie", {"dependent": None}, "string_type"),
    ("ControlHolding", {"degree": "1.5"}, "less_than_equal"),
    ("Organization", {"name_en": " "}, "string_too_short"),
    ("Organization", {"country": "UK"}, "unknown_country"),
    ("Valuation", {"currency": "RMB"}, "unknown_currency"),
    ("Valuation", {"low": "NaN"}, "finite_number"),
    ("FxRate", {"units_per_usd": "0"}, "greater_than"),
    ("FxRate", {"month": "2024"}, "string_pattern_mismatch"),
    ("Source", {"tier": 6}, "less_than_equal"),
    ("Fundamental", {"metric": "net income"}, "string_pattern_mismatch"),
    ("Indicator", {"n": -1}, "greater_than_equal"),
]


def make(name: str, **changes: object) -> Record:
    return RECORDS[name].model_validate({"id": "x1", **RIGHT[name], **changes})


def test_every_record_has_a_right_example() -> None:
    assert RIGHT.keys() == RECORDS.keys()


@pytest.mark.parametrize("name", RECORDS)
def test_takes_the_right_row(name: str) -> None:
    assert make(name).id == "x1"


@pytest.mark.parametrize(("name", "changes", "code", "column"), FAULTS)
def test_refuses_a_fault_with_its_code_and_column(name: str, changes: dict[str, Any], code: str, column: str) -> None:
    with pytest.raises(ValidationError) as raised:
        make(name, **changes)
    errors = raised.value.errors()
    assert [error["type"] for error in errors] == [code]
    assert errors[0].get("ctx", {})["column"] == column
    assert column in RECORDS[name].model_fields


@pytest.mark.parametrize(("name", "changes", "code"), TYPE_FAULTS)
def test_refuses_a_wrong_value(name: str, changes: dict[str, Any], code: str) -> None:
    with pytest.raises(ValidationError) as raised:
        make(name, **changes)
    (error,) = raised.value.errors()
    assert error["type"] == code
    assert error["loc"][0] in changes


@pytest.mark.parametrize("name", RECORDS)
def test_each_required_column_is_missed(name: str) -> None:
    required = {field for field, info in RECORDS[name].model_fields.items() if info.is_required()}
    with pytest.raises(ValidationError) as raised:
        RECORDS[name].model_validate({})
    assert {str(error["loc"][0]) for error in raised.value.errors() if error["type"] == "missing"} == required


@pytest.mark.parametrize("name", RECORDS)
def test_records_cannot_be_changed(name: str) -> None:
    record = make(name)
    with pytest.raises(ValidationError, match="frozen"):
        record.id = "other"


def test_confidence_defaults_by_evidence() -> None:
    sourced, known = make("Tie"), make("Tie", sources=KNOWN, evidence="known")
    stated = make("Tie", confidence="0.7")
    assert isinstance(sourced, Tie)
    assert isinstance(known, Tie)
    assert isinstance(stated, Tie)
    assert (sourced.gamma, known.gamma, stated.gamma) == (Decimal("0.9"), Decimal("0.5"), Decimal("0.7"))
    assert {"sourced": Decimal("0.9"), "known": Decimal("0.5")} == DEFAULT_CONFIDENCE


@given(st.decimals(0, 1, places=3), st.decimals(0, 1, places=3))
def test_a_share_range_is_taken_exactly_when_it_is_one(low: Decimal, high: Decimal) -> None:
    if low <= high:
        make("Tie", share_low=low, share_high=high)
        return
    with pytest.raises(ValidationError) as raised:
        make("Tie", share_low=low, share_high=high)
    assert raised.value.errors()[0]["type"] == "low_above_high"


@pytest.mark.parametrize("provider", ["IN_HOUSE", "UNKNOWN", "OPEN:GB/T", "OPEN:x86-64", "microsoft"])
def test_providers_that_are_no_organization(provider: str) -> None:
    tie = make("Tie", provider=provider)
    assert isinstance(tie, Tie)
    assert tie.provider == provider
    assert thing_iri("provider", provider).startswith("https://w3id.org/definer/")


def test_dates_that_overlap_by_their_precision_are_in_order() -> None:
    for start, end in (("1995-06", "1995"), ("1995", "1995-01-01"), ("1995", "unknown")):
        tie = make("Tie", start=start, end=end)
        assert isinstance(tie, Tie)
        assert (tie.start, tie.end) == (start, end)
    figure = make("Fundamental", period_start="2024-07", period_end="2024")
    assert isinstance(figure, Fundamental)
    assert figure.period_end == "2024"


def test_every_fault_of_a_tie_is_told_at_once_or_the_first_rule_named() -> None:
    with pytest.raises(ValidationError) as raised:
        make("Tie", share_high="2", layer="cloud", start="1995-02-30")
    assert {error["type"] for error in raised.value.errors()} == {"less_than_equal", "literal_error", "impossible_date"}


def test_classes_are_exported() -> None:
    assert set(records.__all__) == {*RECORDS, "RECORDS"}
    assert (Tie, Investment, Fundamental, Organization) == tuple(
        RECORDS[name] for name in ("Tie", "Investment", "Fundamental", "Organization")
    )


def test_iris() -> None:
    assert expand("def:Tie") == "https://w3id.org/definer/ontology#Tie"
    assert code_iri("layer", "tech") == "https://w3id.org/definer/code/layer#tech"
    assert thing_iri("org", "catl") == "https://w3id.org/definer/id/org/catl"
    assert thing_iri("provider", "OPEN:GB/T") == "https://w3id.org/definer/id/standard/GB%2FT"
    with pytest.raises(KeyError):
        expand("nope:Tie")
    assert len(set(PREFIXES.values())) == len(PREFIXES)
