"""Options that several commands share, and how they open the graph and print."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from ..messages import say
from ..ontology.language import Language, preferred_language

if TYPE_CHECKING:
    from rich.console import Console

    from ..knowledge import KnowledgeGraph

__all__ = [
    "HELP_LANGUAGE",
    "AsOf",
    "ClaimsOption",
    "DrawsOption",
    "EvidenceOption",
    "JsonOption",
    "KnownBy",
    "Lang",
    "ParadigmOption",
    "SeedOption",
    "StoreOption",
    "UsageError",
    "chosen_paradigms",
    "console",
    "open_graph",
    "print_json",
]

HELP_LANGUAGE: Language = preferred_language()
"""Language of the help texts, which are fixed when the commands are declared."""

# What typer raises for a wrong call: exit code 2, the words after "Error:".
UsageError = typer.BadParameter


def _date(text: str | None) -> str | None:
    if text is None:
        return None
    from pydantic import TypeAdapter, ValidationError

    from ..ontology.values import When

    try:
        return str(TypeAdapter(When).validate_python(text))
    except ValidationError:
        raise UsageError(say("err.date", HELP_LANGUAGE, text=text)) from None


def _help(key: str) -> str:
    return say(key, HELP_LANGUAGE)


Lang = Annotated[Language, typer.Option("--lang", help=_help("opt.lang"), envvar="DEFINER_LANG")]
JsonOption = Annotated[bool, typer.Option("--json", help=_help("opt.json"))]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DATE", callback=_date, help=_help("opt.as_of"))]
KnownBy = Annotated[str | None, typer.Option("--known-by", metavar="DATE", callback=_date, help=_help("opt.known_by"))]
ParadigmOption = Annotated[str | None, typer.Option("--paradigm", "-p", metavar="P", help=_help("opt.paradigm"))]
EvidenceOption = Annotated[Literal["all", "sourced"], typer.Option("--evidence", help=_help("opt.evidence"))]
DrawsOption = Annotated[int, typer.Option("--draws", min=0, max=20_000, help=_help("opt.draws"))]
SeedOption = Annotated[int, typer.Option("--seed", min=0, help=_help("opt.seed"))]
ClaimsOption = Annotated[
    Path | None,
    typer.Option("--claims", metavar="DIR", exists=True, file_okay=False, help=_help("opt.claims")),
]
StoreOption = Annotated[Path | None, typer.Option("--store", metavar="PATH", exists=True, help=_help("opt.store"))]


def open_graph(claims: Path | None, store: Path | None) -> KnowledgeGraph:
    """Open what the options name; the shipped claims where they name nothing."""
    from .. import open as open_knowledge_graph

    if claims is not None and store is not None:
        raise UsageError(say("err.both", HELP_LANGUAGE))
    return open_knowledge_graph(claims, store=store)


def chosen_paradigms(kg: KnowledgeGraph, paradigm: str | None) -> tuple[str, ...]:
    """The paradigm asked for; without one, all that the graph holds.

    Raises
    ------
    GraphError
        If it holds none: an empty answer would look like a finding.
    """
    from ..graph.errors import GraphError

    chosen = (paradigm,) if paradigm else kg.paradigms
    if not chosen:
        raise GraphError(say("err.no_paradigms", "en"), say("err.no_paradigms", "zh"))
    return chosen


def print_json(answer: object) -> None:
    """Print an answer as JSON; a NaN would be a fault of ours, and raises."""
    sys.stdout.write(json.dumps(answer, ensure_ascii=False, indent=2, allow_nan=False) + "\n")


def console(*, stderr: bool = False) -> Console:
    """Console that prints text as it is: what data holds is never taken for markup."""
    from rich.console import Console

    return Console(stderr=stderr, markup=False, highlight=False, emoji=False, soft_wrap=False)
