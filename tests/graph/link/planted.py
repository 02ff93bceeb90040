"""Frames whose effect of power is known."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np

from definer.graph.link.frame import Frame, Unit, normal_score
from definer.graph.link.specification import primary_specification

__all__ = ["frame_of", "planted", "unit"]

SPEC = primary_specification()


def unit(
    key: str,
    premium: float,
    power: float,
    *,
    paradigm: str = "p0",
    group: str = "US",
    private: bool = False,
    growth: float | None = 0.1,
    age: float | None = 3.0,
    revenue: float = 0.0,
) -> Unit:
    """A firm worth e^premium times its revenue."""
    values: Mapping[str, float] = dict.fromkeys(("power", "in_degree", "reach"), power)
    return Unit(
        key, key.upper(), f"公司{key}", group if group != "other" else "DE", group, paradigm, private,
        premium + revenue, (premium + revenue, premium + revenue), revenue, {"B1": revenue}, growth, age,
        "2025-11", values,
    )  # fmt: skip


def frame_of(units: Sequence[Unit], dropped: Mapping[str, str] | None = None) -> Frame:
    """Frame as of the registered date."""
    return Frame(SPEC, SPEC.as_of, tuple(sorted(units, key=lambda item: item.id)), dict(dropped or {}))


def planted(
    effect: float,
    n: int = 120,
    noise: float = 1.0,
    seed: int = 0,
    elasticity: float = 1.0,
    paradigms: int = 4,
) -> Frame:
    """Premium rises by `effect` per unit of the score of power; paradigm and country shift both (METHOD 3.2)."""
    generator = np.random.default_rng(seed)
    paradigm, group = np.arange(n) % paradigms, generator.integers(3, size=n)
    raw = generator.normal(size=n) + 0.6 * paradigm - 0.4 * group
    revenue, growth, age = (
        generator.normal(scale=1.5, size=n),
        generator.normal(0.1, 0.2, n),
        generator.uniform(1, 4, n),
    )
    errors = noise * generator.standard_t(5, size=n)
    premium = effect * normal_score(raw) + 0.8 * paradigm - 0.5 * group + 1.5 * growth - 0.2 * age + errors
    premium += (elasticity - 1) * revenue
    return frame_of(
        [
            unit(
                f"f{at:03d}",
                float(premium[at]),
                math.exp(float(raw[at])),
                paradigm=f"p{paradigm[at]}",
                group=("US", "CN", "other")[group[at]],
                private=bool(at % 5 == 0),
                growth=float(growth[at]),
                age=float(age[at]),
                revenue=float(revenue[at]),
            )
            for at in range(n)
        ]
    )
