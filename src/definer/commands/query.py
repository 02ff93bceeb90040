"""``definer query``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from ..messages import say
from ..ontology.language import Language
from .options import HELP_LANGUAGE, ClaimsOption, Lang, StoreOption, console, open_graph

if TYPE_CHECKING:
    from ..graph.answer import Answer

__all__ = ["query"]

Form = Literal["table", "csv", "tsv", "json", "xml", "ttl"]


def query(
    question: Annotated[
        str | None, typer.Argument(metavar="NAME|FILE.rq", help=say("arg.query", HELP_LANGUAGE))
    ] = None,
    expression: Annotated[
        str | None, typer.Option("-e", metavar="TEXT", help=say("opt.expression", HELP_LANGUAGE))
    ] = None,
    parameters: Annotated[
        list[str] | None, typer.Option("--param", metavar="K=V", help=say("opt.param", HELP_LANGUAGE))
    ] = None,
    form: Annotated[Form, typer.Option("--format", help=say("opt.format", HELP_LANGUAGE))] = "table",
    listing: Annotated[bool, typer.Option("--list", help=say("opt.list", HELP_LANGUAGE))] = False,
    claims: ClaimsOption = None,
    store: StoreOption = None,
    lang: Lang = HELP_LANGUAGE,
) -> None:
    """Answer a question."""
    if listing:
        _list(lang)
        return
    if (question is None) == (expression is None):
        raise typer.BadParameter(say("err.query", lang))
    from ..graph.named_queries import ask, find_query

    values = dict(_parameter(text, lang) for text in parameters or ())
    if question is not None:
        text = _read(question, lang) if question.endswith((".rq", ".sparql")) else find_query(question).text
    else:
        text = expression or ""
    kg = open_graph(claims, store)
    _print(ask(kg.store, text, values, lang), form, lang)


def _parameter(text: str, lang: Language) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name:
        raise typer.BadParameter(say("err.param", lang, text=text))
    return name, value


def _read(path: str, lang: Language) -> str:
    try:
        return Path(path).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise typer.BadParameter(say("err.query_text", lang, path=path)) from None


def _print(answer: Answer, form: Form, lang: Language) -> None:
    text = answer.to(form, lang=lang, width=console().width)
    sys.stdout.write(text if text.endswith("\n") else text + "\n")


def _list(lang: Language) -> None:
    from rich.table import Table

    from ..graph.named_queries import named_queries

    table = Table(box=None, pad_edge=False)
    table.add_column(say("col.query", lang), no_wrap=True)
    table.add_column(say("col.question", lang), overflow="fold")
    for named in named_queries():
        table.add_row(named.name, named.title(lang))
    console().print(table)
