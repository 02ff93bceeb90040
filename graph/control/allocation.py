"""Who contributes what to a joint loss: Shapley and Owen values of a cooperative game.

A game gives every coalition T of the players a value v(T), with v of nobody 0. The Shapley value (Shapley 1953) is
a player's mean marginal contribution over all orders of the players; the Owen value (Owen 1977) is the mean over
the orders in which the members of a union stand together. Both sum to the value of all. The Owen values of a
union sum to the Shapley value of that union in the game between unions; where every player is its own union, or
all are in one, Owen is Shapley.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import comb
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Vector = NDArray[np.float64]
    Masks = NDArray[np.int64]

__all__ = ["EXACT_LIMIT", "Allocation", "Value", "allocate", "owen", "shapley"]

EXACT_LIMIT: Final = 12
"""Players up to which every coalition is valued: 2^12 of them."""
Value = Callable[[Sequence[tuple[int, ...]]], "Vector"]
"""Values of coalitions, each a tuple of players' positions in order."""
Unions = Sequence[Sequence[int]]


@dataclass(frozen=True, eq=False)
class Allocation:
    """Values of the players, with standard errors where orders were sampled.

    Attributes
    ----------
    shapley, owen : ndarray of shape (players,)
    shapley_error, owen_error : ndarray of shape (players,), or None
        Standard error of the mean over sampled orders; None where the values are exact.
    draws : int or None
        Sampled orders.
    """

    shapley: Vector
    owen: Vector
    shapley_error: Vector | None = None
    owen_error: Vector | None = None
    draws: int | None = None

    @property
    def exact(self) -> bool:
        """Whether every coalition was valued."""
        return self.draws is None


def allocate(value: Value, players: int, unions: Unions, *, draws: int = 1000, seed: int = 0) -> Allocation:
    """Shapley and Owen values of a game: exact for up to 12 players, from sampled orders beyond.

    Parameters
    ----------
    value : callable
        Gives the values of a list of coalitions; v of nobody must be 0.
    unions : sequence of sequences of int
        Parts that together hold every player once.
    draws, seed : int
        Orders to sample, at least 2, and where to begin.

    Raises
    ------
    ValueError
        On fewer than two draws: one order has no standard error.
    """
    if draws < 2:
        raise ValueError(f"at least two orders must be drawn, not {draws}")
    alone = [[player] for player in range(players)]
    plain = _same(unions, alone)
    if players <= EXACT_LIMIT:
        coalitions = [tuple(i for i in range(players) if mask >> i & 1) for mask in range(1 << players)]
        values = value(coalitions)
        shared = shapley(values)
        return Allocation(shared, shared if plain else owen(values, unions))
    means, errors = _sampled(value, alone, draws, seed)
    if plain:
        return Allocation(means, means, errors, errors, draws)
    owen_means, owen_errors = _sampled(value, unions, draws, seed)
    return Allocation(means, owen_means, errors, owen_errors, draws)


def _same(unions: Unions, alone: Unions) -> bool:
    """Whether the unions make no difference: everybody alone, or all in one."""
    return len(unions) <= 1 or len(unions) == len(alone)


def shapley(values: Vector) -> Vector:
    """Shapley value of every player.

    Parameters
    ----------
    values : ndarray of shape (2**n,)
        v(T) at the position whose binary digits say who is in T; ``values[0]`` is 0.
    """
    players = len(values).bit_length() - 1
    return owen(values, [[player] for player in range(players)])


def owen(values: Vector, unions: Unions) -> Vector:
    """Owen value of every player, with `unions` as a priori unions; `values` as in :func:`shapley`.

    phi_i = sum over R (other unions) and T (others of the own union of i) of
    [1 / (m C(m-1, |R|))] [1 / (b C(b-1, |T|))] (v(R + T + i) - v(R + T)), with m unions and b players in the own one.
    """
    result = np.zeros(len(values).bit_length() - 1)
    bits = [sum(1 << player for player in union) for union in unions]
    for k, union in enumerate(unions):
        outer, outer_weight = _subsets([bit for other, bit in enumerate(bits) if other != k])
        for player in union:
            inner, inner_weight = _subsets([1 << mate for mate in union if mate != player])
            before = outer[:, None] | inner[None, :]
            gain = values[before | 1 << player] - values[before]
            result[player] = outer_weight @ gain @ inner_weight
    return result


def _subsets(parts: Sequence[int]) -> tuple[Masks, Vector]:
    """Every union of the parts, and how likely it is to stand before a newcomer in a random order."""
    masks = np.zeros(1, dtype=np.int64)
    sizes = np.zeros(1, dtype=np.int64)
    for part in parts:
        masks, sizes = np.concatenate([masks, masks | part]), np.concatenate([sizes, sizes + 1])
    n = len(parts)
    weight = np.array([1.0 / ((n + 1) * comb(n, size)) for size in range(n + 1)])
    return masks, weight[sizes]


def _sampled(value: Value, unions: Unions, draws: int, seed: int) -> tuple[Vector, Vector]:
    """Means of marginal contributions over random orders, and their standard errors."""
    rng = np.random.default_rng(seed)
    orders = [_order(unions, rng) for _ in range(draws)]
    known: dict[frozenset[int], int] = {frozenset(): 0}
    for order in orders:
        for size in range(1, len(order) + 1):
            known.setdefault(frozenset(order[:size]), len(known))
    values = value([tuple(sorted(coalition)) for coalition in known])
    gains = np.zeros((draws, len(orders[0])))
    for draw, order in enumerate(orders):
        path = values[[known[frozenset(order[:size])] for size in range(len(order) + 1)]]
        gains[draw, order] = np.diff(path)
    return gains.mean(axis=0), gains.std(axis=0, ddof=1) / np.sqrt(draws)


def _order(unions: Unions, rng: np.random.Generator) -> list[int]:
    """Random order of unions, each in random order within."""
    shuffled = [list(rng.permutation(list(union))) for union in unions]
    return [int(player) for k in rng.permutation(len(shuffled)) for player in shuffled[k]]
