"""Scores of all variants of a table of ties."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from ..power.spec import DEFAULT_SPEC, Spec
from ..power.tie import ScoreTies
from .exposure import expose
from .lockin import LockinPlan
from .order import stages
from .reach import ReachPlan
from .structure import Structure
from .variants import Variants

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Vector = NDArray[np.float64]
    Matrix = NDArray[np.float64]
    Mask = NDArray[np.bool_]

__all__ = ["Ensemble", "evaluate", "leave_out"]

_NUMBERS_AT_ONCE = 1_500_000
"""Losses that are held at once, over all variants of a chunk: 12 MB, so that most of it stays in the cache."""
_WORKERS = 2
"""Chunks solved at a time; their sizes, so the results, do not depend on it."""


@dataclass(frozen=True, eq=False)
class Ensemble:
    """Scores of every node in every variant: averages per participant.

    Attributes
    ----------
    nodes : tuple of str
        Dependents and named providers, sorted (n of them).
    company : ndarray of bool, shape (n,)
        Which of them are ranked.
    power, reach, lockin : ndarray of shape (n, d)
        In 0..1 (reach may be more inside circles of dependence); 0 where a variant has no participant left.
    mass : ndarray of shape (d,)
        sum(u), the divisor; times it, averages are totals.
    """

    nodes: tuple[str, ...]
    company: Mask
    power: Matrix
    reach: Matrix
    lockin: Matrix
    mass: Vector


def evaluate(structure: Structure, variants: Variants) -> Ensemble:
    """Reach, lock-in and power of every node in every variant; equal to the plain engine to 1e-9.

    Memory: some ten arrays of 12 MB at a time, twice, whatever the number of variants, and the three results.
    """
    n, count = len(structure.nodes), len(variants)
    order = stages(structure)
    reach_plan, lockin_plan = ReachPlan.of(structure, order), LockinPlan.of(structure, order)
    reach, lockin, mass = np.zeros((n, count)), np.zeros((n, count)), np.zeros(count)
    chunk = max(1, min(count, _NUMBERS_AT_ONCE // max(lockin_plan.size, len(structure.ties), 1)))

    # Alike go together: where survivors can expand a lot, few losses are left and a circle is soon solved.
    ranked = np.argsort(variants.resourcing, kind="stable")

    def solve(begin: int) -> None:
        columns = ranked[begin : begin + chunk]
        part = variants.pick(columns)
        exposure = expose(structure, part)
        mass[columns] = exposure.mass.sum(axis=0)
        reach[:, columns] = reach_plan.solve(exposure, part.alpha)
        lockin[:, columns] = lockin_plan.totals(lockin_plan.losses(exposure, part.resourcing))

    # numpy lets go of the interpreter inside its loops, so chunks run side by side; each writes its own columns.
    with ThreadPoolExecutor(_WORKERS) as workers:
        list(workers.map(solve, range(0, count, chunk)))
    divisor = np.where(mass > 0, mass, 1.0)
    reach, lockin = reach / divisor, lockin / divisor
    power = variants.reach_weight * reach + (1.0 - variants.reach_weight) * lockin
    return Ensemble(structure.nodes, structure.company, power, reach, lockin, mass)


def leave_out(ties: ScoreTies, groups: Sequence[Collection[str]], spec: Spec = DEFAULT_SPEC) -> Ensemble:
    """Scores with each group of ties removed from the table: one variant per group.

    Removed means never coded: what remains of a slot shares it by the usual rules, a slot of which nothing
    remains is no slot, and a dependent without slots is no participant.

    Parameters
    ----------
    groups : sequence of collections of str
        Ids of ties; ids that are not in the table change nothing.
    """
    structure = Structure.of(ties, spec)
    rows: dict[str, list[int]] = {}
    for row, tie in enumerate(structure.ties):
        rows.setdefault(tie.id, []).append(row)
    kept = np.ones((len(structure.ties), len(groups)), dtype=np.bool_)
    for column, group in enumerate(groups):
        kept[[row for tie in group for row in rows.get(tie, ())], column] = False
    return evaluate(structure, replace(Variants.same(len(groups), spec), kept=kept))
