"""Who defines each paradigm, in words, tables and a figure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .blocks import Block, Column, Figure, Heading, Paragraph, Table, table
from .report_words import say
from .verdicts import percent, rank_range, verdict_sentence

if TYPE_CHECKING:
    from ..graph.power import PowerResult
    from ..ontology.language import Language
    from .report import Findings

__all__ = ["power_blocks"]

_TOP = 10
_LEADERS = 3
"""Firms of each paradigm in the figure."""


def power_blocks(findings: Findings, lang: Language) -> list[Block]:
    """Verdict, figure of the leaders and table of each paradigm's first ten.

    Parameters
    ----------
    findings : Findings
        Its powers hold draws, else there are no verdicts and no figure.
    """
    blocks: list[Block] = [Heading(say("power", lang))]
    for paradigm, result in findings.powers.items():
        dated = findings.last_coded.get(paradigm, result)
        if sentence := verdict_sentence(dated, findings.label(paradigm, lang), lang):
            blocks.append(Paragraph(sentence, "verdict"))
    blocks += [Paragraph(say("power.how", lang)), *_leaders(findings, lang)]
    for paradigm, result in findings.powers.items():
        blocks.append(Heading(findings.label(paradigm, lang), 3))
        blocks.append(_table(result, lang, findings.sourced[paradigm]))
        if last := findings.last_coded.get(paradigm):
            blocks += [Paragraph(say("power.last", lang)), _table(last, lang)]
    return blocks


def _leaders(findings: Findings, lang: Language) -> Iterator[Figure]:
    items = []
    for paradigm, now in findings.powers.items():
        result = findings.last_coded.get(paradigm, now)
        if result.uncertainty is None:
            continue
        drawn = {firm.id: firm for firm in result.uncertainty.firms}
        for firm in result.firms[:_LEADERS]:
            low, high = drawn[firm.id].power_interval
            group = f"{findings.label(paradigm, lang)} {result.as_of} (n = {result.n})"
            items.append(
                {"label": _name(result, firm.id, lang), "low": low, "mid": firm.power, "high": high, "group": group}
            )
    if not items:
        return
    columns: list[Column | str] = [
        say("col.paradigm", lang), say("col.firm", lang),
        Column(say("col.power", lang), numeric=True), Column(say("col.power_interval", lang), numeric=True),
    ]  # fmt: skip
    rows = [
        (item["group"], item["label"], f"{item['mid']:.3f}", f"{item['low']:.3f} – {item['high']:.3f}")
        for item in items
    ]
    data = {"unit": say("power.unit", lang), "zero": 0.0, "items": items}
    title = say("power.figure", lang, n=_LEADERS, date=findings.as_of)
    draws = sorted({int(result.to_dict()["draws"]) for result in findings.powers.values()})
    note = say("power.figure.note", lang, draws=", ".join(f"{number:,}" for number in draws))
    yield Figure(title, "intervals", data, table("", columns, rows), (note,))


def _table(result: PowerResult, lang: Language, sourced: PowerResult | None = None) -> Table:
    certain = {firm.id: firm for firm in result.uncertainty.firms} if result.uncertainty else {}
    heads = ["rank", "firm", "rank_interval", "p_rank1", "power", "reach", "lockin", "in_degree"]
    rows: list[tuple[object, ...]] = [
        (
            firm.rank,
            _name(result, firm.id, lang),
            rank_range(certain[firm.id].rank_interval) if certain else "",
            percent(certain[firm.id].p_rank1) if certain else "",
            f"{firm.power:.3f}",
            f"{firm.reach:.3f}",
            f"{firm.lockin:.3f}",
            firm.in_degree,
        )
        for firm in result.firms[:_TOP]
    ]
    if sourced is not None:
        heads.append("sourced")
        found = [sourced.firm(firm.id) for firm in result.firms[:_TOP]]
        rows = [(*row, "" if firm is None else firm.rank) for row, firm in zip(rows, found, strict=True)]
    columns = [Column(say(f"col.{key}", lang), numeric=key != "firm") for key in heads]
    title = say("power.table", lang, k=len(rows), n=result.n, date=result.as_of)
    note = result.coverage.note(lang)
    return table(title, columns, rows, *([note[:1].upper() + note[1:]] if note else []))


def _name(result: PowerResult, firm: str, lang: Language) -> str:
    names = result.names[firm]
    return str(names.zh if lang == "zh" else names.en)
