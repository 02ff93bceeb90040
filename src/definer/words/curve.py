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
    "opt.relabellings": (
        "Relabellings of the firms for the test; 0 leaves it out.",
        "检验所用的企业重排次数；0 为不检验。",
    ),
}
