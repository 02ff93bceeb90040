"""The command as a program runs it: a process of its own, with the environment that the tests agree on."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

__all__ = ["answer", "run"]


def run(*arguments: str, cwd: Path | None = None, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run ``definer`` with the arguments; `variables` are added to the environment."""
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2] / "src"), "LANG": "C.UTF-8"}
    environment.pop("DEFINER_LANG", None)
    return subprocess.run(
        [sys.executable, "-m", "definer", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment | variables,
        cwd=cwd,
        check=False,
    )


def answer(*arguments: str) -> Any:
    """Print JSON, nothing else, and end well: the JSON."""
    done = run(*arguments)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return json.loads(done.stdout)
