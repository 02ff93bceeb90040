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

    from ..link.frame import Frame
    from ..uncertainty import Uncertainty

    Vector = NDArray[np.float64]
    Codes = NDArray[np.intp]
    Mask = NDArray[np.bool_]

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


def _primary_test(frame: Frame, permutations: int, seed: int) -> float:
    from ..link.sample import draw_sample

    sample = draw_sample(frame)
    return _slope_test(sample.outcome, sample.power, sample.controls, sample.strata, permutations, seed)[1]


def _slope_test(
    outcome: Vector, column: Vector, controls: Vector, strata: Codes, permutations: int, seed: int
) -> tuple[float, float]:
    import numpy as np

    from ..link.freedman_lane import freedman_lane
    from ..link.permuting import permutations_within
    from ..link.slope import Slope

    orders = permutations_within(strata, permutations, np.random.default_rng(seed))
    found = freedman_lane(Slope.of(column, controls), outcome, orders)
    return found.estimate, found.p()


def _dyad_test(distance: Vector, tied: Vector, permutations: int, seed: int) -> float:
    from ..link.mrqap import mrqap

    return mrqap(distance, {"tied": tied}, permutations=permutations, seed=seed).terms[0].p


def _two_fold(outcome: Vector, design: Vector, in_a: Mask) -> tuple[float, float, float]:
    from ..gap.oaxaca import pooled_terms

    terms, k = pooled_terms(outcome, design, in_a)[0], design.shape[1]
    return float(terms[k]), float(terms[:k].sum()), float(terms[: k + 1].sum())


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
    primary_test : callable
        Frame, permutations and seed to the p of the registered test.
    slope_test : callable
        Outcome, column, controls, strata, permutations and seed to the slope and its p within strata.
    dyad_test : callable
        Outcome and regressor by pair, permutations and seed to the p of the regressor.
    two_fold : callable
        Outcome, design and group to what is unexplained, what is explained, and the gap.
    """

    totals: Scorer = score_totals
    parts: Callable[[ScoreTies, str], tuple[float, ...]] = _parts
    reach_change: Callable[[Projection, int, Vector, float], Vector] = reach_change
    pagerank: Callable[[Projection, float], Vector] = reach_pagerank
    make_ties: Callable[..., ScoreTies] = ScoreTies
    uncertainty: Callable[..., Uncertainty] = _uncertainty
    primary_test: Callable[[Frame, int, int], float] = _primary_test
    slope_test: Callable[[Vector, Vector, Vector, Codes, int, int], tuple[float, float]] = _slope_test
    dyad_test: Callable[[Vector, Vector, int, int], float] = _dyad_test
    two_fold: Callable[[Vector, Vector, Mask], tuple[float, float, float]] = _two_fold
