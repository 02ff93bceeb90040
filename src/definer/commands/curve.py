"""``definer curve``."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

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
    UsageError,
    check_target,
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
    out: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", dir_okay=False, help=say("opt.curve_out", HELP_LANGUAGE)),
    ] = None,
    claims: ClaimsOption = None,
    store: StoreOption = None,
    json: JsonOption = False,
    lang: Lang = HELP_LANGUAGE,
) -> None:
    """Specification curve of the link."""
    if out is not None and out.suffix.lower() != ".svg":
        raise UsageError(say("err.curve_out", lang, path=out))
    check_target(out)
    document = open_graph(claims, store).spec_curve(as_of, permutations=permutations, seed=seed).to_dict()
    if out is not None:
        _draw(document, out, lang)
    if json:
        print_json(document)
        return
    from ..viz.curve_text import curve_blocks
    from .blocks_text import print_blocks

    print_blocks(console(), curve_blocks(document, lang))


def _draw(document: Mapping[str, Any], out: Path, lang: Lang) -> None:
    from ..graph.errors import GraphError
    from ..viz.blocks import Figure
    from ..viz.curve_svg import curve_svg
    from ..viz.curve_text import curve_blocks
    from ..viz.files import write_whole

    figure = next((block for block in curve_blocks(document, lang) if isinstance(block, Figure)), None)
    if figure is None:
        raise GraphError(*(say("err.no_curve", each, n=document["n"]) for each in ("en", "zh")))
    write_whole(out, curve_svg(figure, lang).encode())
