"""Blocks of the Query tab: the named questions, and the words of the vocabulary that its editor offers."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from ...graph.named_queries import named_queries
from ...ontology.namespaces import CODE, PREFIXES
from .query_words import PARAMETERS, TOPICS

if TYPE_CHECKING:
    from ...graph.store import Store

__all__ = ["queries_block", "vocabulary_block"]

_TERMS = """
SELECT ?term (MIN(STR(?type)) AS ?kind) ?said ?text (LANG(?text) AS ?language)
WHERE {
  GRAPH <https://w3id.org/definer/graph/ontology> {
    ?term ?said ?text .
    VALUES ?said { rdfs:label skos:prefLabel skos:definition }
    OPTIONAL { ?term a ?type }
  }
}
GROUP BY ?term ?said ?text
"""
_OTHERS = """
SELECT DISTINCT ?term
WHERE {
  GRAPH <https://w3id.org/definer/graph/ontology> { ?term rdfs:isDefinedBy ?by }
  FILTER NOT EXISTS { ?term rdfs:label|skos:prefLabel ?label }
}
"""
_KINDS = {"Class": "class", "ObjectProperty": "property", "DatatypeProperty": "property", "Concept": "word"}


def queries_block(triples: int) -> dict[str, Any]:
    """Plain values of the gallery.

    Parameters
    ----------
    triples : int
        How many the store of the page holds.
    """
    texts = {query.name: query for query in named_queries()}
    return {
        "triples": triples,
        "prefixes": PREFIXES,
        "topics": [
            {
                "id": key,
                "name": list(name),
                "queries": [
                    {"name": one, "title": [texts[one].title_en, texts[one].title_zh], "text": texts[one].text}
                    for one in members
                ],
            }
            for key, name, members in TOPICS
        ],
        "parameters": PARAMETERS,
    }


def vocabulary_block(store: Store) -> dict[str, Any]:
    """Plain values of the vocabulary: every term with its kind, and label and definition in both languages.

    Parameters
    ----------
    store : Store
        Holds the vocabulary in a graph of its own.
    """
    found: dict[str, dict[str, str]] = defaultdict(dict)
    kinds: dict[str, str] = {}
    for term, kind, said, text, language in store.query(_TERMS):
        role = "definition" if str(said).endswith("definition") else "label"
        found[str(term)][f"{role} {str(language)[:2]}"] = str(text)
        kinds[str(term)] = _KINDS.get(str(kind).rpartition("#")[2], "thing")
    for (term,) in store.query(_OTHERS):
        name = str(term).replace("#", "/").rpartition("/")[2]
        found.setdefault(str(term), {})
        kinds[str(term)] = "class" if name[:1].isupper() else "property"
    lists = sorted({term.partition("#")[0] for term in found if term.startswith(CODE) and "#" in term})
    return {
        "lists": {iri.removeprefix(CODE): f"{iri}#" for iri in lists},
        "terms": [
            [
                term,
                kinds[term],
                *(words.get(key, "") for key in ("label en", "label zh", "definition en", "definition zh")),
            ]
            for term, words in sorted(found.items())
        ],
    }
