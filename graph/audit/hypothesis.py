"""The eight hypotheses of the essay as data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from ..plain_values import plain
from .finding import LEVEL, Finding

__all__ = ["PRIMARY", "Hypotheses", "Hypothesis"]

PRIMARY: Final = "H1"
"""The registered test; the others are adjusted together."""


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One hypothesis with its finding; `q` is the p value after adjustment, None for the primary one."""

    id: str
    study: str
    finding: Finding
    q: float | None = None

    def to_dict(self) -> dict[str, Any]:
        """Hypothesis as plain values."""
        found = self.finding
        return {
            "id": self.id,
            "study": self.study,
            "primary": self.id == PRIMARY,
            "verdict": found.verdict,
            "n": found.n,
            "n_of": found.n_of,
            "estimate": plain(found.estimate),
            "interval": None if found.interval is None else [plain(end) for end in found.interval],
            "unit": found.unit,
            "p": plain(found.p),
            "q": plain(self.q),
            "details": dict(found.details),
            "reason": None if found.reason is None else dict(found.reason),
        }


@dataclass(frozen=True)
class Hypotheses:
    """The eight hypotheses, H1 to H8.

    Attributes
    ----------
    as_of : str
    rows : tuple of Hypothesis
    """

    as_of: str
    rows: tuple[Hypothesis, ...]

    def to_dict(self) -> dict[str, Any]:
        """Hypotheses as plain values, the form of ``definer audit --hypotheses --json``."""
        tested = [row for row in self.rows if row.q is not None]
        missing = [row.id for row in self.rows if row.finding.verdict == "NOT_COMPUTED"]
        return {
            "as_of": self.as_of,
            "n": len(self.rows) - len(missing),
            "left_out": missing,
            "primary": PRIMARY,
            "level": LEVEL,
            "adjustment": "Benjamini-Hochberg",
            "n_adjusted": len(tested),
            "history": {"identified": False, "estimate": None},
            "rows": [row.to_dict() for row in self.rows],
        }
