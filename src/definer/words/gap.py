"""Words about the command on the gap between two countries."""

from __future__ import annotations

from typing import Final

__all__ = ["WORDS"]

WORDS: Final[dict[str, tuple[str, str]]] = {
    "gap": (
        "The gap in value between two countries' firms, and what it goes with.",
        "两国企业的市值差距，及其与什么相伴。",
    ),
    "arg.gap_country": (
        "Code of a country, as US; every gap is that of A less that of B.",
        "国家代码，如 US；差距均为 A 减 B。",
    ),
    "arg.gap_other": ("Code of the other country, as CN.", "另一国的代码，如 CN。"),
    "opt.gap_draws": ("Bootstraps of firms within country.", "在各国内对企业重抽样的次数。"),
}
