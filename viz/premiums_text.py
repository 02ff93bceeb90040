"""Valuation premiums of all firms: the extremes, who has none and why, and premium against power."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .blocks import Block, Column, Figure, Heading, Paragraph, Table, table
from .report_words import say

if TYPE_CHECKING:
    from ..graph.link import Frame
    from ..ontology.language import Language

__all__ = ["power_figure", "premiums_blocks"]

_TOP = 10


def premiums_blocks(document: Mapping[str, Any], lang: Language) -> list[Block]:
    """Premiums in words, a figure and tables.

    Parameters
    ----------
    document : mapping
        What ``definer premium --json`` prints.
    """
    priced = [firm for firm in document["firms"] if firm["log_premium"] is not None]
    ordered = sorted(priced, key=lambda firm: (-firm["log_premium"], firm["id"]))
    shown = ordered if len(ordered) <= 2 * _TOP else [*ordered[:_TOP], *ordered[-_TOP:]]
    values: dict[str, Any] = {"n": document["n"], "date": document["as_of"]}
    blocks: list[Block] = [Heading(say("premium", lang)), Paragraph(say("premium.how", lang, **values))]
    if shown:
        title = say("premium.figure", lang, k=len(shown), **values)
        data = {"unit": say("premium.unit", lang), "zero": 0.0, "items": [_item(firm, lang) for firm in shown]}
        blocks.append(Figure(title, "intervals", data, _table(shown, lang), (say("premium.figure.note", lang),)))
    blocks.append(_without(document["left_out"], lang))
    return blocks


def power_figure(frame: Frame, labels: Mapping[str, str], lang: Language) -> Figure:
    """Premium against power in the registered sample, one mark a firm.

    Parameters
    ----------
    frame : Frame
    labels : mapping
        Paradigm -> its name in the language.
    """
    scores = frame.power().tolist()
    points = [
        {
            "label": unit.name_zh if lang == "zh" else unit.name_en,
            "x": round(score, 6),
            "y": round(unit.premium(frame.spec.baseline, frame.spec.haircut), 6),
            "group": labels[unit.paradigm],
        }
        for unit, score in zip(frame.units, scores, strict=True)
    ]
    # Groups take their symbols in the order of the legend, which is that of the paradigms.
    order = list(labels.values())
    points.sort(key=lambda point: order.index(str(point["group"])))
    columns: list[Column | str] = [
        say("col.firm", lang), say("col.paradigm", lang), Column(say("col.power", lang), numeric=True),
        Column(say("col.score", lang), numeric=True), Column(say("col.premium", lang), numeric=True),
        say("col.mark_date", lang),
    ]  # fmt: skip
    rows = [
        (
            unit.name_zh if lang == "zh" else unit.name_en, labels[unit.paradigm],
            f"{unit.power[frame.spec.variant]:.4f}", f"{score:+.2f}",
            f"{unit.premium(frame.spec.baseline, frame.spec.haircut):+.2f}", unit.mark_date,
        )
        for unit, score in zip(frame.units, scores, strict=True)
    ]  # fmt: skip
    left_out = _left_out(frame.left_out, lang)
    data = {"x_unit": say("scatter.x", lang), "y_unit": say("premium.unit", lang), "points": points, "line": None}
    title = say("scatter", lang, n=frame.n, date=frame.as_of)
    notes = (say("scatter.note", lang, sha=frame.spec.sha256[:12]), left_out)
    return Figure(title, "scatter", data, table("", columns, rows), notes)


def _left_out(counts: Mapping[str, int], lang: Language) -> str:
    from ..graph.worth import reason_words

    comma = "；" if lang == "zh" else "; "
    reasons = comma.join(f"{reason_words(code, lang)} ({n})" for code, n in counts.items())
    return say("scatter.left_out", lang, n=sum(counts.values()), reasons=reasons)


def _item(firm: Mapping[str, Any], lang: Language) -> dict[str, object]:
    low, high = firm["log_premium_range"]
    return {"label": firm["name"][lang], "low": low, "mid": firm["log_premium"], "high": high}


def _table(firms: Sequence[Mapping[str, Any]], lang: Language) -> Table:
    heads = ("firm", "value", "mark_date", "baseline", "implied", "premium", "premium_range", "sources")
    numeric = {"value", "implied", "premium", "premium_range"}
    columns = [Column(say(f"col.{key}", lang), numeric=key in numeric, wide=key == "sources") for key in heads]
    return table("", columns, [_row(firm, lang) for firm in firms], say("premium.sources", lang))


def _row(firm: Mapping[str, Any], lang: Language) -> tuple[object, ...]:
    low, high = firm["value_usd_bn"]
    least, most = firm["log_premium_range"]
    sources = dict.fromkeys(source for part in ("mark", "revenue", "multiple") for source in firm[part]["sources"])
    return (
        firm["name"][lang],
        f"{low:,.1f}" if low == high else f"{low:,.1f} – {high:,.1f}",
        firm["mark"]["date"],
        firm["baseline"],
        f"{firm['implied_usd_bn']:,.1f}",
        f"{firm['log_premium']:+.2f}",
        f"{least:+.2f}" if least == most else f"{least:+.2f} – {most:+.2f}",
        ", ".join(sources),
    )


def _without(left_out: Mapping[str, Mapping[str, Any]], lang: Language) -> Table:
    total = sum(reason["n"] for reason in left_out.values())
    columns = [Column(say("col.firms", lang), numeric=True), Column(say("col.reason", lang), wide=True)]
    rows = [(f"{reason['n']:,}", reason[lang]) for reason in left_out.values()]
    return table(say("premium.without", lang, n=total), columns, rows)
