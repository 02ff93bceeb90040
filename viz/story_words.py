"""Words of the report as a whole: its title, the names of its sections, the question, how it was computed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..ontology.language import Language

__all__ = ["WORDS", "say"]

WORDS: dict[str, tuple[str, str]] = {
    "title": (
        "Who defines each paradigm, and what it is worth: as of {date}",
        "谁定义了各个范式，这值多少钱：截至 {date}",
    ),
    "section.question": ("The question", "问题"),
    "section.answers": ("In short", "简要回答"),
    "answers.question": ("question", "问题"),
    "answers.answer": ("answer", "回答"),
    "section.power": ("Definition power", "定义权"),
    "section.definitions": ("How many definitions: it depends on the rule", "定义了几次：取决于计数规则"),
    "section.premiums": ("Valuation premium", "估值溢价"),
    "section.link": ("Is definition power priced?", "定义权是否体现在价格中？"),
    "section.curve": ("Does the answer hang on the specification?", "结论是否取决于设定？"),
    "section.gap": ("The gap between the United States and China", "中美差距"),
    "section.prediction": ("Which comes first: power or premium?", "孰先孰后：定义权还是溢价？"),
    "section.scenario": ("Scenarios", "情景"),
    "section.option": ("The option view", "期权视角"),
    "section.statements": ("The essay's statements, checked", "文章陈述的核对"),
    "section.audit": ("The essay's numbers, audited", "文章数字的核算"),
    "section.hypotheses": ("The hypotheses and what would have refuted them", "各假设及可推翻它们的证据"),
    "section.limits": ("What not to infer", "不能推断什么"),
    "section.method": ("How this was computed", "如何计算"),
    "question.essay": (
        (
            "An essay of November 2025 says that the valuation gap between US and Chinese technology firms is explained neither by technology nor by "
            "business model, but by definition power (I do it this way, so you must too), by the capital behind it, and by history: US firms defined "
            "three paradigms, Chinese firms half of one, and AI is open."
        ),
        (
            "2025 年 11 月的一篇文章认为，中美科技公司的估值鸿沟既不能用技术解释，也不能用商业模式解释，而要归于定义权（我这么做，你也只能这么做）、"
            "背后的资金和历史：美国公司定义了三个范式，中国公司定义了半个，AI 尚无定论。"
        ),
    ),
    "question.here": (
        (
            "This report states that as questions of measurement: who defines each paradigm, how sure that is, what premium firms carry over their "
            "industry, and whether the two go together. An answer may be that the data do not tell."
        ),
        (
            "本报告把它化为可以测量的问题：谁定义了各个范式，把握有多大，公司相对行业的溢价是多少，两者是否相关。答案也可能是：数据不足以判断。"
        ),
    ),
    "refused": ("Not computed: {why}", "未能计算：{why}"),
    "method.evidence": (
        (
            "Every number follows from the claims: {firms:,} firms, {claims:,} claims, {sources:,} sources. {unverified:,} claims are unverified: known "
            "to a curator, no source found; they are kept, marked, and weigh less."
        ),
        "所有数字都由主张推出：{firms:,} 家公司，{claims:,} 条主张，{sources:,} 个来源。其中 {unverified:,} 条待查证：整理者知道但未找到来源，予以保留、标记并降低权重。",
    ),
    "method.same": (
        "The same claims, date and settings give the same report, byte for byte.",
        "主张、日期与参数相同，则报告逐字节相同。",
    ),
    "method.draws": ("Definition power: participants, date, draws and seed", "定义权：参与者数、日期、抽样次数与种子"),
    "method.spec": ("Settings of definition power: {text}", "定义权的参数：{text}"),
    "method.errors": ("Error model: {text}", "误差模型：{text}"),
    "method.primary": (
        "Specification of the link, registered {registered} before any estimate: SHA-256 {sha}, date {date}, seed {seed}, {permutations:,} permutations.",
        "关联的设定，于 {registered} 在任何估计之前登记：SHA-256 {sha}，日期 {date}，种子 {seed}，置换 {permutations:,} 次。",
    ),
    "method.elsewhere": (
        "Not in this file, since they take longer: {names}. `definer report` writes them.",
        "以下各节耗时较长，不在本文件中：{names}。definer report 会给出。",
    ),
    "col.paradigm": ("paradigm", "范式"),
    "col.n": ("n", "n"),
    "col.as_of": ("as of", "截至"),
    "col.draws": ("draws", "抽样次数"),
    "col.seed": ("seed", "种子"),
    "meta.as_of": ("As of", "截至"),
    "meta.claims": ("Claims", "主张版本"),
    "meta.primary": ("Registered specification", "登记的设定"),
    "meta.version": ("Definer", "Definer 版本"),
    "list": (", ", "、"),
}


def say(key: str, lang: Language, **values: object) -> str:
    """Words for `key` in the language, with the values filled in."""
    return WORDS[key][lang == "zh"].format(**values)
