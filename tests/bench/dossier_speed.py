"""Seconds of each part of the dossier, and of the whole process beside ``definer report``.

Run: ``python tests/bench/dossier_speed.py [--report] [-o FILE]``. Wall clock and processor seconds stand side by side:
on a machine that does other work, only the latter can be compared.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple


class Seconds(NamedTuple):
    """Wall clock and processor time, of all threads."""

    wall: float
    cpu: float


def timed(work: Callable[[], object]) -> tuple[object, Seconds]:
    """What `work` gives, and how long it took."""
    wall, cpu = time.perf_counter(), time.process_time()
    found = work()
    return found, Seconds(time.perf_counter() - wall, time.process_time() - cpu)


def parts() -> list[tuple[str, Seconds, int]]:
    """Seconds of every part in the order of the file, from opening to packing, and bytes as they stand in it."""
    import definer
    from definer.dossier import tell
    from definer.job import Job

    # In one process, so that every part's seconds are told; the command has a second one make some of them.
    kg, opening = timed(definer.open)
    rows = [("open", opening, 0)]
    assert isinstance(kg, definer.KnowledgeGraph)
    marks: list[tuple[str, float, float]] = []

    def step(name: str) -> None:
        marks.append((name, time.perf_counter(), time.process_time()))

    page = tell(Job(kg, kg.as_of, "en"), step)
    step("")
    packed, packing = timed(lambda: page.packed)
    assert isinstance(packed, dict)
    for (name, wall, cpu), (_, wall_end, cpu_end) in pairwise(marks):
        rows.append((name, Seconds(wall_end - wall, cpu_end - cpu), len(packed.get(name, ""))))
    html, writing = timed(page.html)
    return [*rows, ("packing", packing, 0), ("page", writing, len(str(html).encode()))]


def process(command: list[str]) -> Seconds:
    """Seconds of a whole process."""
    import resource

    before, wall = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run([sys.executable, "-m", "definer", *command], check=True, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Seconds(time.perf_counter() - wall, cpu)


def main() -> None:
    """Print the tables."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--report", action="store_true", help="also time the report")
    asked.add_argument("--json", action="store_true")
    options = asked.parse_args()
    rows = parts()
    if options.json:
        sys.stdout.write(json.dumps([[name, *seconds, size] for name, seconds, size in rows]) + "\n")
        return
    for name, seconds, size in rows:
        sys.stdout.write(f"{name:14} {seconds.wall:6.2f} s  {seconds.cpu:6.2f} s cpu  {size / 1e3:9,.0f} kB\n")
    with tempfile.TemporaryDirectory() as folder:
        runs = {"dossier": ["dossier", "-o", str(Path(folder) / "dossier.html")]}
        if options.report:
            runs["report"] = ["report", "-o", str(Path(folder) / "report.html")]
        for name, command in runs.items():
            seconds = process(command)
            sys.stdout.write(f"definer {name:8} {seconds.wall:6.2f} s  {seconds.cpu:6.2f} s cpu\n")


if __name__ == "__main__":
    main()
