"""The hold-out by time, and which of power and price came first, put into words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..ontology.language import Language
from .blocks import Block, Column, Heading, Paragraph, Table, table
from .prediction_numbers import p_text, percent
from .prediction_words import say

__all__ = ["hold_out_blocks", "lead_blocks"]

_Document = Mapping[str, Any]


# Hold-out.


def hold_out_blocks(document: Mapping[str, Any], lang: Language) -> list[Block]:
    """Blocks on the hold-out of :meth:`definer.graph.prediction.Prediction.to_dict`."""
    found = document["hold_out"]
    fit, targets = found["fit"], found["targets"]
    years = ("、" if lang == "zh" else ", ").join(str(year) for year in targets[-1]["years"]) if targets else "-"
    heading = Heading(say("holdout", lang, to=found["fitted_to"], years=years), 3)
    if fit is None or not targets:
        return [heading, Paragraph(say("holdout.refused", lang, to=found["fitted_to"]), "verdict")]
    overall = targets[-1]
    verdict = say(
        f"holdout.{found['verdict']}",
        lang,
        gain=percent(abs(overall["gain"])),
        change=percent(-overall["gain"], sign=True),
        low=percent(-overall["high"], sign=True),
        high=percent(-overall["low"], sign=True),
        p=p_text(overall["p"]),
        firms=overall["n_firms"],
    )
    return [heading, Paragraph(verdict, "verdict"), _forecasts(document, lang)]


def _forecasts(document: _Document, lang: Language) -> Table:
    found = document["hold_out"]
    heads: tuple[Column | str, ...] = (
        say("col.target", lang),
        say("col.forecast", lang),
        *(Column(say(f"col.{key}", lang), numeric=True) for key in ("r2", "mae", "firms")),
    )
    rows, notes = [], []
    for target in found["targets"]:
        years = " + ".join(map(str, target["years"]))
        for score in target["scores"]:
            forecast = say(f"forecast.{score['name']}", lang)
            rows.append((years, forecast, f"{score['r2']:.3f}", f"{score['mae']:.3f}", target["n_firms"]))
        notes.append(
            say(
                "holdout.gain",
                lang,
                years=years,
                change=percent(-target["gain"], sign=True),
                low=percent(-target["high"], sign=True),
                high=percent(-target["low"], sign=True),
                p=p_text(target["p"]),
                rank=target["rank_correlation"],
                rank_p=p_text(target["rank_p"]),
            )
        )
    return table(say("holdout.table", lang), heads, rows, *notes, *_fit_notes(document, lang))


def _fit_notes(document: _Document, lang: Language) -> list[str]:
    found = document["hold_out"]
    fit = found["fit"]
    notes = []
    names = ("、" if lang == "zh" else ", ").join(document["paradigms"][name][lang] for name in found["unseen"])
    for target in found["without"]:
        change = percent(-target["gain"], sign=True)
        words = {"names": names, "to": found["fitted_to"], "change": change, "p": p_text(target["p"])}
        notes.append(say("holdout.unseen", lang, firms=target["n_firms"], **words))
    notes.append(
        say(
            "holdout.fit",
            lang,
            n=fit["n"],
            firms=fit["n_firms"],
            first=fit["starts"][0],
            last=fit["starts"][-1],
            slope=fit["power"],
            error=fit["power_error"],
        )
    )
    return notes


# Which came first.


def lead_blocks(document: Mapping[str, Any], lang: Language) -> list[Block]:
    """Blocks on the years of power and price; the document must hold them."""
    found = document["lead_lag"]
    verdict = say(
        "leads.verdict", lang, n=found["n"], stays=found["observed"]["stays"], run=found["observed"]["two_lists"]
    )
    heads = (
        Column(say("col.paradigm", lang), wide=True),
        Column(say("col.definer", lang), wide=True),
        Column(say("col.power_year", lang), numeric=True),
        *(Column(say(f"col.{key}", lang)) for key in ("stays", "run")),
        Column(say("col.above", lang), numeric=True),
    )
    rows = []
    for one in found["paradigms"]:
        label = document["paradigms"][one["paradigm"]][lang]
        power = one["power_year"] or say("leads.undetected", lang)
        for firm in one["firms"]:
            sights = (_sight(sight, lang) for sight in firm["sights"])
            rows.append((label, firm["name"][lang], power, *sights, f"{firm['above']}/{firm['lists']}"))
    missing = sum(one["not_listed"] for one in found["paradigms"])
    notes = [say("leads.note", lang, first=found["first_list"], missing=missing)]
    unnamed = [document["paradigms"][one["paradigm"]][lang] for one in found["paradigms"] if one["origin"] is None]
    if unnamed:
        notes.append(say("leads.unnamed", lang, names=("、" if lang == "zh" else ", ").join(unnamed)))
    shown = table(say("leads.table", lang), heads, rows, *notes)
    return [Heading(say("leads", lang), 3), Paragraph(verdict, "verdict"), shown]


def _sight(sight: _Document, lang: Language) -> str:
    low, high = sight["market"]
    when = str(high) if low == high else f"{low or ''}-{high or ''}"
    last = low - 1 if low else ""
    return say(f"order.{sight['order']}", lang, when=when, last=last)
