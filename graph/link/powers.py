"""Power of every firm in every paradigm, in the variants that the link compares."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from ..power import diagnostics
from ..power.scoring import score_fast
from ..power.tie import ScoreTies
from .frame import PowerTable

__all__ = ["TiesOf", "power_table"]


class TiesOf(Protocol):
    """Gives the ties of a paradigm that count as of a date."""

    def __call__(
        self, paradigm: str, as_of: str | None = None, *, round_trip: bool = True, cohorts: bool = False
    ) -> ScoreTies:
        """Ties of `paradigm`."""
        ...


def power_table(paradigms: Iterable[str], as_of: str, ties_of: TiesOf) -> PowerTable:
    """Values of every variant of :data:`definer.graph.link.frame.VARIANTS`, by paradigm and firm.

    Parameters
    ----------
    paradigms : iterable of str
    as_of : str
    ties_of : callable
        As :meth:`definer.KnowledgeGraph.ties`.
    """
    found: dict[str, dict[str, dict[str, float]]] = {}
    for paradigm in paradigms:
        plain = ties_of(paradigm, as_of)
        result = score_fast(plain)
        columns = {
            "power": {firm.id: firm.power for firm in result.firms},
            "reach": {firm.id: firm.reach for firm in result.firms},
            "lockin": {firm.id: firm.lockin for firm in result.firms},
            "in_degree": {firm.id: float(firm.in_degree) for firm in result.firms},
            "pagerank": {
                firm: row["pagerank"] or 0.0 for firm, row in diagnostics(plain, measures=["pagerank"]).rows.items()
            },
            "power_cohorts": _powers(ties_of(paradigm, as_of, cohorts=True)),
            "power_no_round_trip": _powers(ties_of(paradigm, as_of, round_trip=False)),
        }
        columns["power_best"] = columns["power"]
        for variant, values in columns.items():
            found.setdefault(variant, {})[paradigm] = values
    return found


def _powers(ties: ScoreTies) -> dict[str, float]:
    return {firm.id: float(firm.power) for firm in score_fast(ties).firms}
