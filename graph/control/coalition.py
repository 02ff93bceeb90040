"""Collective definition power: what dependents would lose if several firms withdrew together (METHOD 1.7).

K(S) sums the losses of the counted dependents when all of S withdraw. Synergy is ``K(S) - sum_i K(i)``.

With g = 1 synergy is never positive: the sum of the members' losses solves ``x >= Phi(x)`` for the joint map Phi,
whose least fixed point K(S) is. It is 0 where every loss passes through one slot and no member stands behind
another; it is negative where two members bind different slots of one dependent (only the worst counts), or where
one member's loss reaches the dependent through the other (it would be counted twice). Positive synergy, firms
that replace each other until they leave together, needs a re-sourcing factor g > 1.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Final

import numpy as np

from ..power.projection import Projection, project
from ..power.result import setting_of
from ..power.spec import DEFAULT_SPEC, Spec
from ..power.tie import ScoreTies
from .allocation import Allocation, allocate
from .dependents import Dependents, counted_dependents, coverage_of, stateless
from .joint_loss import Coalition, Member, SideLoss
from .members import check_members, union_parts
from .withdrawal import SIDES, Side, holding, on_side, with_slot, withdrawals

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Vector = NDArray[np.float64]
    Mask = NDArray[np.bool_]

__all__ = ["coalition_lockin"]

_BLOCK: Final = 4096


def coalition_lockin(
    ties: ScoreTies,
    members: Sequence[str],
    countries: Mapping[str, str] | None = None,
    spec: Spec = DEFAULT_SPEC,
    *,
    dependents: Dependents = "foreign",
    unions: Sequence[Collection[str]] | None = None,
    draws: int = 1000,
    seed: int = 0,
) -> Coalition:
    """Joint loss by the withdrawal of `members`, its synergy, and each member's part.

    Parameters
    ----------
    members : sequence of str
        Ids, each once.
    countries : mapping of id to str, optional
        Country of every organization that has a known one; without it nobody counts as foreign.
    unions : sequence of collections of str, optional
        A priori unions for the Owen values; who is in none stands alone. By default the countries.
    draws, seed : int
        Orders to sample where more than 12 members can withhold anything from anybody.

    Raises
    ------
    CoalitionError
        No members, a member named twice, or a union with a stranger or with a member of another union.
    """
    check_members(members)
    home = countries or {}
    parts = union_parts(members, home, unions)
    projection = project(ties, spec)
    counted = counted_dependents(projection, members, home, dependents)
    mass = projection.mass * counted
    # Who can withhold nothing from anybody is a dummy: its part is 0, and it makes no game larger.
    holders = {node for node, holds in zip(projection.nodes, holding(projection), strict=True) if holds}
    players = [member for member in members if member in holders]
    place = {member: i for i, member in enumerate(players)}
    alive = [[place[member] for member in union if member in place] for union in parts]

    def value(coalitions: Sequence[tuple[int, ...]]) -> Vector:
        blocks = [coalitions[first : first + _BLOCK] for first in range(0, len(coalitions), _BLOCK)]
        return np.concatenate(
            [mass @ withdrawals(projection, [[players[i] for i in group] for group in block]) for block in blocks]
        )

    shared = allocate(value, len(players), [union for union in alive if union], draws=draws, seed=seed)
    alone = dict(zip(members, _alone(projection, members, mass), strict=True))
    total = float(mass @ withdrawals(projection, [members])[:, 0])
    drawn = {} if shared.exact else {"seed": seed, "draws": draws}
    n = int(np.count_nonzero(mass))
    return Coalition(
        tuple(_member(key, ties, home, projection, alone[key], shared, place.get(key)) for key in members),
        total,
        n,
        float(mass.sum()),
        dependents,
        tuple(_side(projection, members, mass, side) for side in SIDES),
        parts,
        "exact" if shared.exact else "sampled",
        stateless(projection, home) if dependents == "foreign" else (),
        projection.n,
        coverage_of(ties),
        setting_of(ties, spec, n, **drawn),
    )


def _alone(projection: Projection, members: Sequence[str], mass: Vector, slots: Mask | None = None) -> list[float]:
    losses = withdrawals(projection, [(member,) for member in members], slots)
    return [float(loss) for loss in mass @ losses]


def _side(projection: Projection, members: Sequence[str], mass: Vector, side: Side) -> SideLoss:
    slots = on_side(projection, side)
    needing = mass * with_slot(projection, slots)
    total = float(needing @ withdrawals(projection, [members], slots)[:, 0])
    weight = float(needing.sum())
    singles = sum(_alone(projection, members, needing, slots))
    return SideLoss(side, int(np.count_nonzero(needing)), total, total / weight if weight else None, singles)


def _member(
    key: str,
    ties: ScoreTies,
    countries: Mapping[str, str],
    projection: Projection,
    alone: float,
    shared: Allocation,
    player: int | None,
) -> Member:
    def part(values: Vector | None) -> float | None:
        if values is None:
            return None
        return 0.0 if player is None else float(values[player])

    return Member(
        key,
        ties.name(key),
        countries.get(key),
        projection.index(key) is not None,
        alone,
        part(shared.shapley) or 0.0,
        part(shared.owen) or 0.0,
        part(shared.shapley_error),
        part(shared.owen_error),
    )
