"""mypy and pyright must report a type error that is planted in each room: a checker that sees nothing is green too."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("ontology", "data", "graph", "viz", "src/definer")
CHECKERS = {"mypy": ["-m", "mypy"], "pyright": ["-m", "pyright", "--pythonpath", sys.executable]}


def main() -> int:
    """Plant, check, and take away again."""
    seeds = [ROOT / room / "seeded_type_error_probe.py" for room in ROOMS]
    missed = 0
    try:
        for seed in seeds:
            seed.write_text('"""Probe."""\n\nvalue: int = "text"\n', encoding="utf-8", newline="\n")
        for name, command in CHECKERS.items():
            report = subprocess.run([sys.executable, *command], cwd=ROOT, capture_output=True, text=True, check=False)
            seen = sum(
                any(seed.name in line and "error" in line and room in line for line in report.stdout.splitlines())
                for room, seed in zip(("ontology", "data", "graph", "viz", "definer"), seeds, strict=True)
            )
            print(f"{name}: {seen} of {len(seeds)} planted errors reported")
            missed += len(seeds) - seen
    finally:
        for seed in seeds:
            seed.unlink(missing_ok=True)
    return int(missed > 0)


sys.exit(main())
