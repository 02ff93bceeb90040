"""A second process that makes what stands on valuations and claims, while the first makes what stands on ties.

Python runs one thread at a time, so two processors need two processes. The second is started before the claims are
read and imports its libraries meanwhile. It is sent the claims as N-Quads, piece by piece while the first process
makes them of the tables, or at once where the store was there before: so both have the same, whatever it was read
from, and on every system. It sends back finished blocks. Whatever goes wrong with it, the first process makes the
parts itself: the file is the same.

Both ways go frames: a line with a length, then so many bytes. The last one sent, of JSON, asks. The answers are the
documents, the blocks, and then each file that was asked for: who needs the first does not wait for the last.
"""

from __future__ import annotations

import base64
import gc
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from types import TracebackType

    from .job import Job
    from .viz.packing import Compressed

__all__ = ["FILES", "PARTS", "Aside", "answer", "frames", "write"]

PARTS = ("findings", "premium", "derivations", "audit", "model", "queries", "vocabulary")
"""Blocks that the second process makes."""
FILES: dict[str, Callable[[Job], bytes]] = {"graph.ttl": lambda job: job.kg.turtle()}
"""Files that it can write besides."""
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
        self._answers: dict[str, Future[bytes]] = {}

    def feed(self, quads: bytes) -> None:
        """Send a part of the claims as N-Quads, as :meth:`KnowledgeGraph.open` gives them away."""
        if self._process is not None:
            self._sent.append(self._talker.submit(self._send, quads))

    def ask(self, job: Job, names: Sequence[str] = PARTS, files: Sequence[str] = ()) -> None:
        """Send the date and the names of blocks and files, after the store if no part of it was sent; do not wait."""
        if self._process is None:
            return
        store, whole = job.kg.store, not self._sent
        head = {
            "as_of": job.as_of, "lang": job.lang, "parts": list(names), "files": list(files),
            "quads": len(store), "whole": whole,
        }  # fmt: skip

        def talk() -> bytes:
            if whole:
                self._send(store.dump())
            for sent in self._sent:
                sent.result()
            self._send(json.dumps(head).encode())
            return self._receive()

        self._answers["documents"] = self._talker.submit(talk)
        for name in ("blocks", *files):
            self._answers[name] = self._talker.submit(self._receive)
        self._talker.shutdown(wait=False)

    def _send(self, frame: bytes) -> None:
        if self._process is not None and self._process.stdin is not None:
            write(self._process.stdin, frame)

    def _receive(self) -> bytes:
        if self._process is None or self._process.stdout is None:
            raise ValueError("nobody answers")
        return next(frames(self._process.stdout), b"")

    def _answer(self, name: str) -> bytes:
        try:
            return self._answers[name].result() if name in self._answers else b""
        except (OSError, ValueError):  # it could not be reached, or broke off: nothing is lost but time
            return b""

    @cached_property
    def _documents(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self._answer("documents") or b"{}")
        return found

    @cached_property
    def _blocks(self) -> dict[str, str]:
        found: dict[str, str] = json.loads(self._answer("blocks") or b"{}")
        return found

    def document(self, name: str) -> Any:  # noqa: ANN401 - each topic has a document of its own
        """Document that the other process computed; None where it has none."""
        return self._documents.get(name)

    def block(self, name: str) -> Compressed | None:
        """Block that it made; None where it has none."""
        from .viz.packing import Compressed

        found = self._blocks.get(name)
        return None if found is None else Compressed(base64.b64decode(found))

    def file(self, name: str) -> bytes | None:
        """File that it wrote; None where it has none."""
        return self._answer(name) or None if name in FILES else None

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


def write(stream: IO[bytes], frame: bytes) -> None:
    """Write a frame."""
    stream.write(b"%d\n" % len(frame))
    stream.write(frame)
    stream.flush()


def frames(stream: IO[bytes]) -> Iterator[bytes]:
    """Read frames to the end of a stream.

    Raises
    ------
    ValueError
        It broke off.
    """
    while line := stream.readline():
        frame = stream.read(int(line))
        if len(frame) != int(line):
            raise ValueError("a frame broke off")
        yield frame


def answer(asked: IO[bytes]) -> Iterator[bytes]:
    """Make from what :class:`Aside` sends the documents, the blocks and the files, each when it is wanted.

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
    documents: dict[str, Any] = {}
    for name in _DOCUMENTS:
        try:
            documents[name] = getattr(job, name)
        except GraphError:  # who needs it is told by computing it
            continue
    yield json.dumps(documents).encode()
    blocks = {part.name: compressed(part.value(job)) for part in ALL if part.name in head["parts"]}
    yield json.dumps({name: base64.b64encode(data).decode("ascii") for name, data in blocks.items()}).encode()
    for name in head["files"]:
        yield FILES[name](job)


def main() -> None:
    """Answer once, from standard input to standard output."""
    gc.disable()  # as the command line does
    for library in _LIBRARIES:
        import_module(library)
    for frame in answer(sys.stdin.buffer):
        write(sys.stdout.buffer, frame)


if __name__ == "__main__":
    main()
