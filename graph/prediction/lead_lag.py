"""Which came first, paradigm by paradigm: the year in which power was seen, or the year in which price saw it (H6).

Descriptive: its n is the number of paradigms. Power is detected by the backtest. Price is the first list from which on
a definer's premium stays above the 90th percentile of its industry. The lists begin in 2008 and Microsoft was listed
in 1986, so most of these years are intervals with one open end.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from ...ontology.values import earliest
from ..backtest import backtest, essay_truths
from ..names import NodeName
from ..plain_values import document
from ..ties import organization_names
from ..worth.reading import read_observations
from .panel_table import FirmYear, Panel
from .sights import LeadOfFirm, Rule, lead_of

if TYPE_CHECKING:
    from ..backtest import Trial
    from ..store import Store
    from ..ties import TieHistory

__all__ = ["LeadOfParadigm", "Leads", "leads"]


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
            },
            gaps=True,
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
