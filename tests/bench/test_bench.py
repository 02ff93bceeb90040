"""The bench runs and its two engines agree; no time is asserted."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def test_the_bench_compares_the_engines_number_by_number() -> None:
    script = Path(__file__).parent / "power_speed.py"
    small = ["--draws", "12", "--plain", "6", "--rounds", "1", "--firms", "40", "--ties", "150"]
    done = subprocess.run([sys.executable, str(script), *small], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("ratio") == 2
    assert "50 years x 5 paradigms" in done.stdout
    assert "peak memory" in done.stdout


def test_the_curve_is_that_of_a_loop_over_statsmodels() -> None:
    script = Path(__file__).parent / "curve_speed.py"
    small = ["--permutations", "3", "--plain", "1", "--firms", "45"]
    done = subprocess.run([sys.executable, str(script), *small], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert "3 permutations, 45 firms" in done.stdout
    assert done.stdout.count("ratio") == 1
