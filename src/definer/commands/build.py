"""``definer build``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..messages import say
from .options import HELP_LANGUAGE, Lang, console

__all__ = ["build"]


def build(
    store: Annotated[Path, typer.Option("--store", metavar="PATH", help=say("opt.make", HELP_LANGUAGE))],
    directory: Annotated[
        Path | None,
        typer.Argument(metavar="DIR", exists=True, file_okay=False, help=say("arg.dir", HELP_LANGUAGE)),
    ] = None,
    lang: Lang = HELP_LANGUAGE,
) -> None:
    """Build aside, then swap in whole: an interrupted build leaves what was there."""
    from ..data.read import read_claims, shipped_claims
    from ..graph.store import Store

    made = Store.create(read_claims(directory or shipped_claims()), store)
    console(stderr=True).print(say("done.built", lang, path=store, quads=len(made)))
