"""Words of ``definer report``; the names of its steps are those of its sections."""

from __future__ import annotations

from ..viz.story_words import WORDS as STORY_WORDS

__all__ = ["WORDS"]

_SECTIONS = {
    key.replace("section.", "step."): words for key, words in STORY_WORDS.items() if key.startswith("section.")
}

WORDS: dict[str, tuple[str, str]] = {
    **_SECTIONS,
    "report": (
        "The report from question to verdict: one offline page, or Markdown.",
        "从问题到结论的完整报告：单个可离线打开的页面，或 Markdown。",
    ),
    "opt.report_out": (
        "File to write: .html (the default is report.html) or .md; repeat it for both.",
        "输出文件：.html（默认 report.html）或 .md；可重复给出。",
    ),
    "opt.quick": ("Fewer draws, for a first look.", "减少抽样次数，先睹为快。"),
    "err.report_form": (
        "a report is written as .html or .md, not as {name}",
        "报告只能写成 .html 或 .md，不能写成 {name}",
    ),
    "file.report.html": ("the report as a page, with charts", "报告页面（含图表）"),
}
