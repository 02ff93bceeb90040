"""Reach: how much of the ecosystem is built a firm's way, directly or through others.

R = u' B (I - alpha B)^-1: dependent-equivalents that rest on each provider, one for a full direct
dependence, damped by alpha per extra hop. It is PageRank personalised to the dependents, with a sink node
that takes what rests on nobody, on another scale (Haveliwala 2002; Jeh & Widom 2003; the Leontief form:
Acemoglu et al. 2012).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from .projection import Projection, dependence

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Vector = NDArray[np.float64]

__all__ = ["reach_exact", "reach_pagerank"]


def reach_exact(projection: Projection, alpha: float = 0.85) -> Vector:
    """Reach by one sparse linear solve; shape (n,), in dependent-equivalents."""
    from scipy import sparse
    from scipy.sparse.linalg import spsolve

    n = len(projection.nodes)
    if not n:
        return np.zeros(0)
    matrix = dependence(projection).T.tocsc()
    system = sparse.csc_array(sparse.eye_array(n, format="csc") - alpha * matrix)
    return np.asarray(spsolve(system, matrix @ projection.mass), dtype=np.float64)


def reach_pagerank(projection: Projection, alpha: float = 0.85) -> Vector:
    """Reach by ``networkx.pagerank`` on the graph with a sink node; shape (n,), in dependent-equivalents.

    Each node sends what rests on nobody, ``1 - sum_A B_jA``, to a sink that keeps it. With x the PageRank
    personalised to u, ``R = (x sum(u) / (1 - alpha) - u) / alpha``. The tolerance is explicit: that of
    networkx (N times 1e-6) stops far too early for shares of a thousandth.
    """
    import networkx as nx

    n, total = len(projection.nodes), float(projection.mass.sum())
    if not total:
        return np.zeros(n)
    matrix = dependence(projection).tocoo()
    graph: Any = nx.DiGraph()
    graph.add_nodes_from(range(n + 1))
    sink = n
    graph.add_weighted_edges_from(zip(matrix.row.tolist(), matrix.col.tolist(), matrix.data.tolist(), strict=True))
    rest = np.maximum(1.0 - np.asarray(matrix.sum(axis=1)).ravel(), 0.0)
    graph.add_weighted_edges_from((j, sink, weight) for j, weight in enumerate(rest.tolist()))
    graph.add_edge(sink, sink, weight=1.0)
    start = dict(enumerate(projection.mass.tolist()))
    rank = nx.pagerank(graph, alpha, personalization=start, tol=1e-14 / (n + 1), max_iter=_iterations(alpha))
    x = np.array([rank[j] for j in range(n)])
    result: Vector = (x * total / (1.0 - alpha) - projection.mass) / alpha
    # Nobody's tie is exactly nothing, not the rounding error of a difference.
    relied_on = np.bincount(matrix.col, matrix.data, minlength=n) > 0
    return np.where(relied_on, np.maximum(result, 0.0), 0.0)


def _iterations(alpha: float) -> int:
    """Enough power iterations for an error of 1e-15: each shrinks it by alpha."""
    return int(np.ceil(np.log(1e-18) / np.log(alpha))) + 50
