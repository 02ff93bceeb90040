"""The gap in value as a waterfall: revenue, the sector's multiple, premium; they add up exactly."""

from __future__ import annotations

from ..ontology.language import Language
from .blocks import Figure, table
from .gap_numbers import Document, interval_heads, interval_row
from .gap_words import say

__all__ = ["gap_waterfall"]

_STEPS = ("revenue", "multiple", "premium")


def gap_waterfall(document: Document, lang: Language) -> Figure:
    """Figure of the identity before any model.

    Parameters
    ----------
    document : mapping
        :meth:`definer.graph.gap.Gap.to_dict`.
    lang : {"en", "zh"}
    """
    terms, (a, b) = document["identity"]["terms"], document["countries"]
    n_a, n_b = document["n"][a], document["n"][b]
    parts = [
        (say(f"term.{name}", lang).strip().strip("　"), terms[name], name == "value") for name in (*_STEPS, "value")
    ]
    data = {
        "unit": say("unit", lang),
        "steps": [
            {"label": label, "value": part["value"], "low": part["low"], "high": part["high"], "total": total}
            for label, part, total in parts
        ],
    }
    title = say("identity.waterfall", lang, a=a, b=b, n_a=n_a, n_b=n_b, date=document["as_of"])
    rows = [interval_row(label, part) for label, part, _ in parts]
    note = say("identity.note", lang)
    return Figure(title, "waterfall", data, table(title, interval_heads(lang, "col.term"), rows), (note,))
