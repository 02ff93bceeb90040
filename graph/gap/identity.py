"""The gap before any model: what part of it is revenue, sector, and premium (METHOD 4.1).

Mean ln V of one country less that of the other is the difference of mean ln F plus that of mean pi, exactly. ln F
under baseline B1 is ln revenue plus ln of the sector's multiple; nothing finer is known of every firm.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .estimate import Estimate, Floats, estimate
from .resampling import group_difference
from .sample import Sample

__all__ = ["TERMS", "Identity", "Part", "gap_identity"]

TERMS = ("value", "revenue", "multiple", "fundamentals", "premium")
"""ln V; ln revenue; ln of the sector's multiple; ln F, their sum; pi."""
_LEAST = 3
"""Fewest firms of each country that a paradigm's difference is printed for."""


@dataclass(frozen=True, slots=True)
class Part:
    """The identity over some firms.

    Attributes
    ----------
    n_a, n_b : int
    terms : mapping of str to Estimate, or None
        Differences of means by :data:`TERMS`, in log points; None where a country has too few firms.
    share : Estimate or None
        Difference in ln F over that in ln V; None where the latter is not told from zero, since a ratio then says
        nothing.
    """

    n_a: int
    n_b: int
    terms: dict[str, Estimate] | None
    share: Estimate | None

    def to_dict(self) -> dict[str, object]:
        """Terms as plain values."""
        return {
            "n": [self.n_a, self.n_b],
            "terms": {name: term.to_dict() for name, term in self.terms.items()} if self.terms else None,
            "fundamentals_share": self.share.to_dict() if self.share else None,
        }


@dataclass(frozen=True)
class Identity:
    """The identity over the sample and by paradigm.

    Attributes
    ----------
    overall : Part
    by_paradigm : mapping
        Paradigm -> part.
    """

    overall: Part
    by_paradigm: dict[str, Part]
    least: int = _LEAST

    def to_dict(self) -> dict[str, object]:
        """Parts as plain values."""
        return {
            **self.overall.to_dict(),
            "by_paradigm": {name: part.to_dict() for name, part in self.by_paradigm.items()},
            "least_for_a_paradigm": self.least,
            "split_of_fundamentals": ["revenue", "multiple"],
        }


def gap_identity(sample: Sample, counts: Floats) -> Identity:
    """Differences of means, with intervals over the draws of firms within country.

    Parameters
    ----------
    sample : Sample
    counts : ndarray of shape (draws, n)
        From :func:`definer.graph.gap.resampling.firm_counts`.
    """
    values = np.column_stack(
        [
            sample.log_value,
            sample.log_revenue,
            sample.log_multiple,
            sample.log_revenue + sample.log_multiple,
            sample.premium,
        ]
    )
    everyone = np.ones(len(sample.in_a), dtype=bool)
    homes = sample.paradigms
    return Identity(
        _part(sample, values, counts, everyone, 1),
        {name: _part(sample, values, counts, homes == name, _LEAST) for name in sample.frame.by_paradigm},
    )


def _part(sample: Sample, values: Floats, counts: Floats, inside: np.ndarray, least: int) -> Part:
    in_a = sample.in_a[inside]
    n_a, n_b = int(in_a.sum()), int((~in_a).sum())
    if min(n_a, n_b) < least:
        return Part(n_a, n_b, None, None)
    once = np.ones((1, len(in_a)))
    point = group_difference(values[inside], in_a, once)[0]
    with np.errstate(invalid="ignore", divide="ignore"):  # a draw may hold no firm of a country in a paradigm
        draws = group_difference(values[inside], in_a, counts[:, inside])
        ratios = draws[:, 3] / draws[:, 0]
    terms = {name: estimate(point[at], draws[:, at]) for at, name in enumerate(TERMS)}
    return Part(n_a, n_b, terms, estimate(point[3] / point[0], ratios) if terms["value"].sign else None)
