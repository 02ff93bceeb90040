"""Power and price over time, put into words: from the document of ``definer prediction --json``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..ontology.language import Language
from .blocks import Block, Column, Figure, Heading, Paragraph, Table, table
from .prediction_numbers import p_text, signed, span
from .prediction_panel_text import panel_blocks
from .prediction_time_text import hold_out_blocks, lead_blocks
from .prediction_words import say

__all__ = ["prediction_blocks"]

_Document = Mapping[str, Any]
_DIRECTIONS = (("power_leads_price", "forward"), ("price_leads_power", "reverse"))


def prediction_blocks(document: Mapping[str, Any], lang: Language) -> list[Block]:
    """Blocks of :meth:`definer.graph.prediction.Prediction.to_dict`, the verdict first.

    Parameters
    ----------
    document : mapping
    lang : {"en", "zh"}
    """
    panel = document["panel"]
    if not panel["n"]:
        return [Heading(say("title", lang)), Paragraph(say("empty", lang), "verdict"), *panel_blocks(document, lang)]
    years = panel["list_years"]
    setting = say(
        "setting",
        lang,
        n=panel["n"],
        firms=panel["n_firms"],
        lists=len(years),
        first=years[0],
        last=years[-1],
        date=document["as_of"],
    )
    return [
        Heading(say("title", lang)),
        Paragraph(setting, "note"),
        *_directions(document, lang),
        *_effects(document["fixed_effects"], lang),
        *hold_out_blocks(document, lang),
        *(lead_blocks(document, lang) if document["lead_lag"] else ()),
        *panel_blocks(document, lang),
    ]


# Both directions.


def _directions(document: _Document, lang: Language) -> list[Block]:
    found = document["projections"]
    heading = Heading(say("both", lang), 3)
    if found["verdict"] is None:
        firms = max(horizon["n_firms"] for horizon in found["power_leads_price"]["horizons"])
        return [heading, Paragraph(say("refused", lang, firms=firms), "verdict")]
    return [
        heading,
        Paragraph(_verdict(found, lang), "verdict"),
        _figure(document, lang),
        _variants(document, lang),
        _parts(document, lang),
    ]


def _verdict(found: _Document, lang: Language) -> str:
    forward, reverse = found["power_leads_price"], found["price_leads_power"]
    verdict = found["verdict"]
    sentences = [
        say(f"verdict.{verdict}", lang, forward=p_text(forward["joint_p"]), reverse=p_text(reverse["joint_p"]))
    ]
    for side, name in _DIRECTIONS:
        p, sign = found[side]["joint_p"], found[side]["sign"]
        if sign and p is not None and p <= found["level"]:
            sentences.append(say(f"sign.{name}.{sign}", lang))
    return ("" if lang == "zh" else " ").join(sentences)


def _figure(document: _Document, lang: Language) -> Figure:
    found, panel = document["projections"], document["panel"]
    items, rows = [], []
    for side, name in _DIRECTIONS:
        direction = say(name, lang)
        for one in found[side]["horizons"]:
            slope, low, high = one["scaled"] or (None, None, None)
            label = say("years_ahead", lang, direction=direction, k=one["k"])
            items.append({"label": label, "low": low, "mid": slope, "high": high, "group": direction})
            p = one["raw"]["p"] if one["raw"] else None
            rows.append((direction, one["k"], signed(slope), span(low, high), p_text(p), one["n_firms"], one["n"]))
    heads: tuple[Column | str, ...] = (
        say("col.direction", lang),
        *(Column(say(f"col.{key}", lang), numeric=True) for key in ("k", "slope", "interval", "p", "firms", "years")),
    )
    title = say("figure", lang, permutations=found["permutations"])
    gaps = ("、" if lang == "zh" else ", ").join(map(str, panel["years_without_list"])) or "-"
    notes = (
        say("note.unit", lang, sd=found["premium_sd"]),
        say("note.regression", lang),
        say("note.nickell", lang),
        say("note.join", lang, gaps=gaps),
    )
    data = {"unit": say("unit.scaled", lang), "zero": 0.0, "items": [item for item in items if item["mid"] is not None]}
    return Figure(title, "intervals", data, table(title, heads, rows, *notes), notes)


def _variants(document: _Document, lang: Language) -> Table:
    heads = (
        Column(say("col.choice", lang), wide=True),
        *(Column(say(name, lang), numeric=True) for _, name in _DIRECTIONS),
    )
    rows = [
        (say(f"choice.{_choice(one)}", lang), *(_joint(one[side]) for side, _ in _DIRECTIONS))
        for one in (document["projections"], *document["variants"])
    ]
    return table(say("variants", lang), heads, rows, say("variants.note", lang))


def _choice(one: _Document) -> str:
    if one["measure"] != "power":
        return str(one["measure"])
    if one["outcome"] != "premium":
        return "price_to_sales"
    return "main" if one["periods"] == "year" else "paradigm_years"


def _joint(side: _Document) -> str:
    sign = {1: " (+)", -1: " (-)"}.get(side["sign"], "")
    return f"{p_text(side['joint_p'])}{sign if side['joint_p'] is not None else ''}"


def _parts(document: _Document, lang: Language) -> Table:
    split = document["split"]
    heads = (
        Column(say("col.part", lang), wide=True),
        Column(say("col.firms", lang), numeric=True),
        Column(say("col.forward3", lang), numeric=True),
        Column(say("col.reverse3", lang), numeric=True),
    )
    rows = []
    for part in document["parts"]:
        name = part["name"]
        label = (
            document["paradigms"][name][lang]
            if name in document["paradigms"]
            else say(f"part.{name}", lang, split=split)
        )
        rows.append((label, part["n_firms"], *(_third(part[side]) for side, _ in _DIRECTIONS)))
    return table(say("parts", lang), heads, rows, say("parts.note", lang, split=split))


def _third(side: _Document) -> str:
    one = next(horizon for horizon in side["horizons"] if horizon["k"] == 3)
    if one["scaled"] is None:
        return "-"
    slope, low, high = one["scaled"]
    return f"{signed(slope)} ({span(low, high)})"


# Fixed effects.


def _effects(found: _Document, lang: Language) -> list[Block]:
    heading = Heading(say("effects", lang), 3)
    test = found["test"]
    if test is None:
        return [heading, Paragraph(say("refused", lang, firms=found["n_firms"]), "verdict")]
    words = {"slope": test["slope"], "p": p_text(test["p"]), "firms": found["n_firms"]}
    if test["p"] > 0.05:
        verdict = say("effects.none", lang, **words)
    else:
        verdict = say("effects.some", lang, way=say(f"way.{1 if test['slope'] > 0 else -1}", lang), **words)
    return [heading, Paragraph(verdict, "verdict"), _inferences(found, lang), _effect_variants(found, lang)]


def _inferences(found: _Document, lang: Language) -> Table:
    rejects = found["rejects_a_true_null"]
    of = {
        "test": "whole_path",
        "clustered": "fixed_effects_clustered",
        "driscoll_kraay": "driscoll_kraay",
        "pooled": "pooled_hc3",
    }
    rows = []
    for name in ("test", "clustered", "driscoll_kraay", "pooled"):
        one = found[name]
        if one is not None:
            known = f"{rejects[of[name]]:.0%}"
            rows.append(
                (
                    say(f"inference.{name}", lang),
                    signed(one["slope"]),
                    span(one["low"], one["high"]),
                    p_text(one["p"]),
                    known,
                )
            )
    heads: tuple[Column | str, ...] = (
        say("col.inference", lang),
        *(Column(say(f"col.{key}", lang), numeric=True) for key in ("slope", "interval", "p", "rejects")),
    )
    names = ("、" if lang == "zh" else ", ").join(carrier["name"][lang] for carrier in found["carriers"])
    within = say(
        "effects.within",
        lang,
        share=f"{found['within_share']:.0%}",
        part=f"{sum(carrier['part'] for carrier in found['carriers']):.0%}",
        names=names,
        firms=found["n_firms"],
    )
    title = say("effects.table", lang, n=found["n"], firms=found["n_firms"])
    return table(title, heads, rows, within, say("effects.rejects", lang))


def _effect_variants(found: _Document, lang: Language) -> Table:
    heads = (
        Column(say("col.choice", lang), wide=True),
        *(Column(say(f"col.{key}", lang), numeric=True) for key in ("slope", "interval", "p", "firms")),
    )
    rows = []
    for one in found["variants"]:
        test = one["test"]
        numbers = (signed(test["slope"]), span(test["low"], test["high"]), p_text(test["p"])) if test else ("-",) * 3
        rows.append((say(f"choice.{one['name']}", lang), *numbers, one["n_firms"]))
    return table(say("effects.variants", lang), heads, rows)
