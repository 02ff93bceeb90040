"""What stands behind a tie: its dates as stated, quote, locator and sources, read from the store."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final

from ...ontology.namespaces import PREFIXES
from .select import Queryable, id_of, iri_of
from .tie import ScoreTie

__all__ = ["SourceNote", "TieEvidence", "tie_document", "tie_evidence"]

_PREFIX: Final = "".join(f"PREFIX {name}: <{PREFIXES[name]}>\n" for name in ("def", "prov", "dcterms", "schema"))
_TIES: Final = """
SELECT ?tie ?start ?end ?quote ?locator WHERE {
  VALUES ?tie { $ties }
  ?tie def:evidence ?evidence .
  OPTIONAL { ?tie def:start|def:date ?start }
  OPTIONAL { ?tie def:end ?end }
  OPTIONAL { ?tie def:quote ?quote }
  OPTIONAL { ?tie def:locator ?locator }
}
"""
_SOURCES: Final = """
SELECT ?tie ?source ?title ?publisher ?url ?tier WHERE {
  VALUES ?tie { $ties }
  ?tie prov:hadPrimarySource ?source .
  OPTIONAL { ?source dcterms:title ?title }
  OPTIONAL { ?source dcterms:publisher ?publisher }
  OPTIONAL { ?source schema:url ?url }
  OPTIONAL { ?source def:tier ?tier }
}
"""


@dataclass(frozen=True, slots=True)
class SourceNote:
    """A source as a reader needs it; `tier` runs from 1 (primary) to 5."""

    id: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    tier: int | None = None


@dataclass(frozen=True, slots=True)
class TieEvidence:
    """Dates as stated, verbatim quote, locator and sources of a tie."""

    start: str | None = None
    end: str | None = None
    quote: str | None = None
    locator: str | None = None
    sources: tuple[SourceNote, ...] = ()


def tie_evidence(store: Queryable, ties: Iterable[str]) -> Mapping[str, TieEvidence]:
    """Evidence of the ties with these ids (a cohort's tie is a cohort share); none for what the store does not hold."""
    iris = {iri_of(path, tie) for tie in ties for path in ("tie", "cohort-share")}
    values = " ".join(f"<{iri}>" for iri in sorted(iris))
    if not values:
        return {}
    sources: dict[str, dict[str, SourceNote]] = {}
    for tie, source, title, publisher, url, tier in _ask(store, _SOURCES, values):
        note = SourceNote(id_of(source), title, publisher, url, int(tier) if tier else None)
        sources.setdefault(id_of(tie), {}).setdefault(note.id, note)
    found: dict[str, TieEvidence] = {}
    for tie, start, end, quote, locator in _ask(store, _TIES, values):
        notes = sources.get(id_of(tie), {})
        note_list = tuple(notes[key] for key in sorted(notes))
        found.setdefault(id_of(tie), TieEvidence(start, end, quote, locator, note_list))
    return found


def tie_document(tie: ScoreTie, evidence: TieEvidence | None = None) -> dict[str, Any]:
    """A tie with what stands behind it, as plain data."""
    found = evidence or TieEvidence()
    return {
        "id": tie.id,
        "dependent": tie.dependent,
        "provider": tie.provider,
        "slot": tie.slot,
        "layer": tie.layer,
        "start": found.start or tie.start.isoformat(),
        "end": "unknown" if tie.end_unknown else found.end or (tie.until.isoformat() if tie.until else None),
        "share": [tie.share_low, tie.share_high],
        "criticality": tie.criticality,
        "revocability": tie.revocability,
        "closed": tie.closed,
        "evidence": tie.evidence,
        "round_trip": tie.round_trip,
        "confidence": tie.confidence,
        "quote": found.quote,
        "locator": found.locator,
        "sources": [asdict(note) for note in found.sources],
    }


def _ask(store: Queryable, query: str, values: str) -> list[list[Any]]:
    rows = store.query(_PREFIX + query.replace("$ties", values))
    return [
        [None if value is None else str(value) for value in row]
        for row in sorted(rows, key=lambda row: tuple(map(str, row)))
    ]
