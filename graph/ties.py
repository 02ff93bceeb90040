"""The ties that may enter a score: slot-filling ties of one paradigm as of a date, read from the store."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from ..ontology.namespaces import code_iri
from ..ontology.values import latest
from .names import NodeName, UnknownParadigmError, find_id
from .power.cohorts import CohortMass, Cohorts, cohort_masses, cohort_ties, read_cohorts
from .power.select import Queryable, select_names, select_paradigms, select_ties, select_version
from .power.tie import Evidence, ScoreLayer, ScoreTie, ScoreTies

if TYPE_CHECKING:
    import networkx as nx

__all__ = [
    "CohortMass",
    "Evidence",
    "Queryable",
    "ScoreLayer",
    "ScoreTie",
    "ScoreTies",
    "TieHistory",
    "multidigraph",
    "organization_names",
    "paradigms",
    "score_ties",
    "tie_histories",
]


def paradigms(store: Queryable) -> tuple[str, ...]:
    """Ids of the store's paradigms in the order of their beginnings; undated ones last."""
    notes = select_paradigms(store)
    return tuple(sorted(notes, key=lambda key: (notes[key].start or "9999", key)))


def organization_names(store: Queryable) -> dict[str, NodeName]:
    """Names of every organization of the store, by id."""
    return select_names(store)


def score_ties(
    store: Queryable,
    paradigm: str,
    as_of: str,
    known_by: str | None = None,
    evidence: Evidence = "all",
    round_trip: bool = True,
    *,
    cohorts: bool = False,
    cohort_mass: CohortMass = 1.0,
) -> ScoreTies:
    """Slot-filling ties of `paradigm` that held as of a date, by one SPARQL SELECT.

    Parameters
    ----------
    paradigm : str
        Id or name, in English or Chinese.
    as_of : str
        Valid time, ``YYYY[-MM[-DD]]``; a year or month means its last day.
    known_by : str, optional
        Known time: leave out what no source had said by then. A tie that does not say since when it is known
        counts as known since it began.
    evidence : {"all", "sourced"}
        ``sourced`` leaves out the claims for which no source was found. Slots and rivals go with them, so the level
        of a score may rise: compare ranks.
    round_trip : bool
        False leaves out commercial ties between parties that also have a capital tie (vendor financing).
    cohorts : bool
        True adds cohorts of adopters as dependents, by the rule of :mod:`.power.cohorts`. They carry market shares:
        report a result with them beside the one without, and never check it against the market.
    cohort_mass : float or mapping of cohort to float
        Participants that a cohort counts for. No source gives it: one per cohort is a convention. 0 leaves it out.

    Raises
    ------
    UnknownParadigmError, UnknownCohortError
        With the nearest paradigms or cohorts.
    ValueError
        On a date that does not exist.
    """
    day, known_day = latest(as_of), latest(known_by) if known_by else None
    notes = select_paradigms(store)
    key = find_id(paradigm, {note: notes[note].name for note in notes}, UnknownParadigmError)
    when = [f'FILTER(?from <= "{day}"^^xsd:date)', f'FILTER(!BOUND(?until) || ?until > "{day}"^^xsd:date)']
    if known_day:
        when.append(f'FILTER(COALESCE(?known, ?from) <= "{known_day}"^^xsd:date)')
    if evidence == "sourced":
        when.append(f"FILTER(?evidence = <{code_iri('evidence', 'sourced')}>)")
    if not round_trip:
        when.append("FILTER(!COALESCE(?roundTrip, false))")
    ties = select_ties(store, [key], "\n  ".join(when))[key]
    note, names = notes[key], select_names(store)
    found = ScoreTies(
        key,
        as_of,
        ties,
        names,
        note.coded_from,
        note.coded_to,
        known_by,
        evidence,
        round_trip,
        claims=select_version(store),
    )
    return _with_cohorts(found, read_cohorts(store, [key], names)[key], cohort_mass) if cohorts else found


@dataclass(frozen=True)
class TieHistory:
    """Ties of one paradigm at every date, to be cut at many dates without asking the store again."""

    paradigm: str
    ties: tuple[ScoreTie, ...]
    names: Mapping[str, NodeName] = field(repr=False)
    coded_from: str | None = None
    coded_to: str | None = None
    claims: str | None = None
    cohorts: Cohorts = field(default_factory=Cohorts, repr=False)

    def at(
        self,
        as_of: str,
        known_by: str | None = None,
        evidence: Evidence = "all",
        round_trip: bool = True,
        *,
        cohorts: bool = False,
        cohort_mass: CohortMass = 1.0,
    ) -> ScoreTies:
        """Ties that held as of a date; the same as :func:`score_ties` gives."""
        day, known_day = latest(as_of), latest(known_by) if known_by else date.max
        held = tuple(
            tie
            for tie in self.ties
            if tie.start <= day
            and (tie.until is None or tie.until > day)
            and (tie.known or tie.start) <= known_day
            and (evidence == "all" or tie.evidence == "sourced")
            and (round_trip or not tie.round_trip)
        )
        found = ScoreTies(
            self.paradigm,
            as_of,
            held,
            self.names,
            self.coded_from,
            self.coded_to,
            known_by,
            evidence,
            round_trip,
            claims=self.claims,
        )
        return _with_cohorts(found, self.cohorts, cohort_mass) if cohorts else found


def tie_histories(store: Queryable, paradigms: Iterable[str] | None = None) -> dict[str, TieHistory]:
    """Ties of every date per paradigm (all paradigms by default), by one SELECT; cohorts' shares by another."""
    notes = select_paradigms(store)
    names = {key: note.name for key, note in notes.items()}
    keys = sorted({find_id(text, names, UnknownParadigmError) for text in (notes if paradigms is None else paradigms)})
    firms, found, version = select_names(store), select_ties(store, keys), select_version(store)
    cohorts = read_cohorts(store, keys, firms)
    return {
        key: TieHistory(key, found[key], firms, notes[key].coded_from, notes[key].coded_to, version, cohorts[key])
        for key in keys
    }


def _with_cohorts(ties: ScoreTies, cohorts: Cohorts, mass: CohortMass) -> ScoreTies:
    """Ties of firms and, after them, of the cohorts that were measured by the date."""
    known_day = latest(ties.known_by) if ties.known_by else date.max
    found = cohort_ties(cohorts, ties.day, known_day, ties.evidence)
    added, masses = cohort_masses(mass, cohorts.names, found)
    names = {**(ties.names or {}), **{tie.dependent: cohorts.names[tie.dependent] for tie in added}}
    return replace(ties, ties=ties.ties + added, names=names, cohorts=True, masses=masses)


def multidigraph(ties: ScoreTies) -> nx.MultiDiGraph[str]:
    """Give the ties as a networkx graph: an edge dependent -> provider per tie, keyed by the tie's id.

    Nodes carry `name_en`, `name_zh` and `company`; edges the slot, layer, shares, criticality, revocability,
    `closed`, confidence, evidence and ISO dates. ``IN_HOUSE``, ``UNKNOWN`` and ``OPEN:<standard>`` are no
    nodes.
    """
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(paradigm=ties.paradigm, as_of=ties.as_of)
    named = [tie for tie in ties if tie.is_named]
    for node in sorted({tie.dependent for tie in ties} | {tie.provider for tie in named}):
        name = ties.name(node)
        graph.add_node(node, name_en=name.en, name_zh=name.zh, company=name.company)
    for tie in named:
        graph.add_edge(
            tie.dependent,
            tie.provider,
            key=tie.id,
            slot=tie.slot,
            layer=tie.layer,
            start=tie.start.isoformat(),
            until=tie.until.isoformat() if tie.until else None,
            share_low=tie.share_low,
            share_high=tie.share_high,
            criticality=tie.criticality,
            revocability=tie.revocability,
            closed=tie.closed,
            evidence=tie.evidence,
            confidence=tie.confidence,
        )
    return graph
