"""``definer option``."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from ..messages import say
from ..ontology.language import Language
from .options import (
    HELP_LANGUAGE,
    AsOf,
    ClaimsOption,
    JsonOption,
    Lang,
    SeedOption,
    StoreOption,
    UsageError,
    console,
    open_graph,
    print_json,
)

__all__ = ["option"]


def _shares(texts: list[str] | None, lang: Language) -> dict[str, float]:
    """Pairs ``firm=number``; anything else is a wrong call."""
    found = {}
    for text in texts or ():
        firm, _, number = text.rpartition("=")
        try:
            found[firm] = float(number)
        except ValueError:
            firm = ""
        if not firm:
            raise UsageError(say("err.firm_share", lang, text=text))
    return found


def option(
    firms: Annotated[
        list[str] | None, typer.Argument(metavar="[FIRM]...", help=say("opt.rivals", HELP_LANGUAGE))
    ] = None,
    prize: Annotated[
        list[float] | None, typer.Option("--prize", metavar="BN", help=say("opt.prize", HELP_LANGUAGE))
    ] = None,
    rate: Annotated[float, typer.Option("--rate", help=say("opt.rate", HELP_LANGUAGE))] = 0.12,
    years: Annotated[float, typer.Option("--years", help=say("opt.years", HELP_LANGUAGE))] = 10.0,
    exit_year: Annotated[float, typer.Option("--exit-year", help=say("opt.exit_year", HELP_LANGUAGE))] = 7.0,
    baseline: Annotated[
        Literal["B1", "B2"], typer.Option("--baseline", help=say("opt.baseline", HELP_LANGUAGE))
    ] = "B1",
    haircut: Annotated[float, typer.Option("--haircut", help=say("opt.haircut", HELP_LANGUAGE))] = 1.0,
    allocate: Annotated[
        list[str] | None, typer.Option("--allocate", metavar="FIRM=P", help=say("opt.allocate", HELP_LANGUAGE))
    ] = None,
    theta: Annotated[
        list[str] | None, typer.Option("--part", metavar="FIRM=PART", help=say("opt.theta_part", HELP_LANGUAGE))
    ] = None,
    paradigm: Annotated[
        str, typer.Option("--paradigm", "-p", metavar="P", help=say("opt.paradigm", HELP_LANGUAGE))
    ] = "ai",
    as_of: AsOf = None,
    seed: SeedOption = 0,
    claims: ClaimsOption = None,
    store: StoreOption = None,
    json: JsonOption = False,
    lang: Lang = HELP_LANGUAGE,
) -> None:
    """Implied chances, their budget, break-even, horizon."""
    allocation, parts = _shares(allocate, lang), _shares(theta, lang)
    found = open_graph(claims, store).option(
        tuple(prize) if prize else (1000.0, 2000.0, 4000.0),
        rate,
        years,
        firms or None,
        as_of,
        paradigm=paradigm,
        exit_year=exit_year,
        baseline=baseline,
        haircut=haircut,
        theta=parts,
        allocation=allocation,
        seed=seed,
    )
    document = found.to_dict()
    if json:
        print_json(document)
        return
    from ..viz.option_text import option_blocks
    from .blocks_text import print_blocks

    print_blocks(console(), option_blocks(document, lang))
