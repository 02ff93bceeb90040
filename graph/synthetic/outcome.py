"""What one test of the self test found, and the words that say it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from ...ontology.language import Language
from .criteria import CRITERIA

__all__ = ["Figures", "Outcome", "Verdict", "judged"]

Figures = Mapping[str, float | int | str]
Verdict = Literal["pass", "miss", "report"]
"""``report``: a figure to know, without a threshold."""


@dataclass(frozen=True)
class Outcome:
    """Result of one test; `figures` are the numbers behind the words."""

    id: str
    verdict: Verdict
    figures: Figures

    def record(self, lang: Language = "en") -> dict[str, Any]:
        """What, reference, threshold and result in words, and the verdict."""
        criterion, place = CRITERIA[self.id], int(lang == "zh")
        return {
            "id": self.id,
            "what": criterion.what[place],
            "reference": criterion.reference[place],
            "threshold": criterion.threshold[place],
            "result": criterion.result[place].format(**self.figures),
            "verdict": self.verdict,
        }


def judged(key: str, figures: Figures, passed: bool | None) -> Outcome:
    """Outcome with the verdict of a comparison; None where there is nothing to compare with."""
    return Outcome(key, "report" if passed is None else "pass" if passed else "miss", figures)
