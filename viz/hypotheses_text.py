"""The eight hypotheses as blocks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .blocks import Block, Column, Heading, Paragraph, table
from .hypotheses_words import WORDS, say

if TYPE_CHECKING:
    from ..ontology.language import Language

__all__ = ["hypotheses_blocks"]

_Row = Mapping[str, Any]


def hypotheses_blocks(document: Mapping[str, Any], lang: Language) -> list[Block]:
    """Verdicts, results, and what would have refuted each, from ``Hypotheses.to_dict()``."""
    rows = document["rows"]
    verdicts = Counter(row["verdict"] for row in rows)
    counts = [
        say("count", lang, n=n, what=say(word, lang)) for word, n in sorted(verdicts.items(), key=lambda p: -p[1])
    ]
    columns = [
        Column(say("id", lang)),
        Column(say("claim", lang), wide=True),
        Column(say("result", lang), wide=True),
        Column(say("finding", lang)),
    ]
    cells = [[row["id"], _claim(row, lang), _result(row, lang), say(row["verdict"], lang)] for row in rows]
    against = [[row["id"], say(f"{row['id']}.against", lang)] for row in rows]
    blocks: list[Block] = [
        Heading(say("title", lang)),
        Paragraph(say("verdict", lang, counts=("，" if lang == "zh" else ", ").join(counts)), "verdict"),
        table(say("table", lang, date=document["as_of"]), columns, cells),
        table(say("refuted", lang), [Column(say("id", lang)), Column(say("against", lang), wide=True)], against),
        Paragraph(say("history", lang)),
    ]
    if document["n_adjusted"]:
        blocks.append(Paragraph(say("adjusted", lang, n=document["n_adjusted"]), "note"))
    blocks.append(Paragraph(say("survived", lang), "note"))
    return blocks


def _claim(row: _Row, lang: Language) -> str:
    test = say(f"{row['id']}.test", lang, n=row["n"] if row["n"] is not None else "-")
    return say(f"{row['id']}.claim", lang) + ("：" if lang == "zh" else ": ") + test


def _result(row: _Row, lang: Language) -> str:
    if row["reason"] and row["estimate"] is None:
        return str(row["reason"].get(lang) or row["reason"].get("code") or "")
    if row["id"] == "H4" and row["details"]:
        return _counted(row, lang) + _size(row, lang)
    if row["id"] == "H6" and row["details"].get("orders"):
        return _orders(row["details"]["orders"], lang) + _size(row, lang)
    if row["estimate"] is None:
        return say("no_result", lang)
    # Ends below a hundredth would all read as nothing.
    ends = row["interval"] or (row["estimate"],)
    digits = 2 if max(abs(end) for end in ends) >= 0.05 else 4
    text = say("estimate", lang, value=f"{row['estimate']:.{digits}f}", unit=_unit(row["unit"], lang))
    if row["interval"]:
        low, high = (f"{end:.{digits}f}" for end in row["interval"])
        text += say("within", lang, low=low, high=high)
    if row["id"] == "H8":
        text += _discounted(row, lang)
    if row["p"] is not None:
        text += say("p", lang, p=f"{row['p']:.3f}")
    if row["q"] is not None:
        text += say("q", lang, q=f"{row['q']:.3f}")
    return text + _size(row, lang)


def _counted(row: _Row, lang: Language) -> str:
    (us_low, us_high), (cn_low, cn_high) = row["details"]["us"], row["details"]["cn"]
    ends = {"us_low": us_low, "us_high": us_high, "cn_low": cn_low, "cn_high": cn_high}
    return say("counted", lang, **{name: f"{end:g}" for name, end in ends.items()})


def _discounted(row: _Row, lang: Language) -> str:
    later = row["details"]["sums"].get("continuous")
    return "" if later is None else say("discounted", lang, sum=f"{later:.2f}")


def _orders(orders: Mapping[str, int], lang: Language) -> str:
    known = Counter[str]()
    for order, n in orders.items():
        known[order if f"order.{order}" in WORDS else "other"] += n
    comma = "，" if lang == "zh" else ", "
    return comma.join(say("order", lang, what=say(f"order.{order}", lang), n=n) for order, n in sorted(known.items()))


def _size(row: _Row, lang: Language) -> str:
    if row["n"] is None or f"n.{row['n_of']}" not in WORDS:
        return ""
    return say("n", lang, n=row["n"], of=say(f"n.{row['n_of']}", lang))


def _unit(unit: str, lang: Language) -> str:
    return say(f"unit.{unit}", lang) if f"unit.{unit}" in WORDS else unit
