"""Dependence along ties: esda's Moran, HC3 where there are no ties, and errors that hold where there are."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from definer.graph.link import network
from definer.graph.link.adjacency import adjacency, row_weights, tie_pairs
from definer.graph.link.network import moran, network_dependence, network_hac
from definer.graph.link.ols import fit_ols
from definer.graph.link.sample import Sample, draw_sample
from definer.graph.power.tie import ScoreTie, ScoreTies

from .planted import planted


def ring(n: int, reach: int = 2) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    steps = np.abs(np.arange(n)[:, None] - np.arange(n)[None, :])
    steps = np.minimum(steps, n - steps)
    return ((steps > 0) & (steps <= reach)).astype(np.float64)


def tied(strength: float, seed: int = 1) -> tuple[Sample, np.ndarray[tuple[int, int], np.dtype[np.float64]]]:
    """Errors that a firm shares with its neighbours."""
    sample = draw_sample(planted(0.0, n=120, seed=seed))
    matrix = ring(120)
    shared = np.linalg.solve(np.eye(120) - strength * row_weights(matrix), np.random.default_rng(seed).normal(size=120))
    outcome = sample.controls @ np.ones(sample.controls.shape[1]) + shared
    return Sample(
        "ratio", outcome, sample.power, sample.controls, sample.names, (), sample.strata, sample.spread
    ), matrix


def test_pairs_have_no_direction_and_both_ends_in_the_sample() -> None:
    def tie(left: str, right: str) -> ScoreTie:
        return ScoreTie(f"{left}-{right}", left, right, "s", "tech", date(2020, 1, 1))

    ties = [
        ScoreTies("p", "2025", (tie("b", "a"), tie("a", "b"), tie("a", "a"), tie("a", "IN_HOUSE"))),
        ScoreTies("q", "2025", (tie("a", "c"), tie("c", "z"))),
    ]
    pairs = tie_pairs(ties, ["a", "b", "c", "d"])
    assert pairs == {("a", "b"), ("a", "c")}
    matrix = adjacency([*pairs, ("a", "z")], ["d", "c", "b", "a"])
    assert matrix.tolist() == [[0, 0, 0, 0], [0, 0, 0, 1], [0, 0, 0, 1], [0, 1, 1, 0]]
    assert row_weights(matrix).sum(axis=1).tolist() == [0, 1, 1, 1]


def test_moran_equals_esda() -> None:
    pytest.importorskip("esda")
    from esda import Moran
    from libpysal.weights import W

    values = np.random.default_rng(1).normal(size=30)
    matrix = ring(30)
    weights = W({at: np.flatnonzero(row).tolist() for at, row in enumerate(matrix)}, silence_warnings=True)
    theirs = Moran(values, weights, transformation="r", permutations=0)
    ours = moran(values, matrix, np.zeros(30, dtype=np.intp), 4_999, 0)
    assert ours is not None
    assert ours.statistic == pytest.approx(theirs.I)
    assert ours.expected == pytest.approx(theirs.EI, abs=0.01)
    assert ours.p == pytest.approx(theirs.p_rand, abs=0.03)


def test_without_ties_there_is_no_moran_and_the_hac_error_is_hc3() -> None:
    sample = draw_sample(planted(0.3))
    nobody = np.zeros((sample.n, sample.n))
    found = network_dependence(sample, nobody, 99, 0)
    assert (found.moran, found.pairs, found.isolated) == (None, 0, sample.n)
    design, names = sample.design()
    fit = fit_ols(sample.outcome, design, names)
    covariance, _ = network_hac(design, fit.residuals, nobody)
    assert np.sqrt(np.diag(covariance)) == pytest.approx([item.error for item in fit.coefficients])


def test_hac_by_a_plain_loop() -> None:
    sample, matrix = tied(0.6)
    design, names = sample.design()
    residuals = fit_ols(sample.outcome, design, names).residuals
    found, bandwidth = network_hac(design, residuals, matrix)
    assert bandwidth == pytest.approx(2 * np.log(120) / np.log(4))
    leverage = np.diag(design @ np.linalg.inv(design.T @ design) @ design.T)
    scores = design * (residuals / (1 - leverage))[:, None]
    middle = np.zeros((design.shape[1],) * 2)
    for one in range(120):
        for other in range(120):
            apart = min(abs(one - other), 120 - abs(one - other))
            place = -(-apart // 2) / bandwidth  # a ring whose ties reach two places
            weight = 1 - 6 * place**2 + 6 * place**3 if place <= 0.5 else 2 * max(0, 1 - place) ** 3
            middle += weight * np.outer(scores[one], scores[other])
    bread = np.linalg.inv(design.T @ design)
    assert np.linalg.eigvalsh(middle).min() > 0  # else the two would differ by what is cut off
    assert found == pytest.approx(bread @ middle @ bread)


def test_independent_errors_mostly_call_for_nothing() -> None:
    called = sum(network_dependence(*tied(0.0, seed), 199, seed).hac_error is not None for seed in range(40))
    assert called <= 10


def test_shared_errors_are_seen_and_modelled() -> None:
    pytest.importorskip("spreg")
    sample, matrix = tied(0.7)
    found = network_dependence(sample, matrix, 999, 0)
    assert found.moran is not None
    assert found.moran.p == 0.001
    assert found.moran.statistic > 0.2
    assert found.hac_error is not None
    assert found.hac_interval is not None
    lag, error = found.models
    assert (lag.name, error.name) == ("lag", "error")
    assert error.dependence == pytest.approx(0.7, abs=0.2)
    assert abs(error.slope) < 3 * error.error
    assert found.missing is None


def test_without_the_models_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "find_spec", lambda _: None)
    found = network_dependence(*tied(0.7), 199, 0)
    assert (found.models, found.missing) == ((), "spatial")
    assert found.hac_error is not None
