"""What stands behind a tie: dates as stated, quote, locator, sources, and what each source says of which field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final, get_args

from ...ontology.namespaces import PREFIXES, code_iri
from ...ontology.words import TieField
from .select import Queryable, id_of, iri_of
from .tie import ScoreTie

__all__ = ["SourceNote", "TieEvidence", "Witness", "tie_document", "tie_evidence"]

_FIELDS: Final[tuple[str, ...]] = get_args(TieField)

_PREFIX: Final = "".join(f"PREFIX {name}: <{PREFIXES[name]}>\n" for name in ("def", "prov", "dcterms", "schema"))
_TIES: Final = """
SELECT ?tie ?start ?end ?quote ?locator ?basis ?measured WHERE {
  VALUES ?tie { $ties }
  ?tie def:evidence ?evidence .
  OPTIONAL { ?tie def:start|def:date ?start }
  OPTIONAL { ?tie def:end ?end }
  OPTIONAL { ?tie def:quote ?quote }
  OPTIONAL { ?tie def:locator ?locator }
  OPTIONAL { ?tie def:shareBasis ?basis }
  OPTIONAL { ?tie def:shareDate ?measured }
}
"""
_WITNESSES: Final = """
SELECT ?witness ?source ?tie ?field ?quote ?locator ?confidence ?known WHERE {
  VALUES ?tie { $ties }
  ?witness def:tie ?tie ; a def:TieEvidence ; def:attests ?field ; prov:hadPrimarySource ?source .
  FILTER NOT EXISTS { ?witness def:rank $deprecated }
  OPTIONAL { ?witness def:quote ?quote }
  OPTIONAL { ?witness def:locator ?locator }
  OPTIONAL { ?witness def:confidence ?confidence }
  OPTIONAL { ?witness def:knownFrom ?known }
}
"""
_SOURCES: Final = """
SELECT DISTINCT ?claim ?source ?title ?publisher ?url ?tier WHERE {
  $claims
  ?claim prov:hadPrimarySource ?source .
  OPTIONAL { ?source dcterms:title ?title }
  OPTIONAL { ?source dcterms:publisher ?publisher }
  OPTIONAL { ?source schema:url ?url }
  OPTIONAL { ?source def:tier ?tier }
}
"""
# Apart, for a union of the two is a hundred times slower.
_OF_TIES: Final = _SOURCES.replace("$claims", "VALUES ?claim { $ties }")
_OF_WITNESSES: Final = _SOURCES.replace("$claims", "VALUES ?tie { $ties } ?claim def:tie ?tie ; a def:TieEvidence .")


@dataclass(frozen=True, slots=True)
class SourceNote:
    """A source as a reader needs it; `tier` runs from 1 (primary) to 5."""

    id: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    tier: int | None = None


@dataclass(frozen=True, slots=True)
class Witness:
    """What one source says of a tie, and which of its fields that bears out; `quote` is verbatim, `locator` never."""

    source: SourceNote
    fields: tuple[str, ...]
    quote: str | None = None
    locator: str | None = None
    confidence: float | None = None
    known_from: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return asdict(self) | {"fields": list(self.fields)}


@dataclass(frozen=True, slots=True)
class TieEvidence:
    """Dates as stated, verbatim quote, locator and sources of a tie; basis and date of its share; its witnesses."""

    start: str | None = None
    end: str | None = None
    quote: str | None = None
    locator: str | None = None
    sources: tuple[SourceNote, ...] = ()
    share_basis: str | None = None
    share_date: str | None = None
    witnesses: tuple[Witness, ...] = ()


def tie_evidence(store: Queryable, ties: Iterable[str]) -> Mapping[str, TieEvidence]:
    """Evidence of the ties with these ids (a cohort's tie is a cohort share); none for what the store does not hold."""
    iris = {iri_of(path, tie) for tie in ties for path in ("tie", "cohort-share")}
    values = " ".join(f"<{iri}>" for iri in sorted(iris))
    if not values:
        return {}
    sources: dict[str, dict[str, SourceNote]] = {}
    for claim, source, title, publisher, url, tier in _ask(store, _OF_TIES, values) + _ask(
        store, _OF_WITNESSES, values
    ):
        note = SourceNote(id_of(source), title, publisher, url, int(tier) if tier else None)
        sources.setdefault(claim, {}).setdefault(note.id, note)
    witnesses = _witnesses(store, values, sources)
    found: dict[str, TieEvidence] = {}
    for tie, start, end, quote, locator, basis, measured in _ask(store, _TIES, values):
        notes = sources.get(tie, {})
        note_list = tuple(notes[key] for key in sorted(notes))
        about_share = (id_of(basis) if basis else None, measured)
        key = id_of(tie)
        found.setdefault(
            key, TieEvidence(start, end, quote, locator, note_list, *about_share, tuple(witnesses.get(key, ())))
        )
    return found


def _witnesses(
    store: Queryable, values: str, sources: Mapping[str, Mapping[str, SourceNote]]
) -> dict[str, list[Witness]]:
    """Witnesses by tie: the best source first, then by id."""
    rows: dict[tuple[str, str], list[list[Any]]] = {}
    for row in _ask(store, _WITNESSES, values):
        rows.setdefault((row[0], id_of(row[1])), []).append(row)
    found: dict[str, list[Witness]] = {}
    for (claim, source), said in rows.items():
        _, _, tie, _, quote, locator, confidence, known = said[0]
        named = {id_of(row[3]) for row in said}
        fields = tuple(field for field in _FIELDS if field in named)
        note = sources.get(claim, {}).get(source) or SourceNote(source)
        gamma = float(confidence) if confidence else None
        found.setdefault(id_of(tie), []).append(Witness(note, fields, quote, locator, gamma, known))
    return {tie: sorted(those, key=lambda one: one.source.tier or 9) for tie, those in found.items()}


def tie_document(tie: ScoreTie, evidence: TieEvidence | None = None) -> dict[str, Any]:
    """A tie with what stands behind it, as plain data.

    ``fields`` says of each field that the tie states whether a source bears it out or a coder judged it.
    """
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
        "share_basis": found.share_basis,
        "share_date": found.share_date,
        "fields": _marks(tie),
        "witnesses": [witness.to_dict() for witness in found.witnesses],
    }


def _marks(tie: ScoreTie) -> dict[str, str]:
    attested = {name for name, _ in tie.attested} - {"existence"}
    if tie.evidence == "sourced":
        attested.add("existence")
    stated = {
        "end": tie.end_unknown or tie.until is not None,
        "share": tie.middle is not None,
        "closed": tie.closed,
    }
    return {
        name: "sourced" if name in attested else "judged"
        for name in _FIELDS
        if name in attested or stated.get(name, True)
    }


def _ask(store: Queryable, query: str, values: str) -> list[list[Any]]:
    text = query.replace("$ties", values).replace("$deprecated", f"<{code_iri('rank', 'deprecated')}>")
    rows = store.query(_PREFIX + text)
    return [
        [None if value is None else str(value) for value in row]
        for row in sorted(rows, key=lambda row: tuple(map(str, row)))
    ]
