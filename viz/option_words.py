"""Words of the option view in English and Chinese."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..ontology.language import Language

__all__ = ["WORDS", "say"]

WORDS: dict[str, tuple[str, str]] = {
    "option.title": ("The option view: what chance a price supposes", "期权视角：价格隐含了多大的胜算"),
    "option.what": (
        (
            "V = F + p T d: a price is what the firm is worth anyway (F, baseline {baseline}), plus the chance p "
            "of a prize T "
            "that comes in {years} years, discounted at {rate} a year. As of {date}; {n} firms with a mark, "
            "{labs} of them "
            "model labs."
        ),
        (
            "V = F + p T d：价格等于企业本身的价值 F（基准 {baseline}），加上以概率 p 赢得奖额 T 的价值；T 在 "
            "{years} 年后兑现，"
            "年贴现率 {rate}。截至 {date}；有估值的企业 {n} 家，其中模型实验室 {labs} 家。"
        ),
    ),
    "option.dutch": (
        (
            "At a prize of {prize} {how}, the labs' chances sum to {sum} ({low} to {high}), which is more than "
            "one: a Dutch "
            "book. Not all these prices can be right about the same prize; who buys every rival loses, whoever wins."
        ),
        (
            "奖额为 {prize}（{how}）时，各实验室的胜算合计 {sum}（{low} 至 {high}），大于 1，构成“荷兰赌”："
            "就同一奖额而言，"
            "这些价格不可能都对；把所有对手都买下，无论谁赢都会亏。"
        ),
    ),
    "option.coherent": (
        (
            "At a prize of {prize} {how}, the labs' chances sum to {sum} ({low} to {high}): coherent, with "
            "{left} left for "
            "every incumbent, every lab without a mark, and nobody winning."
        ),
        (
            "奖额为 {prize}（{how}）时，各实验室的胜算合计 {sum}（{low} 至 {high}），并不自相矛盾；留给全部在位巨头、"
            "没有估值的实验室以及“无人胜出”的为 {left}。"
        ),
    ),
    "option.how.none": ("undiscounted", "不贴现"),
    "option.how.continuous": ("discounted continuously", "连续贴现"),
    "option.how.annual": ("discounted annually", "按年贴现"),
    "option.implied": (
        "Implied chance by prize: labs (n = {n}; V and F in $bn; disc.: discounted continuously)",
        "各实验室的隐含胜算（n = {n}；V、F 单位为十亿美元；“贴现”为连续贴现）",
    ),
    "option.firm": ("firm", "企业"),
    "option.at": ("{prize}", "{prize}"),
    "option.disc": ("{prize} disc.", "{prize}贴现"),
    "option.trillion_short": ("${n:g}tn", "{n:g} 万亿"),
    "option.billion_short": ("${n:g}bn", "{m:g} 亿"),
    "option.budget": ("Probability budget over the labs", "各实验室的胜算预算"),
    "option.prize": ("prize", "奖额"),
    "option.discounting": ("discounting", "贴现方式"),
    "option.sum": ("sum", "合计"),
    "option.interval": ("5-95%", "5%–95%"),
    "option.left": ("left", "剩余"),
    "option.other_B1": ("F: B1", "F 取 B1"),
    "option.other_B2": ("F: B2", "F 取 B2"),
    "option.zero": ("F = 0", "F = 0"),
    "option.haircut": ("cut 1.48", "折价 1.48"),
    "option.variants": (
        (
            "5-95%: over the ranges of marks and revenue and between the quartiles of the industry's multiple. Columns "
            "to the right: the sum with the other baseline, with no baseline, and with private marks "
            "divided by 1.48, "
            "by which post-money marks overstate (Gornall & Strebulaev 2020)."
        ),
        (
            "5%–95%：来自估值与收入的区间及行业倍数的四分位区间。右侧各列：改用另一基准、不设基准、"
            "以及未上市企业估值除以 1.48 时的合计（投后估值的平均高估倍数，"
            "Gornall 与 Strebulaev，2020）。"
        ),
    ),
    "option.partial": (
        "Partial prizes do not widen the budget: who can win only a part needs a chance greater by as much.",
        "分得部分奖额并不放宽预算：只能赢得一部分的企业，所需胜算按比例升高。",
    ),
    "option.incumbents": (
        (
            "Incumbents are left out of the sum: their prices hold other businesses too, so the chance below is "
            "that of their "
            "whole premium over F and no forecast. {named}."
        ),
        "在位巨头不计入合计：其价格还包含其他业务，下列数值是其相对 F 的全部溢价所对应的概率，并非预测。{named}。",
    ),
    "option.incumbent": ("{firm} {p}", "{firm} {p}"),
    "option.allocated": ("Set aside by you: {named}.", "由您预留：{named}。"),
    "option.break_even": (
        "Prize at which the labs' chances sum to exactly one ($bn, continuous)",
        "使各实验室胜算合计恰为 1 的奖额（十亿美元，连续贴现）",
    ),
    "option.rate": ("rate a year", "年贴现率"),
    "option.in_years": ("{years} years", "{years} 年"),
    "option.pays": (
        "Chance at which the price of {firm} pays, for a prize of {prize}",
        "奖额为 {prize}时，使 {firm} 的价格划算所需的胜算",
    ),
    "option.essay": (
        (
            "The essay's sum: {p} of {prize} is {none} undiscounted; paid in {years} years at {rate} it is "
            "{continuous} today (continuous) or {annual} (annual)."
        ),
        (
            "文中的算式：{prize}的 {p} 不贴现为 {none}；{years} 年后兑现、年贴现率 {rate} 时，"
            "现值为 {continuous}（连续贴现）或 {annual}（按年贴现）。"
        ),
    ),
    "option.horizon": ("What a short horizon would have to be worth", "资金期限短要“值”多少"),
    "option.rate_gap": (
        (
            "The premium gap between {a} and {b} over the essay's own baseline is {low} to {high} log points. "
            "Through the "
            "discount rate alone it needs {r_low} to {r_high} percentage points more a year over {years} years."
        ),
        (
            "以文章自己的基准计，{a} 与 {b} 的溢价差为 {low} 至 {high} 个对数点。若只靠贴现率解释，{years} "
            "年间每年须高出 "
            "{r_low} 至 {r_high} 个百分点。"
        ),
    ),
    "option.exit": (
        "A fund that must sell in year {exit} at a multiple of what the rest is worth loses, in log points:",
        "须在第 {exit} 年退出、按剩余价值的一定倍数出售的基金，其损失（对数点）为：",
    ),
    "option.arrival": ("arrival of the prize", "奖额到来的时间"),
    "option.shape": ("gamma, shape {shape}", "伽马分布，形状 {shape}"),
    "option.sure": ("in year {years} for sure", "必在第 {years} 年"),
    "option.multiple": ("exit x {multiple}", "退出倍数 {multiple}"),
    "option.all": ("all", "全部"),
    "option.needed": ("multiple that makes the gap", "造成该差距所需的倍数"),
    "option.none_does": ("none does", "任何倍数都不足"),
    "option.horizon_note": (
        (
            "Gamma with the mean at {years} years; shape 1 is a constant hazard. Only where the prize comes "
            "surely after the "
            "exit can truncation make the whole gap by itself."
        ),
        (
            "伽马分布的均值为 {years} 年，形状为 1 时风险率恒定。只有奖额几乎必然在退出之后才到来，"
            "仅凭期限截断才能造成全部差距。"
        ),
    ),
    "option.prior": (
        "Priced above or below definition: ln(part of the chances by price / part by {g}) (n = {n})",
        "相对定义权的定价：ln(按价格所占胜算 / 按{g}所占胜算)（n = {n}）",
    ),
    "option.g1": ("power", "定义权"),
    "option.g2": ("power squared", "定义权平方"),
    "option.by_price": ("by price", "按价格"),
    "option.by_power": ("by power", "按定义权"),
    "option.ratio": ("log ratio", "对数比"),
    "option.prior_note": (
        (
            "Left out: {named}. Parts are among these labs only, and power among them is small: the ranking of "
            "ratios says more "
            "than their size."
        ),
        "未列入：{named}。份额只在这些实验室之间计算，且其定义权都很小：比值的次序比大小更可靠。",
    ),
    "option.zero_note": (
        (
            "* F unknown, taken as 0: the chance is an upper bound. A price below F gives a chance below zero, "
            "counted as zero "
            "in the sum."
        ),
        "* F 未知，取 0：所列胜算为上限。价格低于 F 时胜算为负，合计时按零计。",
    ),
    "option.left_out": ("On the list without a chance: {reasons}.", "名单上未计算的企业：{reasons}。"),
    "option.reason": ("{what}: {n}", "{what}：{n}"),
    "option.trillion": ("${n:g}tn", "{n:g} 万亿美元"),
    "option.billion": ("${n:g}bn", "{m:g} 亿美元"),
}


def say(key: str, lang: Language, **values: object) -> str:
    """Words for `key` in the language, with the values filled in."""
    return WORDS[key][lang == "zh"].format(**values)
