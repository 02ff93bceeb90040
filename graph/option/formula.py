"""V = F + p T d: value as what a firm is worth anyway, plus the chance of a prize that comes later (METHOD 6.3)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final, Literal, get_args

from ..errors import GraphError

__all__ = [
    "COMPOUNDINGS",
    "Compounding",
    "OptionError",
    "Terms",
    "check_number",
    "discount",
    "implied_probability",
    "value_of_prize",
]

Compounding = Literal["none", "continuous", "annual"]
COMPOUNDINGS: Final[tuple[Compounding, ...]] = get_args(Compounding)

_LARGEST: Final = 1e9


class OptionError(GraphError, ValueError):
    """A prize, rate, horizon or share that no option could have."""

    exit_code = 1


@dataclass(frozen=True, slots=True)
class Terms:
    """A prize and how its coming late is counted.

    Attributes
    ----------
    prize : float
        T, in billions of US dollars.
    rate : float
        r, a year.
    years : float
        tau.
    compounding : {"none", "continuous", "annual"}
        ``none`` leaves the prize undiscounted, whatever rate and years say.

    Raises
    ------
    OptionError
        Prize not above zero, rate or years below zero, or a number that is none.
    """

    prize: float
    rate: float = 0.12
    years: float = 10.0
    compounding: Compounding = "continuous"

    def __post_init__(self) -> None:
        check_number("prize", "奖额 prize", self.prize, above=0.0)
        check_number("rate", "贴现率 rate", self.rate, least=0.0, most=10.0)
        check_number("years", "年限 years", self.years, least=0.0, most=1000.0)
        if self.compounding not in COMPOUNDINGS:
            shown = ", ".join(COMPOUNDINGS)
            raise OptionError(
                f"compounding: {self.compounding!r} is none of {shown}",
                f"compounding：{self.compounding!r} 不在可选值之内：{shown}",
            )

    @property
    def present(self) -> float:
        """Prize today, in billions of US dollars."""
        return self.prize * discount(self.rate, self.years, self.compounding)

    def to_dict(self) -> dict[str, object]:
        """Terms and the prize's present value."""
        return {
            "prize_usd_bn": self.prize,
            "rate": None if self.compounding == "none" else self.rate,
            "years": None if self.compounding == "none" else self.years,
            "compounding": self.compounding,
            "present_usd_bn": round(self.present, 10),
        }


def check_number(
    name: str,
    name_zh: str,
    value: float,
    *,
    above: float | None = None,
    least: float | None = None,
    most: float = _LARGEST,
) -> float:
    """The number, if it lies where it must; else :class:`OptionError` says what it is, and where it must lie."""
    wrong = not math.isfinite(value) or value > most
    wrong = wrong or (above is not None and value <= above) or (least is not None and value < least)
    if not wrong:
        return value
    en = f"above {above:g}" if above is not None else f"{least:g} or more"
    zh = f"大于 {above:g}" if above is not None else f"不小于 {least:g}"
    raise OptionError(
        f"{name}: {value:g} is out of range: write a number {en}, at most {most:g}",
        f"{name_zh}：{value:g} 超出范围：请写{zh}且不超过 {most:g} 的数",
    )


def discount(rate: float, years: float, compounding: Compounding = "continuous") -> float:
    """What one unit paid after some years is worth today.

    Examples
    --------
    >>> round(discount(0.12, 10), 4), round(discount(0.12, 10, "annual"), 4), discount(0.12, 10, "none")
    (0.3012, 0.322, 1.0)
    """
    if compounding == "none":
        return 1.0
    return math.exp(-rate * years) if compounding == "continuous" else (1.0 + rate) ** -years


def implied_probability(value: float, baseline: float, terms: Terms) -> float:
    """Chance of the prize at which a firm is worth its price: (V - F) / (T d).

    Below zero where the price is below the baseline, above one where no chance of this prize could pay for it.

    Examples
    --------
    >>> f"{implied_probability(500, 90, Terms(1000, compounding='none')):.0%}"
    '41%'
    >>> f"{implied_probability(500, 90, Terms(4000)):.0%}"
    '34%'
    """
    return (value - baseline) / terms.present


def value_of_prize(probability: float, terms: Terms) -> float:
    """What a chance of the prize is worth today, in billions of US dollars.

    Examples
    --------
    >>> value_of_prize(0.01, Terms(1000, compounding="none"))
    10.0
    >>> round(value_of_prize(0.01, Terms(1000, 0.12, 10, "annual")), 1)
    3.2
    """
    return probability * terms.present
