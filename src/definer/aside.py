"""A second process that makes what stands on valuations and claims, while the first makes what stands on ties.

Python runs one thread at a time, so two processors need two processes. The second is started before the claims are
read and imports its libraries meanwhile. It is sent the claims as N-Quads, piece by piece while the first process
makes them of the tables, or at once where the store was there before: so both have the same, whatever it was read
from, and on every system. It sends back finished blocks. Whatever goes wrong with it, the first process makes the
parts itself: the file is the same.

It is sent frames: a line with a length, then so many bytes. The last frame, of JSON, asks.
"""

from __future__ import annotations

import base64
import gc
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

if TYPE_CHECKING:
    from types import TracebackType

    from .job import Job
    from .viz.packing import Compressed

__all__ = ["PARTS", "Aside", "answer", "frames"]

PARTS = ("findings", "premium", "derivations", "audit", "model", "queries", "vocabulary")
"""Blocks that the second process makes."""
_DOCUMENTS = ("link", "gap")
"""Documents of the job that it computes on the way, and that other blocks read."""
_THREADS = ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
_LIBRARIES = ("numpy", "pyoxigraph", "scipy.stats", "scipy.sparse", "statsmodels.regression.linear_model",
              "statsmodels.robust.robust_linear_model", "statsmodels.stats.outliers_influence")  # fmt: skip


class Aside:
    """A second process of this program; as a context, it is ended with it."""

    def __init__(self) -> None:
        self._process = _start() if _wanted() else None
        self._talker = ThreadPoolExecutor(1)
        self._sent: list[Future[None]] = []
        self._found: Future[dict[str, Any]] | None = None

    def feed(self, quads: bytes) -> None:
        """Send a part of the claims as N-Quads, as :meth:`KnowledgeGraph.open` gives them away."""
        if self._process is not None:
            self._sent.append(self._talker.submit(self._send, quads))

    def ask(self, job: Job, names: Sequence[str] = PARTS) -> None:
        """Send the date and the names of blocks, after the whole store if no part was sent; do not wait."""
        process, store = self._process, job.kg.store
        if process is None:
            return
        whole = not self._sent
        head = {
            "as_of": job.as_of, "lang": job.lang, "parts": list(names), "quads": len(store), "whole": whole,
        }  # fmt: skip

        def talk() -> dict[str, Any]:
            if whole:
                self._send(store.dump())
            for sent in self._sent:
                sent.result()
            self._send(json.dumps(head).encode())
            said, _ = process.communicate()
            found: dict[str, Any] = json.loads(said) if process.returncode == 0 else {}
            return found

        self._found = self._talker.submit(talk)
        self._talker.shutdown(wait=False)

    def _send(self, frame: bytes) -> None:
        if self._process is not None and self._process.stdin is not None:
            self._process.stdin.write(b"%d\n" % len(frame))
            self._process.stdin.write(frame)
            self._process.stdin.flush()

    @cached_property
    def _answer(self) -> dict[str, Any]:
        if self._found is None:
            return {}
        try:
            return self._found.result()
        except (OSError, ValueError):  # it could not be reached, or broke off: nothing is lost but time
            return {}

    def document(self, name: str) -> Any:  # noqa: ANN401 - each topic has a document of its own
        """Document that the other process computed; None where it has none."""
        return self._answer.get("documents", {}).get(name) if name in _DOCUMENTS else None

    def block(self, name: str) -> Compressed | None:
        """Block that it made; None where it has none."""
        from .viz.packing import Compressed

        found = self._answer.get("blocks", {}).get(name)
        return None if found is None else Compressed(base64.b64decode(found))

    def __enter__(self) -> Aside:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process is not None:
            self._process.kill()  # who still sends it something, or waits for it, is let go
            self._talker.shutdown()
            self._process.wait()
            for pipe in (self._process.stdin, self._process.stdout):
                if pipe is not None:
                    with suppress(OSError):  # what could not be sent needs no sending any more
                        pipe.close()


def _wanted() -> bool:
    return (os.cpu_count() or 1) > 1 and bool(sys.executable) and not getattr(sys, "frozen", False)


def _start() -> subprocess.Popen[bytes] | None:
    """Start the process, with this very package and nothing of the working directory in its path."""
    home, known = str(Path(__file__).parent.parent), os.environ.get("PYTHONPATH")
    # Both processors are busy: threads of linear algebra would only wait for each other.
    path = os.pathsep.join(filter(None, (home, known)))
    environment = os.environ | dict.fromkeys(_THREADS, "1") | {"PYTHONPATH": path}
    try:
        return subprocess.Popen(  # noqa: S603 - this program itself
            [sys.executable, "-P", "-m", __name__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError:
        return None


def frames(asked: BinaryIO) -> Iterator[bytes]:
    """Read what :class:`Aside` sends, frame by frame.

    Raises
    ------
    ValueError
        It broke off.
    """
    while line := asked.readline():
        frame = asked.read(int(line))
        if len(frame) != int(line):
            raise ValueError("a frame broke off")
        yield frame


def answer(asked: BinaryIO) -> dict[str, Any]:
    """Make the parts from what :class:`Aside` sends.

    Raises
    ------
    ValueError
        What was sent is not what the asking process has.
    """
    from .dossier import CURVES
    from .dossier import PARTS as ALL
    from .graph.errors import GraphError
    from .graph.store import Store
    from .job import Job
    from .knowledge import KnowledgeGraph
    from .viz.packing import compressed

    store = Store.empty()
    head: dict[str, Any] = {}
    for frame in frames(asked):
        if frame.startswith(b"{"):  # no line of N-Quads does
            head = json.loads(frame)
            break
        store.take(frame)
    if not head["whole"]:
        store.derive()
    if len(store) != head["quads"]:
        raise ValueError("not the whole store")
    kg = KnowledgeGraph(store)
    job = Job(kg, head["as_of"], head["lang"], curves=CURVES)
    blocks = {part.name: compressed(part.value(job)) for part in ALL if part.name in head["parts"]}
    documents: dict[str, Any] = {}
    for name in _DOCUMENTS:
        try:
            documents[name] = getattr(job, name)
        except GraphError:  # who needs it is told by computing it
            continue
    return {
        "blocks": {name: base64.b64encode(data).decode("ascii") for name, data in blocks.items()},
        "documents": documents,
    }


def main() -> None:
    """Answer once, from standard input to standard output."""
    gc.disable()  # as the command line does
    for name in _LIBRARIES:
        import_module(name)
    sys.stdout.write(json.dumps(answer(sys.stdin.buffer)))


if __name__ == "__main__":
    main()
