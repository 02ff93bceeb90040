"""``definer add-tie``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..messages import say
from .options import HELP_LANGUAGE, JsonOption, Lang, console, print_json

if TYPE_CHECKING:
    from ..data.edit import Added, Written
    from ..ontology.language import Language

__all__ = ["add_tie"]


def _help(key: str) -> str:
    return say(f"opt.{key}", HELP_LANGUAGE)


def add_tie(
    claims: Annotated[
        Path, typer.Option("--claims", metavar="DIR", exists=True, file_okay=False, help=_help("add_claims"))
    ],
    dependent: Annotated[str, typer.Option("--dependent", metavar="FIRM", help=_help("dependent"))],
    slot: Annotated[str, typer.Option("--slot", metavar="SLOT", help=_help("slot"))],
    provider: Annotated[str, typer.Option("--provider", metavar="FIRM", help=_help("provider"))],
    start: Annotated[str, typer.Option("--start", metavar="DATE", help=_help("start"))],
    end: Annotated[str | None, typer.Option("--end", metavar="DATE", help=_help("end"))] = None,
    share: Annotated[str | None, typer.Option("--share", metavar="LOW-HIGH", help=_help("share"))] = None,
    basis: Annotated[str | None, typer.Option("--basis", metavar="WORD", help=_help("basis"))] = None,
    share_date: Annotated[str | None, typer.Option("--share-date", metavar="DATE", help=_help("share_date"))] = None,
    kind: Annotated[str | None, typer.Option("--kind", metavar="WORD", help=_help("kind"))] = None,
    criticality: Annotated[str | None, typer.Option("--criticality", metavar="C", help=_help("criticality"))] = None,
    revocability: Annotated[str | None, typer.Option("--revocability", metavar="R", help=_help("revocability"))] = None,
    closed: Annotated[bool, typer.Option("--closed", help=_help("closed"))] = False,
    round_trip: Annotated[bool, typer.Option("--round-trip", help=_help("round_trip"))] = False,
    source: Annotated[list[str] | None, typer.Option("--source", metavar="ID", help=_help("source"))] = None,
    quote: Annotated[str | None, typer.Option("--quote", metavar="TEXT", help=_help("quote"))] = None,
    locator: Annotated[str | None, typer.Option("--locator", metavar="TEXT", help=_help("locator"))] = None,
    fields: Annotated[list[str] | None, typer.Option("--fields", metavar="WORDS", help=_help("fields"))] = None,
    confidence: Annotated[str | None, typer.Option("--confidence", metavar="G", help=_help("confidence"))] = None,
    note: Annotated[str | None, typer.Option("--note", metavar="TEXT", help=_help("note"))] = None,
    tie_id: Annotated[str | None, typer.Option("--id", metavar="ID", help=_help("id"))] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=_help("dry_run"))] = False,
    json: JsonOption = False,
    lang: Lang = HELP_LANGUAGE,
) -> None:
    """Print the row as it was written; refuse what would put the claims at fault."""
    from ..data import edit

    try:
        added = edit.add_tie(
            claims,
            dependent=dependent,
            slot=slot,
            provider=provider,
            start=start,
            end=end,
            share=share,
            basis=basis,
            share_date=share_date,
            kind=kind,
            criticality=criticality,
            revocability=revocability,
            closed=closed,
            round_trip=round_trip,
            sources=source or (),
            quote=quote,
            locator=locator,
            fields=fields or (),
            confidence=confidence,
            note=note,
            tie_id=tie_id,
            dry_run=dry_run,
        )
    except edit.EditError as refusal:
        typer.echo(refusal.message(lang), err=True)
        raise typer.Exit(refusal.exit_code) from None
    if json:
        print_json(_document(added, lang))
        return
    for row in (added, *added.evidence):
        _print(row, lang, dry_run=dry_run)
    for warning in added.warnings:
        typer.echo(say("validate.warning", lang) + warning.message(lang), err=True)


def _print(written: Written, lang: Language, *, dry_run: bool) -> None:
    """Print where a row stands, and its cells one a line; long ones go on under their beginning."""
    from rich.text import Text

    from ..graph.page import plain

    out = console()
    place = f"{plain(written.file)}:{written.line}"
    out.print(say("add.would" if dry_run else "add.wrote", lang, place=place))
    for name, value in written.row.items():
        entry = Text(say("add.entry", lang, name=name, value=plain(value)))
        for number, line in enumerate(entry.wrap(out, out.width - 4) if value else ()):
            line.rstrip()
            out.print(Text("    " if number else "  ").append(line))


def _document(added: Added, lang: Language) -> dict[str, object]:
    return {
        **added.to_dict(),
        "evidence": [one.to_dict() for one in added.evidence],
        "warnings": [
            {"file": one.file, "line": one.line, "column": one.column, "code": one.code, "message": one.message(lang)}
            for one in added.warnings
        ],
    }
