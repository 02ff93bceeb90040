"""Prefixes, and the IRIs of the things that claims speak of."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import quote, unquote

__all__ = ["CODE", "DEF", "ID", "PREFIXES", "code_iri", "expand", "local_id", "thing_iri"]

DEF = "https://w3id.org/definer/ontology#"
"""Terms of the vocabulary."""
ID = "https://w3id.org/definer/id/"
"""Things: organizations, ties, sources ..."""
CODE = "https://w3id.org/definer/code/"
"""Words of the closed lists."""

PREFIXES: dict[str, str] = {
    "def": DEF,
    "id": ID,
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "schema": "https://schema.org/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

_SPECIAL = {"IN_HOUSE": DEF + "InHouse", "UNKNOWN": DEF + "UnknownProvider"}
_SPECIAL_KEYS = {iri: key for key, iri in _SPECIAL.items()}


def expand(curie: str) -> str:
    """IRI of a ``prefix:name``.

    Examples
    --------
    >>> expand("def:Tie")
    'https://w3id.org/definer/ontology#Tie'
    """
    prefix, _, name = curie.partition(":")
    return PREFIXES[prefix] + name


def thing_iri(path: str, key: str) -> str:
    """IRI of the record `key` of the kind whose path is `path`; providers that are no organization have their own.

    Examples
    --------
    >>> thing_iri("org", "catl")
    'https://w3id.org/definer/id/org/catl'
    >>> thing_iri("provider", "OPEN:GB/T")
    'https://w3id.org/definer/id/standard/GB%2FT'
    >>> thing_iri("provider", "IN_HOUSE")
    'https://w3id.org/definer/ontology#InHouse'
    """
    if path == "provider":
        if key in _SPECIAL:
            return _SPECIAL[key]
        path, key = ("standard", key.removeprefix("OPEN:")) if key.startswith("OPEN:") else ("org", key)
    return f"{ID}{path}/{quote(key, safe='')}"


def code_iri(scheme: str, word: str) -> str:
    """IRI of a word of a closed list.

    Examples
    --------
    >>> code_iri("layer", "tech")
    'https://w3id.org/definer/code/layer#tech'
    """
    return f"{CODE}{scheme}#{word}"


@lru_cache(maxsize=1 << 16)
def local_id(iri: str) -> str:
    """What :func:`thing_iri` or :func:`code_iri` made the IRI from; the whole IRI where neither did.

    Two strangers with the same last word stay two, and every reader of a store calls a thing by the same id.

    Examples
    --------
    >>> local_id("https://w3id.org/definer/id/org/catl"), local_id("https://w3id.org/definer/code/rank#normal")
    ('catl', 'normal')
    >>> local_id("https://w3id.org/definer/id/standard/GB%2FT"), local_id("https://w3id.org/definer/ontology#InHouse")
    ('OPEN:GB/T', 'IN_HOUSE')
    >>> local_id("https://example.org/firms#catl")
    'https://example.org/firms#catl'
    """
    if iri in _SPECIAL_KEYS:
        return _SPECIAL_KEYS[iri]
    if iri.startswith(ID):
        path, _, key = iri.removeprefix(ID).partition("/")
        return ("OPEN:" if path == "standard" else "") + unquote(key)
    return iri.partition("#")[2] if iri.startswith(CODE) else iri
