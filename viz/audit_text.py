"""The audit of a text as blocks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .audit_words import WORDS, say
from .blocks import Block, Column, Heading, Paragraph, Table, table

if TYPE_CHECKING:
    from ..ontology.language import Language

__all__ = ["audit_blocks"]

QUOTE = 60
_Row = Mapping[str, Any]


def audit_blocks(document: Mapping[str, Any], lang: Language, *, everything: bool = False) -> list[Block]:
    """Verdict, statements recomputed, what disagrees, and what could not be checked, from ``Audit.to_dict()``.

    Parameters
    ----------
    document : mapping
    lang : {"en", "zh"}
    everything : bool
        List the statements without a formula too, and every companion.
    """
    rows = document["statements"]
    checked = [row for row in rows if row["computed"] is not None]
    title = "audit.title_essay" if document["origin"] == "claims" else "audit.title"
    blocks: list[Block] = [Heading(say(title, lang)), *_verdict(document, checked, lang)]
    if checked:
        blocks.append(_table(document, checked, lang))
        blocks.append(Paragraph(say("audit.how", lang), "note"))
        blocks += _differences(checked, lang)
        blocks += _conflicts(checked, lang)
    if everything:
        blocks += _companions(checked, lang)
    rest = [row for row in rows if row["computed"] is None]
    if rest:
        blocks.append(_left_out(document, lang))
        blocks += [_others(rest, lang)] if everything else []
    return blocks


def _verdict(document: Mapping[str, Any], checked: Sequence[_Row], lang: Language) -> list[Block]:
    total = document["n_statements"]
    if not checked:
        return [Paragraph(say("audit.none", lang, all=total), "verdict")]
    tally = _counts(document["computed"], "computed", lang)
    blocks: list[Block] = [Paragraph(say("audit.verdict", lang, n=document["n"], all=total, tally=tally), "verdict")]
    differ = [row["id"] for row in checked if row["differs"]]
    if differ:
        blocks.append(Paragraph(say("audit.differ", lang, ids=_join(differ, lang)), "verdict"))
    elif any(row["recorded"] for row in checked):
        blocks.append(Paragraph(say("audit.agree", lang)))
    else:
        blocks.append(Paragraph(say("audit.unrecorded", lang)))
    basis = Counter(row["basis"] for row in checked)
    kinds = {kind: basis.get(kind, 0) for kind in ("own", "independent", "mixed")}
    blocks.append(Paragraph(say("audit.basis", lang, n=len(checked), **kinds)))
    return blocks


def _table(document: Mapping[str, Any], checked: Sequence[_Row], lang: Language) -> Table:
    columns = [
        Column(say("audit.id", lang)),
        Column(say("audit.quote", lang), wide=True),
        *[Column(say(f"audit.{key}", lang)) for key in ("stated", "recomputed", "finding")],
    ]
    shown = []
    recorded = any(row["recorded"] for row in checked)
    if recorded:
        columns.append(Column(say("audit.recorded", lang)))
    for row in checked:
        cells = [
            row["id"],
            _quote(row["quote"]),
            _stated(row, lang),
            _recomputed(row, lang),
            say(f"computed.{row['computed']}", lang) + (" *" if row["basis"] == "own" else ""),
        ]
        if recorded:
            cells.append(_word("recorded", row["recorded"], lang) + (" (!)" if row["differs"] else ""))
        shown.append(cells)
    return table(say("audit.table", lang, date=document["as_of"], n=len(checked)), columns, shown)


def _differences(checked: Sequence[_Row], lang: Language) -> list[Block]:
    blocks: list[Block] = []
    for row in checked:
        if row["recomputed_differs"]:
            numbers = {"recorded": _number(row["recomputed_recorded"]), "computed": _number(row["recomputed"])}
            blocks.append(Paragraph(say("audit.number", lang, id=row["id"], **numbers)))
        if row["reason"]:
            blocks.append(Paragraph(say("audit.reason", lang, id=row["id"], reason=row["reason"][lang])))
    return blocks


def _conflicts(checked: Sequence[_Row], lang: Language) -> list[Block]:
    found: dict[str, tuple[list[str], _Row]] = {}
    for row in checked:
        for conflict in row["conflicts"]:
            found.setdefault(conflict["claim"], ([], conflict))[0].append(row["id"])
    if not found:
        return []
    rows = []
    for claim, (ids, conflict) in found.items():
        if conflict["kind"] == "claim":
            value = _spread(conflict["value"])
            says = f"{conflict['what']} {value} {conflict['unit']}{' bn' if len(conflict['unit']) == 3 else ''}"
        else:
            says = f"{conflict['topic'][lang]}: {' | '.join(conflict['views'])}"
        rows.append([_join(ids, lang), claim, says, conflict["date"] or ""])
    columns = [
        Column(say("audit.where", lang)),
        Column(say("audit.claim", lang)),
        Column(say("audit.says", lang), wide=True),
        Column(say("audit.when", lang)),
    ]
    return [table(say("audit.conflicts", lang), columns, rows)]


def _companions(checked: Sequence[_Row], lang: Language) -> list[Block]:
    rows = [
        [row["id"], companion["formula"], f"{_spread(companion['range'])} {_unit(companion['unit'], lang)}".strip()]
        for row in checked
        for companion in row["also"]
    ]
    columns = [
        Column(say("audit.id", lang)),
        Column(say("audit.formula", lang), wide=True),
        Column(say("audit.gives", lang)),
    ]
    return [table(say("audit.also", lang), columns, rows)] if rows else []


def _left_out(document: Mapping[str, Any], lang: Language) -> Paragraph:
    verdicts = _counts(document["left_out"], "recorded", lang)
    return Paragraph(say("audit.left_out", lang, n=sum(document["left_out"].values()), verdicts=verdicts), "note")


def _others(rest: Sequence[_Row], lang: Language) -> Table:
    columns = [
        Column(say("audit.id", lang)),
        Column(say("audit.quote", lang), wide=True),
        Column(say("audit.recorded", lang)),
    ]
    rows = [[row["id"], _quote(row["quote"]), _word("recorded", row["verdict"] or "unrecorded", lang)] for row in rest]
    return table(say("audit.others", lang), columns, rows)


def _counts(counts: Mapping[str, int], words: str, lang: Language) -> str:
    return _join([say("audit.count", lang, what=_word(words, key, lang), n=n) for key, n in counts.items()], lang)


def _word(group: str, key: str | None, lang: Language) -> str:
    return say(f"{group}.{key}", lang) if f"{group}.{key}" in WORDS else str(key or "")


def _quote(text: str) -> str:
    return text if len(text) <= QUOTE else text[: QUOTE - 1] + "…"


def _stated(row: _Row, lang: Language) -> str:
    text, unit = row["stated"], _unit(row["stated_unit"], lang)
    sign = row["operator"] if row["operator"] in {"<", ">", "<=", ">=", "~"} else ""
    short = text if len(text) <= 16 else text[:15] + "…"
    return f"{sign}{short}{_glue(unit)}"


def _recomputed(row: _Row, lang: Language) -> str:
    if row["recomputed"] is None:
        return "-"
    same = row["unit"] == row["stated_unit"] and row["unit"] != "pct"
    return _spread(row["recomputed_range"]) + ("" if same else _glue(_unit(row["unit"], lang)))


def _unit(unit: str | None, lang: Language) -> str:
    if not unit:
        return ""
    return say(f"unit.{unit}", lang) if f"unit.{unit}" in WORDS else unit


def _glue(unit: str) -> str:
    return unit if unit in {"", "%", "x", "倍"} else f" {unit}"


def _spread(ends: Sequence[float]) -> str:
    low, high = (_number(end) for end in ends)
    return low if low == high else f"{low}–{high}"


def _number(value: float) -> str:
    """At most four significant digits after what matters: 277.2, 1.823, 0.0939, 1,340."""
    if abs(value) >= 1000:
        return f"{value:,.0f}"
    return f"{value:.4g}" if abs(value) >= 1 else f"{value:.3g}"


def _join(words: Sequence[str], lang: Language) -> str:
    return ("、" if lang == "zh" else ", ").join(words)
