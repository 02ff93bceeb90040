"""Checks between records: ids, references, and facts that cannot hold together."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from ..ontology.claim import Record
from ..ontology.formula import CLAIM_PATHS, references
from ..ontology.records import (
    Candidacy,
    Cohort,
    CohortShare,
    DefinitionEvent,
    Organization,
    Paradigm,
    Slot,
    Statement,
    Tie,
)
from ..ontology.values import earliest, latest
from . import hints
from .columns import columns
from .faults import Fault, Value
from .tables import PATHS, Table, file_of, links

__all__ = ["check"]

_SPECIAL = ("IN_HOUSE", "UNKNOWN", "OPEN:")
# Suggesting a name compares it with every id there is; a file with more unknown ids belongs to other claims.
_SUGGESTIONS = 200
_PERIODS: dict[type[Record], tuple[tuple[str, str], ...]] = {
    Paradigm: (("start", "end"), ("coded_from", "coded_to")),
    Slot: (("valid_from", "valid_to"),),
    Candidacy: (("active_from", "active_to"),),
}
"""Columns of a period, of records that are no spans (those check themselves)."""


class _Place(NamedTuple):
    file: str
    line: int


_Ids = dict[str, dict[str, _Place]]


def check(tables: list[Table], unread: Collection[type[Record]]) -> list[Fault]:
    """Faults between the records of all tables.

    Parameters
    ----------
    tables : list of Table
        In the order of their names, rows already validated.
    unread : collection of record classes
        Kinds of which a file could not be read: references to them say nothing.

    Returns
    -------
    list of Fault
        Not sorted.
    """
    ids, faults = _ids(tables)
    skip = {kind.path for kind in unread}
    missing: set[str] = set()
    for table in tables:
        faults += _references(table, ids, skip, missing)
    sound = [pair for table in tables for pair in _sound(table)]
    faults += _rests_on(sound, ids, skip)
    faults += _formulae(sound, ids, skip)
    faults += _times(sound)
    faults += _slots(sound)
    faults += _shares(sound)
    faults += _circles(sound)
    return faults


def _sound(table: Table) -> Iterator[tuple[_Place, Record]]:
    for line, record in zip(table.lines, table.records, strict=True):
        if record is not None:
            yield _Place(table.file, line), record


def _ids(tables: list[Table]) -> tuple[_Ids, list[Fault]]:
    ids: _Ids = {}
    faults: list[Fault] = []
    for table in tables:
        seen = ids.setdefault(table.kind.path, {})
        for key, line in table.ids():
            first = seen.setdefault(key, _Place(table.file, line))
            if first != (table.file, line):
                context: dict[str, Value] = {"text": key, "other": first.file, "at": first.line}
                faults.append(Fault(table.file, line, "id", "duplicate_id", context))
    return ids, faults


def _references(table: Table, ids: _Ids, skip: set[str], missing: set[str]) -> Iterator[Fault]:
    """Ids that no row bears; a table that is not there is said to be `missing` once, by the first that names it."""
    suggested: dict[tuple[str, str], tuple[str, ...]] = {}
    for column, target, many in links(table.kind):
        path = "org" if target == "provider" else target
        known = ids.get(path, {})
        if path in skip:
            continue
        for text, line in zip(table.column(column), table.lines, strict=False):
            for key in _unknown(text, known, many=many):
                if path not in ids:
                    if path not in missing:
                        missing.add(path)
                        yield _no_file(table, line, column, path, key)
                    continue
                if not _well_formed(table, column, key):
                    continue
                if (path, key) not in suggested:
                    suggested[path, key] = hints.near(key, known) if len(suggested) < _SUGGESTIONS else ()
                code = "unknown_source" if path == "source" else "unknown_id"
                context: dict[str, Value] = {"text": key, "file": file_of(path), "maybe": suggested[path, key]}
                yield Fault(table.file, line, column, code, context)


def _rests_on(sound: list[tuple[_Place, Record]], ids: _Ids, skip: set[str]) -> Iterator[Fault]:
    """Claims that a statement's verdict rests on: ``path/id`` each."""
    for place, record in sound:
        for text in record.claims if isinstance(record, Statement) else ():
            path, _, key = text.partition("/")
            if path not in PATHS or not key:
                yield Fault(*place, "claims", "claim_form", {"text": text, "allowed": PATHS})
            elif path not in skip and key not in ids.get(path, {}):
                context: dict[str, Value] = {"text": key, "file": file_of(path), "maybe": ()}
                yield Fault(*place, "claims", "unknown_id", context)


def _formulae(sound: list[tuple[_Place, Record]], ids: _Ids, skip: set[str]) -> Iterator[Fault]:
    """Claims that a statement's formulae name."""
    for place, record in sound:
        if not isinstance(record, Statement) or record.formula is None:
            continue
        for function, key in references(record.formula):
            path = CLAIM_PATHS[function]
            known = ids.get(path, {})
            if path not in skip and key not in known:
                context: dict[str, Value] = {"text": key, "file": file_of(path), "maybe": hints.near(key, known)}
                yield Fault(*place, "formula", "unknown_id", context)


def _unknown(text: str, known: dict[str, _Place], *, many: bool) -> list[str]:
    if not text or text in known or text.startswith(_SPECIAL):
        return []
    if not many:
        return [text]
    return [key for part in text.split(";") if (key := part.strip()) and key not in known]


def _well_formed(table: Table, column: str, key: str) -> bool:
    """Whether `key` could be an id; if not, its row already has a fault that says so."""
    return re.match(columns(table.kind)[column].form, key) is not None


def _no_file(table: Table, line: int, column: str, path: str, key: str) -> Fault:
    context: dict[str, Value] = {"by": table.file, "at": line, "column": column, "text": key}
    return Fault(file_of(path), 1, "-", "file_missing", context)


def _times(sound: list[tuple[_Place, Record]]) -> Iterator[Fault]:
    # A tie may be known before it holds (a contract is announced, delivery begins later); an event may not.
    for place, record in sound:
        if isinstance(record, DefinitionEvent) and record.modality != "forecast":
            yield from _too_early(place, "known_from", "known_too_early", record.known_from, record.date)
        elif isinstance(record, Tie):
            yield from _too_early(place, "last_confirmed", "confirmed_too_early", record.last_confirmed, record.start)
        for first, last in _PERIODS.get(type(record), ()):
            start, end = getattr(record, first), getattr(record, last)
            if start and end and latest(end) < earliest(start):
                yield Fault(*place, last, "end_before_start", {"start": start, "end": end})


def _too_early(place: _Place, column: str, code: str, text: str | None, start: str | None) -> Iterator[Fault]:
    if text and start and latest(text) < earliest(start):
        yield Fault(*place, column, code, {"text": text, "start": start})


def _slots(sound: list[tuple[_Place, Record]]) -> Iterator[Fault]:
    slots = {record.id: record for _, record in sound if isinstance(record, Slot)}
    cohorts = {record.id: record.paradigm for _, record in sound if isinstance(record, Cohort)}
    for place, record in sound:
        if isinstance(record, Tie):
            paradigm: str | None = record.paradigm
        elif isinstance(record, CohortShare):
            paradigm = cohorts.get(record.cohort)
        else:
            continue
        slot = slots.get(record.slot or "")
        if slot is None:
            continue
        if paradigm and paradigm != slot.paradigm:
            context: dict[str, Value] = {"text": slot.id, "theirs": slot.paradigm, "ours": paradigm}
            yield Fault(*place, "slot", "slot_paradigm", context)
        if isinstance(record, Tie) and record.layer != slot.layer:
            yield Fault(*place, "layer", "slot_layer", {"text": record.layer, "slot": slot.id, "theirs": slot.layer})


class _Part(NamedTuple):
    """Share of a slot that a provider fills at least, over days ``[start, end)``."""

    start: date
    end: date
    provider: str
    low: Decimal
    place: _Place


def _shares(sound: list[tuple[_Place, Record]]) -> Iterator[Fault]:
    parts: dict[tuple[str, str], list[_Part]] = defaultdict(list)
    for place, record in sound:
        if isinstance(record, Tie) and (part := _part(place, record)):
            parts[record.dependent, str(record.slot)].append(part)
    for (dependent, slot), group in sorted(parts.items()):
        if sum(part.low for part in group) > 1:
            yield from _excess(dependent, slot, group)


def _part(place: _Place, tie: Tie) -> _Part | None:
    if tie.slot is None or not tie.share_low or tie.rank == "deprecated" or tie.status in ("intent", "announced"):
        return None
    start = earliest(tie.start) if tie.start else date.min
    if tie.end == "unknown":  # it held at least until it was last seen
        end = latest(tie.last_confirmed) if tie.last_confirmed else start
        return _Part(start, end, tie.provider, tie.share_low, place)
    return _Part(start, earliest(tie.end) if tie.end else date.max, tie.provider, tie.share_low, place)


def _excess(dependent: str, slot: str, group: list[_Part]) -> Iterator[Fault]:
    """Find the first day on which the least shares of a slot's providers sum to more than 1."""
    for day in sorted({part.start for part in group}):
        held: dict[str, _Part] = {}  # claims about one provider stand side by side: the largest counts
        for part in group:
            if part.start <= day < part.end and (part.provider not in held or held[part.provider].low < part.low):
                held[part.provider] = part
        total = sum(part.low for part in held.values())
        if total > 1:
            last = max(held.values(), key=lambda part: (part.start, part.place))
            others = tuple(
                f"{part.place.file}:{part.place.line}" for part in sorted(held.values(), key=lambda p: p.place)
            )
            context: dict[str, Value] = {
                "dependent": dependent,
                "slot": slot,
                "day": day.isoformat(),
                "total": str(total),
                "rows": others,
            }
            yield Fault(*last.place, "share_low", "shares_above_one", context)
            return


def _circles(sound: list[tuple[_Place, Record]]) -> Iterator[Fault]:
    over: dict[tuple[str, str], tuple[str, _Place]] = {}
    for place, record in sound:
        if isinstance(record, Organization) and record.parent:
            over["parent", record.id] = (record.parent, place)
        elif isinstance(record, Paradigm) and record.predecessor:
            over["predecessor", record.id] = (record.predecessor, place)
    done: set[tuple[str, str]] = set()
    for column, key in over:
        trail: list[str] = []
        here = key
        while (column, here) in over and (column, here) not in done:
            done.add((column, here))
            trail.append(here)
            here = over[column, here][0]
        if here in trail:
            ring = trail[trail.index(here) :]
            place = over[column, ring[0]][1]
            yield Fault(*place, column, "circle", {"text": " → ".join([*ring, ring[0]])})
