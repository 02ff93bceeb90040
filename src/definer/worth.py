"""What definition power is worth: the sample that joins premiums and power, and every study of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .scores import Scores
from .studies import Studies

if TYPE_CHECKING:
    from .graph.link import Dyads, Frame, SpecCurve

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
        from .graph.link.adjacency import adjacency

        frame = self.frame(as_of)
        tied = adjacency(frame, (self.ties(paradigm, frame.as_of) for paradigm in self.paradigms))
        return dyads(frame, tied, permutations=permutations, seed=seed)
