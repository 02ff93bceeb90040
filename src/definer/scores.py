"""Scores and what explains them: the questions about one paradigm and date."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from .reader import Reader

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .graph.model import Model
    from .graph.power import Comparison, DiagnosticsTable, Explanation, PowerResult, Spec
    from .graph.ties import CohortMass, ScoreTies
    from .reader import Evidence

__all__ = ["Scores"]


class Scores(Reader):
    """Definition power and its explanation."""

    def model(
        self,
        paradigm: str,
        as_of: str | None = None,
        *,
        known_by: str | None = None,
        evidence: Evidence = "all",
        round_trip: bool = True,
        cohorts: bool = False,
        cohort_mass: CohortMass = 1.0,
        spec: Spec | None = None,
    ) -> Model:
        """The dependency model of a paradigm as of a date: every measure there is, for one choice of ties.

        Parameters
        ----------
        paradigm, as_of, known_by, evidence, round_trip, cohorts, cohort_mass, spec
            As in :meth:`power`.
        """
        from .graph.model import Model
        from .graph.power import Spec
        from .graph.uncertainty.history import year_before

        def ties(date: str) -> ScoreTies:
            return self.ties(
                paradigm,
                date,
                known_by=known_by,
                evidence=evidence,
                round_trip=round_trip,
                cohorts=cohorts,
                cohort_mass=cohort_mass,
            )

        date = as_of or self.as_of
        return Model(ties(date), spec or Spec(), ties(year_before(date)), self.store)

    def power(
        self,
        paradigm: str,
        as_of: str | None = None,
        *,
        known_by: str | None = None,
        evidence: Evidence = "all",
        round_trip: bool = True,
        cohorts: bool = False,
        cohort_mass: CohortMass = 1.0,
        spec: Spec | None = None,
        draws: int = 1000,
        seed: int = 0,
    ) -> PowerResult:
        """Definition power of every company of a paradigm (METHOD: reach and lock-in in equal parts).

        With draws, each rank has a 90 % plausibility interval, each firm its P(rank 1), the paradigm a verdict.

        Parameters
        ----------
        paradigm : str
            One of :attr:`paradigms`.
        as_of : str, optional
            Date of valid time; a year or month means its last day.
        known_by : str, optional
            Leave out ties that became known later.
        evidence : {"all", "sourced"}
            ``sourced`` leaves out claims without a found source.
        round_trip : bool
            Whether ties between parties that also have a capital tie count.
        cohorts : bool
            Whether cohorts of adopters count as dependents, with their market shares: report a score with them beside
            the one without.
        cohort_mass : float or mapping of cohort to float
            Participants that a cohort counts for; no source says, so one is a convention. 0 leaves a cohort out.
        spec : Spec, optional
            Parameters of the score.
        draws, seed : int
            Monte Carlo draws of the error model (0: none), and their seed: the same seed, the same numbers.
        """
        model = self.model(
            paradigm,
            as_of,
            known_by=known_by,
            evidence=evidence,
            round_trip=round_trip,
            cohorts=cohorts,
            cohort_mass=cohort_mass,
            spec=spec,
        )
        return model.score(draws, seed)

    def explain(
        self,
        firm: str,
        paradigm: str | None = None,
        as_of: str | None = None,
        *,
        known_by: str | None = None,
        evidence: Evidence = "all",
        round_trip: bool = True,
        cohorts: bool = False,
        spec: Spec | None = None,
    ) -> Explanation:
        """Why a firm has its score: parts that sum to it, down to ties, quotes and sources.

        Parameters
        ----------
        firm : str
            Id, name or alias, in either language.
        paradigm : str, optional
            Without it, the one in which the firm has the most power as of the date.
        as_of : str, optional
            Date of valid time.
        known_by, evidence, round_trip, cohorts, spec
            As in :meth:`power`.

        Raises
        ------
        definer.graph.power.UnknownFirmError
            If no organization, or more than one, is called that.
        """
        from .graph.power import Spec, explain

        key = self.find_firm(firm)
        settings = spec or Spec()

        def at(paradigm: str) -> ScoreTies:
            return self.ties(
                paradigm, as_of, known_by=known_by, evidence=evidence, round_trip=round_trip, cohorts=cohorts
            )

        def weight(paradigm: str) -> tuple[float, bool]:
            found = explain(at(paradigm), key, settings)
            return found.power, found.stands

        return explain(at(paradigm or max(self.paradigms, key=weight)), key, settings, store=self.store)

    def compare(
        self,
        firm: str,
        other: str | None = None,
        paradigm: str | None = None,
        as_of: str | None = None,
        *,
        known_by: str | None = None,
        evidence: Evidence = "all",
        round_trip: bool = True,
        cohorts: bool = False,
        spec: Spec | None = None,
        other_as_of: str | None = None,
        other_known_by: str | None = None,
        other_evidence: Evidence | None = None,
        other_round_trip: bool | None = None,
        other_cohorts: bool | None = None,
        other_spec: Spec | None = None,
    ) -> Comparison:
        """Why two scores differ: two firms, two dates or two settings, part by part.

        Parameters
        ----------
        firm, paradigm, as_of, known_by, evidence, round_trip, cohorts, spec
            The first side, as in :meth:`explain`.
        other : str, optional
            Firm of the second side; the same one by default.
        other_as_of, other_known_by, other_evidence, other_round_trip, other_cohorts, other_spec : optional
            What is different on the second side; all else is as on the first.

        Raises
        ------
        definer.graph.power.UnknownFirmError
            If no organization, or more than one, is called that.
        """
        from .graph.power.comparison import compare

        mine = self.explain(
            firm,
            paradigm,
            as_of,
            known_by=known_by,
            evidence=evidence,
            round_trip=round_trip,
            cohorts=cohorts,
            spec=spec,
        )
        theirs = self.explain(
            other or mine.firm,
            mine.paradigm,
            other_as_of or as_of,
            known_by=other_known_by or known_by,
            evidence=other_evidence or evidence,
            round_trip=round_trip if other_round_trip is None else other_round_trip,
            cohorts=cohorts if other_cohorts is None else other_cohorts,
            spec=other_spec or spec,
        )
        return compare(mine, theirs)

    def diagnostics(
        self,
        paradigm: str,
        as_of: str | None = None,
        *,
        known_by: str | None = None,
        evidence: Evidence = "all",
        round_trip: bool = True,
        cohorts: bool = False,
    ) -> DiagnosticsTable:
        """The usual centralities of every firm: to compare with, never part of the score."""
        from .graph.power import diagnostics

        return diagnostics(
            self.ties(paradigm, as_of, known_by=known_by, evidence=evidence, round_trip=round_trip, cohorts=cohorts)
        )

    def write_scores(self, results: PowerResult | Iterable[PowerResult], path: str | Path | None = None) -> int:
        """Write scores as RDF into the graph of scores, which queries reach by ``GRAPH`` alone.

        Parameters
        ----------
        results : PowerResult or iterable of PowerResult
            What :meth:`power` gives.
        path : str or Path, optional
            A file ending in ``.nq`` or ``.trig``, or the folder of a store; without it, this graph's own store in
            memory: ``kg.write_scores(kg.power("ai")); kg.query("scores_with_claims")``.

        Returns
        -------
        int
            Number of companies' scores.

        Raises
        ------
        definer.graph.store.StoreError
            `path` holds something else or other claims, or there is none and this graph's store is read-only.
        """
        from .graph.power import PowerResult
        from .graph.score_files import save_scores
        from .graph.scores import score_lines

        found = [results] if isinstance(results, PowerResult) else list(results)
        if path is not None:
            return save_scores(found, Path(path))
        self.store.put_scores(score_lines(result.to_dict() for result in found))
        return sum(len(result.firms) for result in found)
