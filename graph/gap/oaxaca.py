"""Two-fold Oaxaca-Blinder decomposition of the premium's gap, pooled coefficients with the group dummy (METHOD 4.2).

With the dummy in the pooled regression, residuals average zero within each group, so the difference of mean outcomes
is exactly the pooled coefficients times the difference of mean characteristics, plus the dummy's coefficient: the
unexplained part (Fortin, Lemieux & Firpo 2011, section 3.6). The part of a categorical variable does not depend on
which category has no column. It is accounting, not causation.
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from ..plain_values import finite
from ..worth.reasons import Refusal
from .estimate import Estimate, Floats, estimate
from .resampling import group_difference, weighted_fits
from .sample import BLOCKS, Sample

if TYPE_CHECKING:
    from statsmodels.stats.oaxaca import OaxacaBlinder

__all__ = ["Oaxaca", "agreement", "gap_oaxaca", "pooled_terms", "statsmodels_two_fold", "three_fold"]

Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Oaxaca:
    """Parts of the gap in mean log premium.

    Attributes
    ----------
    n_a, n_b : int
    blocks : mapping of str to Estimate
        Part of each block of characteristics, in log points.
    columns : mapping of str to Estimate
        The same by column; the split among the columns of a categorical variable depends on its base.
    coefficients : mapping of str to Estimate
        Pooled coefficients.
    explained, unexplained, gap : Estimate
    base : str
        Paradigm without a column.
    constant : tuple of str
        Columns left out because they do not vary.
    three_fold : mapping
        Endowments, coefficients, interaction (appendix: unstable with few firms).
    agreement : float
        Greatest difference from ``statsmodels``' two-fold decomposition, in log points.
    """

    n_a: int
    n_b: int
    blocks: Mapping[str, Estimate]
    columns: Mapping[str, Estimate]
    coefficients: Mapping[str, Estimate]
    explained: Estimate
    unexplained: Estimate
    gap: Estimate
    base: str
    constant: tuple[str, ...]
    three_fold: Mapping[str, float]
    agreement: float

    def to_dict(self) -> dict[str, object]:
        """Parts as plain values."""
        return {
            "n": [self.n_a, self.n_b],
            "gap": self.gap.to_dict(),
            "explained": self.explained.to_dict(),
            "unexplained": self.unexplained.to_dict(),
            "blocks": {name: part.to_dict() for name, part in self.blocks.items()},
            "columns": {name: part.to_dict() for name, part in self.columns.items()},
            "coefficients": {name: part.to_dict() for name, part in self.coefficients.items()},
            "base_paradigm": self.base,
            "constant_columns": list(self.constant),
            "agreement_with_statsmodels": finite(self.agreement),
            "appendix_three_fold": {name: finite(value) for name, value in self.three_fold.items()},
        }


def pooled_terms(outcome: Floats, design: Floats, in_a: Mask, counts: Floats | None = None) -> Floats:
    """Terms of the pooled two-fold decomposition, in every draw.

    Parameters
    ----------
    outcome : ndarray of shape (n,)
    design : ndarray of shape (n, k)
        Without intercept and group dummy.
    in_a : ndarray of bool, shape (n,)
    counts : ndarray of shape (draws, n), optional
        By default every firm once.

    Returns
    -------
    ndarray of shape (draws, 2 k + 1)
        Terms beta_hat x difference of means, the dummy's coefficient, then the k coefficients.
    """
    weights = np.ones((1, len(outcome))) if counts is None else counts
    full = np.column_stack([np.ones(len(outcome)), in_a.astype(float), design])
    fits = weighted_fits(full, outcome, weights)
    slopes = fits[:, 2:]
    return np.column_stack([slopes * group_difference(design, in_a, weights), fits[:, 1], slopes])


def statsmodels_two_fold(outcome: Floats, design: Floats, in_a: Mask) -> tuple[float, float, float]:
    """Unexplained, explained and gap by ``statsmodels.stats.oaxaca.OaxacaBlinder(...).two_fold("pooled")``."""
    unexplained, explained, gap = _blinder(outcome, design, in_a).two_fold(two_fold_type="pooled").params
    return float(unexplained), float(explained), float(gap)


def agreement(outcome: Floats, design: Floats, in_a: Mask) -> float:
    """Greatest difference between the terms computed here and those of ``statsmodels`` (acceptance test T16)."""
    k = design.shape[1]
    terms = pooled_terms(outcome, design, in_a)[0]
    own = (terms[k], terms[:k].sum(), terms[: k + 1].sum())
    return float(np.max(np.abs(np.subtract(own, statsmodels_two_fold(outcome, design, in_a)))))


def three_fold(outcome: Floats, design: Floats, in_a: Mask) -> dict[str, float]:
    """Endowments, coefficients and interaction by ``statsmodels``."""
    endowments, coefficients, interaction, _ = _blinder(outcome, design, in_a).three_fold().params
    return {
        "endowments": float(endowments),
        "coefficients": float(coefficients),
        "interaction": float(interaction),
    }


def _blinder(outcome: Floats, design: Floats, in_a: Mask) -> OaxacaBlinder:
    from statsmodels.stats.oaxaca import OaxacaBlinder

    # The library takes the lower value of the dividing column as the first group; it is not to swap by sign.
    full = np.column_stack([np.ones(len(outcome)), design, (~in_a).astype(float)])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return OaxacaBlinder(outcome, full, full.shape[1] - 1, hasconst=True, swap=False)


def gap_oaxaca(sample: Sample, counts: Floats, extra: Mapping[str, Floats] | None = None) -> Oaxaca | Refusal:
    """Decomposition of the gap in mean log premium into blocks.

    Parameters
    ----------
    sample : Sample
    counts : ndarray of shape (draws, n)
    extra : mapping, optional
        Block of one column -> values of each firm (the share of long-horizon capital, where it is known).

    Returns
    -------
    Oaxaca or Refusal
        Refusal codes: ``gap_collinear``.
    """
    blocks: dict[str, tuple[str, ...]] = {name: sample.block(name) for name in BLOCKS}
    columns = dict(sample.columns)
    for name, values in (extra or {}).items():
        blocks[name], columns[name] = (name,), values
    names = [name for block in blocks.values() for name in block]
    design = np.column_stack([columns[name] for name in names])
    if refusal := _collinear(design, sample.in_a, names):
        return refusal
    outcome, k = sample.premium, len(names)
    point = pooled_terms(outcome, design, sample.in_a)[0]
    draws = pooled_terms(outcome, design, sample.in_a, counts)
    n = sample.n
    return Oaxaca(
        n[sample.a],
        n[sample.b],
        {block: _sum(point, draws, [names.index(name) for name in part]) for block, part in blocks.items()},
        {name: _sum(point, draws, [at]) for at, name in enumerate(names)},
        {name: estimate(point[k + 1 + at], draws[:, k + 1 + at]) for at, name in enumerate(names)},
        _sum(point, draws, range(k)),
        _sum(point, draws, [k]),
        _sum(point, draws, range(k + 1)),
        sample.base,
        sample.constant,
        three_fold(outcome, design, sample.in_a),
        agreement(outcome, design, sample.in_a),
    )


def _sum(point: Floats, draws: Floats, at: Sequence[int]) -> Estimate:
    where = list(at)
    return estimate(point[where].sum(), draws[:, where].sum(axis=1))


def _collinear(design: Floats, in_a: Mask, names: Sequence[str]) -> Refusal | None:
    """The first column that the intercept, the group and the columns before it determine."""
    full = np.column_stack([np.ones(len(in_a)), in_a.astype(float), design])
    for k in range(2, full.shape[1] + 1):
        if np.linalg.matrix_rank(full[:, :k]) < k:
            return Refusal("gap_collinear", names[k - 3] if k > 2 else "")
    return None
