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
    columns: list[Column | str] = [say("col.paradigm", lang), Column(say("col.n", lang), numeric=True)]
    columns += [say("col.as_of", lang), *(Column(say(f"col.{key}", lang), numeric=True) for key in ("draws", "seed"))]
    documents = {findings.label(paradigm, lang): result.to_dict() for paradigm, result in findings.powers.items()}
    rows = [
        (label, document["n"], document["as_of"], document["draws"], document["seed"])
        for label, document in documents.items()
    ]
    blocks: list[Block] = [
        Heading(say("section.method", lang)),
        Paragraph(say("method.evidence", lang, **findings.counts)),
        Paragraph(say("method.same", lang)),
        table(say("method.draws", lang), columns, rows),
    ]
    for key in ("spec", "errors"):
        texts = dict.fromkeys(_spaced(str(document[key])) for document in documents.values())
        blocks += [Paragraph(say(f"method.{key}", lang, text=text), "note") for text in texts]
    blocks.append(Paragraph(_primary(lang), "note"))
    if elsewhere:
        names = say("list", lang).join(say(f"section.{name}", lang) for name in elsewhere)
        blocks.append(Paragraph(say("method.elsewhere", lang, names=names), "note"))
    return blocks


def _primary(lang: Language) -> str:
    from ..graph.link.specification import primary_specification

    spec = primary_specification()
    return say(
        "method.primary",
        lang,
        registered=spec.registered,
        sha=spec.sha256,
        date=spec.as_of,
        seed=spec.seed,
        permutations=spec.permutations,
    )


def _spaced(text: str) -> str:
    # Ids of settings have no spaces; a line must be able to break.
    return text.replace(";", "; ")
