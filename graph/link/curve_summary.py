"""Specifications of the curve, and what many of them say together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from .curve_choices import CHOICES, OPTIONS, Choice, family_of

__all__ = ["Move", "Specification", "Summary", "moves", "sign_share", "used_options"]


@dataclass(frozen=True, slots=True)
class Specification:
    """One specification and its estimate.

    Attributes
    ----------
    variant, sample, estimator, controls, baseline : str
        Its choices (:mod:`definer.graph.link.curve_choices`).
    haircut : float
    estimate, low, high : float
        Log points of premium per standard deviation of the variant's score, with its 95 % interval.
    z : float
        Normal quantile of p, with the sign of the estimate.
    p : float
        Two-sided, of this specification alone.
    n : int
        Firms.
    tested : bool
        Whether the joint test recomputes it.
    """

    variant: str
    sample: str
    estimator: str
    controls: str
    baseline: str
    haircut: float
    estimate: float
    low: float
    high: float
    z: float
    p: float
    n: int
    tested: bool

    @property
    def family(self) -> str:
        """``power``, ``adoption`` or ``revenue``."""
        return family_of(self.variant)

    def option(self, choice: str) -> str:
        """What it chooses, as text."""
        return str(getattr(self, choice))

    def to_dict(self) -> dict[str, Any]:
        """Plain values, rounded to 10 decimals."""
        numbers = {name: round(getattr(self, name), 10) for name in ("estimate", "low", "high", "z", "p")}
        return {**{name: getattr(self, name) for name in CHOICES}, **numbers, "n": self.n, "tested": self.tested}


@dataclass(frozen=True, slots=True)
class Summary:
    """What some specifications say together.

    Attributes
    ----------
    n : int
    median, lower, upper : float or None
        Median and quartiles of the estimates; None where there is no specification.
    positive, negative : int
        Estimates of each sign.
    significant_positive, significant_negative : int
        Of those, how many differ from nothing at the level, each taken alone.
    """

    n: int
    median: float | None
    lower: float | None
    upper: float | None
    positive: int
    negative: int
    significant_positive: int
    significant_negative: int

    @classmethod
    def of(cls, found: Sequence[Specification], level: float) -> Summary:
        """Summary of some specifications."""
        estimates = [spec.estimate for spec in found]
        significant = [spec for spec in found if spec.p < level]
        lower, median, upper = np.quantile(estimates, [0.25, 0.5, 0.75]).tolist() if found else (None, None, None)
        return cls(
            len(found),
            median,
            lower,
            upper,
            sum(value > 0 for value in estimates),
            sum(value < 0 for value in estimates),
            sum(spec.estimate > 0 for spec in significant),
            sum(spec.estimate < 0 for spec in significant),
        )

    def to_dict(self) -> dict[str, Any]:
        """Plain values, rounded to 10 decimals."""
        numbers = {
            name: None if (value := getattr(self, name)) is None else round(value, 10)
            for name in ("median", "lower", "upper")
        }
        counts = ("positive", "negative", "significant_positive", "significant_negative")
        return {"n": self.n, **numbers, **{name: getattr(self, name) for name in counts}}


@dataclass(frozen=True, slots=True)
class Move:
    """How far a choice moves the median estimate, other choices being equal.

    Attributes
    ----------
    choice : str
    options : tuple of (str, Summary)
        Each option with the specifications that choose it and that were run with every other option too; where there
        are none of those, all that choose it.
    """

    choice: Choice
    options: tuple[tuple[str, Summary], ...]

    @property
    def reach(self) -> float:
        """Greatest less least median of the options."""
        medians = [summary.median for _, summary in self.options if summary.median is not None]
        return max(medians) - min(medians) if medians else 0.0

    def to_dict(self) -> dict[str, Any]:
        """Plain values."""
        options = [{"option": option, **summary.to_dict()} for option, summary in self.options]
        return {"choice": self.choice, "range": round(self.reach, 10), "options": options}


def moves(found: Sequence[Specification], level: float) -> tuple[Move, ...]:
    """Median by option of every choice that has two or more, that which moves it most first."""
    made = []
    for choice in CHOICES:
        groups = _matched(found, choice)
        if len(groups) > 1:
            made.append(Move(choice, tuple((option, Summary.of(group, level)) for option, group in groups.items())))
    return tuple(sorted(made, key=lambda move: -move.reach))


def _matched(found: Sequence[Specification], choice: Choice) -> dict[str, list[Specification]]:
    """Specifications by option, those that were run with every option."""
    options = used_options(found, choice)
    others = [name for name in CHOICES if name != choice]
    cells: dict[tuple[str, ...], list[Specification]] = defaultdict(list)
    for spec in found:
        cells[tuple(spec.option(name) for name in others)].append(spec)
    whole = [spec for cell in cells.values() if len(cell) == len(options) for spec in cell] or list(found)
    return {option: [spec for spec in whole if spec.option(choice) == option] for option in options}


def used_options(found: Sequence[Specification], choice: Choice) -> list[str]:
    """Options that some specification chooses, in their own order."""
    used = {spec.option(choice) for spec in found}
    return [option for option in OPTIONS[choice] if option in used]


def sign_share(found: Sequence[Specification], registered: Specification | None) -> float | None:
    """Share of the specifications of power with the sign of the registered estimate; None where there is none."""
    power = [spec for spec in found if spec.family == "power"]
    if registered is None or not power or registered.estimate == 0:
        return None
    sign = np.sign(registered.estimate)
    return float(np.mean([np.sign(spec.estimate) == sign for spec in power]))
