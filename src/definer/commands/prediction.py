"""``definer prediction``."""

from __future__ import annotations

from typing import Annotated

import typer

from ..messages import say
from .options import (
    HELP_LANGUAGE,
    ClaimsOption,
    DrawsOption,
    JsonOption,
    Lang,
    SeedOption,
    StoreOption,
    console,
    open_graph,
    print_json,
)

__all__ = ["prediction"]

PermutationsOption = Annotated[
    int, typer.Option("--permutations", min=99, max=99_999, help=say("opt.path_permutations", HELP_LANGUAGE))
]


def prediction(
    permutations: PermutationsOption = 1999,
    draws: DrawsOption = 200,
    lead_lag: Annotated[bool, typer.Option("--lead-lag/--no-lead-lag", help=say("opt.lead_lag", HELP_LANGUAGE))] = True,
    rows: Annotated[bool, typer.Option("--rows", help=say("opt.panel_rows", HELP_LANGUAGE))] = False,
    seed: SeedOption = 0,
    claims: ClaimsOption = None,
    store: StoreOption = None,
    json: JsonOption = False,
    lang: Lang = HELP_LANGUAGE,
) -> None:
    """Say whether power leads price, or price power."""
    kg = open_graph(claims, store)
    if rows:
        print_json(kg.panel().records())
        return
    found = kg.prediction(permutations=permutations, seed=seed, draws=draws, lead_lag=lead_lag and draws > 0)
    document = found.to_dict()
    if json:
        print_json(document)
        return
    from ..viz.prediction_text import prediction_blocks
    from .blocks_text import print_blocks

    print_blocks(console(), prediction_blocks(document, lang))
