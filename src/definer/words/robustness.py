"""Words about what could overturn a ranking."""

from __future__ import annotations

from typing import Final

__all__ = ["WORDS"]

WORDS: Final[dict[str, tuple[str, str]]] = {
    "robustness": (
        "What would overturn a ranking: ties, curation, chance.",
        "什么会推翻排名：遗漏的关系、均等的收录、偶然。",
    ),
    "opt.robustness_draws": (
        "Random draws of the curation cap and the null model.",
        "收录上限与零模型的随机抽样次数。",
    ),
    "opt.robustness_seed": (
        "Seed of the draws: the same seed, the same bytes.",
        "抽样种子：种子相同则输出逐字节相同。",
    ),
    "opt.sensitivity": (
        "Add Sobol indices of the assumptions (needs SALib).",
        "附上各项假设的 Sobol 敏感性指数（需要 SALib）。",
    ),
    "robustness.title": ("Robustness", "稳健性"),
    "robustness.none": (
        "Nobody has power in this paradigm as of {date}: there is no ranking to overturn.",
        "截至 {date}，该范式内没有公司拥有定义权，无排名可推翻。",
    ),
    "flip.number": (
        "Flip number {number} of {recorded:,} ties: {runner} would overtake {leader}",
        "翻转数 {number}（共 {recorded:,} 条关系）：{runner}将超过{leader}，",
    ),
    "flip.if": (
        "if it also filled an essential need of {dependents}.",
        "前提是它还满足以下各方的一项关键需求：{dependents}。",
    ),
    "flip.exact": ("Fewer are not enough (tried out).", "更少则不足以翻转（已逐一试算）。"),
    "flip.bound": (
        "Found step by step: an upper bound; fewer than {at_least} are not enough (tried out).",
        "逐步搜索所得，为上界；少于 {at_least} 条不足以翻转（已逐一试算）。",
    ),
    "flip.without_leader": (
        "Without a tie of the leader's own: {number}.",
        "若不计居首者自身的关系：{number}。",
    ),
    "flip.third": ("With them {firm} would be first.", "届时居首的是{firm}。"),
    "flip.none": (
        "Flip number: none found. Ties from all {candidates} others would not put {runner} ahead of {leader}.",
        "翻转数：未找到。即使其余 {candidates} 家都依赖{runner}，它也不会超过{leader}。",
    ),
    "flip.shared": (
        "Flip number 0: {leader} and {runner} share first place.",
        "翻转数 0：{leader}与{runner}并列第一。",
    ),
    "flip.alone": ("Flip number: there is no runner-up.", "翻转数：没有第二名。"),
    "cap.title": (
        "Curation cap: P(rank 1) if every provider keeps at most k ties ({draws} draws)",
        "收录上限：每个提供方至多保留 k 条关系时的居首概率（抽样 {draws} 次）",
    ),
    "cap.note": (
        "It over-corrects: a firm on which many depend loses true ties. A bound, not an estimate.",
        "此法矫枉过正：被广泛依赖的公司会失去真实关系。它是界限，不是估计。",
    ),
    "null.title": (
        "Null model: power if providers were shuffled within each slot ({draws} draws)",
        "零模型：提供方在各槽位内随机互换时的定义权（抽样 {draws} 次）",
    ),
    "null.note": (
        "A diagnostic, never a score: tie counts alone rank the firms much the same (Spearman {rho}).",
        "仅为诊断，不作得分：单凭关系条数得出的排名已大致相同（斯皮尔曼 {rho}）。",
    ),
    "spearman.title": (
        "Spearman correlation with power over {firms} firms",
        "与定义权的斯皮尔曼相关系数（{firms} 家公司）",
    ),
    "spearman.note": (
        "Close to 1: at this scale the measure ranks the firms as power does.",
        "接近 1 表示：在此规模下，该指标与定义权的排名几乎一致。",
    ),
    "importance.title": (
        "Effective importance (correlation ratio; nominal weight): {facets}",
        "构面的实际重要性（相关比；名义权重）：{facets}",
    ),
    "importance.facet": ("{facet} {ratio:.2f} ({weight:g})", "{facet} {ratio:.2f}（{weight:g}）"),
    "certificates.title": (
        "Certificates: on every recorded path of supply to how many dependents",
        "支配证书：在多少依赖方的全部已记录供应路径上",
    ),
    "certificates.row": ("{layer}: {firms}", "{layer}：{firms}"),
    "certificates.none": ("nobody", "无"),
    "certificates.note": (
        "One more recorded alternative breaks a certificate; in-house supply counts as one.",
        "只要再记录一个替代来源，证书即失效；自给也算替代来源。",
    ),
    "certificates.tech": ("technology", "技术"),
    "certificates.dist": ("distribution", "分发"),
    "certificates.supply": ("supply", "供应"),
    "certificates.all": ("all layers", "各层合计"),
    "sensitivity.title": (
        "Sensitivity: total Sobol index of each assumption ({draws:,} scorings)",
        "敏感性：各项假设的 Sobol 总指数（计分 {draws:,} 次）",
    ),
    "sensitivity.note": (
        "1: the spread of the output hangs on this assumption alone; ± half of a 95% interval. Blank: no spread.",
        "1 表示该输出的波动全由此假设引起；± 为 95% 区间的一半。空白：没有波动。",
    ),
    "sensitivity.none": ("No output varies.", "各项输出均无变化。"),
    "col.cap": ("k = {cap}", "k = {cap}"),
    "col.ties": ("ties", "关系数"),
    "col.null_mean": ("shuffled", "互换均值"),
    "col.delta": ("beyond counts", "超出条数"),
    "col.percentile": ("percentile", "百分位"),
    "col.rho": ("rho", "相关系数"),
    "col.factor": ("assumption", "假设"),
    "output.kendall": ("tau", "排名一致度"),
    "output.power": ("power", "定义权"),
    "output.rank": ("rank", "名次"),
    "output.lead": ("lead", "领先幅度"),
    "factor.alpha": ("damping alpha", "阻尼 alpha"),
    "factor.rho": ("unlisted share rho", "未列份额 rho"),
    "factor.reach_weight": ("weight of reach", "触达权重"),
    "factor.resourcing": ("re-sourcing g", "转供系数 g"),
    "factor.log2_half_life": ("half-lives", "半衰期"),
    "factor.dropout": ("share of missing ties", "遗漏比例"),
    "factor.ties": ("which ties err, and how", "单条关系的误差"),
    "measure.power": ("power", "定义权"),
    "measure.reach": ("reach", "触达"),
    "measure.lockin": ("lock-in", "锁定"),
    "measure.net_lockin": ("net lock-in", "净锁定"),
    "measure.vulnerability": ("vulnerability", "脆弱度"),
    "measure.entry": ("entry power", "入口权"),
    "measure.in_degree": ("in-degree", "入度"),
    "measure.in_strength": ("in-strength", "入强度"),
    "measure.pagerank": ("PageRank", "PageRank"),
    "measure.katz": ("Katz", "Katz 中心性"),
    "measure.hits_authority": ("HITS authority", "HITS 权威度"),
    "measure.betweenness": ("betweenness", "介数"),
    "measure.closeness": ("closeness", "接近中心性"),
    "measure.harmonic": ("harmonic", "调和中心性"),
    "measure.constraint": ("Burt's constraint", "Burt 约束"),
    "measure.core_number": ("core number", "核数"),
    "measure.dominated": ("dominated firms", "支配数"),
}
