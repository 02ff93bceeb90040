"""What a scenario changes: ranks, power, reach and lock-in before and after, with intervals of the differences.

Before and after share their random numbers, tie by tie (:class:`definer.graph.uncertainty.noise.Noise`): what is wrong
in a draw is wrong on both sides, and the difference has an interval of its own, much narrower than that of either side.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from ..ensemble.batch import Ensemble
from ..names import NodeName
from ..plain_values import plain
from ..power.scoring import score_fast
from ..power.spec import DEFAULT_SPEC, Spec
from ..power.tie import ScoreTies
from ..uncertainty.error_model import DEFAULT_ERRORS, ErrorModel
from ..uncertainty.monte_carlo import simulate
from ..uncertainty.noise import Noise
from ..uncertainty.ranks import first_places, ranks
from .node_scores import NodeScore, node_scores

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]
    Vector = NDArray[np.float64]

__all__ = ["FACETS", "Change", "Difference", "difference"]

FACETS: Final = ("power", "reach", "lockin")
_QUANTILES: Final = (0.05, 0.5, 0.95)
_SAME: Final = 1e-12


@dataclass(frozen=True, slots=True)
class Change:
    """A firm, or a group of firms, before and after.

    Attributes
    ----------
    before, after : NodeScore
        All zero where it is in no tie; rank None for what is not ranked: a group, or who is in no tie.
    intervals : mapping of facet to (float, float, float)
        Low end, median and high end of after less before over the draws, 90 %; empty without draws. The point change
        may lie outside: the error model lowers power more often than it raises it.
    p_first : (float, float) or None
        P(rank 1) before and after; None without draws, or for what is not ranked.
    """

    id: str
    before: NodeScore
    after: NodeScore
    intervals: Mapping[str, tuple[float, float, float]] = field(default_factory=dict)
    p_first: tuple[float, float] | None = None

    def change(self, facet: str) -> float:
        """After less before."""
        return float(getattr(self.after, facet) - getattr(self.before, facet))

    @property
    def changed(self) -> bool:
        """Whether anything is not as before."""
        return any(abs(self.change(facet)) > _SAME for facet in FACETS) or self.before.rank != self.after.rank


@dataclass(frozen=True)
class Difference:
    """Scores of one table of ties before and after.

    Attributes
    ----------
    cohorts : bool
        Whether cohorts of adopters count as dependents.
    n : (int, int)
        Participants before and after.
    changes : tuple of Change
        All that is in a tie on either side, the largest changes of power first.
    draws, seed : int
    powers : (mapping, mapping)
        Draws of power before and after by node, each of shape (draws,); empty without draws.
    """

    cohorts: bool
    n: tuple[int, int]
    changes: tuple[Change, ...]
    names: Mapping[str, NodeName] = field(repr=False)
    draws: int = 0
    seed: int = 0
    powers: tuple[Mapping[str, Vector], Mapping[str, Vector]] = field(default=({}, {}), repr=False)

    def of(self, key: str) -> Change | None:
        """The change of a node; None where it is in no tie."""
        return next((change for change in self.changes if change.id == key), None)

    def to_dict(self) -> dict[str, Any]:
        """Plain data: who changed, and who was among the first ten on either side."""
        shown = [change for change in self.changes if change.changed or _among_first(change)]
        return {
            "cohorts": self.cohorts,
            "n": {"before": self.n[0], "after": self.n[1]},
            "draws": self.draws,
            "seed": self.seed if self.draws else None,
            "nodes": len(self.changes),
            "unchanged": sum(not change.changed for change in self.changes),
            "firms": [self._row(change) for change in shown],
        }

    def _row(self, change: Change) -> dict[str, Any]:
        name = self.names[change.id]
        row: dict[str, Any] = {"id": change.id, "name": {"en": name.en, "zh": name.zh}, "company": name.company}
        row["rank"] = {"before": change.before.rank, "after": change.after.rank}
        for facet in FACETS:
            low, median, high = change.intervals.get(facet, (None, None, None))
            row[facet] = {
                "before": plain(getattr(change.before, facet)),
                "after": plain(getattr(change.after, facet)),
                "change": plain(change.change(facet)),
                "low": plain(low),
                "median": plain(median),
                "high": plain(high),
            }
        first = change.p_first
        row["p_rank1"] = {"before": plain(first[0]), "after": plain(first[1])} if first else None
        return row


def difference(
    before: ScoreTies,
    after: ScoreTies,
    spec: Spec = DEFAULT_SPEC,
    *,
    noise: Noise | None = None,
    errors: ErrorModel = DEFAULT_ERRORS,
) -> Difference:
    """Score two tables of one paradigm, and their difference.

    Parameters
    ----------
    noise : Noise, optional
        Random numbers that both sides share; without them there are no intervals.
    """
    first, second = node_scores(before, spec), node_scores(after, spec)
    keys = sorted({*first, *second})
    names = {key: after.name(key) if key in second else before.name(key) for key in keys}
    nothing = NodeScore(0.0, 0.0, 0.0, None)
    n = (score_fast(before, spec).n, score_fast(after, spec).n)
    if noise is None:
        changes = [Change(key, first.get(key, nothing), second.get(key, nothing)) for key in keys]
        return Difference(before.cohorts, n, _sorted(changes), names)
    drawn_before = simulate(before, noise, errors, spec)
    same = before.ties == after.ties and before.masses == after.masses
    sides = drawn_before, drawn_before if same else simulate(after, noise, errors, spec)
    drawn = {facet: tuple(_by_node(side, getattr(side, facet)) for side in sides) for facet in FACETS}
    chances = tuple(_chances(side) for side in sides)
    zero = np.zeros(noise.draws)
    changes = []
    for key in keys:
        intervals = {}
        for facet, (one, two) in drawn.items():
            low, median, high = np.quantile(two.get(key, zero) - one.get(key, zero), _QUANTILES).tolist()
            intervals[facet] = (low, median, high)
        ranked = names[key].company
        p_first = (chances[0].get(key, 0.0), chances[1].get(key, 0.0)) if ranked else None
        changes.append(Change(key, first.get(key, nothing), second.get(key, nothing), intervals, p_first))
    powers = drawn["power"]
    return Difference(before.cohorts, n, _sorted(changes), names, noise.draws, noise.seed, (powers[0], powers[1]))


def _sorted(changes: list[Change]) -> tuple[Change, ...]:
    return tuple(sorted(changes, key=lambda change: (-round(abs(change.change("power")), 12), change.id)))


def _among_first(change: Change, count: int = 10) -> bool:
    return any(side.rank is not None and side.rank <= count for side in (change.before, change.after))


def _by_node(side: Ensemble, table: Matrix) -> dict[str, Vector]:
    return dict(zip(side.nodes, table, strict=True))


def _chances(side: Ensemble) -> dict[str, float]:
    power = side.power[side.company]
    if not power.size:
        return {}
    chances = first_places(power, *ranks(power))
    return dict(zip((side.nodes[i] for i in np.flatnonzero(side.company)), chances.tolist(), strict=True))
