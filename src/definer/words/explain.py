"""Words about where a score comes from, and why two scores differ."""

from __future__ import annotations

from typing import Final

__all__ = ["WORDS"]

WORDS: Final[dict[str, tuple[str, str]]] = {
    "opt.rows": ("Rows of each table.", "每张表显示的行数。"),
    "opt.setting": (
        "Setting of the score, repeatable: alpha, rho, resourcing, weights, half_life_tech, ... (rho=0.1).",
        "得分设定，可重复：alpha、rho、resourcing、weights、half_life_tech 等（如 rho=0.1）。",
    ),
    "opt.compare": ("Explain the difference from this firm.", "解释与此公司得分的差异。"),
    "opt.compare_as_of": ("Explain the difference from this date.", "解释与此日期得分的差异。"),
    "opt.compare_setting": (
        "Explain the difference from another setting: as --setting; also evidence, known_by, round_trip, cohorts.",
        "解释与另一设定得分的差异：同 --setting，另有 evidence、known_by、round_trip、cohorts。",
    ),
    "opt.no_leave_one_out": (
        "Spare the re-scorings without one tie.",
        "不计算逐条略去依赖关系的结果。",
    ),
    "err.setting": ("{text}: write one of {keys} as key=value", "{text}：请写作 键=值，键为 {keys} 之一"),
    "err.setting_value": ("{text}: {why}", "{text}：取值无效（{why}）"),
    "explain.title": (
        "{name} in {paradigm}, {date}: power {power:.4f}",
        "{name} · {paradigm} · {date}：定义权 {power:.4f}",
    ),
    "explain.half": (
        "= (reach {reach:.4f} + lock-in {lockin:.4f}) / 2",
        "=（触达 {reach:.4f} + 锁定 {lockin:.4f}）/ 2",
    ),
    "explain.weighted": (
        "= {w:g} × reach {reach:.4f} + {v:g} × lock-in {lockin:.4f}",
        "= {w:g} × 触达 {reach:.4f} + {v:g} × 锁定 {lockin:.4f}",
    ),
    "explain.place": (
        "rank {rank} of {firms} companies; in-degree {degree}; n = {n} participants",
        "{firms} 家公司中第 {rank}；入度 {degree}；参与方 n = {n}",
    ),
    "explain.unranked": ("not a company, so not ranked; n = {n} participants", "不是公司，不参与排名；参与方 n = {n}"),
    "explain.meaning": (
        "On average {percent} % of a participant's activity here rests on it.",
        "平均而言，每个参与方在此范式中的活动有 {percent}% 依托于它。",
    ),
    "explain.sums": (
        "Each table splits that number; reach and lock-in are weighted, so all adds up.",
        "以下各表均为这一数字的拆分；触达与锁定已按权重折算，各项可直接相加。",
    ),
    "explain.setting": ("Setting: {setting}", "设定：{setting}"),
    "explain.zero": (
        "{name} has no definition power in {paradigm} as of {date}: no counted tie leads to it.",
        "截至 {date}，{name}在{paradigm}范式中没有定义权：没有计入的依赖关系指向它。",
    ),
    "explain.apart": (
        "{name} stands in no counted tie of {paradigm} as of {date} (n = {n}).",
        "截至 {date}，{name}不在{paradigm}范式任何计入的依赖关系之中（n = {n}）。",
    ),
    "explain.nowhere": (
        "{name} stands in no counted tie of any paradigm as of {date}.",
        "截至 {date}，{name}不在任何范式计入的依赖关系之中。",
    ),
    "explain.empty": (
        "No tie of {paradigm} counts as of {date}: there is nothing to explain.",
        "截至 {date}，{paradigm}范式没有计入的依赖关系，无可解释。",
    ),
    "explain.elsewhere": (
        "Its power is largest in {paradigm}: {power:.4f} (--paradigm {option}).",
        "它的定义权以{paradigm}范式为最高：{power:.4f}（--paradigm {option}）。",
    ),
    "explain.largest": (
        "the {shown} largest of {n} ({sum:.4f} of {power:.4f}); ",
        "{n} 项中最大的 {shown} 项（{sum:.4f} / {power:.4f}）；",
    ),
    "explain.more": ("--top N for more, --json for all", "--top N 可显示更多，--json 输出全部"),
    "explain.few": ("the {shown} largest of {n}; ", "{n} 项中最大的 {shown} 项；"),
    "explain.layers": ("By layer", "按层"),
    "explain.slots": ("By slot", "按槽位"),
    "explain.sources": (
        "By source: the participant whose dependence ends at the firm",
        "按来源：最终依托于该公司的参与方",
    ),
    "explain.parts": (
        "Largest parts: by last tie (reach), by binding slot (lock-in)",
        "最大的构成：触达按最后一环，锁定按瓶颈槽位",
    ),
    "explain.loo": (
        "If one tie were not in the table (its rivals share the slot; nobody withdraws)",
        "若某条依赖关系不在表中（由同槽位其余提供方分担；并非撤出）",
    ),
    "explain.loo_none": (
        "No single tie, were it not in the table, would change the score by 0.0001.",
        "略去任何单条依赖关系，得分变化都不足 0.0001。",
    ),
    "explain.ties": ("Evidence of the ties shown above [with its confidence]", "上列依赖关系的证据［附可信度］"),
    "explain.judged": (
        "[sourced] is said of the tie's existence; other fields are judged unless noted.",
        "[有来源]指关系确实存在；其余字段除注明者外均为判断。",
    ),
    "explain.sourced_fields": ("fields sourced: {fields}", "有来源的字段：{fields}"),
    "explain.share_basis": ("share by {basis}", "份额口径：{basis}"),
    "explain.numbers": (
        "share {share}, counts {counted}, criticality {c:g}, revocability {r:g}",
        "份额 {share}，计入 {counted}，关键度 {c:g}，可撤回度 {r:g}",
    ),
    "explain.unstated": ("unstated", "未说明"),
    "explain.closed": (" closed", "（封闭）"),
    "explain.nobody": ("0", "0"),
    "explain.via": (" via {names}", "，经{names}"),
    "explain.ended": ("end unknown", "结束时间未知"),
    "badge.evidence": ("{evidence} {confidence:g}", "{evidence} {confidence:g}"),
    "badge.round_trip": ("round trip", "循环融资"),
    "layer.tech": ("technology", "技术"),
    "layer.dist": ("distribution", "分发"),
    "layer.supply": ("supply", "供应"),
    "col.layer": ("layer", "层"),
    "col.source": ("source", "来源"),
    "col.provider": ("provider", "提供方"),
    "col.sum": ("both", "合计"),
    "col.percent": ("%", "%"),
    "col.binding": ("lock-in binds at", "锁定的瓶颈槽位"),
    "col.without": ("power", "定义权"),
    "col.change": ("change", "变化"),
    "col.a": ("A", "甲"),
    "col.b": ("B", "乙"),
    "col.difference": ("A - B", "甲 - 乙"),
    "col.dependence": ("dependence", "依赖"),
    "col.participants": ("by n", "因 n"),
    "side.a": ("A", "甲"),
    "side.b": ("B", "乙"),
    "compare.side": (
        "{side}  {what}: power {power:.4f}",
        "{side}  {what}：定义权 {power:.4f}",
    ),
    "compare.difference": (
        "A - B = {difference:+.4f}: {reach:+.4f} from reach, {lockin:+.4f} from lock-in",
        "甲 - 乙 = {difference:+.4f}：触达 {reach:+.4f}，锁定 {lockin:+.4f}",
    ),
    "compare.terms": (
        "of this {dependence:+.4f} through changed dependence,",
        "其中 {dependence:+.4f} 来自依赖本身的变化，",
    ),
    "compare.divisor": (
        '{participants:+.4f} as the average is over {a:g} participants, not {b:g} (column "by n")',
        "{participants:+.4f} 仅因平均的参与方由 {b:g} 变为 {a:g}（“因 n”列）",
    ),
    "compare.same": ("Both sides are the same: nothing to explain.", "两侧完全相同，无差异可解释。"),
    "compare.equal": ("Both sides have the same score, part by part.", "两侧得分及各项构成完全相同。"),
    "compare.parts": ("Largest differences", "最大的差异"),
    "compare.sources": ("By source", "按来源"),
    "compare.ties": (
        "Evidence of the differences shown above, rivals' ties that differ among them;\n[A] or [B]: on that side only",
        "上列差异的证据，含两侧不同的竞争关系；[甲]、[乙]：仅在该侧",
    ),
    "setting.known_by": ("known by", "知悉截至"),
    "setting.evidence": ("evidence", "证据"),
    "setting.round_trip": ("round-trip ties", "循环融资关系"),
    "setting.cohorts": ("cohorts", "采用者群体"),
    "value.True": ("yes", "计入"),
    "value.False": ("no", "不计"),
    "value.all": ("all", "全部"),
    "value.sourced": ("sourced", "仅有来源"),
    "setting.claims": ("claims", "数据版本"),
}
