"""Centralities of networkx per firm, as analysts ask for them; none enters the score (METHOD 1.5 says why).

The graph has an edge dependent -> provider; its weight is ``sum_f c_jf s_jfA``. Measures that need an
undirected graph get the underlying one. A measure that does not exist for a firm or does not converge is
None, never NaN.
"""

from __future__ import annotations

import math
import warnings
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from ..names import NodeName
from .dominators import chain, dominator_tree
from .result import Result, Setting, setting_of
from .shares import fill_slots
from .spec import DEFAULT_SPEC, Spec
from .tie import ScoreTies

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["MEASURES", "DiagnosticsTable", "diagnostics"]

_Centrality = Callable[[Any, Spec], Mapping[str, float]]
KATZ_ALPHA: Final = 0.05
"""Fixed, and small enough for graphs of this kind: an alpha tied to the spectral radius would make scores of
different years incomparable (3 of 300 monotonicity violations)."""


@dataclass(frozen=True)
class DiagnosticsTable(Result):
    """Centralities per company: ``rows[firm][measure]`` is a number or None; `measures` in order."""

    of: Setting
    measures: tuple[str, ...]
    rows: Mapping[str, Mapping[str, float | None]]
    names: Mapping[str, NodeName] = field(default_factory=dict, repr=False)

    @property
    def setting(self) -> Setting:
        """What the answer rests on."""
        return self.of

    def records(self) -> list[dict[str, Any]]:
        """One row per company, by id."""
        return [{"id": firm, **row} for firm, row in self.rows.items()]

    def to_dict(self) -> dict[str, Any]:
        """Plain data, firms by id."""
        return {
            **self.setting.to_dict(),
            "measures": list(self.measures),
            "firms": self.records(),
        }

    def to_pandas(self) -> pd.DataFrame:
        """One row per company, one column per measure; NaN where there is no value."""
        import pandas as pd

        rows, columns = dict(self.rows), list(self.measures)
        frame = pd.DataFrame.from_dict(rows, orient="index", columns=columns, dtype="float64")
        frame.attrs.update(self.setting.to_dict())
        return frame


def diagnostics(ties: ScoreTies, spec: Spec = DEFAULT_SPEC, measures: Iterable[str] | None = None) -> DiagnosticsTable:
    """Measures of every company of `ties`: those named, else all of :data:`MEASURES`."""
    graph = _graph(ties, spec)
    firms = [node for node in sorted(graph) if ties.name(node).company]
    wanted = tuple(MEASURES) if measures is None else tuple(measures)
    columns = {name: _measure(MEASURES[name], graph, spec) for name in wanted}
    rows = {firm: {name: _clean(column.get(firm)) for name, column in columns.items()} for firm in firms}
    setting = setting_of(ties, spec, len({tie.dependent for tie in ties if ties.mass(tie.dependent) > 0}))
    return DiagnosticsTable(setting, wanted, rows, {firm: ties.name(firm) for firm in firms})


def _graph(ties: ScoreTies, spec: Spec) -> Any:  # noqa: ANN401
    import networkx as nx

    graph: Any = nx.DiGraph()
    slots = fill_slots(ties, spec)
    graph.add_nodes_from(
        sorted({slot.dependent for slot in slots} | {fill.provider for slot in slots for fill in slot.fills})
    )
    for slot in slots:
        for fill in slot.fills:
            if fill.delivered:
                weight = graph.get_edge_data(slot.dependent, fill.provider, {"weight": 0.0})["weight"]
                graph.add_edge(slot.dependent, fill.provider, weight=weight + slot.criticality * fill.share)
    return graph


def _measure(function: _Centrality, graph: Any, spec: Spec) -> Mapping[str, float]:  # noqa: ANN401
    import networkx as nx

    if not graph.number_of_edges():
        return {}
    try:
        with warnings.catch_warnings():
            # Burt's constraint of an isolated node divides by zero by design (NaN, made None below).
            warnings.simplefilter("ignore", RuntimeWarning)
            return function(graph, spec)
    except (nx.NetworkXException, ArithmeticError, RuntimeError, TypeError, ValueError):
        # Power iterations that do not converge; sparse solvers that refuse one or two nodes, or no weight at all.
        return {}


def _clean(value: float | None) -> float | None:
    return float(value) if value is not None and math.isfinite(value) else None


def _in_degree(graph: Any, _: Spec) -> Mapping[str, float]:  # noqa: ANN401
    return dict(graph.in_degree())


def _in_strength(graph: Any, _: Spec) -> Mapping[str, float]:  # noqa: ANN401
    return dict(graph.in_degree(weight="weight"))


def _pagerank(graph: Any, spec: Spec) -> Mapping[str, float]:  # noqa: ANN401
    import networkx as nx

    result: Mapping[str, float] = nx.pagerank(graph, spec.alpha, tol=1e-12 / len(graph), max_iter=1000)
    return result


def _katz(graph: Any, _: Spec) -> Mapping[str, float]:  # noqa: ANN401
    import networkx as nx

    result: Mapping[str, float] = nx.katz_centrality(graph, KATZ_ALPHA, tol=1e-12, max_iter=1000, normalized=False)
    return result


def _hits(graph: Any, _: Spec) -> Mapping[str, float]:  # noqa: ANN401
    import networkx as nx

    # The start vector is fixed: the solver's own is random.
    authorities: Mapping[str, float] = nx.hits(graph, nstart=dict.fromkeys(graph, 1.0), tol=1e-10, max_iter=1000)[1]
    return authorities


def _betweenness(graph: Any, _: Spec) -> Mapping[str, float]:  # noqa: ANN401
    import networkx as nx

    result: Mapping[str, float] = nx.betweenness_centrality(graph)
    return result


def _closeness(graph: Any, _: Spec) -> Mapping[str, float]:  # noqa: ANN401
    import networkx as nx

    result: Mapping[str, float] = nx.closeness_centrality(graph)
    return result


def _harmonic(graph: Any, _: Spec) -> Mapping[str, float]:  # noqa: ANN401
    import networkx as nx

    result: Mapping[str, float] = nx.harmonic_centrality(graph)
    return result


def _constraint(graph: Any, _: Spec) -> Mapping[str, float]:  # noqa: ANN401
    import networkx as nx

    result: Mapping[str, float] = nx.constraint(graph.to_undirected())
    return result


def _core(graph: Any, _: Spec) -> Mapping[str, float]:  # noqa: ANN401
    import networkx as nx

    result: Mapping[str, float] = nx.core_number(nx.Graph(graph.to_undirected()))
    return result


def _dominated(graph: Any, _: Spec) -> Mapping[str, float]:  # noqa: ANN401
    """Count the nodes that every path over named ties reaches through the firm, all layers together."""
    tree = dominator_tree(graph.reverse().edges)
    held = dict.fromkeys(graph, 0)
    for node in tree:
        for firm in chain(tree, node):
            held[firm] += 1
    return held


MEASURES: Final[Mapping[str, _Centrality]] = {
    "in_degree": _in_degree,
    "in_strength": _in_strength,
    "pagerank": _pagerank,
    "katz": _katz,
    "hits_authority": _hits,
    "betweenness": _betweenness,
    "closeness": _closeness,
    "harmonic": _harmonic,
    "constraint": _constraint,
    "core_number": _core,
    "dominated": _dominated,
}
"""Name of each measure and its function of the graph."""
