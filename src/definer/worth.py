"""What definition power is worth: the sample that joins premiums and power, and every study of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from .scores import Scores
from .studies import Studies

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from .graph.audit import Audit, Hypotheses
    from .graph.link import Frame
    from .graph.option import OptionView

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
