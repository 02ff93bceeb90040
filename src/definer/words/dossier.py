"""Words of ``definer dossier``."""

from __future__ import annotations

__all__ = ["WORDS"]

WORDS: dict[str, tuple[str, str]] = {
    "dossier": (
        "Write the dossier: graph, ranking, evidence, premium and SPARQL in one offline file.",
        "生成档案：图谱、排名、证据、溢价与 SPARQL 查询合于一个可离线打开的文件。",
    ),
    "step.network": ("drawing the network", "绘制网络"),
}
"""Message -> English, Chinese."""
