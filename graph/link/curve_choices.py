"""The choices that a specification of the link makes, and the options of each (METHOD 3.3)."""

from __future__ import annotations

from typing import Final, Literal

from .frame import VARIANTS

__all__ = [
    "ADOPTION",
    "BASELINES",
    "CHOICES",
    "CONTROLS",
    "DROPPED",
    "ESTIMATORS",
    "FAMILIES",
    "HAIRCUTS",
    "OPTIONS",
    "POWER",
    "REGISTERED_CONTROLS",
    "REVENUE",
    "SAMPLES",
    "TESTED",
    "Choice",
    "family_of",
]

Choice = Literal["baseline", "haircut", "variant", "controls", "estimator", "sample"]
CHOICES: Final[tuple[Choice, ...]] = ("variant", "sample", "estimator", "controls", "baseline", "haircut")
"""What a specification chooses."""

BASELINES: Final = ("B1", "B2", "B3", "B4")
"""Baselines of METHOD 2; those that no firm has a value for are refused, and counted."""

HAIRCUTS: Final = (1.0, 1.48, 2.0)
"""Divisors of private marks: none, the mean overstatement of Gornall & Strebulaev (2020), and half."""

REVENUE: Final = "revenue"
"""Rank by revenue, the plainest rival of power."""
POWER: Final = tuple(name for name in VARIANTS if name not in ("in_degree", "pagerank"))
"""Variants of definition power."""
ADOPTION: Final = ("in_degree", "pagerank")
"""Counts of adopters, direct and passed on: what power has to do better than."""
FAMILIES: Final[dict[str, tuple[str, ...]]] = {"power": POWER, "adoption": ADOPTION, "revenue": (REVENUE,)}

REGISTERED_CONTROLS: Final = "age"
CONTROLS: Final[dict[str, tuple[str, ...]]] = {
    "paradigm": ("paradigm",),
    "country": ("paradigm", "country"),
    "growth": ("paradigm", "country", "growth", "private"),
    "age": ("paradigm", "country", "growth", "private", "age"),
}
"""Sets of controls, each with those before it; the last is the registered one."""

ESTIMATORS: Final = ("ratio", "free", "rank", "tukey")
"""``ratio``: least squares on the log premium. ``free``: the same with the elasticity of value to baseline free.
``rank``: the premium's normal score, given the premium's mean and spread. ``tukey``: M estimate, biweight."""
TESTED: Final = ("ratio", "free", "rank")
"""Estimators that the joint test recomputes; the M estimate iterates, and stays outside."""

SAMPLES: Final = ("all", "public", "dated", "without_influential")
"""``public``: no private firms. ``dated``: marks that name a month. ``without_influential``: without the firms that
move the registered slope most."""
DROPPED: Final = 3
"""How many firms ``without_influential`` goes without."""

OPTIONS: Final[dict[Choice, tuple[str, ...]]] = {
    "variant": tuple(name for members in FAMILIES.values() for name in members),
    "sample": SAMPLES,
    "estimator": ESTIMATORS,
    "controls": tuple(CONTROLS),
    "baseline": BASELINES,
    "haircut": tuple(map(str, HAIRCUTS)),
}
"""Options of each choice as text, in the order in which they are shown."""


def family_of(variant: str) -> str:
    """Family of a variant: ``power``, ``adoption`` or ``revenue``.

    Examples
    --------
    >>> family_of("lockin"), family_of("pagerank"), family_of("revenue")
    ('power', 'adoption', 'revenue')
    """
    return next(name for name, members in FAMILIES.items() if variant in members)
