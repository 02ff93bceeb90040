"""Countries as coalitions: what others would lose if all companies of a country withdrew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from ..names import NodeName
from ..power.projection import Projection, project
from ..power.result import Result, Setting, setting_of
from ..power.scoring import Coverage
from ..power.spec import DEFAULT_SPEC, Spec
from ..power.tie import ScoreTies
from ..precision import DIGITS
from .dependents import (
    FEW,
    Dependents,
    companies_by_country,
    counted_dependents,
    coverage_of,
    organization_countries,
    stateless,
)
from .withdrawal import SIDES, Side, ceilings, on_side, with_slot, withdrawals

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Mask = NDArray[np.bool_]

__all__ = [
    "CountryLoss",
    "CountryRank",
    "CountryRanking",
    "country_losses",
    "country_ranking",
    "organization_countries",
]

_LEADERS = 3


@dataclass(frozen=True, slots=True)
class CountryLoss:
    """What the counted dependents would lose if every company of a country withdrew together.

    Attributes
    ----------
    companies : int
        Companies of the country that depend or are depended on.
    n : int
        Dependents counted: those with at least one slot (of the side).
    total : float
        Their joint loss, in dependent-equivalents.
    average : float or None
        Per counted dependent, 0..1; None where nobody is counted.
    ceiling : float or None
        Average loss if every named provider of the world withdrew: no coalition can cost more.
    share : float or None
        `total` as a part of that ceiling; None where nobody named can withhold anything.
    """

    country: str
    companies: int
    n: int
    total: float
    average: float | None
    ceiling: float | None
    share: float | None

    @property
    def few(self) -> bool:
        """Whether fewer than 5 dependents stand behind the average."""
        return self.n < FEW


def country_losses(
    projection: Projection,
    ties: ScoreTies,
    countries: Mapping[str, str],
    dependents: Dependents = "foreign",
    slots: Mask | None = None,
) -> tuple[CountryLoss, ...]:
    """Loss by the joint withdrawal of each country's companies, sorted by country.

    Parameters
    ----------
    countries : mapping of id to str
        Country of every organization that has a known one.
    slots : ndarray of bool, shape (k,), optional
        Slots through which a loss may pass, and of which a counted dependent has at least one; all by default.
    """
    groups = companies_by_country(projection, ties, countries)
    losses = withdrawals(projection, list(groups.values()), slots)
    needing, limits = with_slot(projection, slots), ceilings(projection, slots)
    found = []
    for column, (country, companies) in enumerate(groups.items()):
        mass = projection.mass * (counted_dependents(projection, companies, countries, dependents) & needing)
        total, limit, weight = float(mass @ losses[:, column]), float(mass @ limits), float(mass.sum())
        found.append(
            CountryLoss(
                country,
                len(companies),
                int(np.count_nonzero(mass)),
                total,
                total / weight if weight else None,
                limit / weight if weight else None,
                total / limit if limit else None,
            )
        )
    return tuple(found)


@dataclass(frozen=True, slots=True)
class CountryRank:
    """Place of a country among the paradigm's, by the average loss of an outside dependent.

    Attributes
    ----------
    whole : CountryLoss
        Over all slots.
    sides : mapping of side to CountryLoss
        Through the slots of one side alone; their dependents are those with a slot of that side.
    leaders : tuple of (id, float)
        The companies whose withdrawal alone would cost the same dependents most, with that total.
    """

    rank: int
    whole: CountryLoss
    sides: Mapping[Side, CountryLoss]
    leaders: tuple[tuple[str, float], ...]

    @property
    def country(self) -> str:
        """ISO 3166-1 code."""
        return self.whole.country


@dataclass(frozen=True)
class CountryRanking(Result):
    """Countries of a paradigm, the one with most joint lock-in over others first.

    Attributes
    ----------
    stateless : tuple of str
        Participants without a known country, left out of ``foreign``.
    """

    ranks: tuple[CountryRank, ...]
    dependents: Dependents
    stateless: tuple[str, ...]
    names: Mapping[str, NodeName]
    coverage: Coverage
    inner: Setting

    @property
    def setting(self) -> Setting:
        """What the answer rests on; `n` counts the participants of the paradigm."""
        return self.inner

    def records(self) -> Sequence[Mapping[str, Any]]:
        """One row per country."""
        return [self._record(rank) for rank in self.ranks]

    def to_dict(self) -> dict[str, Any]:
        """Setting, countries, and whose losses count."""
        head = {**self.inner.to_dict(), "dependents": self.dependents, "unknown_country": list(self.stateless)}
        head["beyond_coded_period"] = self.coverage.beyond_coded_period
        leaders = {rank.country: rank.leaders for rank in self.ranks}
        rows = [
            dict(row) | {"leaders": [self._leader(key, total) for key, total in leaders[row["country"]]]}
            for row in self.records()
        ]
        return {**head, "countries": rows}

    def _leader(self, key: str, total: float) -> dict[str, Any]:
        name = self.names[key]
        return {"id": key, "name": {"en": name.en, "zh": name.zh}, "total": total}

    def _record(self, rank: CountryRank) -> dict[str, Any]:
        whole = rank.whole
        row: dict[str, Any] = {"country": rank.country, "rank": rank.rank, "average": whole.average}
        row |= {"total": whole.total, "n": whole.n, "few": whole.few, "companies": whole.companies}
        for side in SIDES:
            loss = rank.sides[side]
            row |= {f"{side}_average": loss.average, f"{side}_total": loss.total, f"{side}_n": loss.n}
        return row | {"leaders": ", ".join(key for key, _ in rank.leaders)}


def country_ranking(
    ties: ScoreTies, countries: Mapping[str, str], spec: Spec = DEFAULT_SPEC, dependents: Dependents = "foreign"
) -> CountryRanking:
    """Rank the countries of a paradigm by what their companies' joint withdrawal would cost others.

    The dependents that count differ between countries (a country's own never do): averages compare what an
    outsider would lose, totals also how many outsiders there are.
    """
    projection = project(ties, spec)
    whole = country_losses(projection, ties, countries, dependents)
    sides = {
        side: {
            loss.country: loss
            for loss in country_losses(projection, ties, countries, dependents, on_side(projection, side))
        }
        for side in SIDES
    }
    leaders = _leaders(projection, ties, countries, dependents)
    order = sorted(whole, key=lambda loss: (-_place(loss), loss.country))
    ranks: list[CountryRank] = []
    for position, loss in enumerate(order, start=1):
        alike = ranks and _place(ranks[-1].whole) == _place(loss)
        by_side: dict[Side, CountryLoss] = {side: sides[side][loss.country] for side in SIDES}
        ranks.append(CountryRank(ranks[-1].rank if alike else position, loss, by_side, leaders[loss.country]))
    names = {key: ties.name(key) for rank in ranks for key, _ in rank.leaders}
    outside = stateless(projection, countries)
    return CountryRanking(
        tuple(ranks), dependents, outside, names, coverage_of(ties), setting_of(ties, spec, projection.n)
    )


def _place(loss: CountryLoss) -> float:
    return round(loss.average or 0.0, DIGITS)


def _leaders(
    projection: Projection, ties: ScoreTies, countries: Mapping[str, str], dependents: Dependents
) -> dict[str, tuple[tuple[str, float], ...]]:
    """Per country the companies that would cost the counted dependents most, alone."""
    groups = companies_by_country(projection, ties, countries)
    everybody = [company for companies in groups.values() for company in companies]
    losses = withdrawals(projection, [(company,) for company in everybody])
    column = {company: i for i, company in enumerate(everybody)}
    found = {}
    for country, companies in groups.items():
        mass = projection.mass * counted_dependents(projection, companies, countries, dependents)
        totals = [(company, float(mass @ losses[:, column[company]])) for company in companies]
        totals.sort(key=lambda item: (-round(item[1], DIGITS), item[0]))
        found[country] = tuple((company, total) for company, total in totals[:_LEADERS] if total > 0)
    return found
