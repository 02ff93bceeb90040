"""Terms that the ontology does not define, since no claim carries them: measures, tests, the page's own words."""

from __future__ import annotations

from typing import Final

__all__ = ["WORDS"]

WORDS: Final[dict[str, tuple[str, str, str, str]]] = {
    "definition_power": (
        "definition power",
        "定义权",
        (
            "How much of an average firm of a paradigm rests on a company, 0 to 1: half reach, half lock-in, computed from ties alone. "
            "No valuation, investment, event or holding enters it."
        ),
        "范式内平均每家公司依托某公司的程度，0 至 1：触达与锁定各占一半，只由依赖关系算出，不含估值、投资、事件和控制权归属。",
    ),
    "reach": (
        "reach",
        "触达",
        "Mean part of a participant, 0 to 1, that is built the way of a company, directly or through others that build on it.",
        "参与者直接或经由他方按某公司方式建成的部分，取平均，0 至 1。",
    ),
    "lock_in": (
        "lock-in",
        "锁定",
        "Mean part of a participant, 0 to 1, that would stop within 24 months if a company withdrew what it provides.",
        "若某公司撤回其提供之物，参与者在 24 个月内会停摆的部分，取平均，0 至 1。",
    ),
    "p_first": (
        "P(first)",
        "居首概率",
        "Part of the draws of the error model in which a company comes first. It is no probability of a future event.",
        "误差模型的抽样中某公司居首的比例，并非对未来事件的概率。",
    ),
    "plausibility_interval": (
        "plausibility interval",
        "合理区间",
        "Range that holds the middle 90% of the draws of a stated error model of ties and settings. It is no confidence interval.",
        "在言明的依赖关系与参数误差模型下，中间 90% 抽样所落的范围，并非置信区间。",
    ),
    "paradigm_definer": (
        "paradigm definer",
        "范式定义者",
        (
            "Company that is first in at least 80% of the draws on the date and a year before; otherwise the paradigm is contested, "
            "or has no definer where most draws give nobody power."
        ),
        "在该日期及一年前均于至少 80% 的抽样中居首的公司；否则为“尚在争夺”，多数抽样无人拥有定义权时为“无定义者”。",
    ),
    "open_world_residual": (
        "open-world residual",
        "开放世界余量",
        "Part of a slot that is left to providers nobody has named: what is not known is not shared out among the known.",
        "槽位中留给未列名提供方的部分：未知的份额不分摊给已知的提供方。",
    ),
    "in_house_supply": (
        "in-house",
        "自给",
        "The dependent fills the slot itself; nobody gains power from it.",
        "依赖方自行填补该槽位，无人因此获得定义权。",
    ),
    "flip_number": (
        "flip number",
        "翻转数",
        "Least number of missing ties to the second company that would put it ahead of the first.",
        "若遗漏了指向第二名的依赖关系，最少需要多少条才能使其超过第一名。",
    ),
    "error_model": (
        "error model",
        "误差模型",
        (
            "What may be wrong with each tie (existence, share, dates of activity, criticality, revocability) and with the settings, "
            "drawn many times."
        ),
        "每条依赖关系（存在、份额、是否仍有效、关键度、可撤回度）与参数可能出错的方式，据此多次抽样。",
    ),
    "draws": (
        "draws",
        "抽样",
        "Repetitions of the whole computation with errors drawn from the error model, from a stated seed.",
        "按误差模型抽取误差、以言明的随机种子重复整个计算的次数。",
    ),
    "coalition": (
        "coalition",
        "联合体",
        "Companies that would withdraw together.",
        "共同撤出的若干公司。",
    ),
    "synergy": (
        "synergy",
        "协同",
        "Loss from a joint withdrawal, less the sum of the losses from each member's own.",
        "共同撤出造成的损失减去各成员单独撤出损失之和。",
    ),
    "as_of": (
        "as of",
        "截至",
        "Valid time: what held on that day.",
        "有效时间：该日成立的事实。",
    ),
    "known_by": (
        "known by",
        "知悉截至",
        "Known time: only what a source had said by that day.",
        "知悉时间：仅计该日之前已有来源披露者。",
    ),
    "valuation_premium": (
        "valuation premium",
        "估值溢价",
        "What a firm is valued at beyond a baseline, as a log premium.",
        "公司估值超出基准的部分，以对数溢价表示。",
    ),
    "log_premium": (
        "log premium",
        "对数溢价",
        (
            "ln(value) less ln(what the industry's other firms, without definers, would be worth at the same revenue). "
            "0.69 is twice, -0.69 half."
        ),
        "ln（估值）减去 ln（同行业其余非定义者公司在同等营收下的价值）。0.69 为两倍，-0.69 为一半。",
    ),
    "baseline": (
        "baseline",
        "基准",
        "Rule by which a firm's implied value follows from its figures; its name says which multiple of what it uses.",
        "由公司数据推出隐含价值的规则，其名称说明所用倍数。",
    ),
    "implied_value": (
        "implied value",
        "隐含价值",
        "Value that the baseline gives a firm.",
        "基准给出的公司价值。",
    ),
    "residual_premium": (
        "residual premium",
        "残余溢价",
        "Premium that is left after known covariates. It is unexplained, not proven to be definition power.",
        "扣除已知协变量后剩余的溢价；属未解释部分，并不证明就是定义权。",
    ),
    "gap": (
        "gap",
        "差距",
        "Difference between two countries' mean log premiums, split into parts that covariates account for and a part left unexplained.",
        "两国平均对数溢价之差，拆分为协变量可说明的部分与未解释部分。",
    ),
    "unexplained": (
        "unexplained",
        "未解释部分",
        "Part of a gap that no covariate accounts for. It must not be called definition power.",
        "差距中协变量无法说明的部分，不得称为定义权。",
    ),
    "p_value": (
        "p",
        "p 值",
        "Share of permuted data that show an estimate at least as large, were there no association.",
        "若并无关联，随机置换的数据中出现同样大或更大估计值的比例。",
    ),
    "refusal": (
        "refusal",
        "不作推断",
        "No number is given where n does not carry one; the reason stands in its place.",
        "n 不足以支撑推断时不给数值，而说明理由。",
    ),
    "supported": (
        "SUPPORTED",
        "获支持",
        "The registered test finds the sign that the hypothesis states, beyond chance at 5% after adjustment.",
        "登记的检验得出假设所述的符号，且经校正后在 5% 水平上超出偶然。",
    ),
    "contradicted": (
        "CONTRADICTED",
        "被否定",
        "The finding goes against what the hypothesis states.",
        "结果与假设所述相反。",
    ),
    "inconclusive": (
        "INCONCLUSIVE",
        "尚无定论",
        "The claims do not decide; it is not evidence of no effect.",
        "现有主张不足以判定；并不等于没有影响。",
    ),
    "descriptive": (
        "DESCRIPTIVE",
        "仅作描述",
        "Too few cases for any test; what was seen is described.",
        "案例太少，无法检验，仅描述所见。",
    ),
    "not_testable": (
        "NOT TESTABLE",
        "无法检验",
        "The claims lack what the test needs; the reason is given.",
        "主张缺少检验所需内容，并说明原因。",
    ),
    "audit": (
        "audit",
        "核算",
        "Recomputing each number that a text states from claims, and saying whether it holds.",
        "依据主张重算文本所述的每个数字，并判断是否成立。",
    ),
    "conflict": (
        "conflict",
        "冲突",
        "Claims on the same quantity whose ranges do not overlap: they cannot all be right. All are kept.",
        "关于同一数量、区间互不重叠的主张：不可能都对。全部保留。",
    ),
    "witness": (
        "bears out",
        "证实",
        (
            "What one document says of single fields of a tie: that it existed, its start, end or share. Fields without one are the coder's "
            "judgement."
        ),
        "某份文件对一条依赖关系的具体字段（存在、起止、份额等）的说明；没有此类证据的字段为编码者判断。",
    ),
    "census": (
        "census",
        "普查",
        "All slots of all firms on a paradigm's frozen list, each with who fills it, losers included.",
        "对范式冻结名单上所有公司（含失败者）的全部槽位逐一列出填补者。",
    ),
    "backtest": (
        "backtest",
        "回测",
        "Asking in each past year whether ties known then name the firms that later turned out to define the paradigm.",
        "逐年检验：当时已知的依赖关系能否指出后来的范式定义者。",
    ),
    "scenario": (
        "scenario",
        "情景",
        "Stated changes to ties, shares or settings, and what they do to the ranking.",
        "对依赖关系、份额或参数作出言明的改动，并看其对排名的影响。",
    ),
    "dossier": (
        "dossier",
        "卷宗",
        "This file: the whole analysis, its claims and its query engine, readable without a network.",
        "即本文件：全部分析、主张与查询引擎，无需联网即可阅读。",
    ),
}
"""Key -> English name, Chinese name, English definition, Chinese definition."""
