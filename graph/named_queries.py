"""Questions that analysts ask, each a file of ``queries/``: a title in English and Chinese, parameters, SPARQL.

The header of a file::

    # title-en: Who depends on a provider, for what, and how much?
    # title-zh: 谁依赖某一提供方、依赖什么、程度如何？
    # param provider=id:org/nvidia (whose dependents)
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ..ontology.language import Language
from .names import NodeName, UnknownQueryError, nearest
from .parameters import Parameter, parameters
from .query_ids import find_ids

if TYPE_CHECKING:
    from .answer import Answer
    from .store import Store

__all__ = ["NamedQuery", "ask", "find_query", "named_queries", "run"]

_TITLE = re.compile(r"^# title-(en|zh): (.+)$", re.MULTILINE)
_NAME = re.compile(r"[\w.\-]+\Z")


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A question with its name, titles and SPARQL."""

    name: str
    title_en: str
    title_zh: str
    text: str

    @property
    def params(self) -> tuple[Parameter, ...]:
        """What can be asked differently, with defaults."""
        return parameters(self.text)

    def title(self, lang: Language) -> str:
        """Give the question in a language."""
        return self.title_zh if lang == "zh" else self.title_en


@cache
def named_queries() -> tuple[NamedQuery, ...]:
    """All questions, by name.

    Raises
    ------
    ValueError
        A file lacks a title.
    """
    return tuple(_read(path) for path in sorted((Path(__file__).parent / "queries").glob("*.rq")))


def find_query(name: str) -> NamedQuery:
    """Find a question by its name.

    Raises
    ------
    UnknownQueryError
        There is none; the error names the nearest.
    """
    found = {query.name: query for query in named_queries()}
    if name not in found:
        titles = {query.name: NodeName(query.title_en, query.title_zh) for query in found.values()}
        # Titles help to find what was meant, but three of them are a page.
        raise UnknownQueryError(name, tuple((key, NodeName(key, key)) for key, _ in nearest(name, titles)))
    return found[name]


def run(
    store: Store, question: str, params: Mapping[str, object] | None = None, lang: Language | None = None
) -> Answer:
    """Answer a named question, or SPARQL text.

    Parameters
    ----------
    store : Store
        What to ask.
    question : str
        Name of a question (one word), or SPARQL.
    params : mapping, optional
        Parameter -> value.
    lang : str, optional
        Language of names, for a question that has the parameter ``lang`` and is not given it.

    Raises
    ------
    UnknownNameError
        One word that is no question's name, or a parameter that names a thing that the store does not hold.
    QueryError
        See :meth:`.Store.query`.
    """
    return ask(store, find_query(question).text if _NAME.match(question) else question, params, lang)


def ask(store: Store, text: str, params: Mapping[str, object] | None = None, lang: Language | None = None) -> Answer:
    """Answer SPARQL text, which is never taken for the name of a question.

    Parameters
    ----------
    store : Store
        What to ask.
    text : str
        SPARQL.
    params : mapping, optional
        Parameter -> value. A parameter that asks for a thing also takes its name or alias in either language.
    lang : str, optional
        Language of names, for a text that has the parameter ``lang`` and is not given it.

    Raises
    ------
    UnknownNameError
        A parameter names a thing that the store does not hold.
    QueryError
        See :meth:`.Store.query`.
    """
    values = find_ids(store, text, params or {})
    if lang is not None and any(parameter.name == "lang" for parameter in parameters(text)):
        values.setdefault("lang", lang)
    return store.query(text, values)


def _read(path: Path) -> NamedQuery:
    text = path.read_text(encoding="utf-8")
    titles = dict(_TITLE.findall(text))
    if set(titles) != {"en", "zh"}:
        raise ValueError(f"{path.name}: the header needs title-en and title-zh")
    return NamedQuery(path.stem, titles["en"].strip(), titles["zh"].strip(), text)
