"""Words about counts of definitions per country."""

from __future__ import annotations

from typing import Final

__all__ = ["WORDS"]

WORDS: Final[dict[str, tuple[str, str]]] = {
    "completeness": (
        "How many definitions each country has, under three rules.",
        "按三种规则，各国各有几次定义。",
    ),
    "opt.rule": (
        "essay, symmetric or ties; all three by default.",
        "essay、symmetric 或 ties；默认三种并列。",
    ),
    "opt.theta": (
        "Threshold of the rule by ties; 0.4, 0.5, 0.6 are always shown.",
        "依赖关系规则的门槛；0.4、0.5、0.6 总会列出。",
    ),
    "opt.decay": (
        "Read every paradigm's ties as of the date, even long after its coded period.",
        "一律取所问日期的依赖关系，即使远在编码期之后。",
    ),
    "opt.top_countries": (
        "How many countries to print.",
        "显示多少个国家。",
    ),
    "col.paradigm": (
        "paradigm",
        "范式",
    ),
    "col.date": (
        "ties of",
        "关系日期",
    ),
    "col.ceiling": (
        "ceiling",
        "上限",
    ),
    "col.largest": (
        "largest losses: average, part of ceiling (n)",
        "损失最大者：平均，占上限（n）",
    ),
    "col.theta": (
        "threshold",
        "门槛",
    ),
    "complete.title": (
        "How many definitions has each country? As of {date}.",
        "各国各有几次定义？截至 {date}。",
    ),
    "complete.sourced": (
        "Claims without a found source are left out.",
        "未找到来源的主张已略去。",
    ),
    "complete.point": ("- {text}", "·{text}"),
    "complete.depends": (
        "The count depends on the rule and on whose holdings are counted:",
        "次数取决于规则，也取决于采用谁认定的控制权：",
    ),
    "complete.nobody": (
        "no country",
        "无",
    ),
    "complete.more": (
        "and {n} more",
        "另有 {n} 国",
    ),
    "complete.under": (
        "Under {rule}: {counts}.",
        "按{rule}：{counts}。",
    ),
    "rule.essay.essay": (
        "the essay's rule, essay's holdings",
        "文章规则、文章所述控制权",
    ),
    "rule.essay.researched": (
        "the essay's rule, researched holdings",
        "文章规则、考证所得控制权",
    ),
    "rule.symmetric.essay": (
        "the symmetric rule, essay's holdings",
        "对称规则、文章所述控制权",
    ),
    "rule.symmetric.researched": (
        "the symmetric rule, researched holdings",
        "对称规则、考证所得控制权",
    ),
    "rule.ties.activity": (
        "ties, loss of activity at least {theta:g}",
        "依赖关系规则、活动损失不低于 {theta:g}",
    ),
    "rule.ties.ceiling": (
        "ties, loss at least {theta:g} of the ceiling",
        "依赖关系规则、损失不低于上限的 {theta:g}",
    ),
    "head.essay.essay": (
        "essay rule\n(essay)",
        "文章规则\n（文章）",
    ),
    "head.essay.researched": (
        "essay rule\n(research)",
        "文章规则\n（考证）",
    ),
    "head.symmetric.essay": (
        "symmetric\n(essay)",
        "对称规则\n（文章）",
    ),
    "head.symmetric.researched": (
        "symmetric\n(research)",
        "对称规则\n（考证）",
    ),
    "head.ties.activity": (
        "ties ≥{theta:g}\n(activity)",
        "关系≥{theta:g}\n（活动）",
    ),
    "head.ties.ceiling": (
        "ties ≥{theta:g}\n(ceiling)",
        "关系≥{theta:g}\n（上限）",
    ),
    "basis.essay": (
        "essay's holdings",
        "文章所述",
    ),
    "basis.researched": (
        "researched holdings",
        "考证所得",
    ),
    "scale.activity": (
        "of activity",
        "占活动",
    ),
    "scale.ceiling": (
        "of the ceiling",
        "占上限",
    ),
    "explain.rule.essay": (
        (
            "Essay's rule: per paradigm, software held counts its degree, supply half of it, the greater of the two. "
            "Over the essay's own holdings it restates the essay and is no finding."
        ),
        (
            "文章规则：每个范式中，占据软件侧按程度计、供应侧减半，取较大者。用于文章所述控制权时只是复述文章，并非发"
            "现。"
        ),
    ),
    "explain.rule.symmetric": (
        "Symmetric rule: each side held counts half its degree, and both add up.",
        "对称规则：两侧各按程度的一半计，再相加。",
    ),
    "explain.rule.holdings": (
        (
            "Both count what was ever held up to the date (named queries {queries}). Degrees found by research are "
            "judgements."
        ),
        "两者都计入截至该日曾占据的控制权（命名查询 {queries}）。考证所得的程度属判断。",
    ),
    "explain.rule.ties": (
        (
            "Rule by ties: a country holds a side if the withdrawal of all its companies would cost foreign "
            "dependents at least the threshold of that side; each side counts 0.5, and both add up. No query in "
            "SPARQL can give it: losses run along chains until they stand still."
        ),
        (
            "依赖关系规则：若一国全部公司退出会使境外依赖方在某侧的平均损失达到门槛，则该国占据该侧；每侧计 0.5，两侧"
            "相加。损失沿链条传递直至稳定，SPARQL 无法表达。"
        ),
    ),
    "explain.ceiling": (
        (
            "Ceiling = what foreign dependents would lose if every named provider of the world withdrew. Where it "
            "lies below the threshold nobody can hold the side by loss of activity, whatever the facts. The part of "
            "the ceiling asks who holds what can be withheld at all; it trusts the list of providers, where loss of "
            "activity does not."
        ),
        (
            "上限指全世界所有具名提供方同时退出时境外依赖方的损失。上限低于门槛时，按活动损失计，任何国家都不可能占"
            "据该侧。占上限的比例只看可被扣住的部分由谁掌握，前提是提供方名单完整；活动损失不作此假定。"
        ),
    ),
    "explain.dates": (
        (
            "A past paradigm counts at the end of its coded period: nobody looked at its ties after that, and faded "
            "ties would say 0 of what the other rules count. --decay reads all as of the date."
        ),
        (
            "已过去的范式取其编码期末：此后无人复核关系，衰减后的关系会把其他规则计入的次数算成 0。--decay 一律取所问"
            "日期。"
        ),
    ),
    "complete.unreachable": (
        "! {n} of {of} sides have a ceiling below {theta:g}: no country can hold them by loss of activity.",
        "！{of} 侧中有 {n} 侧的上限低于 {theta:g}：按活动损失计，任何国家都不可能占据。",
    ),
    "complete.close": (
        "! within 0.05 of the threshold {theta:g} {scale}: {sides}",
        "！与门槛 {theta:g}（{scale}）相差不到 0.05：{sides}",
    ),
    "complete.loss": (
        "{country} {average}, {share:.0f} % (n {n})",
        "{country} {average}，{share:.0f} %（n {n}）",
    ),
    "complete.n": (" (n {n})", "（n {n}）"),
    "complete.few": (
        "! fewer than 5 foreign dependents: {sides}",
        "！境外依赖方不足 5 家：{sides}",
    ),
    "complete.before": (
        "! not yet coded as of the date: {paradigms}",
        "！所问日期早于编码期：{paradigms}",
    ),
    "complete.held": (
        "Degrees held, by side (the four largest)",
        "各侧占据程度（最大的四项）",
    ),
    "complete.losses": (
        "Losses of foreign dependents, by side (the three largest)",
        "境外依赖方的损失，按侧（最大的三项）",
    ),
    "complete.thresholds": (
        "Definitions by ties, by threshold",
        "依赖关系规则下的次数，按门槛",
    ),
    "complete.no_slot": (
        "no slot of this side is coded",
        "该侧没有编码的槽位",
    ),
}
