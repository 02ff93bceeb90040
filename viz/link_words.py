"""Words about the link of premium and power, in English and Chinese."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..ontology.language import Language

__all__ = ["WORDS", "say"]

WORDS: dict[str, tuple[str, str]] = {
    "title": ("Premium and definition power", "估值溢价与定义权"),
    # Verdict.
    "SUPPORTED": (
        "SUPPORTED: among {n} firms ({date}), more definition power goes with a higher premium.",
        "获支持：{n} 家公司（{date}）中，定义权越大，溢价越高。",
    ),
    "CONTRADICTED": (
        (
            "CONTRADICTED: among {n} firms ({date}) the effect of definition power on the premium is below "
            "{margin}, in both "
            'forms. "No effect" is judged against this margin only: a smaller one is not ruled out.'
        ),
        (
            "被否定：{n} 家公司（{date}）中，定义权对溢价的影响在两种形式下均低于 {margin}。"
            "“没有影响”仅相对于这一界限而言，不排除更小的影响。"
        ),
    ),
    "INCONCLUSIVE": (
        "INCONCLUSIVE: {n} firms ({date}) do not settle whether more definition power goes with a higher premium.",
        "尚无定论：{n} 家公司（{date}）不足以判定定义权越大是否溢价越高。",
    ),
    "refused": (
        "INCONCLUSIVE: no estimate from {n} firms ({date}): {reason}.",
        "尚无定论：{n} 家公司（{date}）不作估计：{reason}。",
    ),
    "estimate": (
        (
            "One standard deviation more power within the paradigm goes with {effect} log points of premium (95% "
            "interval "
            "{interval}, permutation p = {p}); with the elasticity of value free, {free} ({free_interval}, p = "
            "{free_p})."
        ),
        (
            "范式内定义权每高一个标准差，溢价相差 {effect} 对数点（95% 区间 {interval}，置换检验 p = {p}）；"
            "估值弹性不设为 1 时为 {free}（{free_interval}，p = {free_p}）。"
        ),
    ),
    "reach.none": (
        "The intervals of both forms leave out an effect of {effect} or more.",
        "两种形式的区间均不含 {effect} 及以上的影响。",
    ),
    "reach.some": (
        "An effect of {effect} or more is not ruled out.",
        "不排除 {effect} 及以上的影响。",
    ),
    "ranks": (
        "Rank correlation with the premium within paradigms: power {power}, in-degree {in_degree}, revenue {revenue}.",
        "与溢价的范式内秩相关：定义权 {power}，入度 {in_degree}，营收 {revenue}。",
    ),
    "beyond": (
        "{k} of the {n} firms are in paradigms whose ties were coded to an earlier date.",
        "{n} 家公司中有 {k} 家所在范式的依赖关系只编码到较早日期。",
    ),
    "specification": (
        "Specification {id}, registered {registered} before any estimate, sha256 {hash}.",
        "设定 {id}，于 {registered} 在任何估计之前登记，sha256 {hash}。",
    ),
    "deviates": (
        "Not the registered test: it differs in {parts}.",
        "并非登记的检验：{parts}不同。",
    ),
    "part.as_of": ("date", "日期"),
    "part.permutations": ("number of permutations", "置换次数"),
    "part.seed": ("seed", "种子"),
    # Conditions.
    "conditions": ("Conditions of the two firm verdicts; all of one must be met", "两种明确结论的条件，须全部满足"),
    "condition.significant": ("above zero, p below {level}", "大于零且 p 小于 {level}"),
    "condition.without_firm": ("above zero without any one firm", "去掉任一公司后仍大于零"),
    "condition.without_paradigm": ("above zero without any one paradigm", "去掉任一范式后仍大于零"),
    "condition.curve": ("above zero in {share} of the specification curve", "设定曲线中 {share} 大于零"),
    "condition.negligible": ("upper end of the interval below {margin}", "区间上端低于 {margin}"),
    "met.True": ("yes", "是"),
    "met.False": ("no", "否"),
    "met.None": ("not computed", "未计算"),
    "col.verdict": ("verdict", "结论"),
    "col.condition": ("condition", "条件"),
    "col.form": ("form", "形式"),
    "col.met": ("met", "满足"),
    "word.SUPPORTED": ("supported", "获支持"),
    "word.CONTRADICTED": ("contradicted", "被否定"),
    "form.ratio": ("ratio", "比率"),
    "form.free": ("free", "弹性自由"),
    # Estimates.
    "estimates": (
        "Effect of one standard deviation of power within paradigm, log points, n = {n}, {date}",
        "范式内定义权一个标准差的影响（对数点），n = {n}，{date}",
    ),
    "col.estimator": ("estimator", "估计方法"),
    "col.effect": ("effect", "影响"),
    "col.interval": ("95% interval", "95% 区间"),
    "col.p": ("p", "p"),
    "of.hc3": ("{form}: OLS, HC3", "{form}：OLS，HC3"),
    "of.permutation": ("{form}: permutation", "{form}：置换检验"),
    "theil_sen": ("ratio: Theil-Sen", "比率：Theil-Sen"),
    "tukey_biweight": ("ratio: Tukey biweight", "比率：Tukey 双权"),
    "median_regression": ("ratio: median", "比率：中位数回归"),
    "partial_spearman": ("partial Spearman", "偏 Spearman 相关"),
    "kendall_tau_b": ("partial Kendall tau-b", "偏 Kendall tau-b"),
    "rank_correlation_power": ("power", "定义权"),
    "rank_correlation_in_degree": ("in-degree", "入度"),
    "rank_correlation_revenue": ("revenue", "营收"),
    "estimates.note": (
        (
            "Ratio: ln(value / baseline). Free: ln value with ln baseline as a control; its elasticity is {elasticity} "
            "({elasticity_interval}). They err in opposite directions, so a verdict needs both. One standard "
            "deviation is "
            "{spread} units of the van der Waerden score; p: Freedman-Lane within paradigms, {permutations} "
            "permutations, seed "
            "{seed}."
        ),
        (
            "比率形式：ln（估值 / 基准）。弹性自由形式：以 ln 估值为因变量，ln 基准为控制变量，"
            "弹性为 {elasticity}（{elasticity_interval}）。两者偏误方向相反，故结论须两者一致。"
            "一个标准差等于 {spread} 个 van der Waerden 得分单位；"
            "p 为范式内 Freedman-Lane 置换检验，{permutations} 次置换，种子 {seed}。"
        ),
    ),
    "ranks.title": ("Rank correlations with the premium", "与溢价的秩相关"),
    "ranks.partial": ("given all controls", "控制全部变量"),
    "ranks.within": ("within paradigms", "范式内"),
    "col.what": ("of", "变量"),
    "col.given": ("given", "条件"),
    "col.correlation": ("correlation", "相关"),
    "controls": ("Controls, log points per unit, with HC3 95% intervals", "控制变量（每单位对数点，HC3 95% 区间）"),
    "col.control": ("control", "控制变量"),
    "control.intercept": ("intercept", "截距"),
    "control.growth": ("ln(1 + growth)", "ln（1 + 增长率）"),
    "control.private": ("private", "未上市"),
    "control.age": ("ln(age + 1)", "ln（成立年数 + 1）"),
    "control.log_implied": ("ln baseline", "ln 基准"),
    "control.country": ("country", "国家"),
    "control.country:CN": ("China", "中国"),
    "control.country:US": ("United States", "美国"),
    "control.country:other": ("other countries", "其他国家"),
    "controls.note": (
        "Beside the first group of countries and the first paradigm. {private} of {n} marks are of private firms.",
        "以首个国家组和首个范式为参照。{n} 个估值中有 {private} 个属未上市公司。",
    ),
    "controls.constant": (
        "Left out because all firms are alike in it: {names}.",
        "因所有公司相同而未纳入：{names}。",
    ),
    # Influence.
    "influence": ("Without one paradigm, one group of countries, one firm", "去掉一个范式、一组国家或一家公司"),
    "without": ("without {name}", "去掉{name}"),
    "group.US": ("US firms", "美国公司"),
    "group.CN": ("Chinese firms", "中国公司"),
    "group.other": ("firms of other countries", "其他国家的公司"),
    "col.left": ("left out", "去掉"),
    "col.ratio": ("ratio", "比率"),
    "col.free": ("free", "弹性自由"),
    "influence.note": (
        (
            "Least and greatest without one firm: ratio {low} (without {lowest}) to {high} (without {highest}). "
            "{beyond} "
            "firms lie beyond DFBETAS 2/sqrt(n), {cook} beyond Cook's 4/n."
        ),
        (
            "去掉任一公司后的最小与最大值（比率）：{low}（去掉{lowest}）至 {high}（去掉{highest}）。"
            "{beyond} 家超过 DFBETAS 界限 2/√n，{cook} 家超过 Cook 界限 4/n。"
        ),
    ),
    "firms": ("Most influential firms, and those that are asked about", "影响最大及常被问及的公司"),
    "col.firm": ("firm", "公司"),
    "col.cook": ("Cook's D", "Cook 距离"),
    "col.dfbetas": ("DFBETAS", "DFBETAS"),
    "col.without": ("effect without", "去掉后的影响"),
    "absent": ("not in the sample: {reason}", "不在样本内：{reason}"),
    # Omitted variables.
    "omitted": (
        (
            "Omitted variables: power explains {r2} of what the controls leave. A confounder would have to "
            "explain {rv} of what "
            "is left of both power and premium to bring the estimate to zero{significant}. Oster's delta at R2 = "
            "{r2_max} is "
            "{delta}. {near}"
        ),
        (
            "遗漏变量：控制变量之外，定义权解释了剩余变异的 {r2}。混杂因素须同时解释定义权与溢价剩余变异的 {rv}，"
            "才能使估计归零{significant}。R² 上限取 {r2_max} 时，Oster 的 δ 为 {delta}。{near}"
        ),
    ),
    "omitted.significant": (
        ", {rv} to make it insignificant",
        "，达 {rv} 即不再显著",
    ),
    "omitted.negative": (
        "below zero: it would have to work against the controls",
        "为负：须与控制变量作用相反",
    ),
    "bracket": ("{text} ({more})", "{text}（{more}）"),
    "omitted.near": (
        "The estimate is not distinguishable from zero, so this says how little would change its sign.",
        "估计值与零无从区分，故这些数字只说明多小的因素即可改变其符号。",
    ),
    "benchmarks": ("A confounder as strong as a control", "与控制变量同样强的混杂因素"),
    "col.with_power": ("R2 with power", "与定义权 R²"),
    "col.with_outcome": ("R2 with premium", "与溢价 R²"),
    "col.t": ("t", "t"),
    # Network.
    "network": (
        (
            "Ties: {pairs} pairs of firms are tied, {isolated} firms to none. Moran's I of the residuals is "
            "{moran} (by chance "
            "{expected}), p = {p}: {finding}."
        ),
        (
            "依赖关系：{pairs} 对公司相连，{isolated} 家与样本内其他公司无关系。残差的 Moran's I 为 {moran}"
            "（随机时为 {expected}），p = {p}：{finding}。"
        ),
    ),
    "network.none": ("Ties: no two firms of the sample are tied.", "依赖关系：样本内没有相连的公司。"),
    "network.independent": (
        "no sign that tied firms are priced alike beyond the controls",
        "未见相连公司在控制变量之外定价相近",
    ),
    "network.dependent": (
        "tied firms are priced alike beyond the controls, so errors that allow for it stand below",
        "控制变量之外，相连公司的定价彼此相关，故另列考虑此点的误差",
    ),
    "network.table": ("Effect with dependence along ties allowed for", "考虑依赖关系相关性后的影响"),
    "network.hac": ("network HAC", "网络 HAC"),
    "network.lag": ("spatial lag model", "空间滞后模型"),
    "network.error": ("spatial error model", "空间误差模型"),
    "col.error": ("std. error", "标准误"),
    "col.dependence": ("dependence", "相依系数"),
    "network.missing": (
        "The lag and error models need: pip install 'definer[{extra}]'",
        "滞后与误差模型需安装：pip install 'definer[{extra}]'",
    ),
    # Selection.
    "selection": (
        (
            "Unpriced: {n} more firms have ties and no premium ({reasons}). Were their mean log premium "
            "{premium} ({apart} "
            "standard deviations from the {mean} of the {priced} priced), the effect would be zero."
        ),
        (
            "未定价：另有 {n} 家公司有依赖关系而无溢价（{reasons}）。若其平均对数溢价为 {premium}"
            "（与 {priced} 家已定价公司的均值 {mean} 相差 {apart} 个标准差），影响即为零。"
        ),
    ),
    "selection.never": (
        "Unpriced: {n} more firms have ties and no premium; no mean premium of theirs would cancel the effect.",
        "未定价：另有 {n} 家公司有依赖关系而无溢价；其平均溢价无论多少都不会抵消这一影响。",
    ),
    "selection.nobody": (
        "Unpriced: no firm with ties in these paradigms lacks a premium.",
        "未定价：这些范式中有依赖关系的公司均有溢价。",
    ),
    # Design.
    "design": ("What the test would find in a sample like this one", "在同样的样本中，此检验能发现什么"),
    "col.true_effect": ("true effect", "真实影响"),
    "col.rate": ("found in", "检出率"),
    "design.note": (
        (
            "{replicates} simulated samples with this power and these controls, errors drawn from the residuals within "
            "paradigm, {permutations} permutations each, level {level}, seed {seed}. At a true effect of zero "
            "the rate is the size."
        ),
        (
            "以本样本的定义权与控制变量模拟 {replicates} 个样本，误差在范式内由残差抽取，"
            "每个 {permutations} 次置换，水平 {level}，种子 {seed}。真实影响为零时，检出率即检验水平。"
        ),
    ),
    # Sample.
    "sample": ("Sample: {n} firms", "样本：{n} 家公司"),
    "col.part": ("part", "部分"),
    "col.n": ("n", "n"),
    "sample.note": (
        "{zero} of the {n} have ties and no power. The essay's pairs are left out of the estimate on purpose.",
        "{n} 家中有 {zero} 家有依赖关系而无定义权。文章的三组对比有意不参与估计。",
    ),
    "dropped": ("Priced firms outside the sample, by reason", "样本外的已定价公司，按原因"),
    "col.reason": ("reason", "原因"),
    "limits": (
        (
            "An association, not a cause: what makes a firm powerful may also make it grow. Levels of power "
            "compare within a "
            "paradigm only."
        ),
        "这是相关而非因果：使公司有定义权的因素也可能使其成长。定义权的高低只能在同一范式内比较。",
    ),
    "colon": (": ", "："),
    "to": ("{low} to {high}", "{low} 至 {high}"),
    "open_end": ("no end", "无界"),
    "list": (", ", "、"),
    "reasons": ("; ", "；"),
    "count": ("{n} {words}", "{words} {n} 家"),
}


def say(key: str, lang: Language, **values: object) -> str:
    """Words for `key` in the language, with the values filled in."""
    return WORDS[key][lang == "zh"].format(**values)
