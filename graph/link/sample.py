"""The numbers of a regression of the link: outcome, power, controls, strata; and why a frame may have none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from ..worth.reasons import Refusal
from .frame import Frame
from .slope import Floats, Slope

__all__ = ["FORMS", "MARGIN", "Form", "Sample", "draw_sample", "refusal_of", "settled"]

Form = Literal["ratio", "free"]
FORMS: tuple[Form, ...] = ("ratio", "free")
"""``ratio``: the log premium ln V - ln F; ``free``: ln V with ln F among the controls, its elasticity free."""
MARGIN = 5
"""Firms that there must be beyond the parameters: with fewer, HC3 errors and permutations say nothing."""
_RANK = 1e-9


@dataclass(frozen=True)
class Sample:
    """Columns of one form of the primary specification.

    Attributes
    ----------
    form : str
        One of :data:`FORMS`.
    outcome, power : ndarray of shape (n,)
        Log points; van der Waerden scores.
    controls : ndarray of shape (n, k)
    names : tuple of str
        Of the controls; the first is the intercept.
    constant : tuple of str
        Controls left out because they do not vary.
    strata : ndarray of shape (n,)
    spread : float
        Standard deviation of :attr:`power` within paradigm, pooled.
    """

    form: Form
    outcome: Floats
    power: Floats
    controls: Floats
    names: tuple[str, ...]
    constant: tuple[str, ...]
    strata: np.ndarray[tuple[int], np.dtype[np.intp]]
    spread: float

    @property
    def n(self) -> int:
        """Number of firms."""
        return len(self.outcome)

    def slope(self) -> Slope:
        """Power beside the controls."""
        return Slope.of(self.power, self.controls)

    def design(self) -> tuple[Floats, tuple[str, ...]]:
        """Power and controls as one matrix, and the names of its columns."""
        return np.column_stack([self.power, self.controls]), ("power", *self.names)


def draw_sample(frame: Frame, form: Form = "ratio") -> Sample:
    """Columns of the primary specification in one of its forms; scores and cut-offs are those of this frame."""
    controls, baseline = frame.controls(), frame.spec.baseline
    design, names, outcome = controls.design, controls.names, frame.premium()
    if form == "free":
        implied = np.array([unit.log_implied.get(baseline, np.nan) for unit in frame.units])
        design, names = np.column_stack([design, implied]), (*names, "log_implied")
        outcome = outcome + implied
    power, strata = frame.power(), frame.strata
    constant = (*(("country",) if len(frame.by_group) < 2 else ()), *controls.constant)
    return Sample(form, outcome, power, design, names, constant, strata, _spread(power, strata))


def settled(frame: Frame) -> Frame:
    """The frame without firms that have a control to themselves, who are counted as dropped.

    Such a firm (the only private one, say) says nothing of the slope of power, and leaves it without an HC3 error.
    Without one, another may be alone, so this is repeated.
    """
    while frame.n > MARGIN:
        design = frame.controls().design
        if not np.all(np.isfinite(design)) or np.linalg.matrix_rank(design) < design.shape[1]:
            return frame
        alone = _alone(design)
        if not alone.any():
            return frame
        gone = {unit.id: "own_parameter" for unit, own in zip(frame.units, alone, strict=True) if own}
        frame = replace(frame.subset(~alone), dropped=dict(sorted((dict(frame.dropped) | gone).items())))
    return frame


def refusal_of(frame: Frame) -> Refusal | None:
    """Why a frame carries no estimate; None where it does."""
    least = frame.spec.minimum_n
    if frame.n < least:
        return Refusal("too_few_firms", f"{frame.n} < {least}")
    if len(frame.by_paradigm) < 2:
        return Refusal("one_paradigm", *frame.by_paradigm)
    for form in FORMS:
        sample = draw_sample(frame, form)
        found = _refusal(sample, [unit.id for unit in frame.units])
        if found is not None:
            return found
    return None


def _refusal(sample: Sample, firms: Sequence[str]) -> Refusal | None:
    design, names = sample.design()
    missing = [firm for firm, row in zip(firms, np.column_stack([design, sample.outcome]), strict=True) if _gap(row)]
    if missing:
        return Refusal("value_missing", ", ".join(missing[:5]))
    if np.ptp(sample.power) == 0:
        return Refusal("power_constant")
    if np.ptp(sample.outcome) == 0:
        return Refusal("premium_constant")
    parameters = design.shape[1]
    if sample.n < parameters + MARGIN:
        return Refusal("too_many_parameters", f"{sample.n} < {parameters} + {MARGIN}")
    tangled = _collinear(design, names)
    if tangled:
        return Refusal("collinear", ", ".join(tangled))
    alone = [firm for firm, own in zip(firms, _alone(design), strict=True) if own]
    return Refusal("own_parameter", ", ".join(alone[:5])) if alone else None


def _alone(design: Floats) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    basis, _ = np.linalg.qr(design)
    return np.asarray(np.sum(basis**2, axis=1) > 1 - _RANK)


def _gap(row: Floats) -> bool:
    return not bool(np.all(np.isfinite(row)))


def _collinear(design: Floats, names: Sequence[str]) -> list[str]:
    """Columns that take part in an exact linear relation of the design, by name; empty where it has full rank."""
    scaled = design / np.linalg.norm(design, axis=0)
    _, sizes, directions = np.linalg.svd(scaled, full_matrices=False)
    null = directions[sizes < _RANK * sizes[0]]
    return [
        name for name, loads in zip(names, np.abs(null).max(axis=0, initial=0.0), strict=True) if loads > _RANK**0.5
    ]


def _spread(power: Floats, strata: np.ndarray[tuple[int], np.dtype[np.intp]]) -> float:
    codes = np.unique(strata)
    if len(power) <= len(codes):
        return 0.0
    inner = sum(float(np.sum((power[strata == code] - power[strata == code].mean()) ** 2)) for code in codes)
    return float(np.sqrt(inner / (len(power) - len(codes))))
