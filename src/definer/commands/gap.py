"""``definer gap``."""

from __future__ import annotations

from typing import Annotated

import typer

from ..messages import say
from .options import (
    HELP_LANGUAGE,
    AsOf,
    ClaimsOption,
    JsonOption,
    Lang,
    SeedOption,
    StoreOption,
    console,
    open_graph,
    print_json,
)

__all__ = ["gap"]


def gap(
    first: Annotated[str, typer.Argument(metavar="A", help=say("arg.gap_country", HELP_LANGUAGE))],
    second: Annotated[str, typer.Argument(metavar="B", help=say("arg.gap_other", HELP_LANGUAGE))],
    as_of: AsOf = None,
    draws: Annotated[int, typer.Option("--draws", min=1, max=20_000, help=say("opt.gap_draws", HELP_LANGUAGE))] = 999,
    seed: SeedOption = 0,
    claims: ClaimsOption = None,
    store: StoreOption = None,
    json: JsonOption = False,
    lang: Lang = HELP_LANGUAGE,
) -> None:
    """Decompose the gap in value between two countries' firms."""
    document = open_graph(claims, store).gap(first, second, as_of, draws=draws, seed=seed).to_dict()
    if json:
        print_json(document)
        return
    from ..viz.gap_text import gap_blocks
    from .blocks_text import print_blocks

    print_blocks(console(), gap_blocks(document, lang))
