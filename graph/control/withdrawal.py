"""Losses if groups of firms withdrew together, many groups at once.

The map is the one of :mod:`definer.graph.power.lockin`; here its columns are groups instead of single firms, and
each column stops as soon as it stands still.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any, Final, Literal, get_args

import numpy as np

from ..power.projection import Projection
from ..precision import ROUNDS, ConvergenceError, settled

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Vector = NDArray[np.float64]
    Matrix = NDArray[np.float64]
    Mask = NDArray[np.bool_]

__all__ = ["SIDES", "Side", "ceilings", "holding", "on_side", "with_slot", "withdrawals"]

Side = Literal["software", "supply"]
"""Sides of a paradigm: what others must conform to or go through, and what they must buy."""
SIDES: Final[tuple[Side, ...]] = get_args(Side)
_CELLS: Final = 4_000_000
"""Losses held at once; more groups than that go in turns."""


def on_side(projection: Projection, side: Side) -> Mask:
    """Slots of a side, shape (k,): software is layers tech and dist, supply is layer supply (METHOD 1.2)."""
    return np.array([(slot.layer == "supply") == (side == "supply") for slot in projection.slots], dtype=np.bool_)


def with_slot(projection: Projection, slots: Mask | None = None) -> Mask:
    """Participants with at least one of the slots (any by default), shape (n,)."""
    found = np.zeros(len(projection.nodes), dtype=np.bool_)
    found[projection.dependents if slots is None else projection.dependents[slots]] = True
    return found & (projection.mass > 0)


def holding(projection: Projection, slots: Mask | None = None) -> Mask:
    """Nodes that can withhold something from somebody, shape (n,); all others are dummies of every coalition."""
    withheld = projection.withheld if slots is None else projection.withheld[slots]
    return np.asarray(withheld.sum(axis=0)).ravel() > 0


def ceilings(projection: Projection, slots: Mask | None = None) -> Vector:
    """Loss of each node if every named provider withdrew, shape (n,): no coalition can cost more."""
    found = np.zeros(len(projection.nodes))
    lost = _lost(projection.withheld.sum(axis=1), projection.resourcing).ravel() * projection.criticality
    chosen = slice(None) if slots is None else slots
    np.maximum.at(found, projection.dependents[chosen], lost[chosen])
    return found


def withdrawals(
    projection: Projection,
    groups: Sequence[Collection[str]],
    slots: Mask | None = None,
) -> Matrix:
    """Loss of every node if each group withdrew together, shape (n, number of groups); 1 for its members.

    Parameters
    ----------
    groups : sequence of collections of str
        Ids; who is not in the graph changes nothing.
    slots : ndarray of bool, shape (k,), optional
        Slots through which a loss may pass; all by default.

    Notes
    -----
    Jacobi iteration from no loss: the least fixed point, the same as
    :func:`definer.graph.power.lockin.group_losses` gives for one group.

    Raises
    ------
    ConvergenceError
        As :func:`definer.graph.power.lockin.loss_matrix`.
    """
    place = {node: i for i, node in enumerate(projection.nodes)}
    result = np.zeros((len(projection.nodes), len(groups)))
    for column, group in enumerate(groups):
        result[[place[member] for member in group if member in place], column] = 1.0
    chosen = np.flatnonzero(np.ones(len(projection.slots), dtype=np.bool_) if slots is None else slots)
    if not chosen.size or not result.size:
        return result
    block = max(1, _CELLS // max(result.shape[0], chosen.size))
    for first in range(0, len(groups), block):
        part = slice(first, first + block)
        result[:, part] = _settle(projection, result[:, part], chosen)
    return result


def _settle(projection: Projection, start: Matrix, chosen: Any) -> Matrix:  # noqa: ANN401
    """Fixed point above `start`, whose ones are the groups' members."""
    dependents = projection.dependents[chosen]
    starts = np.flatnonzero(np.diff(dependents, prepend=-1))
    rows = dependents[starts]
    withheld, criticality = projection.withheld[chosen], projection.criticality[chosen][:, None]
    result, state, columns = start.copy(), start.copy(), np.arange(start.shape[1])
    for rounds in range(1, ROUNDS + 1):
        slot_loss = _lost(withheld @ state, projection.resourcing) * criticality
        update = start[:, columns].copy()
        update[rows] = np.maximum(update[rows], np.maximum.reduceat(slot_loss, starts, axis=0))
        changes = np.abs(update - state).max(axis=0).tolist()
        moving = np.array([not settled(change, rounds) for change in changes], dtype=np.bool_)
        result[:, columns[~moving]] = update[:, ~moving]
        state, columns = update[:, moving], columns[moving]
        if not columns.size:
            return result
    raise ConvergenceError


def _lost(lost: Any, resourcing: float) -> Matrix:  # noqa: ANN401
    """Part of a slot that is lost when those who remain expand by the factor."""
    part = np.asarray(lost, dtype=np.float64)
    return part if resourcing == 1.0 else np.maximum(0.0, 1.0 - resourcing * (1.0 - part))
