"""AUC and precision by hand, and the baselines."""

from __future__ import annotations

from datetime import date

import pytest

from definer.graph.power import ScoreTie, ScoreTies
from definer.graph.synthetic.recovery import auc, baseline_totals, precision_at


def test_auc_counts_pairs_and_halves_of_ties() -> None:
    scores = {"a": 3.0, "b": 1.0, "c": 2.0, "d": 1.0}
    assert auc(scores, {"a", "b"}, {"c", "d"}) == (1 + 1 + 0 + 0.5) / 4
    assert auc(scores, {"a"}, {"b", "c", "d"}) == 1
    assert auc(scores, {"nobody"}, {"a"}) == 0  # a firm without a tie scores nothing
    with pytest.raises(ValueError, match="positives"):
        auc(scores, set(), {"a"})


def test_precision_averages_over_ties_at_the_edge() -> None:
    scores = {"a": 3.0, "b": 1.0, "c": 1.0, "d": 1.0}
    everybody = ("a", "b", "c", "d", "e")
    assert precision_at(2, scores, {"a", "b"}, everybody) == pytest.approx((1 + 1 / 3) / 2)
    assert precision_at(1, scores, {"a"}, everybody) == 1
    assert precision_at(1, scores, {"e"}, everybody) == 0


def test_the_plain_baseline_knows_no_slots() -> None:
    rows = [("d0", "a"), ("d0", "b"), ("d0", "c"), ("d1", "a")]
    ties = tuple(
        ScoreTie(f"{d}{p}", d, p, "s", "tech", date(1980, 1, 1), share_low=share, share_high=share)
        for (d, p), share in zip(rows, (0.9, 0.1, 0.0, None), strict=True)
    )
    found = baseline_totals(ScoreTies("pc", "1990", ties))
    assert found["in_degree"] == {"d0": 0, "a": 2, "b": 1, "c": 0, "d1": 0}  # c never delivered
    ratio = {name: found[name]["b"] / found[name]["a"] for name in ("pagerank", "pagerank_shares")}
    assert ratio["pagerank_shares"] < ratio["pagerank"]
