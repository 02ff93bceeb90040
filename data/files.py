"""Several files written together, all of them or none."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

__all__ = ["write_all"]


def write_all(contents: Mapping[Path, bytes]) -> None:
    """Write files so that each changes in one step, and all stay as they were if one cannot be written.

    Every content is first written aside, in the folder of its file; only then are the files replaced, in the order
    given. A file that was there keeps its permissions.

    Parameters
    ----------
    contents : mapping of Path to bytes
        Whole content by file; files that are not there are made.

    Raises
    ------
    OSError
        If a folder or file cannot be written to; files that had been replaced are put back.
    """
    targets = {path.resolve(): content for path, content in contents.items()}  # a link stays a link
    aside: list[Path] = []
    before: list[tuple[Path, Path | None]] = []
    try:
        new = {path: _aside(path, content, aside) for path, content in targets.items()}
        for path, written in new.items():
            # The old content stands ready too: putting it back must not need room on a disk that is full.
            old = _aside(path, path.read_bytes(), aside) if path.exists() else None
            written.replace(path)
            before.append((path, old))
    except BaseException:
        for path, old in reversed(before):
            path.unlink() if old is None else old.replace(path)
        raise
    finally:
        for left in aside:
            left.unlink(missing_ok=True)


def _aside(path: Path, content: bytes, made: list[Path]) -> Path:
    """Hidden file beside `path` with the content, on the disk; its name is added to `made`."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    written = Path(name)
    made.append(written)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    if path.exists():
        shutil.copymode(path, written)
    else:
        umask = os.umask(0)
        os.umask(umask)
        written.chmod(0o666 & ~umask)
    return written
