"""Reach of every firm in every variant: R_A = sum_j (u_j + alpha R_j) B_jA, dependents before providers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from .exposure import Exposure
from .order import Stage
from .structure import Structure

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Vector = NDArray[np.float64]
    Matrix = NDArray[np.float64]
    Indices = NDArray[np.intp]

__all__ = ["ReachPlan"]

_TOLERANCE = 1e-12


@dataclass(frozen=True, eq=False)
class _Step:
    """Pairs whose providers are solved together, sorted by provider."""

    pairs: Indices
    slots: Indices
    tails: Indices
    starts: Indices
    heads: Indices
    circular: bool


@dataclass(frozen=True, eq=False)
class ReachPlan:
    """The order in which the reaches of a structure are summed."""

    steps: tuple[_Step, ...]

    @classmethod
    def of(cls, structure: Structure, stages: tuple[Stage, ...]) -> ReachPlan:
        """Plan from the stages of the structure."""
        stage_of = np.zeros(len(structure.nodes), dtype=np.intp)
        for number, stage in enumerate(stages):
            stage_of[stage.nodes] = number
        named = np.flatnonzero(structure.provider >= 0)
        named = named[np.argsort(structure.provider[named], kind="stable")]
        steps: list[_Step] = []
        for number in range(len(stages) - 1, -1, -1):
            pairs = named[stage_of[structure.provider[named]] == number]
            if pairs.size:
                heads, starts = np.unique(structure.provider[pairs], return_index=True)
                slots = structure.slot_of_pair[pairs]
                tails = structure.dependent[slots]
                steps.append(_Step(pairs, slots, tails, starts, heads, stages[number].circular))
        return cls(tuple(steps))

    def solve(self, exposure: Exposure, alpha: Vector) -> Matrix:
        """Reach in dependent-equivalents, shape (n, d).

        Inside a circle the sum is repeated until no reach changes by more than 1e-12 of the participants; each
        round shrinks the error by alpha or more.
        """
        reach = np.zeros_like(exposure.mass)
        visits = exposure.mass.copy()
        scale = float(exposure.mass.sum(axis=0).max(initial=1.0))
        for step in self.steps:
            weights = exposure.intensity[step.slots] * exposure.share[step.pairs]
            while True:
                found = np.add.reduceat(visits[step.tails] * weights, step.starts, axis=0)
                change = float(np.abs(found - reach[step.heads]).max(initial=0.0))
                reach[step.heads] = found
                visits[step.heads] = exposure.mass[step.heads] + alpha * found
                if not step.circular or change <= _TOLERANCE * scale:
                    break
        return reach
