"""The verdict on the link as a function of its parts, by the terms that were registered."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from .sample import FORMS, Form

__all__ = ["VERDICTS", "Condition", "Estimate", "Terms", "Verdict", "conditions_of", "verdict_of"]

Verdict = Literal["SUPPORTED", "CONTRADICTED", "INCONCLUSIVE"]
VERDICTS: dict[Verdict, tuple[str, str]] = {
    "SUPPORTED": ("supported", "获支持"),
    "CONTRADICTED": ("contradicted", "被否定"),
    "INCONCLUSIVE": ("inconclusive", "尚无定论"),
}
"""Verdict -> words in English and Chinese."""
Side = Literal["SUPPORTED", "CONTRADICTED"]


@dataclass(frozen=True, slots=True)
class Estimate:
    """One form of the estimate, as far as the verdict looks at it; per standard deviation of power within paradigm.

    Attributes
    ----------
    estimate, p : float
    upper : float or None
        Greater one of the upper ends of both 95 % intervals (HC3, permutation); None where one has no end.
    without_firm, without_paradigm : bool
        Whether the estimate stays above zero without any one firm, without any one paradigm.
    """

    estimate: float
    p: float
    upper: float | None
    without_firm: bool
    without_paradigm: bool


@dataclass(frozen=True, slots=True)
class Terms:
    """Registered terms: level of the test, share of the curve with the same sign, and what counts as negligible."""

    level: float
    sign_stable: float
    negligible: float


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of a verdict.

    Attributes
    ----------
    code : str
        ``significant`` (p below the level, above zero), ``without_firm``, ``without_paradigm`` (above zero without any
        one), ``curve`` (enough of the specification curve above zero), ``negligible`` (upper end below the margin).
    verdict : {"SUPPORTED", "CONTRADICTED"}
        Which one it belongs to; all of one verdict's conditions must be met.
    form : str or None
    met : bool or None
        None where what it needs was not computed.
    """

    code: str
    verdict: Side
    form: Form | None
    met: bool | None


def conditions_of(
    estimates: Mapping[Form, Estimate], terms: Terms, sign_share: float | None = None
) -> tuple[Condition, ...]:
    """Conditions of both verdicts, met or not.

    Parameters
    ----------
    estimates : mapping
        Form -> estimate.
    sign_share : float, optional
        Share of the specification curve above zero; without it SUPPORTED is out of reach.
    """
    found: list[Condition] = []
    for form in FORMS:
        seen = estimates[form]
        found += [
            Condition("significant", "SUPPORTED", form, seen.estimate > 0 and seen.p < terms.level),
            Condition("without_firm", "SUPPORTED", form, seen.without_firm),
            Condition("without_paradigm", "SUPPORTED", form, seen.without_paradigm),
        ]
    curve = None if sign_share is None else sign_share >= terms.sign_stable
    found.append(Condition("curve", "SUPPORTED", None, curve))
    for form in FORMS:
        upper = estimates[form].upper
        negligible = (math.inf if upper is None else upper) < terms.negligible
        found.append(Condition("negligible", "CONTRADICTED", form, negligible))
    return tuple(found)


def verdict_of(conditions: tuple[Condition, ...]) -> Verdict:
    """Word for a set of conditions.

    An effect that is above zero and surely below the margin is CONTRADICTED: the claim is of an effect that matters.
    """
    sides: tuple[Side, ...] = ("CONTRADICTED", "SUPPORTED")
    for side in sides:
        own = [condition.met for condition in conditions if condition.verdict == side]
        if own and all(met is True for met in own):
            return side
    return "INCONCLUSIVE"
