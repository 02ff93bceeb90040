"""Are tied firms priced alike? On the shipped claims, on planted pairs, and on samples that do not carry it."""

from __future__ import annotations

import json

import numpy as np
import pytest
import statsmodels.api as sm

from definer.graph.link import dyads
from definer.graph.link.adjacency import adjacency, tie_pairs
from definer.knowledge import KnowledgeGraph

from .sample import made_frame


def pairs(n: int, share: float = 0.2, seed: int = 1) -> np.ndarray:
    tied = np.triu(np.random.default_rng(seed).random((n, n)) < share, 1)
    return np.asarray(tied | tied.T)


def test_the_shipped_pairs_are_regressed_as_statsmodels_does(kg: KnowledgeGraph) -> None:
    found = kg.dyads(permutations=99)
    document = found.to_dict()
    frame = found.frame
    firms = [unit.id for unit in frame.units]
    tied = adjacency(tie_pairs([kg.ties(paradigm, frame.as_of) for paradigm in kg.paradigms], firms), firms)
    upper = np.triu_indices(frame.n, 1)
    y, size = frame.premium(), np.array([unit.log_revenue for unit in frame.units])
    country = np.array([unit.country for unit in frame.units])
    design = np.column_stack(
        [
            np.ones(len(upper[0])),
            tied[upper],
            (frame.strata[:, None] == frame.strata)[upper],
            (country[:, None] == country)[upper],
            np.abs(size[:, None] - size)[upper],
        ]
    )
    fit = sm.OLS(np.abs(y[:, None] - y)[upper], design.astype(float)).fit()
    assert [term["estimate"] for term in document["terms"]] == pytest.approx(fit.params[1:].tolist(), abs=1e-9)
    assert document["r2"] == pytest.approx(fit.rsquared, abs=1e-9)
    assert (document["n"], document["pairs"]) == (frame.n, frame.n * (frame.n - 1) // 2)
    assert document["tied_pairs"] == tied.sum() / 2
    assert [term["name"] for term in document["terms"]] == ["tied", "same_paradigm", "same_country", "size_apart"]
    assert sum(reason["n"] for reason in document["left_out"].values()) == len(frame.dropped)
    assert document["registered"]
    json.dumps(document, allow_nan=False)


def test_the_same_seed_gives_the_same_answer() -> None:
    frame = made_frame(1, 30)
    one, other = (dyads(frame, pairs(30), permutations=99, seed=4).to_dict() for _ in range(2))
    assert one == other
    assert one != dyads(frame, pairs(30), permutations=99, seed=5).to_dict()


def test_too_few_firms_are_refused() -> None:
    document = dyads(made_frame(1, 19), pairs(19)).to_dict()
    assert document["refusal"]["code"] == "too_few_firms"
    assert document["terms"] == []
    assert document["r2"] is None


def test_without_a_tie_there_is_nothing_to_compare() -> None:
    document = dyads(made_frame(1, 30), np.zeros((30, 30), dtype=bool)).to_dict()
    assert document["refusal"]["code"] == "all_the_same"


def test_regressors_that_do_not_vary_are_named() -> None:
    frame = made_frame(3, 120)
    same = frame.subset([unit.country == "US" for unit in frame.units])
    document = dyads(same, pairs(same.n), permutations=19).to_dict()
    assert document["constant"] == ["same_country"]
    assert [term["name"] for term in document["terms"]] == ["tied", "same_paradigm", "size_apart"]


def test_ties_that_follow_the_paradigms_exactly_are_refused() -> None:
    frame = made_frame(3, 40)
    tied = np.equal.outer(frame.strata, frame.strata)
    np.fill_diagonal(tied, val=False)
    assert dyads(frame, tied).to_dict()["refusal"]["code"] == "collinear"
