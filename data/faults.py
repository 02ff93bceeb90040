"""Faults of claims: where, what is wrong, and how to mend it, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ..ontology.language import Language
from .messages import MESSAGES, PIECES

__all__ = ["ClaimsError", "Fault", "Value", "display"]

Value = str | int | tuple[str, ...]

SHOWN = 60
"""Longest piece of a cell that a message repeats, in characters."""


def display(text: str) -> str:
    r"""Text of a cell as a message may show it: cut short, hidden characters spelled out.

    Examples
    --------
    >>> display("a\u202eb")
    'a<U+202E>b'
    """
    shown = text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
    return "".join(letter if letter.isprintable() else f"<U+{ord(letter):04X}>" for letter in shown)


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in a directory of claims.

    Attributes
    ----------
    file : str
        Name of the file within the directory.
    line : int
        Physical line, counted from 1; a row is at the line on which it begins.
    column : str
        Name of the column; ``-`` where the fault concerns the whole line or file.
    code : str
        Stable name of the kind of fault, a key of ``definer.data.messages.MESSAGES``.
    context : mapping
        What the message needs to know.
    """

    file: str
    line: int
    column: str
    code: str
    context: Mapping[str, Value] = field(default_factory=dict, hash=False)

    @property
    def order(self) -> tuple[str, int, str, str, str]:
        """Sort key: file, line, column, then code and context."""
        return (self.file, self.line, self.column, self.code, repr(sorted(self.context.items())))

    def place(self, lang: Language) -> str:  # noqa: ARG002
        """``file:line: column``, as messages begin; a whole directory has no line.

        Parameters
        ----------
        lang : {"en", "zh"}
            Language of words, where there are any.
        """
        if self.code == "no_claims":
            return display(self.file)
        return f"{display(self.file)}:{self.line}: {display(self.column)}"

    def message(self, lang: Language = "en") -> str:
        """``file:line: column: what is wrong: how to mend it``.

        Parameters
        ----------
        lang : {"en", "zh"}
            Language of the last two parts.
        """
        wrong, mend = MESSAGES[self.code][lang]
        shown = {name: _show(name, value, lang) for name, value in self.context.items()}
        shown.setdefault("maybe", "")
        if "encoding" in shown:  # "GB18030 (GBK)": the name that converters know comes first
            shown["codec"] = shown["encoding"].partition(" ")[0]
        return f"{self.place(lang)}: {wrong.format_map(shown)}: {mend.format_map(shown)}"


def _show(name: str, value: Value, lang: Language) -> str:
    if name == "maybe":  # suggestions: nothing at all where there are none
        texts = [display(text) for text in value] if isinstance(value, tuple) else []
        return PIECES["maybe"][lang].format(PIECES["or"][lang].join(texts)) if texts else ""
    if isinstance(value, tuple):
        return ("、" if lang == "zh" else ", ").join(display(text) for text in value)
    return str(value) if isinstance(value, int) else display(value)


class ClaimsError(Exception):
    """Claims that cannot be used, with every fault found in them.

    Attributes
    ----------
    faults : tuple of Fault
        All faults, sorted by file, line and column.
    """

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(fault.message() for fault in self.faults))
