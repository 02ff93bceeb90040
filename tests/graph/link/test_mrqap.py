"""MRQAP: published and hand-made examples, a plain loop, size under a null that fools least squares."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
import statsmodels.api as sm

from definer.graph.link.mrqap import mrqap

# Business ties among the Florentine families of Padgett & Ansell (1993), as Breiger & Pattison (1986) print them; the
# marriages come with networkx.
BUSINESS = {
    "Barbadori": ["Castellani", "Ginori", "Medici", "Peruzzi"],
    "Bischeri": ["Guadagni", "Lamberteschi", "Peruzzi"],
    "Castellani": ["Lamberteschi", "Peruzzi"],
    "Ginori": ["Medici"],
    "Guadagni": ["Lamberteschi"],
    "Lamberteschi": ["Peruzzi"],
    "Medici": ["Pazzi", "Salviati", "Tornabuoni"],
}


def upper(matrix: np.ndarray) -> np.ndarray:
    return matrix[np.triu_indices(len(matrix), 1)]


def symmetric(draw: np.random.Generator, n: int) -> np.ndarray:
    matrix = draw.normal(size=(n, n))
    return np.asarray(matrix + matrix.T)


def florence() -> tuple[np.ndarray, np.ndarray]:
    marriage = nx.florentine_families_graph()
    families = sorted([*marriage, "Pucci"])  # Pucci: no tie of either kind
    marriage.add_node("Pucci")
    business: nx.Graph[str] = nx.Graph((one, other) for one, others in BUSINESS.items() for other in others)
    business.add_nodes_from(families)
    return nx.to_numpy_array(marriage, families), nx.to_numpy_array(business, families)


def test_florentine_marriage_and_business_as_published() -> None:
    marriage, business = florence()
    found = mrqap(business, {"marriage": marriage}, permutations=4_999, seed=1)
    # The correlation that the textbooks print is .372, its one-tailed QAP p about .001.
    assert (found.nodes, found.dyads) == (16, 120)
    assert found.r2**0.5 == pytest.approx(0.372, abs=5e-4)
    assert 0 < found.terms[0].p < 0.005


def test_coefficients_t_and_r2_are_those_of_least_squares_on_the_dyads() -> None:
    draw = np.random.default_rng(2)
    a, b, c, y = (symmetric(draw, 12) for _ in range(4))
    found = mrqap(y + 0.5 * a, {"a": a, "b": a + b, "c": c}, permutations=9)
    design = np.column_stack([np.ones(66), upper(a), upper(a + b), upper(c)])
    fit = sm.OLS(upper(y + 0.5 * a), design).fit()
    assert found.intercept == pytest.approx(fit.params[0])
    assert [term.estimate for term in found.terms] == pytest.approx(fit.params[1:].tolist())
    assert [term.t for term in found.terms] == pytest.approx(fit.tvalues[1:].tolist())
    assert [term.ols_p for term in found.terms] == pytest.approx(fit.pvalues[1:].tolist())
    assert found.r2 == pytest.approx(fit.rsquared)


def test_p_is_that_of_a_plain_loop_of_double_semi_partialling() -> None:
    draw = np.random.default_rng(4)
    n, permutations, seed = 9, 60, 11
    a, b, y = (symmetric(draw, n) for _ in range(3))
    b = b + a
    found = mrqap(y, {"a": a, "b": b}, permutations=permutations, seed=seed)
    labels = np.tile(np.arange(n, dtype=np.int32), (permutations, 1))
    labels = np.random.default_rng(seed).permuted(labels, axis=1)
    ones = np.ones(n * (n - 1) // 2)
    for term, x, other in ((found.terms[0], a, b), (found.terms[1], b, a)):
        left = np.zeros((n, n))
        left[np.triu_indices(n, 1)] = sm.OLS(upper(x), np.column_stack([ones, upper(other)])).fit().resid
        left = left + left.T
        fits = [
            sm.OLS(upper(y), np.column_stack([upper(left[np.ix_(order, order)]), ones, upper(other)])).fit()
            for order in labels
        ]
        extreme = sum(abs(fit.tvalues[0]) >= abs(term.t) - 1e-9 for fit in fits)
        assert term.p == (1 + extreme) / (permutations + 1)
        assert term.null_low == pytest.approx(np.quantile([fit.params[0] for fit in fits], 0.025))
        assert term.null_high == pytest.approx(np.quantile([fit.params[0] for fit in fits], 0.975))


def nodes_that_differ(seed: int) -> tuple[np.ndarray, np.ndarray]:
    """A true null (METHOD, exp4 D): firms differ in value and in sociability, and the two have nothing to do."""
    draw = np.random.default_rng(seed)
    n = 40
    value, sociable = draw.normal(size=n), draw.normal(size=n)
    noise = np.triu(draw.normal(size=(n, n)), 1)
    tied = (sociable[:, None] + sociable + noise + noise.T > 1.5).astype(float)
    np.fill_diagonal(tied, 0)
    return np.abs(value[:, None] - value), tied


def test_a_true_null_of_nodes_that_differ_fools_least_squares_and_not_the_relabelling() -> None:
    found = [mrqap(y, {"tied": x}, permutations=199, seed=seed).terms[0]
             for seed in range(200) for y, x in [nodes_that_differ(seed)]]  # fmt: skip
    # Binomial with 200 draws: outside 2..19 less than once in a thousand at a size of .05.
    assert 2 <= sum(term.p <= 0.05 for term in found) <= 19
    assert sum(term.ols_p <= 0.05 for term in found) > 40


def test_a_planted_slope_is_found() -> None:
    _, tied = nodes_that_differ(3)
    term = mrqap(symmetric(np.random.default_rng(3), 40) - 0.8 * tied, {"tied": tied}, permutations=999).terms[0]
    assert term.p < 0.01
    assert term.estimate < term.null_low


def test_relabelling_all_matrices_alike_changes_no_coefficient() -> None:
    y, tied = nodes_that_differ(5)
    order = np.random.default_rng(0).permutation(len(y))
    turned = mrqap(y[np.ix_(order, order)], {"tied": tied[np.ix_(order, order)]}, permutations=0)
    plain = mrqap(y, {"tied": tied}, permutations=0)
    assert turned.terms[0].estimate == pytest.approx(plain.terms[0].estimate)
    assert plain.terms[0].p == 1


@pytest.mark.parametrize(
    ("matrices", "words"),
    [
        ({"x": np.arange(25.0).reshape(5, 5)}, "x is no symmetric matrix"),
        ({"x": np.full((5, 5), np.nan)}, "x is no symmetric matrix"),
        ({"x": np.ones((4, 4))}, "x is no symmetric matrix"),
        ({"x": np.ones((5, 5))}, "x does not vary beside the other regressors"),
        ({str(i): np.eye(5)[[i]].T @ np.eye(5)[[0]] + np.eye(5)[[0]].T @ np.eye(5)[[i]] for i in range(1, 5)}
         | {str(i): np.eye(5) for i in range(5, 12)}, "10 dyads are too few for 11"),
    ],
)  # fmt: skip
def test_what_cannot_be_regressed_is_refused(matrices: dict[str, np.ndarray], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        mrqap(np.add.outer(np.arange(5.0), np.arange(5.0)), matrices)
