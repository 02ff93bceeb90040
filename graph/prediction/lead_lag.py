"""Which came first, paradigm by paradigm: the year in which power was seen, or the year in which price saw it (H6).

Descriptive: its n is the number of paradigms. Power is detected by the backtest. Price is the first list from which on
a definer's premium stays above the 90th percentile of its industry. The lists begin in 2008 and Microsoft was listed
in 1986, so most of these years are intervals with one open end.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Literal

from ...ontology.values import earliest
from ..backtest import backtest, essay_truths
from ..names import NodeName
from ..ties import organization_names
from ..worth.reading import read_observations
from .panel_table import FirmYear, Panel, document

if TYPE_CHECKING:
    from ..backtest import Trial
    from ..store import Store
    from ..ties import TieHistory

__all__ = ["LeadOfFirm", "LeadOfParadigm", "Leads", "above_tail", "lead_of", "leads"]

Order = Literal["price_later", "price_earlier", "same_year", "not_observable", "no_power", "no_price"]
Rule = Literal["stays", "two_lists"]
Why = Literal["observed", "before_first_list", "not_by_last_list"]

_TAIL = 1.2815515655446004 / 0.6744897501960817
"""Distance of the 90th percentile from the median, in distances of the third quartile, of a log-normal distribution."""


@dataclass(frozen=True, slots=True)
class Sight:
    """Year in which price saw a firm, by one rule.

    Attributes
    ----------
    rule : str
        ``stays``: first list from which on every premium lies above the percentile, to the newest list; ``two_lists``:
        first of two lists running, whatever came later.
    market : tuple of (int or None)
        Earliest and latest year that it can have been; an end is None where it is open.
    why : str
        ``observed`` (between two lists), ``before_first_list`` (at or before the first list of the firm),
        ``not_by_last_list``.
    lead : tuple of (int or None), or None
        Years from the detection of power to that of price, earliest and latest; negative: price first. None where
        power was not detected.
    order : str
        ``not_observable`` also where it was seen in the first list: it may have been seen in any year before.
    """

    rule: Rule
    market: tuple[int | None, int | None]
    why: Why
    lead: tuple[int | None, int | None] | None
    order: Order


@dataclass(frozen=True, slots=True)
class LeadOfFirm:
    """Power and price of one definer.

    Attributes
    ----------
    firm : str
    name : NodeName
    lists, above : int
        Lists with a premium of the firm, and those in which it lies above the 90th percentile of the industry.
    sights : tuple of Sight
        By rule.
    """

    firm: str
    name: NodeName
    lists: int
    above: int
    sights: tuple[Sight, ...]


@dataclass(frozen=True, slots=True)
class LeadOfParadigm:
    """Power and price of the definers of one paradigm.

    Attributes
    ----------
    paradigm : str
    origin : str or None
        Who says that these are the definers; None where nobody does.
    group : bool
        Whether they are a group's members.
    power_year : int or None
        First of two years with P(first) >= .8 (of a group: in which it alone is first), of ties known by then.
    whenever : int or None
        The same of all ties from their starts, whenever their sources are from.
    firms : tuple of LeadOfFirm
        With lists first.
    not_listed : int
        Definers that are in no list.
    """

    paradigm: str
    origin: str | None
    group: bool
    power_year: int | None
    whenever: int | None
    firms: tuple[LeadOfFirm, ...]
    not_listed: int


@dataclass(frozen=True)
class Leads:
    """Lead of power over price in every paradigm.

    Attributes
    ----------
    paradigms : tuple of LeadOfParadigm
    draws, seed : int
        Of the detection of power.
    first_list : int
    """

    paradigms: tuple[LeadOfParadigm, ...]
    draws: int
    seed: int
    first_list: int | None

    @property
    def n(self) -> int:
        """Number of paradigms with a definer that somebody names."""
        return sum(bool(one.firms or one.not_listed) for one in self.paradigms)

    def observed(self, rule: Rule) -> int:
        """Paradigms in which the order of power and price can be told of a definer."""
        told = ("price_later", "price_earlier", "same_year")
        return sum(
            any(sight.order in told and sight.rule == rule for firm in one.firms for sight in firm.sights)
            for one in self.paradigms
        )

    def to_dict(self) -> dict[str, Any]:
        """Plain values."""
        rows = []
        for one in self.paradigms:
            row = asdict(one)
            for firm, plain_firm in zip(one.firms, row["firms"], strict=True):
                plain_firm["name"] = {"en": firm.name.en, "zh": firm.name.zh}
            rows.append(row)
        return document(
            {
                "n": self.n,
                "observed": {"stays": self.observed("stays"), "two_lists": self.observed("two_lists")},
                "first_list": self.first_list,
                "draws": self.draws,
                "seed": self.seed,
                "paradigms": rows,
            }
        )


def leads(
    store: Store,
    panel: Panel,
    paradigms: Sequence[str],
    histories: Mapping[str, TieHistory],
    draws: int = 200,
    seed: int = 0,
) -> Leads:
    """Year of power and year of price of the definers of each paradigm.

    Parameters
    ----------
    store : Store
    panel : Panel
    paradigms : sequence of str
    histories : mapping
        Ties of each paradigm at every date.
    draws, seed : int
        Of the detection of power.
    """
    named = [name for name in paradigms if name in essay_truths(store)]
    tested = backtest(store, named, draws=draws, seed=seed, histories=dict(histories)) if named else None
    names = organization_names(store)
    priced = _first_prices(store)
    found = tuple(
        _paradigm(tested.trial(name), panel, names, priced)
        if tested and name in named
        else LeadOfParadigm(name, None, group=False, power_year=None, whenever=None, firms=(), not_listed=0)
        for name in paradigms
    )
    return Leads(found, draws, seed, panel.years[0] if panel.years else None)


def _first_prices(store: Store) -> dict[str, int]:
    """Firm -> year of the earliest market value that a claim states: it was listed by then."""
    found: dict[str, int] = {}
    for firm, claims in read_observations(store).valuations.items():
        years = [earliest(claim.date).year for claim in claims if claim.kind == "market_cap"]
        if years:
            found[firm] = min(years)
    return found


def _paradigm(trial: Trial, panel: Panel, names: Mapping[str, NodeName], priced: Mapping[str, int]) -> LeadOfParadigm:
    truth = trial.truth
    if truth is None:
        raise ValueError(f"{trial.paradigm}: nobody is named as its definer")
    year = _detection(trial)
    rows: dict[str, list[FirmYear]] = {firm: [] for firm in truth.definers}
    for row in panel.rows:
        if row.firm in rows:
            rows[row.firm].append(row)
    firms = [
        lead_of(firm, names.get(firm, NodeName(firm, firm)), seen, year, priced.get(firm), truth.since)
        for firm, seen in rows.items()
        if seen
    ]
    return LeadOfParadigm(
        paradigm=trial.paradigm,
        origin=truth.origin,
        group=truth.group is not None,
        power_year=year,
        whenever=_year_of(trial, "power", "whenever"),
        firms=tuple(sorted(firms, key=lambda one: (-one.lists, one.firm))),
        not_listed=len(rows) - len(firms),
    )


def _detection(trial: Trial) -> int | None:
    if trial.truth is not None and trial.truth.group is not None:
        return _year_of(trial, "coalition", "group")
    return _year_of(trial, "power", "firms")


def _year_of(trial: Trial, measure: str, variant: str) -> int | None:
    track = trial.track(measure, variant)
    return track.detection_year if track else None


def above_tail(row: FirmYear) -> bool:
    """Whether a premium lies above the 90th percentile of its industry.

    The lists give quartiles; the percentile is that of a log-normal distribution with their median and third quartile.
    """
    return row.premium > _TAIL * math.log(row.upper_quartile / row.multiple)


def lead_of(
    firm: str,
    name: NodeName,
    rows: Sequence[FirmYear],
    power: int | None,
    listed: int | None,
    since: int | None = None,
) -> LeadOfFirm:
    """Year of price of one firm and its order to the year of power, by both rules.

    Parameters
    ----------
    rows : sequence of FirmYear
        Of the firm, at least one, by year.
    power : int or None
        Year in which power was detected.
    listed : int or None
        Year by which the firm was listed: price cannot have seen it before there was one.
    since : int or None
        Year from which somebody calls it a definer; a first run of two lists may have been missed where the lists begin
        later than a year after.
    """
    above = [above_tail(row) for row in rows]
    years = [row.year for row in rows]
    stays = len(rows)
    while stays and above[stays - 1]:
        stays -= 1
    pairs = [at for at in range(len(rows) - 1) if above[at] and above[at + 1]]
    run = pairs[0] if pairs else len(rows)
    missed = since is not None and listed is not None and max(since, listed) < years[0] - 1
    sights = (
        _sight("stays", stays, years, power, listed, missed=False),
        _sight("two_lists", run, years, power, listed, missed=missed),
    )
    return LeadOfFirm(firm, name, len(rows), sum(above), sights)


def _sight(
    rule: Rule, first: int, years: Sequence[int], power: int | None, listed: int | None, *, missed: bool
) -> Sight:
    """Sight from the place of the first list that counts; `missed`: an earlier one may lie before the lists."""
    why: Why
    if first == 0 or missed:
        latest_year = years[first] if first < len(years) else None
        market, why = (min(listed, years[0]) if listed else None, latest_year), "before_first_list"
    elif first == len(years):
        market, why = (years[-1] + 1, None), "not_by_last_list"
    else:
        market, why = (years[first - 1] + 1, years[first]), "observed"
    if power is None:
        return Sight(rule, market, why, None, "no_power")
    low, high = (None if end is None else end - power for end in market)
    return Sight(rule, market, why, (low, high), _order(low, high, why))


def _order(low: int | None, high: int | None, why: Why) -> Order:
    if high is not None and high < 0:
        return "price_earlier"
    if why == "before_first_list":
        return "not_observable"
    if low is not None and low > 0:
        return "no_price" if why == "not_by_last_list" else "price_later"
    return "same_year" if low == 0 and high == 0 else "not_observable"
