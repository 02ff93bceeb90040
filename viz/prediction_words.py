"""Words of the findings on power and price over time, in English and Chinese."""

from __future__ import annotations

from ..ontology.language import Language
from .prediction_panel_words import PANEL_WORDS

__all__ = ["WORDS", "say"]

WORDS: dict[str, tuple[str, str]] = {
    "title": ("Prediction: power and price over time", "预测：定义权与价格孰先孰后"),
    "setting": (
        "{n:,} firm-years of {firms} firms in {lists} yearly lists, {first} to {last}; claims as of {date}",
        "{first}至{last}年 {lists} 份年度榜单，{firms} 家企业共 {n:,} 个企业年；数据截至 {date}",
    ),
    "empty": (
        "The claims hold no yearly lists that could be joined with power: nothing is inferred.",
        "数据中没有可与定义权相连的年度榜单，不作推断。",
    ),
    "refused": (
        "Too few firms with enough lists ({firms}; at least 20 are needed): nothing is inferred.",
        "榜单足够多的企业太少（{firms} 家，至少须 20 家），不作推断。",
    ),
    # Both directions.
    "both": ("Which leads: power or price", "定义权与价格，谁领先谁"),
    "verdict.neither": (
        (
            "NEITHER: power is not seen to lead price (joint p = {forward}), nor price to lead power (joint p = "
            "{reverse}). This does not show that there is nothing: whatever lies within the intervals remains possible."
        ),
        (
            "两者皆未见领先：未见定义权领先于价格（联合 p = {forward}），也未见价格领先于定义权（联合 p = {reverse}）。"
            "这不等于没有关系：区间之内的效应仍有可能。"
        ),
    ),
    "verdict.both": (
        "BOTH: power goes before price (joint p = {forward}) and price before power (joint p = {reverse}).",
        "两者皆有：定义权先于价格（联合 p = {forward}），价格也先于定义权（联合 p = {reverse}）。",
    ),
    "verdict.power_leads_price": (
        "POWER LEADS PRICE (joint p = {forward}); price is not seen to lead power (joint p = {reverse}).",
        "定义权领先于价格（联合 p = {forward}）；未见价格领先于定义权（联合 p = {reverse}）。",
    ),
    "verdict.price_leads_power": (
        "PRICE LEADS POWER (joint p = {reverse}); power is not seen to lead price (joint p = {forward}).",
        "价格领先于定义权（联合 p = {reverse}）；未见定义权领先于价格（联合 p = {forward}）。",
    ),
    "sign.forward.1": ("After higher power, premiums rose.", "定义权较高之后，溢价上升。"),
    "sign.forward.-1": (
        (
            "After higher power, premiums fell: that is no lead, but the opposite of what the essay needs, or the bias "
            "of firm effects in a short panel."
        ),
        "定义权较高之后，溢价反而下降：这不算领先，而是与文章所需相反，或为短面板固定效应的偏差。",
    ),
    "sign.reverse.1": ("After higher premiums, power rose.", "溢价较高之后，定义权上升。"),
    "sign.reverse.-1": (
        "After higher premiums, power fell: that is no lead, and may be the bias of firm effects in a short panel.",
        "溢价较高之后，定义权下降：这不算领先，可能只是短面板固定效应的偏差。",
    ),
    "forward": ("power, then price", "先定义权，后价格"),
    "reverse": ("price, then power", "先价格，后定义权"),
    "figure": (
        "Change over the next k years, 95% intervals by whole-path permutation ({permutations:,})",
        "此后 k 年的变化，95% 区间由整条路径置换得出（{permutations:,} 次）",
    ),
    "years_ahead": ("{direction}, {k} y", "{direction}，{k} 年"),
    "unit.scaled": (
        "standard deviations of the outcome per standard deviation of the predictor",
        "自变量每一标准差对应的因变量标准差",
    ),
    "col.k": ("k", "k"),
    "col.direction": ("direction", "方向"),
    "col.slope": ("slope", "斜率"),
    "col.interval": ("95%", "95%"),
    "col.p": ("p", "p"),
    "col.firms": ("firms", "企业"),
    "col.years": ("firm-years", "企业年"),
    "note.unit": (
        (
            "Unit: standard deviations of the outcome's level per standard deviation of the predictor. One of power is "
            "within its paradigm; one of the premium is {sd:.2f} log points."
        ),
        "单位：自变量每一标准差对应的因变量水平的标准差。定义权按范式内标准差计；溢价的一个标准差为 {sd:.2f} 对数点。",
    ),
    "note.regression": (
        (
            "Change of the premium on power and premium now, and change of power on premium and power now; firm and "
            "year effects in both. p: whole paths of power permuted among firms of the same paradigm that are listed "
            "about as often. Joint p: of the greatest |t| over k = 1 to 5."
        ),
        (
            "以当期定义权与溢价解释溢价的变化，以当期溢价与定义权解释定义权的变化，均含企业与年份固定效应。"
            "p：在同一范式、上榜频度相近的企业之间置换整条定义权路径。联合 p 取 k = 1 至 5 中最大的 |t|。"
        ),
    ),
    "note.nickell": (
        (
            "Firm effects bias slopes in short panels (Nickell 1981); where one direction holds, the other shows a "
            "negative slope that is bias alone. So only a positive slope counts as leading. Predictability is no "
            "cause: power can stand in for growth."
        ),
        (
            "固定效应使短面板中的斜率有偏（Nickell 1981）：若一个方向成立，另一方向会出现纯属偏差的负斜率，"
            "故只有正斜率才算领先。可预测不等于因果：定义权可能只是增长的替身。"
        ),
    ),
    "note.join": (
        (
            "A list of spring 2016 is joined with power at the end of 2015: ties as of that day, coded later with "
            "hindsight. The claims hold no list of {gaps}, so pairs of lists across those years are missing."
        ),
        (
            "2016 年春季的榜单对应 2015 年末的定义权，依赖关系截至该日，但编码在后，难免后见之明。"
            "数据中没有{gaps}年的榜单，跨越这些年份的配对因而缺失。"
        ),
    ),
    "variants": ("The same under other choices, joint p", "换用其他做法的联合 p 值"),
    "effects.variants": ("The same under other choices", "换用其他做法"),
    "col.choice": ("choice", "做法"),
    "choice.main": ("as above", "如上"),
    "choice.rank": ("rank of power", "定义权名次"),
    "choice.in_degree": ("number of dependents", "依赖方数目"),
    "choice.price_to_sales": ("ln price/sales, whole list", "对数市销率（全榜）"),
    "choice.paradigm_years": ("years within paradigm", "范式内年份效应"),
    "choice.without_carriers": ("without these five", "除去这五家"),
    "choice.in_every_list": ("in every list", "每榜皆在"),
    "variants.note": (
        (
            "In brackets the sign, at the k with the greatest |t|. Choices were not corrected for their number: one in "
            "twenty falls below .05 by chance."
        ),
        "括号内为 |t| 最大的 k 处的符号。未按做法数目校正：纯属偶然，二十个中也会有一个低于 .05。",
    ),
    "parts": ("Parts of the panel, descriptive (H6)", "面板的各部分，仅作描述（H6）"),
    "part.before_split": ("lists before {split}", "{split} 年以前的榜单"),
    "part.from_split": ("lists from {split}", "{split} 年起的榜单"),
    "parts.note": (
        (
            "H6 expects power before price until {split}, and price before power in AI. No slope: fewer than 20 firms "
            "with pairs three years apart."
        ),
        "H6 预期 {split} 年以前定义权先于价格，人工智能中价格先于定义权。未列斜率者：相隔三年有配对的企业不足 20 家。",
    ),
    "col.part": ("part", "部分"),
    "col.forward3": ("power, price (k=3)", "先权后价(k=3)"),
    "col.reverse3": ("price, power (k=3)", "先价后权(k=3)"),
    # Fixed effects.
    "effects": ("Premium on the power of the year before", "溢价对上年末定义权的回归"),
    "effects.none": (
        (
            "INCONCLUSIVE: within firms, premium and power are not seen to move together ({slope:+.2f} log points per "
            "standard deviation of power, p = {p}, {firms} firms)."
        ),
        (
            "尚无定论：就企业自身而言，未见溢价与定义权同动"
            "（定义权每一标准差 {slope:+.2f} 对数点，p = {p}，{firms} 家企业）。"
        ),
    ),
    "effects.some": (
        (
            "Within firms, premium and power move {way} ({slope:+.2f} log points per standard deviation of power, "
            "p = {p}, {firms} firms)."
        ),
        "就企业自身而言，溢价与定义权{way}（定义权每一标准差 {slope:+.2f} 对数点，p = {p}，{firms} 家企业）。",
    ),
    "way.1": ("together", "同向变动"),
    "way.-1": ("in opposite directions", "反向变动"),
    "effects.table": (
        "Log points of premium per standard deviation of power, n = {n:,} firm-years of {firms} firms",
        "定义权每一标准差的溢价（对数点），{firms} 家企业 {n:,} 个企业年",
    ),
    "col.inference": ("inference", "推断方法"),
    "col.rejects": ("true null rejected", "误拒真零假设"),
    "inference.test": ("whole paths permuted", "整条路径置换"),
    "inference.clustered": ("clustered by firm", "按企业聚类"),
    "inference.driscoll_kraay": ("Driscoll-Kraay", "Driscoll-Kraay"),
    "inference.pooled": ("pooled, HC3: WRONG", "混合回归 HC3：错误"),
    "effects.rejects": (
        (
            "Last column: how often each rejects a true null at 5% where power and premium both move slowly (METHOD, "
            "experiment 4 E; Driscoll-Kraay: 150 draws on these lists). The pooled line stands here only to show what "
            "it would have claimed: it also compares different firms."
        ),
        (
            "末列：当定义权与溢价都变动缓慢时，各方法在 5% 水平上误拒真零假设的频率"
            "（METHOD 实验 4 E；Driscoll-Kraay 为在这些榜单上 150 次模拟）。"
            "混合回归列此仅为显示它会得出什么：它还把不同企业混为一谈。"
        ),
    ),
    "effects.within": (
        (
            "Firm and year effects leave {share} of the variance of power, and {part} of that rests on {names}. "
            "Inference rests on the {firms} firms, not on their years."
        ),
        (
            "扣除企业与年份效应后，定义权只剩 {share} 的方差，其中 {part} 来自{names}。"
            "推断依据是 {firms} 家企业，而非企业年。"
        ),
    ),
    # Hold-out.
    "holdout": ("Hold-out: fitted to {to}, judged on {years}", "留出检验：以 {to} 年及以前拟合，以{years}年评判"),
    "holdout.adds": (
        "Power adds to the forecast: it takes {gain} off the squared error (p = {p}, {firms} firms).",
        "定义权有助于预测：平方误差减少 {gain}（p = {p}，{firms} 家企业）。",
    ),
    "holdout.adds_nothing": (
        (
            "Power adds nothing that can be seen: with it squared error changes by {change} (95% {low} to {high}; p = "
            "{p}, {firms} firms)."
        ),
        "看不出定义权有何增益：平方误差变化 {change}（95% 区间 {low} 至 {high}；p = {p}，{firms} 家企业）。",
    ),
    "holdout.misleads": (
        "Power makes the forecast worse: squared error grows by {gain} (p = {p}, {firms} firms).",
        "加入定义权反使预测变差：平方误差增加 {gain}（p = {p}，{firms} 家企业）。",
    ),
    "holdout.refused": (
        "Too few firms have lists three years apart up to {to}: nothing is forecast.",
        "{to} 年及以前相隔三年均上榜的企业太少，不作预测。",
    ),
    "holdout.table": (
        "Premiums three years ahead, less the mean of the year, log points",
        "三年后的溢价（减去当年均值，对数点）",
    ),
    "col.target": ("judged on", "评判年份"),
    "col.forecast": ("forecast from", "预测依据"),
    "col.r2": ("R2", "R2"),
    "col.mae": ("mean error", "平均误差"),
    "forecast.no_change": ("no change", "不变"),
    "forecast.premium": ("premium", "溢价"),
    "forecast.premium_and_power": ("premium and power", "溢价与定义权"),
    "holdout.gain": (
        (
            "{years}: with power squared error changes by {change} (95% {low} to {high}, p = {p}); rank correlation of "
            "power with what the premium did not foretell: {rank:+.2f} (p = {rank_p})."
        ),
        (
            "{years}：加入定义权，平方误差变化 {change}（95% 区间 {low} 至 {high}，p = {p}）；"
            "定义权与溢价未能预见部分的秩相关为 {rank:+.2f}（p = {rank_p}）。"
        ),
    ),
    "holdout.unseen": (
        "Without {names}, of which no list up to {to} tells: {change} (p = {p}, {firms} firms).",
        "除去{names}（{to} 年及以前的榜单无从得知）：{change}（p = {p}，{firms} 家企业）。",
    ),
    "holdout.fit": (
        (
            "Fitted to {n} pairs of {firms} firms starting {first} to {last}: slope on power {slope:+.3f} (standard "
            "error {error:.3f}). Intervals draw firms and hold the fit, so they are too narrow."
        ),
        (
            "拟合用 {firms} 家企业 {n} 个配对（起于 {first} 至 {last} 年）："
            "定义权斜率 {slope:+.3f}（标准误 {error:.3f}）。区间对企业重抽样而固定拟合，因而偏窄。"
        ),
    ),
    # Which came first.
    "leads": ("Which came first: power or price (H6)", "定义权与价格，何者先被看到（H6）"),
    "leads.verdict": (
        (
            "Of {n} paradigms with a named definer, {stays} show an order of power and price by METHOD's rule (premium "
            "stays high to the newest list) and {run} by the looser one (two lists running). Nothing can be inferred "
            "from so few; H6 can be neither borne out nor refuted by these lists."
        ),
        (
            "{n} 个有具名定义者的范式中，按 METHOD 的规则（溢价此后一直居高至最新榜单）能看出先后的有 {stays} 个，"
            "按较宽的规则（连续两榜）有 {run} 个。数目太少，不作推断；以这些榜单，H6 既不能获支持也不能被否定。"
        ),
    ),
    "leads.table": (
        "Year of power and year of price of the definers that the essay names",
        "文章所称定义者：定义权被识别之年与价格看到之年",
    ),
    "col.definer": ("definer", "定义者"),
    "col.power_year": ("power", "定义权"),
    "col.stays": ("stays high", "一直居高"),
    "col.run": ("two lists", "连续两榜"),
    "col.above": ("high in", "居高"),
    "order.price_later": ("{when}, later", "{when}，较晚"),
    "order.price_earlier": ("{when}, before", "{when}，更早"),
    "order.same_year": ("{when}, same", "{when}，同年"),
    "order.not_observable": ("not observable", "无从观察"),
    "order.no_power": ("{when}", "{when}"),
    "order.no_price": ("not by {last}", "至{last}年未见"),
    "leads.undetected": ("none", "无"),
    "leads.note": (
        (
            "Power: first of two years with P(first) of at least .8, of ties known by then; of a group, in which it "
            "alone is first. Price: premium above the 90th percentile of the industry, read off the list's quartiles "
            "as of a log-normal distribution. The lists begin in {first}: what price saw before is not observable. In "
            "no list: {missing} of the definers."
        ),
        (
            "定义权：以当时已知的依赖关系计，居首概率连续两年不低于 .8 的第一年；群体则为其独居首位之年。"
            "价格：溢价高于行业第 90 百分位，该分位数按对数正态由榜单四分位推得。"
            "榜单始于 {first} 年，此前价格是否已经看到，无从观察。未上任何榜单的定义者：{missing} 家。"
        ),
    ),
    "leads.unnamed": ("Nobody is named as definer of {names}.", "{names}没有具名的定义者。"),
    **PANEL_WORDS,
}


def say(key: str, lang: Language, **values: object) -> str:
    """Words for `key` in the language, with the values filled in."""
    return WORDS[key][lang == "zh"].format(**values)
