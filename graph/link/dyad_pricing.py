"""Are tied firms priced alike? Pairs of firms instead of firms (METHOD 3.3)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..worth.reasons import Refusal, counted_reasons
from .frame import Floats, Frame
from .mrqap import Mrqap, mrqap

__all__ = ["PERMUTATIONS", "SEED", "Dyads", "dyads"]

PERMUTATIONS = 4_999
SEED = 20251115


@dataclass(frozen=True)
class Dyads:
    """Difference of premium between two firms, regressed on what they share.

    Attributes
    ----------
    frame : Frame
    tied : int
        Pairs with a tie.
    model : Mrqap or None
        None where it is refused.
    refusal : str or None
        Code of the reason (:data:`definer.graph.worth.REASONS`).
    constant : tuple of str
        Regressors left out because all pairs have the same value, or others decide it.
    """

    frame: Frame
    tied: int
    model: Mrqap | None
    refusal: str | None
    constant: tuple[str, ...]

    @property
    def n(self) -> int:
        """Number of firms."""
        return self.frame.n

    def to_dict(self) -> dict[str, Any]:
        """Plain values, rounded to 10 decimals."""
        frame, model = self.frame, self.model
        return {
            "as_of": frame.as_of,
            "registered": frame.registered,
            "spec": frame.spec.to_dict(),
            "n": frame.n,
            "left_out": counted_reasons(frame.left_out),
            "unit": "absolute difference of log premium",
            "pairs": frame.n * (frame.n - 1) // 2,
            "tied_pairs": self.tied,
            "level": frame.spec.level,
            "permutations": 0 if model is None else model.permutations,
            "seed": None if model is None else model.seed,
            "r2": None if model is None else round(model.r2, 10),
            "intercept": None if model is None else round(model.intercept, 10),
            "terms": [] if model is None else [term.to_dict() for term in model.terms],
            "constant": list(self.constant),
            "refusal": None if self.refusal is None else {"code": self.refusal, **Refusal(self.refusal).words},
        }


def dyads(frame: Frame, tied: NDArray[np.bool_], *, permutations: int = PERMUTATIONS, seed: int = SEED) -> Dyads:
    """Regress how far two firms' premia lie apart on whether they are tied.

    Parameters
    ----------
    frame : Frame
        Its registered baseline and haircut make the premium.
    tied : ndarray of bool, shape (n, n)
        As :func:`definer.graph.link.adjacency.adjacency` gives it.
    permutations, seed : int

    Notes
    -----
    A negative slope of ``tied`` means that tied firms are priced more alike than others of the same paradigm and
    country and of like size. Which of the two depends on the other is not read.
    """
    pairs = int(np.count_nonzero(np.triu(tied, 1)))
    if frame.n < frame.spec.minimum_n:
        return Dyads(frame, pairs, None, "too_few_firms", ())
    y = _apart(frame.premium())
    upper = np.triu_indices(frame.n, 1)
    wanted = _regressors(frame, tied)
    varied = {name: matrix for name, matrix in wanted.items() if np.ptp(matrix[upper]) > 0}
    constant = tuple(name for name in wanted if name not in varied)
    if "tied" in constant or np.ptp(y[upper]) == 0:
        return Dyads(frame, pairs, None, "all_the_same", constant)
    try:
        return Dyads(frame, pairs, mrqap(y, varied, permutations=permutations, seed=seed), None, constant)
    except ValueError:
        return Dyads(frame, pairs, None, "collinear", constant)


def _regressors(frame: Frame, tied: NDArray[np.bool_]) -> dict[str, Floats]:
    countries = np.array([unit.country or "" for unit in frame.units])
    known = countries != ""
    return {
        "tied": tied.astype(np.float64),
        "same_paradigm": np.equal.outer(frame.strata, frame.strata).astype(np.float64),
        "same_country": (np.equal.outer(countries, countries) & np.logical_and.outer(known, known)).astype(np.float64),
        "size_apart": _apart(np.array([unit.log_revenue for unit in frame.units])),
    }


def _apart(values: Floats) -> Floats:
    return np.asarray(np.abs(values[:, None] - values[None, :]), dtype=np.float64)
