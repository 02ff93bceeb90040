"""The backtest of one paradigm: power and its baselines year by year, from what was known at each year's end."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from ..power.scoring import PowerResult, score_fast
from ..power.spec import Spec
from ..ties import TieHistory
from . import baselines as base
from .checks import Ablation, Curation, Knowledge, ablation, coalitions, curation, knowledge, scored
from .metrics import Standing, first_run, leaders, mean, runs, standing
from .reading import Candidate, Event
from .truth import Truth

if TYPE_CHECKING:
    from ..uncertainty import ErrorModel, Uncertainty
    from ..worth.observations import Observations

__all__ = ["PRECISION_AT", "THRESHOLD", "Background", "Track", "Trial", "run_trial"]

THRESHOLD = 0.8
"""P(rank 1) from which, two years running, a firm counts as detected (METHOD 1.4, 5.1)."""
PRECISION_AT = (1, 3)
"""Lengths of the lists that precision is taken of."""

Rankings = Mapping[int, Mapping[str, float]]
"""Year -> firm -> value, the greater the better."""


@dataclass(frozen=True)
class Background:
    """What a backtest knows beside the ties; nothing of it enters a score.

    Attributes
    ----------
    candidates : mapping
        Paradigm -> firm -> candidate.
    events : sequence of Event
    sources : mapping
        Tie -> source -> year of publication.
    countries : mapping
        Firm -> country.
    observations : Observations
        Revenues, market values and exchange rates.
    """

    candidates: Mapping[str, Mapping[str, Candidate]]
    events: Collection[Event]
    sources: Mapping[str, Mapping[str, int | None]]
    countries: Mapping[str, str]
    observations: Observations


@dataclass(frozen=True)
class Track:
    """How one measure ranks the true firms over the years.

    Attributes
    ----------
    measure : str
        ``power``, a baseline, or ``coalition``.
    variant : str
        ``firms``: among all companies; ``candidates``: among those of the list's rule; ``also_accepted``: among all,
        with the co-definers accepted too; ``group``: a group among countries; ``whenever``: among all, of every tie
        from its start, even if its first source is of later.
    standings : mapping of int to Standing
        Per year in which the measure ranks anybody (of revenue and market value: the true firm and a rival).
    chances : mapping of int to float
        Probability that a true firm is first: of power over the draws, else once ties are broken at random.
    detected_by : str or None
        Where the chances come from, ``p_rank1`` or ``sole_first``; None: of power among the candidates nothing was
        drawn, so it detects nobody.
    """

    measure: str
    variant: str
    standings: Mapping[int, Standing]
    chances: Mapping[int, float]
    detected_by: str | None

    @property
    def mrr(self) -> float | None:
        """Mean reciprocal rank over the years."""
        return mean(found.reciprocal for found in self.standings.values())

    @property
    def detection_year(self) -> int | None:
        """First of two consecutive years with a chance of being first of at least 0.8; None: not detected."""
        return first_run(self.chances, THRESHOLD) if self.detected_by else None

    @property
    def leads_from(self) -> int | None:
        """First of two consecutive years in which a true firm alone is first by the point value."""
        return first_run({year: found.first for year, found in self.standings.items()}, THRESHOLD)

    def precision(self, at: int) -> float | None:
        """Mean precision among the first ``PRECISION_AT[at]``."""
        return mean(found.precision[at] for found in self.standings.values())

    def summary(self) -> dict[str, Any]:
        """One row of plain values."""
        ranks = [found.expected_rank for found in self.standings.values() if found.expected_rank is not None]
        return {
            "measure": self.measure,
            "variant": self.variant,
            "years": len(self.standings),
            "mean_firms": mean(found.m for found in self.standings.values()),
            "mean_rank": mean(ranks),
            "mrr": self.mrr,
            **{f"precision_at_{k}": self.precision(at) for at, k in enumerate(PRECISION_AT)},
            "detected_by": self.detected_by,
            "detection_year": self.detection_year,
            "leads_from": self.leads_from,
        }


@dataclass(frozen=True)
class Trial:
    """Backtest of one paradigm.

    Attributes
    ----------
    truth : Truth or None
        None: nobody is looked for, and only the leaders are shown.
    results : mapping of int to PowerResult
        Point scores per year, on the layers of the truth, of ties known by the year's end.
    sure : mapping of int to Uncertainty
        The same with errors drawn.
    tracks : tuple of Track
        Empty without a truth.
    shares : mapping of int to mapping
        Of a group: mean loss of foreign dependents through it and through each other country's firms.
    """

    paradigm: str
    truth: Truth | None
    results: Mapping[int, PowerResult]
    sure: Mapping[int, Uncertainty]
    tracks: tuple[Track, ...]
    shares: Rankings
    ablation: Ablation
    knowledge: Knowledge
    curation: Curation | None

    @property
    def years(self) -> tuple[int, ...]:
        """Years with participants."""
        return tuple(year for year, result in self.results.items() if result.n)

    def track(self, measure: str, variant: str = "firms") -> Track | None:
        """Track of a measure; None if there is none."""
        return next((one for one in self.tracks if (one.measure, one.variant) == (measure, variant)), None)

    def p_rank1(self, year: int) -> dict[str, float]:
        """P(rank 1) of every company in a year."""
        return {firm.id: firm.p_rank1 for firm in self.sure[year].firms} if year in self.sure else {}

    @property
    def reigns(self) -> tuple[tuple[tuple[str, ...], int, int], ...]:
        """Who is first by the point value, from when to when; years in which nobody has power are left out."""
        found: list[tuple[tuple[str, ...], int, int]] = []
        for year, result in self.results.items():
            first = leaders({firm.id: firm.power for firm in result.firms})
            if found and found[-1][0] == first and found[-1][2] == year - 1:
                found[-1] = (first, found[-1][1], year)
            elif first:
                found.append((first, year, year))
        return tuple(found)

    @property
    def false_alarms(self) -> tuple[tuple[str, int, int], ...]:
        """Runs of at least two years in which a firm that is not true has P(rank 1) of at least 0.8."""
        true = set(self.truth.definers) if self.truth else set()
        firms = sorted({firm for year in self.sure for firm in self.p_rank1(year)} - true) if self.truth else []
        chances = {year: self.p_rank1(year) for year in self.sure}
        found = [
            (first, last, firm)
            for firm in firms
            for first, last in runs({year: of.get(firm, 0.0) for year, of in chances.items()}, THRESHOLD)
        ]
        return tuple((firm, first, last) for first, last, firm in sorted(found))


def run_trial(
    history: TieHistory,
    truth: Truth | None,
    dates: Mapping[int, str],
    background: Background,
    spec: Spec,
    errors: ErrorModel,
    *,
    draws: int,
    seed: int,
) -> Trial:
    """Score each date on ties known by it, and see where power and the baselines put the true firms.

    Parameters
    ----------
    dates : mapping of int to str
        Year -> date, in order.
    draws, seed : int
        Of the error model behind P(rank 1).
    """
    from ..uncertainty import yearly_uncertainty

    whole = history
    if truth:
        history = replace(whole, ties=tuple(tie for tie in whole.ties if tie.layer in truth.layers))
    results = scored(history, dates, spec)
    sure = yearly_uncertainty(
        history, dates, spec, draws=draws, seed=seed, errors=errors, known_by_date=True, refine=False
    )
    listed = background.candidates.get(history.paradigm, {})
    tracks: tuple[Track, ...] = ()
    shares: Rankings = {}
    if truth:
        rankings = _rankings(history, results, dates, background)
        began = {year: score_fast(history.at(date), spec) for year, date in dates.items()}
        drawn = yearly_uncertainty(history, dates, spec, draws=draws, seed=seed, errors=errors, refine=False)
        chances = _chances(sure)
        tracks = _tracks(rankings, chances, truth, {key for key, one in listed.items() if one.in_rule})
        tracks += _whenever(began, _chances(drawn), truth)
        if truth.group:
            shares = {
                year: coalitions(
                    history.at(date, known_by=date), truth.group, truth.definers, background.countries, spec
                )
                for year, date in dates.items()
            }
            tracks += (_track("coalition", "group", shares, (truth.group,)),)
    return Trial(
        history.paradigm,
        truth,
        results,
        sure,
        tracks,
        shares,
        ablation(history, results, background.events, spec),
        knowledge(whole, background.sources),
        curation(history, listed),
    )


def _rankings(
    history: TieHistory, results: Mapping[int, PowerResult], dates: Mapping[int, str], background: Background
) -> dict[str, Rankings]:
    """Values of every measure, per year with participants."""
    known = {year: result for year, result in results.items() if result.n}
    return {
        "power": {year: {firm.id: firm.power for firm in result.firms} for year, result in known.items()},
        "in_degree": {year: base.in_degree(result) for year, result in known.items()},
        "documents": {
            year: base.documents(result, history.at(dates[year], known_by=dates[year]), background.sources)
            for year, result in known.items()
        },
        "revenue": {year: base.revenues(result, background.observations) for year, result in known.items()},
        "market_cap": {year: base.market_caps(result, background.observations) for year, result in known.items()},
        "random": {year: base.nobody_knows(result) for year, result in known.items()},
    }


def _tracks(
    rankings: Mapping[str, Rankings],
    chances: Rankings,
    truth: Truth,
    candidates: Collection[str],
) -> tuple[Track, ...]:
    tracks = []
    for measure, ranking in rankings.items():
        drawn = chances if measure == "power" else None
        shown = _with_truth(ranking, truth.definers) if measure in ("revenue", "market_cap") else ranking
        tracks.append(_track(measure, "firms", shown, truth.definers, drawn))
    for measure in ("power", "in_degree"):
        drawn = chances if measure == "power" else None
        among = {year: {firm: value for firm, value in of.items() if firm in candidates}
                 for year, of in rankings[measure].items()}  # fmt: skip
        if candidates:
            tracks.append(_track(measure, "candidates", among, truth.definers))
        if truth.also:
            tracks.append(_track(measure, "also_accepted", rankings[measure], (*truth.definers, *truth.also), drawn))
    return tuple(tracks)


def _chances(sure: Mapping[int, Uncertainty]) -> Rankings:
    return {year: {firm.id: firm.p_rank1 for firm in found.firms} for year, found in sure.items()}


def _whenever(began: Mapping[int, PowerResult], chances: Rankings, truth: Truth) -> tuple[Track, ...]:
    """Tracks of every tie from its start, whenever its sources came out: with hindsight of what there was to know."""
    known = {year: result for year, result in began.items() if result.n}
    power: Rankings = {year: {firm.id: firm.power for firm in result.firms} for year, result in known.items()}
    degrees: Rankings = {year: base.in_degree(result) for year, result in known.items()}
    return (
        _track("power", "whenever", power, truth.definers, chances),
        _track("in_degree", "whenever", degrees, truth.definers),
    )


def _track(
    measure: str, variant: str, ranking: Rankings, truth: Collection[str], chances: Rankings | None = None
) -> Track:
    standings = {year: standing(values, truth, PRECISION_AT) for year, values in ranking.items() if values}
    if measure == "power" and chances is None:
        return Track(measure, variant, standings, {}, None)
    if chances is None:
        return Track(measure, variant, standings, {year: at.first for year, at in standings.items()}, "sole_first")
    first = {year: min(1.0, sum(chances.get(year, {}).get(firm, 0.0) for firm in truth)) for year in standings}
    return Track(measure, variant, standings, first, "p_rank1")


def _with_truth(ranking: Rankings, truth: Iterable[str]) -> Rankings:
    """Years in which a true firm and a rival have a value: only of these can a rank be told."""
    true = set(truth)
    return {year: values for year, values in ranking.items() if true & values.keys() and values.keys() - true}
