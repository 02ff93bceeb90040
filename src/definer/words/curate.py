"""Words about adding claims."""

from __future__ import annotations

from typing import Final

__all__ = ["WORDS"]

WORDS: Final[dict[str, tuple[str, str]]] = {
    "add-tie": (
        "Add a tie that fills a slot to a directory of claims, with its evidence; nothing is written on a fault.",
        "向数据目录添加一条填补槽位的依赖关系及其证据；有错则不写入。",
    ),
    "opt.add_claims": (
        "Directory of claims to add to; must be named, so that shipped claims are never changed by accident.",
        "要添加到的数据目录；必须写明，以免误改随附数据。",
    ),
    "opt.dependent": ("Who depends: id or name of an organization.", "依赖方：机构的编号或名称。"),
    "opt.slot": ("What for: id or label of a slot; paradigm and layer follow.", "槽位的编号或名称；范式与层随之确定。"),
    "opt.provider": (
        "On whom: id or name of an organization, IN_HOUSE, UNKNOWN or OPEN:standard.",
        "提供方：机构的编号或名称，或 IN_HOUSE、UNKNOWN、OPEN:标准名。",
    ),
    "opt.start": ("Since when, YYYY[-MM[-DD]].", "起始日期 YYYY[-MM[-DD]]。"),
    "opt.end": (
        "Until when, exclusive; or unknown, if it ended and nobody says when.",
        "结束日期（不含当日）；已结束但时间不详则写 unknown。",
    ),
    "opt.share": ("Share inside the slot, 0 to 1: 0.4-0.6, or 0.5.", "槽位内份额，0 至 1：0.4-0.6 或 0.5。"),
    "opt.basis": (
        "What it is a share of: units, users, revenue, judgement, ...",
        "份额的口径：units、users、revenue、judgement 等。",
    ),
    "opt.share_date": ("When the share was measured.", "份额的测量日期。"),
    "opt.kind": ("Kind of tie; that of most rows of the slot if left out.", "依赖关系类型；缺省为该槽位多数行的类型。"),
    "opt.criticality": (
        "0 to 1; as other rows of this dependent and slot, else the slot's, if left out.",
        "关键程度 0 至 1；缺省依同一依赖方、同一槽位的其他行，否则依槽位。",
    ),
    "opt.revocability": (
        "0 to 1; the slot's if left out, 0.2 for IN_HOUSE and OPEN.",
        "可撤回程度 0 至 1；缺省依槽位，IN_HOUSE 与 OPEN 为 0.2。",
    ),
    "opt.closed": ("The list of providers is complete.", "提供方名单完整。"),
    "opt.round_trip": ("The two had a capital tie too.", "双方同时另有资本关系。"),
    "opt.source": (
        "Id of a source, repeatable; without one the tie is merely known.",
        "来源编号，可重复；不写则为已知待查证。",
    ),
    "opt.quote": (
        "Words of the (first) source, at most 60 characters.",
        "（首个）来源的原文，至多 60 个字符。",
    ),
    "opt.locator": ("Where in the (first) source: page, row, paraphrase.", "在（首个）来源中的位置：页、行或转述。"),
    "opt.fields": (
        "What the sources attest, with commas: existence, start, end, share, criticality, revocability, closed.",
        "来源所佐证的字段，以逗号分隔：existence、start、end、share、criticality、revocability、closed。",
    ),
    "opt.confidence": ("Confidence in the tie, 0 to 1.", "对该依赖关系的把握，0 至 1。"),
    "opt.note": ("A remark.", "备注。"),
    "opt.id": ("Id of the tie; the next one of the file if left out.", "编号；缺省为文件中的下一个。"),
    "opt.dry_run": ("Check and print, write nothing.", "只检查并显示，不写入。"),
    "add.wrote": ("wrote {place}", "已写入 {place}"),
    "add.would": ("would write {place}", "将写入 {place}"),
    "add.entry": ("{name}: {value}", "{name}：{value}"),
}
