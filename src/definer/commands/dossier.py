"""``definer dossier``: the whole analysis in one file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

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

__all__ = ["dossier"]


def dossier(
    output: Annotated[
        Path,
        typer.Option("--output", "-o", metavar="FILE", dir_okay=False, help=say("opt.file", HELP_LANGUAGE)),
    ] = Path("dossier.html"),
    as_of: AsOf = None,
    claims: ClaimsOption = None,
    store: StoreOption = None,
    lang: Lang = HELP_LANGUAGE,
) -> None:
    """Write the dossier."""
    check_target(output)
    from ..dossier import CURVES, PARTS, tell
    from ..job import Job

    with progress(("read", *(part.name for part in PARTS), "files"), lang) as step:
        step("read")
        kg = open_graph(claims, store)
        chosen_paradigms(kg, None)
        page = tell(Job(kg, as_of or kg.as_of, lang, curves=CURVES), step)
        step("files")
        page.save(output)
    console(stderr=True).print(say("done.wrote", lang, path=output))
