"""How fast the joint test of the specification curve is beside a loop: ``python tests/bench/curve_speed.py``.

Prints a ratio: the same specifications under the same permutations, by products of matrices and by one statsmodels fit
after the other. The loop is run for fewer permutations and scaled up; how many is printed. Every estimate and every t
of both is compared: a fast answer that differs is no answer.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))
from plain_curve import outcome, regression

import definer
from definer.graph.link.curve_cells import Cells, all_cells
from definer.graph.link.curve_choices import TESTED
from definer.graph.link.curve_data import CurveData
from definer.graph.link.frame import Frame
from definer.graph.link.permuting import orders_within

__all__ = ["main"]


class Named:
    """Choices of one specification, by name."""

    def __init__(self, cell: object, variant: str) -> None:
        self.__dict__ |= {name: getattr(cell, name) for name in ("baseline", "haircut", "controls", "estimator")}
        self.sample, self.variant = getattr(cell, "sample"), variant  # noqa: B009


def loop(frame: Frame, cells: Cells, orders: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Estimate and t of every specification for every order, one fit at a time."""
    specs = [Named(cell, variant) for cell in cells.found for variant in cell.variants]
    found = np.empty((2, len(specs), len(orders)))
    for column, order in enumerate(orders):
        for row, spec in enumerate(specs):
            fit = regression(frame, spec, outcome(frame, spec, order if column else None))
            found[:, row, column] = fit.params[0], fit.tvalues[0]
    return found[0], found[1]


def main(arguments: list[str] | None = None) -> None:
    """Measure, compare and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--permutations", type=int, default=999)
    parser.add_argument("--plain", type=int, default=2, help="permutations that the loop is run for")
    parser.add_argument("--firms", type=int, default=0, help="use only the first firms of the sample; 0: all")
    given = parser.parse_args(arguments)
    frame = definer.open().frame()
    if given.firms:
        frame = frame.subset([place < given.firms for place in range(frame.n)])
    data = CurveData(frame)
    orders = orders_within(frame.strata, given.permutations, 1)
    begin = time.perf_counter()
    cells = all_cells(data, orders, TESTED)
    fast = time.perf_counter() - begin
    begin = time.perf_counter()
    estimate, t = loop(frame, cells, orders[: given.plain + 1])
    slow = (time.perf_counter() - begin) * len(orders) / (given.plain + 1)
    for name, plain, quick in (
        ("estimates", estimate, np.concatenate([cell.slopes.estimate for cell in cells.found])),
        ("t", t, np.concatenate([cell.slopes.t for cell in cells.found])),
    ):
        error = float(np.abs(plain - quick[:, : given.plain + 1]).max())
        if error > 1e-7:
            raise SystemExit(f"{name} differ by {error}")
    size = f"{len(estimate)} specifications x {given.permutations} permutations, {frame.n} firms"
    print(
        f"{size}: {fast:.2f} s; statsmodels in a loop: {slow:.0f} s (from {given.plain} permutations); "
        f"ratio {slow / fast:.0f}"
    )


if __name__ == "__main__":
    main()
