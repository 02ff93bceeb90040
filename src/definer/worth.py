"""What definition power is worth: the sample that joins premiums and power, and every study of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .scores import Scores
from .studies import Studies

if TYPE_CHECKING:
    from .graph.audit import Audit, Hypotheses
    from .graph.gap import Gap
    from .graph.link import Dyads, Frame, Primary, SpecCurve
    from .graph.option import OptionView
    from .graph.power import Spec
    from .graph.prediction import Panel, Prediction
    from .graph.scenario import Scenario, ScenarioResult
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from typing import Any

__all__ = ["Worth"]


class Worth(Scores, Studies):
    """Premium and power side by side."""

    def frame(self, as_of: str | None = None) -> Frame:
        """The firms that the link is estimated on, with premium, power and controls, and who is left out and why.

        Parameters
        ----------
        as_of : str, optional
            Date of marks and power; by default the data's date.
        """
        from .graph.link import build_frame, power_table
        from .graph.worth import premium
        from .graph.worth.reading import read_observations

        date = as_of or self.as_of
        seen = read_observations(self.store)
        powers = power_table(self.paradigms, date, self.ties)
        return build_frame(self.store, premium(self.store, date), powers, seen.fundamentals)

    def link(
        self,
        as_of: str | None = None,
        *,
        permutations: int | None = None,
        seed: int | None = None,
        sign_share: float | None = None,
        checks: bool = True,
    ) -> Primary:
        """The registered specification of the link of premium and power: estimate, test, verdict, and around it.

        Parameters
        ----------
        as_of : str, optional
            Date of marks and power; another than the registered one is no registered result.
        permutations, seed : int, optional
            By default the registered ones.
        sign_share : float, optional
            Share of the specification curve above zero; without it the verdict cannot be SUPPORTED.
        checks : bool
            Whether to add companions, omitted variables, dependence along ties, selection, and the power of the design.
        """
        from .graph.link import Surroundings, build_frame, power_table, primary
        from .graph.link.adjacency import tie_pairs
        from .graph.link.influence import NAMED
        from .graph.link.selection import unpriced_firms
        from .graph.worth import premium
        from .graph.worth.reading import read_observations

        date = as_of or self.as_of
        premiums, powers = premium(self.store, date), power_table(self.paradigms, date, self.ties)
        frame = build_frame(self.store, premiums, powers, read_observations(self.store).fundamentals)
        ties = {paradigm: self.ties(paradigm, date) for paradigm in self.paradigms}
        around = Surroundings(
            pairs=tie_pairs(ties.values(), {unit.id for unit in frame.units}),
            unpriced=unpriced_firms(premiums, powers, frame),
            beyond_coded_period=tuple(
                name for name, part in ties.items() if part.last_coded and part.last_coded < part.day
            ),
            firm_names={name: (self.name(name), self.name(name, "zh")) for name in NAMED},
            paradigm_names={name: (self.paradigm_label(name), self.paradigm_label(name, "zh")) for name in ties},
        )
        return primary(frame, around, permutations=permutations, seed=seed, sign_share=sign_share, checks=checks)

    def spec_curve(self, as_of: str | None = None, *, permutations: int = 999, seed: int = 20251115) -> SpecCurve:
        """Every defensible specification of the link side by side, with their joint test.

        Parameters
        ----------
        as_of : str, optional
            By default the data's date.
        permutations, seed : int
            Curves under the null hypothesis; 0 leaves the joint test out.
        """
        from .graph.link import spec_curve

        return spec_curve(self.frame(as_of), permutations=permutations, seed=seed)

    def dyads(self, as_of: str | None = None, *, permutations: int = 4_999, seed: int = 20251115) -> Dyads:
        """Whether tied firms are priced alike: pairs of firms, tested by relabelling them.

        Parameters
        ----------
        as_of : str, optional
            By default the data's date.
        permutations, seed : int
            Relabellings; 0 leaves the test out.
        """
        from .graph.link import dyads
        from .graph.link.adjacency import adjacency, tie_pairs

        frame = self.frame(as_of)
        firms = [unit.id for unit in frame.units]
        pairs = tie_pairs((self.ties(paradigm, frame.as_of) for paradigm in self.paradigms), firms)
        return dyads(frame, adjacency(pairs, firms) > 0, permutations=permutations, seed=seed)

    def gap(self, a: str, b: str, as_of: str | None = None, *, draws: int = 999, seed: int = 0) -> Gap:
        """The gap in value between the firms of two countries: identity, decompositions, placebo, the essay's pairs.

        Parameters
        ----------
        a, b : str
            ISO 3166-1 codes; every gap is that of `a` less that of `b`.
        as_of : str, optional
            Date of marks and power; by default the data's date.
        draws, seed : int
            Bootstraps of firms within country, at least 1, and where to begin.

        Raises
        ------
        definer.graph.gap.GapError
            The same country twice, or one that has no company.
        definer.graph.gap.TooFewFirmsError
            A country has too few firms in the sample.
        """
        from .graph.gap import country_gap
        from .graph.link import build_frame, power_table
        from .graph.worth import premium
        from .graph.worth.reading import read_observations

        date = as_of or self.as_of
        powers = power_table(self.paradigms, date, self.ties)
        premiums = premium(self.store, date)
        frame = build_frame(self.store, premiums, powers, read_observations(self.store).fundamentals)
        return country_gap(self.store, frame, premiums, powers, a, b, ties_of=self.ties, draws=draws, seed=seed)

    def scenario(
        self,
        scenario: str | Path | Mapping[str, Any] | Scenario,
        *,
        as_of: str | None = None,
        spec: Spec | None = None,
        draws: int = 1000,
        seed: int = 0,
    ) -> ScenarioResult:
        """What a supposition would change: ranks, reach and lock-in, the ties responsible, and the gap it implies.

        Parameters
        ----------
        scenario : str, Path, mapping or Scenario
            A file; the name of a shipped scenario (``definer scenario --list``); or the content of one.
        as_of : str, optional
            Date of ties, marks and power; by default the scenario's own, else the data's date.
        spec : Spec, optional
            Parameters of the score.
        draws, seed : int
            Monte Carlo draws of the error model, the same before and after; 0 gives no intervals of power.

        Raises
        ------
        definer.graph.scenario.ScenarioError
            With every fault: file, line, field, what is wrong, how to mend it.
        """
        from collections.abc import Mapping

        from .graph.power.spec import DEFAULT_SPEC
        from .graph.scenario import Scenario, parse, read_scenario, study
        from .graph.scenario.studying import paradigm_of

        if isinstance(scenario, Scenario):
            found = scenario
        else:
            found = parse(scenario) if isinstance(scenario, Mapping) else read_scenario(scenario)
        date = as_of or found.document.as_of or self.as_of
        ties = self.ties(paradigm_of(found, self.store), date, cohorts=True)
        return study(found, self.store, ties, lambda: self.frame(date), spec or DEFAULT_SPEC, draws=draws, seed=seed)

    def panel(self) -> Panel:
        """Firm-years of the yearly lists, each with its premium and the power that its firm had a year's end before.

        ``kg.panel().to_pandas()`` gives them as a table, ``kg.panel().to_dict()`` its size and what is left out.
        """
        from .graph.prediction import build_panel

        return build_panel(self.store, self.paradigms, self.ties)

    def prediction(
        self, *, permutations: int = 1999, seed: int = 0, draws: int = 200, lead_lag: bool = True
    ) -> Prediction:
        """Whether power tells of later prices, or prices of later power: panel, both directions, hold-out by time.

        Parameters
        ----------
        permutations, seed : int
            Of whole paths of power within paradigm.
        draws : int
            Of the year in which power was detected.
        lead_lag : bool
            Also compare the year of power with the year of price of each definer, which runs the backtest.
        """
        from .graph.prediction import prediction

        histories = {name: self._history(name) for name in self.paradigms} if lead_lag else None
        return prediction(self.store, self.paradigms, self.ties, histories, permutations, seed, draws)

    def option(
        self,
        prizes: Sequence[float] = (1000.0, 2000.0, 4000.0),
        rate: float = 0.12,
        years: float = 10.0,
        firms: Sequence[str] | None = None,
        as_of: str | None = None,
        *,
        paradigm: str = "ai",
        exit_year: float = 7.0,
        baseline: Literal["B1", "B2"] = "B1",
        haircut: float = 1.0,
        theta: Mapping[str, float] | None = None,
        allocation: Mapping[str, float] | None = None,
        draws: int = 2000,
        seed: int = 0,
    ) -> OptionView:
        """What chance of a prize each price supposes, and whether those chances can all be right.

        Parameters
        ----------
        prizes : sequence of float
            In billions of US dollars.
        rate, years : float
            Discount rate a year, and years until the prize.
        firms : sequence of str, optional
            Ids or names of the rivals; by default the model labs of the paradigm's list.
        as_of : str, optional
            By default the data's date.
        exit_year : float
            Year in which a fund of short horizon must sell.
        baseline : {"B1", "B2"}
            ``B2``: the essay's steady-state value, for the firms that it is given for.
        haircut : float
            By which the marks of private firms are divided.
        theta, allocation : mapping, optional
            Part of the prize that a firm could win; chances set aside for incumbents.
        draws, seed : int
            Draws for intervals.

        Raises
        ------
        definer.graph.option.OptionError
            A number out of range, by name.
        """
        from .graph.option import option_view
        from .graph.worth import premium

        date = as_of or self.as_of
        power = self.power(paradigm, date, draws=0)
        return option_view(
            self.store,
            premium(self.store, date),
            {firm.id: firm.power for firm in power.firms},
            paradigm=power.paradigm or paradigm,
            prizes=prizes,
            rate=rate,
            years=years,
            exit_year=exit_year,
            baseline=baseline,
            haircut=haircut,
            firms=None if firms is None else [self.find_firm(firm) for firm in firms],
            theta={self.find_firm(firm): part for firm, part in (theta or {}).items()},
            allocation={self.find_firm(firm): part for firm, part in (allocation or {}).items()},
            draws=draws,
            seed=seed,
        )

    def audit(self, statements: str | Path | None = None) -> Audit:
        """Recompute every number of a text from claims: the essay's, or those of a table of statements.

        Parameters
        ----------
        statements : str or Path, optional
            CSV file with the columns of ``claims/statements.csv`` (``id``, ``quote`` and ``stated`` suffice, with
            ``formula`` to compute anything) and columns of its own.

        Raises
        ------
        definer.data.faults.ClaimsError
            Anything wrong in the file, with every fault.
        """
        from pathlib import Path

        from .graph.audit import audit

        return audit(self.store, self.as_of, None if statements is None else Path(statements))

    def hypotheses(
        self,
        *,
        link: Mapping[str, Any] | None = None,
        gap: Mapping[str, Any] | None = None,
        prediction: Mapping[str, Any] | None = None,
        scenario: Mapping[str, Any] | None = None,
    ) -> Hypotheses:
        """The essay's eight claims as hypotheses: test, result, verdict, and what would have refuted each.

        Parameters
        ----------
        link, gap, prediction, scenario : mapping, optional
            Documents (``.to_dict()``) of those studies; what is not given is "not computed".
        """
        from .graph.audit import hypotheses

        return hypotheses(
            link=link,
            gap=gap,
            prediction=prediction,
            scenario=scenario,
            completeness=self.completeness().to_dict(),
            option=self.option().to_dict(),
            as_of=self.as_of,
        )
