"""Files written whole or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

from ..data.files import WriteError

__all__ = ["write_whole"]


def write_whole(path: Path, content: bytes) -> None:
    """Write a file aside and put it in place in one step, so that no reader ever sees half of it.

    Raises
    ------
    WriteError
        If the folder cannot be written to; what stood at `path` is then untouched.
    """
    try:
        _write_whole(path, content)
    except OSError as error:  # it may name the file aside, which its user never heard of
        raise WriteError(path, error, alone=True) from error


def _write_whole(path: Path, content: bytes) -> None:
    if not path.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, "no such folder")
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        umask = os.umask(0)
        os.umask(umask)
        Path(name).chmod(0o666 & ~umask)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
