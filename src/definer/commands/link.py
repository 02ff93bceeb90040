"""``definer link``."""

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
    StoreOption,
    console,
    open_graph,
    print_json,
)

__all__ = ["link"]


def link(
    as_of: AsOf = None,
    permutations: Annotated[
        int | None,
        typer.Option("--permutations", min=99, max=1_000_000, help=say("opt.permutations", HELP_LANGUAGE)),
    ] = None,
    seed: Annotated[int | None, typer.Option("--seed", min=0, help=say("opt.link_seed", HELP_LANGUAGE))] = None,
    brief: Annotated[bool, typer.Option("--brief", help=say("opt.brief", HELP_LANGUAGE))] = False,
    claims: ClaimsOption = None,
    store: StoreOption = None,
    json: JsonOption = False,
    lang: Lang = HELP_LANGUAGE,
) -> None:
    """Estimate the registered specification of the link of premium and power."""
    kg = open_graph(claims, store)
    # The verdict asks how much of the specification curve lies above zero; its joint test it does not need.
    share = None if brief else kg.spec_curve(as_of, permutations=0).positive_share
    found = kg.link(as_of, permutations=permutations, seed=seed, sign_share=share, checks=not brief)
    document = found.to_dict()
    if json:
        print_json(document)
        return
    from ..viz.link_text import link_blocks, link_sentences
    from .blocks_text import print_blocks

    out = console()
    if brief:
        for sentence in link_sentences(document, lang):
            out.print(sentence)
        return
    print_blocks(out, link_blocks(document, lang))
