"""``definer dyads``."""

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

__all__ = ["dyads"]


def dyads(
    as_of: AsOf = None,
    permutations: Annotated[
        int, typer.Option("--permutations", min=0, max=100_000, help=say("opt.relabellings", HELP_LANGUAGE))
    ] = 4_999,
    seed: SeedOption = 20251115,
    claims: ClaimsOption = None,
    store: StoreOption = None,
    json: JsonOption = False,
    lang: Lang = HELP_LANGUAGE,
) -> None:
    """Regress differences of premium between firms on their ties."""
    document = open_graph(claims, store).dyads(as_of, permutations=permutations, seed=seed).to_dict()
    if json:
        print_json(document)
        return
    from ..viz.dyads_text import dyads_blocks
    from .blocks_text import print_blocks

    print_blocks(console(), dyads_blocks(document, lang))
