"""Reach of every firm in every variant: R_A = sum_j (u_j + alpha R_j) B_jA, dependents before providers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy import sparse

from ..precision import settled
from .exposure import Exposure
from .order import Stage
from .structure import Structure

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Vector = NDArray[np.float64]
    Matrix = NDArray[np.float64]
    Indices = NDArray[np.intp]
    Mask = NDArray[np.bool_]

__all__ = ["ReachPlan"]

_WITHIN = 1e-12
"""What may still be to come, in parts of all participants, when a circle counts as solved."""


@dataclass(frozen=True, eq=False)
class _Terms:
    """Pairs whose parts of reach are summed together; `runs` sums them per head."""

    pairs: Indices
    tails: Indices
    runs: Any

    @classmethod
    def of(cls, structure: Structure, pairs: Indices, heads: Indices) -> _Terms:
        rows = np.searchsorted(heads, structure.provider[pairs])
        shape = (heads.size, pairs.size)
        runs = sparse.csr_array((np.ones(pairs.size), (rows, np.arange(pairs.size))), shape=shape)
        return cls(pairs, structure.dependent[structure.slot_of_pair[pairs]], runs)

    def sum(self, visits: Matrix, weight: Matrix) -> Matrix:
        return np.asarray(self.runs @ (np.take(visits, self.tails, axis=0) * weight))


@dataclass(frozen=True, eq=False)
class _Step:
    """Providers solved together: `outer` ties come from nodes solved before, `inner` ones from among themselves."""

    heads: Indices
    outer: _Terms
    inner: _Terms | None


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
        tail_stage = stage_of[structure.dependent[structure.slot_of_pair[named]]]
        head_stage = stage_of[structure.provider[named]]
        steps: list[_Step] = []
        for number in range(len(stages) - 1, -1, -1):
            here = head_stage == number
            if here.any():
                heads = np.unique(structure.provider[named[here]])
                inside = here & (tail_stage == number)
                outer = _Terms.of(structure, named[here & ~inside], heads)
                inner = _Terms.of(structure, named[inside], heads) if inside.any() else None
                steps.append(_Step(heads, outer, inner))
        return cls(tuple(steps))

    def solve(self, exposure: Exposure, alpha: Vector) -> Matrix:
        """Reach in dependent-equivalents, shape (n, d).

        Inside a circle the sum is repeated until no reach changes any more; each round shrinks the error by
        alpha or more.
        """
        reach = np.zeros_like(exposure.mass)
        visits = exposure.mass.copy()
        scale = max(float(exposure.mass.sum(axis=0).max(initial=0.0)), 1.0)
        for step in self.steps:
            mass = exposure.mass[step.heads]
            outer = step.outer.sum(visits, exposure.weight[step.outer.pairs])
            reach[step.heads] = outer
            visits[step.heads] = mass + alpha * outer
            if step.inner is None:
                continue
            weight, change, rounds = exposure.weight[step.inner.pairs], np.inf, 0
            while not settled(change / scale, rounds, _WITHIN):
                rounds += 1
                found = outer + step.inner.sum(visits, weight)
                change = float(np.abs(found - reach[step.heads]).max())
                reach[step.heads] = found
                visits[step.heads] = mass + alpha * found
        return reach
