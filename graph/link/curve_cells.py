"""Every specification of the curve on one set of outcomes: that of the data, and those of the null hypothesis.

A cell is a specification but for its variant: all variants of power are regressors of one design. Outcomes under the
null hypothesis are made after Freedman & Lane (1983): the model without power is fitted on all firms that have the
baseline, and its residuals are dealt out anew among the firms of a paradigm, by one and the same permutation for all
cells. Power, and how it goes with the controls and from variant to variant, is never touched.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import product

import numpy as np
from numpy.typing import NDArray

from .curve_choices import BASELINES, CONTROLS, DROPPED, ESTIMATORS, HAIRCUTS, REGISTERED_CONTROLS, SAMPLES
from .curve_data import CurveData, scores, spread_scores
from .frame import Floats
from .kernel import Design, Slopes, partial_out
from .permuting import first_return
from .tukey import biweight

__all__ = ["Cell", "Cells", "all_cells"]


@dataclass(frozen=True)
class Cell:
    """Estimates of one cell.

    Attributes
    ----------
    baseline : str
    haircut : float
    controls, estimator, sample : str
    n : int
        Firms, without those that the controls fit exactly.
    variants : tuple of str
        Variants that vary beside the controls.
    slopes : Slopes
        Shape (variants, outcomes); the first outcome is that of the data, and the only one of an M estimate.
    normal : bool
        Whether estimate over error is compared with a normal distribution, not with Student's.
    """

    baseline: str
    haircut: float
    controls: str
    estimator: str
    sample: str
    n: int
    variants: tuple[str, ...]
    slopes: Slopes
    normal: bool


@dataclass
class Cells:
    """All cells, and why the others were refused.

    Attributes
    ----------
    found : list of Cell
    refused : Counter
        Code of the reason -> number of specifications (cells times variants).
    """

    found: list[Cell] = field(default_factory=list)
    refused: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True)
class _Outcome:
    """Log premia of the firms that have a baseline, as stated and under the null; shape (n, outcomes)."""

    baseline: str
    haircut: float
    controls: str
    free: bool
    has: NDArray[np.bool_]
    y: Floats
    influential: NDArray[np.intp]
    """Shape (outcomes, dropped), numbers of firms in the frame."""


def all_cells(data: CurveData, orders: NDArray[np.intp], estimators: Sequence[str] = ESTIMATORS) -> Cells:
    """Estimate every cell for every order.

    Parameters
    ----------
    data : CurveData
    orders : ndarray of int, shape (m, n)
        As :func:`definer.graph.link.permuting.orders_within` gives them; the first is the data's own.
    estimators : sequence of str
    """
    cells = Cells()
    each = len(data.variants)
    for baseline in BASELINES:
        has = np.isfinite(data.implied[baseline])
        if has.sum() < data.frame.spec.minimum_n:
            nobody = not has.any() and data.frame.n >= data.frame.spec.minimum_n
            reason = "no_baseline" if nobody else "too_few_firms"
            cells.refused[reason] += each * len(HAIRCUTS) * len(CONTROLS) * len(estimators) * len(SAMPLES)
            continue
        own = first_return(orders, has)
        for haircut, controls in product(HAIRCUTS, CONTROLS):
            for free in (False, True):
                outcome = _outcome(data, has, own, baseline, haircut, controls, free=free)
                for estimator, sample in product([name for name in estimators if (name == "free") == free], SAMPLES):
                    _add(cells, data, outcome, estimator, sample)
    return cells


def _outcome(
    data: CurveData,
    has: NDArray[np.bool_],
    orders: NDArray[np.intp],
    baseline: str,
    haircut: float,
    controls: str,
    *,
    free: bool,
) -> _Outcome:
    y = data.frame.premium(baseline, haircut)[has]
    design = Design.of(_columns(data, has, baseline, controls, free=free))
    left = design.remainder(y)
    # Residuals are smaller than errors by the root of 1 - h; unscaled, curves made of them would lie too close to zero.
    scaled = np.where(design.free, left / np.sqrt(np.maximum(1 - design.leverage, 1e-9)), 0.0)
    made = (y - left)[:, None] + scaled[orders].T
    made[:, 0] = y
    return _Outcome(baseline, haircut, controls, free, has, made, _influential(data, has, made))


def _influential(data: CurveData, has: NDArray[np.bool_], y: Floats) -> NDArray[np.intp]:
    """Firms that move the registered slope most, of each outcome."""
    rows, design = _rows(data.controls[REGISTERED_CONTROLS], has)
    place = data.variants.index(data.frame.spec.variant)
    moved = np.abs(design.influence(scores(data.raw[rows])[:, place], y[rows[has]]))
    most = np.argsort(-moved, axis=0, kind="stable")[:DROPPED].T
    return np.asarray(np.flatnonzero(rows)[most], dtype=np.intp)


def _columns(data: CurveData, rows: NDArray[np.bool_], baseline: str, controls: str, *, free: bool) -> Floats:
    columns = data.controls[controls][rows]
    return np.column_stack([columns, data.implied[baseline][rows]]) if free else columns


def _rows(columns: Floats, wanted: NDArray[np.bool_]) -> tuple[NDArray[np.bool_], Design]:
    """Firms that are left, and their design, when those that the controls fit exactly are left out.

    `columns` has a row for every firm of the frame.
    """
    rows = wanted.copy()
    while True:
        design = Design.of(columns[rows])
        if design.free.all() or not rows.any():
            return rows, design
        rows[np.flatnonzero(rows)[~design.free]] = False


def _add(cells: Cells, data: CurveData, outcome: _Outcome, estimator: str, sample: str) -> None:
    columns = data.controls[outcome.controls]
    if outcome.free:
        implied = np.where(outcome.has, data.implied[outcome.baseline], 0.0)
        columns = np.column_stack([columns, implied])
    rows, design = _rows(columns, data.sample(sample) & outcome.has)
    drops = DROPPED if sample == "without_influential" else 0
    n = int(rows.sum()) - drops
    reason = None
    if n < data.frame.spec.minimum_n or n <= design.basis.shape[1] + 1:
        reason = "too_few_firms"
    elif outcome.haircut != HAIRCUTS[0] and _haircut_is_idle(data, rows, outcome.controls, estimator):
        reason = "same_specification"
    if reason:
        cells.refused[reason] += len(data.variants)
        return
    raw = data.raw[rows]
    x = scores(raw)
    varies = np.ptp(raw, axis=0) > 0
    usable = varies & partial_out(design, x)
    cells.refused["all_the_same"] += int((~varies).sum())
    cells.refused["collinear"] += int((varies & ~usable).sum())
    slopes = _slopes(design, x[:, usable], outcome, rows, estimator, dropped=bool(drops))
    variants = tuple(name for name, kept in zip(data.variants, usable, strict=True) if kept)
    cells.found.append(
        Cell(
            outcome.baseline,
            outcome.haircut,
            outcome.controls,
            estimator,
            sample,
            n,
            variants,
            slopes,
            normal=estimator == "tukey",
        )
    )


def _haircut_is_idle(data: CurveData, rows: NDArray[np.bool_], controls: str, estimator: str) -> bool:
    """Whether a haircut moves no estimate: nobody is private, or a dummy takes it up."""
    return not data.private[rows].any() or ("private" in CONTROLS[controls] and estimator != "rank")


def _slopes(
    design: Design, x: Floats, outcome: _Outcome, rows: NDArray[np.bool_], estimator: str, *, dropped: bool
) -> Slopes:
    y = outcome.y[rows[outcome.has]]
    places = np.cumsum(rows) - 1
    gone = places[outcome.influential]
    if estimator == "tukey":
        stays = np.ones(len(x), dtype=np.bool_)
        if dropped:
            stays[gone[0]] = False
        return biweight(design.basis[stays], x[stays], y[stays, 0])
    if estimator == "rank":
        y = spread_scores(y)
    return design.slopes_without(x, y, gone) if dropped else design.slopes(x, y)
