"""What definition power is worth: the sample that joins premiums and power, and every study of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .scores import Scores
from .studies import Studies

if TYPE_CHECKING:
    from .graph.link import Frame
    from .graph.worth.derivation import Derivation

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

        date = as_of or self.as_of
        powers = power_table(self.paradigms, date, self.ties)
        return build_frame(self.store, premium(self.store, date), powers)

    def premium_derivation(self, firm: str, as_of: str | None = None) -> Derivation:
        """Premium of one company with every operand, the claims not chosen, and the documents behind them.

        Parameters
        ----------
        firm : str
            Id, name or alias, in either language.
        as_of : str, optional
            Date asked for; by default the data's date.

        Raises
        ------
        definer.graph.power.UnknownFirmError
            If nothing has that name, or more than one.
        definer.graph.errors.GraphError
            If it is no company.
        """
        from .graph.worth.derivation import derive

        return derive(self.store, self.find_firm(firm), as_of or self.as_of)
