"""Slope of the premium on the logarithm of power, with the registered controls: what a convergence is computed with.

pi_i = Z_i g + b ln(D_i + d0), d0 the 10th percentile of the positive powers of the sample (METHOD 6.2). It is another
form of the registered regression, which uses ranks and cannot be moved along: it supports no verdict on the link.

Draws of b: firms drawn with replacement within their paradigm, each mark evenly from the logarithms of its range.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from ..link.frame import Frame
from ..plain_values import plain
from ..worth.reasons import Refusal

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

__all__ = ["OFFSET_QUANTILE", "Slope", "estimate_slope", "offset_of"]

OFFSET_QUANTILE: Final = 0.1
_TAILS: Final = (0.05, 0.95)
_CONTROLS: Final = ("country", "paradigm", "growth", "private", "age")


@dataclass(frozen=True)
class Slope:
    """b: log premium per unit of ln(D + d0).

    Attributes
    ----------
    value : float
        By ordinary least squares.
    interval : (float, float)
        90 % of the draws.
    hc3 : (float, float)
        95 % interval by HC3 and normal quantiles, for comparison.
    offset : float
        d0, in units of power.
    n : int
        Firms.
    draws : ndarray of shape (d,)
    left_out : mapping
        Priced firms that are not in the sample, by reason.
    """

    value: float
    interval: tuple[float, float]
    hc3: tuple[float, float]
    offset: float
    n: int
    as_of: str
    spec: dict[str, object]
    left_out: dict[str, int]
    draws: Floats = field(repr=False)
    seed: int = 0

    @property
    def includes_none(self) -> bool:
        """Whether the interval holds 0: then no convergence is among the answers."""
        return self.interval[0] <= 0.0 <= self.interval[1]

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return {
            "value": plain(self.value),
            "low": plain(self.interval[0]),
            "high": plain(self.interval[1]),
            "level": 0.9,
            "hc3_95": [plain(end) for end in self.hc3],
            "includes_none": self.includes_none,
            "offset": plain(self.offset),
            "unit": "log premium per ln(D + d0)",
            "n": self.n,
            "as_of": self.as_of,
            "draws": int(self.draws.size),
            "seed": self.seed,
            "spec": self.spec,
            "left_out": dict(self.left_out),
        }


def offset_of(power: Floats) -> float | None:
    """d0: the 10th percentile of the positive powers; None where none is positive."""
    positive = power[power > 0]
    return float(np.quantile(positive, OFFSET_QUANTILE)) if positive.size else None


def estimate_slope(frame: Frame, draws: int = 1000, seed: int = 0) -> Slope | Refusal:
    """Estimate b on the sample of the link.

    Parameters
    ----------
    draws : int
        At least 2.

    Returns
    -------
    Slope or Refusal
        ``too_few_firms`` below the registered minimum, or with fewer than two firms per column; ``all_the_same``
        where power or premium does not vary beside the controls.
    """
    import statsmodels.api as sm

    controls = frame.controls(_CONTROLS) if frame.n else None
    if controls is None or frame.n < max(frame.spec.minimum_n, 2 * (controls.design.shape[1] + 1)):
        return Refusal("too_few_firms", str(frame.n))
    power, y = frame.raw_power(), frame.premium()
    offset = offset_of(power)
    if offset is None:
        return Refusal("all_the_same")
    design = np.column_stack([np.log(power + offset), controls.design])
    if np.linalg.matrix_rank(design) < design.shape[1] or np.ptp(y) == 0:
        return Refusal("all_the_same")
    fit = sm.OLS(y, design).fit(cov_type="HC3")
    low, high = np.asarray(fit.conf_int(0.05))[0].tolist()
    found = _bootstrap(frame, design, draws, seed)
    ends = np.quantile(found, _TAILS).tolist()
    return Slope(
        float(fit.params[0]),
        (ends[0], ends[1]),
        (low, high),
        offset,
        frame.n,
        frame.as_of,
        frame.spec.to_dict(),
        frame.left_out,
        found,
        seed,
    )


def _bootstrap(frame: Frame, design: Floats, draws: int, seed: int) -> Floats:
    """Draws of the first coefficient: all weighted normal equations at once."""
    rng = np.random.default_rng([seed, 62])
    counts = np.zeros((draws, frame.n))
    for code in np.unique(frame.strata):
        members = np.flatnonzero(frame.strata == code)
        counts[:, members] = rng.multinomial(members.size, np.full(members.size, 1 / members.size), size=draws)
    low, high = np.array([unit.log_value_range for unit in frame.units]).T
    premium = frame.premium()
    middle = np.array([unit.log_value for unit in frame.units])
    marks = premium - middle + low + (high - low) * rng.random((draws, frame.n))
    weighted = counts[:, :, None] * design
    gram = np.einsum("dni,nj->dij", weighted, design)
    moment = np.einsum("dni,dn->di", weighted, marks)
    return np.asarray(np.einsum("dij,dj->di", np.linalg.pinv(gram, hermitian=True), moment)[:, 0], dtype=np.float64)
