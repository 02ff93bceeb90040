"""``definer premium``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ..messages import say
from .options import (
    HELP_LANGUAGE,
    AsOf,
    ClaimsOption,
    JsonOption,
    Lang,
    StoreOption,
    console,
    open_graph,
    print_json,
)

if TYPE_CHECKING:
    from ..knowledge import KnowledgeGraph
    from ..ontology.language import Language

__all__ = ["premium"]


def premium(
    firm: Annotated[str | None, typer.Argument(metavar="FIRM", help=say("arg.premium_firm", HELP_LANGUAGE))] = None,
    as_of: AsOf = None,
    top: Annotated[int, typer.Option("--top", min=1, help=say("opt.top", HELP_LANGUAGE))] = 20,
    claims: ClaimsOption = None,
    store: StoreOption = None,
    json: JsonOption = False,
    lang: Lang = HELP_LANGUAGE,
) -> None:
    """Premium per company and its link with power, or of one company with everything it rests on."""
    kg = open_graph(claims, store)
    if firm is not None:
        _derivation(kg, firm, as_of, lang, json=json)
        return
    result = kg.premium(as_of)
    document = {**result.to_dict(), "link": kg.link(as_of, checks=False).to_dict()}
    if json:
        print_json(document)
        return
    from rich.table import Table

    from ..viz.link_text import link_sentences

    out = console()
    table = Table(box=None, pad_edge=False)
    table.add_column(say("col.firm", lang))
    for key in ("value", "implied", "premium"):
        table.add_column(say(f"col.{key}", lang), justify="right")
    table.add_column(say("col.baseline", lang))
    priced = [row for row in document["firms"] if row["log_premium"] is not None]
    for row in sorted(priced, key=lambda row: (-row["log_premium"], row["id"]))[:top]:
        table.add_row(
            row["name"][lang],
            _range(row["value_usd_bn"]),
            f"{row['implied_usd_bn']:,.1f}",
            f"{row['log_premium']:+.2f}",
            row["baseline"],
        )
    out.print(table)
    if top < result.n:
        out.print(say("premium.cut", lang, shown=top, n=result.n))
    out.print(say("premium.left_out", lang, n=sum(result.left_out.values())))
    for reason in document["left_out"].values():
        out.print(f"  {reason['n']:>4,}  {reason[lang]}")
    for sentence in link_sentences(document["link"], lang):
        out.print(sentence)


def _derivation(kg: KnowledgeGraph, firm: str, as_of: str | None, lang: Language, *, json: bool) -> None:
    document = kg.premium_derivation(firm, as_of).to_dict()
    if json:
        print_json(document)
        return
    from ..viz.premium_text import premium_blocks
    from .blocks_text import print_blocks

    print_blocks(console(), premium_blocks(document, lang))


def _range(values: list[float]) -> str:
    low, high = values
    return f"{low:,.1f}" if low == high else f"{low:,.1f} - {high:,.1f}"
