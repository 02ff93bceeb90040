"""What a study says of a hypothesis, and lenient reading of its document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Literal, TypeAlias

__all__ = [
    "LEVEL",
    "NOT_COMPUTED",
    "Document",
    "Finding",
    "Verdict",
    "ends",
    "mapping",
    "number",
    "reason_of",
    "refused",
    "signed",
    "whole",
]

LEVEL: Final = 0.05
"""Level of the tests, after adjustment."""

Verdict = Literal["SUPPORTED", "CONTRADICTED", "INCONCLUSIVE", "DESCRIPTIVE", "NOT_TESTABLE", "NOT_COMPUTED"]
Document: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Finding:
    """What a study says of a hypothesis.

    Attributes
    ----------
    verdict : str
    n : int or None
    n_of : str
        What is counted: ``firms``, ``industries``, ``countries``, ``paradigms`` or ``labs``.
    estimate : float or None
    interval : tuple of float or None
    unit : str
    p : float or None
        Of a test that the study made; adjusted with the others, unless it is the primary one.
    details : mapping
        Numbers that the words need.
    reason : mapping or None
        Why there is no result: ``code``, ``en``, ``zh``.
    """

    verdict: Verdict
    n: int | None = None
    n_of: str = "firms"
    estimate: float | None = None
    interval: tuple[float, float] | None = None
    unit: str = "log points"
    p: float | None = None
    details: Mapping[str, Any] = field(default_factory=dict)
    reason: Mapping[str, str] | None = None


NOT_COMPUTED: Final = Finding("NOT_COMPUTED")


def signed(value: float | None, p: float | None) -> Verdict:
    """Verdict of a slope that the hypothesis says is above zero."""
    if value is None or p is None or p > LEVEL or value == 0:
        return "INCONCLUSIVE"
    return "SUPPORTED" if value > 0 else "CONTRADICTED"


def refused(part: object) -> Finding:
    """A part that is absent was not computed; one that was refused cannot be tested, and says why."""
    if not isinstance(part, Mapping) or "refused" not in part:
        return NOT_COMPUTED
    reason = part["refused"]
    known = isinstance(reason, Mapping)
    return Finding(
        "NOT_TESTABLE", reason={key: str(reason.get(key, "")) for key in ("code", "en", "zh")} if known else None
    )


def reason_of(document: Document) -> Mapping[str, str] | None:
    """The study's own words for why it gives no more."""
    words = document.get("reason_text")
    if not isinstance(words, Mapping):
        return None
    return {"code": str(document.get("reason")), "en": str(words.get("en", "")), "zh": str(words.get("zh", ""))}


def mapping(document: Document, key: str) -> Document:
    """Part of a document that is a mapping itself; empty where it is not."""
    found = document.get(key)
    return found if isinstance(found, Mapping) else {}


def number(value: object) -> float | None:
    """A number as it stands in a document; None for anything else."""
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def whole(value: object) -> int | None:
    """A whole number; None for anything else."""
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def ends(pair: object) -> tuple[float, float] | None:
    """Low and high end; None where one is missing."""
    if not isinstance(pair, Sequence) or len(pair) != 2:
        return None
    low, high = (number(end) for end in pair)
    return None if low is None or high is None else (low, high)
