"""Options that several commands share, and how they open the graph and print."""

from __future__ import annotations

import errno
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from ..messages import say
from ..ontology.language import Language, preferred_language

if TYPE_CHECKING:
    from collections.abc import Callable

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
    "check_target",
    "checked_date",
    "chosen_paradigms",
    "console",
    "open_graph",
    "print_json",
]

HELP_LANGUAGE: Language = preferred_language()
"""Language of the help texts, which are fixed when the commands are declared."""

# What typer raises for a wrong call: exit code 2, the words after "Error:".
UsageError = typer.BadParameter


def checked_date(text: str | None) -> str | None:
    """Date of an option as the graph writes it; what is none is a wrong call."""
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
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DATE", callback=checked_date, help=_help("opt.as_of"))]
KnownBy = Annotated[
    str | None, typer.Option("--known-by", metavar="DATE", callback=checked_date, help=_help("opt.known_by"))
]
ParadigmOption = Annotated[str | None, typer.Option("--paradigm", "-p", metavar="P", help=_help("opt.paradigm"))]
EvidenceOption = Annotated[Literal["all", "sourced"], typer.Option("--evidence", help=_help("opt.evidence"))]
DrawsOption = Annotated[int, typer.Option("--draws", min=0, max=20_000, help=_help("opt.draws"))]
SeedOption = Annotated[int, typer.Option("--seed", min=0, help=_help("opt.seed"))]
ClaimsOption = Annotated[
    Path | None,
    typer.Option("--claims", metavar="DIR", exists=True, file_okay=False, help=_help("opt.claims")),
]
StoreOption = Annotated[Path | None, typer.Option("--store", metavar="PATH", exists=True, help=_help("opt.store"))]


def open_graph(claims: Path | None, store: Path | None, tee: Callable[[bytes], object] | None = None) -> KnowledgeGraph:
    """Open what the options name; the shipped claims where they name nothing. `tee`: as for KnowledgeGraph.open."""
    from ..knowledge import KnowledgeGraph

    if claims is not None and store is not None:
        raise UsageError(say("err.both", HELP_LANGUAGE))
    return KnowledgeGraph.open(claims, store=store, tee=tee)


def check_target(path: Path | None) -> None:
    """See that a file can be written, before minutes are spent on what is to stand in it.

    Raises
    ------
    WriteError
        If its folder does not exist or lets nobody write, with the words that writing would end with.
    """
    from ..data.files import WriteError

    if path is None:
        return
    if not path.parent.is_dir():
        raise WriteError(path, FileNotFoundError(errno.ENOENT, "no such folder"), alone=True)
    if not os.access(path.parent, os.W_OK):
        raise WriteError(path, PermissionError(errno.EACCES, os.strerror(errno.EACCES)), alone=True)


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
