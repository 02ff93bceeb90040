"""The vocabulary as rdflib graphs: ``definer.ttl``, ``alignments.ttl``, ``shapes.ttl`` beside this file."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rdflib import Graph

__all__ = ["ALIGNMENTS", "SHAPES", "VOCABULARY", "in_both_languages", "load"]

_ROOM = Path(__file__).parent
VOCABULARY = _ROOM / "definer.ttl"
"""Classes, properties and code lists."""
ALIGNMENTS = _ROOM / "alignments.ttl"
"""Close matches with the vocabularies of others."""
SHAPES = _ROOM / "shapes.ttl"
"""SHACL shapes, generated from the records."""


def load(*paths: Path) -> Graph:
    """Graph of some Turtle files.

    Parameters
    ----------
    *paths : Path
        Files to read; a fresh graph is returned every time, so that callers may change it.
    """
    from rdflib import Graph

    graph = Graph()
    for path in paths:
        graph.parse(path, format="turtle")
    return graph


@cache
def in_both_languages() -> dict[str, dict[str, tuple[str, str]]]:
    """Words of every described term and concept.

    Returns
    -------
    dict
        IRI -> ``{"label": (en, zh-Hans), "definition": (en, zh-Hans)}``; "" where the Turtle gives none.
    """
    from rdflib import Literal
    from rdflib.namespace import RDFS, SKOS

    graph = load(VOCABULARY)
    found: dict[str, dict[str, tuple[str, str]]] = {}
    for role, predicate in (
        ("label", RDFS.label),
        ("label", SKOS.prefLabel),
        ("definition", SKOS.definition),
    ):
        for subject in set(graph.subjects(predicate)):
            texts = [text for text in graph.objects(subject, predicate) if isinstance(text, Literal)]
            by_language = {text.language: str(text) for text in texts}
            found.setdefault(str(subject), {})[role] = (
                by_language.get("en", ""),
                by_language.get("zh-Hans", ""),
            )
    return found
