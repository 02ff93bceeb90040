"""Small graphs that are solved by hand, and random ones."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from definer.graph.power import ScoreTie, ScoreTies

FIRMS, SLOTS = 7, 3
triples = st.tuples(st.integers(0, FIRMS - 1), st.integers(0, FIRMS - 1), st.integers(0, SLOTS - 1)).filter(
    lambda triple: triple[0] != triple[1]
)
graphs = st.sets(triples, min_size=1, max_size=24)


def tie(key: str, dependent: str, provider: str, slot: str = "os", **more: Any) -> ScoreTie:
    """A tie that has held since 1980."""
    return ScoreTie(key, dependent, provider, slot, more.pop("layer", "tech"), date(1980, 1, 1), **more)


def model(*ties: ScoreTie, **more: Any) -> ScoreTies:
    """Ties of a paradigm in 1990."""
    return ScoreTies("pc", "1990", ties, **more)


def ties_of(graph: set[tuple[int, int, int]]) -> ScoreTies:
    """Ties of a random graph; its third slot is on the supply side."""
    layers = ("tech", "dist", "supply")
    return model(
        *(
            tie(f"{d}-{p}-{s}", f"f{d}", f"f{p}", f"s{s}", layer=layers[s], criticality=(0.3, 0.6, 0.9)[s])
            for d, p, s in sorted(graph)
        )
    )
