"""Curation cap: who would be first if nobody's ties had been looked for harder than anybody else's (METHOD 1.9).

Coders find more ties of firms that they know to have won. To see how much of a lead is such attention, every
provider keeps at most k ties, drawn at random, and the rest are treated as never coded.

It over-corrects: a firm on which many really depend loses true ties, and one with fewer than k loses none. So the
cap is a bound, not a better estimate. A leader that stays first under it needs no attention to explain its lead; of
one that does not, tie counts are part of the finding and must be shown as such.

Only ties to named organizations are capped: those filled in-house, by an open standard, or by nobody known are no
provider's, and nobody curates them for a provider's sake.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..ensemble import leave_out
from ..power.result import Result, Setting, setting_of
from ..power.scoring import score_fast
from ..power.spec import DEFAULT_SPEC, Spec
from ..power.tie import ScoreTies
from ..uncertainty.ranks import first_places, ranks

__all__ = ["CAPS", "CapRow", "CurationCap", "curation_cap"]

CAPS = (5, 10, 15)
"""Ties that each provider may keep."""


@dataclass(frozen=True, slots=True)
class CapRow:
    """A company under each cap; `p_rank1` in the order of the caps."""

    id: str
    rank: int
    ties: int
    p_rank1: tuple[float, ...]


@dataclass(frozen=True)
class CurationCap(Result):
    """Share of draws in which each company is first when every provider keeps at most k ties.

    Attributes
    ----------
    caps : tuple of int
    firms : tuple of CapRow
        In the order of the score. A first place that s firms share counts 1/s for each.
    p_none : tuple of float
        Per cap, share of draws in which no company has any power.
    kept : tuple of int
        Per cap, ties that remain.
    """

    of: Setting
    caps: tuple[int, ...]
    firms: tuple[CapRow, ...]
    p_none: tuple[float, ...]
    kept: tuple[int, ...]

    @property
    def setting(self) -> Setting:
        """What the shares rest on."""
        return self.of

    def records(self) -> Sequence[Mapping[str, Any]]:
        """One row per company that is first in any draw, or as scored."""
        return [
            {
                "id": firm.id,
                "rank": firm.rank,
                "ties": firm.ties,
                **{f"p_rank1_k{cap}": share for cap, share in zip(self.caps, firm.p_rank1, strict=True)},
            }
            for firm in self.firms
            if firm.rank == 1 or max(firm.p_rank1, default=0.0) > 0
        ]

    def to_dict(self) -> dict[str, Any]:
        """The rows, the caps, and what remains under each."""
        return {
            **super().to_dict(),
            "caps": list(self.caps),
            "p_none": list(self.p_none),
            "kept": list(self.kept),
        }


def curation_cap(
    ties: ScoreTies,
    spec: Spec = DEFAULT_SPEC,
    *,
    caps: Sequence[int] = CAPS,
    draws: int = 200,
    seed: int = 0,
) -> CurationCap:
    """P(rank 1) of every company when every provider keeps at most k ties.

    Parameters
    ----------
    caps : sequence of int
        Values of k, each at least 1.
    draws : int
        Random subsets per cap, at least 1.
    seed : int
        The same seed gives the same bytes.

    Raises
    ------
    ValueError
        If a cap or `draws` is below 1.
    """
    if draws < 1 or min(caps, default=1) < 1:
        raise ValueError("draws and caps must be at least 1")
    held: dict[str, list[str]] = {}
    for tie in sorted(ties, key=lambda tie: tie.id):
        if tie.is_named:
            held.setdefault(tie.provider, []).append(tie.id)
    scored = score_fast(ties, spec)
    shares: list[Mapping[str, float]] = []
    nobody: list[float] = []
    for cap in caps:
        # A generator per cap: another list of caps does not change the numbers of this one.
        rng = np.random.default_rng([seed, cap])
        groups = [
            [tie for provider in sorted(held) for tie in rng.permutation(held[provider])[cap:].tolist()]
            for _ in range(draws)
        ]
        found = leave_out(ties, groups, spec)
        power = found.power[found.company]
        firms = [node for node, ranked in zip(found.nodes, found.company.tolist(), strict=True) if ranked]
        shares.append(dict(zip(firms, first_places(power, *ranks(power)).tolist(), strict=True)))
        nobody.append(float(np.mean(power.max(axis=0, initial=0.0) <= 0.0)))
    rows = [
        CapRow(firm.id, firm.rank, len(held.get(firm.id, ())), tuple(share.get(firm.id, 0.0) for share in shares))
        for firm in scored.firms
    ]
    kept = tuple(len(ties) - sum(max(len(found) - cap, 0) for found in held.values()) for cap in caps)
    setting = setting_of(ties, spec, scored.n, seed=seed, draws=draws)
    return CurationCap(setting, tuple(caps), tuple(rows), tuple(nobody), kept)
