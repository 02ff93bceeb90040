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
    "step.evidence": ("gathering the claims", "汇集主张"),
    "step.about": ("noting method and licences", "写明方法与许可"),
    "step.audit": ("recomputing the essay's numbers", "重算文章中的数字"),
    "step.network": ("drawing the network", "绘制网络"),
    "step.ranking": ("ranking and explaining", "计算排名与说明"),
    "step.history": ("looking at each year", "逐年计算"),
    "step.story": ("answering the question", "回答问题"),
}
"""Message -> English, Chinese."""
