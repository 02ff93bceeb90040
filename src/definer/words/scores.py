"""Words about scores with adopter cohorts, and about writing scores as a graph."""

from __future__ import annotations

from typing import Final

__all__ = ["WORDS"]

WORDS: Final[dict[str, tuple[str, str]]] = {
    "opt.cohorts": (
        "Count adopter cohorts (market shares) too; shown beside the ranking without.",
        "采用者群体（市场份额）也作为依赖方计入，并列出不计入时的名次。",
    ),
    "opt.write_graph": (
        "Write the scores as a graph: FILE.nq, FILE.trig, or the folder of a store.",
        "将得分写成图：文件名.nq、文件名.trig，或图谱文件夹。",
    ),
    "power.with_cohorts": (
        "! with cohorts: they carry market shares; each counts as one, by convention",
        "! 计入采用者群体：携带市场份额，每个按一名参与者计，此权重没有来源。",
    ),
    "power.without_cohorts": ("Without cohorts: {firms}", "不计群体：{firms}"),
    "done.scores": (
        "{n} scores written: {path}",
        "已写入 {n} 条得分：{path}",
    ),
}
