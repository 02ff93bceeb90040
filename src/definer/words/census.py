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
    "opt.agreement": (
        "Print the agreement of two coders: Krippendorff's alpha per field.",
        "输出两名编码者的一致性：各字段的 Krippendorff α。",
    ),
    "opt.census_as_of": (
        "Date of the verdicts, YYYY[-MM[-DD]]; only with --verdicts or -o, since all rows are counted.",
        "结论的日期 YYYY[-MM[-DD]]；计数包括全部行，故仅与 --verdicts 或 -o 同用。",
    ),
    "err.census_alone": (
        "{beside} cannot be used together with {options}, which would have no effect",
        "{beside} 不能与 {options} 同用：后者不起作用",
    ),
    "err.census_json": (
        "--json prints JSON, and -o writes a page: ask for one of them",
        "--json 输出 JSON，-o 写出网页：请只选其一",
    ),
    "err.census_draws": (
        "verdicts rest on draws: with --verdicts, --draws must be at least 1",
        "结论以抽样为据：用 --verdicts 时，--draws 至少为 1",
    ),
    "err.census_no_verdicts": (
        "{options}: only verdicts rest on this, and none are asked for; add --verdicts, or -o FILE with draws",
        "{options} 只对结论起作用，而此处未要求结论：请加上 --verdicts，或用 -o FILE 并抽样",
    ),
    "err.nltk": (
        "the agreement needs NLTK: pip install 'definer[agreement]'",
        "一致性计算需要 NLTK：pip install 'definer[agreement]'",
    ),
    "census.agreement": (
        "Agreement of two coders on a tenth of the first coding (Krippendorff's alpha; 5% to 95% of resampled cells)",
        "两名编码者在首次编码十分之一行上的一致性（Krippendorff α；按格重抽样的 5% 至 95%）",
    ),
    "census.agreement_parts": (
        "Alpha (rows) by paradigm; by outcome of the firm, and by evidence of the first coding",
        "α（行数），按范式；按企业的结局、首次编码的证据",
    ),
    "census.agreement_listed": (
        "listed: the row's provider is among those that the second coder names for the cell.",
        "在列：该行的提供方在第二名编码者为该格所列之中。",
    ),
    "census.agreement_few": (
        "–: no alpha where fewer than {few} rows were coded twice, or all have one value.",
        "–：两人都编码的不足 {few} 行，或取值全同，不列 α。",
    ),
    "census.agreement_eras": (
        "Start and end agree better over all paradigms than within one, because the eras differ: read the paradigms.",
        "开始与结束在全部范式上的一致性高于单个范式之内，因为各时代本不相同：请看各范式。",
    ),
    "census.agreement_scale": (
        "Alpha of 0.8 and more: good; 0.667 to 0.8: tentative; less: the field is judgement (data/CODING.md).",
        "α 在 0.8 及以上为良好；0.667 至 0.8 为尚可；更低则该字段只是判断（见 data/CODING.md）。",
    ),
    "col.field": ("field", "字段"),
    "col.alpha": ("alpha", "α"),
    "col.interval": ("interval", "区间"),
    "col.plain": ("same", "相同"),
    "field.provider": ("main provider", "主要提供方"),
    "field.closed": ("closed", "名单完整"),
    "field.criticality": ("criticality", "关键度"),
    "field.revocability": ("revocability", "可撤回度"),
    "field.start": ("start", "开始"),
    "field.end": ("end", "结束"),
    "field.share": ("share", "份额"),
    "field.listed": ("listed", "在列"),
    "group.pc": ("PC", "个人电脑"),
    "group.search": ("search", "搜索"),
    "group.mobile": ("mobile", "移动"),
    "group.new_energy": ("energy", "新能源"),
    "group.ai": ("AI", "AI"),
    "group.winner": ("winners", "胜者"),
    "group.survivor": ("survivors", "存续者"),
    "group.loser": ("losers", "败者"),
    "group.known": ("memory", "凭记忆"),
    "group.sourced": ("found", "查得"),
    "opt.census_output": ("Write the whole report as a page.", "将完整报告写成网页。"),
    "opt.census_top": ("Rows per table.", "每张表的行数。"),
    "census.title": (
        "Census: {rows:,} ties that fill a slot, {sourced:,} found in {sources:,} sources, {known:,} from memory",
        "普查：填补槽位的依赖关系共 {rows:,} 条，{sourced:,} 条查有来源（文献 {sources:,} 种），{known:,} 条凭记忆",
    ),
    "census.fillers": (
        "Filled by: a named firm {named:,} ({share} found), in-house {in_house:,}, open {open:,}, unknown {unknown:,}.",
        "填补者：具名 {named:,}（{share}查有来源），自给 {in_house:,}，开放标准 {open:,}，不明 {unknown:,}。",
    ),
    "census.paradigms": ("By paradigm (found: part of the rows)", "按范式（查得：占行数的比例）"),
    "census.outcomes": (
        "Winners and losers: part of the rows with a known filler that was found; gap in points",
        "胜者与败者：填补者已知的行中查有来源的比例；差距为百分点",
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
    "census.verdicts_note": (
        (
            "Score and P(rank 1) of the first three by score, and of the likeliest first if it is not among them; with "
            "10 rows per provider every draw has scores of its own, so P(rank 1) alone."
        ),
        (
            "所列为得分前三名的得分与居首概率；最可能居首者若不在其中，一并列出。"
            "每提供方至多10条时，各次抽样得分不同，故只列居首概率。"
        ),
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
    "col.named_found": ("named\nfound", "具名\n查得"),
    "col.open": ("open", "开放\n标准"),
    "col.in_house": ("in-house", "自给"),
    "col.unknown": ("unknown", "不明"),
    "col.documents": ("sources", "来源"),
    "col.winners": ("winners", "胜者"),
    "col.survivors": ("survivors", "存续者"),
    "col.losers": ("losers", "败者"),
    "col.gap": ("gap", "差距"),
    "col.tier": ("tier {tier}", "{tier}级"),
    "col.needed": ("firms", "企业"),
    "col.answered": ("answered", "有答案"),
    "col.answered_sourced": ("from a source", "有来源"),
    "col.provides": ("fills", "填补"),
    "col.reaches": ("for firms", "惠及企业"),
    "col.outcome": ("outcome", "结局"),
    "col.year": ("year", "年份"),
    "col.variant": ("rows counted", "所计之行"),
    "col.dropped": ("left\nout", "略去"),
    "col.verdict": ("verdict", "结论"),
    "col.first": ("first: score, P(rank 1)", "居前者：得分、居首概率"),
    "col.now": ("said to be", "现写作"),
    "col.years": ("years", "年份"),
    "col.of_lead": ("of the lead", "占优势"),
    "outcome.winner": ("winner", "胜者"),
    "outcome.survivor": ("survivor", "存续者"),
    "outcome.loser": ("loser", "败者"),
    "outcome.open": ("open", "未定"),
    "verdict.definer": ("definer: {firm}", "定义者：{firm}"),
    "verdict.contested": ("contested", "争夺中"),
    "verdict.none": ("nobody", "无人"),
}
