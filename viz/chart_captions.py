"""What stands around a chart of power: title, what is shown and of how many, where it comes from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..graph.page import plain
from ..ontology.language import Language
from .chart_words import say

if TYPE_CHECKING:
    from ..graph.backtest.series import PowerHistory

__all__ = ["about", "clean", "firm_name", "source", "title"]

_BROKEN = re.compile("[\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """Text that may stand in XML: control characters show as their codes, what no document may hold as a mark."""
    return _BROKEN.sub("\ufffd", plain(text))


def firm_name(history: PowerHistory, firm: str, lang: Language) -> str:
    """Name of a firm, clean."""
    names = history.names[firm]
    return clean(names.zh if lang == "zh" else names.en)


def title(history: PowerHistory, lang: Language) -> str:
    """What the chart shows."""
    name = clean(history.label.zh if lang == "zh" else history.label.en)
    first, last = history.years[0], history.years[-1]
    return say("title", lang, paradigm=name, years=f"{first}–{last}" if first != last else f"{first}")


def about(history: PowerHistory, lang: Language) -> list[str]:
    """Sentences under the title: unit, intervals, n, how many are not shown."""
    counts = [result.n for result in history.results.values() if result.n]
    low, high = (min(counts), max(counts)) if counts else (0, 0)
    sentences = [say("unit", lang)]
    sentences += [say("bands", lang), say("above", lang)] if history.sure else [say("points", lang)]
    sentences.append(say("n" if low != high else "n.one", lang, low=low, high=high))
    if history.others:
        sentences.append(say("others", lang, k=history.others))
    return sentences


def source(history: PowerHistory, lang: Language) -> str:
    """Version of the claims, date, settings, and seed and draws where there are any."""
    setting = history.setting
    text = say("source", lang, claims=clean(setting.claims or "–"), as_of=setting.as_of, spec=setting.spec)
    if history.known_by_date:
        text += say("source.known", lang)
    if history.sure:
        text += say("source.draws", lang, draws=setting.draws, seed=setting.seed, errors=history.errors)
    return text
