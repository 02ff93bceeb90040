"""The primary specification: planted effects, refusals, and the shipped claims."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from statsmodels.regression.linear_model import OLS

from definer.graph.link import Primary, Surroundings, primary
from definer.knowledge import KnowledgeGraph

from .planted import frame_of, planted


def run(effect: float, sign_share: float | None = 1.0, **options: Any) -> Primary:
    return primary(planted(effect, **options), permutations=999, sign_share=sign_share, checks=False)


def test_a_planted_effect_is_supported_and_recovered() -> None:
    found = run(0.8, n=160)
    assert found.verdict == "SUPPORTED"
    assert found.ratio is not None
    assert found.ratio.slope.estimate == pytest.approx(0.8, abs=0.3)
    assert found.ratio.p == 0.001
    assert found.spread is not None
    assert found.ratio.effect == pytest.approx(found.ratio.slope.estimate * found.spread)
    assert all(condition.met for condition in found.conditions if condition.verdict == "SUPPORTED")
    elasticity = found.forms["free"].elasticity
    assert elasticity is not None
    assert elasticity.estimate == pytest.approx(1.0, abs=0.2)


def test_without_the_curve_it_is_not() -> None:
    assert run(0.8, None, n=160).verdict == "INCONCLUSIVE"


def test_an_opposite_effect_is_contradicted() -> None:
    assert run(-0.8, n=160).verdict == "CONTRADICTED"


def test_the_ratio_alone_does_not_contradict() -> None:
    """Value grows less than in proportion to sales: the forms part, and a verdict needs both (METHOD 2)."""
    frame = planted(0.0, n=160, noise=0.3)
    rising = [
        replace(
            item, log_implied={"B1": 1.5 * np.log(item.power["power"])}, log_value=float(np.log(item.power["power"]))
        )
        for item in frame.units
    ]
    noise = np.random.default_rng(0).normal(scale=0.4, size=160)
    found = primary(
        frame_of([replace(item, log_value=item.log_value + shift) for item, shift in zip(rising, noise, strict=True)]),
        permutations=199,
        checks=False,
    )
    assert found.forms["ratio"].interval[1] < 0
    assert found.forms["free"].effect > found.forms["ratio"].effect
    assert found.verdict != "SUPPORTED"


def test_no_effect_is_hardly_ever_supported() -> None:
    verdicts = [run(0.0, seed=seed, n=60).verdict for seed in range(20)]
    assert verdicts.count("SUPPORTED") <= 2


def test_refusals_have_a_reason_and_no_number() -> None:
    for frame, code in (
        (planted(0.5, n=12), "too_few_firms"),
        (planted(0.5, paradigms=1), "one_paradigm"),
        (frame_of([]), "too_few_firms"),
    ):
        document = primary(frame).to_dict()
        assert (document["reason"], document["estimate"], document["p"]) == (code, None, None)
        assert document["verdict"] == "INCONCLUSIVE"
        assert document["reason_text"].keys() == {"en", "zh"}
        json.dumps(document, allow_nan=False)


def test_a_firm_alone_in_its_control_is_counted_as_dropped() -> None:
    frame = frame_of([replace(item, private=item.id == "f007") for item in planted(0.3).units])
    document = primary(frame, permutations=99, checks=False).to_dict()
    assert document["n"] == 119
    assert document["dropped"] == {"f007": "own_parameter"}
    assert document["left_out"]["own_parameter"]["n"] == 1
    assert document["constant_controls"] == ["private"]


def test_deviations_from_what_was_registered_are_told() -> None:
    frame = planted(0.3)
    assert primary(frame, checks=False).registered
    found = primary(replace(frame, as_of="2024"), permutations=99, seed=1, checks=False)
    assert found.deviations == ("as_of", "permutations", "seed")
    assert not found.registered


def test_the_same_call_gives_the_same_numbers_and_no_nan() -> None:
    around = Surroundings(pairs=frozenset({("f001", "f002"), ("f003", "f004")}))
    first, second = (primary(planted(0.3), around, permutations=199).to_dict() for _ in range(2))
    assert first == second
    assert "NaN" not in json.dumps(first, allow_nan=False)


def test_shipped_claims_by_statsmodels(kg: KnowledgeGraph) -> None:
    frame, found = kg.frame(), kg.link()
    assert found.registered
    assert found.n == frame.n >= 100
    assert found.frame.spec.sha256 in json.dumps(found.to_dict())
    design = np.column_stack([frame.power(), frame.controls().design])
    fit = OLS(frame.premium(), design).fit(cov_type="HC3", use_t=True)
    assert found.ratio is not None
    assert found.ratio.slope.estimate == pytest.approx(fit.params[0])
    assert found.ratio.slope.interval == pytest.approx(tuple(fit.conf_int()[0]))
    assert found.ratio.p == pytest.approx(fit.pvalues[0], abs=0.05)
    assert found.verdict in {"INCONCLUSIVE", "CONTRADICTED"}  # without a curve there is no support
    assert not set(found.frame.spec.excluded) & {unit.id for unit in frame.units}
    assert found.design is not None
    assert 0.02 <= found.design.rates["0"] <= 0.08
    assert found.selection is not None
    assert found.selection.n == sum(found.selection.reasons.values()) > 100
    document = found.to_dict()
    assert document["influence"]["named"]["tesla"] == "essay_pair"
    assert document["network"]["pairs"] > 100
    assert len(document["names"]) >= document["n"]
