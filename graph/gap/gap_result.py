"""The gap between two countries as data: the identity, the decompositions, the checks, the verdict."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from ..plain_values import finite
from ..worth.reasons import Refusal, counted_reasons
from .capital import Capital
from .elsewhere import Elsewhere
from .estimate import LEVEL, Estimate, refused
from .identity import Identity
from .oaxaca import Oaxaca
from .owen import Owen
from .pair_result import Pair
from .pairs import LEAST_SIGN_FLIP_P
from .pairs import LEVEL as PAIR_LEVEL
from .placebo import Placebo
from .reverse import Reverse
from .sample import Sample
from .slopes import Slope
from .support import Support

__all__ = ["Gap", "Verdict"]

Verdict = Literal["country_discount", "smaller_than_placebo", "power_explains", "power_unresolved", "inconclusive"]


@dataclass(frozen=True)
class Gap:
    """The gap between two countries, `a` less `b`, in log points.

    Attributes
    ----------
    sample : Sample
    draws, seed : int
    left_out : mapping
        Country -> reason -> number of its companies that are not in the sample.
    identity : Identity
    oaxaca : Oaxaca or Refusal
    oaxaca_capital : Oaxaca or Refusal
        With the share of long-horizon capital as a block, over the firms for which it is known.
    owen : Owen
    support : Support
    placebo : Placebo or Refusal
    elsewhere : tuple of Elsewhere
    capital : Capital
    reverse : Reverse or Refusal
    pairs : tuple of Pair or Refusal
    beta : Slope
        On power, from the firms of the whole sample; used for the pairs.
    """

    sample: Sample
    draws: int
    seed: int
    left_out: Mapping[str, Mapping[str, int]]
    identity: Identity
    oaxaca: Oaxaca | Refusal
    oaxaca_capital: Oaxaca | Refusal
    owen: Owen
    support: Support
    placebo: Placebo | Refusal
    elsewhere: tuple[Elsewhere, ...]
    capital: Capital
    reverse: Reverse | Refusal
    pairs: tuple[Pair, ...] | Refusal
    beta: Slope

    @property
    def verdict(self) -> Verdict:
        """What the gap in premium reads as; accounting, not causation.

        The gap must be told from zero. Then the placebo decides first: a gap that the control industries show too is
        a discount of a country. Beyond it, the block of power must be told from zero to be said to explain some.
        """
        terms = self.identity.overall.terms
        if terms is None or terms["premium"].sign == 0 or isinstance(self.oaxaca, Refusal):
            return "inconclusive"
        if isinstance(self.placebo, Placebo) and self.placebo.verdict != "beyond_country_discount":
            return self.placebo.verdict
        return "power_explains" if self.oaxaca.blocks["power"].sign == terms["premium"].sign else "power_unresolved"

    @property
    def power_share(self) -> Estimate | None:
        """Part of the gap in premium that stands with definition power, as a share of its point."""
        if isinstance(self.oaxaca, Refusal) or self.oaxaca.gap.sign == 0:
            return None
        block, gap = self.oaxaca.blocks["power"], self.oaxaca.gap.value
        ends = sorted(((block.low or 0.0) / gap, (block.high or 0.0) / gap))
        return Estimate(block.value / gap, ends[0], ends[1])

    def to_dict(self) -> dict[str, Any]:
        """Give the result as plain values, the form of ``definer gap --json``."""
        sample, share = self.sample, self.power_share
        return {
            "as_of": sample.frame.as_of,
            "countries": [sample.a, sample.b],
            "n": sample.n,
            "unit": "log points",
            "level": LEVEL,
            "draws": self.draws,
            "seed": self.seed,
            "spec": {**sample.frame.spec.to_dict(), "registered_date": sample.frame.registered},
            "left_out": {code: counted_reasons(counts) for code, counts in self.left_out.items()},
            "verdict": self.verdict,
            "power_share_of_premium_gap": share.to_dict() if share else None,
            "identity": self.identity.to_dict(),
            "oaxaca": _part(self.oaxaca),
            "oaxaca_with_capital": _part(self.oaxaca_capital),
            "owen": self.owen.to_dict(),
            "support": self.support.to_dict(),
            "placebo": _part(self.placebo),
            "elsewhere": [part.to_dict() for part in self.elsewhere],
            "capital": self.capital.to_dict(),
            "reverse": _part(self.reverse),
            "pairs": refused(self.pairs)
            if isinstance(self.pairs, Refusal)
            else {
                "level": PAIR_LEVEL,
                "least_two_sided_p": finite(LEAST_SIGN_FLIP_P),
                "beta": self.beta.to_dict(),
                "pairs": [pair.to_dict() for pair in self.pairs],
            },
        }


def _part(part: Oaxaca | Placebo | Reverse | Refusal) -> dict[str, object]:
    return refused(part) if isinstance(part, Refusal) else part.to_dict()
