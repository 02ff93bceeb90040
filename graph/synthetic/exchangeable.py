"""An ecosystem without a definer: every provider is as good as any other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .sample import Draft, Sample, draft_ties

if TYPE_CHECKING:
    from numpy.random import Generator

__all__ = ["exchangeable_sample"]


def exchangeable_sample(
    rng: Generator, providers: int = 12, dependents: int = 50, *, slots: int = 2, each: int = 3
) -> Sample:
    """Draw an ecosystem in which every dependent takes `each` providers at random in each of its slots.

    Who comes first owes it to chance: a verdict "definer" is wrong here.
    """
    names = [f"p{i:02d}" for i in range(providers)]
    takers = [f"d{i:02d}" for i in range(dependents)]
    drafts = [
        Draft(taker, str(name), "tech", f"s{slot}", 0.6)
        for taker in takers
        for slot in range(slots)
        for name in rng.choice(names, each, replace=False)
    ]
    return Sample(draft_ties("exchangeable", drafts, [*names, *takers]), tuple(sorted([*names, *takers])))
