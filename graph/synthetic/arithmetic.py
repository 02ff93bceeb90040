"""The sums of the essay and of the specification, done again from the shipped claims.

Every operand is read from the store: valuations, fundamentals, monthly exchange rates, and the numbers that the
statements state. What stands there only in words, and the two round exchange rates of the specification, which no
claim carries, are named in :mod:`.facts`.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from .facts import IN_WORDS, Facts, MissingOperandError, Queryable, read_facts

__all__ = ["FIGURES", "Figure", "Sum", "do_sums"]


_OPERANDS: Final = (
    *(f"valuation/v{number:04d}" for number in (5, 10, 16, 17, 18, 23)),
    *(f"fundamental/f{number:04d}" for number in (8, *range(51, 58), 60, 105, 107, 110, 160, 161)),
    *("fx/cny-2023-12", "fx/cny-2025-11", "fx/hkd-2025-11"),
    *("statement/sf020", "statement/sf034", "statement/sf037", "statement/sf043"),
)


@dataclass(frozen=True)
class Figure:
    """A sum and what it must give.

    Parameters
    ----------
    printed : str or None
        What the specification prints, at its round exchange rates.
    work : callable
        The sum.
    statement : str or None
        Id of the statement whose ``recomputed`` it is, at the claims' own exchange rates.
    at_round_rate : bool
        The statement too was recomputed at the round rate, and says so.
    """

    name: str
    printed: str | None
    work: Callable[[Facts], float]
    statement: str | None = None
    at_round_rate: bool = False


@dataclass(frozen=True, slots=True)
class Sum:
    """What came out, against the number `wanted` by `witness`: ``METHOD`` or the id of a statement.

    `value` is None where the claims lack an operand, which `missing` names; `agrees` compares at the decimals
    of `wanted`. `own_rates` is the value at the claims' own exchange rates.
    """

    name: str
    witness: str
    wanted: str
    value: float | None
    agrees: bool
    own_rates: float | None = None
    missing: str | None = None

    @property
    def moved(self) -> bool:
        """Whether another number is printed at the claims' own exchange rates."""
        return self.own_rates is not None and self.shown(self.own_rates) != self.wanted

    def shown(self, value: float | None) -> str:
        """`value` at the decimals of `wanted`; what is missing, where there is none."""
        return self.missing or "" if value is None else _at_decimals(value, self.wanted)


def do_sums(store: Queryable) -> tuple[Sum, ...]:
    """Every figure of :data:`FIGURES`, against the specification and against the claims' own recomputation."""
    statements = {f"statement/{figure.statement}" for figure in FIGURES if figure.statement}
    facts = read_facts(store, {*_OPERANDS, *statements})
    sums: list[Sum] = []
    for figure in FIGURES:
        if figure.printed is not None:
            sums.append(_compare(figure, facts, "METHOD", figure.printed))
        if figure.statement is not None:
            wanted = facts.values.get((f"statement/{figure.statement}", "recomputed"), "")
            sums.append(_compare(figure, facts, figure.statement, wanted))
    return tuple(sums)


def _compare(figure: Figure, facts: Facts, witness: str, wanted: str) -> Sum:
    rounded = witness == "METHOD" or figure.at_round_rate
    try:
        value = figure.work(replace(facts, round_rates=rounded))
        own = figure.work(replace(facts, round_rates=False))
    except MissingOperandError as lack:
        return Sum(figure.name, witness, wanted, None, agrees=False, missing=str(lack))
    if not wanted:
        return Sum(
            figure.name, witness, wanted, value, agrees=False, own_rates=own, missing=f"statement/{witness} recomputed"
        )
    return Sum(figure.name, witness, wanted, value, _at_decimals(value, wanted) == wanted, own)


def _at_decimals(value: float, like: str) -> str:
    return f"{value:.{len(like.partition('.')[2])}f}"


def _moonshot(facts: Facts, end: str) -> float:
    return facts.number("valuation/v0010", end)


def _openai(facts: Facts) -> float:
    return facts.number("valuation/v0005")


def _ceiling(facts: Facts) -> float:
    """Value by price-earnings ratio and steady-state profit, USD bn."""
    return facts.number("statement/sf034", "stated") * facts.number("fundamental/f0008")


def _coefficients(facts: Facts) -> float:
    """Product of the three coefficients, of which the text gives no factor."""
    return facts.number("statement/sf037", "stated") / (_ceiling(facts) * facts.per_usd("fx/cny-2023-12"))


def _gap(facts: Facts, end: str) -> float:
    return math.log(_openai(facts) / _moonshot(facts, end))


def _own(facts: Facts, end: str) -> float:
    """Premium of Moonshot over what the adjusted model gives."""
    ceiling = facts.number("statement/sf037", "stated") / facts.per_usd("fx/cny-2025-11")
    return math.log(_moonshot(facts, end) / ceiling)


def _over_floor(facts: Facts) -> float:
    middle = (_moonshot(facts, "low") + _moonshot(facts, "high")) / 2
    return math.log(middle * facts.per_usd("fx/cny-2025-11") / facts.number("statement/sf043", "stated"))


def _xpeng(facts: Facts) -> float:
    return facts.number("valuation/v0017") / facts.per_usd("fx/hkd-2025-11")


def _tesla(facts: Facts) -> float:
    return facts.number("valuation/v0016")


def _unitree(facts: Facts) -> float:
    return facts.number("valuation/v0018") / facts.per_usd("fx/cny-2025-11")


def _figure(facts: Facts) -> float:
    return facts.number("valuation/v0023")


def _figure_cny(facts: Facts) -> float:
    return facts.number("statement/sf020", "stated")


def _middle_gap(facts: Facts) -> float:
    return math.log(_openai(facts) / math.sqrt(_moonshot(facts, "low") * _moonshot(facts, "high")))


def _fund_share(facts: Facts) -> float:
    return 100 * facts.number("fundamental/f0107") / facts.number("fundamental/f0105")


def _downloads(facts: Facts) -> float:
    china, america = facts.number("fundamental/f0160"), facts.number("fundamental/f0161")
    return 100 * china / (china + america)


def _makers(facts: Facts) -> list[float]:
    """Shares of the six battery makers, one by one."""
    return [facts.number(f"fundamental/f{number:04d}") for number in range(51, 57)]


def _group_rise(facts: Facts) -> float:
    """Rise of the six makers' share from the first year to the last."""
    return facts.number("fundamental/f0057") - facts.number("fundamental/f0060")


def _option(_: Facts) -> float:
    return IN_WORDS["chance"] * IN_WORDS["prize_usd_bn"]


def _option_today(facts: Facts) -> float:
    return _option(facts) / math.pow(1 + IN_WORDS["discount_rate"], IN_WORDS["years"])


def _range_top(facts: Facts) -> float:
    return facts.number("statement/sf043", "stated", place=1) / facts.per_usd("fx/cny-2025-11")


def _china_funding(facts: Facts) -> float:
    return facts.number("fundamental/f0110") / facts.per_usd("fx/cny-2025-11")


FIGURES: Final[tuple[Figure, ...]] = (
    Figure("Moonshot/OpenAI, low (%)", "0.66", lambda f: 100 * _moonshot(f, "low") / _openai(f), "sf013"),
    Figure("Moonshot/OpenAI, high (%)", "1.00", lambda f: 100 * _moonshot(f, "high") / _openai(f)),
    Figure("XPeng (USD bn)", "24.4", _xpeng),
    Figure("XPeng/Tesla (%)", "1.82", lambda f: 100 * _xpeng(f) / _tesla(f), "sf016"),
    Figure("XPeng/Tesla, furthest from 1 (%)", None, lambda f: 100 * _xpeng(f) / _tesla(f), "sf007"),
    Figure("Unitree/Figure (%)", "4.33", lambda f: 100 * _unitree(f) / _figure(f)),
    Figure("CNY per USD implied by Figure", "6.92", lambda f: _figure_cny(f) / _figure(f)),
    Figure("Figure (CNY bn)", None, lambda f: _figure(f) * f.per_usd("fx/cny-2025-11"), "sf020"),
    Figure("Unitree/Figure, own rate (%)", None, lambda f: 100 * f.number("valuation/v0018") / _figure_cny(f), "sf021"),
    Figure("30 x 3 (USD bn)", "90", _ceiling, "sf035"),
    Figure("OpenAI observed/implied", "5.56", lambda f: _openai(f) / _ceiling(f), "sf041"),
    Figure("OpenAI log premium", "1.715", lambda f: math.log(_openai(f) / _ceiling(f))),
    Figure("product of coefficients", "0.0939", _coefficients, "sf037", at_round_rate=True),
    Figure("log of the product", "-2.37", lambda f: math.log(_coefficients(f))),
    Figure("geometric mean of coefficients", "0.455", lambda f: math.cbrt(_coefficients(f))),
    Figure("top of the Chinese range (USD bn)", None, _range_top, "sf043"),
    Figure("sovereign fund deals to the US (%)", "93.3", _fund_share, "sf066"),
    Figure("Chinese AI funding (USD bn)", None, _china_funding, "sf073"),
    Figure("Chinese part of downloads (%)", "53.7", _downloads, "sf123"),
    Figure("1 % of a trillion (USD bn)", "10.0", _option, "sf058"),
    Figure("the same in 10 years at 12 % (USD bn)", "3.2", _option_today),
    Figure("six battery makers (%)", "68.9", lambda f: sum(_makers(f)), "sf102"),
    Figure("makers counted", None, lambda f: float(len(_makers(f))), "sf103"),
    Figure("rise of the makers' share (points)", None, _group_rise, "sf104"),
    Figure("log gap OpenAI/Moonshot, low", "5.02", lambda f: _gap(f, "low")),
    Figure("log gap OpenAI/Moonshot, high", "4.61", lambda f: _gap(f, "high")),
    Figure("part of coefficients, low (%)", "47", lambda f: -100 * math.log(_coefficients(f)) / _gap(f, "low")),
    Figure("part of coefficients, high (%)", "51", lambda f: -100 * math.log(_coefficients(f)) / _gap(f, "high")),
    Figure("premium gap, low", "2.66", lambda f: _gap(f, "low") + math.log(_coefficients(f))),
    Figure("premium gap, high", "2.24", lambda f: _gap(f, "high") + math.log(_coefficients(f))),
    Figure("Moonshot over CNY 60bn, low", "-0.94", lambda f: _own(f, "low")),
    # The specification prints -0.53: -0.5248 rounded twice.
    Figure("Moonshot over CNY 60bn, high", "-0.52", lambda f: _own(f, "high")),
    Figure("Moonshot over CNY 20bn, middle", "0.39", _over_floor),
    Figure("log gap OpenAI/Moonshot, middle", "4.8", _middle_gap),
    Figure("log gap Tesla/XPeng", "4.0", lambda f: math.log(_tesla(f) / _xpeng(f))),
    Figure("log gap Figure/Unitree", "3.1", lambda f: math.log(_figure(f) / _unitree(f))),
)
"""Every figure of the specification's first table and of the paragraphs under it that the claims have operands for,
and the statements whose numbers those are; every other is computed by :mod:`definer.graph.audit`. Its ranges of
private revenues stand in no claim: they are not here."""
