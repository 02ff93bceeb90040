"""The ranking of every paradigm as plain values: scores, intervals, verdict, and where each score comes from."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ...ontology.language import Language
from ..report_words import say
from ..verdicts import verdict_sentence

if TYPE_CHECKING:
    from ...graph.power import Explanation, PowerResult
    from ...graph.power.leave_one_out import TieEffect

__all__ = ["DIGITS", "FINE", "LANGUAGES", "both", "essential", "explained", "ranked", "ranking", "short", "verdict"]

DIGITS = 6
"""Decimals that numbers of the file keep."""
FINE = 8
"""Decimals of what is shown with three: rounded twice, it must come out as if rounded once."""
_SLICES = 12
"""Ties and participants of an explanation that are listed; the rest stands as one sum."""
LANGUAGES: tuple[Language, Language] = ("en", "zh")

Plain = dict[str, Any]


def ranking(
    powers: Mapping[str, PowerResult],
    labels: Mapping[str, Sequence[str]],
    *,
    sourced: Mapping[str, PowerResult],
    last_coded: Mapping[str, PowerResult],
    explanations: Mapping[str, Mapping[str, Explanation]],
    effects: Mapping[str, Mapping[str, Sequence[TieEffect]]],
) -> Plain:
    """Ranking of each paradigm as of the date.

    Parameters
    ----------
    powers : mapping
        Definition power by paradigm, with draws.
    labels : mapping
        Names of the paradigms, in English and Chinese.
    sourced : mapping
        Power from the claims alone for which a source was found.
    last_coded : mapping
        Power at the end of the coded period, of paradigms that were coded to an earlier date.
    explanations : mapping
        Paradigm -> firm -> parts of its score.
    effects : mapping
        Paradigm -> firm -> what leaving out single ties does, for the firms for which that was computed.
    """
    found = {}
    for paradigm, result in powers.items():
        last = last_coded.get(paradigm)
        counted = next(iter(explanations[paradigm].values())).counted if explanations[paradigm] else {}
        told = {
            firm: explained(explanation, effects[paradigm].get(firm))
            for firm, explanation in explanations[paradigm].items()
        }
        shown = {row[0] for one in told.values() for row in one["ties"]}
        found[paradigm] = {
            **ranked(result, labels[paradigm], sourced.get(paradigm)),
            "last": ranked(last, labels[paradigm]) if last else None,
            "explained": told,
            "counted": {tie: short(counted[tie]) for tie in sorted(shown) if tie in counted},
        }
    return found


def ranked(result: PowerResult, label: Sequence[str], sourced: PowerResult | None = None) -> Plain:
    """A ranking with its setting and verdict; intervals only where draws were made."""
    document, uncertainty = result.to_dict(), result.uncertainty
    others = {firm.id: firm for firm in sourced.firms} if sourced else {}
    return {
        "asOf": result.as_of,
        "n": result.n,
        "draws": document["draws"],
        "seed": document["seed"],
        "errors": document["errors"],
        "spec": result.spec,
        "coded": [result.coded_from, result.coded_to],
        "beyond": result.beyond_coded_period,
        "note": both(result.coverage.note),
        "verdict": verdict(result, label),
        "pNone": short(uncertainty.p_none) if uncertainty else None,
        "sourcedN": sourced.n if sourced else None,
        "firms": [_firm(row, others.get(row["id"])) for row in document["firms"]],
    }


def verdict(result: PowerResult, label: Sequence[str]) -> Plain | None:
    """Verdict with its sentence in both languages; None without draws."""
    uncertainty = result.uncertainty
    if uncertainty is None or uncertainty.verdict is None:
        return None
    found = uncertainty.verdict.to_dict()
    texts = [verdict_sentence(result, name, lang) for name, lang in zip(label, LANGUAGES, strict=True)]
    close = "" if found["decided"] else "verdict.close"
    return {**found, "text": texts, "close": [say(close, lang) for lang in LANGUAGES] if close else None}


def explained(explanation: Explanation, effects: Iterable[TieEffect] | None) -> Plain:
    """Parts of a score: by facet, slot, tie and participant; each list sums to the score, its rest stated.

    Ties are named by the ids of their claims: quotes and sources stand with these.
    """
    power = explanation.power
    ties = [(part.key, part.reach, part.lockin) for part in explanation.by_tie]
    people = [(part.dependent, part.reach, part.lockin, part.slot, part.chain) for part in explanation.by_source]
    return {
        "power": short(power, FINE),
        "reach": short(explanation.reach, FINE),
        "lockin": short(explanation.lockin, FINE),
        "weights": list(explanation.settings.weights),
        "slots": [[part.key, short(part.reach), short(part.lockin)] for part in explanation.by_slot],
        "ties": [[key, short(reach), short(lockin)] for key, reach, lockin in ties[:_SLICES]],
        "tiesLeft": _left([row[1] + row[2] for row in ties]),
        "people": [
            [key, short(reach), short(lockin), slot, list(chain)]
            for key, reach, lockin, slot, chain in people[:_SLICES]
        ],
        "peopleLeft": _left([row[1] + row[2] for row in people]),
        "without": None
        if effects is None
        else [[effect.tie, short(effect.power), short(effect.change), effect.rank, effect.n] for effect in effects],
    }


def essential(explanation: Explanation) -> Collection[str]:
    """Ties that :func:`explained` lists: those whose leaving out is worth computing."""
    return [part.key for part in explanation.by_tie[:_SLICES]]


def both(text: Any) -> list[str]:  # noqa: ANN401 - any function of a language
    """What a function of the language says in each of them."""
    return [text(lang) for lang in LANGUAGES]


def _firm(row: Mapping[str, Any], other: Any) -> list[object]:  # noqa: ANN401
    low, high = row["power_interval"] or (None, None)
    least, most = row["rank_interval"] or (None, None)
    numbers = [row[key] for key in ("power", "reach", "lockin")] + [low, high]
    return [
        row["id"], row["rank"], *(short(number, FINE) for number in numbers), least, most,
        short(row["p_rank1"]), row["in_degree"],
        other.rank if other else None, short(other.power) if other else None,
    ]  # fmt: skip


def _left(values: Sequence[float]) -> list[float | int]:
    """How many are not listed, and what they sum to."""
    return [max(0, len(values) - _SLICES), short(sum(values[_SLICES:]))]


def short(value: float | None, digits: int = DIGITS) -> Any:  # noqa: ANN401 - a number where there is one
    """Round to the file's decimals."""
    return None if value is None else round(float(value), digits) + 0.0
