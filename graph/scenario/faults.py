"""What is wrong with a scenario: file, line, field, the fault, and how to mend it, in English and Chinese."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from dataclasses import field as field_of
from difflib import get_close_matches

from ...ontology.language import Language
from ..errors import GraphError
from ..page import plain
from .fault_words import FAULTS, MAYBE

__all__ = ["ScenarioError", "ScenarioFault", "shown", "similar"]

_LONGEST = 60
"""Longest piece of a file that a message repeats, in characters."""


def shown(value: object) -> str:
    """Piece of a file as a message may show it: cut short, control characters spelled out."""
    text = plain(str(value))
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def similar(text: str, words: Iterable[str], n: int = 3) -> tuple[str, ...]:
    """Words that are spelled alike, the nearest first."""
    return tuple(get_close_matches(text, sorted(set(words)), n=n, cutoff=0.6))


@dataclass(frozen=True, slots=True)
class ScenarioFault:
    """One thing wrong in a scenario.

    Attributes
    ----------
    file : str
        Name of the file, or of what stands for it.
    line : int
        Counted from 1; 0 where there is no line.
    field : str
        Path of the field, such as ``operations[0].share``; ``-`` for the whole file.
    code : str
        Key of :data:`definer.graph.scenario.fault_words.FAULTS`.
    context : mapping
        What the message needs to know; values are shown, never obeyed.
    near : tuple of str
        What may have been meant.
    """

    file: str
    line: int
    field: str
    code: str
    context: Mapping[str, object] = field_of(default_factory=dict, hash=False)
    near: tuple[str, ...] = ()

    def message(self, lang: Language) -> str:
        """``file:line: field: what is wrong: how to mend it``."""
        words = FAULTS[self.code][lang == "zh"]
        # Names of fields and operations are our own: a list of them is never cut.
        text = words.format_map(
            {key: plain(str(value)) if key == "known" else shown(value) for key, value in self.context.items()}
        )
        if self.near:
            separator = "、" if lang == "zh" else ", "
            text += MAYBE[lang == "zh"].format(near=separator.join(shown(name) for name in self.near))
        place = f"{shown(self.file)}:{self.line}" if self.line else shown(self.file)
        return f"{place}: {shown(self.field)}: {text}"


class ScenarioError(GraphError):
    """A scenario that cannot be used, with every fault found in it.

    Attributes
    ----------
    faults : tuple of ScenarioFault
        In the order of the file.
    """

    def __init__(self, faults: Iterable[ScenarioFault]) -> None:
        self.faults = tuple(faults)
        super().__init__(*("\n".join(fault.message(lang) for fault in self.faults) for lang in ("en", "zh")))
