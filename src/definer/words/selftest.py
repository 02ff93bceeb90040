"""Words of the self test."""

from __future__ import annotations

from typing import Final

__all__ = ["WORDS"]

WORDS: Final[dict[str, tuple[str, str]]] = {
    "selftest": (
        "Test the engine on invented data whose truth is known.",
        "用已知真相的虚构数据检验引擎。",
    ),
    "opt.reps": (
        "Repetitions per test; few make a miss by chance likelier.",
        "每项检验的重复次数；过少则更易偶然未达标。",
    ),
    "opt.full": (
        "Repeat every test as often as the method asks for: 500 times, some minutes.",
        "按方法要求重复每项检验：500 次，需数分钟。",
    ),
    "selftest.title": (
        "Self test: seed {seed}, {reps} repetitions per test, D = definition power",
        "自检：种子 {seed}，每项检验重复 {reps} 次，D 为定义权",
    ),
    "selftest.reference": ("reference", "参考值"),
    "selftest.threshold": ("threshold", "门槛"),
    "selftest.result": ("result", "结果"),
    "selftest.auc": ("AUC", "AUC"),
    "selftest.decoys": ("v decoys", "对诱饵"),
    "selftest.precision": ("precision@k", "前 k 精确率"),
    "selftest.measure.power": ("definition power D", "定义权 D"),
    "selftest.measure.in_degree": ("in-degree", "入度"),
    "selftest.measure.pagerank": ("PageRank", "PageRank"),
    "selftest.measure.pagerank_shares": ("PageRank with slot shares", "按槽位份额的 PageRank"),
    "selftest.measure.hits_authority": ("HITS authority", "HITS 权威值"),
    "selftest.measure.betweenness": ("betweenness", "介数"),
    "selftest.pass": ("pass", "达标"),
    "selftest.miss": ("MISS", "未达标"),
    "selftest.report": ("report", "仅报告"),
    "selftest.end": (
        "{passed} passed, {missed} missed, {reported} only reported",
        "{passed} 项达标，{missed} 项未达标，{reported} 项仅报告",
    ),
    "selftest.missed": ("missed: {ids}", "未达标：{ids}"),
}
