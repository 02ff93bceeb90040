"""The command as a program runs it: a process of its own, with the environment that the tests agree on."""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

__all__ = ["answer", "run"]

# Read while a command runs. Other variables may be read while Python starts or while a library is imported.
_READ_LATE = {"COLUMNS", "DEFINER_LANG"}


def run(*arguments: str, cwd: Path | None = None, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run ``definer`` with the arguments; `variables` are added to the environment.

    The process is forked from one that has imported the libraries, which takes longer than most commands do. Where
    other variables are given than what is read late, Python starts anew.
    """
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2] / "src"), "LANG": "C.UTF-8"}
    environment.pop("DEFINER_LANG", None)
    if variables.keys() <= _READ_LATE and hasattr(os, "fork"):
        return _forked(arguments, cwd or Path.cwd(), environment | variables)
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


def _forked(arguments: tuple[str, ...], folder: Path, variables: dict[str, str]) -> subprocess.CompletedProcess[str]:
    forking = _forking(variables["PYTHONPATH"])
    assert forking.stdin is not None
    assert forking.stdout is not None
    with TemporaryDirectory() as home:
        streams = [Path(home) / "stdout", Path(home) / "stderr"]
        for stream in streams:
            stream.touch()
        request = {
            "arguments": arguments, "folder": str(folder), "variables": variables, "streams": [*map(str, streams)],
        }  # fmt: skip
        forking.stdin.write(json.dumps(request) + "\n")
        forking.stdin.flush()
        code = int(forking.stdout.readline())
        printed, said = (stream.read_text(encoding="utf-8") for stream in streams)
    return subprocess.CompletedProcess(arguments, code, printed, said)


@cache
def _forking(path: str) -> subprocess.Popen[str]:
    """Process of ``forking.py``, started once and ended with the tests."""
    forking = subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("forking.py"))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": path, "LANG": "C.UTF-8"},
    )
    atexit.register(forking.communicate)
    return forking
