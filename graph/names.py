"""Names of what a graph holds, and what to say when nothing has the name that was asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import ClassVar, TypeAlias

from .errors import GraphError

__all__ = [
    "NodeName",
    "UnknownFirmError",
    "UnknownNameError",
    "UnknownParadigmError",
    "UnknownQueryError",
    "find_id",
    "nearest",
]


@dataclass(frozen=True, slots=True)
class NodeName:
    """Names of an organization, paradigm or query, and whether it is a company (only companies are ranked)."""

    en: str
    zh: str
    company: bool = True
    aliases: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        """Every name, the preferred ones first."""
        return (self.en, self.zh, *self.aliases)


_ErrorOf: TypeAlias = "Callable[[str, tuple[tuple[str, NodeName], ...]], UnknownNameError]"

_FEW = 12
"""Names, at most, that are all told where none is near."""


class UnknownNameError(GraphError, LookupError):
    """Nothing has that id or name.

    Attributes
    ----------
    text : str
        What was asked for.
    suggestions : tuple of (str, NodeName)
        The nearest ids with their names, best first; may be empty.

    Parameters
    ----------
    what : tuple of str, optional
        What it would have been, in English and Chinese, where the class does not say so.
    """

    exit_code = 2
    _what: ClassVar[tuple[str, str]] = ("name", "名称")
    _more: ClassVar[tuple[str, str]] = ("", "")

    def __init__(
        self,
        text: str,
        suggestions: tuple[tuple[str, NodeName], ...] = (),
        *,
        what: tuple[str, str] | None = None,
    ) -> None:
        kind = what or self._what
        self.text = text
        self.suggestions = suggestions
        near = ", ".join(key if name.en == key else f"{key} ({name.en})" for key, name in suggestions)
        near_zh = "、".join(key if name.zh == key else f"{key}（{name.zh}）" for key, name in suggestions)
        super().__init__(
            f'no {kind[0]} "{text}"' + (f"; did you mean {near}?" if near else "") + self._more[0],
            f"没有名为“{text}”的{kind[1]}" + (f"；是否指：{near_zh}？" if near_zh else "。") + self._more[1],
        )


class UnknownFirmError(UnknownNameError):
    """No organization has that id or name."""

    _what: ClassVar[tuple[str, str]] = ("organization", "机构")


class UnknownParadigmError(UnknownNameError):
    """No paradigm has that id or name."""

    _what: ClassVar[tuple[str, str]] = ("paradigm", "范式")


class UnknownQueryError(UnknownNameError):
    """No named query has that name."""

    _what: ClassVar[tuple[str, str]] = ("query", "查询")
    _more: ClassVar[tuple[str, str]] = (" (all: definer query --list)", "（全部查询：definer query --list）")


def nearest(text: str, names: Mapping[str, NodeName], n: int = 3) -> tuple[tuple[str, NodeName], ...]:
    """Ids whose id, name or alias is nearest to `text` in either language, best first.

    A name that contains `text` (or is contained in it) counts as near: Chinese names are too short for edit
    distance.
    """
    wanted = _fold(text)
    owners: dict[str, str] = {}
    for key in sorted(names, reverse=True):  # of two owners of one spelling the first id wins
        owners.update((_fold(form), key) for form in (*names[key].all, key))
    forms = sorted(owners, key=lambda form: (abs(len(form) - len(wanted)), form))
    contained = [form for form in forms if _overlap(form, wanted) or _overlap(wanted, form, least=1)]
    close = get_close_matches(wanted, sorted(owners), n=3 * n, cutoff=0.6)
    keys = dict.fromkeys(owners[form] for form in (*contained[:n], *close))
    return tuple((key, names[key]) for key in list(keys)[:n])


def find_id(text: str, names: Mapping[str, NodeName], error: _ErrorOf) -> str:
    """Id of what is called `text`: by id, else by a name or alias in either language that only one bears.

    Raises
    ------
    UnknownNameError
        The `error` given, with the nearest names (or with all who bear the name, if several do).
    """
    if text in names:
        return text
    wanted = _fold(text)
    bearers = [key for key in sorted(names) if wanted in {_fold(form) for form in (key, *names[key].all)}]
    if len(bearers) == 1:
        return bearers[0]
    near = tuple((key, names[key]) for key in bearers) or nearest(text, names)
    # Where nothing is near, a short list is the best help.
    few = tuple((key, names[key]) for key in sorted(names)) if len(names) <= _FEW else ()
    raise error(text, near or few)


def _fold(text: str) -> str:
    return " ".join(text.casefold().replace("_", " ").split())


def _overlap(part: str, whole: str, least: int = 2) -> bool:
    """Whether `part` tells `whole`: `least` characters of Chinese do, three Latin letters do not."""
    return len(part) >= (least if part[:1] > "\u2e80" else 4) and part in whole
