"""``definer power``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ..messages import say
from ..ontology.language import Language
from .options import (
    HELP_LANGUAGE,
    AsOf,
    ClaimsOption,
    EvidenceOption,
    JsonOption,
    KnownBy,
    Lang,
    ParadigmOption,
    StoreOption,
    console,
    open_graph,
    print_json,
)

if TYPE_CHECKING:
    from ..graph.power import PowerResult
    from ..knowledge import KnowledgeGraph

__all__ = ["power", "power_document"]


def power(
    paradigm: ParadigmOption = None,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    evidence: EvidenceOption = "all",
    top: Annotated[int, typer.Option("--top", min=1, help=say("opt.top", HELP_LANGUAGE))] = 10,
    diagnostics: Annotated[bool, typer.Option("--diagnostics", help=say("opt.diagnostics", HELP_LANGUAGE))] = False,
    claims: ClaimsOption = None,
    store: StoreOption = None,
    json: JsonOption = False,
    lang: Lang = HELP_LANGUAGE,
) -> None:
    """Rank companies; without a paradigm, in each of them."""
    kg = open_graph(claims, store)
    chosen = (paradigm,) if paradigm else kg.paradigms
    results = {name: kg.power(name, as_of, known_by=known_by, evidence=evidence) for name in chosen}
    if json:
        print_json(power_document(kg, results, paradigm, diagnostics=diagnostics))
        return
    for result in results.values():
        _print(kg, result, top, lang, diagnostics=diagnostics)


def power_document(
    kg: KnowledgeGraph, results: dict[str, PowerResult], paradigm: str | None, *, diagnostics: bool = False
) -> dict[str, object]:
    """The JSON answer: one paradigm's, or all of them in one list whose firms name their paradigm."""
    documents = {name: result.to_dict() for name, result in results.items()}
    if diagnostics:
        for name, document in documents.items():
            rows = kg.diagnostics(name, document["as_of"]).rows
            document["firms"] = [firm | {"diagnostics": dict(rows[firm["id"]])} for firm in document["firms"]]
    if paradigm is not None:
        return documents[paradigm]
    first = next(iter(documents.values()))
    return first | {
        "paradigm": None,
        "n": sum(document["n"] for document in documents.values()),
        "firms": [firm | {"paradigm": name} for name, document in documents.items() for firm in document["firms"]],
        "paradigms": {
            name: {key: value for key, value in document.items() if key not in ("firms", "as_of", "spec")}
            for name, document in documents.items()
        },
    }


def _print(kg: KnowledgeGraph, result: PowerResult, top: int, lang: Language, *, diagnostics: bool) -> None:
    from rich.table import Table

    out = console()
    out.print(
        f"{say('power.title', lang)} · {kg.paradigm_label(result.paradigm, lang)} · {result.as_of} · n = {result.n}"
    )
    if not result.firms:
        out.print(say("power.none", lang, date=result.as_of) + "\n")
        return
    if note := result.coverage.note(lang):
        out.print("! " + note)
    table = Table(box=None, pad_edge=False)
    table.add_column(say("col.rank", lang), justify="right")
    table.add_column(say("col.firm", lang))
    for key in ("power", "reach", "lockin", "in_degree"):
        table.add_column(say(f"col.{key}", lang), justify="right")
    for firm in result.firms[:top]:
        table.add_row(
            str(firm.rank),
            kg.name(firm.id, lang),
            f"{firm.power:.4f}",
            f"{firm.reach:.4f}",
            f"{firm.lockin:.4f}",
            str(firm.in_degree),
        )
    out.print(table)
    if top < len(result.firms):
        out.print(say("power.cut", lang, shown=top, n=len(result.firms)))
    if diagnostics:
        shown = [firm.id for firm in result.firms[:top]]
        _print_diagnostics(kg, result, shown, lang)
    out.print(say("power.meaning", lang) + "\n")


def _print_diagnostics(kg: KnowledgeGraph, result: PowerResult, firms: list[str], lang: Language) -> None:
    from rich.table import Table

    measures = kg.diagnostics(result.paradigm, result.as_of)
    # One measure a row: eleven columns of numbers do not fit a terminal.
    table = Table(box=None, pad_edge=False)
    table.add_column(say("col.measure", lang))
    shown = firms[:5]
    for firm in shown:
        table.add_column(kg.name(firm, lang), justify="right")
    for measure in measures.measures:
        values = [measures.rows[firm][measure] for firm in shown]
        table.add_row(measure, *("" if value is None else f"{value:.4g}" for value in values))
    console().print(table)
