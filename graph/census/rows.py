"""Rows of the census as the store has them: who fills which slot, on what evidence, found how."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from ...ontology.namespaces import code_iri
from ...ontology.values import earliest
from ..power.select import Queryable, ask, id_of, truth

__all__ = ["PROVIDER_WORDED", "CensusRow", "Listing", "read_listings", "read_rows"]

PROVIDER_WORDED: Final = "PWS"
"""Mark in the note of a source: it was found by asking for a provider's customers."""

_WORDS: Final = {
    "deprecated": f"<{code_iri('rank', 'deprecated')}>",
    "existence": f"<{code_iri('tieField', 'existence')}>",
}
_ROWS: Final = """
SELECT ?tie ?dependent ?provider ?paradigm ?slot ?evidence ?from ?until ?ended ?low ?basis WHERE {
  ?tie def:slot ?slot ; a def:Tie ; def:paradigm ?paradigm ; def:dependent ?dependent ; def:provider ?provider ;
       def:evidence ?evidence .
  FILTER NOT EXISTS { ?tie def:rank $deprecated }
  OPTIONAL { ?tie def:validFrom ?from }
  OPTIONAL { ?tie def:validUntil ?until }
  OPTIONAL { ?tie def:endUnknown ?ended }
  OPTIONAL { ?tie def:shareLow ?low }
  OPTIONAL { ?tie def:shareBasis ?basis }
}
"""
_SOURCES: Final = """
SELECT ?tie ?source ?tier ?note WHERE {
  { ?tie a def:Tie ; def:slot ?slot ; prov:hadPrimarySource ?source }
  UNION { ?witness def:tie ?tie ; a def:TieEvidence ; def:attests $existence ; prov:hadPrimarySource ?source }
  ?source def:tier ?tier .
  OPTIONAL { ?source skos:note ?note }
}
"""
_FIELDS: Final = "SELECT ?tie ?field WHERE { ?witness def:tie ?tie ; a def:TieEvidence ; def:attests ?field }"
_LISTINGS: Final = """
SELECT ?firm ?paradigm ?in ?outcome ?role WHERE {
  ?candidacy a def:Candidacy ; def:organization ?firm ; def:paradigm ?paradigm ; def:inRule ?in .
  OPTIONAL { ?candidacy def:outcome ?outcome }
  OPTIONAL { ?candidacy def:role ?role }
}
"""
_NEEDS: Final = """
SELECT ?firm ?paradigm ?slot WHERE {
  ?candidacy a def:Candidacy ; def:organization ?firm ; def:paradigm ?paradigm ; def:neededSlot|def:formerSlot ?slot
}
"""


@dataclass(frozen=True, slots=True)
class CensusRow:
    """A tie that fills a slot, and what it was found in.

    Parameters
    ----------
    start, until : date or None
        Half-open interval; `until` None: still so, or ended at an unknown date (`end_unknown`).
    sources : tuple of str
        Documents that bear out its existence; empty where it rests on memory.
    tier : int or None
        Best tier among them, 1 to 5.
    provider_worded : bool
        Every source was found by asking for the provider's customers.
    fields : tuple of str
        Fields that a source bears out beyond the existence.
    share : bool
        A share is stated.
    basis : str or None
        What the share is a share of.
    """

    id: str
    dependent: str
    provider: str
    paradigm: str
    slot: str
    sourced: bool
    start: date | None
    until: date | None
    end_unknown: bool
    sources: tuple[str, ...] = ()
    tier: int | None = None
    provider_worded: bool = False
    fields: tuple[str, ...] = ()
    share: bool = False
    basis: str | None = None

    @property
    def is_named(self) -> bool:
        """Whether an organization other than the dependent fills the slot."""
        return self.provider not in ("IN_HOUSE", "UNKNOWN", self.dependent) and not self.provider.startswith("OPEN:")

    def overlaps(self, other: CensusRow) -> bool:
        """Whether both hold on some day; one that ended nobody knows when holds on its first day only."""
        (one_start, one_end), (start, end) = self._days, other._days
        return one_start < end and start < one_end

    @property
    def _days(self) -> tuple[date, date]:
        start = self.start or date.min
        if self.end_unknown:
            return start, start + timedelta(days=1)
        return start, self.until or date.max

    def held_in(self, year: int) -> bool:
        """Whether it held in the middle of a year; one that ended nobody knows when counts in its first year only."""
        day = date(year, 7, 1)
        if self.start is None or self.start > day:
            return False
        if self.end_unknown:
            return self.start.year == year
        return self.until is None or self.until > day


@dataclass(frozen=True, slots=True)
class Listing:
    """A firm's place on the list of a paradigm, and the slots enumerated for it."""

    firm: str
    paradigm: str
    in_rule: bool
    outcome: str | None
    role: str | None
    slots: tuple[str, ...]


def read_rows(store: Queryable) -> tuple[CensusRow, ...]:
    """Every tie of the store that fills a slot, sorted by paradigm, dependent, slot and id."""
    sources = _sources(store)
    fields: dict[str, set[str]] = {}
    for tie, name in store.query(ask(_FIELDS)):
        fields.setdefault(id_of(tie), set()).add(id_of(name))
    found: dict[str, CensusRow] = {}
    for row in sorted(store.query(ask(_ROWS, **_WORDS)), key=lambda row: tuple(map(str, row))):
        tie, dependent, provider, paradigm, slot, evidence, start, until, ended, low, basis = row
        key, sourced = id_of(tie), id_of(evidence) == "sourced"
        notes = sources.get(key, {}) if sourced else {}
        found.setdefault(
            key,
            CensusRow(
                key,
                id_of(dependent),
                id_of(provider),
                id_of(paradigm),
                id_of(slot),
                sourced,
                earliest(str(start)) if start else None,
                earliest(str(until)) if until else None,
                truth(ended),
                tuple(sorted(notes)),
                min((tier for tier, _ in notes.values()), default=None),
                bool(notes) and all(worded for _, worded in notes.values()),
                tuple(sorted(fields.get(key, set()) - {"existence"})),
                low is not None,
                id_of(basis) if basis else None,
            ),
        )
    return tuple(sorted(found.values(), key=lambda row: (row.paradigm, row.dependent, row.slot, row.id)))


def read_listings(store: Queryable) -> tuple[Listing, ...]:
    """Every candidacy of the store, sorted by paradigm and firm."""
    needs: dict[tuple[str, str], set[str]] = {}
    for firm, paradigm, slot in store.query(ask(_NEEDS)):
        needs.setdefault((id_of(firm), id_of(paradigm)), set()).add(id_of(slot))
    found: dict[tuple[str, str], Listing] = {}
    for row in sorted(store.query(ask(_LISTINGS)), key=lambda row: tuple(map(str, row))):
        key = id_of(row[0]), id_of(row[1])
        inside = truth(row[2])
        outcome = id_of(row[3]) if row[3] else None
        role = str(row[4]) if row[4] else None
        found.setdefault(key, Listing(*key, inside, outcome, role, tuple(sorted(needs.get(key, ())))))
    return tuple(sorted(found.values(), key=lambda one: (one.paradigm, one.firm)))


def _sources(store: Queryable) -> Mapping[str, Mapping[str, tuple[int, bool]]]:
    """Tie -> source -> its tier, and whether it was found from the provider's side."""
    found: dict[str, dict[str, tuple[int, bool]]] = {}
    for tie, source, tier, note in store.query(ask(_SOURCES, **_WORDS)):
        worded = PROVIDER_WORDED in str(note or "")
        found.setdefault(id_of(tie), {})[id_of(source)] = (int(float(str(tier))), worded)
    return found
