"""What definition power is worth: the sample that joins premiums and power, and every study of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .scores import Scores
from .studies import Studies

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from typing import Any

    from .graph.link import Frame
    from .graph.power import Spec
    from .graph.scenario import Scenario, ScenarioResult

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
