"""A store on disk that is there whole or not at all.

The folder of a store holds one database folder per build and the file ``store.json``, which names the one in
use. A build fills a database of its own beside it, and only when that is complete and closed does one rename
put a new ``store.json`` in place: an interrupted build changes nothing, and readers keep what they have open.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .errors import GraphError

if TYPE_CHECKING:
    import pyoxigraph as ox

__all__ = ["FORMAT", "StoreError", "amend", "build", "open_read_only"]

FORMAT = 1
"""Version of the layout, raised when a store of an older release can no longer be read."""

_POINTER = "store.json"
_BUILDING = "building-"
_DATA = "data-"
_ABANDONED = 24 * 3600.0
"""Seconds after which an unfinished build is taken for dead; no build lasts a day."""


class StoreError(GraphError):
    """A store that is not there, not whole, not ours, or of another version."""


def build(path: Path, fill: Callable[[ox.Store], None]) -> None:
    """Build a store aside and swap it in.

    Parameters
    ----------
    path : Path
        Folder of the store: new, empty, or a store to replace.
    fill : function
        Fills an empty database.

    Raises
    ------
    StoreError
        `path` is something else than a store, which is left alone.
    """
    _check_target(path)
    path.mkdir(parents=True, exist_ok=True)
    _swap(path, lambda work: _fill(work, fill))


def amend(path: Path, change: Callable[[ox.Store], None]) -> None:
    """Change a copy of the database in use and swap it in; readers keep what they have open.

    The copy shares its files with the original (a checkpoint), so this costs no more than the change does.

    Raises
    ------
    StoreError
        There is no store, it cannot be read, or another process swapped in a new one meanwhile.
    """
    original = open_read_only(path)
    before = _pointer(path).get("data")

    def fill(work: Path) -> None:
        import pyoxigraph as ox

        original.backup(str(work))
        database = ox.Store(str(work))
        change(database)
        database.flush()
        del database
        if _pointer(path).get("data") != before:
            raise StoreError(
                f"{path}: another process changed the store meanwhile; run this again",
                f"{path}：其他进程刚刚更改了图谱；请重新运行",
            )

    _swap(path, fill)


def _swap(path: Path, fill: Callable[[Path], None]) -> None:
    """Have `fill` make a database aside, then make it the one in use; a failure leaves everything as it was."""
    before = _pointer(path).get("data")
    key = secrets.token_hex(4)
    work, data = path / f"{_BUILDING}{key}", path / f"{_DATA}{key}"
    try:
        fill(work)
        work.rename(data)
        _point(path, data.name)
    except BaseException:
        shutil.rmtree(work, ignore_errors=True)
        if _pointer(path).get("data") != data.name:
            shutil.rmtree(data, ignore_errors=True)
        raise
    _sweep(path, {data.name, before})


def open_read_only(path: Path) -> ox.Store:
    """Open the database in use.

    Raises
    ------
    StoreError
        There is none, or it cannot be read; the message says which and what to do.
    """
    import pyoxigraph as ox

    if not path.exists():
        raise StoreError(
            f"{path}: there is no store; build one with: definer build --store {path}",
            f"{path}：没有图谱；请先构建：definer build --store {path}",
        )
    pointer = _pointer(path)
    if not pointer:
        raise _not_a_store(path)
    if pointer.get("format") != FORMAT:
        raise StoreError(
            f"{path}: store of format {pointer.get('format')}, this release reads {FORMAT}: build it again",
            f"{path}：图谱格式为 {pointer.get('format')}，本版本读取格式 {FORMAT}：请重新构建",
        )
    data = path / str(pointer.get("data"))
    try:
        if data.parent != path or not data.is_dir():
            raise FileNotFoundError(data.name)
        return ox.Store.read_only(str(data))
    except (OSError, ValueError) as error:
        raise StoreError(
            f"{path}: the store is damaged ({_one_line(error)}): build it again",
            f"{path}：图谱已损坏（{_one_line(error)}）：请重新构建",
        ) from error


def _fill(work: Path, fill: Callable[[ox.Store], None]) -> None:
    import pyoxigraph as ox

    database = ox.Store(str(work))
    fill(database)
    database.optimize()
    database.flush()
    # The database closes with its last reference: before it gets its final name.
    del database


def _point(path: Path, name: str) -> None:
    """Make `name` the database in use, in one step."""
    new = path / f"{_POINTER}.{name}"
    with new.open("w", encoding="utf-8", newline="\n") as file:
        json.dump({"format": FORMAT, "data": name}, file)
        file.write("\n")
        file.flush()
        os.fsync(file.fileno())
    new.replace(path / _POINTER)


def _pointer(path: Path) -> dict[str, Any]:
    try:
        found = json.loads((path / _POINTER).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _check_target(path: Path) -> None:
    if not path.exists():
        return
    if not path.is_dir():
        raise StoreError(f"{path}: a file is in the way", f"{path}：已有同名文件")
    foreign = [entry.name for entry in path.iterdir() if not entry.name.startswith((_BUILDING, _DATA, _POINTER))]
    if foreign:
        raise StoreError(
            f"{path}: holds files of something else ({sorted(foreign)[0]}); choose a new or empty folder",
            f"{path}：含有不属于 Definer 图谱的文件（{sorted(foreign)[0]}）；请选择新的或空的文件夹",
        )


def _not_a_store(path: Path) -> StoreError:
    if path.is_dir() and any(entry.name.startswith((_BUILDING, _DATA)) for entry in path.iterdir()):
        return StoreError(
            f"{path}: the build of this store was interrupted: build it again",
            f"{path}：此图谱的构建被中断：请重新构建",
        )
    return StoreError(
        f"{path}: not a store of Definer; build one with: definer build --store PATH",
        f"{path}：不是 Definer 图谱；请先构建：definer build --store 路径",
    )


def _sweep(path: Path, keep: set[str | None]) -> None:
    """Remove older databases and dead builds; not the one replaced just now, which someone may be reading."""
    for entry in path.iterdir():
        old = entry.name.startswith(_DATA) and entry.name not in keep
        dead = entry.name.startswith(_BUILDING) and time.time() - entry.stat().st_mtime > _ABANDONED
        if old or dead:
            shutil.rmtree(entry, ignore_errors=True)


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())
