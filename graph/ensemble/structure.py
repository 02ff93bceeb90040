"""What all variants of a table of ties share: its rows as index arrays, and the order in which to solve."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from ..power.spec import DEFAULT_SPEC, Spec
from ..power.tie import ScoreTie, ScoreTies

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Vector = NDArray[np.float64]
    Indices = NDArray[np.intp]
    Mask = NDArray[np.bool_]

__all__ = ["Structure"]


@dataclass(frozen=True, eq=False)
class Structure:
    """Rows (r of them) in pairs of slot and provider (p), pairs in slots (k), slots of dependents among nodes (n).

    Rows are sorted by dependent, slot, provider and id, so every level is a run of the one below.

    Attributes
    ----------
    ties : tuple of ScoreTie
        The rows, sorted.
    nodes : tuple of str
        Dependents and named providers, sorted.
    company : ndarray of bool, shape (n,)
    pair_of_row, slot_of_pair : ndarray of int, shapes (r,), (p,)
    first_row, first_pair, first_row_of_slot : ndarray of int, shapes (p,), (k,), (k,)
        Where each run begins.
    provider : ndarray of int, shape (p,)
        Node of the pair's provider; -1 where the part rests on nobody, or on nobody known.
    unknown : ndarray of bool, shape (p,)
        Provider is ``UNKNOWN``.
    dependent : ndarray of int, shape (k,)
        Node of the slot's dependent.
    low, high : ndarray of shape (r,)
        Stated range of the share; 0 where `blank`.
    blank, closed : ndarray of bool, shape (r,)
    criticality, revocability, confidence, unconfirmed, half_life : ndarray of shape (r,)
        `unconfirmed` and `half_life` in years.
    share_doubt, revocability_doubt, criticality_doubt : ndarray of shapes (p,), (p,), (k,)
        Part of the error model's width that a field keeps: the greatest of its rows (``ScoreTie.doubt``).
    weight : ndarray of shape (n,)
        u_j of a node that has a slot; 0 for others.
    """

    ties: tuple[ScoreTie, ...]
    nodes: tuple[str, ...]
    company: Mask
    pair_of_row: Indices
    slot_of_pair: Indices
    first_row: Indices
    first_pair: Indices
    first_row_of_slot: Indices
    provider: Indices
    unknown: Mask
    dependent: Indices
    low: Vector
    high: Vector
    blank: Mask
    closed: Mask
    criticality: Vector
    revocability: Vector
    confidence: Vector
    unconfirmed: Vector
    half_life: Vector
    share_doubt: Vector
    revocability_doubt: Vector
    criticality_doubt: Vector
    weight: Vector

    @classmethod
    def of(cls, ties: ScoreTies, spec: Spec = DEFAULT_SPEC) -> Structure:
        """Index arrays of `ties`; of `spec` only the half-lives count."""
        rows = tuple(sorted(ties, key=lambda tie: (tie.dependent, tie.slot, tie.provider, tie.id)))
        nodes = sorted({tie.dependent for tie in rows} | {tie.provider for tie in rows if tie.is_named})
        index = {node: i for i, node in enumerate(nodes)}
        pairs = [list(group) for _, group in groupby(rows, key=lambda tie: (tie.dependent, tie.slot, tie.provider))]
        slots = [list(group) for _, group in groupby(pairs, key=lambda pair: (pair[0].dependent, pair[0].slot))]
        rows_of_pair = np.array([len(pair) for pair in pairs], dtype=np.intp)
        pairs_of_slot = np.array([len(slot) for slot in slots], dtype=np.intp)
        first_row, first_pair = _starts(rows_of_pair), _starts(pairs_of_slot)
        weight = np.zeros(len(nodes))
        for slot in slots:
            weight[index[slot[0][0].dependent]] = ties.mass(slot[0][0].dependent)
        bounds = [[share for share in (tie.share_low, tie.share_high) if share is not None] for tie in rows]
        return cls(
            ties=rows,
            nodes=tuple(nodes),
            company=np.array([ties.name(node).company for node in nodes], dtype=np.bool_),
            pair_of_row=np.repeat(np.arange(len(pairs)), rows_of_pair),
            slot_of_pair=np.repeat(np.arange(len(slots)), pairs_of_slot),
            first_row=first_row,
            first_pair=first_pair,
            first_row_of_slot=first_row[first_pair],
            provider=np.array([index[p[0].provider] if p[0].is_named else -1 for p in pairs], dtype=np.intp),
            unknown=np.array([pair[0].provider == "UNKNOWN" for pair in pairs], dtype=np.bool_),
            dependent=np.array([index[slot[0][0].dependent] for slot in slots], dtype=np.intp),
            low=np.array([min(bound, default=0.0) for bound in bounds], dtype=np.float64),
            high=np.array([max(bound, default=0.0) for bound in bounds], dtype=np.float64),
            blank=np.array([not bound for bound in bounds], dtype=np.bool_),
            closed=np.array([tie.closed for tie in rows], dtype=np.bool_),
            criticality=_column(rows, "criticality"),
            revocability=_column(rows, "revocability"),
            confidence=_column(rows, "confidence"),
            unconfirmed=np.array([ties.unconfirmed(tie) for tie in rows], dtype=np.float64),
            half_life=np.array([spec.half_life(tie.layer) for tie in rows], dtype=np.float64),
            share_doubt=np.array([_doubt(pair, "share") for pair in pairs], dtype=np.float64),
            revocability_doubt=np.array([_doubt(pair, "revocability") for pair in pairs], dtype=np.float64),
            criticality_doubt=np.array(
                [max(_doubt(p, "criticality") for p in slot) for slot in slots], dtype=np.float64
            ),
            weight=weight,
        )

    @property
    def pair_keys(self) -> tuple[str, ...]:
        """Name of each pair, the same in every table that holds it."""
        firsts = (self.ties[row] for row in self.first_row.tolist())
        return tuple("\x1f".join((tie.dependent, tie.slot, tie.provider)) for tie in firsts)

    @property
    def slot_keys(self) -> tuple[str, ...]:
        """Name of each slot, the same in every table that holds it."""
        firsts = (self.ties[row] for row in self.first_row_of_slot.tolist())
        return tuple("\x1f".join((tie.dependent, tie.slot)) for tie in firsts)


def _doubt(rows: list[ScoreTie], name: str) -> float:
    return max(tie.doubt(name) for tie in rows)


def _starts(lengths: Indices) -> Indices:
    return np.concatenate([[0], np.cumsum(lengths)[:-1]]).astype(np.intp) if lengths.size else lengths


def _column(rows: tuple[ScoreTie, ...], name: str) -> Vector:
    return np.array([getattr(tie, name) for tie in rows], dtype=np.float64)
