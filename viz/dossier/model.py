"""What the page's model of a supposition computes from: the ties as the score reads them, what a scenario may name.

Numbers keep all their digits (``json`` writes the shortest text that reads back as the same number), so that the page
computes from what Python computes from. ``viz/web/src/model`` reads this.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from ...graph.power.spec import DEFAULT_SPEC, Spec

if TYPE_CHECKING:
    from ...graph.power.tie import ScoreTies
    from ...graph.scenario.world import World

__all__ = ["Era", "model_block", "shipped_examples"]

_STATED: Final = ("criticality", "revocability", "share")
_WORDS: Final = ("op.", "refill.", "side.", "rule.", "holdings.", "warning.", "status.", "comma", "list", "country.")
"""Beginnings of the words that the page takes from the findings of ``definer scenario``."""
_TIE: Final = (
    "id", "dependent", "provider", "slot", "layer", "low", "high", "criticality", "revocability", "closed",
    "confidence", "active", "certain",
)  # fmt: skip


@dataclass(frozen=True)
class Era:
    """A paradigm's ties, with those of cohorts of adopters, and what a scenario of it may name."""

    ties: ScoreTies
    world: World


def model_block(
    eras: Mapping[str, Era],
    claims: str,
    examples: Iterable[tuple[str, str]] = (),
    spec: Spec = DEFAULT_SPEC,
    points: Mapping[str, tuple[str, str]] | None = None,
) -> dict[str, Any]:
    """Plain values of the block ``model``.

    Parameters
    ----------
    eras : mapping of paradigm to Era
        All as of one date.
    claims : str
        Version of the claims.
    examples : iterable of (str, str)
        Names and texts of scenario files to offer.
    points : mapping of control point to (str, str), optional
        Names in English and Chinese.
    """
    from ...graph.scenario.fault_words import FAULTS, MAYBE
    from ...graph.scenario.holdings import RULES
    from ..scenario_words import WORDS

    some = next(iter(eras.values()), None)
    return {
        "asOf": some.ties.as_of if some else "",
        "day": some.ties.day.isoformat() if some else "",
        "claims": claims,
        "spec": {
            "id": spec.id,
            "alpha": spec.alpha,
            "rho": spec.rho,
            "weights": list(spec.weights),
            "resourcing": spec.resourcing,
        },
        **_shared(some.world if some else None, points or {}),
        "rules": {rule: dict(sides) for rule, sides in RULES.items()},
        "paradigms": {key: _paradigm(era, spec) for key, era in eras.items()},
        "examples": [{"name": name, "yaml": text} for name, text in examples],
        "words": {key: list(pair) for key, pair in WORDS.items() if key.startswith(_WORDS)},
        "faults": {"maybe": list(MAYBE), **{code: list(words) for code, words in FAULTS.items()}},
    }


def shipped_examples(paradigms: Iterable[str]) -> list[tuple[str, str]]:
    """Names and texts of the shipped scenarios of these paradigms."""
    from ...graph.scenario import example_names, example_path, read_scenario

    known = set(paradigms)
    names = [name for name in example_names() if read_scenario(name).document.paradigm in known]
    return [(name, example_path(name).read_text(encoding="utf-8")) for name in names]


def _shared(world: World | None, labels: Mapping[str, tuple[str, str]]) -> dict[str, Any]:
    """What does not depend on the paradigm: organizations, control points, their holdings."""
    firms = world.firms if world else {}
    points = world.points if world else {}
    return {
        "names": {key: [name.en, name.zh] for key, name in (world.paradigms if world else {}).items()},
        "firms": _columns(
            ("id", "en", "zh", "company", "country", "aliases"),
            [
                (key, name.en, name.zh, int(name.company), world.countries.get(key, "") if world else "", name.aliases)
                for key, name in sorted(firms.items())
            ],
        ),
        "points": _columns(
            ("id", "paradigm", "side", "weight", "en", "zh"),
            [(key, *place, *labels.get(key, ("", ""))) for key, place in points.items()],
        ),
        "holdings": _columns(
            ("point", "holder", "country", "degree", "essay"),
            [
                (row.point, row.holder, row.country, row.degree, int(row.essay))
                for row in (world.holdings if world else ())
            ],
        ),
    }


def _paradigm(era: Era, spec: Spec) -> dict[str, Any]:
    ties, world = era.ties, era.world
    rows = [
        (
            tie.id,
            tie.dependent,
            tie.provider,
            tie.slot,
            tie.layer,
            tie.share_low,
            tie.share_high,
            tie.criticality,
            tie.revocability,
            int(tie.closed),
            tie.confidence,
            ties.active(tie, spec.half_life(tie.layer)),
            sorted(name for name, confidence in tie.attested if confidence == 1.0 and name in _STATED),
        )
        for tie in ties
    ]
    slots = [
        (key, terms.layer, terms.criticality, terms.revocability, terms.name.en, terms.name.zh)
        for key, terms in world.slots.items()
    ]
    return {
        "ties": _columns(_TIE, rows),
        "slots": _columns(("id", "layer", "criticality", "revocability", "en", "zh"), slots),
        "cohorts": _columns(("id", "en", "zh"), [(key, name.en, name.zh) for key, name in world.cohorts.items()]),
        **({"masses": dict(ties.masses)} if ties.masses else {}),
    }


def _columns(names: Sequence[str], rows: Sequence[Sequence[object]]) -> dict[str, list[object]]:
    """One list per column, in the order of the rows: operations depend on it."""
    return {name: [row[place] for row in rows] for place, name in enumerate(names)}
