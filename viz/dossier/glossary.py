"""Terms of the field with their definitions: those of the ontology, and those of the measures and of the page."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ...ontology.namespaces import DEF
from ...ontology.vocabulary import in_both_languages
from .glossary_words import WORDS

__all__ = ["Glossary", "glossary"]

Glossary = dict[str, Mapping[str, Sequence[str]]]
"""Key -> ``name`` and ``definition``, each in English and Chinese."""

_CODE = "https://w3id.org/definer/code/"
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def glossary() -> Glossary:
    """Every defined term by its key, sorted.

    Classes and properties have their name as key (``control_point``, ``lock_in``), words of closed lists the list's
    name and theirs (``modality.forecast``). Where a class and a property share a name, the class is meant.
    """
    found: Glossary = {}
    for iri, texts in sorted(in_both_languages().items(), key=_classes_last):
        key = _key(iri)
        if key and texts["definition"][0]:
            found[key] = {"name": list(texts["label"]), "definition": list(texts["definition"])}
    for key, (english, chinese, meaning, sense) in WORDS.items():
        found[key] = {"name": [english, chinese], "definition": [meaning, sense]}
    return dict(sorted(found.items()))


def _classes_last(item: tuple[str, object]) -> tuple[bool, str]:
    return item[0].removeprefix(DEF)[:1].isupper(), item[0]


def _key(iri: str) -> str:
    if iri.startswith(DEF):
        return _HUMP.sub("_", iri.removeprefix(DEF)).lower()
    if iri.startswith(_CODE) and "#" in iri:
        return iri.removeprefix(_CODE).replace("#", ".")
    return ""  # a list as such: the property of the same name says what it is for
