"""What premium and power say of other times and other texts: panel, prediction, scenarios, options, audit."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from .worth import Worth

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from typing import Any, Literal

    from .graph.audit import Audit, Hypotheses
    from .graph.option import OptionView
    from .graph.power import Spec
    from .graph.prediction import Panel, Prediction
    from .graph.scenario import Scenario, ScenarioResult

__all__ = ["Prospects"]


class Prospects(Worth):
    """Studies that look beyond one date."""

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

        return build_panel(self.store, self.paradigms, self.ties, self._observations)

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
        return prediction(
            self.store, self.paradigms, self.ties, histories, permutations, seed, draws, self._observations
        )

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

        date = as_of or self.as_of
        power = self.power(paradigm, date, draws=0)
        return option_view(
            self.store,
            self.premium(date),
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
        as_of: str | None = None,
    ) -> Hypotheses:
        """The essay's eight claims as hypotheses: test, result, verdict, and what would have refuted each.

        Parameters
        ----------
        link, gap, prediction, scenario : mapping, optional
            Documents (``.to_dict()``) of those studies; what is not given is "not computed".
        as_of : str, optional
            Date of what is computed here: the option view and the counts of definitions. Default: the data's date.
        """
        from .graph.audit import hypotheses
        from .graph.errors import GraphError

        option: Mapping[str, Any] | None = None
        with suppress(GraphError):  # claims of one's own need not have the paradigm of the essay's labs
            option = self.option(as_of=as_of).to_dict()
        return hypotheses(
            link=link,
            gap=gap,
            prediction=prediction,
            scenario=scenario,
            completeness=self.completeness(as_of=as_of).to_dict(),
            option=option,
            as_of=as_of or self.as_of,
        )
