"""Premium against power as the regression sees them: each less what the controls say of it.

The slope of what is left is the estimate itself (Frisch & Waugh 1933; Lovell 1963), so the picture cannot tell another
story than the number beside it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .frame import Frame
from .ols import fit_ols
from .sample import draw_sample, refusal_of, settled
from .slope import Floats

__all__ = ["Comparison", "added_variable", "as_they_are"]


@dataclass(frozen=True)
class Comparison:
    """Power and premium of each firm, and the slope through them.

    Attributes
    ----------
    firms : tuple of str
    x, y : ndarray of shape (n,)
        Power in standard deviations within paradigm; log premium. Of the registered comparison, what the controls
        leave of them.
    slope : float or None
        Log points per standard deviation; None where there are too few firms for one.
    interval : tuple of float or None
        95 %, HC3.
    without : tuple of ((str, float), (str, float)) or None
        Least and greatest slope without one firm, each with the firm.
    """

    firms: tuple[str, ...]
    x: Floats
    y: Floats
    slope: float | None = None
    interval: tuple[float, float] | None = None
    without: tuple[tuple[str, float], tuple[str, float]] | None = None


def added_variable(frame: Frame) -> Comparison | None:
    """The registered comparison, firm by firm; None where the sample carries no estimate.

    Parameters
    ----------
    frame : Frame
        As :func:`definer.graph.link.build_frame` gives it; firms that have a control to themselves are left out here
        as they are left out there.
    """
    kept = settled(frame)
    if refusal_of(kept) is not None:
        return None
    sample = draw_sample(kept)
    partial = sample.slope().partial
    basis = np.linalg.qr(sample.controls)[0]
    outcome = sample.outcome - basis @ (basis.T @ sample.outcome)
    fit, scale = fit_ols(sample.outcome, *sample.design()).coefficient("power"), sample.spread
    low, high = fit.interval
    return Comparison(
        tuple(unit.id for unit in kept.units),
        np.asarray(partial / scale, dtype=np.float64),
        np.asarray(outcome, dtype=np.float64),
        fit.estimate * scale,
        (low * scale, high * scale),
    )


def as_they_are(frame: Frame) -> Comparison:
    """Power and premium of every firm without any control; its slope is not the registered one.

    Notes
    -----
    The slope takes five firms beyond its two parameters, as every regression here does.
    """
    from .sample import MARGIN

    firms, x, y = tuple(unit.id for unit in frame.units), frame.power(), frame.premium()
    spread = float(np.std(x, ddof=1)) if frame.n > 1 else 0.0
    if frame.n < 2 + MARGIN or spread <= 0 or not np.all(np.isfinite(y)):
        return Comparison(firms, x, y)
    x = x / spread
    fit = fit_ols(y, np.column_stack([x, np.ones(frame.n)]), ("power", "intercept")).coefficient("power")
    slopes = [_slope(np.delete(x, at), np.delete(y, at)) for at in range(frame.n)]
    least, most = int(np.argmin(slopes)), int(np.argmax(slopes))
    ends = (firms[least], slopes[least]), (firms[most], slopes[most])
    return Comparison(firms, x, y, fit.estimate, fit.interval, ends)


def _slope(x: Floats, y: Floats) -> float:
    centred = x - x.mean()
    return float(centred @ y / (centred @ centred))
