"""What sound claims still lack to be a census: unfilled slots, gaps in time, firms outside the lists, late sources.

None of this keeps claims from being read: each finding is a warning, with file and line.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from ..ontology.claim import KNOWN, Claim
from ..ontology.records import Candidacy, CohortShare, ControlHolding, Paradigm, Slot, Source, Tie, TieEvidence
from ..ontology.values import earliest, latest
from .faults import Fault, Value
from .read import Claims

__all__ = ["LONGEST_GAP", "REVIEW_CODES", "review"]

LONGEST_GAP = timedelta(days=183)
"""Stretch for which a slot may stand without a row: ends and starts are mostly known to the year."""

REVIEW_CODES = (
    "slot_missing",
    "slot_gap",
    "slot_ends_early",
    "slot_unlisted",
    "provider_twice",
    "dependent_unlisted",
    "provider_unlisted",
    "listed_without_reason",
    "source_later",
)
"""Codes of the findings, keys of ``definer.data.messages.MESSAGES``."""

_SPECIAL = ("IN_HOUSE", "UNKNOWN", "OPEN:")


class _Stretch(NamedTuple):
    """Days ``[start, end)`` for which a row says who filled a slot."""

    start: date
    end: date
    tie: Tie


def review(claims: Claims) -> list[Fault]:
    """Look for what keeps the ties from being a census.

    Parameters
    ----------
    claims : Claims
        Sound claims.

    Returns
    -------
    list of Fault
        Sorted by file, line and column: a listed firm with a slot that no row fills, a stretch of more than
        :data:`LONGEST_GAP` in which no row does, a slot, dependent or provider that the lists of its paradigm lack, a
        change of frozen lists without a reason, and claims that are dated as known before any of their sources was
        published. Empty where the claims list no firms.
    """
    ties = [tie for tie in claims.of(Tie) if tie.slot is not None and tie.rank != "deprecated"]
    candidacies = claims.of(Candidacy)
    faults = [*_late(claims)]
    if candidacies:
        faults += _slots(claims, candidacies, ties)
        faults += _lists(claims, candidacies, ties)
        faults += _changes(claims, candidacies)
    faults += _twice(claims, ties)
    return sorted(faults, key=lambda fault: fault.order)


def _slots(claims: Claims, candidacies: Sequence[Candidacy], ties: Sequence[Tie]) -> Iterator[Fault]:
    rows: dict[tuple[str, str], list[Tie]] = defaultdict(list)
    for tie in ties:
        rows[tie.dependent, str(tie.slot)].append(tie)
    coded = {paradigm.id: latest(paradigm.coded_to) for paradigm in claims.of(Paradigm)}
    for listed in candidacies:
        horizon = coded.get(listed.paradigm, latest(claims.as_of)) + timedelta(days=1)
        last = min(horizon, _end_of_activity(listed) or horizon)
        for slot in (*listed.slots, *listed.former_slots):
            found = rows.get((listed.organization, slot), [])
            if not found:
                context: dict[str, Value] = {"firm": listed.organization, "slot": slot}
                yield _at(claims, listed, "slots", "slot_missing", context)
            if slot in listed.slots:  # the others were needed for a time only: nobody says which
                yield from _gaps(claims, slot, found, last)


def _end_of_activity(listed: Candidacy) -> date | None:
    # "unknown" never stands here, but a firm that left in a year was still active in part of it.
    return earliest(listed.active_to) if listed.active_to else None


def _gaps(claims: Claims, slot: str, ties: Sequence[Tie], last: date) -> Iterator[Fault]:
    stretches = sorted((_stretch(tie) for tie in ties if tie.start), key=lambda one: (one.start, one.end, one.tie.id))
    if not stretches:
        return
    reached = stretches[0].end
    for one in stretches[1:]:
        if one.start - reached > LONGEST_GAP:
            context: dict[str, Value] = {
                "firm": one.tie.dependent,
                "slot": slot,
                "from": reached.isoformat(),
                "to": one.start.isoformat(),
            }
            yield _at(claims, one.tie, "start", "slot_gap", context)
        reached = max(reached, one.end)
    if last - min(reached, last) > LONGEST_GAP:
        longest = max(stretches, key=lambda one: (one.end, one.tie.id)).tie
        context = {"firm": longest.dependent, "slot": slot, "from": reached.isoformat(), "to": last.isoformat()}
        yield _at(claims, longest, "end", "slot_ends_early", context)


def _stretch(tie: Tie) -> _Stretch:
    start = earliest(str(tie.start))
    if tie.end is None:
        return _Stretch(start, date(9999, 1, 1), tie)
    if tie.end == "unknown":  # it held at least until it was last seen
        return _Stretch(start, latest(tie.last_confirmed or str(tie.start)), tie)
    return _Stretch(start, earliest(tie.end), tie)


def _lists(claims: Claims, candidacies: Sequence[Candidacy], ties: Sequence[Tie]) -> Iterator[Fault]:
    listed = {(one.organization, one.paradigm) for one in candidacies}
    needs = {(one.organization, one.paradigm): {*one.slots, *one.former_slots} for one in candidacies if one.in_rule}
    for tie in ties:
        here = tie.dependent, tie.paradigm
        context: dict[str, Value] = {"firm": tie.dependent, "slot": str(tie.slot), "paradigm": tie.paradigm}
        if here not in needs:
            yield _at(claims, tie, "dependent", "dependent_unlisted", {**context})
        elif needs[here] and tie.slot not in needs[here]:
            yield _at(claims, tie, "slot", "slot_unlisted", {**context})
        if not tie.provider.startswith(_SPECIAL) and (tie.provider, tie.paradigm) not in listed:
            found: dict[str, Value] = {"firm": tie.provider, "paradigm": tie.paradigm}
            yield _at(claims, tie, "provider", "provider_unlisted", found)


def _twice(claims: Claims, ties: Sequence[Tie]) -> Iterator[Fault]:
    """Rows of one provider in one cell that hold at the same time, on the same terms: one fact counted twice."""
    cells: dict[tuple[str, str, str, object], list[_Stretch]] = defaultdict(list)
    for tie in ties:
        if tie.start and tie.provider != "UNKNOWN":
            cells[tie.dependent, str(tie.slot), tie.provider, tie.revocability].append(_stretch(tie))
    for cell in cells.values():
        for one, other in pairwise(sorted(cell, key=lambda stretch: (stretch.start, stretch.end, stretch.tie.id))):
            if other.start < one.end:
                context: dict[str, Value] = {
                    "firm": one.tie.dependent,
                    "provider": one.tie.provider,
                    "slot": str(one.tie.slot),
                    "other": claims.where(one.tie.id, Tie),
                }
                yield _at(claims, other.tie, "start", "provider_twice", context)


def _changes(claims: Claims, candidacies: Sequence[Candidacy]) -> Iterator[Fault]:
    frozen = {one.id: earliest(one.lists_frozen) for one in claims.of(Paradigm) if one.lists_frozen}
    entries: list[Candidacy | Slot] = [*candidacies, *claims.of(Slot)]
    for one in entries:
        since = frozen.get(one.paradigm)
        if since and one.listed and earliest(one.listed) > since and not one.listed_because:
            context: dict[str, Value] = {"text": one.listed, "frozen": since.isoformat(), "paradigm": one.paradigm}
            yield _at(claims, one, "listed_because", "listed_without_reason", context)


def _late(claims: Claims) -> Iterator[Fault]:
    """Claims whose every dated source came out after the day since when they are said to be known."""
    published = {one.id: one.published for one in claims.of(Source)}
    more = _more_sources(claims)
    kinds: tuple[type[Claim], ...] = (Tie, TieEvidence, CohortShare, ControlHolding)
    for kind in kinds:
        for one in claims.of(kind):
            if not one.known_from or one.sources == (KNOWN,):
                continue
            dates = [published.get(key) for key in (*one.sources, *more.get(one.id, ()))]
            stated = [when for when in dates if when]
            if not stated or len(stated) < len(dates):  # an undated source may be as old as need be
                continue
            first = min(stated, key=earliest)
            if earliest(first) > latest(one.known_from):
                context: dict[str, Value] = {"text": one.known_from, "first": first}
                yield _at(claims, one, "known_from", "source_later", context)


def _more_sources(claims: Claims) -> Mapping[str, Sequence[str]]:
    """Sources that bear out a tie's existence besides those of its own row."""
    found: dict[str, list[str]] = defaultdict(list)
    for one in claims.of(TieEvidence):
        if "existence" in one.fields:
            found[one.tie] += one.sources
    return found


def _at(
    claims: Claims,
    record: Candidacy | Slot | Claim,
    column: str,
    code: str,
    context: Mapping[str, Value],
) -> Fault:
    file, _, line = claims.where(record.id, type(record)).rpartition(":")
    return Fault(file, int(line), column, code, context)
