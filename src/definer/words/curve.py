"""Words about the specification curve and pairs of firms."""

from __future__ import annotations

from typing import Final

__all__ = ["WORDS"]

WORDS: Final[dict[str, tuple[str, str]]] = {
    "curve": (
        "Run every defensible specification of the link, and test them jointly.",
        "运行关联的全部合理设定，并作联合检验。",
    ),
    "dyads": (
        "Ask of pairs of firms: are tied firms priced alike?",
        "逐对考察：有依赖关系的企业，定价是否相近？",
    ),
    "opt.curve_permutations": (
        "Curves made by chance for the joint test; 0 leaves it out.",
        "联合检验所用的随机曲线数；0 为不检验。",
    ),
    "opt.curve_out": (
        "Draw the curve in this file, .svg.",
        "把曲线画入此文件（.svg）。",
    ),
    "err.curve_out": (
        "the picture is written as .svg, not as {path}",
        "图只能写为 .svg，不能写为 {path}",
    ),
    "err.no_curve": (
        "there is no curve to draw: no specification could be run on {n} firms",
        "没有可画的曲线：以现有 {n} 家企业，没有任何设定可以运行",
    ),
    "opt.relabellings": (
        "Relabellings of the firms for the test; 0 leaves it out.",
        "检验所用的企业重排次数；0 为不检验。",
    ),
}
