"""Words of ``definer dossier``."""

from __future__ import annotations

__all__ = ["WORDS"]

WORDS: dict[str, tuple[str, str]] = {
    "dossier": (
        "Write the dossier: graph, ranking, evidence, premium and SPARQL in one offline file.",
        "生成档案：图谱、排名、证据、溢价与 SPARQL 查询合于一个可离线打开的文件。",
    ),
    "step.queries": ("listing the named questions", "列出命名查询"),
    "step.vocabulary": ("listing the vocabulary", "列出词汇表"),
    "step.triples": ("packing the triples", "打包三元组"),
    "step.oxigraph": ("packing the query engine", "打包查询引擎"),
    "step.query-worker": ("packing the query engine's worker", "打包查询引擎的后台线程"),
    "step.network": ("drawing the network", "绘制网络"),
}
"""Message -> English, Chinese."""
