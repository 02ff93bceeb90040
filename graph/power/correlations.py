"""How alike the facets and the centralities rank firms: Spearman's rho of every two of them.

Printed beside a score so that a reader sees what it adds to counting ties (OECD/JRC step 4): at the scale of a
curated graph reach, lock-in and in-degree are nearly one dimension; they part at chokepoints, decoys and open
standards.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .centralities import diagnostics
from .facets import FACETS, FacetTable, facets
from .result import Result, Setting
from .spec import DEFAULT_SPEC, Spec
from .tie import ScoreTies

__all__ = ["SpearmanMatrix", "spearman"]

_LEAST = 3
"""Fewest firms for a rank correlation: two always give 1 or -1."""


@dataclass(frozen=True)
class SpearmanMatrix(Result):
    """Spearman's rho of every two measures over the companies of a paradigm.

    Attributes
    ----------
    measures : tuple of str
        Facets, then centralities; `in_degree` stands once.
    firms : int
        Companies compared.
    values : mapping of (str, str) to float or None
        None where a measure is constant, or has fewer than three companies. Symmetric; 1 on the diagonal.
    counts : mapping of (str, str) to int
        Companies for which both measures have a value.
    """

    of: Setting
    measures: tuple[str, ...]
    firms: int
    values: Mapping[tuple[str, str], float | None]
    counts: Mapping[tuple[str, str], int]

    @property
    def setting(self) -> Setting:
        """What the correlations rest on."""
        return self.of

    def rho(self, first: str, second: str) -> float | None:
        """Spearman's rho of two measures."""
        return self.values[first, second]

    def records(self) -> Sequence[Mapping[str, Any]]:
        """One row per measure, one column per measure."""
        return [{"measure": row, **{name: self.values[row, name] for name in self.measures}} for row in self.measures]

    def to_dict(self) -> dict[str, Any]:
        """The matrix, with the number of companies behind each value."""
        counts = [[self.counts[row, name] for name in self.measures] for row in self.measures]
        return {**super().to_dict(), "measures": list(self.measures), "firms": self.firms, "counts": counts}


def spearman(ties: ScoreTies, spec: Spec = DEFAULT_SPEC, *, table: FacetTable | None = None) -> SpearmanMatrix:
    """Spearman's rho of the facets and centralities of the companies in `ties`.

    Parameters
    ----------
    table : FacetTable, optional
        Facets of the same ties and settings, where they are at hand.
    """
    table = table or facets(ties, spec)
    others = diagnostics(ties, spec)
    columns: dict[str, list[float | None]] = {
        name: [float(getattr(firm, name)) for firm in table.firms] for name in FACETS
    }
    for name in others.measures:
        columns.setdefault(name, [others.rows[firm.id][name] for firm in table.firms])
    measures = tuple(columns)
    values: dict[tuple[str, str], float | None] = {}
    counts: dict[tuple[str, str], int] = {}
    for i, first in enumerate(measures):
        for second in measures[i:]:
            rho, count = _rho(columns[first], columns[second])
            values[first, second] = values[second, first] = rho
            counts[first, second] = counts[second, first] = count
    return SpearmanMatrix(table.of, measures, len(table.firms), values, counts)


def _rho(first: Sequence[float | None], second: Sequence[float | None]) -> tuple[float | None, int]:
    from scipy.stats import spearmanr

    # Twelve decimals, as scores must agree to share a rank: rounding must not make ranks.
    pairs = [
        (round(a, 12), round(b, 12)) for a, b in zip(first, second, strict=True) if a is not None and b is not None
    ]
    if len(pairs) < _LEAST or min(len({pair[side] for pair in pairs}) for side in (0, 1)) == 1:
        return None, len(pairs)
    found = spearmanr([a for a, _ in pairs], [b for _, b in pairs])
    return float(found.statistic), len(pairs)
