"""How fast many scorings are, beside the plain way, in one run: ``python tests/bench/power_speed.py``.

Prints ratios: machines differ and are noisy, ratios less so. Each pair is measured in turns, and the least time of
each counts. The plain ways are run for fewer draws and scaled up; how many is printed. Every pair is also compared
number by number: a fast answer that differs is no answer.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import networkx as nx
import numpy as np

sys.path.insert(0, str(Path(__file__).parent))
from model import ecosystem

import definer
from definer.graph.ensemble import Structure, Variants, evaluate
from definer.graph.ensemble.exposure import Exposure, expose
from definer.graph.ensemble.order import stages
from definer.graph.ensemble.reach import ReachPlan
from definer.graph.power.history import yearly_of
from definer.graph.power.scoring import score
from definer.graph.power.spec import Spec
from definer.graph.power.tie import ScoreTies
from definer.graph.ties import tie_histories
from definer.graph.uncertainty import ErrorModel, Noise, uncertainty
from definer.graph.uncertainty.sampling import sample

__all__ = ["main"]

CHUNK = 100


def timed(action: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds and the answer."""
    begin = time.perf_counter()
    answer = action()
    return time.perf_counter() - begin, answer


def in_turns(fast: Callable[[], Any], plain: Callable[[], Any], rounds: int) -> tuple[float, Any, float, Any]:
    """Least seconds and an answer of each, measured alternately."""
    pairs = [(timed(fast), timed(plain)) for _ in range(rounds)]
    return min(f[0] for f, _ in pairs), pairs[0][0][1], min(p[0] for _, p in pairs), pairs[0][1][1]


def reach_in_a_loop(structure: Structure, exposure: Exposure, alpha: np.ndarray, draws: int) -> np.ndarray:
    """Reach by ``networkx.pagerank`` on a new graph per draw, as one would write it."""
    named = np.flatnonzero(structure.provider >= 0)
    tails = structure.dependent[structure.slot_of_pair[named]].tolist()
    heads = structure.provider[named].tolist()
    n = len(structure.nodes)
    found = np.zeros((n, draws))
    for d in range(draws):
        graph: Any = nx.DiGraph()
        graph.add_nodes_from(range(n + 1))
        for tail, head, weight in zip(tails, heads, exposure.weight[named, d].tolist(), strict=True):
            if weight > 0:
                before = graph.get_edge_data(tail, head, {"weight": 0.0})["weight"]
                graph.add_edge(tail, head, weight=before + weight)
        for j in range(n):
            graph.add_edge(j, n, weight=max(0.0, 1.0 - graph.out_degree(j, weight="weight")))
        graph.add_edge(n, n, weight=1.0)
        mass, a = exposure.mass[:, d], float(alpha[d])
        start = dict(enumerate(mass.tolist()))
        rank = nx.pagerank(graph, a, personalization=start, tol=1e-14 / (n + 1), max_iter=2000)
        x = np.array([rank[j] for j in range(n)])
        found[:, d] = (x * mass.sum() / (1.0 - a) - mass) / a
    return found


def _columns(exposure: Exposure, part: slice) -> Exposure:
    return Exposure(
        exposure.weight[:, part], exposure.slope[:, part], exposure.criticality[:, part], exposure.mass[:, part]
    )


def bench_reach(ties: ScoreTies, draws: int, plain: int, rounds: int) -> tuple[float, float]:
    """Seconds of `draws` reaches, batched and in a loop over networkx graphs."""
    structure = Structure.of(ties)
    variants = sample(structure, ErrorModel(), Noise(0, draws))
    exposure = expose(structure, variants)

    def batched() -> np.ndarray:
        # In chunks, as the engine does: they stay near the processor.
        plan = ReachPlan.of(structure, stages(structure))
        parts = [slice(begin, begin + CHUNK) for begin in range(0, draws, CHUNK)]
        return np.hstack([plan.solve(_columns(exposure, part), variants.alpha[part]) for part in parts])

    def loop() -> np.ndarray:
        return reach_in_a_loop(structure, exposure, variants.alpha, plain)

    fast, a, slow, b = in_turns(batched, loop, rounds)
    error = float(np.abs(a[:, :plain] - b).max())
    if error > 1e-9 * len(structure.nodes):
        raise SystemExit(f"reach differs by {error}")
    return fast, slow * draws / plain


def bench_scores(ties: ScoreTies, draws: int, plain: int, rounds: int) -> tuple[float, float]:
    """Seconds of `draws` scores (reach and lock-in of every firm), batched and by the plain engine."""
    structure = Structure.of(ties)
    drawn = sample(structure, ErrorModel(), Noise(0, draws))
    # Settings vary, rows do not: the plain engine can then be asked for the same draws.
    bare = replace(drawn, kept=None, exists=None, place=None, weight=None, criticality=None, revocability=None)
    settings = [
        Spec(float(a), float(rho), (float(w), 1.0 - float(w)), 8.0 * h, 4.0 * h, 4.0 * h, float(g))
        for a, rho, w, g, h in zip(
            bare.alpha, bare.rho, bare.reach_weight, bare.resourcing, bare.half_life.tolist(), strict=True
        )
    ]
    variants = Variants(bare.alpha, bare.rho, bare.reach_weight, bare.resourcing, bare.half_life)
    fast, a, slow, b = in_turns(
        lambda: evaluate(structure, variants), lambda: [score(ties, spec) for spec in settings[:plain]], rounds
    )
    for d, result in enumerate(b):
        powers = {firm.id: firm.power for firm in result.firms}
        error = max(abs(a.power[i, d] - powers[node]) for i, node in enumerate(a.nodes))
        if error > 1e-9:
            raise SystemExit(f"power differs by {error}")
    return fast, slow * draws / plain


def main(arguments: list[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--draws", type=int, default=1000)
    parser.add_argument("--plain", type=int, default=40, help="draws that the plain ways are run for")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--firms", type=int, default=500)
    parser.add_argument("--ties", type=int, default=4000)
    given = parser.parse_args(arguments)
    ties = ecosystem(given.firms, given.ties, providers=max(2, given.firms * 120 // 500))
    size = f"{given.draws} draws, {given.firms} firms, {len(ties)} ties"
    plain = min(given.plain, given.draws)
    for name, bench, other in (
        ("reach", bench_reach, "networkx graphs in a loop"),
        ("reach and lock-in", bench_scores, "plain engine"),
    ):
        fast, slow = bench(ties, given.draws, plain, given.rounds)
        print(f"{name}, {size}: {fast:.2f} s; {other}: {slow:.1f} s (from {plain} draws); ratio {slow / fast:.0f}")
    seconds, _ = timed(lambda: uncertainty(ties, draws=given.draws))
    print(f"whole Monte Carlo with random numbers and ranks, {size}: {seconds:.2f} s")
    store = definer.open().store
    histories = tie_histories(store)
    seconds, _ = timed(lambda: yearly_of(histories, range(1975, 2025)))
    print(f"50 years x {len(histories)} paradigms of the shipped claims: {seconds:.2f} s")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory of this process, claims and all: {peak:.0f} MB")


if __name__ == "__main__":
    main()
