"""Reach of every firm in every variant: R_A = sum_j (u_j + alpha R_j) B_jA, dependents before providers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy import sparse

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
    """Pairs whose providers are solved together, sorted by provider; `runs` sums them per provider."""

    pairs: Indices
    tails: Indices
    runs: Any
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
                tails = structure.dependent[structure.slot_of_pair[pairs]]
                ends = np.append(starts, pairs.size)
                shape = (heads.size, pairs.size)
                runs = sparse.csr_array((np.ones(pairs.size), np.arange(pairs.size), ends), shape=shape)
                steps.append(_Step(pairs, tails, runs, heads, stages[number].circular))
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
            weights = exposure.weight[step.pairs]
            passed = np.empty_like(weights)
            while True:
                np.take(visits, step.tails, axis=0, out=passed)
                passed *= weights
                found = step.runs @ passed
                change = float(np.abs(found - reach[step.heads]).max(initial=0.0))
                reach[step.heads] = found
                visits[step.heads] = exposure.mass[step.heads] + alpha * found
                if not step.circular or change <= _TOLERANCE * scale:
                    break
        return reach
