"""What definition power is worth: the sample that joins premiums and power, and every study of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .scores import Scores
from .studies import Studies

if TYPE_CHECKING:
    from .graph.link import Frame
    from .graph.prediction import Panel, Prediction

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
