"""Words of ``definer dossier``."""

from __future__ import annotations

__all__ = ["WORDS"]

WORDS: dict[str, tuple[str, str]] = {
    "dossier": (
        "Write the dossier: graph, ranking, evidence, premium and SPARQL in one offline file.",
        "生成卷宗：图谱、排名、证据、溢价与 SPARQL 查询合于一个可离线打开的文件。",
    ),
    "opt.serve": (
        "Serve it on this machine instead of writing a file; nothing is left out, whatever its size.",
        "不写文件，改在本机提供服务；无论多大，内容一概不略。",
    ),
    "opt.port": ("Port of --serve; 0 takes a free one.", "--serve 的端口；0 表示任选空闲端口。"),
    "dossier.served": (
        "serving the dossier to this machine only; Ctrl-C ends it",
        "卷宗仅向本机提供；按 Ctrl-C 结束",
    ),
    "dossier.left_out": (
        "NOT IN THE FILE, for its size:",
        "因体积所限，文件未包含：",
    ),
    "dossier.left_out.one": ("  {what}: {why}", "  {what}：{why}"),
    "dossier.left_out.serve": (
        "`definer dossier --serve` leaves nothing out.",
        "definer dossier --serve 不作任何省略。",
    ),
    "step.findings": ("testing the link of premium and power", "检验溢价与定义权的关联"),
    "step.derivations": ("deriving each premium", "推导各家溢价"),
    "step.queries": ("listing the named questions", "列出命名查询"),
    "step.vocabulary": ("listing the vocabulary", "列出词汇表"),
    "step.triples": ("packing the triples", "打包三元组"),
    "step.oxigraph": ("packing the query engine", "打包查询引擎"),
    "step.query-worker": ("packing the query engine's worker", "打包查询引擎的后台线程"),
    "step.evidence": ("gathering the claims", "汇集主张"),
    "step.about": ("noting method and licences", "写明方法与许可"),
    "step.audit": ("recomputing the essay's numbers", "重算文章中的数字"),
    "step.network": ("drawing the network", "绘制网络"),
    "step.ranking": ("ranking and explaining", "计算排名与说明"),
    "step.history": ("looking at each year", "逐年计算"),
    "step.story": ("answering the question", "回答问题"),
    "step.model": ("reading the ties that suppositions change", "读取可供推演的依赖关系"),
}
"""Message -> English, Chinese."""
