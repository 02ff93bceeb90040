"""Scores as RDF: what was computed from claims, said in the graph of scores and nowhere else.

A *scoring* is all scores of a paradigm as of a date under one setting; it carries the setting, the verdict and the
version of the claims that it was derived from. Each *score* is a ``schema:Observation`` of one company and repeats what
a reader must not lose on the way: date, specification, n, seed and draws.

IRIs are made from what a scoring is about, not from what came out: the same paradigm, day and setting give the same
IRIs, whatever the seed, the draws or the version of the claims, so that writing again replaces.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from ..ontology.namespaces import ID, PREFIXES, code_iri, expand, thing_iri
from ..ontology.values import latest
from .build import decimal_text, literal
from .power.select import iri_of

if TYPE_CHECKING:
    import pyoxigraph as ox

__all__ = ["SCORES", "SCORE_TERMS", "replace_scores", "score_lines", "scoring_iri"]

SCORES: Final = "https://w3id.org/definer/graph/scores"
"""Graph of scores, never part of what a query sees unless it names it."""

_DIGITS = 12
"""Decimals written."""
_TYPE = f"<{PREFIXES['rdf']}type>"

SCORE_TERMS: Final = (
    "def:Score", "def:Scoring", "def:bestPlace", "def:cohortsCounted", "def:draws", "def:errorModel", "def:inDegree",
    "def:knownBy", "def:likeliestFirst", "def:lockIn", "def:paradigmVerdict", "def:participants", "def:place",
    "def:power", "def:probabilityFirst", "def:reach", "def:roundTripsCounted", "def:seed", "def:sourcedOnly",
    "def:specification", "def:worstPlace",
)  # fmt: skip
"""Terms of the vocabulary that only scores use."""

Document = Mapping[str, Any]


def score_lines(documents: Iterable[Document]) -> list[str]:
    """Sorted N-Quads of scores, all in the graph :data:`SCORES`.

    Parameters
    ----------
    documents : iterable of mapping
        ``PowerResult.to_dict()`` of each paradigm; what a document does not say (draws, version) is left unsaid.

    Raises
    ------
    ValueError
        A date that does not exist, or a number that is none (a fault of ours).
    """
    lines: set[str] = set()
    for document in documents:
        scoring = scoring_iri(document)
        lines.update(_line(*said) for said in _about(document, scoring))
        lines.update(_line(*said) for firm in document["firms"] for said in _score(document, scoring, firm))
    return sorted(lines)


def replace_scores(store: ox.Store, lines: Iterable[str]) -> None:
    """Put scores into a database, instead of earlier ones of the same scorings; all else stays.

    Parameters
    ----------
    lines : iterable of str
        What :func:`score_lines` gives. They are parsed before anything is removed.
    """
    import pyoxigraph as ox

    quads = list(ox.parse("".join(lines), format=ox.RdfFormat.N_QUADS))
    graph, scoring_class = ox.NamedNode(SCORES), ox.NamedNode(expand("def:Scoring"))
    part, derived = ox.NamedNode(expand("dcterms:isPartOf")), ox.NamedNode(expand("prov:wasDerivedFrom"))
    gone: list[ox.Quad] = []
    for scoring in (quad.subject for quad in quads if quad.object == scoring_class):
        members = [quad.subject for quad in store.quads_for_pattern(None, part, scoring, graph)]
        gone += [quad for node in (scoring, *members) for quad in store.quads_for_pattern(node, None, None, graph)]
    versions = {quad.object for quad in gone if quad.predicate == derived and isinstance(quad.object, ox.NamedNode)}
    for quad in gone:
        store.remove(quad)
    for version in versions:  # said of a version of the claims that no score rests on any more
        if not any(store.quads_for_pattern(None, derived, version, graph)):
            for quad in list(store.quads_for_pattern(version, None, None, graph)):
                store.remove(quad)
    store.extend(quads)


def scoring_iri(document: Document) -> str:
    """IRI of the scoring that the document holds.

    Examples
    --------
    >>> scoring_iri({"paradigm": "ai", "as_of": "2025", "spec": "power-1"})
    'https://w3id.org/definer/id/scoring/ai-2025-12-31-1c319cc1c2b4'
    """
    known_by = document.get("known_by")
    setting = {
        "paradigm": document["paradigm"],
        "as_of": latest(document["as_of"]).isoformat(),
        "known_by": latest(known_by).isoformat() if known_by else None,
        "spec": document["spec"],
        "evidence": document.get("evidence", "all"),
        "round_trip": document.get("round_trip", True),
        "cohorts": document.get("cohorts", False),
        **({"masses": document["masses"]} if document.get("masses") else {}),
    }
    digest = hashlib.sha256(json.dumps(setting, sort_keys=True).encode()).hexdigest()[:12]
    return thing_iri("scoring", f"{setting['paradigm']}-{setting['as_of']}-{digest}")


def _about(document: Document, scoring: str) -> Iterator[tuple[str, str, str]]:
    """What is said of the scoring itself."""
    yield scoring, "a", _iri(expand("def:Scoring"))
    for predicate, value in (*_setting(document), *_common(document)):
        yield scoring, predicate, value
    if document.get("verdict"):
        yield scoring, "def:paradigmVerdict", _iri(code_iri("paradigmVerdict", document["verdict"]))
        firm = (document.get("verdict_of") or {}).get("firm")
        if firm is not None:
            yield scoring, "def:likeliestFirst", _iri(_thing("org", firm))
    if claims := document.get("claims"):
        version = f"{ID}dataset/{quote(claims, safe='')}"
        yield scoring, "prov:wasDerivedFrom", _iri(version)
        yield version, "a", _iri(expand("prov:Entity"))
        yield version, "schema:version", literal(claims)
        yield version, "dcterms:isPartOf", _iri(f"{ID}dataset")


def _setting(document: Document) -> Iterator[tuple[str, str]]:
    yield "def:sourcedOnly", literal(document.get("evidence", "all") == "sourced")
    yield "def:roundTripsCounted", literal(document.get("round_trip", True))
    yield "def:cohortsCounted", literal(document.get("cohorts", False))
    if document.get("errors"):
        yield "def:errorModel", literal(document["errors"])


def _common(document: Document) -> Iterator[tuple[str, str]]:
    """What a scoring and each of its scores say alike."""
    yield "def:paradigm", _iri(_thing("paradigm", document["paradigm"]))
    yield "schema:observationDate", _day(document["as_of"])
    if document.get("known_by"):
        yield "def:knownBy", _day(document["known_by"])
    yield "def:specification", literal(document["spec"])
    yield "def:participants", literal(int(document["n"]))
    if document.get("draws"):
        yield "def:draws", literal(int(document["draws"]))
        yield "def:seed", literal(int(document["seed"]))


def _score(document: Document, scoring: str, firm: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """What is said of one company's score."""
    score = f"{scoring.replace('/scoring/', '/score/', 1)}/{quote(firm['id'], safe='')}"
    yield score, "a", _iri(expand("def:Score"))
    yield score, "a", _iri(expand("schema:Observation"))
    yield score, "dcterms:isPartOf", _iri(scoring)
    yield score, "def:organization", _iri(_thing("org", firm["id"]))
    yield score, "schema:measuredProperty", _iri(expand("def:power"))
    for predicate, value in (*_common(document), *_numbers(firm), *_spread(firm)):
        yield score, predicate, value


def _numbers(firm: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield "schema:value", _number(firm["power"])
    yield "def:reach", _number(firm["reach"])
    yield "def:lockIn", _number(firm["lockin"])
    yield "def:place", literal(int(firm["rank"]))
    yield "def:inDegree", literal(int(firm["in_degree"]))


def _spread(firm: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Plausibility intervals, where draws were made."""
    if firm.get("rank_interval"):
        best, worst = firm["rank_interval"]
        yield "def:bestPlace", literal(int(best))
        yield "def:worstPlace", literal(int(worst))
    if firm.get("p_rank1") is not None:
        yield "def:probabilityFirst", _number(firm["p_rank1"])
    if firm.get("power_interval"):
        low, high = firm["power_interval"]
        yield "schema:minValue", _number(low)
        yield "schema:maxValue", _number(high)
    if firm.get("power_median") is not None:
        yield "schema:median", _number(firm["power_median"])


def _line(subject: str, predicate: str, value: str) -> str:
    term = _TYPE if predicate == "a" else _iri(expand(predicate))
    return f"{_iri(subject)} {term} {value} {_iri(SCORES)} .\n"


def _thing(path: str, key: str) -> str:
    """IRI of a thing; the id of a stranger is its IRI, if it can be one."""
    import pyoxigraph as ox

    try:
        return ox.NamedNode(iri_of(path, key)).value
    except ValueError:
        return thing_iri(path, key)


def _iri(iri: str) -> str:
    return f"<{iri}>"


def _number(value: float) -> str:
    if not math.isfinite(value):
        raise ValueError(f"{value} is no score")
    return f'"{decimal_text(Decimal(repr(round(float(value), _DIGITS))))}"^^<{PREFIXES["xsd"]}decimal>'


def _day(text: str) -> str:
    return f'"{latest(text).isoformat()}"^^<{PREFIXES["xsd"]}date>'
