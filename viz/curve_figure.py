"""The picture of a specification curve: estimates from lowest to highest, and below them what each chose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..ontology.language import Language
from .blocks import Figure, Table
from .curve_words import say

__all__ = ["SHOWN", "curve_figure"]

SHOWN = 400
"""Most specifications that are drawn."""


def curve_figure(document: Mapping[str, Any], beside: Table, lang: Language) -> Figure:
    """Figure of a curve that has specifications.

    Parameters
    ----------
    document : mapping
        As :meth:`definer.graph.link.SpecCurve.to_dict` gives it.
    beside : Table
        What says the same in numbers.
    lang : {"en", "zh"}
    """
    curve, primary = document["curve"], document["primary"]
    places = thinned(len(curve), SHOWN, primary)
    shown = [curve[place] for place in places]
    band = document["null_band"]
    data = {
        "unit": say("unit", lang),
        "estimates": [spec["estimate"] for spec in shown],
        "low": [spec["low"] for spec in shown],
        "high": [spec["high"] for spec in shown],
        "significant": [spec["p"] < document["level"] for spec in shown],
        "primary": None if primary is None else places.index(primary),
        "choices": [_panel(document, shown, choice, lang) for choice in document["choices"]],
        "null_low": _at(band["low"], places, len(curve)),
        "null_high": _at(band["high"], places, len(curve)),
    }
    notes = []
    if len(shown) < len(curve):
        notes.append(say("note.thinned", lang, shown=len(shown), n=len(curve)))
    if band["low"]:
        notes.append(say("note.band", lang))
    title = say("figure", lang, n=len(curve), firms=document["n"], date=document["as_of"])
    return Figure(title, "curve", data, beside, tuple(notes))


def thinned(n: int, most: int, primary: int | None) -> list[int]:
    """Places to draw: all, or at most `most` at even distances, with both ends and the registered one among them.

    Examples
    --------
    >>> thinned(9, 3, None), thinned(9, 3, 5), thinned(2, 3, 1)
    ([0, 4, 8], [0, 5, 8], [0, 1])
    """
    if n <= most:
        return list(range(n))
    places = [round(place * (n - 1) / (most - 1)) for place in range(most)]
    if primary is not None and primary not in places:
        # The inner place that is nearest gives way, so that as many are drawn.
        nearest = min(range(1, most - 1), key=lambda index: abs(places[index] - primary))
        places[nearest] = primary
    return sorted(places)


def _panel(document: Mapping[str, Any], shown: Sequence[Mapping[str, Any]], choice: str, lang: Language) -> Any:  # noqa: ANN401
    from .curve_text import option_label

    return {
        "label": say(f"choice.{choice}", lang),
        "options": [
            {
                "label": option_label(document, choice, option, lang),
                "used": [place for place, spec in enumerate(shown) if str(spec[choice]) == option],
            }
            for option in document["choices"][choice]
        ],
    }


def _at(edge: Sequence[float], places: Sequence[int], n: int) -> list[float | None]:
    """Edge of the band at the places drawn, between its own evenly spaced points."""
    if not edge:
        return [None] * len(places)
    found: list[float | None] = []
    for place in places:
        where = place / max(n - 1, 1) * (len(edge) - 1)
        below = min(int(where), len(edge) - 2)
        found.append(round(edge[below] + (where - below) * (edge[below + 1] - edge[below]), 10))
    return found
