"""The bootstrap at once against the plain loop."""

from __future__ import annotations

import numpy as np
import pytest

from definer.graph.gap.resampling import firm_counts, group_difference, weighted_fits


def test_counts_keep_every_stratum() -> None:
    strata = np.array([0, 0, 0, 1, 1])
    counts = firm_counts(strata, 50, 3)
    assert counts.shape == (50, 5)
    assert (counts[:, :3].sum(axis=1) == 3).all()
    assert (counts[:, 3:].sum(axis=1) == 2).all()
    assert (firm_counts(strata, 50, 3) == counts).all()
    assert (firm_counts(strata, 50, 4) != counts).any()


def test_weighted_fits_are_those_of_the_repeated_rows() -> None:
    rng = np.random.default_rng(0)
    design = np.column_stack([np.ones(30), rng.normal(size=(30, 3))])
    outcome = rng.normal(size=30)
    in_a = np.arange(30) < 17
    counts = firm_counts(in_a, 20, 0)
    found, gaps = weighted_fits(design, outcome, counts), group_difference(outcome, in_a, counts)
    for draw, row in enumerate(counts):
        again = np.repeat(np.arange(30), row.astype(int))
        assert found[draw] == pytest.approx(np.linalg.lstsq(design[again], outcome[again])[0], abs=1e-9)
        picked = in_a[again]
        assert gaps[draw] == pytest.approx(outcome[again][picked].mean() - outcome[again][~picked].mean())


def test_a_draw_without_a_category_still_fits() -> None:
    design = np.column_stack([np.ones(4), [0.0, 0.0, 0.0, 1.0]])
    outcome = np.array([1.0, 2.0, 3.0, 9.0])
    found = weighted_fits(design, outcome, np.array([[1.0, 1.0, 1.0, 0.0]]))
    assert design[:3] @ found[0] == pytest.approx(np.full(3, 2.0))
