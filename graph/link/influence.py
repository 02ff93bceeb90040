"""Which firms, paradigms and countries the estimate hangs on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..worth.reasons import Refusal
from .frame import GROUPS, Frame
from .sample import FORMS, Form, Sample, draw_sample, refusal_of, settled
from .slope import Floats, Slope

__all__ = ["NAMED", "FirmInfluence", "Influence", "Without", "influence_of"]

NAMED = ("nvidia", "tesla", "microsoft")
"""Firms that every reader asks about."""
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class FirmInfluence:
    """What one firm does to the estimate.

    Attributes
    ----------
    id, name_en, name_zh : str
    cooks_d, dfbetas : float
        Cook's distance; change of the slope in its standard errors, with the scores of the whole sample.
    without : float
        Estimate without the firm, per standard deviation of power, with scores computed anew.
    """

    id: str
    name_en: str
    name_zh: str
    cooks_d: float
    dfbetas: float
    without: float | None


@dataclass(frozen=True, slots=True)
class Without:
    """The estimate without a paradigm or a group of countries.

    Attributes
    ----------
    n : int
    estimate : float or None
        Log points per standard deviation of power within paradigm, of the smaller sample.
    interval : tuple of float or None
        95 %, HC3.
    free : float or None
        The same with the elasticity free.
    reason : str or None
        Code of why there is none.
    """

    n: int
    estimate: float | None
    interval: tuple[float, float] | None
    free: float | None
    reason: str | None = None


@dataclass(frozen=True)
class Influence:
    """Influence on the estimate.

    Attributes
    ----------
    firms : tuple of FirmInfluence
        The most influential by DFBETAS.
    named : mapping
        Firms of :data:`NAMED`: their influence, or the code of why they are not in the sample.
    beyond_dfbetas, beyond_cook : int
        Firms beyond 2 / sqrt(n), and beyond 4 / n.
    without_firm : mapping
        Form -> least and greatest estimate without one firm, each with the firm.
    without_paradigm, without_group : mapping
    """

    firms: tuple[FirmInfluence, ...]
    named: dict[str, FirmInfluence | str]
    beyond_dfbetas: int
    beyond_cook: int
    without_firm: dict[Form, tuple[tuple[str, float], tuple[str, float]] | None]
    without_paradigm: dict[str, Without]
    without_group: dict[str, Without]

    def stable(self, form: Form, *, firms: bool) -> bool:
        """Whether every estimate of a form without one firm (else: one paradigm) is above zero."""
        if firms:
            ends = self.without_firm[form]
            return ends is not None and ends[0][1] > 0
        found = [item.estimate if form == "ratio" else item.free for item in self.without_paradigm.values()]
        return bool(found) and all(value is not None and value > 0 for value in found)


def influence_of(frame: Frame, sample: Sample) -> Influence:
    """Leave out each firm, paradigm and group of countries; scores and cut-offs are computed anew each time."""
    cooks, dfbetas = _diagnostics(sample)
    ids = [unit.id for unit in frame.units]
    alone: dict[Form, list[float | None]] = {form: _without_each(frame, form) for form in FORMS}

    ends: dict[Form, tuple[tuple[str, float], tuple[str, float]] | None] = {
        form: _ends(ids, values) for form, values in alone.items()
    }

    def of(at: int) -> FirmInfluence:
        unit = frame.units[at]
        without = alone["ratio"][at]
        return FirmInfluence(unit.id, unit.name_en, unit.name_zh, float(cooks[at]), float(dfbetas[at]), without)

    order = sorted(range(frame.n), key=lambda at: (-abs(float(dfbetas[at])), ids[at]))
    paradigms, groups = list(frame.by_paradigm), [name for name in GROUPS if name in frame.by_group]
    return Influence(
        firms=tuple(of(at) for at in order[:_SHOWN]),
        named={name: of(ids.index(name)) if name in ids else frame.dropped.get(name, "no_premium") for name in NAMED},
        beyond_dfbetas=int(np.count_nonzero(np.abs(dfbetas) > 2 / np.sqrt(frame.n))),
        beyond_cook=int(np.count_nonzero(cooks > 4 / frame.n)),
        without_firm=ends,
        without_paradigm={name: _without(frame, [unit.paradigm != name for unit in frame.units]) for name in paradigms},
        without_group={name: _without(frame, [unit.group != name for unit in frame.units]) for name in groups},
    )


def _diagnostics(sample: Sample) -> tuple[Floats, Floats]:
    from statsmodels.regression.linear_model import OLS
    from statsmodels.stats.outliers_influence import OLSInfluence

    found = OLSInfluence(OLS(sample.outcome, sample.design()[0]).fit())
    distances, _ = np.asarray(found.cooks_distance, dtype=np.float64)
    return distances, np.asarray(found.dfbetas, dtype=np.float64)[:, 0]


def _without_each(frame: Frame, form: Form) -> list[float | None]:
    places = np.arange(frame.n)
    return [_estimate(frame.subset(places != at), form) for at in places]


def _estimate(frame: Frame, form: Form) -> float | None:
    sample = draw_sample(frame, form)
    try:
        return float(Slope.of(sample.power, sample.controls).estimate(sample.outcome)) * sample.spread
    except ValueError:
        return None


def _ends(ids: Sequence[str], values: Sequence[float | None]) -> tuple[tuple[str, float], tuple[str, float]] | None:
    found = [(value, name) for value, name in zip(values, ids, strict=True) if value is not None]
    if len(found) < len(ids):
        return None
    (least, lowest), (most, highest) = min(found), max(found)
    return (lowest, least), (highest, most)


def _without(frame: Frame, keep: Sequence[bool]) -> Without:
    from .ols import fit_ols

    part = settled(frame.subset(keep))
    refused = refusal_of(part)
    if isinstance(refused, Refusal):
        return Without(part.n, None, None, None, refused.code)
    sample = draw_sample(part)
    found, scale = fit_ols(sample.outcome, *sample.design()).coefficient("power"), sample.spread
    interval = found.interval[0] * scale, found.interval[1] * scale
    return Without(part.n, found.estimate * scale, interval, _estimate(part, "free"))
