"""How the variants of a table differ: which rows stand, and what is drawn for each row, slot and setting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..power.spec import DEFAULT_SPEC, Spec

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Vector = NDArray[np.float64]
    Matrix = NDArray[np.float64]
    Mask = NDArray[np.bool_]
    Indices = NDArray[np.intp]

__all__ = ["Variants"]


@dataclass(frozen=True, eq=False)
class Variants:
    """d variants of one table; what is None is as in the table, for all of them.

    Attributes
    ----------
    alpha, rho, reach_weight, resourcing, half_life : ndarray of shape (d,)
        Settings of each variant: those of :class:`definer.graph.power.Spec`; `half_life` is a factor on all
        half-lives.
    kept : ndarray of bool, shape (r, d), optional
        Rows that stand in the table.
    exists : ndarray of shape (p, d), optional
        Uniform numbers: a pair of slot and provider holds where its number is below its certainty (confidence
        times probability of still being active). None: certainty multiplies the share.
    place : ndarray of shape (p, d), optional
        Where in its stated range a share lies, 0 to 1. None: in the middle.
    weight : ndarray of shape (p, d), optional
        Factors on the weights inside a slot; what the slot's named providers hold together stays the same.
    criticality : ndarray of shape (k, d), optional
        Factors on criticality, which stays at most `ceiling`.
    revocability : ndarray of shape (p, d), optional
        Added to revocability, which stays within 0 and 1.
    ceiling : float
        Largest criticality that a factor may lead to: no slot is all of a firm's activity.
    """

    alpha: Vector
    rho: Vector
    reach_weight: Vector
    resourcing: Vector
    half_life: Vector
    kept: Mask | None = None
    exists: Matrix | None = None
    place: Matrix | None = None
    weight: Matrix | None = None
    criticality: Matrix | None = None
    revocability: Matrix | None = None
    ceiling: float = 0.98

    @classmethod
    def same(cls, count: int, spec: Spec = DEFAULT_SPEC) -> Variants:
        """`count` variants, all as the table and `spec` have it."""

        def constant(value: float) -> Vector:
            return np.full(count, float(value))

        return cls(
            constant(spec.alpha),
            constant(spec.rho),
            constant(spec.weights[0]),
            constant(spec.resourcing),
            constant(1.0),
        )

    def __len__(self) -> int:
        return int(self.alpha.size)

    def pick(self, chosen: Indices) -> Variants:
        """The variants with these numbers."""
        return Variants(
            self.alpha[chosen],
            self.rho[chosen],
            self.reach_weight[chosen],
            self.resourcing[chosen],
            self.half_life[chosen],
            None if self.kept is None else self.kept[:, chosen],
            _pick(self.exists, chosen),
            _pick(self.place, chosen),
            _pick(self.weight, chosen),
            _pick(self.criticality, chosen),
            _pick(self.revocability, chosen),
            self.ceiling,
        )


def _pick(table: Matrix | None, chosen: Indices) -> Matrix | None:
    return None if table is None else table[:, chosen]
