"""Words of ``definer scenario``."""

from __future__ import annotations

from typing import Final

__all__ = ["WORDS"]

WORDS: Final[dict[str, tuple[str, str]]] = {
    "scenario": (
        "What a supposition would change: ranks, ties responsible, implied convergence.",
        "假设推演：名次如何变化、经由哪些依赖关系、隐含的收敛。",
    ),
    "arg.scenario": (
        "Scenario file (YAML), or the name of a shipped one.",
        "情景文件（YAML），或随附情景的名称。",
    ),
    "opt.scenario_list": ("List the shipped scenarios.", "列出随附的情景。"),
    "opt.scenario_schema": ("Print the JSON Schema of scenario files.", "输出情景文件的 JSON Schema。"),
    "opt.scenario_save": ("Also save the result as JSON.", "另将结果存为 JSON。"),
    "col.scenario": ("scenario", "情景"),
    "col.supposes": ("what is supposed", "所作假设"),
    "scenario.status": ("input", "输入"),
    "scenario.unverified": ("unverified", "未核实"),
    "scenario.verified": ("sourced", "有来源"),
    "err.scenario": (
        "name a scenario file or a shipped scenario; see `definer scenario --list`",
        "请给出情景文件或随附情景的名称；definer scenario --list 可列出全部",
    ),
}
