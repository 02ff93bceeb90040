"""Words of the Query tab's gallery: topics of the named questions, and what their parameters are, in Chinese."""

from __future__ import annotations

__all__ = ["PARAMETERS", "TOPICS"]

TOPICS: tuple[tuple[str, tuple[str, str], tuple[str, ...]], ...] = (
    (
        "dependence",
        ("Who depends on whom", "谁依赖谁"),
        (
            "who_depends_on", "what_a_firm_depends_on", "most_depended_on", "sole_sourced", "in_house_share",
            "commitments", "ties_of_a_kind", "ties_ended_in_year", "open_standards", "unnamed_providers",
            "measured_shares", "cohort_shares",
        ),
    ),
    (
        "control",
        ("Who sets the rules", "谁制定规则"),
        (
            "control_holdings", "holders_by_paradigm", "held_sides", "events", "definitions_essay",
            "definitions_essay_rule_researched", "definitions_symmetric", "definitions_symmetric_essay_holdings",
        ),
    ),
    (
        "paradigms",
        ("Paradigms, firms and slots", "范式、企业与槽位"),
        (
            "paradigms", "firms_of_paradigm", "candidates_without_ties", "slots", "slots_of_firm", "organization",
            "organizations_by_country", "members_of_groups", "industries", "names_only_in_latin",
        ),
    ),
    (
        "value",
        ("What firms are worth", "企业值多少"),
        (
            "valuation_history", "latest_valuations", "market_cap_by_year", "largest_of_year", "industry_multiples",
            "fundamentals_of", "fx_rate", "essay_tesla_xpeng", "essay_openai_moonshot", "essay_figure_unitree",
        ),
    ),
    (
        "capital",
        ("Whose money", "谁的资金"),
        (
            "investors_of", "round_trips", "money_circles", "investments_by_capital_kind", "long_horizon_capital",
            "sovereign_fund_share",
        ),
    ),
    (
        "evidence",
        ("Evidence and sources", "证据与来源"),
        (
            "evidence_of", "evidence_of_tie", "sources_of_number", "most_cited_sources", "sources_by_tier", "known_by",
            "known_only", "confirmed_late", "ties_without_end_date", "unverified_claims", "disagreements",
            "third_views", "conflicting_figures", "conflicting_valuations", "claims_about", "kinds_of_claims",
            "dataset",
        ),
    ),
    (
        "essay",
        ("The essay, checked", "对文章的核算"),
        ("statements_by_verdict", "contradicted_statements", "recomputed_statements", "statements_on_claims"),
    ),
    (
        "scores",
        ("Scores kept in a store", "写入图谱的得分"),
        ("scores", "scores_with_claims", "power_and_valuations", "power_by_country"),
    ),
    ("vocabulary", ("The vocabulary itself", "词汇表本身"), ("terms", "words_of_list")),
)  # fmt: skip
"""Topics in order: key, name, questions. The file of a question says what it asks."""

PARAMETERS: dict[str, str] = {
    "ISO 4217": "ISO 4217 币种代码",
    "also holdings without a found source": "含未找到来源的控制权归属",
    "as of this day": "截至日",
    "claim": "主张",
    "criticality at least": "关键度下限",
    "date of the scores": "得分日期",
    "date of the scores; no later mark counts": "得分日期；不计其后的估值",
    "day": "日期",
    "firm": "企业",
    "firms in the quartiles at least": "四分位数至少含多少家企业",
    "first day of the list year": "榜单年度的首日",
    "held on or before this day": "该日或之前占据",
    "how many": "数量",
    "industry": "行业",
    "language of names: en or zh": "名称语言：en 或 zh",
    "last place counted among the first": "计入前列的最后名次",
    "last place shown": "显示到第几名",
    "list": "词表",
    "metric": "指标",
    "no mark before this day": "不计该日之前的估值",
    "no mark later; the exchange rate is of its month": "不计其后的估值；汇率取当月",
    "no mark older than this": "不计更早的估值",
    "or price_to_earnings": "或 price_to_earnings（市盈率）",
    "organization": "组织",
    "paradigm": "范式",
    "paradigm of the firm that got the money": "获投企业所属范式",
    "sources whose id begins so": "编号以此开头的来源",
    "text": "文本",
    "the dependent": "依赖方",
    "the firm": "企业",
    "the firm set against it": "对照企业",
    "tie": "依赖关系",
    "who got the money": "获投方",
    "whose dependents": "提供方",
    "whose figures": "数字出处",
    "whose marks": "估值出处",
    "year": "年份",
}
"""What a parameter is, as the header of a query has it -> the same in Chinese."""
