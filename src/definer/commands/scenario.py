"""``definer scenario``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from ..messages import say
from .options import (
    HELP_LANGUAGE,
    AsOf,
    ClaimsOption,
    DrawsOption,
    JsonOption,
    Lang,
    SeedOption,
    StoreOption,
    UsageError,
    check_target,
    console,
    open_graph,
    print_json,
)

__all__ = ["scenario"]


def scenario(
    file: Annotated[str | None, typer.Argument(metavar="FILE|NAME", help=say("arg.scenario", HELP_LANGUAGE))] = None,
    as_of: AsOf = None,
    draws: DrawsOption = 1000,
    seed: SeedOption = 0,
    listing: Annotated[bool, typer.Option("--list", help=say("opt.scenario_list", HELP_LANGUAGE))] = False,
    schema: Annotated[bool, typer.Option("--schema", help=say("opt.scenario_schema", HELP_LANGUAGE))] = False,
    save: Annotated[
        Path | None, typer.Option("--save", metavar="OUT.json", help=say("opt.scenario_save", HELP_LANGUAGE))
    ] = None,
    claims: ClaimsOption = None,
    store: StoreOption = None,
    json: JsonOption = False,
    lang: Lang = HELP_LANGUAGE,
) -> None:
    """Say what a supposition would change."""
    if listing:
        _list(lang, json=json)
        return
    if schema:
        from ..graph.scenario.schema import shipped_schema

        sys.stdout.write(shipped_schema())
        return
    if file is None:
        raise UsageError(say("err.scenario", lang))
    from ..graph.scenario import read_scenario

    check_target(save)
    found = read_scenario(file)
    result = open_graph(claims, store).scenario(found, as_of=as_of, draws=draws, seed=seed)
    if save is not None:
        from ..data.files import write_all

        write_all({save: result.to_json().encode()})
    document = result.to_dict()
    if json:
        print_json(document)
        return
    from ..viz.scenario_text import scenario_blocks
    from .blocks_text import print_blocks

    out = console()
    print_blocks(out, scenario_blocks(document, lang))
    if save is not None:
        out.print(say("done.wrote", lang, path=save))


def _list(lang: Lang, *, json: bool) -> None:
    """Print the shipped scenarios."""
    from ..graph.scenario import example_names, read_scenario
    from ..viz.blocks import Column, table
    from .blocks_text import print_blocks

    found = {name: read_scenario(name) for name in example_names()}
    if json:
        print_json(
            [
                {
                    "name": name,
                    "title": one.document.title.to_dict(),
                    "paradigm": one.document.paradigm,
                    "verified": one.document.status.verified,
                    "sha256": one.sha256,
                    "yaml": one.to_yaml(),
                }
                for name, one in found.items()
            ]
        )
        return
    rows = [
        (
            name,
            one.document.title.zh if lang == "zh" else one.document.title.en,
            say("scenario.verified" if one.document.status.verified else "scenario.unverified", lang),
        )
        for name, one in found.items()
    ]
    columns = (
        Column(say("col.scenario", lang)),
        Column(say("col.supposes", lang), wide=True),
        Column(say("scenario.status", lang)),
    )
    print_blocks(console(), [table("", columns, rows)])
