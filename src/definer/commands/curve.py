"""``definer curve``."""

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

__all__ = ["curve"]


def curve(
    as_of: AsOf = None,
    permutations: Annotated[
        int, typer.Option("--permutations", min=0, max=20_000, help=say("opt.curve_permutations", HELP_LANGUAGE))
    ] = 999,
    seed: SeedOption = 20251115,
    claims: ClaimsOption = None,
    store: StoreOption = None,
    json: JsonOption = False,
    lang: Lang = HELP_LANGUAGE,
) -> None:
    """Specification curve of the link."""
    document = open_graph(claims, store).spec_curve(as_of, permutations=permutations, seed=seed).to_dict()
    if json:
        print_json(document)
        return
    from ..viz.curve_text import curve_blocks
    from .blocks_text import print_blocks

    print_blocks(console(), curve_blocks(document, lang))
