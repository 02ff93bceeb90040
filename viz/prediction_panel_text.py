"""The panel put into words: its size, what is left out, and who leaves the lists."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..ontology.language import Language
from .blocks import Block, Column, Heading, Paragraph, Table, table
from .prediction_words import say

__all__ = ["panel_blocks"]

_Document = Mapping[str, Any]


def panel_blocks(document: Mapping[str, Any], lang: Language) -> list[Block]:
    """Blocks on the panel of :meth:`definer.graph.prediction.Prediction.to_dict`."""
    panel = document["panel"]
    paragraph = say(
        "panel.paragraph",
        lang,
        every=panel["in_every_list"],
        firms=panel["n_firms"],
        zero=panel["nobody_depends"],
        own=panel["by_firm_industry"],
    )
    left_out = [(reason[lang], f"{reason['n']:,}") for reason in panel["left_out"].values()]
    heads = (Column(say("col.reason", lang), wide=True), Column(say("col.n", lang), numeric=True))
    found: list[Block] = [Heading(say("panel", lang), 3)]
    if panel["n"]:
        found += [Paragraph(paragraph), _paradigms(document, lang)]
    if left_out:
        found.append(table(say("panel.left_out", lang), heads, left_out))
    if panel["survival"]["years"]:
        found.append(_survival(panel["survival"], lang))
    return found


def _paradigms(document: _Document, lang: Language) -> Table:
    panel = document["panel"]
    heads = (
        Column(say("col.paradigm", lang), wide=True),
        *(Column(say(f"col.{key}", lang), numeric=True) for key in ("firms", "years", "sd")),
    )
    rows = [
        (document["paradigms"][name][lang], one["firms"], one["firm_years"], f"{panel['scales'][name]['sd']:.3f}")
        for name, one in panel["by_paradigm"].items()
    ]
    return table(say("panel.by", lang), heads, rows)


def _survival(found: _Document, lang: Language) -> Table:
    keys = ("year", "listed", "entered", "left", "for_good")
    heads = tuple(Column(say(f"col.{key}", lang), numeric=True) for key in keys)
    rows = [
        (one["year"], one["listed"], one["entered"], one["left"], one["left_for_good"]) for one in found["years"][1:]
    ]
    left, others = found["leavers"]["left"], found["leavers"]["others"]
    notes = []
    if left["n"] and others["n"]:
        notes.append(
            say(
                "survival.note",
                lang,
                n=left["n"],
                premium=left["premium"],
                power=left["power_sd"],
                other=others["premium"],
                others=others["power_sd"],
            )
        )
    return table(say("survival", lang), heads, rows, *notes)
