"""Is the census even? What was found for winners and losers, per paradigm, slot, year and firm."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import mean
from typing import Any, Final

from ...ontology.values import latest
from ..power.result import Result, Setting
from ..power.select import Queryable, select_paradigms, select_version
from .rows import CensusRow, Listing, read_listings, read_rows
from .tallies import Tally, tally

__all__ = ["OUTCOMES", "Candidate", "Census", "ParadigmBalance", "SlotCoverage", "census"]

OUTCOMES: Final = ("winner", "survivor", "loser")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A listed firm: what was found of whom it depends on, and how often it fills a slot for others.

    Attributes
    ----------
    as_dependent : Tally
        Rows in which it needs a slot.
    provides, provides_sourced : int
        Rows in which it fills one; of these, sourced.
    reaches : int
        Dependents for which it does.
    """

    firm: str
    paradigm: str
    in_rule: bool
    outcome: str | None
    role: str | None
    as_dependent: Tally
    provides: int
    provides_sourced: int
    reaches: int

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return {
            "organization": self.firm,
            "paradigm": self.paradigm,
            "in_rule": self.in_rule,
            "outcome": self.outcome,
            "role": self.role,
            "as_dependent": self.as_dependent.to_dict(),
            "as_provider": {
                "rows": self.provides,
                "sourced": self.provides_sourced,
                "dependents": self.reaches,
            },
        }


@dataclass(frozen=True, slots=True)
class SlotCoverage:
    """A slot: how many listed firms need it, and for how many of them somebody is said to fill it.

    Attributes
    ----------
    needed : int
        Firms listed with the slot.
    answered : int
        Of these, with at least one row whose filler is known.
    answered_sourced : int
        Of these, with at least one such row that is sourced.
    rows : Tally
    """

    slot: str
    needed: int
    answered: int
    answered_sourced: int
    rows: Tally

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return {
            "needed": self.needed,
            "answered": self.answered,
            "answered_sourced": self.answered_sourced,
            **self.rows.to_dict(),
        }


@dataclass(frozen=True, slots=True)
class ParadigmBalance:
    """One paradigm: its rows in all, by outcome of the dependent, by slot, and by year.

    Attributes
    ----------
    dependents : int
        Firms on the list whose slots were enumerated.
    coded_from, coded_to : str or None
        Period for which ties were searched for.
    total : Tally
    outcomes : mapping of str to Tally
        Rows of the dependents that won, survived or lost.
    slots : tuple of SlotCoverage
    years : mapping of int to Tally
        Rows that held in the middle of each coded year.
    per_provider : mapping of str to float
        Outcome of a listed firm -> mean number of rows in which such a firm fills a slot.
    """

    paradigm: str
    dependents: int
    coded_from: str | None
    coded_to: str | None
    total: Tally
    outcomes: Mapping[str, Tally]
    slots: tuple[SlotCoverage, ...]
    years: Mapping[int, Tally]
    per_provider: Mapping[str, float]

    @property
    def gap(self) -> float | None:
        """Found part of the winners' rows less that of the losers'; None where one of them has none."""
        winners, losers = (self.outcomes[key].filled_share for key in ("winner", "loser"))
        return None if winners is None or losers is None else winners - losers

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return {
            **self.total.to_dict(),
            "dependents": self.dependents,
            "coded_from": self.coded_from,
            "coded_to": self.coded_to,
            "winners_less_losers": self.gap,
            "rows_per_provider": dict(self.per_provider),
            "outcomes": {key: value.to_dict() for key, value in self.outcomes.items()},
            "slots": {one.slot: one.to_dict() for one in self.slots},
            "years": {str(year): value.to_dict() for year, value in self.years.items()},
        }


@dataclass(frozen=True)
class Census(Result):
    """Balance of the whole census.

    Attributes
    ----------
    total : Tally
    paradigms : tuple of ParadigmBalance
        In the order in which the paradigms began.
    candidates : tuple of Candidate
        Every listed firm, by paradigm, then the most rows as a provider first.
    """

    total: Tally
    paradigms: tuple[ParadigmBalance, ...]
    candidates: tuple[Candidate, ...]
    of: Setting

    @property
    def setting(self) -> Setting:
        """Version and date of the claims; `n` counts the listed firms whose slots were enumerated."""
        return self.of

    def paradigm(self, key: str) -> ParadigmBalance:
        """Balance of one paradigm.

        Raises
        ------
        KeyError
            If the census has no such paradigm.
        """
        for one in self.paradigms:
            if one.paradigm == key:
                return one
        raise KeyError(key)

    def records(self) -> Sequence[Mapping[str, Any]]:
        """One row per listed firm."""
        return [
            {
                "organization": one.firm,
                "paradigm": one.paradigm,
                "in_rule": one.in_rule,
                "outcome": one.outcome,
                "rows": one.as_dependent.rows,
                "sourced": one.as_dependent.sourced,
                "unknown": one.as_dependent.unknown,
                "provides": one.provides,
                "provides_sourced": one.provides_sourced,
                "reaches": one.reaches,
            }
            for one in self.candidates
        ]

    def to_dict(self) -> dict[str, Any]:
        """``total``, ``paradigms`` by id, ``candidates``, and the version of the claims."""
        return {
            "as_of": self.of.as_of,
            "claims": self.of.claims,
            "total": self.total.to_dict(),
            "paradigms": {one.paradigm: one.to_dict() for one in self.paradigms},
            "candidates": [one.to_dict() for one in self.candidates],
        }


def census(
    store: Queryable,
    as_of: str,
    paradigms: Sequence[str] | None = None,
    rows: Sequence[CensusRow] | None = None,
) -> Census:
    """Count the ties that fill a slot.

    Parameters
    ----------
    store : Queryable
    as_of : str
        Date of the data, for the setting alone: every row counts, whenever it held.
    paradigms : sequence of str, optional
        Ids; by default all that have rows, in the order in which they began.
    rows : sequence of CensusRow, optional
        Those of the store, if they have been read already.
    """
    rows, listings = read_rows(store) if rows is None else rows, read_listings(store)
    notes = select_paradigms(store)
    present = {row.paradigm for row in rows} | {one.paradigm for one in listings}
    order = sorted(present, key=lambda key: ((notes[key].start if key in notes else None) or "9999", key))
    chosen = [key for key in order if paradigms is None or key in paradigms]
    kept = [row for row in rows if row.paradigm in chosen]
    listed = [one for one in listings if one.paradigm in chosen]
    enumerated = sum(one.in_rule for one in listed)
    return Census(
        tally(kept),
        tuple(
            _balance(
                key,
                [row for row in kept if row.paradigm == key],
                [one for one in listed if one.paradigm == key],
                (notes[key].coded_from, notes[key].coded_to) if key in notes else (None, None),
            )
            for key in chosen
        ),
        tuple(one for key in chosen for one in _candidates(key, kept, listed)),
        Setting(
            paradigm=None,
            as_of=as_of,
            known_by=None,
            evidence="all",
            round_trip=True,
            cohorts=False,
            spec="",
            n=enumerated,
            claims=select_version(store),
        ),
    )


def _balance(
    paradigm: str, rows: Sequence[CensusRow], listed: Sequence[Listing], coded: tuple[str | None, str | None]
) -> ParadigmBalance:
    outcome = {one.firm: one.outcome for one in listed if one.in_rule}
    filled: dict[str, int] = defaultdict(int)
    for row in rows:
        filled[row.provider] += row.is_named
    return ParadigmBalance(
        paradigm,
        len(outcome),
        *coded,
        tally(rows),
        {word: tally(row for row in rows if outcome.get(row.dependent) == word) for word in OUTCOMES},
        tuple(_slots(rows, listed)),
        {year: tally(row for row in rows if row.held_in(year)) for year in _years(coded)},
        {word: mean([filled[firm] for firm, what in outcome.items() if what == word] or [0.0]) for word in OUTCOMES},
    )


def _years(coded: tuple[str | None, str | None]) -> range:
    first, last = coded
    if first is None or last is None:
        return range(0)
    end = latest(last)
    # The middle of its last year must lie inside the coded period.
    return range(latest(first).year, end.year + (end >= date(end.year, 7, 1)))


def _slots(rows: Sequence[CensusRow], listed: Sequence[Listing]) -> Iterable[SlotCoverage]:
    of_slot: dict[str, list[CensusRow]] = defaultdict(list)
    for row in rows:
        of_slot[row.slot].append(row)
    needed: dict[str, set[str]] = defaultdict(set)
    for one in listed:
        for slot in one.slots:
            needed[slot].add(one.firm)
    for slot in sorted({*of_slot, *needed}):
        known = [row for row in of_slot[slot] if row.provider != "UNKNOWN"]
        answered = {row.dependent for row in known}
        found = {row.dependent for row in known if row.sourced}
        wanted = needed[slot]
        yield SlotCoverage(slot, len(wanted), len(wanted & answered), len(wanted & found), tally(of_slot[slot]))


def _candidates(paradigm: str, rows: Sequence[CensusRow], listed: Sequence[Listing]) -> list[Candidate]:
    needs: dict[str, list[CensusRow]] = defaultdict(list)
    fills: dict[str, list[CensusRow]] = defaultdict(list)
    for row in rows:
        if row.paradigm == paradigm:
            needs[row.dependent].append(row)
            if row.is_named:
                fills[row.provider].append(row)
    found = [
        Candidate(
            one.firm,
            paradigm,
            one.in_rule,
            one.outcome,
            one.role,
            tally(needs[one.firm]),
            len(fills[one.firm]),
            sum(row.sourced for row in fills[one.firm]),
            len({row.dependent for row in fills[one.firm]}),
        )
        for one in listed
        if one.paradigm == paradigm
    ]
    return sorted(found, key=lambda one: (-one.provides, one.firm))
