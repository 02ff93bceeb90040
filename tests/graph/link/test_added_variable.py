"""The comparison that is drawn is the one that is estimated."""

from __future__ import annotations

import numpy as np
import pytest

from definer.graph.link.added_variable import added_variable, as_they_are
from definer.knowledge import KnowledgeGraph


def test_slope_through_the_points_is_the_registered_estimate(kg: KnowledgeGraph) -> None:
    found, link = added_variable(kg.frame()), kg.link(checks=False)
    assert found is not None
    assert link.ratio is not None
    assert found.firms == tuple(unit.id for unit in link.frame.units)
    assert float(found.x @ found.y / (found.x @ found.x)) == pytest.approx(link.ratio.effect, abs=1e-12)
    assert found.slope == pytest.approx(link.ratio.effect, abs=1e-12)
    assert found.interval == pytest.approx(link.ratio.interval, abs=1e-12)
    assert [found.x.mean(), found.y.mean()] == pytest.approx([0, 0], abs=1e-12)


def test_as_they_are_has_the_slope_of_one_regressor_and_what_one_firm_does_to_it(kg: KnowledgeGraph) -> None:
    found = as_they_are(kg.frame())
    assert found.slope == pytest.approx(np.polyfit(found.x, found.y, 1)[0], abs=1e-10)
    assert found.without is not None
    (lowest, low), (highest, high) = found.without
    for firm, slope in ((lowest, low), (highest, high)):
        kept = np.array(found.firms) != firm
        assert slope == pytest.approx(np.polyfit(found.x[kept], found.y[kept], 1)[0], abs=1e-10)
    assert low <= found.slope <= high  # type: ignore[operator]


def test_few_firms_have_points_and_no_slope(kg: KnowledgeGraph) -> None:
    frame = kg.frame().subset(np.arange(kg.frame().n) < 5)
    assert added_variable(frame) is None
    found = as_they_are(frame)
    assert len(found.firms) == len(found.x) == 5
    assert (found.slope, found.interval, found.without) == (None, None, None)
