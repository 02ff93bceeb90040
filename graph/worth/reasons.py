"""Why a firm has no premium, or stays outside the link: codes, and their words in English and Chinese."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ...ontology.language import Language

__all__ = ["REASONS", "Refusal", "count_reasons", "counted_reasons", "reason_words"]

REASONS: dict[str, tuple[str, str]] = {
    # no premium
    "no_mark": ("no mark within 12 months", "12 个月内没有估值"),
    "stale_mark": ("the latest mark is older than 12 months", "最近的估值已超过 12 个月"),
    "not_a_mark": ("only talks, targets or estimates, no priced mark", "只有洽谈、目标或估算，没有成交估值"),
    "no_rate_for_mark": ("no exchange rate for the mark", "估值所用货币没有汇率"),
    "no_revenue": ("no revenue found", "没有找到收入"),
    "stale_revenue": ("the latest revenue is older than 24 months", "最近的收入已超过 24 个月"),
    "no_rate_for_revenue": ("no exchange rate for the revenue", "收入所用货币没有汇率"),
    "negative_revenue": ("a revenue below zero", "收入小于零"),
    "pre_revenue": ("pre-revenue: under $10m in twelve months", "尚无收入：十二个月不足 1000 万美元"),
    "no_industry": ("no sector", "没有行业"),
    "no_multiple": ("no multiple of its sector within 2 years", "2 年内没有所属行业的倍数"),
    "small_pool": ("too few other firms in its sector", "所属行业的其他公司太少"),
    "beyond_quartiles": (
        "the median of the others lies beyond the published quartiles",
        "其余公司的中位数超出已公布的四分位数",
    ),
    # no premium over one of the other baselines
    "no_steady_state": ("no text assumes a steady state for it", "没有文本为其假设稳态"),
    "no_book_value": ("no book value", "没有净资产数据"),
    "no_forecast_roe": ("no forecast return on equity", "没有净资产收益率预测"),
    "no_cost_of_equity": ("no cost of equity", "没有股权成本数据"),
    "no_rate_for_book": ("no exchange rate for the book value", "净资产所用货币没有汇率"),
    "bad_persistence": ("persistence is not between 0 and 1", "持续系数不在 0 与 1 之间"),
    "worth_nothing": ("the forecasts imply no value above zero", "预测隐含的价值不大于零"),
    "no_net_income": ("no net income over the period of the revenue", "没有与收入同期的净利润"),
    "few_controls": ("too few control firms", "对照公司太少"),
    "few_peers": ("too few control firms in its sector", "所属行业的对照公司太少"),
    "outside_controls": ("beyond the range of the control firms", "超出对照公司的取值范围"),
    # in the table, but outside the link
    "essay_pair": ("one of the essay's three pairs, left out on purpose", "文章三组对比之一，有意排除"),
    "revenue_not_twelve_months": ("revenue is annualised or a run rate", "收入为年化或年度经常性收入"),
    "no_home_paradigm": ("no home paradigm", "没有所属范式"),
    "no_tie": ("no tie in its home paradigm", "在所属范式中没有关系"),
    "slots_not_enumerated": ("its own slots were not coded", "自身的槽位未经编码"),
    "no_growth": ("no growth of revenue over a year", "没有一年的收入增长率"),
    "no_founding_year": ("no founding year", "没有成立年份"),
    "alone_in_paradigm": ("the only firm left in its paradigm", "所属范式中仅剩这一家"),
    "no_premium": ("no premium", "没有溢价数值"),
    # not in the panel of lists
    "subsidiary_value": ("the value is that of a subsidiary", "市值属于其子公司"),
    "not_in_dollars": ("stated in another currency than dollars", "以美元以外的货币计"),
    "value_not_positive": ("no positive value", "市值不为正"),
    "no_multiple_that_year": ("no median of its industry in that year's list", "当年榜单没有所属行业的中位倍数"),
    "before_coded_period": ("before its paradigm's ties were looked for", "早于所属范式的编码期"),
    # in the option view
    "inactive_lab": ("no longer active as a lab of its own", "已不再是独立的模型实验室"),
    "no_option_value": ("valued below its baseline", "估值低于基准"),
    "baseline_unknown": ("no baseline known: F = 0, an upper bound", "基准未知：取 F = 0，为上限"),
    "no_power": ("no definition power", "没有定义权"),
    # a claim that was not chosen as mark or revenue
    "after_date": ("after the date", "晚于所问日期"),
    "deprecated": ("deprecated: other evidence excludes it", "已弃用：其他证据排除"),
    "weak_status": ("stale, forecast, terminated or a known undercount", "过时、预测、已终止或已知偏低"),
    "not_a_price": ("no price that was paid or could be", "不是成交价或可成交价"),
    "not_above_zero": ("not above zero", "不大于零"),
    "no_currency": ("no currency", "没有货币"),
    "other_period": ("over another period than twelve months", "不是十二个月的数字"),
    "weaker_basis": ("a figure of twelve months goes before", "以十二个月的数字为先"),
    "lower_rank": ("lower rank", "优先级较低"),
    "other_type": ("a firmer kind of mark goes before", "以更可靠的估值类型为先"),
    "earlier": ("earlier than the one chosen", "早于所选"),
    "softer_status": ("softer status", "状态较弱"),
    "from_memory": ("from memory; the one chosen has a source", "出自记忆，所选者有来源"),
    "weaker_source": ("weaker source", "来源等级较低"),
    "same_otherwise": ("equal in all that decides; first in order taken", "各项相同，按编号取先"),
    # no link
    "own_parameter": ("the only firm of its kind: a control is its own", "同类中仅此一家，独占一个控制变量"),
    "too_few_firms": ("too few firms", "企业太少"),
    "one_paradigm": ("only one paradigm", "只有一个范式"),
    "power_constant": ("power does not vary", "定义权没有差异"),
    "premium_constant": ("premium does not vary", "溢价没有差异"),
    "value_missing": ("a figure is missing for these firms", "下列公司缺少数值"),
    "too_many_parameters": ("too few firms for so many parameters", "参数太多，公司太少"),
    "collinear": ("columns determine each other: nothing varies beside them", "变量之间完全共线，此外没有差异"),
    "no_firms_of_country": ("no priced firm of the country in the paradigm", "该范式中没有该国的已定价企业"),
    # no answer to an inverse question of a scenario
    "no_gap": (
        "no gap to close: the premium is not higher on the first side",
        "没有可缩小的差距：前一方的溢价并不更高",
    ),
    "no_lever": ("the scenario sets no share or revocability to turn", "该情景没有设定可调节的份额或可撤回度"),
    "power_unmoved": ("no priced firm's power moves with it", "已定价企业的定义权不随之变动"),
    "wrong_way": ("it widens the gap instead of closing it", "结果是扩大而不是缩小差距"),
    "slope_not_positive": ("at this b power earns no premium", "在此 b 值下定义权不带来溢价"),
    "beyond_ceiling": ("out of reach even at its ceiling", "即使到上限也达不到"),
    "all_the_same": ("premium or power does not vary", "溢价或定义权没有差异"),
    # no specification of the curve
    "no_baseline": ("no firm has a value of this baseline", "没有任何企业具备该基准的数值"),
    "same_specification": ("the same regression as another specification", "与另一设定是同一回归"),
    # no part of the gap between two countries
    "gap_collinear": ("a control is determined by the others", "某个控制变量可由其余变量推出"),
    "gap_few_with_capital": (
        "too few firms whose investors' own money is known",
        "投资方自有投入金额已知的企业太少",
    ),
    "gap_no_multiples": ("no multiples by country on the lists", "榜单没有按该国分列的倍数"),
    "gap_few_industries": ("too few control industries", "对照行业太少"),
    "gap_not_asked": ("the essay asks it of the United States and China only", "文章只就美国与中国提出此问"),
    "gap_few_firms": ("too few firms with a premium", "有溢价的企业太少"),
    "gap_no_value": ("one of the two has no valuation as of the date", "两家之一截至该日没有估值"),
}
"""Code -> words in English and Chinese."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A number that is not given, and why.

    Attributes
    ----------
    code : str
        Key of :data:`REASONS`.
    detail : str
        What exactly is missing (a currency and month, an industry, the age of a mark); may be empty.
    """

    code: str
    detail: str = ""

    @property
    def words(self) -> dict[str, str]:
        """Reason in words, by language."""
        return {"en": self.text("en"), "zh": self.text("zh")}

    def text(self, language: Language) -> str:
        """Reason in words.

        Examples
        --------
        >>> Refusal("no_rate_for_mark", "RUB 2025-11").text("en")
        'no exchange rate for the mark (RUB 2025-11)'
        """
        words = reason_words(self.code, language)
        if not self.detail:
            return words
        return f"{words}（{self.detail}）" if language == "zh" else f"{words} ({self.detail})"


def counted_reasons(counts: Mapping[str, int]) -> dict[str, dict[str, int | str]]:
    """Counts of reasons with their words: the form in which every document says who was left out.

    Examples
    --------
    >>> counted_reasons({"no_mark": 3})["no_mark"]["en"]
    'no mark within 12 months'
    """
    return {code: {"n": count, "en": REASONS[code][0], "zh": REASONS[code][1]} for code, count in counts.items()}


def reason_words(code: str, language: Language) -> str:
    """Give a reason in words.

    Examples
    --------
    >>> reason_words("no_mark", "en")
    'no mark within 12 months'
    """
    return REASONS[code][language == "zh"]


def count_reasons(codes: Iterable[str]) -> dict[str, int]:
    """How often each reason occurs, in the order of :data:`REASONS`."""
    counts = Counter(codes)
    return {code: counts[code] for code in REASONS if counts[code]}
