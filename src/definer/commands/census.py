"""``definer census``."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..messages import say
from .options import (
    HELP_LANGUAGE,
    ClaimsOption,
    DrawsOption,
    JsonOption,
    Lang,
    ParadigmOption,
    SeedOption,
    StoreOption,
    UsageError,
    check_target,
    checked_date,
    open_graph,
    print_json,
)

if TYPE_CHECKING:
    from ..ontology.language import Language

__all__ = ["census"]

_ALWAYS = frozenset({"json", "lang"})
_OF_AGREEMENT = _ALWAYS | {"agreement"}
_OF_MISSING = _ALWAYS | {"missing", "top", "claims", "store"}
_OF_VERDICTS = frozenset({"as_of", "draws", "seed"})


def census(
    context: typer.Context,
    paradigm: ParadigmOption = None,
    verdicts: Annotated[bool, typer.Option("--verdicts", help=say("opt.verdicts", HELP_LANGUAGE))] = False,
    missing: Annotated[
        str | None, typer.Option("--missing", metavar="P", help=say("opt.missing", HELP_LANGUAGE))
    ] = None,
    agreement: Annotated[bool, typer.Option("--agreement", help=say("opt.agreement", HELP_LANGUAGE))] = False,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", dir_okay=False, help=say("opt.census_output", HELP_LANGUAGE)),
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="DATE", callback=checked_date, help=say("opt.census_as_of", HELP_LANGUAGE)),
    ] = None,
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
        _refuse(_given(context, but=_OF_AGREEMENT), "--agreement", lang)
        _agreement(lang, json=json)
        return
    if missing is not None:
        _refuse(_given(context, but=_OF_MISSING), "--missing", lang)
        _missing(missing, claims, store, top, lang, json=json)
        return
    if output and json:
        raise UsageError(say("err.census_json", lang))
    if verdicts and not draws:
        raise UsageError(say("err.census_draws", lang))
    compares = bool(draws) and (verdicts or output is not None)
    useless = [] if compares else _given(context, of=_OF_VERDICTS - {"draws"} if output else _OF_VERDICTS)
    if useless:
        raise UsageError(say("err.census_no_verdicts", lang, options=say("list", lang).join(useless)))
    check_target(output)
    kg = open_graph(claims, store)
    counted = kg.census(paradigm)
    names = [one.paradigm for one in counted.paradigms] if compares else []
    compared = [kg.census_variants(name, as_of, draws=draws, seed=seed) for name in names]
    if output:
        from ..viz.census_page import census_page
        from ..viz.files import write_whole

        write_whole(output, census_page(kg, counted, compared, lang).encode("utf-8"))
        typer.echo(say("done.wrote", lang, path=output), err=True)
    elif json:
        plain: dict[str, Any] = counted.to_dict()
        if verdicts:
            plain["verdicts"] = {one.setting.paradigm: one.to_dict() for one in compared}
        print_json(plain)
    else:
        from .census_text import print_census, print_variants

        print_census(kg, counted, top, lang, detail=paradigm is not None)
        for one in compared:
            print_variants(kg, one, lang)


def _given(context: typer.Context, *, of: Collection[str] | None = None, but: Collection[str] = ()) -> list[str]:
    """Options that the call names itself, by their first name: of these, and not of those."""
    # By its name: typer may bring a click of its own, whose words are other objects.
    return [
        one.opts[0]
        for one in context.command.params
        if (source := context.get_parameter_source(one.name or "")) is not None
        and source.name == "COMMANDLINE"
        and one.name not in but
        and (of is None or one.name in of)
    ]


def _refuse(options: list[str], beside: str, lang: Language) -> None:
    if options:
        raise UsageError(say("err.census_alone", lang, beside=beside, options=say("list", lang).join(options)))


def _missing(paradigm: str, claims: Path | None, store: Path | None, top: int, lang: Language, *, json: bool) -> None:
    kg = open_graph(claims, store)
    found = kg.research(paradigm)
    if json:
        print_json(found.to_dict())
        return
    from .census_text import print_research

    print_research(kg, found, top, lang)


def _agreement(lang: Language, *, json: bool) -> None:
    from ..data.coders import agreement

    try:
        found = agreement()
    except ModuleNotFoundError:
        raise UsageError(say("err.nltk", lang)) from None
    if json:
        print_json([one.to_dict() for one in found])
        return
    from .census_text import print_agreement

    print_agreement(found, lang)
