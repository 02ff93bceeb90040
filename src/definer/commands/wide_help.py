"""Help in Chinese that fits the terminal: the library counts characters, and a Chinese one takes two columns."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from typer.core import TyperCommand

__all__ = ["WideCommand"]


class _Formatter(TyperCommand.context_class.formatter_class):  # type: ignore[misc, name-defined]
    """The library's formatter, but for where it breaks lines."""

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write terms and what they mean, side by side."""
        from rich.cells import cell_len

        from .layout import paragraph

        listed = list(rows)
        first = min(max(cell_len(term) for term, _ in listed), col_max) + col_spacing
        margin = " " * self.current_indent
        for term, meaning in listed:
            lines = paragraph(meaning, max(self.width - first - self.current_indent, 10))
            if cell_len(term) > first - col_spacing:
                self.write(f"{margin}{term}\n")
                head = " " * first
            else:
                head = term + " " * (first - cell_len(term))
            for line in lines:
                self.write(f"{margin}{head}{line}".rstrip() + "\n")
                head = " " * first

    def write_text(self, text: str) -> None:
        """Write a paragraph."""
        from .layout import paragraph

        margin = " " * self.current_indent
        for line in paragraph(text, max(self.width - self.current_indent, 10)):
            self.write(f"{margin}{line}".rstrip() + "\n")


class _Context(TyperCommand.context_class):  # type: ignore[misc, valid-type]
    formatter_class = _Formatter


class WideCommand(TyperCommand):
    """A command whose help breaks its lines by columns."""

    context_class: Any = _Context
