"""Scores written where others can read them: a file of quads, or the graph of scores of a store on disk."""

from __future__ import annotations

import os
import secrets
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from . import disk
from .disk import StoreError
from .scores import SCORES, replace_scores
from .store import Store
from .turtle import turtle

if TYPE_CHECKING:
    from .power import PowerResult

__all__ = ["SUFFIXES", "save_scores"]

SUFFIXES = (".nq", ".trig")
"""Files that can say in which graph something stands."""


def save_scores(results: Iterable[PowerResult], target: Path) -> int:
    """Write scores whole or not at all; the same scores give the same bytes.

    Parameters
    ----------
    results : iterable of PowerResult
        Scores of any paradigms, dates and settings.
    target : Path
        A file ending in ``.nq`` or ``.trig``, which then holds these scores and nothing else; or the folder of a store
        of the claims that the scores were computed from, whose claims stay as they are and whose earlier scores of
        the same paradigm, day and setting are replaced.

    Returns
    -------
    int
        Number of companies' scores written.

    Raises
    ------
    StoreError
        `target` is neither, holds something else, or holds other claims. Nothing is written then.
    """
    from .scores import score_lines

    found = list(results)
    lines = score_lines(result.to_dict() for result in found)
    if target.suffix.lower() in SUFFIXES and not target.is_dir():
        _check_file(target)
        _write(target, _trig(lines) if target.suffix.lower() == ".trig" else "".join(lines).encode())
    elif target.is_dir() or not target.suffix:
        _check_claims(target, {result.setting.claims or "" for result in found})
        disk.amend(target, lambda database: replace_scores(database, lines))
    else:
        raise StoreError(
            f"{target}: scores stand in a graph of their own, which this kind of file cannot say; "
            f"use a name that ends in {' or '.join(SUFFIXES)}, or the folder of a store",
            f"{target}：得分须放在单独的图中，此类文件无法表达；请使用以 {' 或 '.join(SUFFIXES)} 结尾的文件名，"
            "或图谱文件夹",
        )
    return sum(len(result.firms) for result in found)


def _check_file(target: Path) -> None:
    """Refuse to replace a file that holds anything but scores: it may be somebody's claims."""
    import pyoxigraph as ox

    if not target.exists() or target.stat().st_size == 0:
        return
    graph = ox.NamedNode(SCORES)
    try:
        scores = all(quad.graph_name == graph for quad in ox.parse(path=target))
    except (SyntaxError, ValueError):
        scores = False
    if not scores:
        raise StoreError(
            f"{target}: holds something else than scores; choose another file",
            f"{target}：该文件含有得分以外的内容；请另选文件",
        )


def _check_claims(target: Path, versions: Collection[str]) -> None:
    held = Store.open(target).version
    if other := sorted(set(versions) - {held}):
        raise StoreError(
            f"{target}: holds claims of version {held or '?'}, the scores come from version {other[0] or '?'}; "
            f"compute them from that store: --store {target}",
            f"{target}：其中主张的版本为 {held or '?'}，而得分来自版本 {other[0] or '?'}；"
            f"请由该图谱计算得分：--store {target}",
        )


def _trig(lines: Sequence[str]) -> bytes:
    graph = f" <{SCORES}> .\n"
    head, _, body = turtle(line.removesuffix(graph) + " ." for line in lines).decode().partition("\n\n")
    return f"{head.rstrip()}\n\n<{SCORES}> {{\n\n{body}}}\n".encode()


def _write(target: Path, content: bytes) -> None:
    """Write beside, then rename over: a reader sees the old file or the new one, never half of one."""
    work = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    try:
        with work.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        work.replace(target)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(target)) from error
    finally:
        work.unlink(missing_ok=True)
