"""A second generator, without the model's slots: preferential attachment with fitness.

Firms arrive one by one and each takes a few providers among those already there, with probability in
proportion to fitness times (dependents + 1) (Bianconi & Barabasi 2001). A few firms get a much higher
fitness. Power is plain popularity here, so counting dependents is the right answer, and the model, which
looks for substitutes and chains, has nothing to find that a count does not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np

from .sample import Draft, Sample, draft_ties

if TYPE_CHECKING:
    from numpy.random import Generator

__all__ = ["Coding", "fitness_sample"]

Coding = Literal["one", "own", "two"]
"""How a coder who knows no slots may write the ties down: one slot per dependent, one per tie, or two at random."""
_FIRST = 3


def fitness_sample(
    rng: Generator,
    firms: int = 120,
    *,
    links: int = 4,
    fit: int = 5,
    boost: float = 6.0,
    observed: float = 0.7,
    coding: Coding = "one",
) -> Sample:
    """Draw an ecosystem by preferential attachment with fitness; its definers are the `fit` boosted firms.

    Parameters
    ----------
    links : int
        Providers that each new firm takes.
    boost : float
        Factor on the fitness of the definers, who arrive in the first half.
    observed : float
        Probability that a tie is found.

    Raises
    ------
    ValueError
        If there are too few firms for so many definers.
    """
    first = 5
    if fit > firms // 2 - first:
        raise ValueError(f"{firms} firms are too few for {fit} definers")
    strength = rng.gamma(2.0, 0.5, firms)
    definers = rng.choice(np.arange(first, firms // 2), fit, replace=False)
    strength[definers] *= boost
    dependents = np.zeros(firms)
    names = [f"f{i:03d}" for i in range(firms)]
    drafts: list[Draft] = []
    for i in range(_FIRST, firms):
        pull = strength[:i] * (dependents[:i] + 1)
        chosen = rng.choice(i, min(links, i), replace=False, p=pull / pull.sum())
        dependents[chosen] += 1
        for j, provider in enumerate(chosen.tolist()):
            slot = {"one": "s0", "own": f"s{j}", "two": f"s{int(rng.integers(2))}"}[coding]
            drafts.append(Draft(names[i], names[provider], "tech", slot, float(rng.choice([0.3, 0.6, 0.9]))))
    seen = [draft for draft in drafts if rng.random() < observed]
    return Sample(draft_ties("fitness", seen, names), tuple(names), frozenset(names[i] for i in definers.tolist()))
