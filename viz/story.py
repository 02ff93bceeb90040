"""The report as a story: sections of blocks in order, under one title, as a page or as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .blocks import Block, Column, Heading, Paragraph, Table
from .story_words import say

if TYPE_CHECKING:
    from ..ontology.language import Language

__all__ = ["SECTIONS", "Story", "answers_blocks"]

SECTIONS = (
    "question", "answers", "power", "definitions", "premiums", "link", "curve", "gap", "prediction", "scenario",
    "option", "statements", "audit", "hypotheses", "limits", "method",
)  # fmt: skip
"""Sections in the order in which they are told; a story may lack some."""

_NAMED = frozenset({"scenario"})  # their first heading is that of a part, not that of the section
_ASKED = ("link", "curve", "gap", "prediction", "scenario", "option", "audit", "hypotheses")


def answers_blocks(sections: Mapping[str, Sequence[Block]], lang: Language) -> list[Block]:
    """The verdicts that each section comes to, in one table; nothing where no section has one."""
    found = {name: _verdicts(sections[name]) for name in _ASKED if name in sections}
    gap = "" if lang == "zh" else " "
    rows = [(say(f"section.{name}", lang), gap.join(verdicts)) for name, verdicts in found.items() if verdicts]
    columns = (Column(say("answers.question", lang), wide=True), Column(say("answers.answer", lang), wide=True))
    return [Table("", columns, tuple(rows))] if rows else []


def _verdicts(blocks: Sequence[Block]) -> list[str]:
    return [block.text for block in blocks if isinstance(block, Paragraph) and block.role == "verdict"]


@dataclass(frozen=True)
class Story:
    """A report before a medium is chosen.

    Attributes
    ----------
    title : str
    sections : mapping
        Name of a section (:data:`SECTIONS`) -> its blocks.
    lang : str
        Language that the blocks are written in.
    meta : mapping
        What stands beneath the title: name -> text.
    """

    title: str
    sections: Mapping[str, Sequence[Block]]
    lang: Language
    meta: Mapping[str, str]

    def blocks(self) -> list[Block]:
        """All blocks in order; each section begins with one heading of the second level and has no other.

        Raises
        ------
        KeyError
            If a section is unknown.
        """
        if unknown := self.sections.keys() - set(SECTIONS):
            raise KeyError(f"no section is called {', '.join(sorted(unknown))}")
        told = (name for name in SECTIONS if name in self.sections)
        return [block for name in told for block in self._section(name, self.sections[name])]

    def _section(self, name: str, blocks: Sequence[Block]) -> Iterable[Block]:
        first = blocks[0] if blocks and name not in _NAMED else None
        if isinstance(first, Heading):
            blocks = blocks[1:]
        yield Heading(first.text if isinstance(first, Heading) else say(f"section.{name}", self.lang))
        # A topic that has several headings of the second level in the terminal is one section here.
        lower = any(isinstance(block, Heading) and block.level == 2 for block in blocks)
        for block in blocks:
            yield replace(block, level=block.level + lower) if isinstance(block, Heading) else block

    def html(self) -> str:
        """The report as one self-contained page."""
        from .report_page import html

        return html(self.title, self.blocks(), self.lang, self.meta)

    def markdown(self) -> str:
        """The report as Markdown."""
        from .report_markdown import markdown

        return markdown(self.title, self.blocks(), self.meta)
