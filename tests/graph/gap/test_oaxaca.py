"""The two-fold decomposition: the published example, the library, planted truth, refusals."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from definer.graph.gap import Oaxaca, agreement, pooled_terms
from definer.graph.gap.oaxaca import gap_oaxaca
from definer.graph.gap.resampling import firm_counts
from definer.graph.worth import Refusal

from .samples import frame_of, planted


def test_published_example() -> None:
    """Spending on credit cards by owners and renters, by Stata as in statsmodels' own tests, and its documentation."""
    from statsmodels.datasets import ccard

    data: Any = ccard.load_pandas()
    outcome, table = data.endog.to_numpy(), data.exog
    own = table["OWNRENT"].to_numpy() == 1
    design = table.drop(columns="OWNRENT").to_numpy()
    terms = pooled_terms(outcome, design, own)[0]
    assert terms[design.shape[1]] == pytest.approx(27.94091, abs=5e-6)
    assert terms[: design.shape[1]].sum() == pytest.approx(130.80954, abs=5e-6)
    assert agreement(outcome, design, own) < 1e-8


@pytest.mark.parametrize("seed", range(5))
def test_equal_to_the_library(seed: int) -> None:
    rng = np.random.default_rng(seed)
    in_a = np.arange(60) < 40
    design = rng.normal(size=(60, 2)) + 0.5 * in_a[:, None]
    outcome = design @ [0.4, 0.3] + 0.3 * in_a + rng.normal(0, 0.8, 60)
    assert agreement(outcome, design, in_a) < 1e-8
    assert agreement(-outcome, design, in_a) < 1e-8


def test_terms_sum_to_the_gap_and_find_what_was_planted() -> None:
    sample = planted(slope=0.5, country=0.3)
    found = gap_oaxaca(sample, firm_counts(sample.in_a, 199, 0))
    assert isinstance(found, Oaxaca)
    gap = sample.premium[sample.in_a].mean() - sample.premium[~sample.in_a].mean()
    assert found.gap.value == pytest.approx(gap, abs=1e-10)
    assert sum(part.value for part in found.blocks.values()) == pytest.approx(found.explained.value)
    assert found.explained.value + found.unexplained.value == pytest.approx(gap)
    score = sample.columns["power"]
    planted_part = 0.5 * (score[sample.in_a].mean() - score[~sample.in_a].mean())
    assert found.blocks["power"].value == pytest.approx(planted_part, abs=0.05)
    assert found.unexplained.value == pytest.approx(0.3, abs=0.1)
    assert found.blocks["power"].low is not None
    assert found.blocks["power"].low > 0
    assert sum(found.three_fold.values()) == pytest.approx(gap)
    assert found.agreement < 1e-8


def test_no_power_no_part() -> None:
    sample = planted(slope=0.0, country=0.5)
    found = gap_oaxaca(sample, firm_counts(sample.in_a, 199, 0))
    assert isinstance(found, Oaxaca)
    assert found.blocks["power"].sign == 0


def test_part_of_the_paradigms_does_not_depend_on_the_base() -> None:
    sample = planted()
    counts = firm_counts(sample.in_a, 9, 0)
    homes = sample.paradigms
    other = {name: values for name, values in sample.columns.items() if not name.startswith("paradigm")}
    other |= {f"paradigm:{name}": (homes == name).astype(float) for name in ("ai", "pc")}
    first, second = gap_oaxaca(sample, counts), gap_oaxaca(replace(sample, columns=other), counts)
    assert isinstance(first, Oaxaca)
    assert isinstance(second, Oaxaca)
    assert first.base == "ai"
    assert first.blocks["paradigm"].value == pytest.approx(second.blocks["paradigm"].value, abs=1e-10)
    assert first.unexplained.value == pytest.approx(second.unexplained.value, abs=1e-10)


def test_collinear_controls_are_named() -> None:
    sample = planted()
    twice = replace(sample, columns={**sample.columns, "age": 2 * sample.columns["growth"]})
    found = gap_oaxaca(twice, firm_counts(sample.in_a, 9, 0))
    assert isinstance(found, Refusal)
    assert (found.code, found.detail) == ("gap_collinear", "age")


def test_a_column_that_does_not_vary_is_left_out() -> None:
    from definer.graph.gap import gap_sample

    units = [replace(one, private=False) for one in planted().frame.units]
    sample = gap_sample(frame_of(*units), "US", "CN", ["CN", "US"])
    assert sample.constant == ("private",)
    assert isinstance(gap_oaxaca(sample, firm_counts(sample.in_a, 9, 0)), Oaxaca)
