"""An error model takes finite numbers only: NaN and infinity would pass every comparison and reach the results."""

from __future__ import annotations

import math
from typing import Any

import pytest

from definer.graph.uncertainty import ErrorModel


@pytest.mark.parametrize(
    "settings",
    [
        {"criticality": math.nan},
        {"weight": math.inf},
        {"revocability": math.inf},
        {"resourcing": (1.0, math.inf)},
        {"half_life": math.nan},
        {"half_life": math.inf},
    ],
)
def test_error_models_take_finite_numbers_only(settings: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"."):
        ErrorModel(**settings)
