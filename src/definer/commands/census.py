"""``definer census``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..messages import say
from .options import (
    HELP_LANGUAGE,
    AsOf,
    ClaimsOption,
    DrawsOption,
    JsonOption,
    Lang,
    ParadigmOption,
    SeedOption,
    StoreOption,
    UsageError,
    open_graph,
    print_json,
)

if TYPE_CHECKING:
    from ..graph.census import Variants
    from ..knowledge import KnowledgeGraph
    from ..ontology.language import Language

__all__ = ["census"]


def census(
    paradigm: ParadigmOption = None,
    verdicts: Annotated[bool, typer.Option("--verdicts", help=say("opt.verdicts", HELP_LANGUAGE))] = False,
    missing: Annotated[
        str | None, typer.Option("--missing", metavar="P", help=say("opt.missing", HELP_LANGUAGE))
    ] = None,
    agreement: Annotated[bool, typer.Option("--agreement", help=say("opt.agreement", HELP_LANGUAGE))] = False,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help=say("opt.census_output", HELP_LANGUAGE))
    ] = None,
    as_of: AsOf = None,
    draws: DrawsOption = 1000,
    seed: SeedOption = 0,
    top: Annotated[int, typer.Option("--top", min=1, help=say("opt.census_top", HELP_LANGUAGE))] = 15,
    claims: ClaimsOption = None,
    store: StoreOption = None,
    json: JsonOption = False,
    lang: Lang = HELP_LANGUAGE,
) -> None:
    """Print the balance of the census, or what to research next."""
    if agreement:
        _agreement(lang, json=json)
        return
    kg = open_graph(claims, store)
    if missing:
        found = kg.research(missing)
        if json:
            print_json(found.to_dict())
            return
        from .census_text import print_research

        print_research(kg, found, top, lang)
        return
    counted = kg.census(paradigm)
    names = [one.paradigm for one in counted.paradigms]
    wanted = names if draws and (verdicts or output) else []
    compared = [kg.census_variants(name, as_of, draws=draws, seed=seed) for name in wanted]
    if output:
        from ..viz.census_page import census_page
        from ..viz.files import write_whole

        write_whole(output, census_page(kg, counted, compared, lang).encode("utf-8"))
        typer.echo(say("done.wrote", lang, path=output), err=True)
        return
    if json:
        plain: dict[str, Any] = counted.to_dict()
        if verdicts:
            plain["verdicts"] = {one.setting.paradigm: one.to_dict() for one in compared}
        print_json(plain)
        return
    _print(kg, counted, compared, top, lang, detail=paradigm is not None)


def _print(kg: KnowledgeGraph, counted: Any, compared: list[Variants], top: int, lang: Any, *, detail: bool) -> None:  # noqa: ANN401
    from .census_text import print_census, print_variants

    print_census(kg, counted, top, lang, detail=detail)
    for one in compared:
        print_variants(kg, one, lang)


def _agreement(lang: Language, *, json: bool) -> None:
    from ..data.agreement import agreement

    try:
        found = agreement()
    except ModuleNotFoundError:
        raise UsageError(say("err.nltk", lang)) from None
    if json:
        print_json([one.to_dict() for one in found])
        return
    from .census_text import print_agreement

    print_agreement(found, lang)
