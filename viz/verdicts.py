"""The verdict of a paradigm in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .report_words import say

if TYPE_CHECKING:
    from ..graph.power import PowerResult
    from ..graph.robustness import FlipNumber
    from ..ontology.language import Language

__all__ = ["flip_sentence", "percent", "rank_range", "verdict_sentence"]


def percent(share: float) -> str:
    """Share as a percentage that never rounds up to certainty.

    Examples
    --------
    >>> percent(0.9996), percent(1.0), percent(0.0004), percent(0.455)
    ('>99%', '100%', '<1%', '46%')
    """
    if 0.995 <= share < 1.0:
        return ">99%"
    if 0.0 < share < 0.005:
        return "<1%"
    return f"{share:.0%}"


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
    sentence = say(
        f"verdict.{verdict.word}",
        lang,
        paradigm=label,
        firm="" if names is None else names.zh if lang == "zh" else names.en,
        p=percent(verdict.p_rank1),
        q=percent(verdict.p_rank1_before),
        none=percent(found.p_none),
        draws=verdict.draws,
    )
    return sentence if verdict.decided else sentence + say("verdict.close", lang)


def flip_sentence(flip: FlipNumber, result: PowerResult, lang: Language) -> str:
    """How few ties that nobody recorded would turn the first two round; empty where there are no two."""
    if flip.leader is None or flip.runner_up is None:
        return ""
    names = {
        key: result.names[key].zh if lang == "zh" else result.names[key].en for key in (flip.leader, flip.runner_up)
    }
    chosen = flip.without_leader
    words = {"leader": names[flip.leader], "firm": names[flip.runner_up], "low": chosen.at_least, "n": chosen.number}
    if chosen.number is None:
        return say("flip.never", lang, **words)
    text = say("flip.exact" if chosen.exact else "flip.range", lang, **words)
    if flip.any_dependent.number != chosen.number:
        text += say("flip.leader", lang, **words)
    return text
