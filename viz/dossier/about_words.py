"""Formulae of the measures and settings of the scores, in plain words."""

from __future__ import annotations

from typing import Final

__all__ = ["FORMULAE", "SETTINGS"]

FORMULAE: Final[tuple[tuple[str, str, str, str, str, str], ...]] = (
    (
        "definition power",
        "定义权",
        "D = w₁ · R / Σu + w₂ · K / Σu",
        "definer.graph.power.scoring",
        "Mean exposure per participant, as reach and as lock-in; nothing is normalised.",
        "平均每个参与者的暴露程度，触达与锁定各占一份；不做归一化。",
    ),
    (
        "reach",
        "触达",
        "R = u′ B (I − α B)⁻¹",
        "definer.graph.power.reach",
        (
            "B holds how much of each dependent rests directly on each provider; α damps every further hop. It is PageRank personalised to the "
            "dependents, on another scale."
        ),
        "B 为各依赖方直接依托各提供方的程度，α 对每多一跳加以衰减；即以依赖方为起点的个性化 PageRank，尺度不同。",
    ),
    (
        "lock-in",
        "锁定",
        "ℓⱼ = max over slots f of c · Σ s · r · ℓ ;  K = Σ u · ℓ",
        "definer.graph.power.lockin",
        "Take a firm away: within a slot the others substitute for it, across slots the worst loss binds. c criticality, s share, r revocability.",
        "假设撤走一家公司：同一槽位内其余提供方可以替代，各槽位之间以损失最大者为准。c 为关键度，s 为份额，r 为可撤回度。",
    ),
    (
        "share of a slot",
        "槽位份额",
        "s = (1 − ρ) · w / Σw · γ · p(active)",
        "definer.graph.power.shares",
        "ρ stays with providers that nobody has named; γ is the confidence of the claim, and what it lacks stays unshared too.",
        "ρ 留给未列名的提供方；γ 为主张的可信度，其不足部分同样不予分配。",
    ),
    (
        "verdict of a paradigm",
        "范式判定",
        "definer ⇔ P(first) ≥ 0.8 on the date and a year before",
        "definer.graph.uncertainty",
        "P(first) is the part of the draws of the error model in which a firm is first.",
        "P(first) 为误差模型的抽样中某公司居首的比例。",
    ),
    (
        "log premium",
        "对数溢价",
        "π = ln V − ln F",
        "definer.graph.worth.valuation_premium",
        (
            "V is what the firm is valued at, F what the baseline gives: median price to sales of the industry's other firms without definers, "
            "times its revenue."
        ),
        "V 为公司估值，F 为基准给出的价值：同行业其余非定义者公司市销率的中位数乘以其营收。",
    ),
)
"""English name, Chinese name, formula, module, English meaning, Chinese meaning."""

SETTINGS: Final[dict[str, tuple[str, str]]] = {
    "alpha": (
        "Damping per further hop of reach; 0.85 as in PageRank (Page et al. 1999).",
        "触达每多一跳的衰减；0.85 同 PageRank（Page 等，1999）。",
    ),
    "rho": (
        "Open-world residual: least share of a slot left to providers nobody listed, unless the list is closed.",
        "开放世界余量：除名单封闭外，槽位留给未列名提供方的最小份额。",
    ),
    "weights": ("Weights of reach and lock-in.", "触达与锁定的权重。"),
    "half_life": (
        "Years after which an unconfirmed tie is as likely ended as not: technology / distribution / supply.",
        "未再确认的依赖关系有一半可能已结束的年数：技术 / 分发 / 供应。",
    ),
    "g": (
        "Factor by which the providers that remain can expand when one withdraws; 1 means that nobody can.",
        "一方撤出后其余提供方可扩张的倍数；1 表示无法扩张。",
    ),
    "dropout": (
        "Probability that a tie is missing from the table; one of these is chosen per draw.",
        "依赖关系未被录入的概率；每次抽样取其一。",
    ),
    "criticality": ("Error of criticality, as coded per tie.", "关键度（逐条编码）的误差。"),
    "weight": ("Error of a provider's weight in its slot.", "提供方在槽位中权重的误差。"),
    "revocability": ("Error of revocability, as coded per tie.", "可撤回度（逐条编码）的误差。"),
}
"""Setting -> its meaning in English and Chinese."""
