"""Words about coalitions of firms, and of the firms of a country."""

from __future__ import annotations

from typing import Final

__all__ = ["WORDS"]

WORDS: Final[dict[str, tuple[str, str]]] = {
    "coalition": (
        "What others would lose if several firms withdrew together.",
        "若多家公司同时退出，其他公司会失去多少。",
    ),
    "arg.members": (
        "Ids or names of firms, English or Chinese.",
        "公司的编号或名称，中英文均可。",
    ),
    "opt.country": (
        "ISO code; every company of that country joins; repeatable.",
        "国家代码（ISO）：该国全部公司加入联合体，可重复。",
    ),
    "opt.countries": (
        "Rank the countries of the paradigm as coalitions.",
        "以国家为联合体，为范式内各国排名。",
    ),
    "opt.dependents": (
        "foreign: whose country is known and is no member's; or all but the members.",
        "foreign 为境外依赖方（国别已知且非成员所在国）；all 为成员以外的全部。",
    ),
    "opt.resourcing": (
        "How far the providers that remain can expand: 1 not at all, 1.3 by 30%.",
        "其余提供方可扩张到的倍数：1 为不能，1.3 为扩张三成。",
    ),
    "opt.union": (
        "Members that bargain as one, separated by commas, for Owen values; repeatable; by default by country.",
        "欧文值的分组：共同进退的成员，以逗号分隔，可重复；默认按国家分组。",
    ),
    "opt.orders": (
        "Orders to sample where more than 12 members matter.",
        "起作用的成员超过 12 个时抽取的次序数。",
    ),
    "err.no_paradigm": (
        "name the paradigm: --paradigm {paradigms}",
        "请指定范式：--paradigm {paradigms}",
    ),
    "err.no_members": (
        "name at least two firms, or --country, or --countries",
        "请列出至少两家公司，或用 --country、--countries",
    ),
    "err.ranking_alone": (
        "--countries ranks every country: it takes no firms, --country or --union",
        "--countries 为所有国家排名：不能同时给出公司、--country 或 --union",
    ),
    "err.number": (
        "{name} must be a number from {low} to {high}",
        "{name} 须为 {low} 至 {high} 的数",
    ),
    "col.country": (
        "country",
        "国家",
    ),
    "col.member": (
        "member",
        "成员",
    ),
    "col.alone": (
        "alone",
        "单独退出",
    ),
    "col.shapley": (
        "Shapley",
        "沙普利值",
    ),
    "col.owen": (
        "Owen",
        "欧文值",
    ),
    "col.error": (
        "± error",
        "± 误差",
    ),
    "col.share": (
        "share",
        "占比",
    ),
    "col.side": (
        "side",
        "侧",
    ),
    "col.average": (
        "average",
        "平均",
    ),
    "col.total": (
        "total",
        "合计",
    ),
    "col.synergy": (
        "synergy",
        "协同",
    ),
    "col.singles": (
        "sum alone",
        "单独之和",
    ),
    "col.companies": (
        "firms",
        "公司数",
    ),
    "col.leaders": (
        "largest alone (total)",
        "单独影响最大者（合计）",
    ),
    "side.software": (
        "software",
        "软件",
    ),
    "side.supply": (
        "supply",
        "供应",
    ),
    "dependents.foreign": (
        "foreign dependents",
        "境外依赖方",
    ),
    "dependents.all": (
        "dependents outside the coalition",
        "联合体以外的依赖方",
    ),
    "coalition.title": (
        "Coalition of {k} · {paradigm} · {date} · n = {n} {dependents} (participants: {participants})",
        "{k} 家联合体 · {paradigm} · {date} · n = {n} 家{dependents}（参与者共 {participants} 家）",
    ),
    "coalition.loss": (
        "If all withdrew together they would lose {average} on average, {total} in all.",
        "若全部同时退出，上述依赖方平均损失 {average}，合计 {total}。",
    ),
    "coalition.nobody": (
        "No dependent counts, so there is nothing to lose: 0.",
        "没有计入的依赖方，损失为 0。",
    ),
    "coalition.synergy": (
        "Withdrawing one by one they would cost {singles} in sum; synergy {synergy}: {meaning}.",
        "逐家单独退出之和为 {singles}；协同为 {synergy}：{meaning}。",
    ),
    "coalition.more": (
        "together they cost more, for each stands in for the others until all leave",
        "共同退出代价更大，因成员互为替代，一起离开才无可替代",
    ),
    "coalition.less": (
        (
            "together they cost less, for some losses are felt once only (one dependent's worst slot, or a chain of "
            "members)"
        ),
        "共同退出代价小于单独之和，因部分损失只计一次（同一依赖方只计最重的槽位，或成员同处一条链）",
    ),
    "coalition.same": (
        "together they cost the sum",
        "共同退出的代价等于单独之和",
    ),
    "coalition.parts": (
        "Shapley = a member's mean contribution over all orders of leaving; the parts sum to {total}.",
        "沙普利值为成员在所有退出次序中的平均贡献，各部分之和为 {total}。",
    ),
    "coalition.owen": (
        "Owen = the same where unions leave as blocks: {unions}.",
        "欧文值为各分组整体进退时的平均贡献，分组：{unions}。",
    ),
    "coalition.sampled": (
        "Sampled: {draws} orders, seed {seed}; ± is a standard error.",
        "抽样计算：{draws} 个次序，种子 {seed}；± 为标准误。",
    ),
    "coalition.absent": (
        "Not in the graph of this paradigm as of the date, so without effect: {firms}.",
        "在该日期不在此范式的图中，故无影响：{firms}。",
    ),
    "coalition.no_country": (
        "Country not known, so nobody was left out on their account: {firms}.",
        "国别未知，故未因其排除任何依赖方：{firms}。",
    ),
    "coalition.unknown": (
        "Left out, their country is not known: {firms}.",
        "国别未知，未计入：{firms}。",
    ),
    "coalition.few": (
        "Caution: fewer than 5 dependents stand behind the average.",
        "注意：平均值背后的依赖方不足 5 家。",
    ),
    "coalition.unit": (
        "Losses: average in 0 to 1, the part of a dependent's activity; totals in dependent-equivalents; g = {g}.",
        "损失：平均值为依赖方活动的损失比例（0 至 1），合计以“依赖方当量”计；g = {g}。",
    ),
    "coalition.cut": (
        "showing {shown} of {n}; --top N for more, --json for all",
        "显示 {n} 项中的 {shown} 项；--top N 可显示更多，--json 输出全部",
    ),
    "ranking.title": (
        "Countries as coalitions · {paradigm} · {date} · participants: {participants}, {dependents}",
        "以国家为联合体 · {paradigm} · {date} · 参与者 {participants} 家，计入{dependents}",
    ),
    "ranking.meaning": (
        (
            "average = loss of an average dependent outside the country if all its companies withdrew; n = such "
            "dependents; software, supply = the same through that side's slots, over dependents that have one."
        ),
        (
            "“平均”指该国全部公司退出时，境外依赖方的平均损失；n 为此类依赖方数；“软件”“供应”指仅经该侧槽位的平均损失，"
            "按有该侧槽位的依赖方计。"
        ),
    ),
    "ranking.few": (
        "* fewer than 5 dependents",
        "* 依赖方不足 5 家",
    ),
}
