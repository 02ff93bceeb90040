"""Words about the command that estimates the link."""

from __future__ import annotations

from typing import Final

__all__ = ["WORDS"]

WORDS: Final[dict[str, tuple[str, str]]] = {
    "link": (
        "Whether more definition power goes with a higher premium.",
        "定义权越大，估值溢价是否越高。",
    ),
    "opt.permutations": (
        "Permutations of the test; another number than the registered one is no registered result.",
        "检验的置换次数；与登记的次数不同则不属登记结果。",
    ),
    "opt.link_seed": (
        "Seed of all draws; another than the registered one is no registered result.",
        "全部抽样的种子；与登记的种子不同则不属登记结果。",
    ),
    "opt.brief": (
        "The verdict and the estimate alone.",
        "只给出结论与估计。",
    ),
}
