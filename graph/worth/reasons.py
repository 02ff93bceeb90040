"""Why a firm has no premium, or stays outside the link: codes, and their words in English and Chinese."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ...ontology.language import Language

__all__ = ["REASONS", "Refusal", "count_reasons", "reason_words"]

REASONS: dict[str, tuple[str, str]] = {
    # no premium
    "no_mark": ("no mark within 12 months", "12 个月内没有估值"),
    "stale_mark": ("the latest mark is older than 12 months", "最近的估值已超过 12 个月"),
    "not_a_mark": ("only talks, targets or estimates, no priced mark", "只有洽谈、目标或估算，没有成交估值"),
    "no_rate_for_mark": ("no exchange rate for the mark", "估值所用货币没有汇率"),
    "no_revenue": ("no revenue found", "没有找到收入"),
    "stale_revenue": ("the latest revenue is older than 24 months", "最近的收入已超过 24 个月"),
    "no_rate_for_revenue": ("no exchange rate for the revenue", "收入所用货币没有汇率"),
    "pre_revenue": ("pre-revenue: under $10m in twelve months", "尚无收入：十二个月不足 1000 万美元"),
    "no_industry": ("no sector", "没有行业"),
    "no_multiple": ("no multiple of its sector within 2 years", "2 年内没有所属行业的倍数"),
    # in the table, but outside the link
    "essay_pair": ("one of the essay's three pairs, left out on purpose", "文章三组对比之一，有意排除"),
    "revenue_not_twelve_months": ("revenue is annualised or a run rate", "收入为年化或年度经常性收入"),
    "no_home_paradigm": ("no home paradigm", "没有所属范式"),
    "no_tie": ("no tie in its home paradigm", "在所属范式中没有关系"),
    "slots_not_enumerated": ("its own slots were not coded", "自身的槽位未经编码"),
    "no_growth": ("no growth of revenue over a year", "没有一年的收入增长率"),
    "no_founding_year": ("no founding year", "没有成立年份"),
    "alone_in_paradigm": ("the only firm left in its paradigm", "所属范式中仅剩这一家"),
    # not in the panel of lists
    "subsidiary_value": ("the value is that of a subsidiary", "市值属于其子公司"),
    "not_in_dollars": ("stated in another currency than dollars", "以美元以外的货币计"),
    "value_not_positive": ("no positive value", "市值不为正"),
    "no_multiple_that_year": ("no median of its industry in that year's list", "当年榜单没有所属行业的中位倍数"),
    "before_coded_period": ("before its paradigm's ties were looked for", "早于所属范式的编码期"),
    # no link
    "too_few_firms": ("too few firms", "企业太少"),
    "one_paradigm": ("only one paradigm", "只有一个范式"),
    "all_the_same": ("premium or power does not vary", "溢价或定义权没有差异"),
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
