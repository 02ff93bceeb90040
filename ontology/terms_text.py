"""Text of ``terms.py``: the vocabulary as closed rdflib namespaces, so that a misspelt term fails at once."""

from __future__ import annotations

from collections.abc import Iterator

from .namespaces import CODE, DEF
from .vocabulary import in_both_languages

__all__ = ["terms_text"]

_HEAD = '''# Generated from definer.ttl by `python -m definer.ontology.generate`; do not edit.
# ruff: noqa: E501, N815
"""The vocabulary as closed rdflib namespaces: ``DEF.Tie`` is an IRI, ``DEF.Tei`` an AttributeError."""

from __future__ import annotations

from rdflib.namespace import DefinedNamespace, Namespace
from rdflib.term import URIRef

'''


def terms_text() -> str:
    """Python source of the closed namespaces: ``DEF`` for the terms, one class for each code list."""
    words = in_both_languages()
    terms = {iri.removeprefix(DEF): iri for iri in words if iri.startswith(DEF)}
    schemes: dict[str, dict[str, str]] = {}
    for iri in words:
        if iri.startswith(CODE) and "#" in iri:
            scheme, _, word = iri.removeprefix(CODE).partition("#")
            schemes.setdefault(scheme, {})[word] = iri
    classes = {"DEF": ("Terms of the vocabulary.", DEF, terms)}
    for scheme in sorted(schemes):
        label = words[CODE + scheme]["label"]
        classes[scheme[0].upper() + scheme[1:]] = (
            f"Code list: {label[0]} · {label[1]}.",
            f"{CODE}{scheme}#",
            schemes[scheme],
        )
    names = "".join(f'    "{name}",\n' for name in classes)
    body = "\n\n".join("".join(_lines(name, *parts)) for name, parts in classes.items())
    return f"{_HEAD}__all__ = [\n{names}]\n\n\n{body}"


def _lines(name: str, about: str, namespace: str, members: dict[str, str]) -> Iterator[str]:
    words = in_both_languages()
    yield f'class {name}(DefinedNamespace):\n    """{about}"""\n\n'
    yield f'    _NS = Namespace("{namespace}")\n    _fail = True\n'
    for member in sorted(members, key=lambda word: (word.lower(), word)):
        label, definition = words[members[member]]["label"], words[members[member]]["definition"]
        yield f"\n    # {label[0]} · {label[1]}: {definition[0]}\n    {member}: URIRef\n"
