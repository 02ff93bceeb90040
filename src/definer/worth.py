"""What definition power is worth: the sample that joins premiums and power, and every study of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .scores import Scores
from .studies import Studies

if TYPE_CHECKING:
    from .graph.gap import Gap
    from .graph.link import Frame

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
            The same country twice, one that has no company, or no draws.
        definer.graph.gap.TooFewFirmsError
            A country has too few firms in the sample.
        """
        from .graph.gap import check_countries, country_gap
        from .graph.link import build_frame, power_table
        from .graph.worth import premium
        from .graph.worth.reading import read_observations

        date, seen = as_of or self.as_of, read_observations(self.store)
        # A wrong call is told before the seconds that power takes.
        check_countries(a, b, [firm.country for firm in seen.firms if firm.country], draws)
        powers = power_table(self.paradigms, date, self.ties)
        premiums = premium(self.store, date)
        frame = build_frame(self.store, premiums, powers, seen.fundamentals)
        return country_gap(
            self.store, frame, premiums, powers, a, b, ties_of=self.ties, seen=seen, draws=draws, seed=seed
        )
