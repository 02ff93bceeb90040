"""Words of the eight hypotheses in English and Chinese."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..ontology.language import Language

__all__ = ["WORDS", "say"]

WORDS: dict[str, tuple[str, str]] = {
    "title": ("The essay's claims as hypotheses", "文章主张作为假设"),
    "verdict": (
        "Of eight hypotheses {counts}.",
        "八项假设中：{counts}。",
    ),
    "count": ("{n} {what}", "{what} {n} 项"),
    "table": ("Hypotheses (claims as of {date})", "假设一览（主张截至 {date}）"),
    "id": ("", ""),
    "claim": ("claim and test", "主张与检验"),
    "result": ("result", "结果"),
    "finding": ("verdict", "结论"),
    "refuted": ("What would have refuted each", "各项的反驳条件"),
    "against": ("counts against it", "不利证据"),
    "H1.claim": ("The premium pays for definition power", "溢价为定义权付费"),
    "H1.test": ("registered slope of premium on power", "预先登记的溢价对定义权斜率"),
    "H1.against": ("slope about zero, or of unstable sign", "斜率约为零，或符号不稳定"),
    "H2.claim": ("The US-China gap is due to pricing systems", "中美估值差源于定价体系"),
    "H2.test": ("gap beside placebo industries", "与安慰剂行业对照"),
    "H2.against": ("the same discount for Chinese utilities and staples", "中国公用事业与必需消费品同样折价"),
    "H3.claim": ("The structure of limited partners drives it", "LP 结构驱动估值差"),
    "H3.test": ("effect of long-horizon capital within a country", "国内长期资本占比的效应"),
    "H3.against": (
        "no effect within a country, or capital that is all but a country label",
        "国内没有效应，或长期资本占比几乎等同于国别",
    ),
    "H4.claim": ("US 3 definitions, China half a definition", "美国定义 3 次，中国半次"),
    "H4.test": ("the count under {n} rules", "{n} 种规则下的计数"),
    "H4.against": ("the count changes with the rule", "计数随规则而变"),
    "H5.claim": ("New energy is China's half", "新能源是中国的半次定义"),
    "H5.test": ("premium of Chinese makers over their rivals", "中国企业相对对手的溢价"),
    "H5.against": ("no premium where China holds the control points", "中国掌握控制点之处没有溢价"),
    "H6.claim": ("Monopolies of the past came quietly", "过去的垄断都是静悄悄完成的"),
    "H6.test": ("year of power and year of price", "定义权与价格的先后"),
    "H6.against": ("the premium did not lag power", "溢价并未晚于定义权"),
    "H7.claim": ("Diffusion will narrow the gap", "扩散将收窄估值差"),
    "H7.test": ("implied change of the gap in a scenario", "情景下估值差的隐含变化"),
    "H7.against": ("reliance rises but control does not", "依赖上升而控制力不升"),
    "H8.claim": ("One per cent of a trillion", "一万亿的百分之一"),
    "H8.test": ("sum of the labs' chances of $1tn", "各实验室赢得 1 万亿美元的胜算合计"),
    "H8.against": ("the rivals' chances sum to more than one", "竞争者的胜算合计大于 1"),
    "SUPPORTED": ("SUPPORTED", "获支持"),
    "CONTRADICTED": ("CONTRADICTED", "被否定"),
    "INCONCLUSIVE": ("INCONCLUSIVE", "尚无定论"),
    "DESCRIPTIVE": ("descriptive only", "仅供描述"),
    "NOT_TESTABLE": ("not testable", "无法检验"),
    "NOT_COMPUTED": ("not computed", "未计算"),
    "estimate": ("{value} {unit}", "{value}{unit}"),
    "within": (" ({low} to {high})", "（{low} 至 {high}）"),
    "p": (", p = {p}", "，p = {p}"),
    "q": (", adjusted {q}", "，校正后 {q}"),
    "n": ("; n = {n} {of}", "；n = {n} {of}"),
    "n.firms": ("firms", "家企业"),
    "n.industries": ("industries", "个行业"),
    "n.rules": ("rules", "种规则"),
    "n.paradigms": ("paradigms", "个范式"),
    "n.labs": ("labs", "家实验室"),
    "n.countries": ("countries", "个国家"),
    "unit.log points": ("log points", "个对数点"),
    "unit.log points per standard deviation of power": (
        "log points per standard deviation of power",
        "个对数点/每标准差定义权",
    ),
    "unit.log points per unit of long-horizon share": (
        "log points per unit of long-horizon share",
        "个对数点/每单位长期资本占比",
    ),
    "unit.sum of chances": ("in sum", "（合计）"),
    "unit.sum of chances, undiscounted": ("in sum, undiscounted", "（合计，不贴现）"),
    "counted": (
        "US {us_low} to {us_high}, China {cn_low} to {cn_high}",
        "美国 {us_low} 至 {us_high}，中国 {cn_low} 至 {cn_high}",
    ),
    "discounted": ("; {sum} discounted", "；贴现后 {sum}"),
    "orders": ("{orders}", "{orders}"),
    "order": ("{what} {n}", "{what} {n}"),
    "order.price_later": ("price later", "价格较晚"),
    "order.price_earlier": ("price earlier", "价格较早"),
    "order.same_year": ("same year", "同年"),
    "order.other": ("cannot be told", "无法判断"),
    "no_result": ("-", "-"),
    "adjusted": (
        "H1 is the registered test. The {n} other p values are adjusted together (Benjamini-Hochberg).",
        "H1 为预先登记的检验；其余 {n} 个 p 值一并校正（Benjamini–Hochberg）。",
    ),
    "history": (
        (
            "No number is put on history as a cause. It is constant within a country; with two countries it is "
            "one difference, "
            "shared with market depth, law, capital controls and language, and no data about firms can tell them apart."
        ),
        (
            "不给“历史”这一原因赋予任何数值。它在一国之内是常数；两个国家之间只有一个差异，且与市场深度、法律、"
            "资本管制、语言完全重合，"
            "任何企业数据都无法加以区分。"
        ),
    ),
    "survived": (
        "INCONCLUSIVE includes what survived its falsifier: passing a placebo is no proof of a cause.",
        "“尚无定论”也包括未被证伪者：通过安慰剂检验并不能证明因果。",
    ),
}


def say(key: str, lang: Language, **values: object) -> str:
    """Words for `key` in the language, with the values filled in."""
    return WORDS[key][lang == "zh"].format(**values)
