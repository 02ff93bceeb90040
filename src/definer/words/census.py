"""Words about the balance of the census, and about adding to it."""

from __future__ import annotations

from typing import Final

__all__ = ["WORDS"]

WORDS: Final[dict[str, tuple[str, str]]] = {
    "census": (
        "How much of the census was found in sources, and for whom.",
        "普查中有多少查有来源，又偏向谁。",
    ),
    "opt.verdicts": (
        "Add verdicts from part of the rows: without memory, doubtful finds, doubtful slots; capped.",
        "附上只用部分行得出的结论：不计记忆、存疑来源、存疑槽位，或设收录上限。",
    ),
    "opt.missing": (
        "Print what to research next in this paradigm, most valuable first.",
        "列出该范式接下来最值得查证的内容，价值高者在前。",
    ),
    "opt.census_output": ("Write the whole report as a page.", "将完整报告写成网页。"),
    "opt.census_top": ("Rows per table.", "每张表的行数。"),
    "census.title": (
        "Census: {rows:,} rows (ties that fill a slot), {sourced:,} found in {sources:,} sources, {known:,} from memory",
        "普查：填补槽位的依赖关系共 {rows:,} 条，{sourced:,} 条查有来源（文献 {sources:,} 种），{known:,} 条凭记忆",
    ),
    "census.fillers": (
        "Filled by: a named firm {named:,} ({share} found), in-house {in_house:,}, open {open:,}, unknown {unknown:,}.",
        "填补者：具名组织 {named:,} 条（{share}查有来源），自给 {in_house:,} 条，开放标准 {open:,} 条，不明 {unknown:,} 条。",
    ),
    "census.paradigms": ("By paradigm (found: part of the rows)", "按范式（查得：占行数的比例）"),
    "census.outcomes": (
        "Winners and losers: part of the rows with a known filler that was found",
        "胜者与败者：填补者已知的行中查有来源的比例",
    ),
    "census.per_provider": (
        "Rows in which a listed firm fills a slot for others, mean per firm",
        "名单企业为他人填补槽位的行数，每家平均",
    ),
    "census.slots": ("By slot: {paradigm}", "按槽位：{paradigm}"),
    "census.years": (
        "By year: {paradigm} (rows that held in the middle of the year)",
        "按年份：{paradigm}（当年年中成立的行）",
    ),
    "census.firms": ("By firm: {paradigm}", "按企业：{paradigm}"),
    "census.tiers": ("Found rows by the best tier of their sources", "查有来源的行，按最佳来源等级"),
    "census.dependent_side": ("needs", "作为依赖方"),
    "census.verdicts": (
        "{paradigm} as of {date}: verdicts from part of the rows ({draws:,} draws)",
        "{paradigm}，截至 {date}：只用部分行得出的结论（抽样 {draws:,} 次）",
    ),
    "census.missing": (
        "{paradigm}: {n:,} open cells, by what of the leader's lead hangs on each (mean of {first} to {last})",
        "{paradigm}：未定格 {n:,} 个，按领先者优势系于该格的程度排列（{first} 至 {last} 年平均）",
    ),
    "census.nothing_missing": ("{paradigm}: every row has a source.", "{paradigm}：每一行都有来源。"),
    "census.more": ("… and {n:,} more (--top)", "……另有 {n:,} 项（--top）"),
    "census.no_rows": ("There is no tie that fills a slot.", "没有填补槽位的依赖关系。"),
    "variant.all": ("all rows", "全部行"),
    "variant.sourced": ("sourced only", "只计有来源"),
    "variant.no_provider_worded": ("no provider-worded", "不计以提供方查得"),
    "variant.no_round_trip": ("no round trips", "不计往返交易"),
    "variant.without": ("without {slot}", "不计{slot}"),
    "variant.capped": ("10 per provider", "每提供方至多10条"),
    "col.rows": ("rows", "行"),
    "col.found": ("found", "查得"),
    "col.named": ("named", "具名"),
    "col.in_house": ("in-house", "自给"),
    "col.unknown": ("unknown", "不明"),
    "col.documents": ("sources", "来源"),
    "col.winners": ("winners", "胜者"),
    "col.survivors": ("survivors", "存续者"),
    "col.losers": ("losers", "败者"),
    "col.gap": ("win-lose", "胜减败"),
    "col.tier": ("tier {tier}", "{tier}级"),
    "col.needed": ("firms", "企业"),
    "col.answered": ("answered", "有答案"),
    "col.answered_sourced": ("from a source", "有来源"),
    "col.provides": ("fills", "填补"),
    "col.reaches": ("for firms", "惠及企业"),
    "col.outcome": ("outcome", "结局"),
    "col.year": ("year", "年份"),
    "col.variant": ("rows counted", "所计之行"),
    "col.dropped": ("dropped", "略去"),
    "col.verdict": ("verdict", "结论"),
    "col.first": ("first three: score, P(rank 1)", "前三名：得分、居首概率"),
    "col.now": ("said to be", "现写作"),
    "col.years": ("years", "年份"),
    "col.of_lead": ("of the lead", "占优势"),
    "outcome.winner": ("winner", "胜者"),
    "outcome.survivor": ("survivor", "存续者"),
    "outcome.loser": ("loser", "败者"),
    "outcome.open": ("open", "未定"),
    "verdict.definer": ("definer", "定义者"),
    "verdict.contested": ("contested", "争夺中"),
    "verdict.none": ("nobody", "无人"),
}
