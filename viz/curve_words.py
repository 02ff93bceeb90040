"""Words about the specification curve, in English and Chinese."""

from __future__ import annotations

from ..ontology.language import Language

__all__ = ["WORDS", "say"]

WORDS: dict[str, tuple[str, str]] = {
    "title": ("Specification curve", "设定曲线"),
    "verdict.0": (
        (
            "Over all specifications, definition power goes with a premium no more than chance would have it: "
            "in the joint test none of three statistics differs from chance at the 5% level."
        ),
        "综观全部设定，定义权与溢价的关联并不超出随机：联合检验的三个统计量在 5% 水平上均与随机无异。",
    ),
    "verdict.some": (
        (
            "The specifications disagree: in the joint test {k} of three statistics on definition power differ from "
            "chance at the 5% level. That is no finding."
        ),
        "各设定并不一致：联合检验中，定义权的三个统计量有 {k} 个在 5% 水平上异于随机，尚不能算作发现。",
    ),
    "verdict.3.positive": (
        (
            "Over all specifications, definition power goes with a higher premium more than chance would have it: "
            "all three statistics of the joint test differ from chance at the 5% level."
        ),
        "综观全部设定，定义权越高溢价越高，且超出随机：联合检验的三个统计量在 5% 水平上均异于随机。",
    ),
    "verdict.3.negative": (
        (
            "Over all specifications, definition power goes with a lower premium more than chance would have it: "
            "all three statistics of the joint test differ from chance at the 5% level."
        ),
        "综观全部设定，定义权越高溢价反而越低，且超出随机：联合检验的三个统计量在 5% 水平上均异于随机。",
    ),
    "verdict.untested": (
        "{n:,} specifications were run, without a joint test: taken one by one they prove nothing.",
        "共运行 {n:,} 个设定，未作联合检验：逐一来看并不能说明什么。",
    ),
    "verdict.empty": (
        "No specification could be run on {n} firms.",
        "以现有 {n} 家企业，没有任何设定可以运行。",
    ),
    "not_registered": (
        "Not the registered result: the date is {date}, the registered one is {registered}.",
        "并非登记的结果：日期为 {date}，登记日期为 {registered}。",
    ),
    "sign": (
        (
            "The registered estimate is {estimate} ({low} to {high}, n = {n}). {share} of the {count:,} specifications "
            "of power have its sign; to call the link supported, {needed} must."
        ),
        (
            "登记的估计值为 {estimate}（{low} 至 {high}，n = {n}）。在定义权的 {count:,} 个设定中，"
            "{share} 与其同号；须达到 {needed} 才可称关联获支持。"
        ),
    ),
    "no_sign": (
        "The registered specification could not be run: there is no sign to compare with.",
        "登记的设定无法运行，因此没有可供比较的符号。",
    ),
    "adoption.yes": (
        (
            "Adoption counts suffice: a plain count of adopters, direct or passed on, does at least as well as power "
            "(median {adoption} against {power} log points per standard deviation)."
        ),
        (
            "采用者计数已经足够：直接或逐级传递的采用者计数，不逊于定义权"
            "（每个标准差的中位数为 {adoption} 个对数点，定义权为 {power}）。"
        ),
    ),
    "adoption.neither": (
        " Neither goes with the premium beyond chance.",
        "二者与溢价的关联均不超出随机。",
    ),
    "adoption.no": (
        (
            "Counts of adopters do less well than power (median {adoption} against {power} log points per standard "
            "deviation)."
        ),
        "采用者计数不及定义权（每个标准差的中位数为 {adoption} 个对数点，定义权为 {power}）。",
    ),
    "moves": (
        "What moves the estimate most: {choice} (medians from {low} to {high}).",
        "对估计值影响最大的选择是{choice}（中位数从 {low} 到 {high}）。",
    ),
    "significant": (
        (
            "Of the {n:,} specifications of power, {positive} are significantly positive and {negative} significantly "
            "negative, each taken alone; {most}."
        ),
        "定义权的 {n:,} 个设定中，单独来看显著为正的有 {positive} 个，显著为负的有 {negative} 个；{most}。",
    ),
    "significant.where": (
        "{k} of them share estimator “{estimator}” and sample “{sample}”",
        "其中 {k} 个同用估计方法“{estimator}”与样本“{sample}”",
    ),
    "significant.none": ("chance alone would make some", "仅凭随机也会出现一些"),
    # Figure and tables.
    "figure": (
        "Estimates of {n:,} specifications, from lowest to highest; {firms} firms, {date}",
        "{n:,} 个设定的估计值，由低到高；{firms} 家企业，{date}",
    ),
    "unit": (
        "log points of premium per standard deviation of the score",
        "得分每增加一个标准差，溢价变化的对数点",
    ),
    "by_variant": (
        "Estimates by measure, log points per standard deviation; {firms} firms, {date}",
        "各指标的估计值，每个标准差的对数点；{firms} 家企业，{date}",
    ),
    "joint": (
        "Joint test, {permutations:,} permutations within paradigms, seed {seed}",
        "联合检验：范式内置换 {permutations:,} 次，种子 {seed}",
    ),
    "options": (
        "Median estimate of power by choice, other choices being equal",
        "其他选择不变时，各选项下定义权估计值的中位数",
    ),
    "refused": ("Specifications that were not run", "未运行的设定"),
    "col.measure": ("measure", "指标"),
    "col.n": ("n", "n"),
    "col.lower": ("25%", "25%"),
    "col.median": ("median", "中位数"),
    "col.upper": ("75%", "75%"),
    "col.positive": ("> 0", "> 0"),
    "col.significant": ("signif. +/-", "显著 +/-"),
    "col.statistic": ("statistic", "统计量"),
    "col.observed": ("observed", "实际"),
    "col.null": ("95% by chance", "随机的 95%"),
    "col.p": ("p", "p"),
    "col.choice": ("choice", "选择"),
    "col.option": ("option", "选项"),
    "col.reason": ("reason", "原因"),
    "median": ("median estimate", "估计值中位数"),
    "share": ("share significant, same sign", "同号显著占比"),
    "stouffer": ("sum of z (Stouffer)", "z 值之和（Stouffer）"),
    # Choices and options.
    "choice.variant": ("measure", "指标"),
    "choice.sample": ("sample", "样本"),
    "choice.estimator": ("estimator", "估计方法"),
    "choice.controls": ("controls", "控制变量"),
    "choice.baseline": ("baseline", "基准"),
    "choice.haircut": ("haircut on private marks", "非上市估值折减"),
    "family.power": ("definition power", "定义权"),
    "family.adoption": ("adoption counts", "采用者计数"),
    "family.revenue": ("revenue rank", "营收排名"),
    "variant.power": ("power", "定义权"),
    "variant.reach": ("reach", "触达"),
    "variant.lockin": ("lock-in", "锁定"),
    "variant.in_degree": ("in-degree", "入度"),
    "variant.pagerank": ("PageRank", "PageRank"),
    "variant.power_cohorts": ("power, with cohorts", "定义权（含采用者群体）"),
    "variant.power_no_round_trip": ("power, no round trips", "定义权（不计循环融资）"),
    "variant.power_best": ("power, best paradigm", "定义权（最强范式）"),
    "variant.revenue": ("revenue", "营收"),
    "sample.all": ("all firms", "全部企业"),
    "sample.public": ("listed firms only", "仅上市企业"),
    "sample.dated": ("marks that name a month", "估值标明月份者"),
    "sample.without_influential": ("without the {k} most influential", "剔除影响最大的 {k} 家"),
    "estimator.ratio": ("least squares, ratio", "最小二乘，比率式"),
    "estimator.free": ("least squares, elasticity free", "最小二乘，弹性自由式"),
    "estimator.rank": ("ranks of the premium", "溢价的秩"),
    "estimator.tukey": ("Tukey's M estimate", "Tukey M 估计"),
    "controls.paradigm": ("paradigm", "范式"),
    "controls.country": ("+ country group", "＋国家组别"),
    "controls.growth": ("+ growth, private", "＋增长、非上市"),
    "controls.age": ("+ age (registered)", "＋年龄（登记）"),
    "haircut.1.0": ("none", "不折减"),
    "haircut.1.48": ("divided by 1.48", "除以 1.48"),
    "haircut.2.0": ("divided by 2", "除以 2"),
    # Picture.
    "svg.significant": ("significant at 5%", "在 5% 水平上显著"),
    "svg.other": ("not significant", "不显著"),
    "svg.chance": ("95% of curves made by chance", "随机曲线的 95%"),
    "svg.registered": ("registered", "登记设定"),
    "svg.cut": (
        "Bars are 95% intervals, cut off at the frame.",
        "竖线为 95% 置信区间，超出图框者截断。",
    ),
    # Notes.
    "note.unit": (
        (
            "Each estimate is the slope of log premium on the normal score of a measure, scaled to a standard "
            "deviation of one within the specification's sample; significance is two-sided at 5%, by HC3 and "
            "Student's distribution."
        ),
        (
            "每个估计值是对数溢价对指标正态得分的斜率，得分在该设定的样本内缩放为标准差 1；"
            "显著性为双侧 5%，采用 HC3 与学生氏分布。"
        ),
    ),
    "note.joint": (
        (
            "The joint test deals out anew, within paradigms and alike for all {tested:,} specifications in it, what "
            "the controls leave of the premium; power and its correlation with the controls stay as they are."
        ),
        (
            "联合检验将控制变量未能解释的溢价在范式内重新分配，其中 {tested:,} 个设定采用同一置换；"
            "定义权及其与控制变量的相关保持不变。"
        ),
    ),
    "note.outside": (
        "{outside:,} specifications by Tukey's M estimate are in the curve and outside the joint test.",
        "曲线中另有 {outside:,} 个 Tukey M 估计的设定，不计入联合检验。",
    ),
    "note.revenue": (
        (
            "The slopes of revenue are no evidence by themselves: the ratio form has revenue on both sides, which "
            "pulls them down; the free one has it beside a baseline made from it, which blows them up."
        ),
        "营收的斜率本身不足为据：比率式两边都含营收，斜率因而被压低；自由式把它与由它算出的基准并列，斜率因而被放大。",
    ),
    "note.thinned": (
        "The picture shows {shown} of {n:,} specifications, evenly spaced along the curve.",
        "图中沿曲线等距显示 {n:,} 个设定中的 {shown} 个。",
    ),
    "note.band": (
        "The band holds 95% of the sorted curves that chance makes at each place.",
        "色带为随机所得曲线排序后在各位置上的 95% 范围。",
    ),
    "note.spec": (
        "Registered specification {id}, {sha}; {firms} firms, {left} priced firms left out.",
        "登记设定 {id}，{sha}；{firms} 家企业，另有 {left} 家有估值的企业未纳入。",
    ),
}


def say(key: str, lang: Language, **values: object) -> str:
    """Words for `key` in the language, with the values filled in."""
    return WORDS[key][lang == "zh"].format(**values)
