"""Words of the report page in English and Chinese."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..ontology.language import Language

__all__ = ["WORDS", "say"]

WORDS: dict[str, tuple[str, str]] = {
    "skip": ("Skip to the text", "跳到正文"),
    "contents": ("Contents", "目录"),
    "figure": ("Figure {n}", "图 {n}"),
    "numbers": ("The numbers of figure {n}", "图 {n} 的数据"),
    "theme": ("Light or dark", "浅色或深色"),
    "chart": ("Chart: {title}. The numbers stand in the table below it.", "图表：{title}。数据见下方表格。"),
    "significant": ("interval excludes zero", "区间不含零"),
    "not_significant": ("interval includes zero", "区间含零"),
    "chance": ("95% of the curves that chance makes", "随机曲线的 95%"),
    "primary": ("registered specification", "登记的设定"),
    "specifications": ("specifications, in order", "设定，按估计值排序"),
    "licenses": (
        "Charts by Apache ECharts (Apache License 2.0) and zrender (BSD 3-Clause); their licences ship with Definer.",
        "图表由 Apache ECharts（Apache License 2.0）与 zrender（BSD 3-Clause）绘制，许可证随 Definer 附送。",
    ),
}


def say(key: str, lang: Language, **values: object) -> str:
    """Words for `key` in the language, with the values filled in."""
    return WORDS[key][lang == "zh"].format(**values)
