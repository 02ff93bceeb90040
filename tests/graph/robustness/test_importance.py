from __future__ import annotations

import json
from datetime import date

import numpy as np
import pytest

from definer.graph.power import ScoreTie, ScoreTies, Spec
from definer.graph.robustness import facet_importance
from definer.graph.robustness.importance import correlation_ratio
from definer.knowledge import KnowledgeGraph


def test_a_line_a_curve_and_noise() -> None:
    rng = np.random.default_rng(0)
    x = rng.normal(size=200)
    assert correlation_ratio(x, 3 * x - 1) == pytest.approx(1)
    # A symmetric curve has no linear part at all, and is known from x all the same.
    assert (correlation_ratio(x, x**2) or 0) > 0.98
    assert np.corrcoef(x, x**2)[0, 1] ** 2 < 0.2
    assert (correlation_ratio(x, rng.normal(size=200)) or 0) < 0.15


def test_half_of_the_variance() -> None:
    rng = np.random.default_rng(1)
    x, other = rng.normal(size=400), rng.normal(size=400)
    assert correlation_ratio(x, x + other) == pytest.approx(0.5, abs=0.08)


def test_no_spread_no_ratio() -> None:
    x = np.arange(9.0)
    assert correlation_ratio(x, np.ones(9)) is None
    assert correlation_ratio(np.zeros(9), x) is None
    assert correlation_ratio(x[:4], x[:4]) is None
    # One far point: the nearest keeps a weight, and nothing divides by zero.
    far = np.array([0.0, 0.0, 0.0, 0.0, 0.0, 1e6])
    assert 0 <= (correlation_ratio(far, far) or 0) <= 1


def test_the_shipped_facets(kg: KnowledgeGraph) -> None:
    found = facet_importance(kg.ties("pc", "1990"), Spec(weights=(0.2, 0.8)))
    assert [(row.facet, row.nominal) for row in found.facets] == [("reach", 0.2), ("lockin", 0.8)]
    ratios = [row.correlation_ratio for row in found.facets]
    assert all(ratio is not None and 0.5 < ratio <= 1 for ratio in ratios)
    assert ratios[1] is not None
    assert ratios[0] is not None
    assert ratios[1] > ratios[0]
    assert sum(row.effective or 0 for row in found.facets) == pytest.approx(1)
    json.dumps(found.to_dict(), allow_nan=False)


def test_too_few_firms() -> None:
    tie = ScoreTie("1", "b", "a", "os", "tech", date(1980, 1, 1))
    for ties in ((), (tie,)):
        rows = facet_importance(ScoreTies("pc", "1990", ties)).records()
        assert [(row["correlation_ratio"], row["r_squared"], row["effective"]) for row in rows] == [(None,) * 3] * 2
