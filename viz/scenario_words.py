"""Words of the findings of a scenario, in English and Chinese."""

from __future__ import annotations

from typing import Final

__all__ = ["WORDS"]

WORDS: Final[dict[str, tuple[str, str]]] = {
    "comma": (", ", "，"),
    "list": (", ", "、"),
    "to": ("{low} to {high}", "{low} 至 {high}"),
    # verdicts
    "verdict.nothing": ("Nothing changes: {why}.", "没有任何变化：{why}。"),
    "why.no_effect": ("no operation changed a tie or a holding", "没有一项操作改变了依赖关系或控制权归属"),
    "why.no_power": ("ties changed, but nobody's power did", "依赖关系变了，但没有谁的定义权随之变化"),
    "verdict.definitions": (
        "The count of definitions changes and power does not: {changes}.",
        "定义次数改变，定义权不变：{changes}。",
    ),
    "verdict.count": ("{country} {before} to {after} ({rule})", "{country} 由 {before} 变为 {after}（{rule}）"),
    "verdict.mover": (
        (
            "{firm} changes most: power {before} to {after} ({change}, 90 %: {interval}); reach {reach}, lock-in "
            "{lockin}."
        ),
        (
            "变化最大的是{firm}：定义权由 {before} 变为 {after}（{change}，90%合理区间 {interval}）；触达 {reach}，"
            "锁定 {lockin}。"
        ),
    ),
    "reading.unmoved": (
        "Implied change of the {a}-{b} gap: none. Nobody whose power moves has a valuation in the sample.",
        "隐含的{a}与{b}差距变化：无。定义权变动者在样本中都没有估值。",
    ),
    "reading.includes_none": (
        (
            "Implied change of the {a}-{b} gap: {change} of {gap} log points (90 %: {interval}): the interval "
            "includes none. That nothing converges is among the answers."
        ),
        (
            "隐含的{a}与{b}差距变化：{change}（差距 {gap} 对数点；90%区间 {interval}），"
            "区间包含“毫无变化”：不收敛也是可能的答案。"
        ),
    ),
    "reading.narrows": (
        "Implied change of the {a}-{b} gap: {change} of {gap} log points (90 %: {interval}): it narrows.",
        "隐含的{a}与{b}差距变化：{change}（差距 {gap} 对数点；90%区间 {interval}），差距缩小。",
    ),
    "reading.widens": (
        "Implied change of the {a}-{b} gap: {change} of {gap} log points (90 %: {interval}): it widens.",
        "隐含的{a}与{b}差距变化：{change}（差距 {gap} 对数点；90%区间 {interval}），差距扩大。",
    ),
    "refused": ("No convergence is computed: {reason}.", "不计算收敛：{reason}。"),
    # input
    "status.unverified": (
        "Input: unverified, a supposition and never data.",
        "输入：未核实，仅为假设，绝不作为数据。",
    ),
    "status.verified": ("Input: stated by a source.", "输入：有来源陈述。"),
    "status.source": ("Source: {source}.", "来源：{source}。"),
    "status.essay": ("the essay", "文章"),
    "side.software": ("software", "软件"),
    "side.supply": ("supply", "供应"),
    "operations.title": ("What is supposed, in this order", "所作假设（按此顺序）"),
    "col.number": ("no.", "序号"),
    "col.operation": ("operation", "操作"),
    "col.ties": ("ties", "关系数"),
    "col.most": ("moves most", "影响最大者"),
    "op.add_tie": (
        "add a tie: {dependent} needs {slot} from {provider}",
        "新增依赖：{dependent}的{slot}由{provider}提供",
    ),
    "op.remove_tie": ("remove ties: {selection}", "移除依赖：{selection}"),
    "op.reweight_tie": ("share {value}: {selection}", "份额设为 {value}：{selection}"),
    "op.set_revocability": ("revocability {value}: {selection}", "可撤回度设为 {value}：{selection}"),
    "op.set_criticality": ("criticality {value}: {selection}", "关键度设为 {value}：{selection}"),
    "op.shift_cohort_share": ("{cohort}, {slot}: {shares}", "{cohort}的{slot}：{shares}"),
    "op.remove_firm": ("{firm} leaves", "{firm}退出"),
    "op.remove_coalition": (
        "{members} stops supplying {customers}: {slots}",
        "{members}停止向{customers}供应：{slots}",
    ),
    "op.add_control_point": (
        "control point {id} ({side}), held by {holder} to {degree}",
        "新增控制点 {id}（{side}），由{holder}占据，程度 {degree}",
    ),
    "op.set_holding_degree": (
        "{holder} holds {point} to {degree}",
        "{holder}对 {point} 的占据程度设为 {degree}",
    ),
    "op.everybody": ("everybody else", "其他所有企业"),
    "op.all_slots": ("all slots", "全部槽位"),
    "op.r": ("revocability {value}", "可撤回度 {value}"),
    "refill.unnamed": ("nobody named takes it up", "无具名者补上"),
    "refill.rivals": ("rivals take it up", "由对手补上"),
    "warning.no_effect": ("! without effect", "! 没有作用"),
    "warning.no_power": ("! changes nobody's power", "! 未改变任何一方的定义权"),
    "warning.control": ("counts of definitions only", "只影响定义次数"),
    # ranks
    "ranks.title": (
        "Power before and after, {cohorts} (n = {n}, as of {date}; unit: share of an average participant)",
        "定义权：之前与之后，{cohorts}（n = {n}，截至 {date}；单位：平均每个参与者依托的程度）",
    ),
    "with": ("with cohorts of adopters", "计入采用者群体"),
    "without": ("without cohorts of adopters", "不计采用者群体"),
    "col.firm": ("firm", "企业"),
    "col.rank": ("rank", "名次"),
    "col.before": ("before", "之前"),
    "col.after": ("after", "之后"),
    "col.change": ("change", "变化"),
    "col.interval": ("90 %", "90%区间"),
    "col.facet": ("facet", "构面"),
    "col.p": ("P(rank 1)", "居首概率"),
    "facet.power": ("power", "定义权"),
    "facet.reach": ("reach", "触达"),
    "facet.lockin": ("lock-in", "锁定"),
    "group": ("group", "群体"),
    "ranks.cut": ("{n} more change less; --json has all.", "另有 {n} 家变化更小；--json 输出全部。"),
    "ranks.unchanged": ("{n} do not change.", "{n} 家没有变化。"),
    "ranks.interval": (
        (
            "90 % plausibility intervals of the change: the same {draws} draws before and after. What is stipulated "
            "is not drawn."
        ),
        "变化的90%合理区间：之前与之后用同样的 {draws} 次抽取。情景设定的值不参与抽取。",
    ),
    "ranks.no_draws": ("No draws were made: no intervals.", "未抽取：没有区间。"),
    "facets.title": (
        "Reach and lock-in apart, {cohorts} (adopted, and controlled)",
        "触达与锁定分列，{cohorts}（被采用，与能控制）",
    ),
    "first.title": ("Who is first, and how sure", "谁居首，有多大把握"),
    "col.cohorts": ("cohorts", "群体"),
    "cohorts.with": ("with", "计入"),
    "cohorts.without": ("without", "不计"),
    "col.n": ("n", "n"),
    "first.none": ("nobody", "无"),
    # paths
    "paths.title": ("Through which ties", "经由哪些依赖关系"),
    "col.path": ("path", "路径"),
    "path.direct": ("changed here", "此处被改变"),
    "path.indirect": ("further along the chain", "在链条的更远处"),
    "path.participants": ("number of participants", "参与者数目"),
    "path.rest": ("all other parts", "其余部分合计"),
    "path.needs": ("{dependent}: {slot}", "{dependent}：{slot}"),
    # definitions
    "definitions.title": (
        "Definitions by country, as of {date} (power never reads them)",
        "各国的定义次数，截至 {date}（定义权从不读取）",
    ),
    "col.rule": ("rule", "规则"),
    "col.holdings": ("holdings", "控制权归属"),
    "col.country": ("country", "国家"),
    "rule.essay": ("essay's", "文章的规则"),
    "rule.symmetric": ("symmetric", "对称规则"),
    "holdings.essay": ("essay's", "文章所述"),
    "holdings.researched": ("researched", "考证所得"),
    "rule.pair": ("{rule} rule, {holdings} holdings", "按{rule}、以{holdings}的归属计"),
    # convergence
    "gap.title": ("Implied convergence", "隐含的收敛"),
    "gap.table": (
        "Gap of mean log premium, {a} less {b} ({paradigm}, as of {date}; n = {na} and {nb})",
        "平均对数溢价之差，{a}减{b}（{paradigm}，截至 {date}；n = {na} 与 {nb}）",
    ),
    "col.gap": ("gap", "差距"),
    "col.implied": ("implied change", "隐含变化"),
    "col.part": ("part closed", "缩小的部分"),
    "gap.b": (
        "b = {b} log points of premium per ln(D + d0) (90 %: {interval}; n = {n}; d0 = {offset}).",
        "b = {b}（每单位 ln(D + d0) 对应的溢价对数点；90%区间 {interval}；n = {n}；d0 = {offset}）。",
    ),
    "gap.b_none": (
        "The interval of b includes 0: that power earns no premium at all is among the answers.",
        "b 的区间包含 0：定义权完全不带来溢价，也是可能的答案。",
    ),
    "gap.average": (
        (
            "Means over the paradigm's priced firms of each country, each firm once; b from the whole sample "
            "without cohorts, which carry market shares. An implication of b if it were an effect and held still; "
            "no forecast."
        ),
        (
            "对该范式中每国已定价企业取平均，每家计一次；b 由不计群体的全样本估计，因为群体携带市场份额。若 b "
            "是因果效应且保持不变，则有此推论；不是预测。"
        ),
    ),
    "gap.left_out": ("Priced firms outside the estimate: {reasons}.", "未进入估计的已定价企业：{reasons}。"),
    "gap.reason": ("{n} {reason}", "{n} 家{reason}"),
    "gap.moved": ("Priced firms whose power moves: {firms}.", "定义权变动的已定价企业：{firms}。"),
    # inverse
    "inverse.title": ("What would close the gap?", "怎样才能缩小差距？"),
    "inverse.table": (
        "Value that closes this part of the gap ({cohorts})",
        "缩小差距的这一部分所需的值（{cohorts}）",
    ),
    "col.lever": ("what is turned", "调节的量"),
    "col.at": ("at b", "b 取值"),
    "at.estimate": ("estimate", "估计值"),
    "at.high": ("upper end", "区间上限"),
    "lever.slope": ("b itself", "b 本身"),
    "lever.multiple": ("power of {country}, times", "{country}企业定义权的倍数"),
    "lever.revocability": ("revocability", "可撤回度"),
    "lever.share": ("share of the providers named", "所列提供方的份额"),
    "inverse.ceiling": (
        "{lever}, b at its {at}: {reason}; at most {ceiling} of the gap, at {where}.",
        "{lever}（b 取{at}）：{reason}；至多缩小差距的 {ceiling}，此时取值 {where}。",
    ),
    "inverse.reason": (
        "{levers}{at}: {reason}.",
        "{levers}{at}：{reason}。",
    ),
    "inverse.at": (", b at its {at}", "（b 取{at}）"),
    # provenance
    "made": (
        "Scenario {file}, sha256 {hash}; claims {claims}; score {spec}; {draws} draws, seed {seed}.",
        "情景 {file}，sha256 {hash}；数据版本 {claims}；得分设定 {spec}；抽取 {draws} 次，种子 {seed}。",
    ),
    "figure.title": (
        "Change of power by the scenario ({cohorts}, 90 %)",
        "情景引起的定义权变化（{cohorts}，90%区间）",
    ),
    "unit": ("share of an average participant", "平均每个参与者依托的程度"),
    "verdict.gainer": (
        "Most is gained by {firm}: reach {reach}, lock-in {lockin}.",
        "增加最多的是{firm}：触达 {reach}，锁定 {lockin}。",
    ),
    "ranks.outside": (
        (
            "The error model lowers power more often than it raises it: a change at the stated values may lie "
            "outside its interval."
        ),
        "误差模型降低定义权多于提高：按所述数值算出的变化可能落在区间之外。",
    ),
    "country.US": (
        "US",
        "美国",
    ),
    "country.CN": (
        "China",
        "中国",
    ),
}
