"""Words of the derivation of a firm's premium, in English and Chinese."""

from __future__ import annotations

from ..ontology.language import Language

__all__ = ["WORDS", "say"]

WORDS: dict[str, tuple[str, str]] = {
    "title": ("Valuation premium of {firm} as of {date}", "{firm}的估值溢价，截至 {date}"),
    "verdict": (
        (
            "{premium} log points over baseline B1: the mark is {times} times what a revenue of {revenue} is worth at "
            "the median price/sales of the other firms of its industry ({industry}, n = {n})."
        ),
        (
            "相对基准 B1 的对数溢价为 {premium}：估值是{revenue}的收入按同行业其余公司市销率中位数"
            "（{industry}，n = {n}）所得价值的 {times} 倍。"
        ),
    ),
    "range": (
        "The ranges of mark and revenue allow {low} to {high}.",
        "估值与收入的区间所容许的范围：{low} 至 {high}。",
    ),
    "refused": ("No premium over baseline B1: {reasons}.", "没有相对基准 B1 的溢价：{reasons}。"),
    "about": (
        "A premium is the logarithm of value over a baseline; it is an amount to be explained, not definition power.",
        "溢价是价值与基准之比的对数，是有待解释的量，本身不是定义权。",
    ),
    "definer": (
        (
            "{firm} is itself a definer and stays out of every pool of ordinary firms ({holdings}: a point held to at "
            "least {least} of the world)."
        ),
        "{firm}本身是定义者，不进入任何普通公司的对照池（{holdings}：对全球的控制程度不低于 {least}）。",
    ),
    "mark": ("Mark: what it was valued at", "估值：当时的价格"),
    "revenue": ("Revenue of twelve months", "十二个月收入"),
    "none": ("None: {reason}.", "无：{reason}。"),
    "col.item": ("item", "项目"),
    "col.value": ("value", "内容"),
    "row.claim": ("claim", "主张"),
    "row.kind": ("kind", "类型"),
    "row.date": ("date", "日期"),
    "row.period": ("period", "期间"),
    "row.stated": ("stated", "原文金额"),
    "row.fx": ("exchange rate", "汇率"),
    "row.usd": ("in USD bn", "折合，十亿美元"),
    "row.status": ("status", "状态"),
    "row.sources": ("sources", "来源"),
    "kind.public": ("{kind} (public)", "{kind}（上市）"),
    "kind.primary": ("{kind} (priced round)", "{kind}（融资定价）"),
    "kind.secondary": ("{kind} (sale of existing shares)", "{kind}（老股交易）"),
    "kind.acquisition": ("{kind} (price of the whole firm)", "{kind}（整体收购价）"),
    "age": ("{date}, {days} days before", "{date}，距所问日期 {days} 天"),
    "bn": ("{currency} {amount}bn", "{amount}亿{currency}"),
    "fx.none": ("none needed", "无需换算"),
    "fx": (
        "{units} {currency} per USD, mean of {months} ({claims})",
        "1 美元 = {units} {currency}，{months} 月均值（{claims}）",
    ),
    "fx.more": ("{first} and {n} more", "{first} 等 {n} 条"),
    "fx.instead": ("; the month asked for, {asked}, has no rate", "；所需月份 {asked} 没有汇率"),
    "basis.twelve_months": ("{start} to {end}, twelve months", "{start} 至 {end}，十二个月"),
    "basis.annualised_half_year": ("{start} to {end}, a half-year, doubled", "{start} 至 {end}，半年，乘以二"),
    "basis.run_rate": ("{end}, a run rate", "{end}，年度经常性收入"),
    "evidence.sourced": ("{status}, from a source", "{status}，有来源"),
    "evidence.known": ("{status}, known, no source found", "{status}，已知待查证"),
    "baselines": ("Premium over each baseline, log points", "相对各基准的溢价，对数"),
    "col.baseline": ("baseline", "基准"),
    "col.implied": ("implied USD bn", "隐含价值，十亿美元"),
    "col.premium": ("premium", "溢价"),
    "col.low": ("low", "低"),
    "col.high": ("high", "高"),
    "col.haircut": ("/ {factor}", "除以 {factor}"),
    "B1": ("B1 sector median", "B1 行业中位数"),
    "B2": ("B2 steady state", "B2 稳态模型"),
    "B3": ("B3 residual income", "B3 剩余收益"),
    "B4": ("B4 warranted multiple", "B4 合理倍数"),
    "baselines.missing": ("{baseline}: {reason}.", "{baseline}：{reason}。"),
    "haircuts": ("Premium after a haircut on the headline value, log points", "名义估值打折后的溢价，对数"),
    "haircuts.note": (
        (
            "The price of the newest shares is not the price of all: 135 US unicorns were stated 48% above fair value "
            "on average, some by more than 100% (Gornall & Strebulaev 2020)."
        ),
        (
            "最新一轮的股价不等于全部股份的价格：135 家美国独角兽的名义估值平均高出公允价值 48%，"
            "个别高出一倍以上（Gornall 与 Strebulaev，2020）。"
        ),
    ),
    "B1.title": ("B1: {industry}, list of {year}, price/sales", "B1：{industry}，{year} 年榜单，市销率"),
    "B1.published": (
        (
            "Published ({claim}): quartiles {low}, {median}, {high} over {n} firms of all countries; {known} of them "
            "are known one by one."
        ),
        "已公布（{claim}）：各国共 {n} 家公司，四分位数为 {low}、{median}、{high}；其中 {known} 家逐一可知。",
    ),
    "B1.used": (
        "Without the {k} below, the median of the other {n} is the quantile {rank} of the list: {used}.",
        "除去下列 {k} 家，其余 {n} 家的中位数即全榜的 {rank} 分位数：{used}。",
    ),
    "B1.unchanged": (
        "No firm of this list is known to be a definer or the firm itself: the median stands as published.",
        "该榜单中没有已知的定义者或该公司本身：中位数照公布值。",
    ),
    "B1.note": (
        "Price to sales, not enterprise value to sales: net debt is not in the claims.",
        "此为市销率，而非企业价值倍数：主张中没有净负债。",
    ),
    "col.firm": ("left out", "除去"),
    "col.multiple": ("price/sales", "市销率"),
    "col.side": ("median", "相对中位数"),
    "col.why": ("why", "原因"),
    "side.below": ("below", "以下"),
    "side.on": ("on it", "相等"),
    "side.above": ("above", "以上"),
    "why.itself": ("the firm itself", "公司本身"),
    "why.definer": ("definer", "定义者"),
    "why.both": ("the firm itself, definer", "公司本身，定义者"),
    "B2.title": ("B2: steady state that a text assumes", "B2：文本假设的稳态"),
    "col.statements": ("statements", "陈述"),
    "col.stated": ("stated", "原文"),
    "col.share": ("part of the ceiling", "占上限比例"),
    "B2.note": ("Compared by the text with {claim}.", "文本以 {claim} 与之比较。"),
    "B2.share": (
        "The part of the ceiling is a product of coefficients that the text does not give one by one.",
        "占上限比例是几个系数的乘积，文本未逐一给出。",
    ),
    "B3.title": ("B3: residual income", "B3：剩余收益"),
    "row.book": ("book value", "净资产"),
    "row.roe": ("forecast ROE", "预测净资产收益率"),
    "row.cost": ("cost of equity", "股权成本"),
    "row.payout": ("payout", "派息率"),
    "row.persistence": ("persistence", "持续系数"),
    "row.claims": ("claims", "主张"),
    "assumed": ("{value} (assumed)", "{value}（假设）"),
    "B4.title": (
        "B4: ln(price/sales) of {firms} ordinary firms, {n} firm-years",
        "B4：{firms} 家普通公司 {n} 个公司年的 ln(市销率)",
    ),
    "col.variable": ("variable", "变量"),
    "col.input": ("its value", "该公司"),
    "col.coefficient": ("coefficient", "系数"),
    "col.error": ("std. error", "标准误"),
    "variable.growth": ("log growth of revenue", "收入对数增长"),
    "variable.margin": ("net margin", "净利率"),
    "variable.size": ("ln revenue, USD bn", "ln 收入（十亿美元）"),
    "B4.result": (
        (
            "Predicted multiple {multiple}: ln {log}, standard error {error}, clustered by firm; R2 {r2}; ordinary "
            "firms lie {spread} from theirs. Lists {years}; {peers} of the firms are of {industry}; its own years are "
            "left out."
        ),
        (
            "预测倍数 {multiple}：ln 值 {log}，按公司聚类的标准误 {error}；R2 {r2}；普通公司偏离各自预测值 {spread}。"
            "榜单 {years}；其中 {peers} 家属{industry}；该公司自身年份已除去。"
        ),
    ),
    "B4.bounds": (
        "Beyond 98% of the control firm-years and read at their limit: {names}.",
        "超出 98% 的对照公司年，按其界限取值：{names}。",
    ),
    "B4.note": (
        (
            "Fixed effects of industry and list year. Gross margin, research spending and leverage are not in the "
            "lists. Claims: {claims}."
        ),
        "含行业与榜单年份固定效应。榜单中没有毛利率、研发投入与杠杆。主张：{claims}。",
    ),
    "passed": ("Claims not chosen, the latest first", "未选用的主张，新者在前"),
    "col.claim": ("claim", "主张"),
    "col.when": ("date", "日期"),
    "col.kind": ("kind", "类型"),
    "kind.revenue": ("revenue", "收入"),
    "kind.arr": ("run rate", "经常性收入"),
    "passed.more": ("Not shown: {counts}.", "未列出：{counts}。"),
    "passed.count": ("{reason} ({n})", "{reason}（{n} 条）"),
    "sources": ("Sources of what was chosen", "所选主张的来源"),
    "col.source": ("source", "来源"),
    "col.title": ("title, publisher, date, address", "标题、发布者、日期、网址"),
    "list": (", ", "、"),
    "semicolon": ("; ", "；"),
    "to": ("{low} to {high}", "{low} 至 {high}"),
}
"""Key -> words in English and Chinese."""


def say(key: str, lang: Language, **values: object) -> str:
    """Words for `key` in the language, with the values filled in."""
    return WORDS[key][lang == "zh"].format(**values)
