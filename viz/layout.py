"""Where the nodes stand: one island per paradigm, in the order of time; a firm of several eras stands between them.

The positions are computed once from all ties of all years, so a firm keeps its place while the date moves.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import rustworkx as rx
from numpy.typing import NDArray
from scipy.spatial import cKDTree

__all__ = ["islands", "place"]

_SEED = 20251115
_ITERATIONS = 240
_CORE = 900
"""Nodes of an island that springs place; the rest is placed around them."""
_SPREAD = 21.0
"""Radius of an island of one node; it grows with the square root of the number of nodes."""
_GAP = 6.0
"""Least distance between the rims of two nodes."""
_TRIM = 0.96
"""Quantile of the distance that an island's radius stands for: one outlier must not shrink the rest."""

Tie = tuple[str, str, str]
"""Dependent, provider, paradigm."""


def islands(sizes: Mapping[str, int]) -> dict[str, tuple[float, float, float]]:
    """Middle and radius (x, y, radius) of each paradigm's island, in a zigzag from left to right.

    Parameters
    ----------
    sizes : mapping of str to int
        Number of nodes of each paradigm, in the order of time.
    """
    found: dict[str, tuple[float, float, float]] = {}
    edge = {0: 0.0, 1: 0.0}
    last = 0.0
    for number, (paradigm, size) in enumerate(sizes.items()):
        radius = _SPREAD * max(size, 1) ** 0.5
        row = number % 2
        # Islands of the other row may stand half over the last one; those of the same row may not touch.
        x = max(last + 0.72 * radius, edge[row] + radius * 1.16) if number else radius
        found[paradigm] = (x, 0.0, radius)
        edge[row], last = x + radius * 1.1, x + 0.34 * radius
    rows = [[found[p][2] for p in list(found)[row::2]] for row in (0, 1)]
    height = 0.5 * (max(rows[0], default=0.0) + max(rows[1], default=0.0)) if rows[1] else 0.0
    for number, (paradigm, (x, _, radius)) in enumerate(found.items()):
        found[paradigm] = (x, (-1 if number % 2 == 0 else 1) * 1.02 * height, radius)
    return found


def place(
    nodes: Sequence[str], ties: Iterable[Tie], paradigms: Sequence[str], radii: Mapping[str, float]
) -> tuple[dict[str, tuple[int, int]], dict[str, tuple[float, float, float]]]:
    """Positions of `nodes` and the islands they stand on, the same in every run.

    Parameters
    ----------
    nodes : sequence of str
        Ids in a fixed order.
    ties : iterable of (dependent, provider, paradigm)
        Ties between nodes; a pair may occur under several paradigms.
    paradigms : sequence of str
        Paradigms in the order of time.
    radii : mapping of str to float
        Radius of each node as drawn at its largest.

    Returns
    -------
    positions : dict of str to (int, int)
        x to the right, y down.
    islands : dict of str to (float, float, float)
        Middle and radius of each paradigm's island.
    """
    pairs = sorted(set(ties))
    shares: dict[str, dict[str, int]] = {node: defaultdict(int) for node in nodes}
    for dependent, provider, paradigm in pairs:
        shares[dependent][paradigm] += 1
        shares[provider][paradigm] += 1
    order = {paradigm: number for number, paradigm in enumerate(paradigms)}
    homes = {node: min(count, key=lambda p: (-count[p], order.get(p, 0))) for node, count in shares.items() if count}
    members = {p: [node for node in nodes if homes.get(node) == p] for p in paradigms}
    ground = islands({p: len(names) for p, names in members.items() if names})
    points: dict[str, NDArray[np.float64]] = {}
    for paradigm, names in members.items():
        if names:
            points |= _island(names, pairs, ground[paradigm])
    _between(points, pairs, shares, homes)
    strays = [node for node in nodes if node not in points]
    points |= {node: np.array([36.0 * number, -900.0]) for number, node in enumerate(strays)}
    names = [node for node in nodes if node in points]
    if not names:
        return {}, ground
    apart = _spread(np.array([points[name] for name in names]), np.array([radii.get(name, 5.0) for name in names]))
    return {name: (round(float(x)), round(float(y))) for name, (x, y) in zip(names, apart, strict=True)}, ground


def _island(names: list[str], pairs: list[Tie], ground: tuple[float, float, float]) -> dict[str, NDArray[np.float64]]:
    index = {name: number for number, name in enumerate(names)}
    ties = [(index[a], index[b]) for a, b, _ in pairs if a in index and b in index]
    xy = _springs(len(names), ties) if len(names) <= _CORE else _around_core(len(names), ties)
    xy -= np.median(xy, axis=0)
    distance = np.hypot(*xy.T)
    reach = float(np.quantile(distance, _TRIM)) or 1.0
    # Pull what lies outside the island to its shore, and even out the density from the middle to the shore.
    share = np.minimum(distance / reach, 1.0 + 0.1 * np.tanh(distance / reach - 1.0))
    rank = np.sqrt((np.argsort(np.argsort(distance)) + 0.5) / len(names))
    even = 0.22 * share + 0.78 * rank
    unit = xy / np.maximum(distance, 1e-9)[:, None]
    middle, radius = np.array(ground[:2]), ground[2]
    return {name: middle + unit[number] * even[number] * radius for name, number in index.items()}


def _springs(count: int, ties: list[tuple[int, int]]) -> NDArray[np.float64]:
    graph: rx.PyGraph[int, float] = rx.PyGraph(multigraph=False)
    graph.add_nodes_from(range(count))
    graph.add_edges_from([(a, b, 1.0) for a, b in ties])
    layout = rx.spring_layout(graph, k=1.7 / count**0.5, num_iter=_ITERATIONS, seed=_SEED)
    return np.array([layout[number] for number in range(count)])


def _around_core(count: int, ties: list[tuple[int, int]]) -> NDArray[np.float64]:
    """Springs for the nodes with most ties, every other one near the partners that stand already.

    Springs compare every node with every other: 4,000 of them take a minute, the core of them two seconds.
    """
    partners: list[list[int]] = [[] for _ in range(count)]
    for a, b in ties:
        partners[a].append(b)
        partners[b].append(a)
    order = sorted(range(count), key=lambda node: (-len(partners[node]), node))
    core = {node: number for number, node in enumerate(order[:_CORE])}
    placed = _springs(_CORE, [(core[a], core[b]) for a, b in ties if a in core and b in core])
    width = float(np.ptp(placed, axis=0).max()) or 1.0
    noise = np.random.default_rng(_SEED).normal(0.0, 0.06 * width, (count, 2))
    xy: NDArray[np.float64] = noise + placed.mean(axis=0)
    xy[list(core)] = placed
    standing = np.zeros(count, dtype=bool)
    standing[list(core)] = True
    waiting = order[_CORE:]
    while waiting:
        ready = [(node, [other for other in partners[node] if standing[other]]) for node in waiting]
        ready = [(node, near) for node, near in ready if near]
        for node, near in ready:
            xy[node] = xy[near].mean(axis=0) + noise[node]
        if not ready:
            break
        standing[[node for node, _ in ready]] = True
        waiting = [node for node in waiting if not standing[node]]
    return xy


def _between(
    points: dict[str, NDArray[np.float64]],
    pairs: list[Tie],
    shares: Mapping[str, Mapping[str, int]],
    homes: Mapping[str, str],
) -> None:
    """Move firms of several paradigms toward the partners they have on each island."""
    partners: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for dependent, provider, paradigm in pairs:
        partners[dependent][paradigm].append(provider)
        partners[provider][paradigm].append(dependent)
    moved = {}
    for name, at_home in points.items():
        home = homes[name]
        total, weight = at_home * 1.5, 1.5
        for paradigm in sorted(partners[name].keys() - {home}):
            away = [points[other] for other in partners[name][paradigm] if other in points and homes[other] != home]
            if away:
                share = (shares[name][paradigm] / shares[name][home]) ** 0.5
                total, weight = total + np.mean(away, axis=0) * share, weight + share
        moved[name] = total / weight
    points |= moved


def _spread(xy: NDArray[np.float64], radii: NDArray[np.float64], rounds: int = 90) -> NDArray[np.float64]:
    """Push nodes that overlap apart, the smaller one farther."""
    noise = np.random.default_rng(_SEED).normal(0.0, 0.01, xy.shape)
    xy = xy + noise
    reach = float(2 * radii.max() + _GAP)
    area = radii**2 + 1.0
    for _ in range(rounds):
        near = cKDTree(xy).query_pairs(reach, output_type="ndarray")
        if not len(near):
            break
        near = near[np.lexsort(near.T[::-1])]
        a, b = near[:, 0], near[:, 1]
        gap = xy[b] - xy[a]
        distance = np.maximum(np.hypot(*gap.T), 1e-6)
        overlap = radii[a] + radii[b] + _GAP - distance
        hit = overlap > 0
        if not hit.any():
            break
        a, b = a[hit], b[hit]
        push = gap[hit] * (0.6 * overlap[hit] / distance[hit])[:, None]
        share = (area[b] / (area[a] + area[b]))[:, None]
        np.add.at(xy, a, -push * share)
        np.add.at(xy, b, push * (1 - share))
    return xy
