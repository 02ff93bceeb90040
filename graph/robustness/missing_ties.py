"""What two firms' power would be if dependents had one more slot, filled by one of the two: without re-scoring.

A new slot of dependent j changes one row of B, so reach follows from one inverse by the formula of Sherman &
Morrison (METHOD 1.10). Lock-in is iterated for the two firms alone, all candidates side by side.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from ..power.projection import Projection, dependence, project
from ..power.spec import DEFAULT_SPEC, Spec
from ..power.tie import ScoreTie, ScoreTies
from ..precision import ROUNDS, ConvergenceError, settled

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Vector = NDArray[np.float64]
    Matrix = NDArray[np.float64]
    Mask = NDArray[np.bool_]
    Indices = NDArray[np.intp]

__all__ = ["MissingTies", "with_missing_ties"]

_COLUMNS = 256
"""Variants iterated at once: a few megabytes of losses, which stay near the processor."""


def with_missing_ties(ties: ScoreTies, provider: str, dependents: Sequence[str], criticality: float = 0.9) -> ScoreTies:
    """Add to `ties` a new, open slot on the layer ``tech`` to each of `dependents`, filled by `provider` alone."""
    added = tuple(
        ScoreTie(
            f"missing:{dependent}",
            dependent,
            provider,
            f"missing.{provider}",
            "tech",
            ties.day,
            criticality=criticality,
        )
        for dependent in dependents
    )
    return replace(ties, ties=(*ties.ties, *added))


@dataclass(frozen=True, eq=False)
class MissingTies:
    """A model to which dependents' new slots, filled by `runner_up`, can be added.

    Attributes
    ----------
    leader, runner_up : int
        Indices of the two firms among the nodes.
    inverse : ndarray of shape (n, n)
        ``(I - alpha B)^-1`` with the slots added so far.
    visits : ndarray of shape (n,)
        ``u + alpha R``.
    old, new : ndarray of shape (n,)
        Factor on a dependent's row of B if it gets the slot, and the dependence on the runner-up that it gets.
    added : ndarray of bool, shape (n,)
        Dependents that have the slot already.
    """

    projection: Projection
    spec: Spec
    criticality: float
    leader: int
    runner_up: int
    inverse: Matrix
    visits: Vector
    old: Vector
    new: Vector
    added: Mask

    @classmethod
    def of(
        cls, ties: ScoreTies, leader: str, runner_up: str, criticality: float = 0.9, spec: Spec = DEFAULT_SPEC
    ) -> MissingTies:
        """Model of `ties`, nothing added.

        Raises
        ------
        ValueError
            If one of the firms is not in the graph.
        """
        projection = project(ties, spec)
        first, second = projection.index(leader), projection.index(runner_up)
        if first is None or second is None:
            raise ValueError("both firms must be in the graph")
        n = len(projection.nodes)
        inverse = np.linalg.inv(np.eye(n) - spec.alpha * dependence(projection).toarray())
        old, new = _rows(projection, criticality, spec.rho)
        visits = projection.mass @ inverse
        nobody = np.zeros(n, dtype=np.bool_)
        return cls(projection, spec, criticality, first, second, inverse, visits, old, new, nobody)

    def gap(self) -> float:
        """Power of the runner-up less that of the leader, in dependent-equivalents."""
        reach = (self.visits - self.projection.mass) / self.spec.alpha
        return float(self._gaps(reach[[self.leader]], reach[[self.runner_up]], self.added[:, None])[0])

    def gaps(self, candidates: Indices) -> Vector:
        """The same if each of `candidates` got the slot, one at a time; shape (m,)."""
        lead, chase = self._reaches(candidates)
        held = np.repeat(self.added[:, None], candidates.size, axis=1)
        held[candidates, np.arange(candidates.size)] = True
        return self._gaps(lead, chase, held)

    def add(self, candidate: int) -> MissingTies:
        """The model in which `candidate` has the slot."""
        alpha, change = self.spec.alpha, self._change(np.array([candidate]))[0]
        step = alpha * change / (1.0 - alpha * change[candidate])
        added = self.added.copy()
        added[candidate] = True
        return replace(
            self,
            inverse=self.inverse + np.outer(self.inverse[:, candidate], step),
            visits=self.visits + self.visits[candidate] * step,
            added=added,
        )

    def _change(self, candidates: Indices) -> Matrix:
        """``delta G`` of each candidate's row, shape (m, n); alpha B G = G - I, so no product is needed."""
        rows = self.inverse[candidates]
        rows[np.arange(candidates.size), candidates] -= 1.0
        changed = (self.old[candidates] - 1.0)[:, None] * rows / self.spec.alpha
        result: Matrix = changed + self.new[candidates][:, None] * self.inverse[self.runner_up]
        return result

    def _reaches(self, candidates: Indices) -> tuple[Vector, Vector]:
        """Reach of leader and runner-up if each candidate got the slot."""
        alpha, change = self.spec.alpha, self._change(candidates)
        own = change[np.arange(candidates.size), candidates]
        factor = self.visits[candidates] / (1.0 - alpha * own)
        reach = (self.visits - self.projection.mass) / alpha
        return (
            reach[self.leader] + factor * change[:, self.leader],
            reach[self.runner_up] + factor * change[:, self.runner_up],
        )

    def _gaps(self, lead: Vector, chase: Vector, held: Mask) -> Vector:
        lockin = np.concatenate(
            [
                self._lockin(self.runner_up, part) - self._lockin(self.leader, part)
                for part in np.array_split(held, max(1, held.shape[1] // _COLUMNS), axis=1)
            ]
        )
        by_reach, by_lockin = self.spec.weights
        return np.asarray(by_reach * (chase - lead) + by_lockin * lockin, dtype=np.float64)

    def _lockin(self, target: int, held: Mask) -> Vector:
        """K of `target` in each variant, shape (m,): least fixed point, from no loss."""
        model, g = self.projection, self.spec.resourcing
        starts = np.flatnonzero(np.diff(model.dependents, prepend=-1))
        owners = model.dependents[starts]
        state = np.zeros(held.shape)
        state[target] = 1.0
        for rounds in range(1, ROUNDS + 1):
            lost = np.maximum(0.0, 1.0 - g * (1.0 - model.withheld @ state)) * model.criticality[:, None]
            extra = np.maximum(0.0, 1.0 - g * (1.0 - (1.0 - self.spec.rho) * state[self.runner_up]))
            update = np.zeros_like(state)
            update[owners] = np.maximum.reduceat(lost, starts, axis=0)
            update = np.maximum(update, held * (self.criticality * extra))
            update[target] = 1.0
            change = float(np.abs(update - state).max())
            state = update
            if settled(change, rounds):
                state[target] = 0.0
                return np.asarray(model.mass @ state, dtype=np.float64)
        raise ConvergenceError


def _rows(model: Projection, criticality: float, rho: float) -> tuple[Vector, Vector]:
    """Factor on each dependent's row of B, and its new dependence, if it got the slot; 1 and 0 for who has no slot."""
    n = len(model.nodes)
    total = np.bincount(model.dependents, model.criticality, minlength=n)
    spared = np.ones(n)
    np.multiply.at(spared, model.dependents, 1.0 - model.criticality)
    intensity = 1.0 - spared * (1.0 - criticality)
    part = np.divide(intensity, total + criticality, out=np.zeros(n), where=total + criticality > 0)
    before = np.divide(1.0 - spared, total, out=np.zeros(n), where=total > 0)
    factor = np.divide(part, before, out=np.ones(n), where=before > 0)
    has_slot = np.bincount(model.dependents, minlength=n) > 0
    return np.where(has_slot, factor, 1.0), np.where(has_slot, part * criticality * (1.0 - rho), 0.0)
