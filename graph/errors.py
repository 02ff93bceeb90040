"""Errors that a person can mend: each says in both languages what is wrong and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..ontology.language import Language

__all__ = ["GraphError"]


class GraphError(Exception):
    """Something about a store, a query or an argument that its user can mend.

    Parameters
    ----------
    en, zh : str
        What is wrong and how to mend it.
    """

    exit_code = 1
    """Exit code of a command that ends with it: 1 the input is at fault, 2 the call is."""

    def __init__(self, en: str, zh: str) -> None:
        super().__init__(en)
        self._zh = zh

    def message(self, lang: Language) -> str:
        """The words in the language."""
        return self._zh if lang == "zh" else str(self)
