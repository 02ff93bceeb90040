"""Words of the chart of power over the years, in English and Chinese."""

from __future__ import annotations

from ..ontology.language import Language

__all__ = ["WORDS", "say"]

WORDS: dict[str, tuple[str, str]] = {
    "title": ("Definition power: {paradigm}, {years}", "定义权：{paradigm}，{years}"),
    "unit": (
        "Part of an average firm of the paradigm that rests on the company (0 to 1).",
        "范式内平均每家公司依托该公司的程度（0至1）。",
    ),
    "bands": ("Bands: 90% plausibility intervals.", "色带：90% 合理区间。"),
    "points": ("Point values, no intervals.", "点估计，无区间。"),
    "above": (
        "The draws let rivals expand, so a line lies high in its band, or above it.",
        "抽样允许对手扩产，因此折线位于色带上部，甚至在其上方。",
    ),
    "n": ("n = {low} to {high} firms a year.", "每年 n = {low} 至 {high} 家公司。"),
    "n.one": ("n = {low} firms.", "n = {low} 家公司。"),
    "others": ("{k} other companies are not shown.", "另有{k}家公司未显示。"),
    "coded": ("Ties coded {first}–{last}", "依赖关系编码期：{first}–{last}"),
    "uncoded": ("not coded: dashed", "未编码：虚线"),
    "verdict": ("Verdict", "判定"),
    "verdict.filled": ("filled: definer, in its colour", "实心：定义者（同色）"),
    "verdict.hollow": ("hollow: contested", "空心：尚在争夺"),
    "definer": ("{year}: definer {firm}, P(rank 1) = {p}", "{year}年：定义者 {firm}，居首概率 {p}"),
    "contested": ("{year}: contested, {firm} first with P = {p}", "{year}年：尚在争夺，{firm}居首概率 {p}"),
    "none": ("{year}: none", "{year}年：无"),
    "point": ("{firm}, {year}: {power}", "{firm}，{year}年：{power}"),
    "source": (
        "Source: Definer, claims {claims}; as of {as_of}; settings {spec}",
        "来源：Definer，数据版本 {claims}；截至 {as_of}；参数 {spec}",
    ),
    "source.known": ("; each year as known by then", "；各年只计当时已知的关系"),
    "source.draws": (
        "; {draws} draws a year, seed\u00a0{seed}; {errors}",
        "；每年抽样 {draws} 次，种子\u00a0{seed}；{errors}",
    ),
    "empty": ("No ties in these years.", "这些年份没有依赖关系。"),
    "table": ("The numbers", "数据表"),
    "caption": (
        "Power, in brackets its 90% plausibility interval, then P(rank 1); – where a firm takes no part.",
        "定义权，括号内为 90% 合理区间，其后为居首概率；未参与者记作 –。",
    ),
    "caption.points": ("Power; – where a firm takes no part.", "定义权；未参与者记作 –。"),
    "col.year": ("Year", "年份"),
    "col.n": ("n", "n"),
    "word.definer": ("definer: {firm}", "定义者：{firm}"),
    "word.contested": ("contested", "尚在争夺"),
    "word.none": ("none", "无"),
}


def say(key: str, lang: Language, **values: object) -> str:
    """Words for `key` in the language, with the values filled in."""
    return WORDS[key][lang == "zh"].format(**values)
