"""Words about what definition power is worth."""

from __future__ import annotations

from typing import Final

__all__ = ["WORDS"]

WORDS: Final[dict[str, tuple[str, str]]] = {
    "arg.premium_firm": (
        "Id or name of a firm: its premium with every number and source behind it; without it, a table of all.",
        "公司的编号或名称：显示其溢价及背后的每个数字和来源；不写则列出全部公司。",
    ),
}
