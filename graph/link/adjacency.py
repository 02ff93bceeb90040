"""Which firms of the sample are tied to each other."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from ..power.tie import ScoreTies
from .frame import Frame

__all__ = ["adjacency"]


def adjacency(frame: Frame, ties: Iterable[ScoreTies]) -> NDArray[np.bool_]:
    """Whether two firms of the sample are tied to each other, whoever depends on whom.

    A tie counts in whatever paradigm it stands and however weak it is, unless it is signed and not delivered (its
    share of the slot is stated as nothing). What a firm makes for itself and open standards tie it to nobody; ties on
    the capital layer never get here.

    Parameters
    ----------
    frame : Frame
    ties : iterable of ScoreTies
        Ties of each paradigm as of the frame's date, as :meth:`definer.KnowledgeGraph.ties` gives them.

    Returns
    -------
    ndarray of bool, shape (n, n)
        Symmetric, in the order of ``frame.units``; nobody is tied to itself.
    """
    place = {unit.id: index for index, unit in enumerate(frame.units)}
    tied = np.zeros((frame.n, frame.n), dtype=np.bool_)
    for tie in (tie for paradigm in ties for tie in paradigm):
        one, other = place.get(tie.dependent), place.get(tie.provider)
        if one is not None and other is not None and tie.is_named and tie.middle != 0:
            tied[one, other] = tied[other, one] = True
    np.fill_diagonal(tied, val=False)
    return tied
