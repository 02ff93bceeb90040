"""SHACL over a graph: the check for RDF that did not come from rows, and for the whole graph in CI.

Rows are checked by the records themselves; SHACL on every start would cost much and find nothing more.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from .vocabulary import SHAPES, VOCABULARY, load

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

__all__ = ["Violation", "conforms"]


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """One way in which a node breaks a shape."""

    node: str
    path: str
    value: str
    severity: str
    message_en: str
    message_zh: str

    def message(self, lang: str = "en") -> str:
        """Text in the language `lang` (``en`` or ``zh``), led by the node it is about."""
        return f"{self.node}: {self.message_zh if lang == 'zh' else self.message_en}"


def conforms(graph: Graph) -> list[Violation]:
    """Violations of the shapes by `graph`, sorted; an empty list where it conforms.

    Parameters
    ----------
    graph : rdflib.Graph
        Claims; it is not changed. The vocabulary need not be in it. Nothing is inferred but that
        a member of a class belongs to those above it.
    """
    import pyshacl
    from rdflib.namespace import SH

    _, found, _ = pyshacl.validate(
        _with_vocabulary(graph),
        shacl_graph=_one_pass(load(SHAPES)),
        inplace=True,
        advanced=False,
        inference="none",
        meta_shacl=False,
    )
    results = cast("Graph", found)
    # Only what the report lists: a result's sh:detail nodes are results too and would be told twice.
    return sorted(_violation(results, result) for result in results.objects(None, SH.result))


def _with_vocabulary(graph: Graph) -> Graph:
    """Copy of a graph in memory, with the vocabulary.

    A store gives plain texts back as ``xsd:string``, which rdflib holds for another literal than the same text plain.
    """
    from rdflib import XSD, Literal

    copy = load(VOCABULARY)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # rdflib 7.6 calls what it deprecates itself
        for subject, predicate, value in graph.triples((None, None, None)):
            plain = isinstance(value, Literal) and value.datatype == XSD.string
            copy.add((subject, predicate, Literal(str(value)) if plain else value))
    return copy


def _one_pass(shapes: Graph) -> Graph:
    """Aim every property shape at its node shape's class itself: the same results, several times sooner.

    pySHACL checks the property shapes of a node shape anew for every node, a property shape with a target once.
    """
    from rdflib.namespace import SH

    for shape, target in list(shapes.subject_objects(SH.targetClass)):
        for part in list(shapes.objects(shape, SH.property)):
            shapes.remove((shape, SH.property, part))
            shapes.add((part, SH.targetClass, target))
    return shapes


def _violation(results: Graph, result: Node) -> Violation:
    from rdflib import Literal
    from rdflib.namespace import SH

    messages = [text for text in results.objects(result, SH.resultMessage) if isinstance(text, Literal)]
    by_language = {text.language: str(text) for text in messages}
    severity = str(results.value(result, SH.resultSeverity)).removeprefix(str(SH))
    node, path, value = (results.value(result, role) for role in (SH.focusNode, SH.resultPath, SH.value))
    english = by_language.get("en", " ".join(sorted(map(str, messages))))
    return Violation(
        str(node),
        str(path or ""),
        str("" if value is None else value),
        severity,
        english,
        by_language.get("zh-Hans", english),
    )
