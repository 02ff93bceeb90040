"""Words of ``definer audit``."""

from __future__ import annotations

from typing import Final

__all__ = ["WORDS"]

WORDS: Final[dict[str, tuple[str, str]]] = {
    "audit": (
        "Recompute the numbers of a text from claims: the essay's, or your own table.",
        "由主张重算一篇文本中的数字：默认为本文，也可用自己的表格。",
    ),
    "opt.statements": (
        "Table of statements to audit (CSV: id, quote, stated, unit, formula ...).",
        "待核算语句的表格（CSV：id、quote、stated、unit、formula 等列）。",
    ),
    "opt.all": ("List the statements without a formula too.", "一并列出没有公式的语句。"),
    "opt.hypotheses": (
        "The essay's eight claims as hypotheses, with what would have refuted each.",
        "文章的八项主张作为假设，及各自的反驳条件。",
    ),
    "err.hypotheses_alone": (
        "--hypotheses is about the essay: it takes no --statements or --all",
        "--hypotheses 针对本文：不能同时给出 --statements 或 --all",
    ),
}
