"""Words of the panel of yearly lists, in English and Chinese."""

from __future__ import annotations

__all__ = ["PANEL_WORDS"]

PANEL_WORDS: dict[str, tuple[str, str]] = {
    "panel": ("The panel and who is not in it", "面板及其未含者"),
    "panel.paragraph": (
        (
            "Unbalanced: {every} of {firms} firms are in every list. Power is 0 in {zero:,} firm-years in which nobody "
            "depends on the firm. In {own} rows the list has no usable median under its own heading, and the firm's "
            "industry was used. Firms below the lists' threshold, private firms and those that died before are missing "
            "by construction."
        ),
        (
            "非平衡面板：{firms} 家企业中有 {every} 家每榜皆在。{zero:,} 个企业年无人依赖该企业，定义权为 0。"
            "{own} 行因榜单该标题下没有可用的中位数，改用企业自身的行业。"
            "榜单门槛以下的企业、未上市企业及此前已消亡的企业，按其构成即不在内。"
        ),
    ),
    "panel.by": ("Firms and firm-years by paradigm", "各范式的企业与企业年"),
    "col.paradigm": ("paradigm", "范式"),
    "col.sd": ("1 SD of power", "定义权标准差"),
    "panel.left_out": ("Listed firm-years that are not in the panel", "在榜而不在面板中的企业年"),
    "col.reason": ("reason", "原因"),
    "col.n": ("n", "n"),
    "survival": ("Who leaves the lists", "谁离开了榜单"),
    "col.year": ("list", "榜单"),
    "col.listed": ("listed", "在榜"),
    "col.entered": ("new", "新进"),
    "col.left": ("left", "离开"),
    "col.for_good": ("for good", "不再返回"),
    "survival.note": (
        (
            "Left: below the threshold, taken over, delisted or bankrupt; the list does not say. In their last list "
            "the {n} firms of the panel that left had a median premium of {premium:+.2f} and power of {power:+.2f} "
            "standard deviations; all other firm-years {other:+.2f} and {others:+.2f}."
        ),
        (
            "离开：跌出门槛、被收购、退市或破产，榜单未说明。"
            "面板中离开的 {n} 家企业在最后一榜的溢价中位数为 {premium:+.2f}，"
            "定义权为 {power:+.2f} 个标准差；其余企业年为 {other:+.2f} 与 {others:+.2f}。"
        ),
    ),
}
