"""``definer power``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..messages import say
from ..ontology.language import Language
from .cohorts import say_without, with_and_without
from .options import (
    HELP_LANGUAGE,
    AsOf,
    ClaimsOption,
    DrawsOption,
    EvidenceOption,
    JsonOption,
    KnownBy,
    Lang,
    ParadigmOption,
    SeedOption,
    StoreOption,
    chosen_paradigms,
    console,
    open_graph,
    print_json,
)

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from ..graph.power import DiagnosticsTable, PowerResult
    from ..graph.robustness import FlipNumber
    from ..knowledge import KnowledgeGraph

__all__ = ["power", "power_document"]


def power(
    paradigm: ParadigmOption = None,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    evidence: EvidenceOption = "all",
    top: Annotated[int, typer.Option("--top", min=1, help=say("opt.top", HELP_LANGUAGE))] = 10,
    no_round_trip: Annotated[
        bool, typer.Option("--no-round-trip", help=say("opt.no_round_trip", HELP_LANGUAGE))
    ] = False,
    cohorts: Annotated[bool, typer.Option("--cohorts", help=say("opt.cohorts", HELP_LANGUAGE))] = False,
    draws: DrawsOption = 1000,
    seed: SeedOption = 0,
    diagnostics: Annotated[bool, typer.Option("--diagnostics", help=say("opt.diagnostics", HELP_LANGUAGE))] = False,
    write_graph: Annotated[
        Path | None, typer.Option("--write-graph", metavar="PATH", help=say("opt.write_graph", HELP_LANGUAGE))
    ] = None,
    claims: ClaimsOption = None,
    store: StoreOption = None,
    json: JsonOption = False,
    lang: Lang = HELP_LANGUAGE,
) -> None:
    """Rank companies; without a paradigm, in each of them."""
    kg = open_graph(claims, store)
    chosen = chosen_paradigms(kg, paradigm)
    model = partial(kg.model, as_of=as_of, known_by=known_by, evidence=evidence, round_trip=not no_round_trip)
    models = {name: model(name, cohorts=cohorts) for name in chosen}
    results = {name: found.score(draws, seed) for name, found in models.items()}
    plain = {name: model(name).score() for name in chosen} if cohorts else {}
    flips = {name: found.flip_number() for name, found in models.items()} if draws else {}
    if write_graph is not None:
        n = kg.write_scores(results.values(), write_graph)
        console(stderr=True).print(say("done.scores", lang, n=n, path=write_graph))
    if json:
        print_json(power_document(kg, results, paradigm, diagnostics=diagnostics, plain=plain, flips=flips))
        return
    for name, result in results.items():
        _print(kg, result, flips.get(name), top, lang, diagnostics=diagnostics)
        if cohorts:
            console().print(say_without(kg, plain, result.paradigm, lang) + "\n")


def power_document(
    kg: KnowledgeGraph,
    results: dict[str, PowerResult],
    paradigm: str | None,
    *,
    diagnostics: bool = False,
    plain: Mapping[str, PowerResult] | None = None,
    flips: Mapping[str, FlipNumber] | None = None,
) -> dict[str, object]:
    """The JSON answer: one paradigm's, or all of them in one list whose firms name their paradigm.

    `plain` holds the results without cohorts, where `results` are with them; `flips` the flip numbers.
    """
    documents = {name: result.to_dict() for name, result in results.items()}
    documents |= {name: with_and_without(documents[name], result) for name, result in (plain or {}).items()}
    for name, flip in (flips or {}).items():
        documents[name]["flip_number"] = flip_document(flip)
    if diagnostics:
        for name, document in documents.items():
            rows = _diagnostics(kg, results[name]).rows
            document["firms"] = [firm | {"diagnostics": dict(rows[firm["id"]])} for firm in document["firms"]]
    if paradigm is not None:
        return documents[paradigm]
    first = next(iter(documents.values()))
    return first | {
        "paradigm": None,
        "verdict": None,
        "verdict_of": None,
        "flip_number": None,
        "n": sum(document["n"] for document in documents.values()),
        "firms": [firm | {"paradigm": name} for name, document in documents.items() for firm in document["firms"]],
        "paradigms": {
            name: {key: value for key, value in document.items() if key not in ("firms", "as_of", "spec")}
            for name, document in documents.items()
        },
    }


def flip_document(flip: FlipNumber) -> dict[str, object]:
    """The flip number as the JSON answer has it."""
    document = flip.to_dict()
    keys = ("leader", "runner_up", "number", "at_least", "exact", "dependents", "without_leader")
    return {key: document[key] for key in keys}


def _print(
    kg: KnowledgeGraph, result: PowerResult, flip: FlipNumber | None, top: int, lang: Language, *, diagnostics: bool
) -> None:
    from ..graph.page import plain
    from ..viz.verdicts import flip_sentence, verdict_sentence

    out = console()
    label = plain(kg.paradigm_label(result.paradigm, lang))
    out.print(f"{say('power.title', lang)} · {label} · {result.as_of} · n = {result.n}")
    if not result.firms:
        out.print(say("power.none", lang, date=result.as_of))
        _print_settings(result, lang, out)
        out.print()
        return
    if note := result.coverage.note(lang):
        out.print("! " + note)
    if result.setting.cohorts:
        out.print(say("power.with_cohorts", lang))
    _print_settings(result, lang, out)
    if sentence := verdict_sentence(result, label, lang):
        out.print(plain(sentence))
    if flip is not None and (sentence := flip_sentence(flip, result, lang)):
        out.print(plain(sentence))
    out.print(_table(kg, result, top, lang))
    if top < len(result.firms):
        out.print(say("power.cut", lang, shown=top, n=len(result.firms)))
    if diagnostics:
        shown = [firm.id for firm in result.firms[:top]]
        _print_diagnostics(kg, result, shown, lang)
    out.print(say("power.meaning", lang))
    if found := result.uncertainty:
        out.print(say("power.interval", lang, draws=found.setting.draws, seed=found.setting.seed))
    out.print()


def _print_settings(result: PowerResult, lang: Language, out: Console) -> None:
    from .setting_text import settings_line

    if line := settings_line(result.setting, lang, without=("cohorts",)):
        out.print(line)


def _table(kg: KnowledgeGraph, result: PowerResult, top: int, lang: Language) -> Table:
    from rich.table import Table

    from ..graph.page import plain
    from ..viz.verdicts import percent, rank_range

    certain = {firm.id: firm for firm in result.uncertainty.firms} if result.uncertainty else {}
    table = Table(box=None, pad_edge=False)
    table.add_column(say("col.rank", lang), justify="right")
    table.add_column(say("col.firm", lang))
    spread = ("rank_interval", "p_rank1") if certain else ()
    for key in (*spread, "power", "reach", "lockin", "in_degree"):
        table.add_column(say(f"col.{key}", lang), justify="right")
    for firm in result.firms[:top]:
        found = certain.get(firm.id)
        sure = (rank_range(found.rank_interval), percent(found.p_rank1)) if found else ()
        scores = (f"{score:.4f}" for score in (firm.power, firm.reach, firm.lockin))
        table.add_row(str(firm.rank), plain(kg.name(firm.id, lang)), *sure, *scores, str(firm.in_degree))
    return table


def _diagnostics(kg: KnowledgeGraph, result: PowerResult) -> DiagnosticsTable:
    """Centralities of the very ties that the result was computed from."""
    setting = result.setting
    return kg.diagnostics(
        result.paradigm,
        setting.as_of,
        known_by=setting.known_by,
        evidence="sourced" if setting.evidence == "sourced" else "all",
        round_trip=setting.round_trip,
        cohorts=setting.cohorts,
    )


def _print_diagnostics(kg: KnowledgeGraph, result: PowerResult, firms: list[str], lang: Language) -> None:
    from rich.table import Table

    from ..graph.page import plain

    measures = _diagnostics(kg, result)
    # One measure a row: eleven columns of numbers do not fit a terminal.
    table = Table(box=None, pad_edge=False)
    table.add_column(say("col.measure", lang))
    shown = firms[:5]
    for firm in shown:
        table.add_column(plain(kg.name(firm, lang)), justify="right")
    for measure in measures.measures:
        values = [measures.rows[firm][measure] for firm in shown]
        table.add_row(measure, *("" if value is None else f"{value:.4g}" for value in values))
    console().print(table)
