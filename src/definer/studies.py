"""Studies over many dates, firms or settings: history, backtest, coalitions, completeness, robustness."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .reader import Reader

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from .graph.backtest import Backtest, PowerHistory
    from .graph.census import Census, Research, Variants
    from .graph.census.rows import CensusRow
    from .graph.control import Coalition, Completeness, CountryRanking
    from .graph.control.completeness import Rule
    from .graph.control.dependents import Dependents
    from .graph.power import Spec
    from .graph.robustness import Robustness
    from .reader import Evidence

__all__ = ["Studies"]


class Studies(Reader):
    """What takes many scores to answer."""

    def history(
        self,
        paradigm: str,
        first_year: int | None = None,
        last_year: int | None = None,
        firms: Sequence[str] | None = None,
        *,
        draws: int = 1000,
        seed: int = 0,
        known_by_date: bool = False,
        spec: Spec | None = None,
    ) -> PowerHistory:
        """Power of a few firms at the end of each year, with 90 % plausibility intervals and verdicts.

        ``definer.viz.chart.chart(kg.history("pc")).save("pc.svg")`` draws it.

        Parameters
        ----------
        first_year, last_year : int, optional
            By default those of the coded period.
        firms : sequence of str, optional
            Ids or names; by default those that are among the first three in some year, at most eight.
        draws, seed : int
            Draws a year; 0 leaves out intervals and verdicts.
        known_by_date : bool
            Count in each year only the ties that were known by its end.
        """
        from .graph.backtest import power_history
        from .graph.power import Spec
        from .graph.power.select import select_paradigms

        ties = self._history(paradigm)
        label = select_paradigms(self.store)[ties.paradigm].name
        return power_history(
            ties,
            label,
            self.as_of,
            first_year,
            last_year,
            firms,
            spec=spec or Spec(),
            draws=draws,
            seed=seed,
            known_by_date=known_by_date,
        )

    def backtest(
        self,
        paradigms: Sequence[str] | None = None,
        *,
        truth: Mapping[str, str | Iterable[str]] | None = None,
        as_of: str | None = None,
        draws: int = 200,
        seed: int = 0,
        spec: Spec | None = None,
    ) -> Backtest:
        """Look whether ties alone, as known at the time, name the definers, and beside which baselines.

        Parameters
        ----------
        paradigms : sequence of str, optional
            All by default.
        truth : mapping, optional
            Paradigm -> firms to look for instead of those that the essay names.
        as_of : str, optional
            Last date to score.
        """
        from .graph.backtest import backtest
        from .graph.power import Spec

        histories = {history.paradigm: history for history in self._read.values()}
        return backtest(
            self.store,
            paradigms,
            truth=truth,
            spec=spec or Spec(),
            draws=draws,
            seed=seed,
            as_of=as_of,
            histories=histories,
        )

    def coalition(
        self,
        members: Sequence[str],
        paradigm: str,
        as_of: str | None = None,
        *,
        countries: Sequence[str] = (),
        dependents: Dependents = "foreign",
        unions: Sequence[Sequence[str]] | None = None,
        known_by: str | None = None,
        evidence: Evidence = "all",
        spec: Spec | None = None,
        draws: int = 1000,
        seed: int = 0,
    ) -> Coalition:
        """What dependents would lose if firms withdrew together, the synergy, and each member's part.

        Parameters
        ----------
        members : sequence of str
            Ids, names or aliases, in either language.
        countries : sequence of str
            ISO codes: every company of the country joins.
        dependents : {"foreign", "all"}
            ``foreign``: those whose country is known and is no member's.
        unions : sequence of sequences of str, optional
            A priori unions of the Owen values; by default the members' countries.

        Raises
        ------
        definer.graph.power.UnknownFirmError
            If no organization, or more than one, is called that.
        definer.graph.control.CoalitionError
            One member, a member named twice, a country without companies.
        """
        from .graph.control.asking import ask_coalition

        ties = self.ties(paradigm, as_of, known_by=known_by, evidence=evidence)
        return ask_coalition(
            self.store, ties, members, countries, spec, dependents=dependents, unions=unions, draws=draws, seed=seed
        )

    def country_ranking(
        self,
        paradigm: str,
        as_of: str | None = None,
        *,
        dependents: Dependents = "foreign",
        known_by: str | None = None,
        evidence: Evidence = "all",
        spec: Spec | None = None,
    ) -> CountryRanking:
        """Countries as coalitions: what others would lose if all companies of a country withdrew."""
        from .graph.control import country_ranking, organization_countries
        from .graph.power import Spec

        ties = self.ties(paradigm, as_of, known_by=known_by, evidence=evidence)
        return country_ranking(ties, organization_countries(self.store), spec or Spec(), dependents)

    def completeness(
        self,
        as_of: str | None = None,
        rules: Sequence[Rule] = ("essay", "symmetric", "ties"),
        *,
        evidence: Evidence = "all",
        theta: float = 0.5,
        decay: bool = False,
        spec: Spec | None = None,
    ) -> Completeness:
        """How many definitions each country has, under up to three rules side by side.

        Parameters
        ----------
        theta : float
            Threshold of the rule by ties; 0.4, 0.5 and 0.6 are reported whatever it is.
        decay : bool
            Read every paradigm's ties as of the date, not as of the end of its coded period if that is earlier.
        """
        from .graph.control import count_definitions
        from .graph.power import Spec

        histories = {name: self._history(name) for name in self.paradigms}
        date = as_of or self.as_of
        return count_definitions(
            self.store, histories, date, rules, spec or Spec(), evidence=evidence, theta=theta, decay=decay
        )

    def robustness(
        self,
        paradigm: str,
        as_of: str | None = None,
        *,
        known_by: str | None = None,
        evidence: Evidence = "all",
        round_trip: bool = True,
        cohorts: bool = False,
        spec: Spec | None = None,
        draws: int = 200,
        seed: int = 0,
        sensitivity: bool = False,
    ) -> Robustness:
        """What would overturn the ranking: flip number, curation cap, null model, and what the facets agree with.

        Parameters
        ----------
        paradigm, as_of, known_by, evidence, round_trip, cohorts, spec
            As in :meth:`power`.
        draws, seed : int
            Of the curation cap and the null model.
        sensitivity : bool
            Add Sobol indices of the assumptions; needs SALib (``pip install 'definer[sensitivity]'``).
        """
        from .graph.power import Spec
        from .graph.robustness import robustness

        ties = self.ties(paradigm, as_of, known_by=known_by, evidence=evidence, round_trip=round_trip, cohorts=cohorts)
        return robustness(ties, spec or Spec(), draws=draws, seed=seed, with_sensitivity=sensitivity)

    def census(self, paradigm: str | None = None) -> Census:
        """How much of the ties that fill a slot was found in sources, by paradigm, outcome, slot, year and firm.

        Parameters
        ----------
        paradigm : str, optional
            Id or name; all of them by default.
        """
        from .graph.census import census

        chosen = None if paradigm is None else [self._history(paradigm).paradigm]
        return census(self.store, self.as_of, chosen, self._census_rows)

    def census_variants(
        self,
        paradigm: str,
        as_of: str | None = None,
        *,
        spec: Spec | None = None,
        draws: int = 1000,
        seed: int = 0,
    ) -> Variants:
        """Verdicts from all rows and from parts of them: without memory, doubtful finds, doubtful slots; capped.

        Parameters
        ----------
        as_of : str, optional
            By default the end of the coded period, or the data's date if that is earlier.
        draws, seed : int
            Of the error model, the same for every part; at least 1 draw.
        """
        from .graph.census import verdict_variants
        from .graph.power import Spec
        from .graph.uncertainty.history import year_before

        history = self._history(paradigm)
        date = as_of or min(history.coded_to or self.as_of, self.as_of)
        worded = {row.id for row in self._census_rows if row.provider_worded}
        now, before = history.at(date), history.at(year_before(date))
        return verdict_variants(now, before, worded, spec or Spec(), draws=draws, seed=seed)

    def research(self, paradigm: str, *, spec: Spec | None = None) -> Research:
        """Cells of a paradigm that rest on memory or name nobody, the one on which most of a lead hangs first."""
        from .graph.census import research
        from .graph.power import Spec
        from .ontology.values import latest

        history = self._history(paradigm)
        first, last = (latest(date) for date in (history.coded_from or self.as_of, history.coded_to or self.as_of))
        return research(history, range(first.year, last.year + 1), spec or Spec())

    @cached_property
    def _census_rows(self) -> tuple[CensusRow, ...]:
        # Every paradigm's variants need the rows of the whole census, and reading them is most of the counting.
        from .graph.census.rows import read_rows

        return read_rows(self.store)
