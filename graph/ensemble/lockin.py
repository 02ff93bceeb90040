"""Lock-in of every firm in every variant: the fixed point of :mod:`definer.graph.power.lockin`, node by node.

A node's losses are kept for the targets that it depends on at all, be it through others: one block of
(targets, variants), so that a tie is one multiplication of a block. Nodes come after their providers; inside a
circle the nodes are gone through again, from no loss, until nothing changes (Gauss-Seidel on a monotone
contraction: it ends at the same least fixed point as the plain engine's Jacobi rounds).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy import sparse

from ..precision import ROUNDS, ConvergenceError, settled
from .exposure import Exposure
from .order import Stage
from .structure import Structure

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Vector = NDArray[np.float64]
    Matrix = NDArray[np.float64]
    Indices = NDArray[np.intp]
    Mask = NDArray[np.bool_]

__all__ = ["LockinPlan"]

_WITHIN = 1e-10
"""What may still be to come of a loss."""
_FIRST = 1e-11
"""Change of a node that its dependents need to hear of, to begin with."""


@dataclass(frozen=True, eq=False)
class _Tie:
    """A pair of slot and provider: `block` of the provider's losses goes to the rows `rows` of the dependent's."""

    pair: int
    block: slice
    rows: Indices | slice
    circular: bool


@dataclass(frozen=True, eq=False)
class _Node:
    """A dependent: where its losses stand, its own row among them (-1: none), and the ties of each of its slots."""

    index: int
    block: slice
    own: int
    slots: tuple[tuple[int, tuple[_Tie, ...]], ...]


@dataclass(frozen=True, eq=False)
class LockinPlan:
    """Where each loss stands, and the order in which losses are computed.

    Attributes
    ----------
    size : int
        Losses kept per variant.
    pinned : ndarray of int
        Places of the losses of targets themselves: 1.
    sums : sparse array of shape (n, size)
        u_j at the row of the target and the place of the loss of j; the targets' own losses left out.
    stages : tuple of (tuple of nodes, bool)
        Nodes in order; True: they depend on one another in a circle.
    """

    size: int
    pinned: Indices
    sums: Any
    stages: tuple[tuple[tuple[_Node, ...], bool], ...]

    @classmethod
    def of(cls, structure: Structure, order: tuple[Stage, ...]) -> LockinPlan:
        """Plan from the stages of the structure."""
        n = len(structure.nodes)
        named = np.flatnonzero(structure.provider >= 0)
        out: list[list[int]] = [[] for _ in range(n)]
        for pair in named.tolist():
            out[int(structure.dependent[structure.slot_of_pair[pair]])].append(pair)
        targets = np.zeros(n, dtype=np.bool_)
        targets[structure.provider[named]] = True
        lists = _reachable(structure, order, out, targets)
        sizes = np.array([found.size for found in lists], dtype=np.intp)
        offset = np.concatenate([[0], np.cumsum(sizes)]).astype(np.intp)
        own = [int(np.searchsorted(lists[j], j)) if targets[j] else -1 for j in range(n)]
        plans = tuple(
            (
                tuple(_node(structure, j, out[j], lists, offset, own[j], inside) for j in inside if out[j]),
                stage.circular,
            )
            for stage in order
            for inside in [_widest_first(stage, structure)]
        )
        victims = np.repeat(np.arange(n), sizes)
        culprits = np.concatenate([*lists, np.zeros(0, dtype=np.intp)])
        weight = np.where(victims == culprits, 0.0, structure.weight[victims])
        shape = (n, int(offset[-1]))
        sums = sparse.csr_array((weight, (culprits, np.arange(shape[1]))), shape=shape)
        return cls(shape[1], np.flatnonzero(victims == culprits), sums, plans)

    def losses(self, exposure: Exposure, resourcing: Vector) -> Matrix:
        """All kept losses, shape (size, d)."""
        losses = np.zeros((self.size, exposure.mass.shape[1]))
        losses[self.pinned] = 1.0
        felt = _Felt.of(exposure, resourcing)
        for nodes, circular in self.stages:
            if not circular:
                for node in nodes:
                    losses[node.block] = _loss(node, losses, felt)
            elif nodes:
                _iterate(nodes, losses, felt)
        return losses

    def totals(self, losses: Matrix) -> Matrix:
        """K_A = sum over j != A of u_j ell_j, in dependent-equivalents, shape (n, d).

        Who has no slot left in a variant loses nothing there: u_j need not vary.
        """
        return np.asarray(self.sums @ losses)


@dataclass(frozen=True, eq=False)
class _Felt:
    """What a lost part of a slot costs: ``c max(0, 1 - g (1 - lambda))`` is linear in lambda where it is not 0.

    So a slot's loss is ``base + sum_B slope_B ell_B``, or 0 if that is less, with ``base = c (1 - g)`` and
    ``slope_B = c g s_B r_B``.
    """

    base: Matrix
    slope: Matrix

    @classmethod
    def of(cls, exposure: Exposure, resourcing: Vector) -> _Felt:
        return cls(exposure.criticality * (1.0 - resourcing), exposure.slope * resourcing)


def _loss(node: _Node, losses: Matrix, felt: _Felt) -> Matrix:
    """Largest of the losses through the node's slots, shape (targets, d)."""
    worst = np.zeros((node.block.stop - node.block.start, losses.shape[1]))
    lost = np.empty_like(worst)
    for slot, ties in node.slots:
        lost[:] = felt.base[slot]
        for tie in ties:
            lost[tie.rows] += felt.slope[tie.pair] * losses[tie.block]
        np.maximum(worst, lost, out=worst)
    if node.own >= 0:
        worst[node.own] = 1.0
    return worst


@dataclass(frozen=True, eq=False)
class _Turn:
    """A node of a circle: its loss through slots filled from outside, and the slots that the circle fills.

    Of each such slot: what comes from outside, shape (targets, d) or (d,), and ties with their slopes.
    """

    node: _Node
    outside: Matrix
    slots: tuple[tuple[Matrix, tuple[tuple[slice, Vector], ...]], ...]


def _iterate(nodes: tuple[_Node, ...], losses: Matrix, felt: _Felt) -> None:
    """Losses of nodes in a circle; what comes from outside the circle is summed once.

    A node is passed over while none of its providers has changed since it was last computed.
    """
    turns = [_turn(node, losses, felt) for node in nodes]
    place = {turn.node.block.start: number for number, turn in enumerate(turns)}
    needs: list[set[int]] = [set() for _ in turns]
    for number, turn in enumerate(turns):
        for _, ties in turn.slots:
            for block, _ in ties:
                if block.start in place:
                    needs[place[block.start]].add(number)
    due, least, rounds = set(range(len(turns))), _FIRST, 0
    lost, term = np.empty_like(turns[0].outside), np.empty_like(turns[0].outside)
    while rounds < ROUNDS:
        rounds += 1
        for number in sorted(due):
            due.discard(number)
            if _compute(turns[number], losses, lost, term) >= least:
                due |= needs[number]
        if not due:
            if settled(least, rounds, _WITHIN):
                return
            # A slow circle: far more is still to come than its last change.
            due, least = set(range(len(turns))), least / 10.0
    raise ConvergenceError


def _compute(turn: _Turn, losses: Matrix, lost: Matrix, term: Matrix) -> float:
    """Losses of one node anew; returns the largest change. Losses only grow: the first guess is none."""
    found = turn.outside.copy()
    for base, ties in turn.slots:
        block, slope = ties[0]
        np.multiply(losses[block], slope, out=lost)
        lost += base
        for block, slope in ties[1:]:
            np.multiply(losses[block], slope, out=term)
            lost += term
        np.maximum(found, lost, out=found)
    if turn.node.own >= 0:
        found[turn.node.own] = 1.0
    np.subtract(found, losses[turn.node.block], out=term)
    losses[turn.node.block] = found
    return float(term.max())


def _turn(node: _Node, losses: Matrix, felt: _Felt) -> _Turn:
    outside = np.zeros((node.block.stop - node.block.start, losses.shape[1]))
    slots: list[tuple[Matrix, tuple[tuple[slice, Vector], ...]]] = []
    for slot, ties in node.slots:
        base: Matrix = felt.base[slot]
        inside = tuple((tie.block, felt.slope[tie.pair]) for tie in ties if tie.circular)
        if len(inside) < len(ties):
            base = np.repeat(base[None, :], outside.shape[0], axis=0)
            for tie in ties:
                if not tie.circular:
                    base[tie.rows] += felt.slope[tie.pair] * losses[tie.block]
        if inside:
            slots.append((base, inside))
        else:
            np.maximum(outside, base, out=outside)
    return _Turn(node, outside, tuple(slots))


def _widest_first(stage: Stage, structure: Structure) -> tuple[int, ...]:
    """Nodes in the order of how many slots they fill: in a circle, losses then travel along in fewer rounds."""
    named = structure.provider[structure.provider >= 0]
    fills = np.bincount(named, minlength=len(structure.nodes))
    return tuple(sorted(stage.nodes.tolist(), key=lambda node: (-int(fills[node]), node)))


def _reachable(structure: Structure, order: tuple[Stage, ...], out: list[list[int]], targets: Mask) -> list[Indices]:
    """Targets that each node depends on, itself too if it is one; sorted. Nodes of a circle share a list."""
    lists: list[Indices] = [np.zeros(0, dtype=np.intp)] * len(structure.nodes)
    for stage in order:
        found: dict[int, set[int]] = {}
        for j in stage.nodes.tolist():
            below = found[j] = {j} if targets[j] else set()
            for provider in {int(structure.provider[pair]) for pair in out[j]}:
                below.update(lists[provider].tolist())
        together = set().union(*found.values()) if stage.circular else set()
        for j, below in found.items():
            lists[j] = np.array(sorted(together or below), dtype=np.intp)
    return lists


def _node(
    structure: Structure,
    j: int,
    pairs: list[int],
    lists: list[Indices],
    offset: Indices,
    own: int,
    inside: tuple[int, ...],
) -> _Node:
    together = frozenset(inside)
    slots: dict[int, list[_Tie]] = {}
    for pair in pairs:
        provider = int(structure.provider[pair])
        block = slice(int(offset[provider]), int(offset[provider + 1]))
        same = lists[provider].size == lists[j].size
        rows = slice(None) if same else np.searchsorted(lists[j], lists[provider]).astype(np.intp)
        slots.setdefault(int(structure.slot_of_pair[pair]), []).append(_Tie(pair, block, rows, provider in together))
    block = slice(int(offset[j]), int(offset[j + 1]))
    return _Node(j, block, own, tuple((slot, tuple(ties)) for slot, ties in sorted(slots.items())))
