"""The specification curve as one would write it: a loop of statsmodels fits, one regression at a time."""

from __future__ import annotations

from typing import Any

import numpy as np
import statsmodels.api as sm
from scipy import stats

from definer.graph.link import Frame
from definer.graph.link.curve_choices import CONTROLS, DROPPED, REGISTERED_CONTROLS

__all__ = ["outcome", "regression"]


def columns_of(frame: Frame, baseline: str, controls: str, estimator: str) -> np.ndarray:
    """Controls of all firms of the frame, as its columns."""
    columns = frame.controls(CONTROLS[controls]).design
    implied = np.array([unit.log_implied.get(baseline, np.nan) for unit in frame.units])
    return np.column_stack([columns, implied]) if estimator == "free" else columns


def full_rank(columns: np.ndarray) -> np.ndarray:
    """Columns without those that the ones before them already span."""
    kept: list[int] = []
    for place in range(columns.shape[1]):
        if np.linalg.matrix_rank(columns[:, [*kept, place]]) > len(kept):
            kept.append(place)
    return columns[:, kept]


def fitted_exactly(columns: np.ndarray) -> np.ndarray:
    """Firms whose outcome the controls fit whatever it is."""
    hat = columns @ np.linalg.pinv(columns)
    return np.diag(hat) > 1 - 1e-9


def outcome(frame: Frame, spec: Any, order: np.ndarray | None) -> np.ndarray:
    """Log premium of every firm, NaN where it has no such baseline: as it is, or as an order of firms makes it."""
    y = frame.premium(spec.baseline, spec.haircut)
    if order is None:
        return y
    has = np.flatnonzero(np.isfinite(y))
    columns = full_rank(columns_of(frame, spec.baseline, spec.controls, spec.estimator)[has])
    fit = sm.OLS(y[has], columns).fit()
    lever = fit.get_influence().hat_matrix_diag
    scaled = dict(zip(has.tolist(), fit.resid / np.sqrt(np.maximum(1 - lever, 1e-9)), strict=True))
    made = np.full(len(y), np.nan)
    for place, firm in enumerate(has.tolist()):
        other = int(order[firm])
        while other not in scaled:
            other = int(order[other])
        made[firm] = fit.fittedvalues[place] + scaled[other]
    return made


def influential(frame: Frame, y: np.ndarray) -> list[int]:
    """Firms that move the registered slope most."""
    rows = np.isfinite(y)
    columns = frame.controls(CONTROLS[REGISTERED_CONTROLS]).design
    rows[rows] = ~fitted_exactly(columns[rows])
    x = score(frame.raw_power()[rows])
    fit = sm.OLS(y[rows], np.column_stack([x, full_rank(columns[rows])])).fit()
    moved = np.abs(fit.get_influence().dfbeta[:, 0])
    return np.flatnonzero(rows)[np.argsort(-moved, kind="stable")[:DROPPED]].tolist()


def score(raw: np.ndarray) -> np.ndarray:
    """Van der Waerden score with a standard deviation of one."""
    found = stats.norm.ppf(stats.rankdata(raw) / (len(raw) + 1))
    return np.asarray(found / found.std(ddof=1))


def regression(frame: Frame, spec: Any, y: np.ndarray) -> Any:
    """The fit of a specification: least squares with HC3, or the M estimate; the first slope is that of power."""
    units = frame.units
    rows = np.isfinite(y)
    if spec.sample == "public":
        rows &= np.array([not unit.private for unit in units])
    elif spec.sample == "dated":
        rows &= np.array([len(unit.mark_date) >= 7 for unit in units])
    columns = columns_of(frame, spec.baseline, spec.controls, spec.estimator)
    while (alone := fitted_exactly(columns[rows])).any():
        rows[np.flatnonzero(rows)[alone]] = False
    raw = np.array(
        [unit.log_revenue if spec.variant == "revenue" else unit.power[spec.variant] for unit in units], dtype=float
    )
    x, own = np.zeros(len(y)), y.copy()
    x[rows] = score(raw[rows])
    if spec.estimator == "rank":
        own[rows] = y[rows].mean() + y[rows].std(ddof=1) * score(y[rows])
    if spec.sample == "without_influential":
        rows[influential(frame, y)] = False
    design = np.column_stack([x[rows], full_rank(columns[rows])])
    if spec.estimator == "tukey":
        return sm.RLM(own[rows], design, M=sm.robust.norms.TukeyBiweight()).fit()
    return sm.OLS(own[rows], design).fit(cov_type="HC3", use_t=True)
