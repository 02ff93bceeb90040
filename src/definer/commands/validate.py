"""``definer validate``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..messages import say
from .options import HELP_LANGUAGE, JsonOption, Lang, print_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..data.faults import Fault
    from ..graph.store import Store
    from ..ontology.language import Language

__all__ = ["validate"]


def validate(
    target: Annotated[Path | None, typer.Argument(metavar="DIR|FILE", help=say("arg.target", HELP_LANGUAGE))] = None,
    shacl: Annotated[bool, typer.Option("--shacl", help=say("opt.shacl", HELP_LANGUAGE))] = False,
    strict: Annotated[bool, typer.Option("--strict", help=say("opt.strict", HELP_LANGUAGE))] = False,
    json: JsonOption = False,
    lang: Lang = HELP_LANGUAGE,
) -> None:
    """Print every fault, one a line, then what keeps sound claims from being a census."""
    from ..data.read import examine, shipped_claims
    from ..data.review import review
    from ..graph.store import Store

    chosen = target or shipped_claims()
    if chosen.is_file():
        _check_shapes(Store.from_rdf([chosen]), lang)
        return
    if not chosen.is_dir():
        raise typer.BadParameter(say("err.directory", lang, path=chosen))
    claims, faults = examine(chosen)
    warnings = review(claims) if claims else []
    if json:
        errors = [_document(fault, "error", lang) for fault in faults]
        print_json(errors + [_document(fault, "warning", lang) for fault in warnings])
    else:
        _print(faults, "", lang)
        _print(warnings, say("validate.warning", lang), lang)
    if claims is None:
        typer.echo(say("done.faults", lang, n=len(faults)), err=True)
        raise typer.Exit(1)
    typer.echo(say("done.valid", lang, n=sum(claims.counts.values()), kinds=len(claims.counts)), err=True)
    if warnings:
        typer.echo(say("done.warnings", lang, n=len(warnings)), err=True)
    if shacl:
        _check_shapes(Store.from_claims(claims), lang)
    if strict and warnings:
        raise typer.Exit(1)


def _print(faults: Sequence[Fault], mark: str, lang: Language) -> None:
    for fault in faults:
        typer.echo(mark + fault.message(lang))


def _document(fault: Fault, severity: str, lang: Language) -> dict[str, object]:
    return {
        "severity": severity,
        "file": fault.file,
        "line": fault.line,
        "column": fault.column,
        "code": fault.code,
        "message": fault.message(lang),
    }


def _check_shapes(store: Store, lang: Language) -> None:
    from ..ontology.validate import conforms

    findings = conforms(store.rdflib())
    for finding in findings:
        typer.echo(finding.message(lang))
    if any(finding.severity == "Violation" for finding in findings):
        typer.echo(say("done.faults", lang, n=len(findings)), err=True)
        raise typer.Exit(1)
    typer.echo(say("done.shacl", lang), err=True)
