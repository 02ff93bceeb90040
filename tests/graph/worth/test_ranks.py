"""Average ranks against scipy's, whatever the shape and however many are equal."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from scipy.stats import rankdata

from definer.graph.worth.ranks import average_ranks

FEW = st.sampled_from([-2.0, -0.5, 0.0, 1.0, 1.5])
MANY = st.floats(-1e6, 1e6)


@given(arrays(np.float64, array_shapes(min_dims=1, max_dims=3, max_side=9), elements=st.one_of(FEW, MANY)))
def test_ranks_are_those_of_scipy(values: np.ndarray) -> None:
    assert average_ranks(values) == pytest.approx(rankdata(values, axis=-1), abs=0)


def test_no_values() -> None:
    assert average_ranks(np.zeros((3, 0))).shape == (3, 0)


def test_by_hand() -> None:
    assert average_ranks(np.array([[10.0, 20.0, 10.0, 10.0]])).tolist() == [[2.0, 4.0, 2.0, 2.0]]
