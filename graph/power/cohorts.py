"""Cohorts of adopters ("phone buyers", "AI start-ups") as dependents, with share-weighted ties (METHOD 1.2).

They carry market shares into a score, so they are off unless asked for, headlines are shown with and without
them, and what checks a score against the market leaves them out: it would find the market leader by construction.

A cohort's share is a *measurement*: what parts several providers had in one slot of one cohort at one date.

* As of a day the measurement begun last on or before it counts, with all its providers, and no older one: shares
  of two dates are never mixed. Known time and evidence are sifted first, so an older measurement comes back where
  the newer one was not known yet, or has no source.
* It holds from the first day of its date. Nobody says for how long, so it has an unknown end and fades by the
  half-life of its layer from the *last* day of its date on: within a measured year it counts whole.
* Its date says what it measures, not when it was published. Where no source date is stated it counts as known from
  its last day: a year cannot be measured before it is over.
* Layer, criticality and revocability are the slot's own defaults, since claims state none for a cohort. A slot
  counts while it is needed; a share without slot, or whose slot states no defaults, cannot be scored.
* Several rows of one provider in one measurement are rival figures, not parts: the preferred ones count, else all,
  from the lowest to the highest figure. Rows of several providers stand as stated; middles that sum to more than 1
  are scaled to 1, and what is missing to 1 is residual, at least rho (see ``shares.py``).
* Each cohort weighs one participant. That is a convention: no source says how many firms "phone buyers" stand for,
  and two services that measure the same searchers are two cohorts. `CohortMass` sets other weights; a cohort of mass 0
  is left out.

Claims do not say whether a share counts units, users or money, so shares of spending cannot be told from others:
another reason for which a score with cohorts must not be compared with valuations.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeAlias, cast

from ...ontology.namespaces import code_iri
from ...ontology.values import earliest, latest
from ..names import NodeName, UnknownNameError, find_id
from .select import Queryable, ask, id_of, iri_of, names_of, number
from .tie import SCORE_LAYERS, Evidence, ScoreLayer, ScoreTie

__all__ = ["CohortMass", "CohortShare", "Cohorts", "UnknownCohortError", "cohort_masses", "cohort_ties", "read_cohorts"]

CohortMass: TypeAlias = float | Mapping[str, float]
"""Participants that a cohort counts for: one number for all, or some cohorts by id or name (1 for the others)."""

SHARES_QUERY = """
SELECT ?share ?cohort ?provider ?paradigm ?slot ?layer ?date ?known ?low ?high ?criticality ?revocability
       ?evidence ?confidence ?rank ?from ?until
WHERE {
  VALUES ?paradigm { $paradigms }
  VALUES ?layer { $layers }
  ?cohort def:paradigm ?paradigm ; a def:Cohort .
  ?share def:cohort ?cohort ; a def:CohortShare ; def:slot ?slot ; def:provider ?provider ; def:date ?date ;
         def:evidence ?evidence ; def:confidence ?confidence .
  ?slot def:layer ?layer ; def:defaultCriticality ?criticality ; def:typicalRevocability ?revocability .
  FILTER NOT EXISTS { ?share def:rank $deprecated }
  OPTIONAL { ?share def:rank ?rank }
  OPTIONAL { ?share def:knownSince ?known }
  OPTIONAL { ?share def:shareLow ?low }
  OPTIONAL { ?share def:shareHigh ?high }
  OPTIONAL { ?slot def:validFrom ?from }
  OPTIONAL { ?slot def:validUntil ?until }
}
"""
NAMES_QUERY = """
SELECT ?cohort ?naming ?name (LANG(?name) AS ?lang) WHERE {
  ?cohort a def:Cohort .
  OPTIONAL { VALUES ?naming { skos:prefLabel skos:altLabel } ?cohort ?naming ?name }
}
"""


class UnknownCohortError(UnknownNameError):
    """No cohort has that id or name."""

    _what = ("cohort", "采用者群体")


@dataclass(frozen=True, slots=True)
class CohortShare:
    """A provider's share in one measurement, as a tie of the cohort; `needed` is the slot's interval."""

    tie: ScoreTie
    preferred: bool = False
    needed: tuple[date | None, date | None] = (None, None)

    @property
    def measured(self) -> tuple[date, date]:
        """First and last day that the measurement's date may mean."""
        return self.tie.start, self.tie.confirmed or self.tie.start


@dataclass(frozen=True, slots=True)
class Cohorts:
    """Names of every cohort of a store, by id, and the shares of one paradigm's cohorts at every date."""

    names: Mapping[str, NodeName] = field(default_factory=dict)
    shares: tuple[CohortShare, ...] = ()


def read_cohorts(
    store: Queryable, paradigms: Sequence[str], organizations: Mapping[str, NodeName]
) -> dict[str, Cohorts]:
    """Cohorts per paradigm, by two SELECTs.

    Parameters
    ----------
    organizations : mapping
        Names of the organizations: a cohort that has the id of one goes by its IRI, so that the two stay two.
    """
    if not paradigms:
        return {}
    rows = [(_iri(row[0]), False, *row[1:]) for row in store.query(ask(NAMES_QUERY))]
    keys = {iri: iri if id_of(iri) in organizations else id_of(iri) for iri, *_ in rows}
    names = names_of((keys[iri], *rest) for iri, *rest in rows)
    text = ask(
        SHARES_QUERY,
        paradigms=" ".join(f"<{iri_of('paradigm', key)}>" for key in paradigms),
        layers=" ".join(f"<{code_iri('layer', layer)}>" for layer in SCORE_LAYERS),
        deprecated=f"<{code_iri('rank', 'deprecated')}>",
    )
    found: dict[str, dict[str, CohortShare]] = {key: {} for key in paradigms}
    for row in sorted(store.query(text), key=lambda row: tuple(map(str, row))):
        share = _share(row, keys[_iri(row[1])])
        found[id_of(row[3])].setdefault(share.tie.id, share)
    return {key: Cohorts(names, tuple(shares[share] for share in sorted(shares))) for key, shares in found.items()}


def _iri(term: object) -> str:
    return str(term).strip("<>")


def _share(row: Sequence[object], cohort: str) -> CohortShare:
    share, _, provider, _, slot, layer, when, known, low, high, criticality, revocability, *rest = row
    evidence, confidence, rank, needed_from, needed_until = rest
    last = latest(str(when))
    tie = ScoreTie(
        id=id_of(share),
        dependent=cohort,
        provider=id_of(provider),
        slot=id_of(slot),
        layer=cast("ScoreLayer", id_of(layer)),
        start=earliest(str(when)),
        share_low=number(low),
        share_high=number(high),
        criticality=float(str(criticality)),
        revocability=float(str(revocability)),
        confidence=float(str(confidence)),
        evidence=id_of(evidence),
        end_unknown=True,
        confirmed=last,
        known=earliest(str(known)) if known else last,
    )
    needed = tuple(earliest(str(day)) if day else None for day in (needed_from, needed_until))
    return CohortShare(tie, bool(rank) and id_of(rank) == "preferred", (needed[0], needed[1]))


def cohort_ties(
    cohorts: Cohorts, day: date, known_day: date = date.max, evidence: Evidence = "all"
) -> tuple[ScoreTie, ...]:
    """Ties of the cohorts as of a day, sorted by id: of each cohort and slot the newest measurement."""
    held = [share for share in cohorts.shares if _counts(share, day, known_day, evidence)]
    newest: dict[tuple[str, str], tuple[date, date]] = {}
    for share in held:
        place = (share.tie.dependent, share.tie.slot)
        newest[place] = max(newest.get(place, share.measured), share.measured)
    rows: dict[tuple[str, str, str], list[CohortShare]] = {}
    for share in held:
        tie = share.tie
        if share.measured == newest[tie.dependent, tie.slot]:
            rows.setdefault((tie.dependent, tie.slot, tie.provider), []).append(share)
    return tuple(sorted((_one(shares) for shares in rows.values()), key=lambda tie: tie.id))


def _counts(share: CohortShare, day: date, known_day: date, evidence: Evidence) -> bool:
    tie, (needed_from, needed_until) = share.tie, share.needed
    return (
        tie.start <= day
        and (tie.known or tie.start) <= known_day
        and (evidence == "all" or tie.evidence == "sourced")
        and (needed_from is None or needed_from <= day)
        and (needed_until is None or day < needed_until)
    )


def _one(shares: Sequence[CohortShare]) -> ScoreTie:
    """One tie for a provider's rival figures: from the lowest to the highest, as sure as the surest."""
    ties = [share.tie for share in shares if share.preferred] or [share.tie for share in shares]
    low = [tie.share_low for tie in ties if tie.share_low is not None]
    high = [tie.share_high for tie in ties if tie.share_high is not None]
    surest = min(ties, key=lambda tie: (-tie.confidence, tie.id))
    return replace(surest, share_low=min(low, default=None), share_high=max(high, default=None))


def cohort_masses(
    mass: CohortMass, names: Mapping[str, NodeName], ties: Iterable[ScoreTie]
) -> tuple[tuple[ScoreTie, ...], dict[str, float]]:
    """Ties of the cohorts whose mass is above 0, and the masses that are not 1.

    Raises
    ------
    UnknownCohortError
        `mass` names a cohort that the store does not have; with the nearest ones.
    """
    if isinstance(mass, Mapping):
        stated = {find_id(text, names, UnknownCohortError): float(value) for text, value in mass.items()}
    else:
        stated = {key: float(mass) for key in names}
    kept = tuple(tie for tie in ties if stated.get(tie.dependent, 1.0) != 0)
    used = sorted({tie.dependent for tie in kept})
    return kept, {key: stated[key] for key in used if stated.get(key, 1.0) != 1}
