"""The questions that a score puts to the store, and how their rows become ties and names.

These texts name every RDF property that a score reads; none of them is about money, events or control points.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Protocol, cast

from ...ontology.namespaces import PREFIXES, code_iri, local_id, thing_iri
from ...ontology.values import earliest
from ..names import NodeName
from .tie import SCORE_LAYERS, ScoreLayer, ScoreTie

__all__ = [
    "EVIDENCE_QUERY",
    "NAMES_QUERY",
    "PARADIGMS_QUERY",
    "TIES_QUERY",
    "ParadigmNote",
    "Queryable",
    "ask",
    "id_of",
    "iri_of",
    "names_of",
    "number",
    "select_names",
    "select_paradigms",
    "select_ties",
    "select_version",
    "truth",
]

_PREFIX: Final = "".join(f"PREFIX {name}: <{PREFIXES[name]}>\n" for name in ("def", "prov", "skos", "xsd"))

_DATASET, _VERSION = PREFIXES["schema"] + "Dataset", PREFIXES["schema"] + "version"

TIES_QUERY: Final = """
SELECT ?tie ?dependent ?provider ?paradigm ?slot ?layer ?from ?until ?endUnknown ?confirmed ?known ?low ?high
       ?criticality ?revocability ?closed ?roundTrip ?evidence ?confidence
WHERE {
  VALUES ?paradigm { $paradigms }
  VALUES ?layer { $layers }
  ?tie def:paradigm ?paradigm ; a def:Tie ; def:slot ?slot ; def:layer ?layer ;
       def:dependent ?dependent ; def:provider ?provider ; def:validFrom ?from ;
       def:criticality ?criticality ; def:revocability ?revocability ;
       def:evidence ?evidence ; def:confidence ?confidence .
  FILTER NOT EXISTS { ?dependent a def:Cohort }
  FILTER NOT EXISTS { ?tie def:rank $deprecated }
  FILTER NOT EXISTS { ?tie def:tieStatus ?status . FILTER(?status IN ($promised)) }
  OPTIONAL { ?tie def:validUntil ?until }
  OPTIONAL { ?tie def:endUnknown ?endUnknown }
  OPTIONAL { ?tie def:lastConfirmed ?confirmed }
  OPTIONAL { ?tie def:knownSince ?known }
  OPTIONAL { ?tie def:shareLow ?low }
  OPTIONAL { ?tie def:shareHigh ?high }
  OPTIONAL { ?tie def:closed ?closed }
  OPTIONAL { ?tie def:roundTrip ?roundTrip }
  $filters
}
"""
EVIDENCE_QUERY: Final = """
SELECT ?tie ?field ?confidence
WHERE {
  VALUES ?paradigm { $paradigms }
  ?evidence def:tie ?tie ; a def:TieEvidence ; def:attests ?field ; def:confidence ?confidence .
  ?tie def:paradigm ?paradigm .
  FILTER NOT EXISTS { ?evidence def:rank $deprecated }
}
"""
NAMES_QUERY: Final = """
SELECT DISTINCT ?node ?company ?naming ?name (LANG(?name) AS ?lang) WHERE {
  { ?node a def:Organization } UNION { ?node a def:Company }
  BIND(EXISTS { ?node a def:Company } AS ?company)
  OPTIONAL { VALUES ?naming { skos:prefLabel skos:altLabel } ?node ?naming ?name }
}
"""
PARADIGMS_QUERY: Final = """
SELECT DISTINCT ?paradigm ?start ?from ?to ?name (LANG(?name) AS ?lang) WHERE {
  { SELECT DISTINCT ?paradigm WHERE { { ?paradigm a def:Paradigm } UNION { ?tie a def:Tie ; def:paradigm ?paradigm } } }
  OPTIONAL { ?paradigm def:start ?start }
  OPTIONAL { ?paradigm def:codedFrom ?from }
  OPTIONAL { ?paradigm def:codedTo ?to }
  OPTIONAL { ?paradigm skos:prefLabel ?name }
}
"""
VERSION_QUERY: Final = f"SELECT ?version WHERE {{ ?dataset a <{_DATASET}> ; <{_VERSION}> ?version }}"


_Labels = Mapping[str, set[str]]


class Queryable(Protocol):
    """What is needed of a store: SPARQL SELECT, rows of lexical values (``None`` where unbound)."""

    def query(self, text: str, /) -> Iterable[Sequence[Any]]:
        """Answer a SPARQL SELECT."""
        ...


@dataclass(frozen=True, slots=True)
class ParadigmNote:
    """Names of a paradigm, its beginning, and the period for which its ties were enumerated."""

    name: NodeName
    start: str | None
    coded_from: str | None
    coded_to: str | None


def select_ties(store: Queryable, paradigms: Sequence[str], filters: str = "") -> dict[str, tuple[ScoreTie, ...]]:
    """Ties per paradigm, sorted by id, by one SELECT.

    Parameters
    ----------
    filters : str
        SPARQL ``FILTER``s on the variables of :data:`TIES_QUERY`.
    """
    if not paradigms:
        return {}
    words = {
        "paradigms": " ".join(f"<{iri_of('paradigm', key)}>" for key in paradigms),
        "layers": " ".join(f"<{code_iri('layer', layer)}>" for layer in SCORE_LAYERS),
        "deprecated": f"<{code_iri('rank', 'deprecated')}>",
        "promised": ", ".join(f"<{code_iri('tieStatus', word)}>" for word in ("intent", "announced")),
        "filters": filters,
    }
    query = ask(TIES_QUERY, **words)
    attested = _attested(store, words)
    found: dict[str, dict[str, ScoreTie]] = {key: {} for key in paradigms}
    # A node of foreign RDF that states a value twice gives several rows: the first in sort order counts on
    # every engine.
    for row in sorted(store.query(query), key=lambda row: tuple(map(str, row))):
        tie = _tie(row, attested.get(id_of(row[0]), {}))
        found[id_of(row[3])].setdefault(tie.id, tie)
    return {key: tuple(ties[tie] for tie in sorted(ties)) for key, ties in found.items()}


def _attested(store: Queryable, words: Mapping[str, str]) -> dict[str, dict[str, float]]:
    """Tie -> field that a source bears out -> confidence of the best evidence for it."""
    found: dict[str, dict[str, float]] = {}
    for tie, name, confidence in store.query(ask(EVIDENCE_QUERY, **words)):
        fields = found.setdefault(id_of(tie), {})
        fields[id_of(name)] = max(fields.get(id_of(name), 0.0), float(confidence))
    return found


def _tie(row: Sequence[Any], attested: Mapping[str, float]) -> ScoreTie:
    tie, dependent, provider, _, slot, layer, start, until, ended, confirmed, known, low, high, *rest = row
    criticality, revocability, closed, round_trip, evidence, confidence = rest
    return ScoreTie(
        id=id_of(tie),
        dependent=id_of(dependent),
        provider=id_of(provider),
        slot=id_of(slot),
        layer=cast("ScoreLayer", id_of(layer)),
        start=earliest(str(start)),
        until=earliest(str(until)) if until else None,
        share_low=number(low),
        share_high=number(high),
        criticality=float(criticality),
        revocability=float(revocability),
        closed=truth(closed),
        confidence=float(confidence),
        evidence=id_of(evidence),
        round_trip=truth(round_trip),
        end_unknown=truth(ended),
        confirmed=earliest(str(confirmed)) if confirmed else None,
        known=earliest(str(known)) if known else None,
        attested=tuple(sorted(attested.items())),
    )


def select_names(store: Queryable) -> dict[str, NodeName]:
    """Names of every organization, and whether it is a company."""
    rows = store.query(ask(NAMES_QUERY))
    return names_of((id_of(node), truth(company), *rest) for node, company, *rest in rows)


def names_of(rows: Iterable[Sequence[Any]]) -> dict[str, NodeName]:
    """Names by id, in the order of ids, from rows of id, whether a company, property, name, language."""
    labels: dict[str, dict[str, set[str]]] = {}
    companies: dict[str, bool] = {}
    for key, company, naming, name, lang in rows:
        companies[key] = company
        kind = "alias" if str(naming).endswith("altLabel") else str(lang or "")[:2].lower()
        if name:
            labels.setdefault(key, {}).setdefault(kind, set()).add(str(name))
    return {key: _name(key, labels.get(key, {}), company=companies[key]) for key in sorted(companies)}


def select_paradigms(store: Queryable) -> dict[str, ParadigmNote]:
    """Every paradigm that the store describes or that a tie names."""
    labels: dict[str, dict[str, set[str]]] = {}
    dates: dict[str, tuple[str | None, ...]] = {}
    for node, start, coded_from, coded_to, name, lang in store.query(ask(PARADIGMS_QUERY)):
        key = id_of(node)
        dates[key] = tuple(str(when) if when else None for when in (start, coded_from, coded_to))
        labels.setdefault(key, {})
        if name:
            labels[key].setdefault(str(lang or "")[:2].lower(), set()).add(str(name))
    return {key: ParadigmNote(_name(key, labels[key], company=False), *dates[key]) for key in sorted(labels)}


def select_version(store: Queryable) -> str | None:
    """Version of the claims; None where the store does not say."""
    return min((str(row[0]) for row in store.query(VERSION_QUERY)), default=None)


def _name(key: str, labels: _Labels, *, company: bool) -> NodeName:
    english = min(labels.get("en") or labels.get("zh") or {key})
    return NodeName(english, min(labels.get("zh") or {english}), company, tuple(sorted(labels.get("alias", ()))))


def ask(query: str, **words: str) -> str:
    """Query with its prefixes, and with a text for each ``$word``."""
    for word, text in words.items():
        query = query.replace(f"${word}", text)
    return _PREFIX + query


def id_of(iri: object) -> str:
    """Id of a thing, or word of a closed list; an engine's own term may stand in for its text."""
    return local_id(str(iri).strip("<>"))


def iri_of(path: str, key: str) -> str:
    """IRI of the thing of kind `path` whose id is `key`; the id of a stranger is its IRI."""
    return key if "://" in key else thing_iri(path, key)


def number(value: object) -> float | None:
    """Number of a cell, None where it is unbound."""
    return None if value is None or value == "" else float(str(value))


def truth(value: object) -> bool:
    """Whether a cell is true; an unbound one is not."""
    return str(value).lower() in {"true", "1"}
