"""Words of the audit and of the hypotheses in English and Chinese."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..ontology.language import Language

__all__ = ["WORDS", "say"]

WORDS: dict[str, tuple[str, str]] = {
    "audit.title": ("Audit of a text", "文本核算"),
    "audit.title_essay": ("Audit of the essay", "文章核算"),
    "audit.verdict": (
        "{n} of {all} statements could be recomputed from claims: {tally}.",
        "{all} 条语句中有 {n} 条可由主张重算：{tally}。",
    ),
    "audit.none": ("Not one of the {all} statements has a formula.", "{all} 条语句都没有公式。"),
    "audit.agree": (
        "Every computed verdict goes with the recorded one.",
        "所有计算结论都与记录的结论相符。",
    ),
    "audit.differ": (
        "Computed and recorded verdict differ, and both stand: {ids}.",
        "计算结论与记录的结论不一致，两者并列：{ids}。",
    ),
    "audit.unrecorded": (
        "The file records no verdicts; those shown are of the arithmetic alone.",
        "文件未记录结论；所列仅为算术结论。",
    ),
    "audit.basis": (
        (
            "{own} of the {n} rest on the text's own numbers alone (*), which shows that its sums hold, not that "
            "its numbers "
            "do; {independent} on other sources; {mixed} on both."
        ),
        (
            "{n} 条之中，{own} 条只依据文本自己的数字（*），只能说明算式成立，不能说明数字属实；{independent} "
            "条依据其他来源；{mixed} 条兼有两者。"
        ),
    ),
    "audit.table": (
        "Statements recomputed (as of {date}; n = {n})",
        "已重算的语句（截至 {date}；n = {n}）",
    ),
    "audit.id": ("id", "编号"),
    "audit.quote": ("quote", "原文"),
    "audit.stated": ("stated", "所述"),
    "audit.recomputed": ("recomputed", "重算"),
    "audit.finding": ("computed", "计算结论"),
    "audit.recorded": ("recorded", "记录的结论"),
    "audit.others": ("Statements without a formula", "没有公式的语句"),
    "audit.left_out": (
        (
            "{n} statements have no formula: {verdicts}. They state no number, or none that a claim could check; "
            "--all lists "
            "them."
        ),
        "另有 {n} 条没有公式：{verdicts}。它们没有陈述数值，或没有可供核对的主张；用 --all 列出。",
    ),
    "audit.conflicts": ("Claims that disagree with those used", "与所用主张不一致的主张"),
    "audit.where": ("on", "涉及"),
    "audit.claim": ("claim", "主张"),
    "audit.says": ("says", "内容"),
    "audit.when": ("date", "日期"),
    "audit.also": ("Beside them", "参照计算"),
    "audit.formula": ("formula", "公式"),
    "audit.gives": ("gives", "结果"),
    "audit.reason": ("{id} cannot be computed: {reason}", "{id} 无法计算：{reason}"),
    "audit.number": (
        "{id}: {recorded} is recorded, {computed} is computed.",
        "{id}：记录为 {recorded}，计算为 {computed}。",
    ),
    "audit.count": ("{what} {n}", "{what} {n} 条"),
    "audit.how": (
        (
            "Within rounding: it would be written in the stated digits (for a round number said to be about, in "
            "those before "
            "its zeros). Borderline: an inequality that fails only by equality or at one end, or a stated number "
            "inside a "
            "recomputed range. Derived: the formula gives another quantity than the one stated."
        ),
        (
            "舍入内相符：按所述位数书写时一致（称“约”的整数按末尾零之前的位数）。临界："
            "不等式仅在相等或一端不成立，或所述数值落在重算区间之内。"
            "导出：公式得到的是另一种量。"
        ),
    ),
    "computed.holds": ("holds", "相符"),
    "computed.holds_within_rounding": ("within rounding", "舍入内相符"),
    "computed.borderline": ("borderline", "临界"),
    "computed.off": ("off", "不符"),
    "computed.derived": ("derived", "导出"),
    "computed.not_computable": ("not computable", "无法计算"),
    "recorded.confirmed": ("confirmed", "属实"),
    "recorded.confirmed_with_caveat": ("with caveat", "属实但有保留"),
    "recorded.contested": ("contested", "有争议"),
    "recorded.contradicted": ("contradicted", "不符"),
    "recorded.not_found": ("not found", "未找到"),
    "recorded.arithmetic_ok": ("sum right", "算式正确"),
    "recorded.arithmetic_off": ("sum off", "算式有误"),
    "recorded.arithmetic_borderline": ("sum borderline", "算式临界"),
    "recorded.inconsistent_dates": ("dates clash", "日期矛盾"),
    "recorded.judgement": ("judgement", "判断"),
    "recorded.definition": ("definition", "定义"),
    "recorded.forecast": ("forecast", "预测"),
    "recorded.unrecorded": ("unrecorded", "未记录"),
    "unit.pct": ("%", "%"),
    "unit.count": ("", ""),
    "unit.rank": ("", ""),
    "unit.x": ("x", "倍"),
    "unit.points": ("points", "个百分点"),
    "unit.coefficient": ("", ""),
}


def say(key: str, lang: Language, **values: object) -> str:
    """Words for `key` in the language, with the values filled in."""
    return WORDS[key][lang == "zh"].format(**values)
