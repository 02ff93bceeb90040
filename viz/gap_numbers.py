"""How the numbers of the gap are written: log points with sign, shares in percent, figures of intervals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..ontology.language import Language
from .blocks import Column, Figure, Table, table
from .gap_words import say
from .numbers import change

__all__ = [
    "Document",
    "dollars",
    "interval_figure",
    "interval_heads",
    "interval_row",
    "percent",
    "reason",
    "spread",
]

Document = Mapping[str, Any]


def percent(value: float | None) -> str:
    """Share in whole percent; a dash for None."""
    if value is None:
        return "–"
    return f"{round(100 * value) + 0:d}%"


def dollars(value: float, lang: Language) -> str:
    """Amount in billions of US dollars as the language counts it: in billions, or in hundreds of millions (亿).

    Examples
    --------
    >>> dollars(24.4, "en"), dollars(24.4, "zh"), dollars(1340, "en")
    ('24.4', '244', '1,340')
    """
    amount = 10 * value if lang == "zh" else value
    return f"{amount:,.0f}" if amount >= 1000 else f"{amount:.3g}"


def spread(part: Document, lang: Language, unit: str = "points") -> str:
    """A number and its interval in a sentence: ``+0.71 [+0.29, +1.15]``."""
    write = percent if unit == "percent" else change
    value = write(part["value"])
    if part["low"] is None:
        return value
    return f"{value} [{write(part['low'])}{say('list', lang)}{write(part['high'])}]"


def reason(part: Document, lang: Language) -> str:
    """Why a part is refused."""
    return str(part["refused"][lang])


def interval_heads(lang: Language, first: str) -> tuple[Column | str, ...]:
    """Heads of a table of numbers with intervals."""
    return (say(first, lang), *(Column(say(f"col.{name}", lang), numeric=True) for name in ("mean", "low", "high")))


def interval_row(label: str, part: Document) -> tuple[str, str, str, str]:
    """Row of a number with its interval."""
    return label, change(part["value"]), change(part["low"]), change(part["high"])


def interval_figure(
    title: str, rows: Sequence[tuple[str, Document]], lang: Language, *notes: str, first: str = "col.term"
) -> Figure:
    """Figure of numbers with intervals, in log points, and its table."""
    items = [
        {"label": label.strip().strip("　"), "low": part["low"], "mid": part["value"], "high": part["high"]}
        for label, part in rows
    ]
    shown: Table = table(
        title, interval_heads(lang, first), [interval_row(label, part) for label, part in rows], *notes
    )
    return Figure(title, "intervals", {"unit": say("unit", lang), "zero": 0.0, "items": items}, shown, notes)
