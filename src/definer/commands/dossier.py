"""``definer dossier``: the whole analysis in one file, or served on this machine."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..messages import say
from .options import (
    HELP_LANGUAGE,
    AsOf,
    ClaimsOption,
    Lang,
    StoreOption,
    check_target,
    chosen_paradigms,
    console,
    open_graph,
)
from .report import progress

if TYPE_CHECKING:
    from ..ontology.language import Language
    from ..viz.dossier import DossierPage

__all__ = ["dossier"]


def dossier(
    output: Annotated[
        Path,
        typer.Option("--output", "-o", metavar="FILE", dir_okay=False, help=say("opt.file", HELP_LANGUAGE)),
    ] = Path("dossier.html"),
    as_of: AsOf = None,
    serve: Annotated[bool, typer.Option("--serve", help=say("opt.serve", HELP_LANGUAGE))] = False,
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help=say("opt.port", HELP_LANGUAGE))] = 8765,
    claims: ClaimsOption = None,
    store: StoreOption = None,
    lang: Lang = HELP_LANGUAGE,
) -> None:
    """Write the dossier, or serve it."""
    if serve:
        _serve(port, as_of, claims, store, lang)
        return
    check_target(output)
    page = _page(as_of, claims, store, lang, whole=False)
    page.save(output)
    shown = console(stderr=True)
    shown.print(say("done.wrote", lang, path=output))
    if page.left_out:
        shown.print(say("dossier.left_out", lang), style="bold")
        for omission in page.left_out:
            what, why = (texts[lang == "zh"] for texts in (omission.what, omission.why))
            shown.print(say("dossier.left_out.one", lang, what=what, why=why))
        shown.print(say("dossier.left_out.serve", lang))


def _page(as_of: str | None, claims: Path | None, store: Path | None, lang: Language, *, whole: bool) -> DossierPage:
    from ..aside import Aside
    from ..dossier import PARTS, tell
    from ..job import Job

    with progress(("read", *(part.name for part in PARTS), "files"), lang) as step, Aside() as aside:
        step("read")
        kg = open_graph(claims, store, aside.feed)
        chosen_paradigms(kg, None)
        page = tell(Job(kg, as_of or kg.as_of, lang), step, whole=whole, aside=aside)
        step("files")
        page.prepare(served=whole)
    return page


def _serve(port: int, as_of: str | None, claims: Path | None, store: Path | None, lang: Language) -> None:
    from ..viz.dossier.server import Server

    # A port that is taken and a package that is missing are told before the analysis is made.
    with Server(port) as server:
        page = _page(as_of, claims, store, lang, whole=True)
        console(stderr=True).print(say("dossier.served", lang))
        server.run(page, ready=typer.echo)
