"""What one test of the self test asks and must reach."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Criterion", "Words"]

Words = tuple[str, str]
"""English and Chinese."""


@dataclass(frozen=True, slots=True)
class Criterion:
    """Words of a test in English and Chinese.

    `result` is a template; `limit` is the number of the threshold, `decoys` that against decoys; `band` are the rates
    between which a rejection rate must lie, `least` is the least rate at which a planted effect must be found.
    """

    what: Words
    reference: Words
    threshold: Words
    result: Words
    limit: float | None = None
    decoys: float | None = None
    band: tuple[float, float] | None = None
    least: float | None = None
