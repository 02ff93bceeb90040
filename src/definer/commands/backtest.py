"""``definer backtest``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..messages import say
from .options import (
    HELP_LANGUAGE,
    AsOf,
    ClaimsOption,
    JsonOption,
    Lang,
    ParadigmOption,
    SeedOption,
    StoreOption,
    UsageError,
    console,
    open_graph,
    print_json,
)

if TYPE_CHECKING:
    from rich.console import Console

    from ..ontology.language import Language

__all__ = ["backtest"]

_OTHERS = ("in_degree", "documents", "revenue", "market_cap")


def _pairs(texts: list[str] | None, lang: Language) -> dict[str, str]:
    found: dict[str, str] = {}
    for text in texts or ():
        paradigm, mark, firms = text.partition("=")
        if not mark or not paradigm.strip() or not firms.strip(" ,"):
            raise UsageError(say("err.truth", lang, text=text))
        if paradigm.strip() in found:
            raise UsageError(say("err.truth.twice", lang, text=paradigm.strip()))
        found[paradigm.strip()] = firms
    return found


def backtest(
    paradigm: ParadigmOption = None,
    truth: Annotated[
        list[str] | None, typer.Option("--truth", metavar="P=FIRM", help=say("opt.truth", HELP_LANGUAGE))
    ] = None,
    as_of: AsOf = None,
    by_year: Annotated[bool, typer.Option("--by-year", help=say("opt.by_year", HELP_LANGUAGE))] = False,
    draws: Annotated[
        int, typer.Option("--draws", min=1, max=20_000, help=say("opt.backtest_draws", HELP_LANGUAGE))
    ] = 200,
    seed: SeedOption = 0,
    claims: ClaimsOption = None,
    store: StoreOption = None,
    json: JsonOption = False,
    lang: Lang = HELP_LANGUAGE,
) -> None:
    """Backtest one paradigm, or each of them."""
    given = _pairs(truth, lang)
    kg = open_graph(claims, store)
    result = kg.backtest([paradigm] if paradigm else None, truth=given or None, as_of=as_of, draws=draws, seed=seed)
    document = result.to_dict()
    if json:
        print_json(document)
        return
    out = console()
    out.print(say("backtest.title", lang, draws=document["draws"], seed=document["seed"]))
    out.print(say("backtest.how", lang))
    for trial in document["paradigms"]:
        _print(trial, lang, out, by_year=by_year)
    if document["n"]:
        out.print("\n" + say("backtest.limit", lang, n=document["n"], p=f"{document['p_best']:.4g}"))
    else:
        out.print("\n" + say("backtest.limit.none", lang))


def _print(trial: dict[str, Any], lang: Language, out: Console, *, by_year: bool) -> None:
    span = {"first": trial["from"], "last": trial["to"], "n": trial["n"]}
    out.print("\n" + say("backtest.paradigm", lang, paradigm=_plain(trial["name"][lang]), **span))
    out.print(_truth(trial, lang))
    if not trial["n"]:
        out.print(say("backtest.empty", lang))
        return
    if trial["measures"]:
        _print_measures(trial, lang, out)
    if trial["in_degree_compared"]:
        out.print(trial["in_degree_compared"]["sentence"][lang])
    _print_doubts(trial, lang, out)
    if by_year:
        _print_years(trial, lang, out)


def _truth(trial: dict[str, Any], lang: Language) -> str:
    truth = trial["truth"]
    if truth is None:
        return say("backtest.no_truth", lang)
    if truth["group"]:
        name = _name(trial, truth["group"], lang)
        firms = say("backtest.group", lang, name=name, k=len(truth["definers"]))
    else:
        firms = _names(trial, truth["definers"], lang)
    if truth["layers"] == ["supply"]:
        firms += ("，" if lang == "zh" else ", ") + say("backtest.supply", lang)
    return say("backtest.truth", lang, firms=firms, origin=say(f"backtest.origin.{truth['origin']}", lang))


def _print_measures(trial: dict[str, Any], lang: Language, out: Console) -> None:
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    table.add_column(say("history.measure", lang))
    for key in ("years", "mean_rank", "mrr", "p1", "p3", "detected", "leads"):
        table.add_column(say(f"history.{key}", lang), justify="right")
    for row in trial["measures"]:
        if not row["years"]:
            table.add_row(_measure(trial, row, lang), "0")
            continue
        numbers = [("mean_rank", ".1f"), ("mrr", ".2f"), ("precision_at_1", ".2f"), ("precision_at_3", ".2f")]
        detected, leads = (
            row[key] or say("not_by", lang, year=trial["to"]) for key in ("detection_year", "leads_from")
        )
        # A random ranking detects nothing: saying "not by" of it would only make noise.
        shown = ["", ""] if row["measure"] == "random" else [str(detected) if row["detected_by"] else "", str(leads)]
        cells = ("" if row[key] is None else format(row[key], form) for key, form in numbers)
        table.add_row(_measure(trial, row, lang), str(row["years"]), *cells, *shown)
    out.print(table)


def _measure(trial: dict[str, Any], row: dict[str, Any], lang: Language) -> str:
    measure = say(f"track.{row['measure']}", lang)
    if row["variant"] in ("firms", "group"):
        return measure
    also = _names(trial, trial["truth"]["also_accepted"], lang)
    return say(f"variant.{row['variant']}", lang, measure=measure, also=also)


def _print_doubts(trial: dict[str, Any], lang: Language, out: Console) -> None:
    out.print(say("backtest.leaders", lang, spans=_spans(trial, trial["leaders"], lang)))
    if trial["truth"]:
        alarms = [{**alarm, "firms": [alarm["firm"]]} for alarm in trial["false_alarms"]]
        spans = _spans(trial, alarms, lang)
        out.print(say("backtest.alarms", lang, spans=spans) if spans else say("backtest.no_alarm", lang))
    if (verdict := trial["years"][-1]["verdict"]) and verdict["firm"]:
        firm, word = _name(trial, verdict["firm"], lang), say(f"word.{verdict['word']}", lang)
        p = f"{verdict['p_rank1']:.2f}"
        out.print(say("backtest.last", lang, year=trial["to"], word=word, firm=firm, p=p))
    changed = [str(row["year"]) for row in trial["without_event_ties"]["changed"]]
    years = ("、" if lang == "zh" else ", ").join(changed)
    effect = say("backtest.events.changed", lang, years=years) if changed else say("backtest.events.same", lang)
    k = len(trial["without_event_ties"]["ties"])
    out.print(say("backtest.events", lang, k=k, effect=effect) if k else say("backtest.events.none", lang))
    known = trial["knowledge"]
    counts = {"later": known["later"], "undated": known["undated"], "ties": known["ties"]}
    dated = {"dated": known["dated_documents"], "in_time": known["published_in_time"]}
    out.print(say("backtest.knowledge", lang, **counts, **dated))
    if curation := trial["curation"]:
        most = list(curation["claims_per_candidate"].items())[:5]
        text = say("list", lang).join(f"{_name(trial, firm, lang)} {k}" for firm, k in most)
        out.print(say("backtest.curation", lang, counts=text, median=curation["median"]))


def _print_years(trial: dict[str, Any], lang: Language, out: Console) -> None:
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    table.add_column(say("history.year", lang))
    for key in ("col.n", "col.rank", "history.p_rank1"):
        table.add_column(say(key, lang), justify="right")
    for measure in _OTHERS:
        table.add_column(say(f"track.{measure}", lang), justify="right")
    for row in trial["years"] if trial["truth"] else ():
        chance = row["p_rank1"]
        ranks = (row["baselines"].get(measure) for measure in _OTHERS)
        table.add_row(
            str(row["year"]),
            str(row["n"]),
            str(row["rank"] or "–"),
            "" if chance is None else f"{chance:.2f}",
            *(f"{found['rank'] or '–'}/{found['firms']}" if found else "" for found in ranks),
        )
    if trial["truth"]:
        out.print(table)


def _spans(trial: dict[str, Any], rows: list[dict[str, Any]], lang: Language) -> str:
    spans = (
        f"{_names(trial, row['firms'], lang)} "
        + (f"{row['from']}–{row['to']}" if row["from"] != row["to"] else f"{row['from']}")
        for row in rows
    )
    return ("；" if lang == "zh" else "; ").join(spans)


def _names(trial: dict[str, Any], firms: list[str], lang: Language) -> str:
    return ("、" if lang == "zh" else ", ").join(_name(trial, firm, lang) for firm in firms)


def _name(trial: dict[str, Any], firm: str, lang: Language) -> str:
    return _plain(trial["names"].get(firm, {}).get(lang, firm))


def _plain(text: str) -> str:
    from ..graph.page import plain

    return plain(text)
