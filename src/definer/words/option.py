"""Words of ``definer option``."""

from __future__ import annotations

from typing import Final

__all__ = ["WORDS"]

WORDS: Final[dict[str, tuple[str, str]]] = {
    "option": (
        "What chance of a prize each price supposes, and whether those chances can all be right.",
        "各家价格隐含了多大的胜算，这些胜算能否同时成立。",
    ),
    "opt.prize": ("Prize in billions of US dollars; repeatable.", "奖额（十亿美元），可重复。"),
    "opt.rate": ("Discount rate a year.", "年贴现率。"),
    "opt.years": ("Years until the prize.", "距奖额兑现的年数。"),
    "opt.exit_year": ("Year in which a fund of short horizon must sell.", "短期基金必须退出的年份。"),
    "opt.baseline": (
        "B1: sector multiple; B2: the essay's steady state, where it has one.",
        "B1 为行业倍数；B2 为文中的稳态估值（文中给出者）。",
    ),
    "opt.haircut": ("Divide marks of private firms by this.", "未上市企业的估值除以此数。"),
    "opt.rivals": ("Ids or names of firms to take as the rivals.", "作为竞争者的公司编号或名称。"),
    "opt.allocate": (
        "Chance set aside for a firm, firm=p; repeatable.",
        "为某公司预留的胜算，写作 公司=概率，可重复。",
    ),
    "opt.theta_part": (
        "Part of the prize that a firm could win, firm=part; repeatable.",
        "某公司可赢得的奖额比例，写作 公司=比例，可重复。",
    ),
    "err.firm_share": ("{text} is not firm=number", "{text} 不是 公司=数值 的形式"),
}
