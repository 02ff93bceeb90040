"""How far the split depends on the order of explanation: Owen value with capital and country as one block.

The game: v(S) is what the characteristics in S explain of the gap when the pooled regression holds S alone. With
coefficients fixed at those of the full regression the game would be additive and every value a term of the two-fold
decomposition; estimated anew for each S, what two blocks explain in common is divided over all orders (Shorrocks
2013). Capital structure and the country dummy are a union (Owen 1977): they are nearly the same column, so orders in
which something else comes between them are left out, and only their sum is a finding.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from ..control.allocation import owen
from .estimate import Estimate, Floats, estimate
from .resampling import group_difference, weighted_fits
from .sample import BLOCKS, Sample

__all__ = ["Owen", "gap_owen"]

_COUNTRY, _CAPITAL = "country", "capital"


@dataclass(frozen=True)
class Owen:
    """Owen values of the blocks, in log points; they sum to the gap.

    Attributes
    ----------
    n_a, n_b : int
    values : mapping of str to Estimate
        By block; ``country`` is the group dummy.
    joint : Estimate
        Capital and country, jointly.
    with_capital : bool
        Whether the share of long-horizon capital is a block of its own; without it, what it does stands with the
        country.
    """

    n_a: int
    n_b: int
    values: Mapping[str, Estimate]
    joint: Estimate
    with_capital: bool

    def to_dict(self) -> dict[str, object]:
        """Values of the blocks, plain."""
        return {
            "n": [self.n_a, self.n_b],
            "values": {name: value.to_dict() for name, value in self.values.items()},
            "capital_and_country": self.joint.to_dict(),
            "with_capital": self.with_capital,
        }


def gap_owen(sample: Sample, counts: Floats, capital: Floats | None = None) -> Owen:
    """Owen values of the blocks, every coalition valued.

    Parameters
    ----------
    sample : Sample
    counts : ndarray of shape (draws, n)
    capital : ndarray of shape (n,), optional
        Share of long-horizon capital of each firm.
    """
    blocks = {name: sample.design(sample.block(name)) for name in BLOCKS if sample.block(name)}
    if capital is not None:
        blocks[_CAPITAL] = capital[:, None]
    players = [*blocks, _COUNTRY]
    union = [at for at, name in enumerate(players) if name in (_CAPITAL, _COUNTRY)]
    unions = [[at] for at in range(len(players)) if at not in union] + [union]
    # The value is linear in the game, so one matrix serves all draws.
    basis = np.eye(1 << len(players))
    shares = np.column_stack([owen(unit, unions) for unit in basis])
    once = np.ones((1, len(sample.in_a)))
    point = shares @ _game(sample, list(blocks.values()), once)
    draws = shares @ _game(sample, list(blocks.values()), counts)
    n = sample.n
    return Owen(
        n[sample.a],
        n[sample.b],
        {name: estimate(point[at, 0], draws[at]) for at, name in enumerate(players)},
        estimate(point[union].sum(), draws[union].sum(axis=0)),
        capital is not None,
    )


def _game(sample: Sample, blocks: list[Floats], counts: Floats) -> Floats:
    """Value of every coalition in every draw, shape (2 ** players, draws); the country is the last player."""
    outcome, in_a = sample.premium, sample.in_a
    gap = group_difference(outcome, in_a, counts)
    half = 1 << len(blocks)
    values = np.zeros((2 * half, len(counts)))
    values[half:] = gap  # the dummy takes up whatever the others leave
    for mask in range(1, half):
        part = np.column_stack([block for at, block in enumerate(blocks) if mask >> at & 1])
        slopes = weighted_fits(np.column_stack([np.ones(len(in_a)), part]), outcome, counts)[:, 1:]
        values[mask] = (slopes * group_difference(part, in_a, counts)).sum(axis=1)
    return values
