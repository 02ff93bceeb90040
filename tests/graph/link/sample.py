"""Made-up frames: a sample of which it is known what the premium depends on."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np

from definer.graph.link import Frame, Unit, primary_specification
from definer.graph.link.frame import VARIANTS

__all__ = ["made_frame"]

GROUPS = ("US", "CN", "other")


def made_frame(
    seed: int,
    n: int = 80,
    effect: float = 0.0,
    noise: Callable[[np.random.Generator, np.ndarray], np.ndarray] | None = None,
    drop_b4: float = 0.0,
    private: float = 0.1,
    confounding: float = 0.0,
) -> Frame:
    """Firms of five paradigms in three groups of countries.

    Power goes with all of them and with size, premium with paradigms and, times `confounding`, with countries; beyond
    that it depends on power by `effect` per standard deviation.

    `noise` makes the rest of the premium from a generator and the scores; `drop_b4` is the part of firms that have no
    baseline B4.
    """
    draw = np.random.default_rng(seed)
    paradigm, group = draw.integers(0, 5, n), draw.integers(0, 3, n)
    size = draw.normal(size=n)
    score = draw.normal(size=5)[paradigm] + draw.normal(size=3)[group] * 0.7 + 0.5 * size + draw.normal(size=n)
    score = (score - score.mean()) / score.std()
    rest = draw.normal(size=n) if noise is None else noise(draw, score)
    premium = draw.normal(size=5)[paradigm] + confounding * draw.normal(size=3)[group] + effect * score + rest
    units = []
    for i in range(n):
        powers = {name: float(math.exp(score[i] + 0.3 * draw.normal())) for name in VARIANTS}
        powers["power"] = float(math.exp(score[i]))
        units.append(_unit(draw, i, f"p{paradigm[i]}", GROUPS[group[i]], size[i], premium[i], powers, drop_b4, private))
    return Frame(primary_specification(), "2025-11-15", tuple(units), {})


def _unit(
    draw: np.random.Generator,
    i: int,
    paradigm: str,
    group: str,
    size: float,
    premium: float,
    powers: dict[str, float],
    drop_b4: float,
    private: float,
) -> Unit:
    implied: dict[str, Any] = {"B1": size + 1.0}
    if draw.random() >= drop_b4:
        implied["B4"] = size + 1.0 + 0.3 * draw.normal()
    value = premium + size + 1.0
    return Unit(
        id=f"firm{i:03}",
        name_en=f"Firm {i}",
        name_zh=f"企业{i}",
        country=group if group != "other" else "DE",
        group=group,
        paradigm=paradigm,
        private=bool(draw.random() < private),
        log_value=value,
        log_value_range=(value, value),
        log_revenue=size,
        log_implied=implied,
        log_growth=float(0.2 * draw.normal()),
        log_age=float(abs(draw.normal()) + 1),
        mark_date="2025-11" if draw.random() < 0.6 else "2025",
        power=powers,
    )
