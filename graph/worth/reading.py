"""Reading of what a store says about worth: companies, valuations, revenues, multiples and exchange rates.

Six queries read all of it; the choice among claims is made in Python, where it can be tested. Nothing here
reads ties or scores.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from ...ontology.namespaces import PREFIXES, local_id
from ...ontology.values import earliest
from ..errors import GraphError
from .baseline import PRICE_TO_SALES
from .fx import FxTable
from .observations import Evidence, Firm, FundamentalClaim, Multiple, Observations, ValuationClaim

if TYPE_CHECKING:
    from ..store import Store

__all__ = ["FIGURES", "SALES", "ObservationError", "number", "read_observations"]

_Row = Sequence[Any]
_Claim = TypeVar("_Claim", ValuationClaim, FundamentalClaim)


SALES = ("revenue", "arr")
"""Metrics that a revenue of twelve months is found among."""
FIGURES = (
    "net_income",
    "net_loss",
    "revenue_growth",
    "book_equity",
    "forecast_roe",
    "cost_of_equity",
    "payout_ratio",
    "residual_income_persistence",
)
"""Metrics that baselines other than the first read."""

_HEAD = "\n".join(f"PREFIX {prefix}: <{iri}>" for prefix, iri in PREFIXES.items() if prefix in {"def", "prov", "skos"})
_EVIDENCE = """
  OPTIONAL { ?claim def:rank ?rank } OPTIONAL { ?claim def:valueStatus ?status }
  OPTIONAL { ?claim def:evidence ?evidence } OPTIONAL { ?claim def:operator ?operator }
  OPTIONAL { ?claim prov:hadPrimarySource ?source OPTIONAL { ?source def:tier ?tier } }
}"""

FIRMS = (
    _HEAD
    + """
SELECT ?firm ?en ?zh ?country ?paradigm ?industry WHERE {
  ?firm a def:Company .
  OPTIONAL { ?firm skos:prefLabel ?en FILTER(LANG(?en) = "en") }
  OPTIONAL { ?firm skos:prefLabel ?zh FILTER(LANGMATCHES(LANG(?zh), "zh")) }
  OPTIONAL { ?firm def:country ?country } OPTIONAL { ?firm def:homeParadigm ?paradigm }
  OPTIONAL { ?firm def:industry ?industry }
}"""
)
VALUATIONS = (
    _HEAD
    + """
SELECT ?claim ?firm ?low ?high ?currency ?date ?kind ?locator
       ?rank ?status ?evidence ?operator ?source ?tier WHERE {
  ?claim a def:Valuation ; def:organization ?firm ; def:low ?low ; def:high ?high ; def:currency ?currency ;
    def:date ?date ; def:valuationKind ?kind .
  OPTIONAL { ?claim def:locator ?locator }"""
    + _EVIDENCE
)
FUNDAMENTALS = (
    _HEAD
    + f"""
SELECT ?claim ?firm ?low ?high ?currency ?metric ?start ?end ?unit
       ?rank ?status ?evidence ?operator ?source ?tier WHERE {{
  VALUES ?metric {{ {" ".join(f'"{metric}"' for metric in (*SALES, *FIGURES))} }}"""
    + """
  ?claim a def:Fundamental ; def:metric ?metric ; def:organization ?firm ; def:low ?low ; def:high ?high ;
    def:periodStart ?start ; def:periodEnd ?end .
  OPTIONAL { ?claim def:currency ?currency } OPTIONAL { ?claim def:unit ?unit }"""
    + _EVIDENCE
)
MULTIPLES = (
    _HEAD
    + f"""
SELECT ?claim ?industry ?metric ?date ?low ?middle ?high ?n ?source WHERE {{
  VALUES ?metric {{ "{PRICE_TO_SALES}" }}
  ?claim a def:Indicator ; def:industry ?industry ; def:scope "all" ; def:metric ?metric ; def:date ?date ;
    def:low ?low ; def:middle ?middle ; def:high ?high ; def:count ?n .
  OPTIONAL {{ ?claim prov:hadPrimarySource ?source }}
}}"""
)
HEADINGS = _HEAD + "\nSELECT ?industry ?heading WHERE { ?industry a def:Industry ; skos:altLabel ?heading }"
RATES = (
    _HEAD
    + "\nSELECT ?claim ?currency ?month ?rate WHERE {\n"
    + ("  ?claim a def:FxRate ; def:currency ?currency ; def:date ?month ; def:unitsPerUsd ?rate }")
)


class ObservationError(GraphError, ValueError):
    """A claim of a store states what cannot be computed with.

    Parameters
    ----------
    claim, field : str
        Where it stands.
    en, zh : str
        What is wrong.
    """

    def __init__(self, claim: str, field: str, en: str, zh: str) -> None:
        super().__init__(f"{claim}: {field}: {en}; mend the claim", f"{claim}：{field}：{zh}；请更正该主张。")


def read_observations(store: Store) -> Observations:
    """Read every company, valuation, revenue, multiple and rate of `store`.

    Raises
    ------
    ObservationError
        An amount that is no finite number, a range whose low end lies above its high end, or what is no date; names
        the claim and the field.
    """
    figures = [_fundamental(rows) for rows in _claims(store.query(FUNDAMENTALS).rows)]
    return Observations(
        firms=_firms(store.query(FIRMS).rows),
        valuations=_by_firm(_valuation(rows) for rows in _claims(store.query(VALUATIONS).rows)),
        fundamentals=_by_firm(claim for claim in figures if claim.metric in SALES),
        multiples=_multiples(store.query(MULTIPLES).rows),
        fx=_fx(store.query(RATES).rows),
        figures=_by_firm(claim for claim in figures if claim.metric not in SALES),
        headings=_headings(store.query(HEADINGS).rows),
    )


def number(text: str | None, claim: str, field: str) -> float:
    """Finite number that a claim states.

    Raises
    ------
    ObservationError
        It is none; names the claim and the field.
    """
    try:
        value = float(text or "")
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise ObservationError(claim, field, f"not a finite number: {text!r}", f"不是有限数值：{text!r}")
    return value


def _day(text: str | None, claim: str, field: str) -> str:
    try:
        earliest(text or "")
    except ValueError:
        raise ObservationError(claim, field, f"not a date: {text!r}", f"不是日期：{text!r}") from None
    return text or ""


def _claims(rows: Iterable[_Row]) -> list[list[_Row]]:
    """Rows of each claim (one per source), claims sorted by id."""
    groups: dict[str, list[_Row]] = defaultdict(list)
    for row in rows:
        groups[local_id(row[0] or "")].append(row)
    return [groups[key] for key in sorted(groups)]


def _range(row: _Row, claim: str) -> tuple[float, float]:
    low, high = number(row[2], claim, "low"), number(row[3], claim, "high")
    if low > high:
        raise ObservationError(claim, "low above high", f"{row[2]} > {row[3]}", f"{row[2]} > {row[3]}")
    return low, high


def _word(iri: str | None, default: str) -> str:
    return local_id(iri) if iri else default


def _evidence(rows: list[_Row], at: int) -> Evidence:
    first = rows[0]
    return Evidence(
        rank=_word(first[at], "normal"),
        status=_word(first[at + 1], "reported"),
        evidence=_word(first[at + 2], "sourced"),
        operator=_word(first[at + 3], "exact"),
        sources=tuple(sorted({local_id(source) for row in rows if (source := row[at + 4])})),
        tier=min((int(tier) for row in rows if (tier := row[at + 5])), default=5),
    )


def _valuation(rows: list[_Row]) -> ValuationClaim:
    row = rows[0]
    key = local_id(row[0] or "")
    low, high = _range(row, key)
    firm, currency, kind = (row[at] or "" for at in (1, 4, 6))
    date = _day(row[5], key, "date")
    evidence = _evidence(rows, 8)
    return ValuationClaim(key, local_id(firm), date, local_id(kind), low, high, currency, evidence, row[7] or "")


def _fundamental(rows: list[_Row]) -> FundamentalClaim:
    row = rows[0]
    key = local_id(row[0] or "")
    low, high = _range(row, key)
    firm, metric = row[1] or "", row[5] or ""
    start, end = _day(row[6], key, "period_start"), _day(row[7], key, "period_end")
    evidence = _evidence(rows, 9)
    return FundamentalClaim(key, local_id(firm), metric, start, end, low, high, row[4], evidence, row[8] or "")


def _by_firm(claims: Iterable[_Claim]) -> dict[str, tuple[_Claim, ...]]:
    groups: dict[str, list[_Claim]] = defaultdict(list)
    for claim in claims:
        groups[claim.firm].append(claim)
    return {firm: tuple(found) for firm, found in groups.items()}


def _firms(rows: Iterable[_Row]) -> tuple[Firm, ...]:
    found: dict[str, Firm] = {}
    for iri, en, zh, country, paradigm, industry in sorted(rows, key=lambda row: [cell or "" for cell in row]):
        key = local_id(iri or "")
        # Foreign RDF may give a firm two labels or industries: the first in order stands, in every run.
        found.setdefault(
            key,
            Firm(
                key,
                en or key,
                zh or en or key,
                country,
                paradigm and local_id(paradigm),
                industry and local_id(industry),
            ),
        )
    return tuple(found[key] for key in sorted(found))


def _multiples(rows: Iterable[_Row]) -> dict[str, tuple[Multiple, ...]]:
    groups: dict[str, list[Multiple]] = defaultdict(list)
    for group in _claims(rows):
        claim, industry, metric, date, low, middle, high, n, _ = group[0]
        key = local_id(claim or "")
        sources = tuple(sorted({local_id(row[8]) for row in group if row[8]}))
        quartiles = [number(cell, key, field) for cell, field in ((low, "low"), (middle, "middle"), (high, "high"))]
        name = local_id(industry or "")
        groups[name].append(
            Multiple(
                key,
                name,
                metric or "",
                _day(date, key, "date"),
                quartiles[0],
                quartiles[1],
                quartiles[2],
                int(number(n, key, "n")),
                sources,
            )
        )
    return {name: tuple(found) for name, found in groups.items()}


def _headings(rows: Iterable[_Row]) -> dict[str, str]:
    # A heading of two industries belongs to the first in order, in every run.
    pairs = sorted(((heading or "").strip(), local_id(industry or "")) for industry, heading in rows)
    return dict(reversed(pairs))


def _fx(rows: Iterable[_Row]) -> FxTable:
    rates = {}
    for claim, currency, month, rate in sorted(rows, key=lambda row: row[0] or "", reverse=True):
        key = local_id(claim or "")
        units = number(rate, key, "units_per_usd")
        if units <= 0:
            raise ObservationError(key, "units_per_usd", f"not above zero: {rate}", f"必须大于零：{rate}")
        rates[currency or "", month or ""] = (units, key)
    return FxTable(rates)
