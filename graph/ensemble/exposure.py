"""Shares, criticalities and participants of every variant: the rules of :mod:`definer.graph.power.shares`, in arrays.

Numbers in comments are those of the rules there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy import sparse

from .structure import Structure
from .variants import Variants

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]
    Mask = NDArray[np.bool_]
    Indices = NDArray[np.intp]

__all__ = ["Exposure", "expose"]


@dataclass(frozen=True, eq=False)
class Exposure:
    """Arrays of d variants, of shapes (p, d), (p, d), (k, d), (n, d).

    `weight` is kappa s, what reach passes on; `slope` is c s r, what a loss passes on; both are 0 where a pair
    has no named provider. `criticality` is c, `mass` is u.
    """

    weight: Matrix
    slope: Matrix
    criticality: Matrix
    mass: Matrix


def expose(structure: Structure, variants: Variants) -> Exposure:
    """Shares and criticalities of every variant."""
    kept = np.ones((len(structure.ties), 1), dtype=np.bool_) if variants.kept is None else variants.kept
    stands = _any(kept, structure.first_row)
    weight, hold = _weights(structure, variants, kept, stands)
    weight = _vary(structure, variants, weight)
    slot_stands = _any(stands, structure.first_pair)
    share = weight * _scale(structure, variants, kept, weight)[structure.slot_of_pair]
    share *= _certainty(structure, variants, kept)  # (5)
    share[structure.provider < 0] = 0.0  # (3)
    if variants.revocability is not None:
        hold = np.clip(hold + variants.revocability, 0.0, 1.0)
    criticality = _criticality(structure, variants, kept) * slot_stands
    mass, intensity = _participants(structure, criticality, slot_stands)
    count = len(variants)
    slope = share * hold * criticality[structure.slot_of_pair]
    weight = share * intensity[structure.slot_of_pair]
    return Exposure(*(_wide(table, count) for table in (weight, slope, criticality, mass)))


def _any(table: Mask, starts: Indices) -> Mask:
    return table if starts.size == table.shape[0] else np.logical_or.reduceat(table, starts, axis=0)


def _sums(table: Matrix, starts: Indices) -> Matrix:
    """Sums of runs of rows; a sparse product does it many times faster than ``np.add.reduceat``."""
    if starts.size == table.shape[0]:
        return table
    ends = np.append(starts, table.shape[0])
    runs = sparse.csr_array((np.ones(table.shape[0]), np.arange(table.shape[0]), ends), shape=(starts.size, ends[-1]))
    return np.asarray(runs @ table)


def _wide(table: Matrix, count: int) -> Matrix:
    return np.ascontiguousarray(np.broadcast_to(table, (table.shape[0], count)), dtype=np.float64)


def _weights(structure: Structure, variants: Variants, kept: Mask, stands: Mask) -> tuple[Matrix, Matrix]:
    """Weight of each pair in its slot before residual, confidence and decay; and its revocability (1, 2)."""
    place = 0.5 if variants.place is None else variants.place[structure.pair_of_row]
    spread = (structure.high - structure.low)[:, None]
    stated = np.where(kept, structure.low[:, None] + spread * place, 0.0)
    said = _sums(stated, structure.first_row)
    blank = kept & structure.blank[:, None]
    silent = _any(blank, structure.first_row) & (said <= 0.0)
    total = _sums(said, structure.first_pair)
    left = np.maximum(0.0, 1.0 - total) / np.maximum(_sums(silent.astype(np.float64), structure.first_pair), 1.0)
    in_slot = structure.slot_of_pair
    weight = np.where(silent, left[in_slot], said / np.maximum(total, 1.0)[in_slot])
    # Rows of one provider: revocability as its stated shares have it, evenly where none is stated.
    part = np.where(silent[structure.pair_of_row], blank.astype(np.float64), stated)
    held = _sums(part * structure.revocability[:, None], structure.first_row)
    parts = _sums(part, structure.first_row)
    return weight * stands, np.divide(held, parts, out=np.zeros_like(held), where=parts > 0)


def _vary(structure: Structure, variants: Variants, weight: Matrix) -> Matrix:
    """Weights with the factors of the draw; what is named holds as much of its slot as before."""
    if variants.weight is None:
        return weight
    known = np.where(structure.unknown[:, None], 0.0, weight)
    moved = known * variants.weight
    before, after = _sums(known, structure.first_pair), _sums(moved, structure.first_pair)
    ratio = np.divide(before, after, out=np.zeros_like(after), where=after > 0)
    return moved * ratio[structure.slot_of_pair]


def _scale(structure: Structure, variants: Variants, kept: Mask, weight: Matrix) -> Matrix:
    """(1 - residual) / what is named, per slot (4)."""
    known = _sums(np.where(structure.unknown[:, None], 0.0, weight), structure.first_pair)
    unlisted = np.where(known < 1.0 - 1e-12, 1.0 - known, 0.0)
    closed = _any(kept & structure.closed[:, None], structure.first_row_of_slot)
    residual = np.where(closed, unlisted, np.maximum(variants.rho, unlisted))
    return np.asarray(np.divide(1.0 - residual, known, out=np.zeros_like(residual), where=known > 0))


def _certainty(structure: Structure, variants: Variants, kept: Mask) -> Matrix:
    """Confidence times probability of being active; the best attested of a provider's rows decides (5)."""
    undelivered = ~structure.blank & (structure.low + structure.high <= 0.0)
    confidence = np.where(undelivered, 0.0, structure.confidence)[:, None]
    halvings = (structure.unconfirmed / structure.half_life)[:, None] / variants.half_life
    certainty = np.where(kept, confidence * np.exp2(-halvings), 0.0)
    if structure.first_row.size:
        certainty = np.maximum.reduceat(certainty, structure.first_row, axis=0)
    return certainty if variants.exists is None else (variants.exists < certainty).astype(np.float64)


def _criticality(structure: Structure, variants: Variants, kept: Mask) -> Matrix:
    rows = np.where(kept, structure.criticality[:, None], 0.0)
    starts = structure.first_row_of_slot
    found = np.maximum.reduceat(rows, starts, axis=0) if starts.size else rows[:0]
    if variants.criticality is None:
        return found
    return np.asarray(np.minimum(found * variants.criticality, np.maximum(found, variants.ceiling)))


def _participants(structure: Structure, criticality: Matrix, stands: Mask) -> tuple[Matrix, Matrix]:
    """u_j of dependents with a slot left, and kappa_jf = q_j c_jf / sum_f c_jf."""
    count = criticality.shape[1]
    firsts = np.flatnonzero(np.diff(structure.dependent, prepend=-1)).astype(np.intp)
    mass = np.zeros((len(structure.nodes), stands.shape[1]))
    if not firsts.size:
        return mass, criticality
    owners = structure.dependent[firsts]
    mass[owners] = np.where(_any(stands, firsts), structure.weight[owners, None], 0.0)
    run = np.repeat(np.arange(firsts.size), np.diff(np.append(firsts, structure.dependent.size)))
    total = np.add.reduceat(criticality, firsts, axis=0)
    spared = np.multiply.reduceat(1.0 - criticality, firsts, axis=0)
    ratio = np.divide(1.0 - spared, total, out=np.zeros((firsts.size, count)), where=total > 0)
    return mass, ratio[run] * criticality
