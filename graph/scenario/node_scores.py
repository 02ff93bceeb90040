"""Scores of every node, groups of firms included: a scenario may give a share to "Chinese open models"."""

from __future__ import annotations

from dataclasses import dataclass

from ..power.lockin import loss_matrix
from ..power.projection import project
from ..power.reach import reach_exact
from ..power.scoring import score_fast
from ..power.spec import DEFAULT_SPEC, Spec
from ..power.tie import ScoreTies

__all__ = ["NodeScore", "node_scores"]


@dataclass(frozen=True, slots=True)
class NodeScore:
    """Averages per participant; `rank` is None for what is not ranked."""

    power: float
    reach: float
    lockin: float
    rank: int | None


def node_scores(ties: ScoreTies, spec: Spec = DEFAULT_SPEC) -> dict[str, NodeScore]:
    """Power of every dependent and provider, by id; companies as :func:`definer.graph.power.score` has them."""
    projection = project(ties, spec)
    total = projection.total_mass or 1.0
    reach = reach_exact(projection, spec.alpha) / total
    lockin = loss_matrix(projection) @ projection.mass / total
    ranks = {firm.id: firm.rank for firm in score_fast(ties, spec).firms}
    found = {}
    for node, one, two in zip(projection.nodes, reach.tolist(), lockin.tolist(), strict=True):
        power = spec.weights[0] * one + spec.weights[1] * two
        found[node] = NodeScore(power, one, two, ranks.get(node))
    return found
