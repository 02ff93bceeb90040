"""What frames the findings: the question, the limits, how all was computed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .blocks import Block, Column, Heading, Paragraph, table
from .report_words import say as report_say
from .story_words import say

if TYPE_CHECKING:
    from ..ontology.language import Language
    from .report import Findings

__all__ = ["limits_blocks", "method_blocks", "question_blocks"]


def question_blocks(lang: Language) -> list[Block]:
    """The essay's thesis, and the questions that it is turned into."""
    return [
        Heading(say("section.question", lang)),
        Paragraph(say("question.essay", lang)),
        Paragraph(say("question.here", lang)),
    ]


def limits_blocks(lang: Language) -> list[Block]:
    """What must not be inferred."""
    limits = report_say("limits.text", lang).split("\n")
    return [Heading(say("section.limits", lang)), *(Paragraph(limit) for limit in limits)]


def method_blocks(findings: Findings, lang: Language, elsewhere: Sequence[str] = ()) -> list[Block]:
    """Claims, settings, draws and seeds.

    Parameters
    ----------
    findings : Findings
    elsewhere : sequence of str
        Names of sections that this report lacks because they take long.
    """
    columns: list[Column | str] = [
        say("col.paradigm", lang),
        Column(say("col.n", lang), numeric=True),
        say("col.as_of", lang),
    ]
    columns += [Column(say(f"col.{key}", lang), numeric=True) for key in ("draws", "seed")]
    columns += [Column(say(f"col.{key}", lang), wide=True) for key in ("spec", "errors")]
    documents = [result.to_dict() for result in findings.powers.values()]
    rows = [
        tuple(document[key] for key in ("paradigm", "n", "as_of", "draws", "seed", "spec", "errors"))
        for document in documents
    ]
    blocks: list[Block] = [
        Heading(say("section.method", lang)),
        Paragraph(say("method.evidence", lang, **findings.counts)),
        Paragraph(say("method.same", lang)),
        table(say("method.settings", lang), columns, rows),
    ]
    if elsewhere:
        names = say("list", lang).join(say(f"section.{name}", lang) for name in elsewhere)
        blocks.append(Paragraph(say("method.elsewhere", lang, names=names), "note"))
    return blocks
