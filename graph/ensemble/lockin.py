"""Lock-in of every firm in every variant: the fixed point of :mod:`definer.graph.power.lockin`, node by node.

A node's losses are kept for the targets that it depends on at all, be it through others: one block of
(targets, variants), so that a tie is one multiplication of a block. Nodes come after their providers; inside a
circle the nodes are gone through again, from no loss, until nothing changes (Gauss-Seidel on a monotone
contraction: it ends at the same least fixed point as the plain engine's Jacobi rounds).
"""

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
    Mask = NDArray[np.bool_]

__all__ = ["LockinPlan"]

_TOLERANCE = 1e-12
_ROUNDS = 10_000


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
    kept, victims, culprits : ndarray of int
        Place, node that loses and target that withdrew, of every other loss; sorted by target.
    stages : tuple of (tuple of nodes, bool)
        Nodes in order; True: they depend on one another in a circle.
    """

    size: int
    pinned: Indices
    kept: Indices
    victims: Indices
    culprits: Indices
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
            for inside in [tuple(stage.nodes.tolist())]
        )
        victims = np.repeat(np.arange(n), sizes)
        culprits = np.concatenate([*lists, np.zeros(0, dtype=np.intp)])
        kept = np.flatnonzero(victims != culprits)
        kept = kept[np.argsort(culprits[kept], kind="stable")]
        pinned = np.flatnonzero(victims == culprits)
        return cls(int(offset[-1]), pinned, kept, victims[kept], culprits[kept], plans)

    def losses(self, exposure: Exposure, resourcing: Vector) -> Matrix:
        """All kept losses, shape (size, d)."""
        losses = np.zeros((self.size, exposure.mass.shape[1]))
        losses[self.pinned] = 1.0
        expand = resourcing if bool(np.any(resourcing > 1.0)) else None
        for nodes, circular in self.stages:
            if not circular:
                for node in nodes:
                    losses[node.block] = _loss(node, losses, exposure, expand)
            elif nodes:
                _iterate(nodes, losses, exposure, expand)
        return losses

    def totals(self, exposure: Exposure, losses: Matrix) -> Matrix:
        """K_A = sum over j != A of u_j ell_j, in dependent-equivalents, shape (n, d)."""
        lockin = np.zeros_like(exposure.mass)
        if self.kept.size:
            heads, starts = np.unique(self.culprits, return_index=True)
            lockin[heads] = np.add.reduceat(exposure.mass[self.victims] * losses[self.kept], starts, axis=0)
        return lockin


def _loss(node: _Node, losses: Matrix, exposure: Exposure, expand: Vector | None) -> Matrix:
    """Largest of the losses through the node's slots, shape (targets, d)."""
    worst = np.zeros((node.block.stop - node.block.start, losses.shape[1]))
    for slot, ties in node.slots:
        lost = np.zeros_like(worst)
        for tie in ties:
            lost[tie.rows] += exposure.withheld[tie.pair] * losses[tie.block]
        np.maximum(worst, _felt(lost, exposure.criticality[slot], expand), out=worst)
    if node.own >= 0:
        worst[node.own] = 1.0
    return worst


def _felt(lost: Matrix, criticality: Vector, expand: Vector | None) -> Matrix:
    """Loss of the dependent when the part `lost` of a slot is: what remains may expand. Changes `lost`."""
    if expand is not None:
        lost -= 1.0
        lost *= expand
        lost += 1.0
        np.maximum(lost, 0.0, out=lost)
    lost *= criticality
    return lost


@dataclass(frozen=True, eq=False)
class _Turn:
    """A node of a circle: its loss through slots filled from outside, and the slots that the circle fills."""

    node: _Node
    outside: Matrix
    slots: tuple[tuple[int, Matrix, tuple[_Tie, ...]], ...]


def _iterate(nodes: tuple[_Node, ...], losses: Matrix, exposure: Exposure, expand: Vector | None) -> None:
    """Losses of nodes in a circle; what comes from outside the circle is summed once."""
    turns = [_turn(node, losses, exposure, expand) for node in nodes]
    lost, term = np.empty_like(turns[0].outside), np.empty_like(turns[0].outside)
    for _ in range(_ROUNDS):
        change = 0.0
        for turn in turns:
            found = turn.outside.copy()
            for slot, base, ties in turn.slots:
                np.copyto(lost, base)
                for tie in ties:
                    np.multiply(losses[tie.block], exposure.withheld[tie.pair], out=term)
                    np.add(lost, term, out=lost)
                np.maximum(found, _felt(lost, exposure.criticality[slot], expand), out=found)
            if turn.node.own >= 0:
                found[turn.node.own] = 1.0
            np.subtract(found, losses[turn.node.block], out=term)
            change = max(change, float(term.max()))  # losses only grow: the first guess is none
            losses[turn.node.block] = found
        if change < _TOLERANCE:
            return


def _turn(node: _Node, losses: Matrix, exposure: Exposure, expand: Vector | None) -> _Turn:
    outside = np.zeros((node.block.stop - node.block.start, losses.shape[1]))
    slots: list[tuple[int, Matrix, tuple[_Tie, ...]]] = []
    for slot, ties in node.slots:
        base = np.zeros_like(outside)
        for tie in ties:
            if not tie.circular:
                base[tie.rows] += exposure.withheld[tie.pair] * losses[tie.block]
        inside = tuple(tie for tie in ties if tie.circular)
        if inside:
            slots.append((slot, base, inside))
        else:
            np.maximum(outside, _felt(base, exposure.criticality[slot], expand), out=outside)
    return _Turn(node, outside, tuple(slots))


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
