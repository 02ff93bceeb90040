"""Run ``definer`` again and again, each time in a process forked from one that has imported the libraries already.

Reads one request a line from standard input, ``{"arguments", "folder", "variables", "streams"}``, and answers each
with the exit code. Only libraries are imported ahead: what Definer imports, it imports anew in every process.
"""

from __future__ import annotations

import gc
import json
import os
import sys
from contextlib import suppress
from importlib import import_module
from typing import Any

LIBRARIES = (
    "jinja2", "networkx", "numpy", "pandas", "pydantic", "pyoxigraph", "rdflib", "rich.console", "rich.table",
    "rustworkx", "scipy.linalg", "scipy.optimize", "scipy.sparse", "scipy.stats", "typer", "yaml",
)  # fmt: skip


def become(request: dict[str, Any]) -> None:
    """Take on the folder, the environment, the arguments and the streams of a program that was just started."""
    os.environ.clear()
    os.environ.update(request["variables"])
    os.chdir(request["folder"])
    sys.argv = ["definer", *request["arguments"]]
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    for number, path in enumerate(request["streams"], start=1):
        os.dup2(os.open(path, os.O_WRONLY), number)


def serve() -> bool:
    """Fork for every request; true in the process that shall run the program, false when no more is asked for."""
    for line in sys.stdin:
        child = os.fork()
        if not child:
            become(json.loads(line))
            return True
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
    return False


# As the program sets it before numpy is imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
for library in LIBRARIES:
    with suppress(ImportError):
        import_module(library)
gc.freeze()
if serve():
    from definer.cli import program

    program()
