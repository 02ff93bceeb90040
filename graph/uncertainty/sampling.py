"""Draws of the error model for one table of ties."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.special import ndtri

from ..ensemble.structure import Structure
from ..ensemble.variants import Variants
from ..power.spec import DEFAULT_SPEC, Spec
from .error_model import ErrorModel
from .noise import Noise

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Vector = NDArray[np.float64]
    Table = NDArray[np.float64]

__all__ = ["sample"]

_LEAST = 2.0**-54
"""In place of 0, whose normal quantile would be minus infinity."""


def sample(structure: Structure, errors: ErrorModel, noise: Noise, spec: Spec = DEFAULT_SPEC) -> Variants:
    """One variant of the table per draw.

    A setting of `spec` that is not the default is its user's choice and stays; the others are drawn. A field that a
    source bears out is drawn from a narrower spread than one that the coder judged: its width times the part that
    ``ScoreTie.doubt`` leaves.
    """
    settings = noise.of("settings", 6)
    missing, holds, place, weight, revocability = noise.table(structure.pair_keys, 5)
    choice = np.minimum((settings[0] * len(errors.dropout)).astype(np.intp), len(errors.dropout) - 1)
    # "Nobody knows who" is no tie that could be missing.
    kept = (missing >= np.array(errors.dropout)[choice]) | structure.unknown[:, None]
    return Variants(
        alpha=_setting(settings[1], errors.alpha, spec.alpha, DEFAULT_SPEC.alpha),
        rho=_setting(settings[2], errors.rho, spec.rho, DEFAULT_SPEC.rho),
        # Dirichlet(1, 1): the first of the two weights is even on 0 to 1.
        reach_weight=_setting(settings[3], (0.0, 1.0), spec.weights[0], DEFAULT_SPEC.weights[0])
        if errors.facets
        else np.full(noise.draws, spec.weights[0]),
        resourcing=_setting(settings[4], errors.resourcing, spec.resourcing, DEFAULT_SPEC.resourcing),
        half_life=np.power(errors.half_life, 2.0 * settings[5] - 1.0),
        kept=kept[structure.pair_of_row],
        exists=holds if errors.existence else None,
        place=place if errors.shares else None,
        weight=_log_normal(weight, errors.weight, structure.share_doubt),
        criticality=_log_normal(
            noise.table(structure.slot_keys, 1)[0], errors.criticality, structure.criticality_doubt
        ),
        revocability=errors.revocability * structure.revocability_doubt[:, None] * (2.0 * revocability - 1.0)
        if errors.revocability
        else None,
    )


def _setting(numbers: Vector, ends: tuple[float, float], chosen: float, default: float) -> Vector:
    return _even(numbers, ends if chosen == default else (chosen, chosen))


def _even(numbers: Vector, ends: tuple[float, float]) -> Vector:
    return ends[0] + (ends[1] - ends[0]) * numbers


def _log_normal(numbers: Table, deviation: float, doubt: Vector) -> Table | None:
    if not deviation:
        return None
    return np.asarray(np.exp(deviation * doubt[:, None] * ndtri(np.maximum(numbers, _LEAST))), dtype=np.float64)
