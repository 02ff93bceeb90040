"""Words about pairs of firms, in English and Chinese."""

from __future__ import annotations

from ..ontology.language import Language

__all__ = ["WORDS", "say"]

WORDS: dict[str, tuple[str, str]] = {
    "title": ("Are tied firms priced alike?", "有依赖关系的企业，定价是否相近？"),
    "alike": (
        "Tied firms are priced more alike than others: their log premia lie {size} closer (p {p}).",
        "有依赖关系的企业定价更为相近：其对数溢价之差小 {size}（p {p}）。",
    ),
    "apart": (
        "Tied firms are priced less alike than others: their log premia lie {size} farther apart (p {p}).",
        "有依赖关系的企业定价更不相近：其对数溢价之差大 {size}（p {p}）。",
    ),
    "neither": (
        (
            "No: whether two firms are tied says nothing of how alike they are priced that chance would not say "
            "(slope {estimate}, by chance {low} to {high}, p {p})."
        ),
        (
            "看不出来：两家企业有无依赖关系，与其定价是否相近的关联并不超出随机"
            "（斜率 {estimate}，随机范围 {low} 至 {high}，p {p}）。"
        ),
    ),
    "untested": (
        "Not tested: no relabelling was asked for (slope {estimate}).",
        "未作检验：没有要求重排（斜率 {estimate}）。",
    ),
    "refused": ("Not answered: {reason} (n = {n}).", "不作推断：{reason}（n = {n}）。"),
    "not_registered": (
        "Not the registered result: the date is {date}, the registered one is {registered}.",
        "并非登记的结果：日期为 {date}，登记日期为 {registered}。",
    ),
    "table": (
        "Difference of log premium between two firms; {pairs:,} pairs of {n} firms, {tied:,} tied, {date}",
        "两企业对数溢价之差；{n} 家企业的 {pairs:,} 对，其中 {tied:,} 对有依赖关系，{date}",
    ),
    "col.term": ("pairs that", "企业对"),
    "col.estimate": ("slope", "斜率"),
    "col.null": ("95% by chance", "随机的 95%"),
    "col.p": ("p", "p"),
    "col.ols_p": ("p of OLS", "OLS 的 p"),
    "term.tied": ("are tied", "有依赖关系"),
    "term.same_paradigm": ("share a paradigm", "同属一个范式"),
    "term.same_country": ("share a country", "同属一国"),
    "term.size_apart": ("differ in size (log revenue)", "规模之差（对数营收）"),
    "note.method": (
        (
            "MRQAP with double semi-partialling (Dekker, Krackhardt & Snijders 2007), {permutations:,} relabellings, "
            "seed {seed}. Pairs that share a firm are not independent: the p of least squares stands beside it only to "
            "show what it would have said."
        ),
        (
            "采用双重半偏 MRQAP（Dekker、Krackhardt 与 Snijders 2007），重排 {permutations:,} 次，种子 {seed}。"
            "共有一家企业的各对并不独立：旁列最小二乘的 p 值，只为说明它会得出什么。"
        ),
    ),
    "note.r2": (
        "All of them together account for {r2} of the variance over pairs. A negative slope means priced more alike.",
        "各项合计解释企业对之间方差的 {r2}。斜率为负表示定价更相近。",
    ),
    "note.constant": (
        "Left out, since all pairs have the same value: {terms}.",
        "因各对取值相同而略去：{terms}。",
    ),
    "note.spec": (
        "Sample of the registered specification {id}, {sha}; {left} priced firms left out.",
        "样本依登记设定 {id}，{sha}；另有 {left} 家有估值的企业未纳入。",
    ),
    "list": (", ", "、"),
}


def say(key: str, lang: Language, **values: object) -> str:
    """Words for `key` in the language, with the values filled in."""
    return WORDS[key][lang == "zh"].format(**values)
