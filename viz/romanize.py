"""Pinyin keys of Chinese names, so that a search finds them from a Latin keyboard."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["pinyin_keys"]


def pinyin_keys(texts: Iterable[str]) -> str:
    """Full and initial pinyin of the Chinese among `texts`, without tones, separated by blanks.

    Examples
    --------
    >>> pinyin_keys(["宁德时代", "CATL"])
    'ningdeshidai ndsd'
    """
    # pypinyin loads its dictionary on import, 0.2 s that only this page needs.
    from pypinyin import Style, lazy_pinyin

    found: dict[str, None] = {}
    for text in texts:
        if any("\u4e00" <= letter <= "\u9fff" for letter in text):
            found["".join(lazy_pinyin(text)).lower().replace(" ", "")] = None
            found["".join(lazy_pinyin(text, style=Style.FIRST_LETTER)).lower().replace(" ", "")] = None
    return " ".join(found)
