"""Words about how sure a score is."""

from __future__ import annotations

from typing import Final

__all__ = ["WORDS"]

WORDS: Final[dict[str, tuple[str, str]]] = {
    "opt.draws": (
        "Monte Carlo draws for intervals and verdict; 0: none.",
        "计算区间与判定的蒙特卡洛抽样次数；0 表示不抽样。",
    ),
    "opt.seed": ("Seed of the draws: the same seed, the same bytes.", "抽样种子：种子相同则输出逐字节相同。"),
    "opt.no_round_trip": (
        "Leave out ties between parties that also have a capital tie.",
        "略去双方另有资本关系的依赖关系（循环融资）。",
    ),
}
