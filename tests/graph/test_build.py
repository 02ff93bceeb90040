from __future__ import annotations

import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from definer.data.read import Claims
from definer.graph.build import decimal_text, literal, nquads, nquads_parts
from definer.ontology.claim import Record
from definer.ontology.namespaces import expand
from definer.ontology.records import (
    RECORDS,
    CohortShare,
    Fundamental,
    FxRate,
    Organization,
    Source,
    Tie,
)

ID = "https://w3id.org/definer/id/"
TIE: dict[str, Any] = {
    "id": "t1", "dependent": "dell", "provider": "microsoft", "paradigm": "pc", "slot": "pc.os", "kind": "platform",
    "layer": "tech", "criticality": "0.9", "revocability": "1", "start": "1981-08", "end": "1999", "sources": "s1",
}  # fmt: skip


def claims(*records: Record) -> Claims:
    found: dict[str, tuple[Record, ...]] = dict.fromkeys(RECORDS, ())
    for record in records:
        found[type(record).__name__] += (record,)
    return Claims(MappingProxyType(found), "2025-11-15", "0123456789ab", MappingProxyType({}))


R = TypeVar("R", bound=Record)


def made(kind: type[R], /, **values: object) -> R:
    return kind.model_validate(values)


def tie(changes: dict[str, object]) -> Tie:
    return Tie.model_validate(TIE | changes)


def said(*records: Record, of: str) -> set[tuple[str, str]]:
    """Property (prefixed) and value (N-Triples) of everything said of a node."""
    quads = ox.parse(nquads(claims(*records)), format=ox.RdfFormat.N_QUADS)
    return {(quad.predicate.value, str(quad.object)) for quad in quads if quad.subject == ox.NamedNode(ID + of)}


def has(found: set[tuple[str, str]], curie: str) -> set[str]:
    return {value for predicate, value in found if predicate == expand(curie)}


def xsd(text: str, kind: str) -> str:
    return f'"{text}"^^<http://www.w3.org/2001/XMLSchema#{kind}>'


def test_every_field_becomes_its_term() -> None:
    found = said(tie({"closed": "true", "locator": "p. 3"}), of="tie/t1")
    assert has(found, "rdf:type") == {f"<{expand('def:Tie')}>"}
    assert has(found, "def:dependent") == {f"<{ID}org/dell>"}
    assert has(found, "def:slot") == {f"<{ID}slot/pc.os>"}
    assert has(found, "def:layer") == {"<https://w3id.org/definer/code/layer#tech>"}
    assert has(found, "def:criticality") == {xsd("0.9", "decimal")}
    assert has(found, "def:closed") == {xsd("true", "boolean")}
    assert has(found, "def:roundTrip") == {xsd("false", "boolean")}
    assert has(found, "def:locator") == {'"p. 3"'}
    assert has(found, "def:quote") == set()


def test_dates_keep_their_precision_and_get_a_day() -> None:
    found = said(tie({"known_from": "1990-05-06"}), of="tie/t1")
    assert has(found, "def:start") == {xsd("1981-08", "gYearMonth")}
    assert has(found, "def:validFrom") == {xsd("1981-08-01", "date")}
    assert has(found, "def:end") == {xsd("1999", "gYear")}
    assert has(found, "def:validUntil") == {xsd("1999-01-01", "date")}
    assert has(found, "def:knownFrom") == has(found, "def:knownSince") == {xsd("1990-05-06", "date")}


def test_an_unknown_end_is_no_open_end() -> None:
    unknown = said(tie({"end": "unknown"}), of="tie/t1")
    assert has(unknown, "def:endUnknown") == {xsd("true", "boolean")}
    assert has(unknown, "def:end") == has(unknown, "def:validUntil") == set()
    open_ = said(tie({"end": None}), of="tie/t1")
    assert has(open_, "def:endUnknown") == has(open_, "def:end") == set()


@pytest.mark.parametrize(
    ("end", "until"), [("2023", "2024-01-01"), ("2024-02", "2024-03-01"), ("2023-12-31", "2024-01-01")]
)
def test_a_period_ends_the_day_after_its_last(end: str, until: str) -> None:
    figure = made(
        Fundamental, id="f1", sources="s1", organization="dell", metric="revenue", low="1", high="2", unit="bn",
        currency="USD", period_start="2023", period_end=end,
    )  # fmt: skip
    found = said(figure, of="fundamental/f1")
    assert has(found, "def:validFrom") == {xsd("2023-01-01", "date")}
    assert has(found, "def:validUntil") == {xsd(until, "date")}


@pytest.mark.parametrize(("evidence", "sources", "stated", "given"), [
    ("sourced", "s1", None, "0.9"), ("known", "known", None, "0.5"), ("known", "known", "0.25", "0.25"),
])  # fmt: skip
def test_confidence_is_always_there(evidence: str, sources: str, stated: str | None, given: str) -> None:
    found = said(tie({"evidence": evidence, "sources": sources, "confidence": stated}), of="tie/t1")
    assert has(found, "def:confidence") == {xsd(given, "decimal")}


@pytest.mark.parametrize(("kind", "also"), [
    ("company", {"def:Company"}), ("capital_source", {"def:CapitalSource"}), ("public_body", {"def:PublicBody"}),
    ("group", {"def:Group"}), ("organization", set()),
])  # fmt: skip
def test_an_organization_has_its_kind_and_both_names(kind: str, also: set[str]) -> None:
    capital = "venture_capital" if kind == "capital_source" else None
    firm = made(Organization, id="x", kind=kind, name_en="X", name_zh="某", capital_kind=capital, sources="s1")
    found = said(firm, of="org/x")
    assert has(found, "rdf:type") == {f"<{expand(curie)}>" for curie in {"def:Organization"} | also}
    assert {value.lower() for value in has(found, "skos:prefLabel")} == {'"x"@en', '"某"@zh-hans'}


def test_providers_that_are_no_organization() -> None:
    standard = said(tie({"provider": "OPEN:GB/T"}), of="standard/GB%2FT")
    assert has(standard, "rdf:type") == {f"<{expand('def:OpenStandard')}>"}
    assert '"GB/T"@en' in has(standard, "skos:prefLabel")
    share = made(
        CohortShare,
        id="c",
        sources="s1",
        cohort="k",
        provider="IN_HOUSE",
        date="2020",
        share_low="0.1",
        share_high="0.2",
    )
    assert has(said(share, of="cohort-share/c"), "def:provider") == {f"<{expand('def:InHouse')}>"}


def test_lists_and_repeated_items() -> None:
    found = said(tie({"sources": "s1;s2;s1"}), of="tie/t1")
    assert has(found, "prov:hadPrimarySource") == {f"<{ID}source/s1>", f"<{ID}source/s2>"}
    text = nquads(claims(tie({"sources": "s1;s2;s1"}))).decode()
    assert len(text.splitlines()) == len(set(text.splitlines()))


def test_the_data_set_states_its_date_and_version() -> None:
    found = said(of="dataset")
    assert has(found, "dcterms:valid") == {xsd("2025-11-15", "date")}
    assert has(found, "schema:version") == {'"0123456789ab"'}


HOSTILE = st.text(st.characters(blacklist_categories=["Cs", "Cc", "Cf", "Zl", "Zp"]), min_size=1).filter(str.strip)


@given(HOSTILE)
def test_any_text_survives(text: str) -> None:
    title = text.strip()
    record = made(Source, id="s1", title=title, tier="3", note='<img src=x onerror="alert(1)"> \\ "')
    quads = ox.parse(nquads(claims(record)), format=ox.RdfFormat.N_QUADS)
    values = {quad.object.value for quad in quads if isinstance(quad.object, ox.Literal)}
    assert title in values
    assert '<img src=x onerror="alert(1)"> \\ "' in values


@given(st.text(st.characters(blacklist_categories=["Cs"])))
def test_literals_are_read_back(text: str) -> None:
    line = f"<a:a> <a:b> {literal(text)} .\n"
    assert line.count("\n") == 1
    (quad,) = ox.parse(line.encode(), format=ox.RdfFormat.N_QUADS)
    assert quad.object == ox.Literal(text)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**9), max_value=10**9))
def test_decimals_are_exact_and_shortest(value: Decimal) -> None:
    text = decimal_text(value)
    assert Decimal(text) == value
    assert "E" not in text
    assert not ("." in text and text.endswith(("0", ".")))


def test_lines_are_sorted_and_do_not_depend_on_the_order_of_records() -> None:
    one, two = made(FxRate, id="a", month="2025-01", currency="CNY", units_per_usd="7.1", sources="s"), tie({})
    three = tie({"id": "t0", "provider": "OPEN:usb"})
    text = nquads(claims(one, two, three))
    assert text == nquads(claims(three, two, one))
    lines = text.decode().splitlines()
    assert lines == sorted(lines)


SCRIPT = """
import hashlib
from definer.data.read import read_claims, shipped_claims
from definer.graph.build import nquads
from definer.graph.store import Store
claims = read_claims(shipped_claims())
print(hashlib.sha256(nquads(claims)).hexdigest(), hashlib.sha256(Store.from_claims(claims).turtle()).hexdigest())
"""


def test_bytes_do_not_depend_on_the_hash_seed(root: Path) -> None:
    found = set()
    for seed in ("0", "4711"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(root / "src"), "LC_ALL": "C"}
        done = subprocess.run([sys.executable, "-c", SCRIPT], env=environment, capture_output=True, check=True)
        found.add(done.stdout)
    assert len(found) == 1


def test_parts_say_the_same_as_the_whole(claims: Claims) -> None:
    whole = set(nquads(claims).splitlines())
    parts = list(nquads_parts(claims, size=5000))
    assert len(parts) > 3
    assert set().union(*(part.splitlines() for part in parts)) == whole
