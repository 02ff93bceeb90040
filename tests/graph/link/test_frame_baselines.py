"""What the frame holds of each baseline: the first of every firm, the others where they are known."""

from __future__ import annotations

import math

import numpy as np
import pytest

from definer.knowledge import KnowledgeGraph


def test_every_firm_has_the_first_baseline_and_many_the_fourth(kg: KnowledgeGraph) -> None:
    frame, premiums = kg.frame(), kg.premium()
    assert all("B1" in unit.log_implied for unit in frame.units)
    assert sum("B4" in unit.log_implied for unit in frame.units) > 80
    for unit in (*frame.units, *frame.pairs):
        own = premiums.firm(unit.id)
        for code in unit.log_implied:
            assert unit.premium(code) == pytest.approx(own.premium_over(code))
        if own.headline == unit.private:
            assert unit.premium("B1", 1.48) == pytest.approx(own.premium_over("B1", 1.48))
    fourth = frame.premium("B4")
    assert np.isnan(fourth).sum() == sum("B4" not in unit.log_implied for unit in frame.units)
    assert math.isfinite(float(np.nansum(fourth)))
