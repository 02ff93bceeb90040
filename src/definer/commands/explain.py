"""``definer explain``."""

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
    StoreOption,
    console,
    open_graph,
    print_json,
)

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from ..knowledge import KnowledgeGraph
    from ..ontology.language import Language

__all__ = ["explain"]


def explain(
    firm: Annotated[str, typer.Argument(metavar="FIRM", help=say("arg.firm", HELP_LANGUAGE))],
    paradigm: ParadigmOption = None,
    as_of: AsOf = None,
    top: Annotated[int, typer.Option("--top", min=1, help=say("opt.top", HELP_LANGUAGE))] = 10,
    claims: ClaimsOption = None,
    store: StoreOption = None,
    json: JsonOption = False,
    lang: Lang = HELP_LANGUAGE,
) -> None:
    """Explain a score down to quotes and sources."""
    kg = open_graph(claims, store)
    document = kg.explain(firm, paradigm, as_of).to_dict()
    if json:
        print_json(document)
        return
    out = console()
    _print(kg, document, top, lang, out)


def _print(kg: KnowledgeGraph, document: dict[str, Any], top: int, lang: Language, out: Console) -> None:
    from rich.table import Table

    words = {
        "name": kg.name(document["firm"]["id"], lang),
        "paradigm": kg.paradigm_label(document["paradigm"], lang),
        "date": document["as_of"],
    }
    if not document["parts"]:
        out.print(say("explain.zero", lang, **words))
        return
    scores = {key: document[key] for key in ("power", "reach", "lockin")}
    out.print(say("explain.title", lang, **words, **scores))
    parts = sorted(document["parts"], key=lambda part: (-part["value"], part["facet"], part["dependent"]))
    out.print("\n" + say("explain.slots", lang))
    out.print(_by_slot(kg, parts, top, lang))
    out.print("\n" + say("explain.parts", lang))
    table = Table(box=None, pad_edge=False)
    for key in ("facet", "dependent", "slot"):
        table.add_column(say(f"col.{key}", lang))
    table.add_column(say("col.part", lang), justify="right")
    for part in parts[:top]:
        facet, slot = say(f"facet.{part['facet']}", lang), kg.slot_label(part["slot"], lang)
        table.add_row(facet, kg.name(part["dependent"], lang), slot, f"{part['value']:.4f}")
    out.print(table)
    if top < len(parts):
        shown = sum(part["value"] for part in parts[:top])
        out.print(say("explain.cut", lang, shown=top, n=len(parts), sum=shown, power=document["power"]))
    out.print("\n" + say("explain.ties", lang))
    ties = {tie["id"]: tie for tie in document["ties"]}
    for key in dict.fromkeys(key for part in parts[:top] for key in part["ties"]):
        if key in ties:
            out.print(_evidence(kg, ties[key], lang))


def _by_slot(kg: KnowledgeGraph, parts: list[dict[str, Any]], top: int, lang: Language) -> Table:
    from rich.table import Table

    # Few firms rest their power on more than a handful of slots: this is the sentence behind the number.
    sums: dict[str, dict[str, float]] = {}
    for part in parts:
        facets = sums.setdefault(part["slot"], {"reach": 0.0, "lockin": 0.0})
        facets[part["facet"]] += part["value"]
    table = Table(box=None, pad_edge=False)
    table.add_column(say("col.slot", lang))
    for key in ("reach", "lockin", "part"):
        table.add_column(say(f"col.{key}", lang), justify="right")
    ranked = sorted(sums.items(), key=lambda item: (-sum(item[1].values()), item[0]))
    for slot, facets in ranked[:top]:
        numbers = (*facets.values(), sum(facets.values()))
        table.add_row(kg.slot_label(slot, lang), *(f"{number:.4f}" for number in numbers))
    return table


def _evidence(kg: KnowledgeGraph, tie: dict[str, Any], lang: Language) -> str:
    span = f"{tie['start'] or '?'} – {tie['end'] or ''}"
    words = f'"{tie["quote"]}"' if tie.get("quote") else (tie.get("locator") or "")
    sources = "; ".join(source["title"] for source in tie["sources"]) if tie["evidence"] == "sourced" else ""
    slot = kg.slot_label(tie["slot"], lang)
    head = f"  {kg.name(tie['dependent'], lang)} → {slot}, {span} [{say(tie['evidence'], lang)}]"
    return "\n    ".join(line for line in (head, words, sources) if line)
