"""``definer network``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..messages import say
from .options import HELP_LANGUAGE, AsOf, ClaimsOption, Lang, StoreOption, check_target, console, open_graph

__all__ = ["network"]


def network(
    output: Annotated[
        Path,
        typer.Option("--output", "-o", metavar="FILE", dir_okay=False, help=say("opt.file", HELP_LANGUAGE)),
    ],
    as_of: AsOf = None,
    claims: ClaimsOption = None,
    store: StoreOption = None,
    lang: Lang = HELP_LANGUAGE,
) -> None:
    """Write the network page."""
    check_target(output)
    kg = open_graph(claims, store)
    kg.network(as_of, lang).save(output)
    console(stderr=True).print(say("done.wrote", lang, path=output))
