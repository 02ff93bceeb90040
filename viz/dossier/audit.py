"""The audit of the essay, in the dossier: statements with their recomputation, and the words around them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from ...ontology.language import Language
from ..audit_text import audit_blocks
from ..audit_words import WORDS
from ..blocks import Paragraph
from ..evidence import Row
from ..hypotheses_text import hypotheses_blocks
from .findings import both

__all__ = ["audit_block"]

_LANGUAGES: Final[tuple[Language, Language]] = ("en", "zh")
_GROUPS = ("computed.", "recorded.", "unit.")


def audit_block(document: Mapping[str, Any], records: Iterable[Row], hypotheses: Mapping[str, Any]) -> dict[str, Any]:
    """Plain values of the block, in the form that ``viz/web/src/evidence/audit.ts`` gives.

    Parameters
    ----------
    document : mapping
        ``Audit.to_dict()``.
    records : iterable of Row
        What the claims carry of each statement besides: subject, modality, organizations, sources.
    hypotheses : mapping
        ``Hypotheses.to_dict()``.
    """
    known = _records(records)
    return {
        "asOf": document["as_of"],
        "n": document["n"],
        "statements": [row | known.get(row["id"], _NOTHING) for row in document["statements"]],
        "lead": list(zip(*(_lead(document, lang) for lang in _LANGUAGES), strict=True)),
        "hypotheses": both(lambda lang: hypotheses_blocks(hypotheses, lang)),
        "open": [row["id"] for row in hypotheses["rows"] if row["verdict"] == "NOT_COMPUTED"],
        "words": {key: list(texts) for key, texts in WORDS.items() if key.startswith(_GROUPS)},
    }


_NOTHING: Final[dict[str, Any]] = {
    "subject": "",
    "modality": "",
    "certainty": "",
    "known_from": "",
    "locator": "",
    "note": "",
    "orgs": [],
    "sources": [],
}


def _records(rows: Iterable[Row]) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for row in rows:
        texts = {name: row.get(name, "") for name in _NOTHING if name not in {"orgs", "sources"}}
        entry = found.setdefault(row["statement"], {**texts, "orgs": [], "sources": []})
        for column, name in (("org", "orgs"), ("source", "sources")):
            if row[column] and row[column] not in entry[name]:
                entry[name].append(row[column])
    return found


def _lead(document: Mapping[str, Any], lang: Language) -> list[str]:
    """What the audit as a whole came to."""
    return [
        block.text
        for block in audit_blocks(document, lang)
        if isinstance(block, Paragraph) and block.role in {"verdict", "plain"}
    ]
