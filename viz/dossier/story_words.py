"""Words of the dossier's first page that are made with its numbers."""

from __future__ import annotations

from ...ontology.language import Language

__all__ = ["WORDS", "say"]

WORDS: dict[str, tuple[str, str]] = {
    "question": (
        "Who defines each paradigm, how sure is that, and does a valuation premium go with it?",
        "谁定义了各个范式，把握有多大，是否伴随估值溢价？",
    ),
    "definers.some": (
        "As of {date}, {k} of {n} paradigms have a definer: {list}.",
        "截至 {date}，{n} 个范式中有 {k} 个有定义者：{list}。",
    ),
    "definers.nobody": (
        "As of {date}, none of {n} paradigms has a definer.",
        "截至 {date}，{n} 个范式都没有定义者。",
    ),
    "definers.contested": ("Contested: {list}.", "尚在争夺：{list}。"),
    "definers.none": ("No firm has power: {list}.", "没有公司拥有定义权：{list}。"),
    "definers.item": ("{paradigm} {firm} (first in {p} of draws)", "{paradigm}为{firm}（抽样中 {p} 居首）"),
    "definers.empty": (
        "As of {date}, the claims hold no ties from which a ranking could be computed.",
        "截至 {date}，主张中没有可用于计算排名的依赖关系。",
    ),
    "list": (", ", "、"),
}


def say(key: str, lang: Language, **values: object) -> str:
    """Words for `key` in the language, with the values filled in."""
    return WORDS[key][lang == "zh"].format(**values)
