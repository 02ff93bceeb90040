"""The joint loss of a coalition, its synergy and its members' parts, as a result."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from ..names import NodeName
from ..power.result import Result, Setting
from ..power.scoring import Coverage
from .dependents import FEW, Dependents
from .withdrawal import Side

__all__ = ["Coalition", "Member", "SideLoss"]

_ROUNDING: Final = 12


@dataclass(frozen=True, slots=True)
class Member:
    """A member's part of the joint loss; totals in dependent-equivalents over the counted dependents.

    Attributes
    ----------
    present : bool
        Whether it depends, or is depended on, as of the date; who is not contributes nothing.
    alone : float
        K(i): the loss if it withdrew alone.
    shapley, owen : float
        Its part of K(S); the parts of all members sum to K(S).
    shapley_error, owen_error : float or None
        Standard errors where orders were sampled.
    """

    id: str
    name: NodeName
    country: str | None
    present: bool
    alone: float
    shapley: float
    owen: float
    shapley_error: float | None
    owen_error: float | None


@dataclass(frozen=True, slots=True)
class SideLoss:
    """Joint loss through the slots of one side alone, over the counted dependents that have one."""

    side: Side
    n: int
    total: float
    average: float | None
    singles: float


@dataclass(frozen=True)
class Coalition(Result):
    """What the counted dependents would lose if all members withdrew together, and whose part it is.

    Attributes
    ----------
    total, average : float, float or None
        K(S) in dependent-equivalents, and per counted dependent; None where nobody is counted.
    n : int
        Dependents counted; `mass` is the sum of their u_j.
    singles : float
        Sum of the members' K(i).
    unions : tuple of tuples of str
        A priori unions of the Owen values.
    method : str
        ``exact`` or ``sampled``.
    coverage : Coverage
        Coded period, and whether the date lies outside it.
    left_out : tuple of str
        Participants without a known country, not counted as foreign.
    """

    members: tuple[Member, ...]
    total: float
    n: int
    mass: float
    dependents: Dependents
    sides: tuple[SideLoss, ...]
    unions: tuple[tuple[str, ...], ...]
    method: str
    left_out: tuple[str, ...]
    participants: int
    coverage: Coverage
    inner: Setting

    @property
    def setting(self) -> Setting:
        """What the answer rests on; `n` counts the dependents whose losses count."""
        return self.inner

    @property
    def average(self) -> float | None:
        """K(S) per counted dependent."""
        return self.total / self.mass if self.mass else None

    @property
    def singles(self) -> float:
        """Sum of the members' losses alone."""
        return float(sum(member.alone for member in self.members))

    @property
    def synergy(self) -> float:
        """K(S) - sum_i K(i)."""
        return self.total - self.singles

    @property
    def few(self) -> bool:
        """Whether fewer than 5 dependents stand behind the averages."""
        return self.n < FEW

    @property
    def unions_matter(self) -> bool:
        """Whether the unions differ from everybody alone and from all in one."""
        return 1 < len(self.unions) < len(self.members)

    def records(self) -> Sequence[Mapping[str, Any]]:
        """One row per member, the largest part first."""
        order = sorted(self.members, key=lambda member: (-round(member.shapley, _ROUNDING), member.id))
        return [
            {
                "id": member.id,
                "name_en": member.name.en,
                "name_zh": member.name.zh,
                "country": member.country,
                "present": member.present,
                "alone": member.alone,
                "shapley": member.shapley,
                "shapley_error": member.shapley_error,
                "owen": member.owen,
                "owen_error": member.owen_error,
            }
            for member in order
        ]

    def to_dict(self) -> dict[str, Any]:
        """Setting, joint loss, sides and members."""
        members = [
            {"id": row["id"], "name": {"en": row["name_en"], "zh": row["name_zh"]}}
            | {key: value for key, value in row.items() if key not in ("id", "name_en", "name_zh")}
            for row in self.records()
        ]
        sides = [
            {
                "side": side.side,
                "n": side.n,
                "total": side.total,
                "average": side.average,
                "singles": side.singles,
                "synergy": side.total - side.singles,
            }
            for side in self.sides
        ]
        return {
            **self.inner.to_dict(),
            "dependents": self.dependents,
            "participants": self.participants,
            "beyond_coded_period": self.coverage.beyond_coded_period,
            "few": self.few,
            "unknown_country": list(self.left_out),
            "total": self.total,
            "average": self.average,
            "singles": self.singles,
            "synergy": self.synergy,
            "method": self.method,
            "unions": [list(union) for union in self.unions],
            "members": members,
            "sides": sides,
        }
