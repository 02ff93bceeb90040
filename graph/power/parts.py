"""The parts that a firm's score is the sum of, in units of power (METHOD 1.10).

Reach is split twice, exactly both times: by the slot that rests on the firm, ``(u_j + alpha R_j) kappa_jf s_jfA``,
and by the participant that it begins with, ``u_j [B (I - alpha B)^-1]_jA``. Lock-in is split by participant,
``u_j ell_j``, through the slot that binds it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from .lockin import binding_losses
from .projection import Projection, dependence
from .spec import Spec

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Vector = NDArray[np.float64]
    Matrix = NDArray[np.float64]

__all__ = [
    "Part",
    "Slice",
    "SourcePart",
    "lockin_parts",
    "reach_parts",
    "slices",
    "source_parts",
    "source_reach",
    "source_reaches",
]


@dataclass(frozen=True, slots=True)
class Part:
    """Part of a firm's power that rests on one slot of one dependent, in units of power.

    `ties` are the ties of that slot it runs through, the weightiest first, and `split` what of it each carries;
    `chain`, of a lock-in part, is the way of most of the loss from the dependent to the firm. A lock-in part's
    split is in proportion to what each tie passes on (exact without re-sourcing).
    """

    facet: Literal["reach", "lockin"]
    dependent: str
    slot: str
    layer: str
    value: float
    ties: tuple[str, ...]
    chain: tuple[str, ...] = ()
    split: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class SourcePart:
    """Part of a firm's power that begins with one participant, in units of power.

    `reach` is all that the participant hands on to the firm, through whomever; `lockin` what it would lose, with
    the slot that binds and the chain to the firm (None and empty where it would lose nothing).
    """

    dependent: str
    reach: float
    lockin: float
    slot: str | None = None
    chain: tuple[str, ...] = ()

    @property
    def value(self) -> float:
        """Both facets."""
        return self.reach + self.lockin


@dataclass(frozen=True, slots=True)
class Slice:
    """Sum of the parts that have `key` (a slot, layer or tie) in common, in units of power."""

    key: str
    reach: float
    lockin: float

    @property
    def value(self) -> float:
        """Both facets."""
        return self.reach + self.lockin


def slices(parts: Iterable[Part], keys: Callable[[Part], Iterable[tuple[str, float]]]) -> tuple[Slice, ...]:
    """Sums of the parts, the largest first; `keys` says what of a part belongs to which key."""
    sums: dict[str, dict[str, float]] = {}
    for part in parts:
        for key, value in keys(part):
            facets = sums.setdefault(key, {"reach": 0.0, "lockin": 0.0})
            facets[part.facet] += value
    found = [Slice(key, facets["reach"], facets["lockin"]) for key, facets in sums.items()]
    return tuple(sorted(found, key=lambda slice_: (-slice_.value, slice_.key)))


def reach_parts(projection: Projection, target: int, reaches: Vector, spec: Spec) -> list[Part]:
    """(u_j + alpha R_j) kappa_jf s_jfA per slot: the last tie decides whose part it is."""
    share = projection.shares[:, [target]].toarray().ravel()
    dependents = projection.dependents
    weight = projection.mass[dependents] + spec.alpha * reaches[dependents]
    values = spec.weights[0] * weight * projection.intensity * share / projection.total_mass
    node = projection.nodes[target]
    parts: list[Part] = []
    for k in np.flatnonzero(values > 0).tolist():
        slot, value = projection.slots[k], float(values[k])
        fills = sorted((-fill.share, fill.tie) for fill in slot.fills if fill.provider == node and fill.share > 0)
        whole = sum(minus for minus, _ in fills)
        ties = tuple(tie for _, tie in fills)
        split = tuple(value * minus / whole for minus, _ in fills)
        parts.append(Part("reach", slot.dependent, slot.slot, slot.layer, value, ties, (), split))
    return parts


def lockin_parts(projection: Projection, target: int, losses: Matrix, spec: Spec) -> list[Part]:
    """u_j ell_j per dependent through its binding slot (the first by id of equal ones), in units of power."""
    slot_losses = binding_losses(projection, target, losses)
    binding: dict[int, int] = {}
    # Who loses nothing passes on nothing: neither a part nor a link of a chain.
    for k in np.flatnonzero(losses[target, projection.dependents] > 0).tolist():
        j = int(projection.dependents[k])
        if j not in binding or slot_losses[k] > slot_losses[binding[j]] + 1e-12:
            binding[j] = k
    ell = losses[target].copy()
    ell[target] = 1.0
    through = {j: _carriers(projection, k, ell) for j, k in binding.items()}
    parts: list[Part] = []
    for j, k in binding.items():
        value = float(spec.weights[1] * projection.mass[j] * losses[target, j] / projection.total_mass)
        if value > 0:
            slot, fills = projection.slots[k], through[j]
            whole = sum(carried for _, _, carried in fills)
            ties = tuple(tie for tie, _, _ in fills)
            split = tuple(value * carried / whole for _, _, carried in fills)
            chain = _chain(projection, j, target, through)
            parts.append(Part("lockin", slot.dependent, slot.slot, slot.layer, value, ties, chain, split))
    return parts


def source_reaches(projection: Projection, alpha: float) -> Callable[[int], Vector]:
    """u_j [B (I - alpha B)^-1]_jA for every node j, shape (n,), in dependent-equivalents, as a function of A.

    They sum to R_A. One factorization serves all firms, each by a sparse solve from its side. A firm in a circle of
    dependence has a part that begins with itself.
    """
    from scipy import sparse
    from scipy.sparse.linalg import splu

    n = len(projection.nodes)
    matrix = dependence(projection)
    factors = splu(sparse.csc_array(sparse.eye_array(n, format="csc") - alpha * matrix.tocsc()))

    def of(target: int) -> Vector:
        unit = np.zeros(n)
        unit[target] = 1.0
        return np.asarray(projection.mass * (matrix @ factors.solve(unit)), dtype=np.float64)

    return of


def source_reach(projection: Projection, target: int, alpha: float) -> Vector:
    """What :func:`source_reaches` gives for one firm."""
    return source_reaches(projection, alpha)(target)


def source_parts(projection: Projection, handed: Vector, lockin: Iterable[Part], spec: Spec) -> tuple[SourcePart, ...]:
    """Parts by the participant that they begin with, the largest first.

    Parameters
    ----------
    handed : ndarray of shape (n,)
        Reach that each node hands on to the firm, from :func:`source_reaches`.
    lockin : iterable of Part
        The firm's parts of lock-in.
    """
    factor = spec.weights[0] / projection.total_mass
    reaches = handed * factor
    bound = {part.dependent: part for part in lockin}
    found: list[SourcePart] = []
    for node, reach in zip(projection.nodes, reaches.tolist(), strict=True):
        if part := bound.get(node):
            found.append(SourcePart(node, reach, part.value, part.slot, part.chain))
        elif reach > 0:
            found.append(SourcePart(node, reach, 0.0))
    return tuple(sorted(found, key=lambda part: (-part.value, part.dependent)))


def _carriers(projection: Projection, k: int, ell: Vector) -> list[tuple[str, int, float]]:
    """Ties of slot `k` that pass on a loss, with the index of their providers and how much, the weightiest first."""
    found = []
    for fill in projection.slots[k].fills:
        provider = projection.index(fill.provider)
        if provider is not None and (carried := fill.share * fill.revocability * float(ell[provider])) > 0:
            found.append((-carried, fill.tie, provider))
    return [(tie, provider, -minus) for minus, tie, provider in sorted(found)]


def _chain(
    projection: Projection, start: int, target: int, through: Mapping[int, list[tuple[str, int, float]]]
) -> tuple[str, ...]:
    """From dependent to firm along the weightiest tie of each binding slot."""
    chain = [start]
    while chain[-1] != target:
        step = next((provider for _, provider, _ in through.get(chain[-1], ()) if provider not in chain), None)
        if step is None:
            break
        chain.append(step)
    return tuple(projection.nodes[j] for j in chain)
