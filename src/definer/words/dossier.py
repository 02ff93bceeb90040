"""Words of ``definer dossier``."""

from __future__ import annotations

__all__ = ["WORDS"]

WORDS: dict[str, tuple[str, str]] = {
    "dossier": (
        "Write the dossier: graph, ranking, evidence, premium and SPARQL in one offline file.",
        "生成档案：图谱、排名、证据、溢价与 SPARQL 查询合于一个可离线打开的文件。",
    ),
    "step.findings": ("testing the link of premium and power", "检验溢价与定义权的关联"),
    "step.derivations": ("deriving each premium", "推导各家溢价"),
    "step.network": ("drawing the network", "绘制网络"),
}
"""Message -> English, Chinese."""
