"""The sample of the link: who is in it, who is not and why, and the columns that the regression reads."""

from __future__ import annotations

import hashlib
import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from scipy.stats import norm, rankdata

from definer.graph.link import Frame, primary_specification
from definer.graph.link.frame import normal_score
from definer.graph.link.specification import read_specification
from definer.graph.worth import REASONS, marks, revenue
from definer.knowledge import KnowledgeGraph


@pytest.fixture(scope="module")
def frame(kg: KnowledgeGraph) -> Frame:
    return kg.frame()


def test_every_priced_firm_is_in_the_sample_or_has_a_reason(frame: Frame, kg: KnowledgeGraph) -> None:
    inside = {unit.id for unit in frame.units}
    assert inside.isdisjoint(frame.dropped)
    assert inside | frame.dropped.keys() == {firm.firm.id for firm in kg.premium().priced}
    assert sum(frame.left_out.values()) == len(frame.dropped)
    assert set(frame.dropped.values()) <= set(REASONS)
    assert [unit.id for unit in frame.units] == sorted(inside)


def test_the_essay_s_pairs_never_answer_the_question(frame: Frame) -> None:
    excluded = primary_specification().excluded
    assert excluded.isdisjoint(unit.id for unit in frame.units)
    assert {unit.id for unit in frame.pairs} <= excluded
    assert {frame.dropped[firm] for firm in excluded & frame.dropped.keys()} == {"essay_pair"}


def test_a_firm_has_what_the_specification_asks_for(frame: Frame, kg: KnowledgeGraph) -> None:
    for unit in frame.units:
        firm = kg.premium().firm(unit.id)
        assert firm.log_premium == pytest.approx(unit.premium())
        assert unit.log_growth is not None
        assert unit.log_age is not None
        assert unit.paradigm == firm.firm.paradigm
        assert unit.power.keys() >= {"power", "reach", "lockin", "in_degree", "pagerank"}
    nvidia = next(unit for unit in frame.units if unit.id == "nvidia")
    assert nvidia.power["power"] == pytest.approx(kg.power("ai", draws=0).firms[0].power)
    assert nvidia.log_age == pytest.approx(math.log(2025 - 1993 + 1))


def test_a_haircut_divides_private_marks_alone(frame: Frame) -> None:
    changed = frame.premium(haircut=2.0) - frame.premium()
    private = np.array([unit.private for unit in frame.units])
    assert changed[private] == pytest.approx(-math.log(2))
    assert (changed[~private] == 0).all()
    assert private.any()


def test_scores_are_normal_quantiles_of_ranks(frame: Frame) -> None:
    raw = frame.raw_power()
    assert normal_score(raw) == pytest.approx(norm.ppf(rankdata(raw) / (len(raw) + 1)))
    assert frame.power() == pytest.approx(normal_score(raw))


def test_growth_is_cut_off_at_the_registered_quantiles(frame: Frame) -> None:
    raw = np.array([unit.log_growth for unit in frame.units], dtype=float)
    low, high = np.quantile(raw, frame.spec.growth_winsor)
    assert (frame.growth().min(), frame.growth().max()) == (pytest.approx(low), pytest.approx(high))
    inside = (raw >= low) & (raw <= high)
    assert (frame.growth()[inside] == raw[inside]).all()


def test_controls_are_dummies_beside_a_base_and_constants_are_named(frame: Frame) -> None:
    controls = frame.controls()
    assert controls.names[0] == "intercept"
    assert np.linalg.matrix_rank(controls.design) == controls.design.shape[1] == len(controls.names)
    china = controls.design[:, controls.names.index("country:CN")]
    assert china.sum() == frame.by_group["CN"]
    listed = frame.subset([not unit.private for unit in frame.units])
    assert listed.controls().constant == ("private",)
    assert "private" not in listed.controls().names
    with pytest.raises(ValueError, match="colour"):
        frame.controls(["colour"])


def test_another_date_is_not_the_registered_one(frame: Frame) -> None:
    assert frame.registered
    assert not replace(frame, as_of="2024").registered


def test_the_hash_is_that_of_the_file(root: Path) -> None:
    text = (root / "graph/link/primary.toml").read_bytes()
    spec = primary_specification()
    assert spec.sha256 == hashlib.sha256(text.replace(b"\r\n", b"\n")).hexdigest()
    assert spec == read_specification(text.replace(b"\n", b"\r\n"))
    # Registered before any estimate: a change must be a new id, never another text under this one.
    assert (spec.id, spec.sha256[:16]) == ("primary-1", "de09511a8257c0d0")
    with pytest.raises(KeyError, match="negligible"):
        read_specification(text.replace(b"negligible", b"neglect"))


def test_the_registered_terms_of_marks_and_revenue_are_those_that_are_read() -> None:
    spec = primary_specification()
    assert (spec.mark_months, spec.minimum_revenue) == (marks.MAX_AGE_MONTHS, revenue.MINIMUM)


def test_a_table_has_one_row_per_firm(frame: Frame) -> None:
    table = frame.to_pandas()
    assert list(table.index) == [unit.id for unit in frame.units]
    assert table["premium"].to_numpy() == pytest.approx(frame.premium())
    assert table.notna().all()[["premium", "power", "log_growth", "log_age"]].all()
