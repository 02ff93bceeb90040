"""The verdict of a paradigm in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .report_words import say

if TYPE_CHECKING:
    from ..graph.power import PowerResult
    from ..ontology.language import Language

__all__ = ["percent", "rank_range", "verdict_sentence"]


def percent(share: float) -> str:
    """Share as a percentage that never rounds up to certainty.

    Examples
    --------
    >>> percent(0.9996), percent(1.0), percent(0.0004), percent(0.455)
    ('>99 %', '100 %', '<1 %', '46 %')
    """
    if 0.995 <= share < 1.0:
        return ">99 %"
    if 0.0 < share < 0.005:
        return "<1 %"
    return f"{share:.0%}".replace("%", " %")


def rank_range(interval: tuple[int, int]) -> str:
    """Interval of a rank: ``1`` or ``1–3``."""
    low, high = interval
    return str(low) if low == high else f"{low}–{high}"


def verdict_sentence(result: PowerResult, label: str, lang: Language) -> str:
    """Who defines the paradigm, if anybody, and how sure; empty where no draws were made.

    Parameters
    ----------
    label : str
        The paradigm's name in the language.
    """
    found = result.uncertainty
    if found is None or found.verdict is None:
        return ""
    verdict = found.verdict
    names = result.names.get(verdict.firm or "")
    return say(
        f"verdict.{verdict.word}",
        lang,
        paradigm=label,
        firm="" if names is None else names.zh if lang == "zh" else names.en,
        p=percent(verdict.p_rank1),
        q=percent(verdict.p_rank1_before),
        draws=found.setting.draws,
    )
