"""Definition power: D_A = 1/2 R_A / sum(u) + 1/2 K_A / sum(u) (METHOD 1.4).

Both facets are mean exposure per participant, so nothing is normalised: "on average 49 % of the ecosystem
rests on A". Averages are shown, totals are kept: monotonicity holds for totals.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from ..names import NodeName
from ..precision import DIGITS
from .lockin import loss_matrix
from .plausibility import FirmUncertainty, Uncertainty
from .projection import Projection, project
from .reach import reach_exact, reach_pagerank
from .result import Result, Setting, setting_of
from .spec import DEFAULT_SPEC, Spec
from .tie import ScoreTies

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

    Vector = NDArray[np.float64]

__all__ = ["Coverage", "FirmPower", "PowerResult", "score", "score_fast"]


@dataclass(frozen=True, slots=True)
class FirmPower:
    """Power of a company: averages per participant, and totals in dependent-equivalents.

    Averages lie in 0..1; only in circles of dependence may reach, which counts every visit, be more.

    Companies with equal power share a rank (1, 2, 2, 4). `in_degree`, the number of distinct dependents, is
    the baseline to beat.
    """

    id: str
    rank: int
    power: float
    reach: float
    lockin: float
    in_degree: int
    reach_total: float
    lockin_total: float


@dataclass(frozen=True, slots=True)
class Coverage:
    """Period for which a paradigm's ties were enumerated, and whether the date asked for lies outside it."""

    coded_from: str | None
    coded_to: str | None
    before_coded_period: bool
    beyond_coded_period: bool

    def note(self, lang: Literal["en", "zh"] = "en") -> str:
        """One sentence for the reader; empty inside the coded period."""
        if not (self.before_coded_period or self.beyond_coded_period):
            return ""
        if lang == "zh":
            tail = "此后无人复核，开放的关系按半衰期衰减" if self.beyond_coded_period else "此前的关系未编码"
            return f"关系编码期为 {self.coded_from or '?'} 至 {self.coded_to or '?'}；{tail}。"
        tail = (
            "nobody looked again after that: open ties decay"
            if self.beyond_coded_period
            else "earlier ties were not coded"
        )
        return f"ties were coded for {self.coded_from or '?'} to {self.coded_to or '?'}; {tail}."


@dataclass(frozen=True)
class PowerResult(Result):
    """Definition power in one paradigm as of a date.

    Attributes
    ----------
    n : int
        Participants: organizations with at least one slot in the paradigm.
    firms : tuple of FirmPower
        Companies that depend or are depended on, the most powerful first; equal ones by id.
    spec : str
        Id of the settings.
    uncertainty : Uncertainty, optional
        Intervals, P(rank 1) and verdict; None where no draws were asked for.
    """

    scored: Setting
    firms: tuple[FirmPower, ...]
    coverage: Coverage
    names: Mapping[str, NodeName] = field(default_factory=dict, repr=False)
    uncertainty: Uncertainty | None = field(default=None, repr=False)

    @property
    def setting(self) -> Setting:
        """What the answer rests on."""
        return self.uncertainty.setting if self.uncertainty else self.scored

    @property
    def paradigm(self) -> str:
        """Id of the paradigm."""
        return self.scored.paradigm or ""

    @property
    def as_of(self) -> str:
        """Date of valid time."""
        return self.scored.as_of

    @property
    def known_by(self) -> str | None:
        """Date of known time."""
        return self.scored.known_by

    @property
    def evidence(self) -> str:
        """Which claims count: ``all`` or ``sourced``."""
        return self.scored.evidence

    @property
    def spec(self) -> str:
        """Id of the settings."""
        return self.scored.spec

    @property
    def n(self) -> int:
        """Participants: organizations with at least one slot in the paradigm."""
        return self.scored.n

    @property
    def coded_from(self) -> str | None:
        """First date for which the paradigm's ties were enumerated."""
        return self.coverage.coded_from

    @property
    def coded_to(self) -> str | None:
        """Last date for which the paradigm's ties were enumerated."""
        return self.coverage.coded_to

    @property
    def beyond_coded_period(self) -> bool:
        """Whether the date lies after the last one that was coded: open ties decay."""
        return self.coverage.beyond_coded_period

    def firm(self, key: str) -> FirmPower | None:
        """Find the company with that id; None if it neither depends nor is depended on."""
        return next((firm for firm in self.firms if firm.id == key), None)

    def to_dict(self) -> dict[str, Any]:
        """Plain data in the form of ``definer power --json``; reach and lock-in are averages.

        Without draws the intervals, P(rank 1), verdict and seed are None, and `draws` is 0.
        """
        certain = {firm.id: firm for firm in self.uncertainty.firms} if self.uncertainty else {}
        firms = [
            {
                "id": firm.id,
                "name": {"en": self.names[firm.id].en, "zh": self.names[firm.id].zh},
                "rank": firm.rank,
                "power": firm.power,
                "reach": firm.reach,
                "lockin": firm.lockin,
                "in_degree": firm.in_degree,
                **_spread(certain.get(firm.id)),
            }
            for firm in self.firms
        ]
        verdict = self.uncertainty.verdict if self.uncertainty else None
        setting = self.setting
        return {
            "as_of": self.as_of,
            "paradigm": self.paradigm,
            "spec": self.spec,
            "n": self.n,
            "known_by": setting.known_by,
            "evidence": setting.evidence,
            "round_trip": setting.round_trip,
            "cohorts": setting.cohorts,
            "claims": setting.claims,
            **({"masses": dict(setting.masses)} if setting.masses else {}),
            "seed": setting.seed,
            "draws": setting.draws or 0,
            "errors": self.uncertainty.errors if self.uncertainty else None,
            "verdict": verdict.word if verdict else None,
            "verdict_of": verdict.to_dict() if verdict else None,
            "firms": firms,
        }

    def records(self) -> Sequence[Mapping[str, Any]]:
        """One row per company; totals in dependent-equivalents beside the averages."""
        certain = {firm.id: firm for firm in self.uncertainty.firms} if self.uncertainty else {}
        rows: list[dict[str, Any]] = []
        for firm in self.firms:
            row: dict[str, Any] = {
                "id": firm.id,
                "name_en": self.names[firm.id].en,
                "name_zh": self.names[firm.id].zh,
                "rank": firm.rank,
                "power": firm.power,
                "reach": firm.reach,
                "lockin": firm.lockin,
                "in_degree": firm.in_degree,
                "reach_total": firm.reach_total,
                "lockin_total": firm.lockin_total,
            }
            if firm.id in certain:
                spread = certain[firm.id]
                row["rank_low"], row["rank_high"] = spread.rank_interval
                row["p_rank1"] = spread.p_rank1
                row["power_low"], row["power_high"] = spread.power_interval
            rows.append(row)
        return rows

    def to_pandas(self) -> pd.DataFrame:
        """One row per company, indexed by id; totals in dependent-equivalents beside the averages."""
        frame = super().to_pandas()
        if self.firms:
            return frame.set_index("id")
        columns = ["name_en", "name_zh", "rank", "power", "reach", "lockin", "in_degree", "reach_total", "lockin_total"]
        return frame.reindex(columns=columns).rename_axis("id")


def _spread(firm: FirmUncertainty | None) -> dict[str, Any]:
    if firm is None:
        return {"rank_interval": None, "p_rank1": None, "power_interval": None, "power_median": None}
    return {
        "rank_interval": list(firm.rank_interval),
        "p_rank1": firm.p_rank1,
        "power_interval": list(firm.power_interval),
        "power_median": firm.power_median,
    }


def score(ties: ScoreTies, spec: Spec = DEFAULT_SPEC) -> PowerResult:
    """Definition power of every company in `ties`, with reach by ``networkx.pagerank``.

    No ties give an honest empty result: n = 0 and no firms.
    """
    projection = project(ties, spec)
    return _result(ties, spec, projection, reach_pagerank(projection, spec.alpha))


def score_fast(ties: ScoreTies, spec: Spec = DEFAULT_SPEC) -> PowerResult:
    """Score as :func:`score` does, with reach by a linear solve: for many scorings in a row."""
    projection = project(ties, spec)
    return _result(ties, spec, projection, reach_exact(projection, spec.alpha))


def _result(ties: ScoreTies, spec: Spec, projection: Projection, reach: Vector) -> PowerResult:
    n = projection.n
    lockin = loss_matrix(projection) @ projection.mass
    degrees = _in_degrees(projection)
    total = projection.total_mass or 1.0
    power = (spec.weights[0] * reach + spec.weights[1] * lockin) / total
    names = {node: ties.name(node) for node in projection.nodes}
    order = [i for i, node in enumerate(projection.nodes) if names[node].company]
    order.sort(key=lambda i: (-round(float(power[i]), DIGITS), projection.nodes[i]))
    firms: list[FirmPower] = []
    for place, i in enumerate(order, start=1):
        alike = firms and round(firms[-1].power, DIGITS) == round(float(power[i]), DIGITS)
        node = projection.nodes[i]
        firms.append(
            FirmPower(
                node,
                firms[-1].rank if alike else place,
                float(power[i]),
                float(reach[i]) / total,
                float(lockin[i]) / total,
                degrees.get(node, 0),
                float(reach[i]),
                float(lockin[i]),
            )
        )
    ranked = {firm.id: names[firm.id] for firm in firms}
    return PowerResult(setting_of(ties, spec, n), tuple(firms), _coverage(ties), ranked)


def _in_degrees(projection: Projection) -> dict[str, int]:
    """Distinct dependents with a delivered tie, per provider."""
    pairs = {(fill.provider, slot.dependent) for slot in projection.slots for fill in slot.fills if fill.delivered}
    degrees: dict[str, int] = {}
    for provider, _ in pairs:
        degrees[provider] = degrees.get(provider, 0) + 1
    return degrees


def _coverage(ties: ScoreTies) -> Coverage:
    from ...ontology.values import earliest, latest

    before = ties.coded_from is not None and ties.day < earliest(ties.coded_from)
    beyond = ties.coded_to is not None and ties.day > latest(ties.coded_to)
    return Coverage(ties.coded_from, ties.coded_to, before, beyond)
