"""``definer validate``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..messages import say
from .options import HELP_LANGUAGE, JsonOption, Lang, print_json

__all__ = ["validate"]


def validate(
    directory: Annotated[Path | None, typer.Argument(metavar="DIR", help=say("arg.dir", HELP_LANGUAGE))] = None,
    shacl: Annotated[bool, typer.Option("--shacl", help=say("opt.shacl", HELP_LANGUAGE))] = False,
    json: JsonOption = False,
    lang: Lang = HELP_LANGUAGE,
) -> None:
    """Print every fault, one a line."""
    from ..data.read import find_faults, read_claims, shipped_claims

    chosen = directory or shipped_claims()
    if not chosen.is_dir():
        raise typer.BadParameter(say("err.directory", lang, path=chosen))
    faults = find_faults(chosen)
    if json:
        print_json(
            [
                {
                    "file": fault.file,
                    "line": fault.line,
                    "column": fault.column,
                    "code": fault.code,
                    "message": fault.message(lang),
                }
                for fault in faults
            ]
        )
    else:
        for fault in faults:
            typer.echo(fault.message(lang))
    if faults:
        typer.echo(say("done.faults", lang, n=len(faults)), err=True)
        raise typer.Exit(1)
    claims = read_claims(chosen)
    typer.echo(say("done.valid", lang, n=sum(claims.counts.values()), kinds=len(claims.counts)), err=True)
    if shacl:
        from ..graph.store import Store
        from ..ontology.validate import conforms

        findings = conforms(Store.from_claims(claims).rdflib())
        for finding in findings:
            typer.echo(finding.message(lang))
        if findings:
            raise typer.Exit(1)
        typer.echo(say("done.shacl", lang), err=True)
