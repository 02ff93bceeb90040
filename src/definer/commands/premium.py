"""``definer premium``."""

from __future__ import annotations

from typing import Annotated

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

__all__ = ["premium"]


def premium(
    as_of: AsOf = None,
    top: Annotated[int, typer.Option("--top", min=1, help=say("opt.top", HELP_LANGUAGE))] = 20,
    claims: ClaimsOption = None,
    store: StoreOption = None,
    json: JsonOption = False,
    lang: Lang = HELP_LANGUAGE,
) -> None:
    """Premium per company and its link with power."""
    kg = open_graph(claims, store)
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
    priced = [firm for firm in document["firms"] if firm["log_premium"] is not None]
    for firm in sorted(priced, key=lambda row: (-row["log_premium"], row["id"]))[:top]:
        table.add_row(
            firm["name"][lang],
            _range(firm["value_usd_bn"]),
            f"{firm['implied_usd_bn']:,.1f}",
            f"{firm['log_premium']:+.2f}",
            firm["baseline"],
        )
    out.print(table)
    if top < result.n:
        out.print(say("premium.cut", lang, shown=top, n=result.n))
    out.print(say("premium.left_out", lang, n=sum(result.left_out.values())))
    for reason in document["left_out"].values():
        out.print(f"  {reason['n']:>4,}  {reason[lang]}")
    for sentence in link_sentences(document["link"], lang):
        out.print(sentence)


def _range(values: list[float]) -> str:
    low, high = values
    return f"{low:,.1f}" if low == high else f"{low:,.1f} - {high:,.1f}"
