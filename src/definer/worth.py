"""What definition power is worth: the sample that joins premiums and power, and every study of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .scores import Scores
from .studies import Studies

if TYPE_CHECKING:
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
