"""What the self test tests: each part of the engine as a function that a broken one can stand in for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..power.explanation import explain
from ..power.leave_one_out import reach_change
from ..power.projection import Projection
from ..power.reach import reach_pagerank
from ..power.scoring import score_fast
from ..power.tie import ScoreTies

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from ..uncertainty import Uncertainty

    Vector = NDArray[np.float64]

__all__ = ["Engine", "Scorer", "Totals", "score_totals"]

Totals = Mapping[str, Mapping[str, float]]
"""Measure -> firm -> total; one of the measures is ``power``, by which firms are ranked."""
Scorer = Callable[[ScoreTies], Totals]


def score_totals(ties: ScoreTies) -> dict[str, dict[str, float]]:
    """Reach, lock-in and power of every company, in dependent-equivalents."""
    result = score_fast(ties)
    size = sum({tie.dependent: ties.mass(tie.dependent) for tie in ties}.values())
    return {
        "reach": {firm.id: firm.reach_total for firm in result.firms},
        "lockin": {firm.id: firm.lockin_total for firm in result.firms},
        "power": {firm.id: firm.power * size for firm in result.firms},
    }


def _parts(ties: ScoreTies, firm: str) -> tuple[float, ...]:
    return tuple(part.value for part in explain(ties, firm).parts)


def _uncertainty(ties: ScoreTies, **settings: Any) -> Uncertainty:  # noqa: ANN401
    from ..uncertainty import uncertainty

    return uncertainty(ties, **settings)


@dataclass(frozen=True)
class Engine:
    """Functions under test; the defaults are the ones that the commands use.

    Attributes
    ----------
    totals : callable
        Ties to totals per measure and firm.
    parts : callable
        Ties and firm to the parts that explain its power, averages per participant.
    reach_change : callable
        As :func:`definer.graph.power.leave_one_out.reach_change`.
    pagerank : callable
        Projection and alpha to reach by PageRank.
    make_ties : callable
        As :class:`definer.graph.power.ScoreTies`; it must refuse capital.
    uncertainty : callable
        As :func:`definer.graph.uncertainty.uncertainty`.
    """

    totals: Scorer = score_totals
    parts: Callable[[ScoreTies, str], tuple[float, ...]] = _parts
    reach_change: Callable[[Projection, int, Vector, float], Vector] = reach_change
    pagerank: Callable[[Projection, float], Vector] = reach_pagerank
    make_ties: Callable[..., ScoreTies] = ScoreTies
    uncertainty: Callable[..., Uncertainty] = _uncertainty
