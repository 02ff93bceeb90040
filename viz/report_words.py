"""Words of the report in English and Chinese."""

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
    "lead": (
        (
            "The graph holds {firms:,} firms and {claims:,} claims from {sources:,} sources. {unverified:,} claims are unverified: known to a "
            "curator, no source found; they are kept, marked, and weigh less."
        ),
        "图中有 {firms:,} 家公司，{claims:,} 条主张，出自 {sources:,} 个来源。其中 {unverified:,} 条待查证：整理者知道但未找到来源，予以保留、标记并降低权重。",
    ),
    "power": ("Definition power", "定义权"),
    "power.how": (
        (
            "Power is how much of an average firm of the paradigm rests on a company (0 to 1): half reach, how much is built its way, directly or "
            "through others; half lock-in, how much would stop within 24 months if it withdrew. Ties only: no valuation, investment, event or "
            "holding enters. In-degree, the number of firms that name it, is the baseline to beat. Ranks come with 90% plausibility intervals and the "
            "probability of being first, over draws of a stated error model of ties and settings; they are no confidence intervals."
        ),
        (
            "定义权指范式内平均每家公司依托该公司的程度（0 至 1）：一半是触达，即直接或间接按其方式建成的部分；一半是锁定，即它退出后 24 个月内会停摆的部分。"
            "只用依赖关系计算，不含估值、投资、事件和控制权归属。入度（列其为提供方的公司数）是必须胜过的基线。名次附 90% 合理区间与居首概率，"
            "由依赖关系和参数的误差模型抽样得出，并非置信区间。"
        ),
    ),
    "power.table": (
        "The first {k} by definition power, n = {n} firms, as of {date}",
        "定义权最高的 {k} 家，n = {n} 家公司，截至 {date}",
    ),
    "power.unit": ("definition power, 0 to 1", "定义权，0 至 1"),
    "power.figure": (
        "Definition power of the first {n} firms of each paradigm, as of {date} or the end of its coded period",
        "各范式前 {n} 家公司的定义权，截至 {date} 或其编码期末",
    ),
    "power.figure.note": (
        (
            "Mark: the score; bar: 90% plausibility interval over {draws} draws of the error model, seed 0. The errors mostly lower a level, so that a "
            "mark may stand beyond its bar. Levels compare only within one paradigm."
        ),
        (
            "标记为得分，横线为误差模型 {draws} 次抽样（种子 0）的 90% 合理区间。误差多使数值变低，因此标记可能落在横线之外。数值只能在同一范式内比较。"
        ),
    ),
    "pairs": (
        "The three comparisons, n = 3: the smaller firm in per cent of the larger one",
        "三组对比，n = 3：较小公司占较大公司的百分比",
    ),
    "pair.peer": ("smaller firm", "较小公司"),
    "pair.peer_value": ("value, bn", "估值，十亿"),
    "pair.rate": ("per USD", "兑美元汇率"),
    "pair.firm": ("larger firm", "较大公司"),
    "pair.firm_value": ("value, USD bn", "估值，十亿美元"),
    "pair.share": ("share", "占比"),
    "column.country": ("country", "国家/地区"),
    "column.definitions": ("definitions", "定义次数"),
    "column.paradigms": ("paradigms", "范式数"),
    "column.verdict": ("verdict", "结论"),
    "column.statements": ("statements", "陈述数"),
    "ask.again": ("Ask again: definer query {name}", "复查：definer query {name}"),
    "verdict.definer": (
        "{paradigm}: {firm} is the definer: first in {p} of {draws:,} draws, and in {q} a year before.",
        "{paradigm}：{firm}是定义者：{draws:,} 次抽样中 {p} 居首，一年前为 {q}。",
    ),
    "verdict.contested": (
        "{paradigm}: contested. {firm} is the likeliest first, in {p} of {draws:,} draws ({q} a year before); a definer needs 80% in both.",
        "{paradigm}：尚在争夺。{firm}最可能居首，{draws:,} 次抽样中占 {p}（一年前为 {q}）；定义者须两年均达 80%。",
    ),
    "verdict.none": (
        "{paradigm}: no definer: in {none} of {draws:,} draws no tie that counts gives anybody power.",
        "{paradigm}：无定义者：{draws:,} 次抽样中有 {none} 没有任何公司拥有定义权。",
    ),
    "verdict.close": (
        " Too close to 80% to tell with these draws.",
        "与 80% 过近，此抽样次数不足以判定。",
    ),
    "flip.exact": (
        "Flip number {n}: so many missing ties to {firm} would put it ahead of {leader}.",
        "翻转数 {n}：若遗漏了 {n} 条指向{firm}的依赖关系，它将超过{leader}。",
    ),
    "flip.range": (
        "Flip number {low}–{n}: so many missing ties to {firm} would put it ahead of {leader}.",
        "翻转数 {low}–{n}：若遗漏了这么多条指向{firm}的依赖关系，它将超过{leader}。",
    ),
    "flip.never": (
        "Flip number: no number of missing ties would put {firm} ahead of {leader}.",
        "翻转数：无论遗漏多少依赖关系，{firm}都不会超过{leader}。",
    ),
    "flip.leader": (" One is enough if it is {leader}'s own.", "若是{leader}自身的依赖关系，一条即可。"),
    "power.last": ("At the end of the coded period:", "编码期末："),
    "definitions": ("How many definitions: it depends on the rule", "定义了几次：取决于计数规则"),
    "definitions.how": (
        (
            "The essay counts three definitions for the United States and half of one for China. That is a query over holdings: the essay's own, "
            "under its rule (a software side held counts 1, the supply side alone 0.5). The same rule over the researched holdings, and a rule that "
            "counts both sides alike, give other numbers."
        ),
        (
            "文章称美国定义三次、中国半次。这是对控制权归属的一次查询：用文章自己的主张和它的规则（掌握软件侧计 1，只掌握供应侧计 0.5）。"
            "同一规则用于研究所得的归属，或改用两侧同等计分的规则，结果都不同。"
        ),
    ),
    "premium": ("Valuation premium", "估值溢价"),
    "premium.how": (
        (
            "Log premium = ln(value) - ln(median price/sales of the industry's other firms without definers x revenue), {n} firms. It compares a price with an industry, not with "
            "what a firm ought to be worth."
        ),
        "对数溢价 = ln（估值） − ln（同行业其余公司市销率中位数 × 营收，定义者除外），共 {n} 家公司。它是与行业的比较，不是公司应值多少。",
    ),
    "premium.unit": ("log premium, log points", "对数溢价，对数点"),
    "premium.figure": (
        "Log premium of the {k} firms at the two ends, of n = {n}, as of {date}",
        "对数溢价居两端的 {k} 家公司，n = {n}，截至 {date}",
    ),
    "premium.figure.note": (
        "Mark: geometric middle; bar: least and greatest premium that the stated ranges of value and revenue allow. It is no confidence interval.",
        "标记为几何中值，横线为估值与营收的所述区间所容许的最低与最高溢价，并非置信区间。",
    ),
    "premium.sources": (
        "Sources are named by their ids; `definer premium FIRM` prints every input with its claim and source.",
        "来源以编号列出；definer premium 公司 可列出每项输入及其主张与来源。",
    ),
    "scatter": (
        "Log premium against definition power, n = {n} firms of the registered sample, as of {date}",
        "对数溢价与定义权，登记样本 n = {n} 家公司，截至 {date}",
    ),
    "scatter.x": ("definition power, normal score of its rank in the sample", "定义权（样本内名次的正态得分）"),
    "scatter.note": (
        (
            "One mark a firm, its symbol the home paradigm. Power of ties only; equal scores share a rank, hence the column at the left: firms that "
            "hold none. No line is drawn: the registered estimate has controls, which a picture of two quantities lacks. Specification {sha}."
        ),
        (
            "每家公司一个标记，形状表示所属范式。定义权只由依赖关系算出；得分相同者名次并列，左侧一列即没有定义权的公司。此图不画拟合线："
            "登记的估计含控制变量，两个量的图无法体现。设定 {sha}。"
        ),
    ),
    "scatter.left_out": (
        "{n} priced firms are not in the sample: {reasons}.",
        "{n} 家有溢价的公司不在样本中：{reasons}。",
    ),
    "premium.without": ("{n:,} firms have no premium:", "{n:,} 家公司没有溢价数值："),
    "essay": ("The essay's statements, checked", "文章陈述的核对"),
    "essay.how": (
        "Every checkable sentence has a verdict, a recomputation where there are numbers, and its sources.",
        "每句可核对的陈述都有结论；涉及数字的附有重新计算；均列出来源。",
    ),
    "essay.pairs": (
        (
            "Its three comparisons, with ranges as stated and exchange rates of the month. Three pairs can never be significant: the smallest "
            "possible two-sided p is 0.25."
        ),
        "文章的三组对比，区间按原文，汇率取当月。三组样本永远达不到显著：双侧 p 最小也有 0.25。",
    ),
    "limits": ("What not to infer", "不能推断什么"),
    "limits.text": (
        (
            "About half of the ties are known without a found source; start years, shares and criticality are often judgement.\n"
            "The curators knew who won. Ties were listed dependent by dependent to limit that, not to remove it.\n"
            "An association is not a cause, and with two countries no number can be put on history.\n"
            "Levels of power compare only within one paradigm and at the same settings."
        ),
        (
            "约半数依赖关系未找到来源；起始年份、份额、关键度常含判断。\n"
            "整理者知道谁赢了。逐一列举依赖方只能减轻、不能消除这种后见之明。\n"
            "相关不是因果；只有两个国家，历史的作用无法用数字衡量。\n"
            "定义权的数值只能在同一范式、同一参数下比较。"
        ),
    ),
    "col.rank": ("rank", "名次"),
    "col.firm": ("firm", "公司"),
    "col.rank_interval": ("rank, 90%", "名次 90% 区间"),
    "col.p_rank1": ("P(first)", "居首概率"),
    "col.power": ("power", "定义权"),
    "col.reach": ("reach", "触达"),
    "col.lockin": ("lock-in", "锁定"),
    "col.in_degree": ("in-degree", "入度"),
    "col.sourced": ("rank, sourced only", "仅有来源时的名次"),
    "col.value": ("value, USD bn", "估值，十亿美元"),
    "col.baseline": ("baseline", "基准"),
    "col.implied": ("implied, USD bn", "隐含价值，十亿美元"),
    "col.premium": ("log premium", "对数溢价"),
    "col.premium_range": ("range", "范围"),
    "col.paradigm": ("paradigm", "范式"),
    "col.power_interval": ("90% interval", "90% 区间"),
    "col.score": ("normal score", "正态得分"),
    "col.mark_date": ("valued", "估值日期"),
    "col.sources": ("sources", "来源"),
    "col.firms": ("firms", "公司数"),
    "col.reason": ("reason", "原因"),
}


def say(key: str, lang: Language, **values: object) -> str:
    """Words for `key` in the language, with the values filled in."""
    return WORDS[key][lang == "zh"].format(**values)
