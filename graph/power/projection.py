"""The dependency model as arrays: slots, shares and participants, indexed alike for every measure."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy import sparse

from .shares import FilledSlot, fill_slots
from .spec import DEFAULT_SPEC, Spec
from .tie import ScoreTies

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Vector = NDArray[np.float64]
    Indices = NDArray[np.intp]

__all__ = ["Projection", "dependence", "project"]


@dataclass(frozen=True, eq=False)
class Projection:
    """Directed graph dependent -> provider, with its slots.

    Attributes
    ----------
    nodes : tuple of str
        Dependents and named providers, sorted (n of them).
    slots : tuple of FilledSlot
        Sorted by dependent (k of them).
    mass : ndarray of shape (n,)
        u_j: 1 (or the stated mass) for every dependent with at least one slot, else 0.
    dependents : ndarray of shape (k,)
        Index of each slot's dependent.
    criticality, intensity : ndarray of shape (k,)
        c_jf and kappa_jf = q_j c_jf / sum_f c_jf, with q_j = 1 - prod_f (1 - c_jf).
    shares, withheld : sparse array of shape (k, n)
        s_jfA, and s_jfA * r_jfA.
    resourcing : float
        g: factor by which the providers that remain can expand.
    """

    nodes: tuple[str, ...]
    slots: tuple[FilledSlot, ...]
    mass: Vector
    dependents: Indices
    criticality: Vector
    intensity: Vector
    shares: Any
    withheld: Any
    resourcing: float = 1.0

    def index(self, node: str) -> int | None:
        """Position of `node`, None if it is not in the graph."""
        return self._positions.get(node)

    @cached_property
    def _positions(self) -> dict[str, int]:
        return {node: position for position, node in enumerate(self.nodes)}

    @property
    def n(self) -> int:
        """Participants: dependents with at least one slot."""
        return int(np.count_nonzero(self.mass))

    @property
    def total_mass(self) -> float:
        """sum(u): the divisor of averages; n where nobody states a mass."""
        return float(self.mass.sum())


def project(ties: ScoreTies, spec: Spec = DEFAULT_SPEC) -> Projection:
    """Arrays of the dependency model of `ties`."""
    slots = fill_slots(ties, spec)
    nodes = sorted({slot.dependent for slot in slots} | {fill.provider for slot in slots for fill in slot.fills})
    index = {node: i for i, node in enumerate(nodes)}
    n, k = len(nodes), len(slots)
    dependents = np.array([index[slot.dependent] for slot in slots], dtype=np.intp)
    criticality = np.array([slot.criticality for slot in slots], dtype=np.float64)
    mass = np.zeros(n)
    mass[dependents] = [ties.mass(slot.dependent) for slot in slots]
    rows = [row for row, slot in enumerate(slots) for _ in slot.fills]
    columns = [index[fill.provider] for slot in slots for fill in slot.fills]
    share = np.array([fill.share for slot in slots for fill in slot.fills], dtype=np.float64)
    hold = np.array([fill.revocability for slot in slots for fill in slot.fills], dtype=np.float64)
    return Projection(
        tuple(nodes),
        slots,
        mass,
        dependents,
        criticality,
        _intensity(criticality, dependents, n),
        sparse.csr_array((share, (rows, columns)), shape=(k, n)),
        sparse.csr_array((share * hold, (rows, columns)), shape=(k, n)),
        spec.resourcing,
    )


def _intensity(criticality: Vector, dependents: Indices, n: int) -> Vector:
    """kappa_jf: the noisy-or of all criticalities of the dependent, split in proportion to them."""
    total = np.bincount(dependents, criticality, minlength=n)[dependents]
    spared = np.ones(n)
    np.multiply.at(spared, dependents, 1.0 - criticality)
    ratio = np.divide(criticality, total, out=np.zeros_like(criticality), where=total > 0)
    result: Vector = (1.0 - spared[dependents]) * ratio
    return result


def dependence(projection: Projection) -> Any:  # noqa: ANN401
    """B_jA = sum_f kappa_jf s_jfA, a sparse (n, n) array whose row sums are at most 1."""
    n, k = len(projection.nodes), len(projection.slots)
    gather = sparse.csr_array((projection.intensity, (projection.dependents, np.arange(k))), shape=(n, k))
    return sparse.csr_array(gather @ projection.shares)
