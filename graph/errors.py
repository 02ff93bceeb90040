"""Errors that a person can mend: each says in both languages what is wrong and what to do."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..ontology.language import Language

__all__ = ["GraphError", "UnknownNameError", "nearest"]


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


class UnknownNameError(GraphError, LookupError):
    """A firm, paradigm or query that is not there, with the nearest names that are."""

    exit_code = 2

    def __init__(self, kind_en: str, kind_zh: str, name: str, suggestions: tuple[str, ...]) -> None:
        self.name, self.suggestions = name, suggestions
        en = f"; did you mean {', '.join(suggestions)}?" if suggestions else ""
        zh = f";是否指 {'、'.join(suggestions)}?" if suggestions else ""
        super().__init__(f"unknown {kind_en}: {name}{en}", f"未知{kind_zh}:{name}{zh}")


def nearest(name: str, labels: Mapping[str, str], n: int = 3) -> tuple[str, ...]:
    """Ids whose label or id is nearest to `name`.

    Parameters
    ----------
    name : str
        What was asked for.
    labels : mapping
        Label (an id, a name in any language) -> id.
    n : int
        How many at most.

    Examples
    --------
    >>> nearest("microsft", {"microsoft": "microsoft", "微软": "microsoft", "catl": "catl"})
    ('microsoft',)
    """
    folded = {label.casefold(): key for label, key in labels.items()}
    wanted = name.casefold()
    found = [folded[label] for label in get_close_matches(wanted, folded, n=2 * n, cutoff=0.6)]
    found += sorted(key for label, key in folded.items() if wanted and wanted in label)
    return tuple(dict.fromkeys(found))[:n]
