"""Words of the page on the census, in English and Chinese."""

from __future__ import annotations

from ..ontology.language import Language

__all__ = ["WORDS", "say"]

WORDS: dict[str, tuple[str, str]] = {
    "title": ("The census: what was found, and for whom", "普查：查到了什么，查到的又是谁"),
    "setting": ("Claims {claims}, as of {date}", "数据版本 {claims}，截至 {date}"),
    "empty": ("The claims hold no tie that fills a slot.", "数据中没有填补槽位的依赖关系。"),
    "parts": ("Parts of this page", "本页各节"),
    # What the numbers mean.
    "read": ("How to read this", "如何阅读"),
    "read.row": (
        (
            "A row of the census says who fills one slot of one firm, from when to when. It is found if a document was "
            "seen that says so. A row that is not found is merely known: a coder remembers the tie, and no source was "
            'found. Such rows are kept, called "from memory", and count less.'
        ),
        (
            "普查的一行说明某家企业的某个槽位由谁填补、起止何时。有文献为证的为“查得”；"
            "其余只是“已知”：编码者记得这一关系，但未找到来源。这些行予以保留，标作“凭记忆”，并降低权重。"
        ),
    ),
    "read.found": (
        (
            "Found means that the existence of the tie was seen, and nothing more. Its dates, its share and how much "
            "hangs on it are the coder's judgement unless a source is named for them too."
        ),
        "“查得”只表示见到了该关系存在的证据。起止时间、份额和关键程度，除另有来源者外，均为编码者的判断。",
    ),
    "read.unknown": (
        (
            "Unknown: the firm needed the slot, and nobody could say who filled it. In-house: it filled the slot "
            "itself. Open: an open standard did. Named: another firm did; only these rows give anybody power."
        ),
        (
            "“不明”指企业需要该槽位，却无从得知由谁填补；“自给”由企业自己填补；“开放标准”由开放标准填补；"
            "“具名”由另一组织填补，唯有这些行赋予他人定义权。"
        ),
    ),
    "read.pws": (
        (
            "PWS, provider-worded search: the document was found by asking for a provider's customers, not for a "
            "dependent's suppliers. That way of looking finds more for providers one already thinks of, so the "
            "verdicts below are also given without the rows that rest on nothing else."
        ),
        (
            "PWS（以提供方措辞检索）：文献是按提供方的客户查得，而非按依赖方的供应商查得。"
            "此法容易偏向本就想到的提供方，故下文另列不计仅凭此法所得各行的结论。"
        ),
    ),
    "read.gap": (
        (
            "If more was found for firms that won, their providers look more powerful than they were. Who won was "
            "known to those who searched; the gap between winners and losers shows how far that may have steered them. "
            "Within 10 points counts as even."
        ),
        (
            "若胜者的关系查得更多，其提供方就会显得比实际更有力量。检索者知道谁胜谁败；"
            "胜者与败者之差显示这可能造成多大偏差。相差 10 个百分点以内视为均衡。"
        ),
    ),
    # Headline.
    "rows": ("rows", "行"),
    "rows.note": ("ties that fill a slot", "填补槽位的依赖关系"),
    "found": ("found", "查得"),
    "named_found": ("named found", "具名查得"),
    "named_found.note": ("{found} of {n} rows with a named firm", "{n} 行具名，其中 {found} 行查得"),
    "in_house": ("in-house", "自给"),
    "unknown": ("unknown", "不明"),
    "sources": ("sources", "来源"),
    "sources.note": ("different documents", "不同文献"),
    "part.note": ("{share} of the rows", "占行数的{share}"),
    "listed": ("firms", "企业"),
    "listed.note": ("searched slot by slot, in {n} places on the lists", "逐槽位查找，在各名单上共 {n} 席"),
    # Sections.
    "paradigms": ("By paradigm", "按范式"),
    "legend.found": ("found", "查得"),
    "legend.known": ("from memory", "凭记忆"),
    "legend.unknown": ("unknown", "不明"),
    "bar": ("{found} found, {known} from memory, {unknown} unknown", "查得 {found}，凭记忆 {known}，不明 {unknown}"),
    "outcomes": ("Winners and losers", "胜者与败者"),
    "outcomes.note": (
        (
            "Part of the rows with a known filler that was found, by what became of the firm that depends; behind the "
            "stroke the number of these rows. The gap is winners less losers, in points, from the parts before they "
            "are rounded; within 10 points counts as even."
        ),
        (
            "填补者已知的行中查得的比例，按依赖方的结局分列，斜线后为行数。"
            "差距为胜者减败者，按取整前的比例计算；10 个百分点以内视为均衡。"
        ),
    ),
    "even": ("even", "均衡"),
    "for_winners": ("more for winners", "偏向胜者"),
    "for_losers": ("more for losers", "偏向败者"),
    "per_provider": ("Rows per provider", "每家提供方的行数"),
    "per_provider.note": (
        "Rows in which a listed firm fills a slot for others: mean per firm, by what became of it.",
        "名单企业为他人填补槽位的行数：按其结局，每家平均。",
    ),
    "tiers": ("Tiers of sources", "来源等级"),
    "tiers.note": (
        (
            "Found rows by the best tier of their sources, from 1 (primary) to 5 (forum or memory); and those found "
            "only through PWS."
        ),
        "查得的行，按其最佳来源的等级分列，从 1（一手）到 5（论坛或记忆）；末列为仅凭 PWS 查得者。",
    ),
    "tier": ("tier {tier}", "{tier} 级"),
    "pws": ("PWS only", "仅凭 PWS"),
    "fields": ("Beyond existence", "存在之外"),
    "fields.note": (
        (
            "How many rows state a share, how many of these measured it (the others are judged), and for how many rows "
            "a source gives a date."
        ),
        "多少行写明份额，其中多少为实测（其余为判断）；多少行的起止时间有来源。",
    ),
    "shares": ("state a share", "写明份额"),
    "measured": ("measured", "实测"),
    "dated": ("dated by a source", "时间有来源"),
    "verdicts": ("Verdicts from part of the rows", "只用部分行的结论"),
    "verdicts.note": (
        (
            "Who defines the paradigm if only some of the rows counted. A verdict that holds only with the rows most "
            "open to doubt would be a verdict on the coders. Named are the first three by score, and the likeliest "
            "first if it is not among them, each with its score and its probability of being first. Where each "
            "provider keeps at most 10 rows, every draw has scores of its own, so only probabilities are given."
        ),
        (
            "若只计部分行，由谁定义该范式。若结论只有靠最可疑的行才成立，它说明的便是编码者，而非范式。"
            "所列为得分前三名；最可能居首者若不在其中，一并列出。企业之后为得分与居首概率。"
            "每家提供方至多取 10 行时，各次抽样得分不同，故只列概率。"
        ),
    ),
    "verdicts.of": ("{paradigm}, as of {date}", "{paradigm}，截至 {date}"),
    "verdicts.draws": ("{draws} draws, seed {seed}", "抽样 {draws} 次，种子 {seed}"),
    "slots": ("Slots", "槽位"),
    "slots.note": (
        "Firms that need the slot; for how many of them somebody is said to fill it; for how many a source says so.",
        "需要该槽位的企业；其中有填补者记录的；其中有来源的。",
    ),
    "years": ("Found part by year", "历年查得比例"),
    "years.note": (
        "Of the rows that held in the middle of each coded year. Solid line: named rows; dashed line: all rows.",
        "各编码年份年中成立的行。实线：具名行；虚线：全部行。",
    ),
    "years.table": ("The numbers by year", "历年数据"),
    "years.named": ("named rows", "具名行"),
    "years.all": ("all rows", "全部行"),
    "firms": ("Firms on the list ({n})", "名单企业（{n} 家）"),
    "firms.note": (
        (
            "What was found of whom each firm needs, and for how many rows and firms it fills a slot. "
            "* The firm does not meet the rule of the list."
        ),
        "各企业依赖于谁，查得多少；它又为多少行、多少家企业填补槽位。* 不符合名单的纳入规则。",
    ),
    "coded": ("coded {first} to {last}", "编码期 {first}至{last}"),
    "dependents": ("{n} firms searched slot by slot", "逐槽位查找 {n} 家企业"),
    # Columns and words.
    "col.paradigm": ("paradigm", "范式"),
    "col.parts": ("found, memory, unknown", "查得、记忆、不明"),
    "col.rows": ("rows", "行"),
    "col.found": ("found", "查得"),
    "col.named": ("named", "具名"),
    "col.named_found": ("named found", "具名查得"),
    "col.in_house": ("in-house", "自给"),
    "col.open": ("open", "开放标准"),
    "col.unknown": ("unknown", "不明"),
    "col.sources": ("sources", "来源"),
    "col.winner": ("winners", "胜者"),
    "col.survivor": ("survivors", "存续者"),
    "col.loser": ("losers", "败者"),
    "col.gap": ("gap", "差距"),
    "col.balance": ("balance", "是否均衡"),
    "col.slot": ("slot", "槽位"),
    "col.needed": ("firms", "企业"),
    "col.answered": ("answered", "有答案"),
    "col.answered_sourced": ("from a source", "有来源"),
    "col.year": ("year", "年份"),
    "col.firm": ("firm", "企业"),
    "col.outcome": ("outcome", "结局"),
    "col.needs": ("needs: rows", "依赖：行"),
    "col.provides": ("fills: rows", "填补：行"),
    "col.reaches": ("for firms", "惠及企业"),
    "col.variant": ("rows counted", "所计之行"),
    "col.dropped": ("left out", "略去"),
    "col.verdict": ("verdict", "结论"),
    "col.first": ("first firms", "居前企业"),
    "total": ("all", "合计"),
    "points": ("{n} points", "{n} 个百分点"),
    "outcome.winner": ("winner", "胜者"),
    "outcome.survivor": ("survivor", "存续者"),
    "outcome.loser": ("loser", "败者"),
    "outcome.open": ("undecided", "未分胜负"),
    "verdict.definer": ("definer: {firm}", "定义者：{firm}"),
    "verdict.contested": ("contested", "争夺中"),
    "verdict.none": ("nobody", "无人"),
    "variant.all": ("all rows", "全部行"),
    "variant.sourced": ("found rows only", "只计查得的行"),
    "variant.no_provider_worded": ("without rows found through PWS only", "不计仅凭 PWS 查得的行"),
    "variant.no_round_trip": ("without round trips of money", "不计循环融资关系"),
    "variant.without": ("without the slot {slot}", "不计槽位“{slot}”"),
    "variant.capped": ("at most 10 rows per provider, drawn at random", "每家提供方随机至多取 10 行"),
    "semicolon": ("; ", "；"),
    "firm.chance": ("{firm} {chance}", "{firm} {chance}"),
    "firm.scored": ("{firm} {power}, {chance}", "{firm} {power}，{chance}"),
}


def say(key: str, lang: Language, **values: object) -> str:
    """Words for `key` in the language, with the values filled in."""
    return WORDS[key][lang == "zh"].format(**values)
