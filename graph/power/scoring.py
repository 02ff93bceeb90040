"""Definition power: D_A = 1/2 R_A / sum(u) + 1/2 K_A / sum(u) (METHOD 1.4).

Both facets are mean exposure per participant, so nothing is normalised: "on average 49 % of the ecosystem
rests on A". Averages are shown, totals are kept: monotonicity holds for totals.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from ..names import NodeName
from .lockin import loss_matrix
from .projection import Projection, project
from .reach import reach_exact, reach_pagerank
from .spec import DEFAULT_SPEC, Spec
from .tie import ScoreTies

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

    Vector = NDArray[np.float64]

__all__ = ["Coverage", "FirmPower", "PowerResult", "score", "score_fast"]

_DIGITS = 12
"""Decimals to which scores must agree to share a rank."""


@dataclass(frozen=True, slots=True)
class FirmPower:
    """Power of a company: averages per participant in 0..1, and totals in dependent-equivalents.

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
class PowerResult:
    """Definition power in one paradigm as of a date.

    Attributes
    ----------
    n : int
        Participants: organizations with at least one slot in the paradigm.
    firms : tuple of FirmPower
        Companies that depend or are depended on, the most powerful first; equal ones by id.
    spec : str
        Id of the settings.
    """

    paradigm: str
    as_of: str
    spec: str
    n: int
    firms: tuple[FirmPower, ...]
    coverage: Coverage
    known_by: str | None = None
    evidence: str = "all"
    round_trip: bool = True
    names: Mapping[str, NodeName] = field(default_factory=dict, repr=False)

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
        """Plain data in the form of ``definer power --json``; reach and lock-in are averages."""
        firms = [
            {
                "id": firm.id,
                "name": {"en": self.names[firm.id].en, "zh": self.names[firm.id].zh},
                "rank": firm.rank,
                "power": firm.power,
                "reach": firm.reach,
                "lockin": firm.lockin,
                "in_degree": firm.in_degree,
            }
            for firm in self.firms
        ]
        return {
            "as_of": self.as_of,
            "paradigm": self.paradigm,
            "spec": self.spec,
            "n": self.n,
            "firms": firms,
        }

    def to_pandas(self) -> pd.DataFrame:
        """One row per company, indexed by id; totals in dependent-equivalents beside the averages."""
        import pandas as pd

        columns = [
            "name_en",
            "name_zh",
            "rank",
            "power",
            "reach",
            "lockin",
            "in_degree",
            "reach_total",
            "lockin_total",
        ]
        rows = [
            [
                self.names[firm.id].en,
                self.names[firm.id].zh,
                firm.rank,
                firm.power,
                firm.reach,
                firm.lockin,
                firm.in_degree,
                firm.reach_total,
                firm.lockin_total,
            ]
            for firm in self.firms
        ]
        index = pd.Index([firm.id for firm in self.firms], name="id", dtype="object")
        return pd.DataFrame(rows, index=index, columns=columns)

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{word}</th>" for word in ("rank", "firm", "power", "reach", "lock-in", "in-degree"))
        body = "".join(
            f"<tr><td>{firm.rank}</td>"
            f"<td>{escape(self.names[firm.id].en)} {escape(self.names[firm.id].zh)}</td>"
            f"<td>{firm.power:.3f}</td><td>{firm.reach:.3f}</td><td>{firm.lockin:.3f}</td><td>{firm.in_degree}</td></tr>"
            for firm in self.firms
        )
        caption = f"{escape(self.paradigm)}, {escape(self.as_of)}, n = {self.n}, {escape(self.spec)}"
        return f"<table><caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


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
    order.sort(key=lambda i: (-round(float(power[i]), _DIGITS), projection.nodes[i]))
    firms: list[FirmPower] = []
    for place, i in enumerate(order, start=1):
        alike = firms and round(firms[-1].power, _DIGITS) == round(float(power[i]), _DIGITS)
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
    return PowerResult(
        ties.paradigm,
        ties.as_of,
        spec.id,
        n,
        tuple(firms),
        _coverage(ties),
        ties.known_by,
        ties.evidence,
        ties.round_trip,
        ranked,
    )


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
