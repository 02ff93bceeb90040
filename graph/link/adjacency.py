"""Which firms of a sample are tied to each other: pairs, without direction, paradigm or strength."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import numpy as np

from ..power.tie import ScoreTies
from .slope import Floats

__all__ = ["Pairs", "adjacency", "row_weights", "tie_pairs"]

Pairs = frozenset[tuple[str, str]]


def tie_pairs(ties: Iterable[ScoreTies], firms: Collection[str]) -> Pairs:
    """Pairs of firms, sorted, of which one depends on the other; capital is no tie of a score.

    A tie counts in whatever paradigm it stands and however weak it is, unless it is signed and not delivered (its
    share of the slot is stated as nothing). What a firm makes for itself and open standards tie it to nobody.

    Parameters
    ----------
    ties : iterable of ScoreTies
        Of every paradigm, as of the date.
    firms : collection of str
        Both ends must be among them.
    """
    wanted = frozenset(firms)
    return frozenset(
        (min(tie.dependent, tie.provider), max(tie.dependent, tie.provider))
        for part in ties
        for tie in part.ties
        if tie.dependent != tie.provider
        and tie.is_named
        and tie.middle != 0
        and tie.dependent in wanted
        and tie.provider in wanted
    )


def adjacency(pairs: Iterable[tuple[str, str]], firms: Sequence[str]) -> Floats:
    """Symmetric matrix of ones and zeros in the order of `firms`; pairs with others are passed over."""
    places = {firm: at for at, firm in enumerate(firms)}
    found = np.zeros((len(firms), len(firms)))
    for left, right in pairs:
        if left in places and right in places and left != right:
            found[places[left], places[right]] = found[places[right], places[left]] = 1.0
    return found


def row_weights(matrix: Floats) -> Floats:
    """Rows that sum to one; those of firms without neighbours stay zero."""
    sums = matrix.sum(axis=1, keepdims=True)
    return np.asarray(matrix / np.where(sums > 0, sums, 1.0), dtype=np.float64)
