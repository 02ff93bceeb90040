"""Queries kept as files: a text, and the titles that its header gives in English and Chinese.

Header of a file, in the form that ROBOT's report queries use, once for each language::

    # # Missing label · 缺少标签
    #
    # **Problem:** ...
    #
    # **Solution:** ...
    #
    # **问题：** ...
    #
    # **办法：** ...
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

__all__ = ["QueryFile", "query_files"]

_TITLE = re.compile(r"^# # (?P<en>.+?) · (?P<zh>.+)$", re.MULTILINE)
_PART = re.compile(r"^# \*\*(Problem:|Solution:|问题：|办法：)\*\* (.+(?:\n# (?!\*\*).+)*)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class QueryFile:
    """A query with its header; each pair is (English, Chinese)."""

    name: str
    title: tuple[str, str]
    problem: tuple[str, str]
    solution: tuple[str, str]
    text: str


def query_files(folder: Path) -> tuple[QueryFile, ...]:
    """Read every ``.rq`` file of a folder, sorted by name.

    Raises
    ------
    ValueError
        A file lacks its title, problem or solution in one of the languages.
    """
    return tuple(_read(path) for path in sorted(folder.glob("*.rq")))


def _read(path: Path) -> QueryFile:
    text = path.read_text(encoding="utf-8")
    title = _TITLE.search(text)
    parts = {key: " ".join(words.split("\n# ")) for key, words in _PART.findall(text)}
    if title is None or len(parts) != 4:
        raise ValueError(f"{path.name}: the header lacks a title, problem or solution in English or Chinese")
    return QueryFile(
        path.stem,
        (title["en"], title["zh"]),
        (parts["Problem:"], parts["问题："]),
        (parts["Solution:"], parts["办法："]),
        text,
    )
