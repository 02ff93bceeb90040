"""The studies of worth read each other's documents as they are written."""

from __future__ import annotations

import math

import pytest

from definer.graph.errors import GraphError
from definer.graph.worth import Baseline, Mark, Refusal
from definer.job import DIFFUSION
from definer.knowledge import KnowledgeGraph


def test_hypotheses_take_their_numbers_from_the_studies(kg: KnowledgeGraph) -> None:
    documents = {
        "link": kg.link(permutations=199, checks=False).to_dict(),
        "gap": kg.gap("US", "CN", draws=49).to_dict(),
        "prediction": kg.prediction(permutations=19, lead_lag=False).to_dict(),
        "scenario": kg.scenario(DIFFUSION, draws=20).to_dict(),
    }
    rows = {row["id"]: row for row in kg.hypotheses(**documents, as_of=kg.as_of).to_dict()["rows"]}
    assert rows["H1"]["estimate"] == pytest.approx(documents["link"]["estimate"])
    assert rows["H1"]["n"] == documents["link"]["n"]
    differences = documents["gap"]["placebo"]["difference_in_differences"]
    assert rows["H2"]["estimate"] == pytest.approx(differences["value"])
    assert rows["H2"]["interval"] == pytest.approx([differences["low"], differences["high"]])
    assert rows["H3"]["reason"]["code"] == documents["gap"]["capital"]["within_country"]["refused"]["code"]
    named = documents["gap"]["reverse"]["named"]
    assert (rows["H5"]["estimate"], rows["H5"]["p"]) == (
        pytest.approx(named["shift"]["value"]),
        pytest.approx(named["p"]),
    )
    assert rows["H6"]["details"]["panel"] == documents["prediction"]["projections"]["verdict"]
    assert any(rows["H7"]["estimate"] == pytest.approx(row["change"]) for row in documents["scenario"]["convergence"])
    assert all(rows[key]["verdict"] not in {"NOT_COMPUTED", None} for key in rows)


def test_one_ground_serves_every_study_of_a_date(kg: KnowledgeGraph) -> None:
    assert kg.frame() is kg.frame(kg.as_of)
    assert kg.premium() is kg.premium(kg.as_of)
    assert kg.premium("2020") is not kg.premium()
    assert kg.premium("2020").as_of == "2020"


def test_mark_and_baseline_are_parts_of_the_premium(kg: KnowledgeGraph) -> None:
    mark, baseline = kg.mark("宁德时代"), kg.baseline("CATL")
    assert isinstance(mark, Mark)
    assert isinstance(baseline, Baseline)
    premium = kg.premium().firm("catl").log_premium
    assert premium == pytest.approx(math.log((mark.low * mark.high) ** 0.5 / baseline.implied))
    assert kg.baseline("catl", "B3") == Refusal("no_book_value")
    assert isinstance(kg.mark("dell", "1979"), Refusal)
    with pytest.raises(ValueError, match="B4"):
        kg.baseline("catl", "B5")
    with pytest.raises(GraphError, match="no company"):
        kg.mark("mubadala")
