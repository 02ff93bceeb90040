"""Power beside in-degree: whether counting dependents would have done as well, in words."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

from ...ontology.language import Language
from .trial import Trial

__all__ = ["Comparison", "comparison"]

Outcome = Literal["in_degree_better", "as_well", "power_better", "mixed"]

_OUTCOMES: dict[Outcome, tuple[str, str]] = {
    "in_degree_better": ("In-degree does better than power here", "此处入度优于定义权"),
    "as_well": ("In-degree does as well here", "此处入度同样好"),
    "power_better": ("Power does better than in-degree here", "此处定义权优于入度"),
    "mixed": ("Power and in-degree each do better at something here", "此处定义权与入度互有高下"),
}
_NUMBERS = (
    (
        "{outcome}. Mean reciprocal rank: power {ours}, in-degree {theirs}. "
        "First two years running: power {us}, in-degree {them}."
    ),
    "{outcome}。平均倒数名次：定义权 {ours}，入度 {theirs}。连续两年居首的起始年份：定义权{us}，入度{them}。",
)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Power against in-degree on the same firms, years and rule.

    Attributes
    ----------
    outcome : str
        ``in_degree_better``, ``as_well``, ``power_better`` or ``mixed``, by mean reciprocal rank (differences of up to
        one over the number of years do not count) and by the year from which the truth alone is first, two years
        running, by the point value: in-degree has no P(rank 1).
    mrr_power, mrr_in_degree : float
    power_leads_from, in_degree_leads_from : int or None
    last : int
        Last year looked at.
    """

    outcome: Outcome
    mrr_power: float
    mrr_in_degree: float
    power_leads_from: int | None
    in_degree_leads_from: int | None
    last: int

    def sentence(self, lang: Language = "en") -> str:
        """Say it plainly."""

        def year(found: int | None) -> str:
            if lang == "zh":
                return f"截至{self.last}年未出现" if found is None else f"{found}年"
            return f"not by {self.last}" if found is None else f"from {found}"

        return _NUMBERS[lang == "zh"].format(
            outcome=_OUTCOMES[self.outcome][lang == "zh"],
            ours=f"{self.mrr_power:.2f}",
            theirs=f"{self.mrr_in_degree:.2f}",
            us=year(self.power_leads_from),
            them=year(self.in_degree_leads_from),
        )

    def to_dict(self) -> dict[str, Any]:
        """Plain data, with the sentence in both languages."""
        return {**asdict(self), "sentence": {"en": self.sentence("en"), "zh": self.sentence("zh")}}


def comparison(trial: Trial) -> Comparison | None:
    """Compare power and in-degree; None without a truth or without years."""
    ours, theirs = trial.track("power"), trial.track("in_degree")
    if ours is None or theirs is None or ours.mrr is None or theirs.mrr is None:
        return None
    # One year's worth of mean reciprocal rank, first instead of nowhere, is no difference.
    margin = 1 / len(ours.standings)
    gap = ours.mrr - theirs.mrr
    ahead = 0 if abs(gap) <= margin else (1 if gap > 0 else -1)
    never = max(trial.results) + 1
    we, they = (ours.leads_from or never), (theirs.leads_from or never)
    sooner = (they > we) - (they < we)
    outcome: Outcome = "mixed"
    if ahead == sooner == 0:
        outcome = "as_well"
    elif min(ahead, sooner) >= 0:
        outcome = "power_better"
    elif max(ahead, sooner) <= 0:
        outcome = "in_degree_better"
    return Comparison(outcome, ours.mrr, theirs.mrr, ours.leads_from, theirs.leads_from, max(trial.results))
