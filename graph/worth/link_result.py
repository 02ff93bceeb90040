"""Result of the link of premium and power: its numbers, its verdict, its plain form."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .rank_association import Association
from .reasons import REASONS, Refusal

__all__ = ["VERDICTS", "Elasticity", "FreeForm", "Link", "Verdict"]

Verdict = Literal["SUPPORTED", "CONTRADICTED", "INCONCLUSIVE"]
VERDICTS: dict[Verdict, tuple[str, str]] = {
    "SUPPORTED": ("supported", "获支持"),
    "CONTRADICTED": ("contradicted", "被否定"),
    "INCONCLUSIVE": ("inconclusive", "尚无定论"),
}
"""Verdict -> words in English and Chinese."""

_DECIMALS = 10


@dataclass(frozen=True, slots=True)
class Elasticity:
    """Slope of ln V on the rank-normal power within paradigm, with ln F's elasticity at one, and free.

    The two are biased in opposite directions (METHOD 2, ratio trap), so support needs both.
    """

    ratio_slope: float
    free_slope: float
    elasticity: float


@dataclass(frozen=True, slots=True)
class FreeForm:
    """Partial rank correlation of ln V and power within paradigm, given ln F, with its 95 % interval."""

    estimate: float
    interval: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Link:
    """Rank correlation of premium and power within paradigm, and what may be said of it.

    Attributes
    ----------
    n : int
        Firms in the sample.
    by_paradigm : dict
        Firms of each paradigm.
    estimate, p : float or None
        Correlation and two-sided permutation p; None where the sample is refused.
    interval : tuple of float or None
        95 % bootstrap interval of the estimate, resampling firms within paradigm.
    verdict : str
        ``SUPPORTED``, ``CONTRADICTED`` or ``INCONCLUSIVE``.
    reason : Refusal or None
        Why there is no estimate.
    left_out : dict
        Priced firms outside the sample, by reason.
    without_paradigm : dict
        Estimate without each paradigm (None where it cannot be computed).
    without_firm : tuple
        Least and greatest estimate when one firm is left out, and which firm.
    baselines : dict
        The same statistic with ``in_degree`` and with ``revenue`` in place of power.
    within_paradigm : dict
        The statistic in each paradigm alone.
    free_form : FreeForm or None
        The statistic with value and baseline apart; None where they cannot be told apart.
    elasticity : Elasticity or None
    firms : tuple of str
        Ids of the sample.
    beyond_coded_period : tuple of str
        Paradigms of the sample whose ties were last looked for before the date: their power is a decayed one.
    """

    n: int
    by_paradigm: dict[str, int]
    left_out: dict[str, int]
    firms: tuple[str, ...]
    beyond_coded_period: tuple[str, ...] = ()
    verdict: Verdict = "INCONCLUSIVE"
    reason: Refusal | None = None
    estimate: float | None = None
    p: float | None = None
    permutations: int = 0
    seed: int = 0
    interval: tuple[float, float] | None = None
    without_paradigm: dict[str, float | None] = field(default_factory=dict)
    without_firm: tuple[tuple[str, float], tuple[str, float]] | None = None
    baselines: dict[str, Association | None] = field(default_factory=dict)
    within_paradigm: dict[str, float | None] = field(default_factory=dict)
    free_form: FreeForm | None = None
    elasticity: Elasticity | None = None

    def to_dict(self) -> dict[str, object]:
        """Link as plain values, fractions at ten decimals (sums may end otherwise on another machine)."""
        plain: dict[str, object] = {
            "n": self.n,
            "estimate": self.estimate,
            "p": self.p,
            "verdict": self.verdict,
            "verdict_text": dict(zip(("en", "zh"), VERDICTS[self.verdict], strict=True)),
            "reason": self.reason.code if self.reason else None,
            "reason_text": {"en": self.reason.text("en"), "zh": self.reason.text("zh")} if self.reason else None,
            "statistic": "rank correlation of premium (B1) and power within paradigm",
            "by_paradigm": self.by_paradigm,
            "beyond_coded_period": list(self.beyond_coded_period),
            "interval_95": list(self.interval) if self.interval else None,
            "permutations": self.permutations,
            "seed": self.seed,
            "within_paradigm": self.within_paradigm,
            "without_paradigm": self.without_paradigm,
            "without_firm": [list(end) for end in self.without_firm] if self.without_firm else None,
            "baselines": {
                name: {"estimate": found.estimate, "p": found.p} if found else None
                for name, found in self.baselines.items()
            },
            "free_form": {
                "estimate": self.free_form.estimate,
                "interval_95": list(self.free_form.interval),
            }
            if self.free_form
            else None,
            "elasticity": {
                "ratio_slope": self.elasticity.ratio_slope,
                "free_slope": self.elasticity.free_slope,
                "elasticity_of_value": self.elasticity.elasticity,
            }
            if self.elasticity
            else None,
            "left_out": {
                code: {"n": count, "en": REASONS[code][0], "zh": REASONS[code][1]}
                for code, count in self.left_out.items()
            },
            "firms": list(self.firms),
        }
        return {name: _rounded(value) for name, value in plain.items()}


def _rounded(value: object) -> object:
    if isinstance(value, float):
        return round(value, _DECIMALS)
    if isinstance(value, dict):
        return {key: _rounded(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_rounded(part) for part in value]
    return value
