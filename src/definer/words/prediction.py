"""Words about power and price over time."""

from __future__ import annotations

from typing import Final

__all__ = ["WORDS"]

WORDS: Final[dict[str, tuple[str, str]]] = {
    "prediction": (
        "Whether power leads price, or price power, 2008 to 2025.",
        "2008至2025年，定义权领先于价格，还是相反。",
    ),
    "opt.path_permutations": (
        "Permutations of whole paths of power.",
        "整条定义权路径的置换次数。",
    ),
    "opt.lead_lag": (
        "Compare the year of power with the year of price of each definer (runs the backtest).",
        "比较各定义者的定义权之年与价格之年（需运行回测）。",
    ),
    "opt.panel_rows": (
        "Print the firm-years of the panel as JSON, nothing else.",
        "只以 JSON 输出面板的企业年。",
    ),
}
