"""Criteria of the tests of the link's statistics (METHOD 7: T11, T12, T14, T15, T16), in both languages."""

from __future__ import annotations

from typing import Final

from .criterion import Criterion

__all__ = ["CALIBRATION_CRITERIA"]

CALIBRATION_CRITERIA: Final[dict[str, Criterion]] = {
    "T11": Criterion(
        (
            "a premium that knows nothing of power: planted ties scored, a sample drawn, the registered test run",
            "溢价与定义权无关：对植入的关系打分、抽取样本、运行预登记检验",
        ),
        ("6.0 % rejected at 5 % (200 repetitions)", "在 5 % 水平上拒绝 6.0 %（重复 200 次）"),
        (
            "rejection rate between .02 and .09, give or take what so few repetitions stray",
            "拒绝率介于 .02 与 .09 之间，另计重复次数有限带来的波动",
        ),
        ("{rate:.3f} of {reps} rejected (n = {n} firms)", "{reps} 次中拒绝 {rate:.3f}（n = {n} 家公司）"),
        band=(0.02, 0.09),
    ),
    "T12": Criterion(
        (
            (
                "paradigm and country move power and premium alike, with uneven noise, n = 80: the registered test "
                "keeps its size, and finds a planted slope of 0.5"
            ),
            "范式与国家同时影响定义权与溢价，噪声不均，n = 80：预登记检验保持其水平，并能发现植入的 0.5 斜率",
        ),
        ("size .043 to .047, power .88", "检验水平 .043 至 .047，功效 .88"),
        (
            "size between .03 and .07, power at least .80, give or take what so few repetitions stray",
            "检验水平介于 .03 与 .07 之间，功效不低于 .80，另计重复次数有限带来的波动",
        ),
        (
            (
                "size {rate:.3f}, power {found:.2f} ({reps} repetitions); without controls and strata a true null is "
                "rejected at {naive:.2f}"
            ),
            "检验水平 {rate:.3f}，功效 {found:.2f}（重复 {reps} 次）；不加控制变量与分层时，真零假设被拒绝 {naive:.2f}",
        ),
        band=(0.03, 0.07),
        least=0.80,
    ),
    "T14": Criterion(
        (
            "ties are found the sooner, the more the dependent is worth; the truth is no link: the slope stays at zero",
            "依赖方越值钱，其关系越易被发现；真相是没有联系：斜率应保持为零",
        ),
        ("slope +.003; by providers +.19", "斜率 +.003；按提供方编码时 +.19"),
        (
            "slope within .03 of zero, give or take what so few repetitions stray; by providers it must show",
            "斜率距零不超过 .03，另计重复次数有限带来的波动；按提供方编码时必须显出偏差",
        ),
        (
            "slope {dependent:+.3f} (may stray by {stray:.3f} in {reps} repetitions); by providers {provider:+.3f}",
            "斜率 {dependent:+.3f}（重复 {reps} 次可波动 {stray:.3f}）；按提供方编码时 {provider:+.3f}",
        ),
        0.03,
    ),
    "T15": Criterion(
        (
            "pairs of firms whose tie and difference in premium rest on traits of the firms: MRQAP keeps its size",
            "两两企业的关系与溢价差异各取决于企业特征：MRQAP 保持其检验水平",
        ),
        ("4.3 % rejected; a regression on pairs 30 %", "拒绝 4.3 %；对配对直接回归则为 30 %"),
        (
            "rejection rate between .03 and .07, give or take what so few repetitions stray",
            "拒绝率介于 .03 与 .07 之间，另计重复次数有限带来的波动",
        ),
        (
            "{rate:.3f} of {reps} rejected; a regression on pairs {plain:.2f}",
            "{reps} 次中拒绝 {rate:.3f}；对配对直接回归 {plain:.2f}",
        ),
        band=(0.03, 0.07),
    ),
    "T16": Criterion(
        (
            "the terms of the decomposition are those of statsmodels' pooled two-fold Oaxaca-Blinder",
            "分解各项与 statsmodels 的合并双重 Oaxaca-Blinder 分解一致",
        ),
        ("equal to 4 decimals", "四位小数一致"),
        ("difference below 1e-8", "差异小于 1e-8"),
        ("largest difference {error:.1e} ({samples} samples)", "最大差异 {error:.1e}（{samples} 个样本）"),
        1e-8,
    ),
}
"""Criteria by id."""
