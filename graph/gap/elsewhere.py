"""Each of two countries against all third ones: which of the two the gap between them is about."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..link.frame import Frame
from .estimate import Estimate, estimate
from .resampling import firm_counts, group_difference
from .sample import MINIMUM, Sample

__all__ = ["Elsewhere", "gap_elsewhere"]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Gap in premium between one of the two countries and all firms of third countries in the sample.

    Attributes
    ----------
    country : str
    n : tuple of int
        Firms of the country, and of third ones.
    gap : Estimate
    """

    country: str
    n: tuple[int, int]
    gap: Estimate

    def to_dict(self) -> dict[str, object]:
        """Gap as plain values."""
        return {"country": self.country, "n": list(self.n), "gap": self.gap.to_dict()}


def gap_elsewhere(frame: Frame, sample: Sample, draws: int, seed: int) -> tuple[Elsewhere, ...]:
    """Gap in premium of each of the two countries to all third countries; empty where those have too few firms.

    Parameters
    ----------
    frame : Frame
        The whole sample of the link.
    sample : Sample
    draws, seed : int
    """
    premium = frame.premium()
    home = np.array([unit.country or "" for unit in frame.units])
    third = ~np.isin(home, [sample.a, sample.b])
    if third.sum() < MINIMUM:
        return ()
    found = []
    for code in (sample.a, sample.b):
        keep = third | (home == code)
        inside, values = home[keep] == code, premium[keep]
        counts = firm_counts(inside, draws, seed)
        point = group_difference(values, inside, np.ones((1, len(values))))[0]
        gap = estimate(point, group_difference(values, inside, counts))
        found.append(Elsewhere(code, (int(inside.sum()), int(third.sum())), gap))
    return tuple(found)
