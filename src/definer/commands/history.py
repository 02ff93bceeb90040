"""``definer history``."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

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
    UsageError,
    console,
    open_graph,
    print_json,
)

if TYPE_CHECKING:
    from rich.console import Console

    from ..graph.backtest import PowerHistory
    from ..ontology.language import Language

__all__ = ["history"]


def _chart_path(path: Path | None) -> Path | None:
    if path is not None and path.suffix.lower() not in (".svg", ".html"):
        raise UsageError(say("err.chart", HELP_LANGUAGE, path=path))
    return path


def history(
    paradigm: Annotated[str, typer.Option("--paradigm", "-p", metavar="P", help=say("opt.paradigm", HELP_LANGUAGE))],
    more: Annotated[list[str] | None, typer.Argument(metavar="FIRM", help=say("arg.firms", HELP_LANGUAGE))] = None,
    first: Annotated[int | None, typer.Option("--from", metavar="YEAR", help=say("opt.from", HELP_LANGUAGE))] = None,
    last: Annotated[int | None, typer.Option("--to", metavar="YEAR", help=say("opt.to", HELP_LANGUAGE))] = None,
    firms: Annotated[
        list[str] | None, typer.Option("--firms", "--firm", metavar="FIRM", help=say("opt.firms", HELP_LANGUAGE))
    ] = None,
    chart: Annotated[
        Path | None,
        typer.Option(
            "--chart", metavar="FILE", dir_okay=False, callback=_chart_path, help=say("opt.chart", HELP_LANGUAGE)
        ),
    ] = None,
    known_by_date: Annotated[
        bool, typer.Option("--known-by-date", help=say("opt.known_by_date", HELP_LANGUAGE))
    ] = False,
    draws: DrawsOption = 1000,
    seed: SeedOption = 0,
    claims: ClaimsOption = None,
    store: StoreOption = None,
    json: JsonOption = False,
    lang: Lang = HELP_LANGUAGE,
) -> None:
    """Power over the years."""
    kg = open_graph(claims, store)
    named = [text.strip() for part in (*(firms or ()), *(more or ())) for text in re.split("[,，、]", part)]
    result = kg.history(
        paradigm,
        first,
        last,
        [text for text in named if text] or None,
        draws=draws,
        seed=seed,
        known_by_date=known_by_date,
    )
    if chart is not None:
        from ..viz.chart import chart as draw

        draw(result, lang).save(chart)
        console(stderr=True).print(say("done.wrote", lang, path=chart))
    if json:
        print_json(result.to_dict())
    else:
        _print(result, lang, console())


def _print(result: PowerHistory, lang: Language, out: Console) -> None:
    years = result.years
    label = result.label.zh if lang == "zh" else result.label.en
    out.print(say("history.title", lang, paradigm=label, first=years[0], last=years[-1]))
    if result.sure:
        out.print(say("history.draws", lang, draws=result.setting.draws, seed=result.setting.seed))
    if not all(map(result.is_coded, years)):
        start, end = result.coded
        out.print("! " + say("history.coded", lang, first=start or "", last=end or ""))
    if not any(found.n for found in result.results.values()):
        out.print(say("history.empty", lang))
        return
    if result.sure:
        _print_verdicts(result, lang, out)
    for firm in result.firms:
        _print_firm(result, firm, lang, out)
    if result.others:
        out.print("\n" + say("history.others", lang, k=result.others))


def _name(result: PowerHistory, firm: str, lang: Language) -> str:
    from ..graph.page import plain

    names = result.names[firm]
    return plain(names.zh if lang == "zh" else names.en)


def _year(result: PowerHistory, year: int) -> str:
    return f"{year}{' ' if result.is_coded(year) else '*'}"


def _print_verdicts(result: PowerHistory, lang: Language, out: Console) -> None:
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    table.add_column(say("history.year", lang))
    table.add_column(say("col.n", lang), justify="right")
    for key in ("verdict", "likeliest"):
        table.add_column(say(f"history.{key}", lang))
    table.add_column(say("history.p_rank1", lang), justify="right")
    for year in result.years:
        cells = [_year(result, year), str(result.results[year].n)]
        if verdict := result.verdict(year):
            firm = _name(result, verdict.firm, lang) if verdict.firm else ""
            cells += [say(f"word.{verdict.word}", lang), firm, f"{verdict.p_rank1:.2f}" if firm else ""]
        table.add_row(*cells)
    out.print(table)


def _print_firm(result: PowerHistory, firm: str, lang: Language, out: Console) -> None:
    from rich.table import Table

    years = [year for year in result.years if result.point(firm, year)]
    if not years:
        out.print("\n" + say("history.absent", lang, firm=_name(result, firm, lang)))
        return
    out.print("\n" + _name(result, firm, lang))
    table = Table(box=None, pad_edge=False)
    table.add_column(say("history.year", lang))
    plain_ = ("col.rank", "col.power", "col.reach", "col.lockin", "col.in_degree")
    full = ("col.rank", "history.rank_interval", "col.power", "history.power_interval", *plain_[2:4], "history.p_rank1")
    for key in full if result.sure else plain_:
        table.add_column(say(key, lang), justify="right")
    for year in years:
        table.add_row(_year(result, year), *_cells(result, firm, year))
    out.print(table)


def _cells(result: PowerHistory, firm: str, year: int) -> list[str]:
    point, draw = result.point(firm, year), result.draw(firm, year)
    if point is None:
        return []
    rank, power, facets = str(point.rank), f"{point.power:.3f}", [f"{point.reach:.3f}", f"{point.lockin:.3f}"]
    if draw is None:
        return [rank, power, *facets, str(point.in_degree)]
    places, (low, high) = draw.rank_interval, draw.power_interval
    return [rank, f"[{places[0]}–{places[1]}]", power, f"[{low:.3f}–{high:.3f}]", *facets, f"{draw.p_rank1:.2f}"]
