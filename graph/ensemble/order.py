"""In which order the model can be solved: strongly connected components, providers before dependents.

Most firms depend on others in one direction only; losses and reach pass them once. Only inside a component,
where firms depend on one another in a circle, an iteration is needed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from .structure import Structure

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Indices = NDArray[np.intp]

__all__ = ["Stage", "stages"]


@dataclass(frozen=True, eq=False)
class Stage:
    """Nodes that can be solved together once all earlier stages are; `circular`: they depend on one another."""

    nodes: Indices
    circular: bool


def stages(structure: Structure) -> tuple[Stage, ...]:
    """Stages from primary providers to last dependents (Tarjan's components, longest path first)."""
    from scipy import sparse
    from scipy.sparse.csgraph import connected_components

    n = len(structure.nodes)
    named = structure.provider >= 0
    tails, heads = structure.dependent[structure.slot_of_pair[named]], structure.provider[named]
    # Small index type: scipy's graph routines take nothing else.
    graph = sparse.csr_array(
        (np.ones(tails.size, dtype=np.int8), (tails.astype(np.int32), heads.astype(np.int32))), shape=(n, n)
    )
    count, found = connected_components(graph, directed=True, connection="strong")
    label = found.astype(np.intp)
    circular = np.bincount(label, minlength=count) > 1
    circular[label[tails[tails == heads]]] = True
    depth = _depths(count, label[tails], label[heads])
    plain = [
        Stage(nodes, circular=False)
        for level in np.unique(depth).tolist()
        if (nodes := np.flatnonzero((depth[label] == level) & ~circular[label])).size
    ]
    rings = [Stage(np.flatnonzero(label == group), circular=True) for group in np.flatnonzero(circular).tolist()]
    return tuple(sorted(plain + rings, key=lambda stage: (int(depth[label[stage.nodes[0]]]), int(stage.nodes[0]))))


def _depths(count: int, tails: Indices, heads: Indices) -> Indices:
    """Longest way from each component down to a primary provider, shape (count,)."""
    apart = tails != heads
    tails, heads = tails[apart], heads[apart]
    depth = np.zeros(count, dtype=np.intp)
    while True:
        deeper = depth.copy()
        np.maximum.at(deeper, tails, depth[heads] + 1)
        if np.array_equal(deeper, depth):
            return depth
        depth = deeper
