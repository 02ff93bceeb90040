"""How sure a ranking is: what a Monte Carlo over the stated errors of the ties found, as data.

The intervals are 90 % plausibility intervals, conditional on the error model: ties are a curated near-census
and no sample, so there is nothing that a confidence interval could mean here (METHOD 1.9).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from ..names import NodeName
from .result import Result, Setting

__all__ = ["DEFINER_FROM", "FirmUncertainty", "Uncertainty", "Verdict", "VerdictWord", "undecided"]

VerdictWord = Literal["definer", "contested", "none"]
DEFINER_FROM = 0.8
"""Least P(rank 1), on the date and a year before, of a firm that is called a definer (METHOD 1.4)."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a paradigm has a definer as of a date.

    ``definer``: the firm is first in at least 80 % of the draws both then and a year before. ``none``: nobody
    has power in most draws. ``contested``: all else; `firm` is then the likeliest first.

    Parameters
    ----------
    p_rank1, p_rank1_before : float
        P(rank 1) of `firm` on the date and on the same date a year before.
    before : str
        That earlier date.
    draws : int
        Draws that it rests on: more than the intervals do where they left it undecided.
    """

    word: VerdictWord
    firm: str | None
    p_rank1: float
    p_rank1_before: float
    before: str
    draws: int

    @property
    def decided(self) -> bool:
        """Whether more draws would hardly change the word: no P that matters is within two standard errors of 0.8."""
        return self.word == "none" or not undecided(self.p_rank1, self.p_rank1_before, self.draws, errors=2.0)

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return {
            "word": self.word,
            "firm": self.firm,
            "p_rank1": self.p_rank1,
            "p_rank1_before": self.p_rank1_before,
            "before": self.before,
            "draws": self.draws,
            "decided": self.decided,
        }


def undecided(now: float, before: float, draws: int, errors: float = 3.0) -> bool:
    """Whether the draws leave open on which side of 0.8 the smaller P lies.

    The standard error of P over d draws is ``sqrt(P (1 - P) / d)``; `errors` of them count.
    """
    least = min(now, before)
    return bool(abs(least - DEFINER_FROM) < errors * math.sqrt(least * (1.0 - least) / draws))


@dataclass(frozen=True, slots=True)
class FirmUncertainty:
    """A firm's place over the draws.

    Parameters
    ----------
    rank, power
        Those of the point score.
    p_rank1 : float
        Share of draws in which it is first; a first place shared by m firms counts 1/m, no power counts 0.
    rank_interval : (int, int)
        5 % and 95 % quantile of its rank; firms of equal power share a rank.
    power_interval : (float, float)
        5 % and 95 % quantile of its power. The error model lets rivals expand, which lowers lock-in, so the
        point score may lie above the interval's middle, even outside.
    """

    id: str
    rank: int
    power: float
    p_rank1: float
    rank_interval: tuple[int, int]
    power_interval: tuple[float, float]
    power_median: float


@dataclass(frozen=True)
class Uncertainty(Result):
    """Ranking over the draws.

    Attributes
    ----------
    firms : tuple of FirmUncertainty
        In the order of the point score.
    acceptability : mapping of str to tuple of float
        Per firm, the share of draws in which it takes place 1, 2, ... (rank acceptability, Lahdelma et al.
        1998); the places of firms of equal power are shared out evenly, so rows and columns sum to 1.
    p_none : float
        Share of draws in which nobody has power.
    errors : str
        Id of the error model.
    verdict : Verdict or None
        None where the year before was not asked for.
    """

    uncertain: Setting
    firms: tuple[FirmUncertainty, ...]
    acceptability: Mapping[str, tuple[float, ...]] = field(repr=False)
    p_none: float
    errors: str
    verdict: Verdict | None = None
    names: Mapping[str, NodeName] = field(default_factory=dict, repr=False)

    @property
    def setting(self) -> Setting:
        """What the answer rests on."""
        return self.uncertain

    def firm(self, key: str) -> FirmUncertainty | None:
        """Find the firm with that id; None if it neither depends nor is depended on."""
        return next((firm for firm in self.firms if firm.id == key), None)

    def records(self) -> Sequence[Mapping[str, Any]]:
        """One row per firm."""
        return [
            {
                "id": firm.id,
                "name_en": self.names[firm.id].en,
                "name_zh": self.names[firm.id].zh,
                "rank": firm.rank,
                "rank_low": firm.rank_interval[0],
                "rank_high": firm.rank_interval[1],
                "p_rank1": firm.p_rank1,
                "power": firm.power,
                "power_low": firm.power_interval[0],
                "power_median": firm.power_median,
                "power_high": firm.power_interval[1],
            }
            for firm in self.firms
        ]

    def to_dict(self) -> dict[str, Any]:
        """Plain data: setting, verdict, error model, firms, and the rank acceptability table."""
        return {
            **super().to_dict(),
            "errors": self.errors,
            "p_none": self.p_none,
            "verdict": self.verdict.to_dict() if self.verdict else None,
            "acceptability": {firm: list(places) for firm, places in self.acceptability.items()},
        }
