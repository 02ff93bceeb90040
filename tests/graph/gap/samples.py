"""Samples of two countries made by hand or from a model whose truth is known."""

from __future__ import annotations

import numpy as np

from definer.graph.gap import Sample, gap_sample
from definer.graph.link import Frame, Unit, primary_specification
from definer.graph.worth.observations import Firm

__all__ = ["company", "frame_of", "planted", "unit"]


def unit(
    key: str,
    country: str,
    paradigm: str = "ai",
    *,
    premium: float = 0.0,
    revenue: float = 0.0,
    multiple: float = 0.0,
    power: float = 0.0,
    growth: float = 0.1,
    age: float = 3.0,
    private: bool = False,
) -> Unit:
    """A firm of the frame, in logs."""
    value = premium + revenue + multiple
    return Unit(
        key, key, key, country, country if country in ("US", "CN") else "other", paradigm, private, value,
        (value, value), revenue, {"B1": revenue + multiple}, growth, age, "2025-11-14", {"power": power},
    )  # fmt: skip


def company(key: str, country: str) -> Firm:
    """A company with names."""
    return Firm(key, key.title(), key, country, "ai", None)


def frame_of(*units: Unit) -> Frame:
    """Sample of these firms under the registered specification."""
    spec = primary_specification()
    return Frame(spec, spec.as_of, tuple(sorted(units, key=lambda one: one.id)), {})


def planted(n: int = 200, *, slope: float = 0.5, country: float = 0.3, noise: float = 0.2, seed: int = 1) -> Sample:
    """Firms whose premium is slope x score of power + country + noise; the first country has more power."""
    rng = np.random.default_rng(seed)
    power = rng.normal(size=n) + np.where(np.arange(n) < n // 2, 0.8, 0.0)
    bare = frame_of(
        *(
            unit(
                f"f{at:03d}",
                "US" if at < n // 2 else "CN",
                ("ai", "pc", "search")[at % 3],
                power=float(power[at]),
                growth=float(rng.normal(0.1, 0.2)),
                age=float(rng.uniform(1, 4)),
                private=bool(at % 7 == 0),
                revenue=float(rng.normal()),
            )
            for at in range(n)
        )
    )
    score = bare.power()
    units = [
        unit(
            one.id, one.country or "", one.paradigm, power=one.power["power"], growth=one.log_growth or 0.0,
            age=one.log_age or 0.0, private=one.private, revenue=one.log_revenue,
            premium=float(slope * score[at] + country * (one.country == "US") + rng.normal(0, noise)),
        )
        for at, one in enumerate(bare.units)
    ]  # fmt: skip
    return gap_sample(frame_of(*units), "US", "CN", ["CN", "US"])
