"""Doubts about a backtest, as numbers: hindsight in the dates, ties that are events, who was researched, groups."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from ..power.lockin import group_losses
from ..power.projection import project
from ..power.scoring import PowerResult, score_fast
from ..power.spec import Spec
from ..power.tie import ScoreTies
from ..ties import TieHistory
from .metrics import leaders
from .reading import Candidate, Event

__all__ = ["Ablation", "Curation", "Knowledge", "ablation", "coalitions", "curation", "knowledge", "scored"]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What the ties say about when they could be known: the hindsight that no date can take out.

    Attributes
    ----------
    ties : int
        Ties of the paradigm, of all dates.
    undated : int
        Ties without a knowledge date: they count as known since they began.
    as_it_began : int
        Ties whose knowledge date lies in the year in which they began, or before: known by construction.
    later : int
        Ties known only in a later year: the only ones that the guard ever holds back.
    dated_documents : int
        Ties with a source whose year of publication is known.
    published_in_time : int
        Of these, ties with a source published no later than the year in which they began.
    """

    ties: int
    undated: int
    as_it_began: int
    later: int
    dated_documents: int
    published_in_time: int


def knowledge(history: TieHistory, sources: Mapping[str, Mapping[str, int | None]]) -> Knowledge:
    """Count the knowledge dates of all ties of a paradigm, and the publication dates behind them."""
    late = sum(tie.known is not None and tie.known.year > tie.start.year for tie in history.ties)
    undated = sum(tie.known is None for tie in history.ties)
    published = []
    for tie in history.ties:
        issued = [year for year in sources.get(tie.id, {}).values() if year is not None]
        if issued and tie.evidence == "sourced":
            published.append(min(issued) <= tie.start.year)
    total = len(history.ties)
    return Knowledge(total, undated, total - undated - late, late, len(published), sum(published))


@dataclass(frozen=True, slots=True)
class Ablation:
    """Scores without the ties that are themselves definition events (METHOD 1.12.3).

    Attributes
    ----------
    ties : tuple of str
        Ids left out: both ends took part in an event of the paradigm in the year in which the tie began.
    changed : tuple of (int, tuple of str, tuple of str)
        Years in which somebody else leads, with who led before and who leads then.
    years : int
        Years compared.
    """

    ties: tuple[str, ...]
    changed: tuple[tuple[int, tuple[str, ...], tuple[str, ...]], ...]
    years: int


def ablation(history: TieHistory, results: Mapping[int, PowerResult], events: Iterable[Event], spec: Spec) -> Ablation:
    """Score again without the ties that coincide with an event, and compare who leads.

    Parameters
    ----------
    history : TieHistory
        The ties that `results` come from.
    results : mapping of int to PowerResult
        Scores as known at each year's date, with all ties.
    """
    acted = [(event.year, event.actors) for event in events if event.paradigm == history.paradigm]
    dropped = {
        tie.id
        for tie in history.ties
        if any(tie.start.year == year and {tie.dependent, tie.provider} <= actors for year, actors in acted)
    }
    rest = replace(history, ties=tuple(tie for tie in history.ties if tie.id not in dropped))
    touched = [
        year
        for year, result in results.items()
        if not dropped.isdisjoint(tie.id for tie in history.at(result.as_of, result.as_of))
    ]
    again = scored(rest, {year: results[year].as_of for year in touched}, spec)
    changed = []
    for year in touched:
        before, after = (
            leaders({firm.id: firm.power for firm in found.firms}) for found in (results[year], again[year])
        )
        if before != after:
            changed.append((year, before, after))
    return Ablation(tuple(sorted(dropped)), tuple(changed), len(results))


def scored(history: TieHistory, dates: Mapping[int, str], spec: Spec) -> dict[int, PowerResult]:
    """Power at each date from what was known on that date."""
    return {year: score_fast(history.at(date, known_by=date), spec) for year, date in sorted(dates.items())}


@dataclass(frozen=True, slots=True)
class Curation:
    """How much was researched about whom: (dependent, slot) pairs that name each candidate as provider.

    Attributes
    ----------
    counts : mapping of str to int
        Per candidate, the most often named first.
    median : float
    """

    counts: Mapping[str, int]
    median: float


def curation(history: TieHistory, candidates: Mapping[str, Candidate]) -> Curation | None:
    """Count the claims that name each candidate of the list's rule; None where there is no list."""
    pairs = {(tie.provider, tie.dependent, tie.slot) for tie in history.ties if tie.is_named}
    counts = {key: 0 for key, candidate in candidates.items() if candidate.in_rule}
    for provider, _, _ in pairs:
        if provider in counts:
            counts[provider] += 1
    if not counts:
        return None
    ordered = sorted(counts.values())
    middle = (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2
    return Curation(dict(sorted(counts.items(), key=lambda item: (-item[1], item[0]))), middle)


def coalitions(
    ties: ScoreTies, group: str, members: Collection[str], countries: Mapping[str, str], spec: Spec
) -> dict[str, float]:
    """Mean loss of foreign dependents if a group withdrew, beside every other country's firms together.

    A group's members are substitutes for one another, so none of them need rank high (METHOD 1.7). Foreign are the
    participants from outside the countries of the members; the other coalitions are all firms of each other country,
    judged by the participants from outside it: rivals that are, if anything, wider than the group.

    Returns
    -------
    dict
        Key `group` for the group, country codes for the rest; 0 to 1. Empty without participants.
    """
    projection = project(ties, spec)
    if not projection.slots:
        return {}
    homes = {countries[member] for member in members if member in countries}
    providers = {countries[node] for node in projection.nodes if node in countries}
    sets = {group: (frozenset(members), frozenset(homes))}
    for country in sorted(providers - homes):
        firms = frozenset(node for node in projection.nodes if countries.get(node) == country)
        sets[country] = (firms, frozenset({country}))
    found = {}
    for key, (firms, home) in sets.items():
        losses = group_losses(projection, firms)
        foreign = [
            i
            for i, node in enumerate(projection.nodes)
            if projection.mass[i] > 0 and node not in firms and countries.get(node) not in home
        ]
        total = float(projection.mass[foreign].sum())
        found[key] = float(losses[foreign] @ projection.mass[foreign]) / total if total else 0.0
    return found
