"""Effective importance of the facets: what reach and lock-in in fact decide, beside their nominal weights.

Weights of one half do not make two facets equally important: the one with more spread decides more, and where they
correlate each carries part of the other. Paruolo, Saisana & Saltelli (2013) measure the importance of a component by
its correlation ratio, ``Var(E[D | x]) / Var(D)``: the part of the variance of the score that goes if the component is
known. The ratios of correlated components do not sum to 1.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from ..power.result import Result, Setting, setting_of
from ..power.scoring import score_fast
from ..power.spec import DEFAULT_SPEC, Spec
from ..power.tie import ScoreTies

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Vector = NDArray[np.float64]

__all__ = ["FacetImportance", "FacetWeight", "correlation_ratio", "facet_importance"]

_BANDWIDTHS: Final = (0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2, float("inf"))
_LEAST: Final = 5
_SPREAD: Final = 1e-9


@dataclass(frozen=True, slots=True)
class FacetWeight:
    """A facet's nominal weight, correlation ratio, and squared correlation with the score (its linear part).

    `effective` is the ratio's share of the sum of both ratios, to hold against `nominal`.
    """

    facet: str
    nominal: float
    correlation_ratio: float | None
    r_squared: float | None
    effective: float | None


@dataclass(frozen=True)
class FacetImportance(Result):
    """Nominal and effective importance of reach and lock-in over the companies of a paradigm."""

    of: Setting
    facets: tuple[FacetWeight, ...]
    firms: int

    @property
    def setting(self) -> Setting:
        """What the ratios rest on."""
        return self.of

    def records(self) -> Sequence[Mapping[str, Any]]:
        """One row per facet."""
        return [{name: getattr(row, name) for name in FacetWeight.__slots__} for row in self.facets]

    def to_dict(self) -> dict[str, Any]:
        """The rows, and the number of companies."""
        return {**super().to_dict(), "firms": self.firms}


def facet_importance(ties: ScoreTies, spec: Spec = DEFAULT_SPEC) -> FacetImportance:
    """Nominal and effective importance of reach and lock-in; ratios are None below five companies."""
    scored = score_fast(ties, spec)
    power = np.array([firm.power for firm in scored.firms])
    columns = {
        "reach": np.array([firm.reach for firm in scored.firms]),
        "lockin": np.array([firm.lockin for firm in scored.firms]),
    }
    ratios = {name: correlation_ratio(values, power) for name, values in columns.items()}
    total = sum(ratio for ratio in ratios.values() if ratio is not None)
    rows = tuple(
        FacetWeight(
            name,
            weight,
            ratio := ratios[name],
            _r_squared(columns[name], power),
            ratio / total if ratio is not None and total > 0 else None,
        )
        for name, weight in zip(columns, spec.weights, strict=True)
    )
    return FacetImportance(setting_of(ties, spec, scored.n), rows, len(scored.firms))


def correlation_ratio(x: Vector, y: Vector) -> float | None:
    """``Var(E[y | x]) / Var(y)`` in 0..1 by local-linear regression; None below five points, or without spread.

    E[y | x] is fitted with a Gaussian kernel, as Paruolo, Saisana & Saltelli (2013) do; of the widths from 0.05 to
    3.2 standard deviations of `x`, and of a straight line, that with the least leave-one-out error is taken. The
    ratio is one less the share of the variance that the fit leaves.
    """
    if not _vary(x, y):
        return None
    scaled = (x - x.mean()) / x.std()
    width = min(_BANDWIDTHS, key=lambda width: _error(scaled, y, width, left_out=True))
    return float(np.clip(1.0 - _error(scaled, y, width, left_out=False) / y.var(), 0.0, 1.0))


def _error(x: Vector, y: Vector, width: float, *, left_out: bool) -> float:
    """Mean squared error of each point predicted from all, or from the others."""
    distance = x[None, :] - x[:, None]  # of every point (column) from the one predicted (row)
    square = (distance / width) ** 2
    if left_out:
        np.fill_diagonal(square, np.inf)
    # Far out, where all weights would vanish, the nearest point keeps weight 1.
    weight = np.exp(-(square - square.min(axis=1, keepdims=True)) / 2)
    s0, s1, s2 = weight.sum(axis=1), (weight * distance).sum(axis=1), (weight * distance**2).sum(axis=1)
    t0, t1 = weight @ y, (weight * distance) @ y
    spread = s0 * s2 - s1 * s1
    # One neighbour alone has no slope: its own value is the prediction.
    line = np.divide(s2 * t0 - s1 * t1, spread, out=t0 / s0, where=spread > _SPREAD * s0 * s0)
    return float(np.mean((y - line) ** 2))


def _r_squared(x: Vector, y: Vector) -> float | None:
    return float(np.corrcoef(x, y)[0, 1] ** 2) if _vary(x, y) else None


def _vary(x: Vector, y: Vector) -> bool:
    """Whether there are points enough, and neither is constant but for rounding."""
    return x.size >= _LEAST and all(float(np.ptp(values)) > _SPREAD * float(np.abs(values).max()) for values in (x, y))
