"""Planted ecosystem: who has power is known, and hubs without power stand beside them.

Two *definers* fill the two core slots of most firms. Two *chokepoints* each equip one definer and two of the
definers' rivals: few dependents, much power. Four *decoys* are one of several suppliers of a peripheral slot
of nearly everybody: many dependents, no power. The generator has slots as the model has, which favours the
model; :mod:`.fitness` has none.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from ..power.tie import SCORE_LAYERS, ScoreLayer
from .sample import Draft, Sample, draft_ties, ids

if TYPE_CHECKING:
    from numpy.random import Generator

__all__ = ["planted_drafts", "planted_sample"]

_MIDDLE, _RIVALS = 20, 8
_HOLD: Final = 0.65
"""Part of the firms whose core slot a definer fills."""
_FALLBACK: Final = 0.8
"""Part of the others whose core slot a rival fills."""
_NOISE_SLOTS: Final = 5


def planted_sample(
    rng: Generator, firms: int = 100, *, observed: float = 1.0, spurious: float = 0.0, fame: float = 0.0
) -> Sample:
    """Draw a planted ecosystem and observe it.

    Parameters
    ----------
    rng : numpy.random.Generator
    firms : int
        At least 36; 100 give about 541 ties.
    observed : float
        Probability that a tie is found, for a provider of average fame; 1 finds all.
    spurious : float
        Wrong ties per found one.
    fame : float
        How much likelier the ties of famous providers are found: log-odds per standard deviation. Fame is
        independent of power, and one standard deviation higher for decoys.

    Raises
    ------
    ValueError
        If there are too few firms, or a rate is out of its range.
    """
    if firms < 36 or not 0 < observed <= 1 or spurious < 0:
        raise ValueError("at least 36 firms, observed in (0, 1] and spurious of at least 0 are needed")
    names = ids(rng, firms)
    definers, chokepoints, decoys, rest = names[:2], names[2:4], names[4:8], names[8:]
    drafts = _truth(rng, definers, chokepoints, decoys, rest)
    renown = {name: float(rng.normal()) + (name in decoys) for name in names}
    seen = _observe(rng, drafts, renown, observed, fame)
    seen += _noise(rng, names, int(rng.poisson(spurious * len(seen))))
    return Sample(
        draft_ties("planted", seen, names),
        tuple(sorted(names)),
        frozenset(definers),
        frozenset(chokepoints),
        frozenset(decoys),
    )


def planted_drafts(rng: Generator, names: Sequence[str]) -> list[Draft]:
    """True ties among `names`: the first two are definers, the next two chokepoints, the next four decoys.

    Parameters
    ----------
    rng : numpy.random.Generator
    names : sequence of str
        At least 36.
    """
    return _truth(rng, names[:2], names[2:4], names[4:8], names[8:])


def _truth(
    rng: Generator, definers: Sequence[str], chokepoints: Sequence[str], decoys: Sequence[str], rest: Sequence[str]
) -> list[Draft]:
    middle, leaves = rest[:_MIDDLE], rest[_MIDDLE:]
    rivals = middle[:_RIVALS]
    drafts: list[Draft] = []
    for firm in [*leaves, *middle[_RIVALS:]]:
        drafts += _core(rng, firm, definers, rivals)
        drafts += _periphery(rng, firm, decoys, middle)
        if rng.random() < 0.5:
            drafts.append(Draft(firm, str(rng.choice(middle)), "dist", "channel", 0.6))
    for definer, chokepoint in zip(definers, chokepoints, strict=True):
        equipped = [definer, *(str(rival) for rival in rng.choice(rivals, 2, replace=False))]
        drafts += [Draft(firm, chokepoint, "supply", "equipment", 0.9) for firm in equipped]
    for firm in middle:
        if rng.random() < 0.5:
            drafts.append(Draft(firm, str(rng.choice(leaves)), "supply", "other", 0.6))
    return [draft for draft in drafts if draft.dependent != draft.provider]


def _core(rng: Generator, firm: str, definers: Sequence[str], rivals: Sequence[str]) -> list[Draft]:
    drafts: list[Draft] = []
    slots: tuple[tuple[str, ScoreLayer, str], ...] = (("core1", "tech", definers[0]), ("core2", "supply", definers[1]))
    for slot, layer, definer in slots:
        if rng.random() < _HOLD:
            drafts.append(Draft(firm, definer, layer, slot, 0.9))
        elif rng.random() < _FALLBACK:
            drafts.append(Draft(firm, str(rng.choice(rivals)), layer, slot, 0.9))
    return drafts


def _periphery(rng: Generator, firm: str, decoys: Sequence[str], middle: Sequence[str]) -> list[Draft]:
    chosen = [decoy for decoy in decoys if rng.random() < 0.6]
    chosen += [str(other) for other in rng.choice(middle, 3, replace=False) if rng.random() < 0.5]
    return [Draft(firm, provider, "supply", "periphery", 0.3) for provider in chosen]


def _observe(
    rng: Generator, drafts: Sequence[Draft], renown: Mapping[str, float], observed: float, fame: float
) -> list[Draft]:
    if observed == 1:
        return list(drafts)
    odds = math.log(observed / (1 - observed))
    return [draft for draft in drafts if rng.random() < 1 / (1 + math.exp(-(odds + fame * renown[draft.provider])))]


def _noise(rng: Generator, names: Sequence[str], count: int) -> list[Draft]:
    drafts = []
    for _ in range(count):
        dependent, provider = (str(name) for name in rng.choice(names, 2, replace=False))
        layer = SCORE_LAYERS[int(rng.integers(len(SCORE_LAYERS)))]
        slot = f"noise{int(rng.integers(_NOISE_SLOTS))}"
        drafts.append(Draft(dependent, provider, layer, slot, float(rng.choice([0.3, 0.6, 0.9]))))
    return drafts
