"""Chances in proportion to definition power, and how prices differ from them (METHOD 6.3)."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..plain_values import rounded
from .firms import OptionFirm

__all__ = ["EXPONENTS", "Prior", "power_prior"]

EXPONENTS = (1, 2)


@dataclass(frozen=True, slots=True)
class Prior:
    """Chances by power of the labs that have both a premium over F and power.

    Attributes
    ----------
    exponent : int
        g in p proportional to D^g.
    rows : tuple of (firm, power, part by price, part by power, log ratio)
        Parts sum to one over the rows. METHOD leaves open what the chances by power sum to; here to what the implied
        ones sum to, so that ln(p implied / p by power) does not depend on the prize: above zero a firm is priced above
        its share of definition, beside its rivals.
    left_out : mapping
        Firm -> code of the reason.
    """

    exponent: int
    rows: tuple[tuple[str, float, float, float, float], ...]
    left_out: Mapping[str, str]

    def to_dict(self) -> dict[str, object]:
        """Prior as plain values."""
        return {
            "exponent": self.exponent,
            "n": len(self.rows),
            "rows": [
                {
                    "id": firm,
                    "power": rounded(power),
                    "part_by_price": rounded(price),
                    "part_by_power": rounded(share),
                    "log_ratio": rounded(ratio),
                }
                for firm, power, price, share, ratio in self.rows
            ],
            "left_out": dict(self.left_out),
        }


def power_prior(labs: Sequence[OptionFirm], powers: Mapping[str, float], exponent: int) -> Prior:
    """Compare the labs' parts of the implied chances with their parts of power to an exponent."""
    left_out = {firm.id: "no_option_value" for firm in labs if firm.excess <= 0}
    left_out |= {firm.id: "no_power" for firm in labs if firm.id not in left_out and powers.get(firm.id, 0.0) <= 0}
    kept = [firm for firm in labs if firm.id not in left_out]
    price = math.fsum(firm.excess for firm in kept)
    weight = math.fsum(powers[firm.id] ** exponent for firm in kept)
    rows = []
    for firm in kept:
        power = powers[firm.id]
        by_price, by_power = firm.excess / price, power**exponent / weight
        rows.append((firm.id, power, by_price, by_power, math.log(by_price / by_power)))
    return Prior(exponent, tuple(sorted(rows, key=lambda row: (-row[4], row[0]))), dict(sorted(left_out.items())))
