"""One run of the self test: its seed, its engine, its random graphs and the ties that are added to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

import numpy as np

from ..power.tie import ScoreTie, ScoreTies
from .axioms import coded, draw_tie, violations
from .engine import Engine
from .facts import Queryable
from .planted import planted_sample
from .recovery import baseline_totals
from .sample import Sample

if TYPE_CHECKING:
    from numpy.random import Generator

__all__ = ["EACH", "Run"]

EACH: Final = 25
"""New ties per graph of T5 and T6."""


@dataclass(frozen=True)
class Run:
    """What all tests of one run share.

    Parameters
    ----------
    reps : int
        Graphs per planted test; T5 and T6 add three ties, and T18 draws 0.3 graphs, per repetition.
    """

    engine: Engine
    store: Queryable
    seed: int
    reps: int

    def rng(self, *place: int) -> Generator:
        """Own random numbers for each place in the run, whatever else runs."""
        return np.random.default_rng([self.seed, *place])

    @property
    def graphs(self) -> int:
        """Graphs to which ties are added."""
        return max(1, round(3 * self.reps / EACH))

    def small(self, test: int, count: int) -> Iterator[tuple[Generator, Sample]]:
        """Small incomplete graphs; every other one as a coder writes it, with stated shares, closed lists, doubt."""
        for i in range(count):
            rng = self.rng(test, i)
            sample = planted_sample(rng, 36, observed=0.6, spurious=0.15)
            yield rng, replace(sample, ties=coded(rng, sample.ties)) if i % 2 else sample

    @cached_property
    def trials(self) -> list[tuple[ScoreTies, list[ScoreTie]]]:
        """Graphs, each with new ties within the scope of the axioms; every third by a new dependent."""

        def tie(rng: Generator, sample: Sample, i: int) -> ScoreTie:
            fresh = bool(rng.random() < 0.5)
            return draw_tie(rng, sample.ties, sample.firms, newcomer=i % 3 == 0, fresh_slot=fresh)

        return [(sample.ties, [tie(rng, sample, i) for i in range(EACH)]) for rng, sample in self.small(5, self.graphs)]

    @cached_property
    def added(self) -> dict[str, tuple[int, int]]:
        """Violations of the engine's measures."""
        return violations(self.engine.totals, self.trials)

    @cached_property
    def others_added(self) -> dict[str, tuple[int, int]]:
        """Violations of two centralities on the same ties: what the tests can find."""
        return violations(lambda ties: baseline_totals(ties, ["betweenness", "brokerage"]), self.trials)
