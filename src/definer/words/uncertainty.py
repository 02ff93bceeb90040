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
    "demo.verdicts": (
        "Is there a definer? (first in at least 80% of draws, two years running)",
        "是否有定义者？（连续两年居首概率至少 80%）",
    ),
    "power.interval": (
        "rank, 90%: plausibility (not confidence) interval, {draws:,} draws of a stated error model (seed {seed})",
        "名次 90% 区间：按既定误差模型抽样 {draws:,} 次（种子 {seed}）所得的合理区间，并非置信区间",
    ),
    "opt.no_round_trip": (
        "Leave out ties between parties that also have a capital tie.",
        "略去双方另有资本关系的依赖关系（循环融资）。",
    ),
}
