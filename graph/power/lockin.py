"""Lock-in: how much of the ecosystem would stop if a firm withdrew.

Remove A (ell_A = 1). A dependent loses ``ell_j = max_f c_jf sum_B s_jfB r_jfB ell_B``: within a slot
providers substitute for one another, across slots the worst loss binds. K_A = sum over j != A of u_j ell_j.
Kin of the economic systemic risk index (Diem et al. 2022) and of strong dependency between software packages
(Abate et al. 2009).

With a re-sourcing factor g > 1 the providers that remain expand by g: the part of the slot that is lost,
``lambda = sum_B s r ell_B``, becomes ``max(0, 1 - g (1 - lambda))``, and the least fixed point counts.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np

from ..precision import ROUNDS, ConvergenceError, settled
from .projection import Projection

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Vector = NDArray[np.float64]
    Matrix = NDArray[np.float64]
    Indices = NDArray[np.intp]
    Mask = NDArray[np.bool_]

__all__ = ["binding_losses", "group_losses", "loss_matrix", "net_lockin", "vulnerability"]


def loss_matrix(projection: Projection) -> Matrix:
    """Loss of every node j if node A withdrew: shape (n, n), ``[A, j]``, in 0..1, zero on the diagonal.

    Jacobi iteration from no loss, all A at once, each until what is still to come is below 1e-12
    (:func:`definer.graph.precision.settled`). The map is a sup-norm contraction with modulus
    ``max c (1 - residual) r``, so the fixed point is unique; where the modulus is 1 (a cycle of full, closed, certain
    dependence) this finds the least one: a cycle does not fail by itself.

    Raises
    ------
    ConvergenceError
        If a cycle loses next to nothing a round, and has not settled after a million.
    """
    n = len(projection.nodes)
    losses = np.zeros((n, n))
    targets: Indices = np.unique(projection.withheld.indices[projection.withheld.data > 0]).astype(np.intp)
    if not targets.size:
        return losses
    starts = np.flatnonzero(np.diff(projection.dependents, prepend=-1))
    rows = projection.dependents[starts]
    state = np.zeros((n, targets.size))
    state[targets, np.arange(targets.size)] = 1.0
    for rounds in range(1, ROUNDS + 1):
        slot_loss = _slot_losses(projection, state)
        update = np.zeros_like(state)
        update[rows] = np.maximum.reduceat(slot_loss, starts, axis=0)
        update[targets, np.arange(targets.size)] = 1.0
        changes = np.abs(update - state).max(axis=0).tolist()
        moving = np.array([not settled(change, rounds) for change in changes], dtype=np.bool_)
        losses[targets[~moving]] = update[:, ~moving].T
        state, targets = update[:, moving], targets[moving]
        if not targets.size:
            np.fill_diagonal(losses, 0.0)
            return losses
    raise ConvergenceError


def group_losses(
    projection: Projection,
    members: Iterable[str],
    slots: Mask | None = None,
) -> Vector:
    """Loss of every node if all `members` withdrew together (METHOD 1.7): shape (n,), 1 for the members.

    Parameters
    ----------
    members : iterable of str
        Ids; who is not in the graph changes nothing.
    slots : ndarray of bool, shape (k,), optional
        Slots through which a loss may pass; all by default.
    """
    n = len(projection.nodes)
    inside = [i for i in (projection.index(member) for member in set(members)) if i is not None]
    state = np.zeros((n, 1))
    state[inside] = 1.0
    if not inside or not projection.slots:
        return state[:, 0]
    starts = np.flatnonzero(np.diff(projection.dependents, prepend=-1))
    for rounds in range(1, ROUNDS + 1):
        slot_loss = _slot_losses(projection, state)
        if slots is not None:
            slot_loss[~slots] = 0.0
        update = np.zeros_like(state)
        update[projection.dependents[starts]] = np.maximum.reduceat(slot_loss, starts, axis=0)
        update[inside] = 1.0
        change = float(np.abs(update - state).max())
        state = update
        if settled(change, rounds):
            return state[:, 0]
    raise ConvergenceError


def _slot_losses(projection: Projection, state: Matrix) -> Matrix:
    """Loss through each slot, shape (k, m), given the losses (n, m) of the providers."""
    lost: Matrix = projection.withheld @ state
    if projection.resourcing > 1.0:
        lost = np.maximum(0.0, 1.0 - projection.resourcing * (1.0 - lost))
    return np.asarray(lost * projection.criticality[:, None])


def binding_losses(projection: Projection, target: int, losses: Matrix) -> Vector:
    """Loss through each slot if `target` withdrew, shape (k,); a dependent loses its slots' largest."""
    row = losses[target].copy()
    row[target] = 1.0
    return np.asarray(_slot_losses(projection, row[:, None])[:, 0], dtype=np.float64)


def vulnerability(losses: Matrix) -> Vector:
    """Largest loss of each node through the withdrawal of any one other, shape (n,)."""
    return np.asarray(losses.max(axis=0, initial=0.0), dtype=np.float64)


def net_lockin(losses: Matrix, mass: Vector) -> Vector:
    """Power advantage (Emerson 1962): sum_j u_j max(L[A, j] - L[j, A], 0), shape (n,), in dependent-equivalents."""
    return np.asarray(np.maximum(losses - losses.T, 0.0) @ mass, dtype=np.float64)
