"""The identity by hand."""

from __future__ import annotations

import pytest

from definer.graph.gap import gap_sample
from definer.graph.gap.identity import gap_identity
from definer.graph.gap.resampling import firm_counts

from .samples import frame_of, unit


def test_terms_sum_and_small_paradigms_have_no_numbers() -> None:
    units = [unit(f"u{at}", "US", premium=1.0, revenue=2.0 + at, multiple=0.5) for at in range(10)]
    units += [unit(f"c{at}", "CN", premium=0.25, revenue=1.0 + at, multiple=0.75) for at in range(10)]
    units += [unit("u-pc", "US", "pc", premium=1.0, revenue=6.5, multiple=0.5)]
    sample = gap_sample(frame_of(*units), "us", " cn ", ["CN", "US"])
    found = gap_identity(sample, firm_counts(sample.in_a, 199, 0))
    terms = found.overall.terms
    assert terms is not None
    values = {name: term.value for name, term in terms.items()}
    assert values == pytest.approx(
        {"value": 1.5, "revenue": 1.0, "multiple": -0.25, "fundamentals": 0.75, "premium": 0.75}
    )
    assert terms["premium"].low == pytest.approx(0.75)
    assert (found.by_paradigm["pc"].n_a, found.by_paradigm["pc"].n_b, found.by_paradigm["pc"].terms) == (1, 0, None)
    assert found.by_paradigm["ai"].terms is not None
    # Revenue scatters widely: the gap in value is not told from zero, and no share is given.
    assert terms["value"].sign == 0
    assert found.overall.share is None
