"""What is known about worth: companies, claims of value and revenue, multiples, exchange rates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .fx import FxTable

__all__ = ["Evidence", "Firm", "FundamentalClaim", "Multiple", "Observations", "ValuationClaim"]


@dataclass(frozen=True, slots=True)
class Firm:
    """A company: its id, names (en, zh), country, home paradigm and industry (ids, where known)."""

    id: str
    name_en: str
    name_zh: str
    country: str | None
    paradigm: str | None
    industry: str | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """How well a claim stands: rank, status, evidence, ids of its sources, the best tier among them."""

    rank: str
    status: str
    evidence: str
    operator: str
    sources: tuple[str, ...]
    tier: int

    def to_dict(self) -> dict[str, object]:
        """How the claim is said and on what it rests, as plain values."""
        return {
            "operator": self.operator,
            "status": self.status,
            "evidence": self.evidence,
            "sources": list(self.sources),
        }


@dataclass(frozen=True, slots=True)
class ValuationClaim:
    """One claim of what a firm was valued at, in billions of `currency`; `locator` says where a list has it."""

    id: str
    firm: str
    date: str
    kind: str
    low: float
    high: float
    currency: str
    evidence: Evidence
    locator: str = ""


@dataclass(frozen=True, slots=True)
class FundamentalClaim:
    """One figure of a firm over a period: in billions of `currency` where there is one, else in `unit`."""

    id: str
    firm: str
    metric: str
    start: str
    end: str
    low: float
    high: float
    currency: str | None
    evidence: Evidence
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Multiple:
    """Median of an industry's multiple on a published list, with its quartiles and number of firms."""

    id: str
    industry: str
    metric: str
    date: str
    low: float
    middle: float
    high: float
    n: int
    sources: tuple[str, ...]

    def to_dict(self) -> dict[str, object]:
        """Multiple and where it comes from, as plain values."""
        return {
            "claim": self.id,
            "industry": self.industry,
            "metric": self.metric,
            "scope": "all",
            "list_year": self.date,
            "median": self.middle,
            "quartiles": [self.low, self.high],
            "n": self.n,
            "sources": list(self.sources),
        }


@dataclass(frozen=True, slots=True)
class Observations:
    """Everything that premiums are computed from.

    Attributes
    ----------
    firms : tuple of Firm
        All companies, sorted by id.
    valuations, fundamentals : dict
        Claims of each firm, sorted by id; fundamentals are revenues and run rates.
    multiples : dict
        Multiples of each industry over all countries, sorted by id.
    fx : FxTable
    figures : mapping
        Claims of each firm of the other metrics that baselines read (profit, growth, book value ...), sorted by id.
    headings : mapping
        Heading of a published list, as it stands there -> industry.
    """

    firms: tuple[Firm, ...]
    valuations: dict[str, tuple[ValuationClaim, ...]]
    fundamentals: dict[str, tuple[FundamentalClaim, ...]]
    multiples: dict[str, tuple[Multiple, ...]]
    fx: FxTable
    figures: Mapping[str, tuple[FundamentalClaim, ...]] = field(default_factory=dict)
    headings: Mapping[str, str] = field(default_factory=dict)
