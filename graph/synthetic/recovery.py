"""How well a measure finds planted power: AUC, AUC against decoys, precision; beside the usual centralities."""

from __future__ import annotations

import math
import warnings
from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from ..power.centralities import MEASURES
from ..power.shares import fill_slots
from ..power.spec import DEFAULT_SPEC
from ..power.tie import ScoreTies
from ..precision import DIGITS
from .engine import Scorer
from .sample import Sample

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["BASELINES", "auc", "baseline_totals", "precision_at", "recovery"]

BASELINES: Final = ("in_degree", "pagerank", "pagerank_shares", "hits_authority", "betweenness")


def auc(scores: Mapping[str, float], positives: Collection[str], negatives: Collection[str]) -> float:
    """Probability that a positive scores above a negative; equal scores count half (Mann & Whitney 1947).

    Raises
    ------
    ValueError
        If either side is empty.
    """
    from scipy.stats import rankdata

    upper, lower = _values(scores, positives), _values(scores, negatives)
    if not upper.size or not lower.size:
        raise ValueError("AUC needs positives and negatives")
    ranks = rankdata(np.concatenate([upper, lower]))[: upper.size]
    return float((ranks.sum() - upper.size * (upper.size + 1) / 2) / (upper.size * lower.size))


def precision_at(k: int, scores: Mapping[str, float], positives: Collection[str], everybody: Collection[str]) -> float:
    """Share of positives among the `k` highest; of equal ones at the edge, their average share counts."""
    firms = sorted(everybody)
    values, right = _values(scores, firms), np.array([firm in positives for firm in firms])
    edge = np.sort(values)[-k]
    above, level = values > edge, values == edge
    return float((right[above].sum() + (k - above.sum()) * right[level].mean()) / k)


def _values(scores: Mapping[str, float], firms: Iterable[str]) -> NDArray[np.float64]:
    # A firm of which nobody recorded a tie scores nothing; rounding noise does not decide between equals.
    return np.array([round(scores.get(firm, 0.0), DIGITS) for firm in sorted(firms)], dtype=np.float64)


def baseline_totals(ties: ScoreTies, measures: Iterable[str] = BASELINES) -> dict[str, dict[str, float]]:
    """Centralities of networkx per firm; an edge dependent -> provider weighs the criticality of its ties.

    ``pagerank_shares`` is PageRank with criticality times share: it knows slots, and ends where the score begins.
    ``brokerage`` is 2 minus Burt's constraint, so that a firm without a tie, at 0, is the least of brokers.
    """
    wanted = tuple(measures)
    if not wanted:
        return {}
    plain, shared = _graphs(ties)
    columns = {}
    for measure in wanted:
        name = measure.removesuffix("_shares")
        columns[measure] = (
            _brokerage(plain) if name == "brokerage" else _measure(plain if name == measure else shared, name)
        )
    return columns


def _measure(graph: Any, name: str) -> dict[str, float]:  # noqa: ANN401
    return dict(MEASURES[name](graph, DEFAULT_SPEC))


def _brokerage(graph: Any) -> dict[str, float]:  # noqa: ANN401
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # the constraint of an isolated node is 0 / 0
        found = _measure(graph, "constraint")
    return {firm: 2.0 - value for firm, value in found.items() if math.isfinite(value)}


def _graphs(ties: ScoreTies) -> tuple[Any, Any]:
    """Graph of criticalities, and graph of criticality times share."""
    import networkx as nx

    plain: Any = nx.DiGraph()
    shared: Any = nx.DiGraph()
    for slot in fill_slots(ties):
        for graph in (plain, shared):
            graph.add_nodes_from([slot.dependent, *(fill.provider for fill in slot.fills)])
        for fill in slot.fills:
            if fill.delivered:
                _add(plain, slot.dependent, fill.provider, slot.criticality)
                _add(shared, slot.dependent, fill.provider, slot.criticality * fill.share)
    return plain, shared


def _add(graph: Any, dependent: str, provider: str, weight: float) -> None:  # noqa: ANN401
    known = graph.get_edge_data(dependent, provider, {"weight": 0.0})["weight"]
    graph.add_edge(dependent, provider, weight=known + weight)


def recovery(
    scorer: Scorer, samples: Iterable[Sample], k: int, baselines: Iterable[str] = BASELINES
) -> dict[str, dict[str, float]]:
    """Means over samples: measure (``power`` and the baselines) -> ``auc``, ``decoys`` and ``precision``.

    ``decoys`` is the AUC of the powerful against the decoys alone; only where a sample has decoys.
    """
    found: dict[str, dict[str, list[float]]] = {}
    others = tuple(baselines)
    for sample in samples:
        columns = {"power": scorer(sample.ties)["power"], **baseline_totals(sample.ties, others)}
        rest = set(sample.firms) - sample.powerful
        for measure, scores in columns.items():
            row = found.setdefault(measure, {"auc": [], "decoys": [], "precision": []})
            row["auc"].append(auc(scores, sample.powerful, rest))
            row["precision"].append(precision_at(k, scores, sample.powerful, sample.firms))
            if sample.decoys:
                row["decoys"].append(auc(scores, sample.powerful, sample.decoys))
    return {
        measure: {name: float(np.mean(values)) for name, values in row.items() if values}
        for measure, row in found.items()
    }
