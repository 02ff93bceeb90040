from __future__ import annotations

import json
import sys
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from scipy.stats import kendalltau

from definer.graph.errors import GraphError
from definer.graph.power import ScoreTie, ScoreTies
from definer.graph.robustness import sensitivity
from definer.graph.robustness.sobol_indices import OUTPUTS, _kendall
from definer.graph.uncertainty import ErrorModel
from definer.knowledge import KnowledgeGraph

TIES = ScoreTies("pc", "1990", tuple(ScoreTie(d, d, "a", "os", "tech", date(1980, 1, 1)) for d in "bcd"))
CERTAIN = ErrorModel(
    (0.0,), existence=False, criticality=0, weight=0, shares=False, revocability=0, rho=(0.25, 0.25),
    alpha=(0.85, 0.85), resourcing=(1, 1), half_life=1, facets=False,
)  # fmt: skip
ONLY_RHO = replace(CERTAIN, rho=(0.05, 0.5))


def test_one_factor_has_all_of_the_variance() -> None:
    # Power of a is .9 (1 - rho): linear in rho, and nothing else is drawn.
    found = sensitivity(TIES, n=128, errors=ONLY_RHO)
    indices = {index.factor: index for index in found.indices if index.output == "power"}
    assert set(indices) == set(found.factors) == {"rho", "ties"}
    assert indices["rho"].first == pytest.approx(1, abs=0.05)
    assert indices["rho"].total == pytest.approx(1, abs=0.05)
    assert (indices["ties"].first, indices["ties"].total) == (0, 0)
    main = found.main("power")
    assert main is not None
    assert main.factor == "rho"
    mean, deviation = found.outputs["power"]
    assert mean == pytest.approx(0.9 * (1 - 0.275), abs=0.005)
    assert deviation == pytest.approx(0.9 * 0.45 / 12**0.5, abs=0.005)


def test_what_does_not_vary_has_no_index() -> None:
    found = sensitivity(TIES, n=8, errors=ONLY_RHO)
    assert {index.output for index in found.indices} == {"power", "lead"}  # a is always first, b, c and d always last
    assert found.outputs["rank"] == (1.0, 0.0)
    assert found.outputs["kendall"] == pytest.approx((1.0, 0.0))
    assert found.main("rank") is None
    assert sensitivity(TIES, n=8, errors=CERTAIN).indices == ()


def test_the_shipped_claims_and_the_seed(kg: KnowledgeGraph) -> None:
    ties = kg.ties("search", "2004")
    found = sensitivity(ties, n=32)
    assert found.leader == "google"
    assert found.setting.draws == 32 * (len(found.factors) + 2)
    assert set(found.factors) == {
        "alpha", "rho", "reach_weight", "resourcing", "log2_half_life", "dropout", "ties",
    }  # fmt: skip
    assert set(found.outputs) == set(OUTPUTS)
    plain = json.dumps(found.to_dict(), allow_nan=False)
    assert json.dumps(sensitivity(ties, n=32).to_dict()) == plain  # seed 0 is a seed
    assert json.dumps(sensitivity(ties, n=32, seed=1).to_dict()) != plain
    # Which ties err decides the order, not the damping.
    total = {index.factor: index.total for index in found.indices if index.output == "kendall"}
    assert total["ties"] > 0.5 > total["alpha"]
    frame = found.to_pandas()
    assert list(frame.columns) == ["output", "factor", "first", "first_conf", "total", "total_conf"]


def test_kendall_is_tau_b() -> None:
    rng = np.random.default_rng(0)
    default = np.round(rng.random(12), 1)
    draws = np.round(rng.random((12, 7)), 1)
    draws[:, 3] = 0.0
    found = _kendall(default, draws)
    expected = [float(kendalltau(default, draws[:, k]).statistic) for k in range(7) if k != 3]
    assert np.delete(found, 3) == pytest.approx(expected)
    assert found[3] == 0


@pytest.mark.parametrize("ties", [(), (ScoreTie("1", "b", "IN_HOUSE", "os", "tech", date(1980, 1, 1)),)])
def test_nobody_leads(ties: tuple[ScoreTie, ...]) -> None:
    found = sensitivity(ScoreTies("pc", "1990", ties), n=4)
    assert (found.leader, found.indices, found.setting.draws) == (None, (), 0)
    json.dumps(found.to_dict(), allow_nan=False)


@pytest.mark.parametrize("n", [0, 1, 3, 100])
def test_base_samples_are_a_power_of_two(n: int) -> None:
    with pytest.raises(ValueError, match="power of 2"):
        sensitivity(TIES, n=n)


def test_without_salib_the_way_to_get_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SALib", "SALib.analyze", "SALib.sample"):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(GraphError, match=r"pip install 'definer\[sensitivity\]'") as error:
        sensitivity(TIES, n=4)
    assert "敏感性分析需要 SALib" in error.value.message("zh")
