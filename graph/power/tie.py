"""A tie that may enter a score, and the ties of one paradigm as of a date.

The score must never see money: a :class:`ScoreTie` has no field for an amount, and its layer cannot be
``capital``.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from typing import Final, Literal, get_args

from ...ontology.values import latest
from ...ontology.words import DEFAULT_CONFIDENCE
from ..names import NodeName

__all__ = ["SCORE_LAYERS", "Evidence", "ScoreLayer", "ScoreTie", "ScoreTies"]

ScoreLayer = Literal["tech", "dist", "supply"]
"""Layers that a score may use; ``capital`` is not among them."""
Evidence = Literal["all", "sourced"]
SCORE_LAYERS: Final[tuple[ScoreLayer, ...]] = get_args(ScoreLayer)
_MEMORY: Final = 1.0 - float(DEFAULT_CONFIDENCE["known"])


@dataclass(frozen=True, slots=True)
class ScoreTie:
    """`dependent` needs `slot`; `provider` fills it.

    Parameters
    ----------
    provider : str
        Id of an organization, or ``IN_HOUSE``, ``UNKNOWN``, ``OPEN:<standard>``.
    start, until : date
        Half-open interval in which the tie held; `until` is None where no end is stated.
    share_low, share_high : float or None
        Share of the slot, 0 to 1; None where nobody stated one; 0 to 0 is a tie signed but not delivered.
    criticality : float
        Share of the dependent's activity lost within 24 months if the slot were empty.
    revocability : float
        Whether the provider can withhold: 1 at will, 0 not at all.
    closed : bool
        The providers of the slot are listed completely.
    confidence : float
        Probability that the claim holds (gamma).
    end_unknown : bool
        It ended, and nobody says when.
    confirmed : date or None
        Last day on which a source saw the tie.
    attested : tuple of (str, float)
        Fields that a source bears out, each with the confidence of its best evidence; the others are judged.
    """

    id: str
    dependent: str
    provider: str
    slot: str
    layer: ScoreLayer
    start: date
    until: date | None = None
    share_low: float | None = None
    share_high: float | None = None
    criticality: float = 0.9
    revocability: float = 1.0
    closed: bool = False
    confidence: float = 1.0
    evidence: str = "sourced"
    round_trip: bool = False
    end_unknown: bool = False
    confirmed: date | None = None
    known: date | None = None
    attested: tuple[tuple[str, float], ...] = ()

    @property
    def is_own(self) -> bool:
        """Whether this part of the slot rests on nobody: filled in-house or by an open standard."""
        return self.provider in ("IN_HOUSE", self.dependent) or self.provider.startswith("OPEN:")

    @property
    def is_named(self) -> bool:
        """Whether the slot rests on another organization through this tie."""
        return not self.is_own and self.provider != "UNKNOWN"

    def doubt(self, name: str) -> float:
        """Part of the error model's width that a field keeps: 1 where the coder judged it, less where a source has it.

        It is (1 - confidence of the field's evidence) / (1 - confidence of what rests on memory), at most 1.
        """
        confidence = dict(self.attested).get(name)
        return 1.0 if confidence is None else min(1.0, (1.0 - confidence) / _MEMORY)

    @property
    def middle(self) -> float | None:
        """Middle of the stated share, None where none is stated; 0 is a tie signed and not delivered."""
        stated = [share for share in (self.share_low, self.share_high) if share is not None]
        return sum(stated) / len(stated) if stated else None


@dataclass(frozen=True)
class ScoreTies:
    """Ties of one paradigm that held as of a date; all that a score may read.

    Parameters
    ----------
    as_of : str
        ``YYYY[-MM[-DD]]``; a year or month means its last day.
    ties : tuple of ScoreTie
    names : mapping of id to NodeName, optional
        Names of all organizations of the store. Without it every dependent and provider counts as a company.
    coded_from, coded_to : str, optional
        Period for which the paradigm's ties were enumerated.
    cohorts : bool
        Whether cohorts of adopters are among the dependents.
    masses : mapping of id to float, optional
        u_j of dependents that count for more or less than one participant; at least 0.
    claims : str, optional
        Version of the claims that the ties were read from.

    Raises
    ------
    ValueError
        If a tie is on the capital layer, or a share, criticality, revocability or confidence is outside 0..1.
    """

    paradigm: str
    as_of: str
    ties: tuple[ScoreTie, ...]
    names: Mapping[str, NodeName] | None = field(default=None, repr=False)
    coded_from: str | None = None
    coded_to: str | None = None
    known_by: str | None = None
    evidence: Evidence = "all"
    round_trip: bool = True
    cohorts: bool = False
    masses: Mapping[str, float] = field(default_factory=dict, repr=False)
    claims: str | None = None

    def __post_init__(self) -> None:
        if not all(math.isfinite(mass) and mass >= 0 for mass in self.masses.values()):
            raise ValueError("the mass of a dependent must be a number of at least 0")
        for tie in self.ties:
            if tie.layer not in SCORE_LAYERS:
                raise ValueError(f"tie {tie.id}: a score does not take ties of layer {tie.layer}")
            degrees = (tie.share_low, tie.share_high, tie.criticality, tie.revocability, tie.confidence)
            if not all(degree is None or 0 <= degree <= 1 for degree in degrees):
                raise ValueError(f"tie {tie.id}: share, criticality, revocability and confidence run from 0 to 1")
        _ = self.day  # a date that does not exist is refused here

    def __iter__(self) -> Iterator[ScoreTie]:
        return iter(self.ties)

    def __len__(self) -> int:
        return len(self.ties)

    @cached_property
    def day(self) -> date:
        """Last day that `as_of` may mean."""
        return latest(self.as_of)

    @cached_property
    def last_coded(self) -> date | None:
        """Last day of the coded period."""
        return latest(self.coded_to) if self.coded_to else None

    def name(self, key: str) -> NodeName:
        """Names of an organization; its id where the store has none."""
        return (self.names or {}).get(key) or NodeName(key, key, company=self.names is None)

    def mass(self, dependent: str) -> float:
        """u_j: how many participants a dependent counts for; 1 unless stated."""
        return self.masses.get(dependent, 1.0)

    def active(self, tie: ScoreTie, half_life: float) -> float:
        """Probability that the tie still held on `day`: 2^(-(years since last confirmed) / half-life).

        A tie decays if its end is unknown, or if it is open but `day` lies after the coded period: then
        nobody looked again since that period's last day. All others are as stated: probability 1.
        """
        return float(2 ** (-self.unconfirmed(tie) / half_life))

    def unconfirmed(self, tie: ScoreTie) -> float:
        """Years for which nobody has looked whether the tie still holds; 0 for one that is as stated."""
        since = tie.confirmed or tie.start
        if not tie.end_unknown:
            if tie.until is not None or self.last_coded is None or self.last_coded >= self.day:
                return 0.0
            since = max(since, self.last_coded + timedelta(days=1))
        return max((self.day - since).days, 0) / 365.25
