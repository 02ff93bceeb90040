"""Power of chosen firms over the years, with intervals, and the verdict of each year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ..names import NodeName, UnknownFirmError, find_id
from ..power.result import Result, Setting, setting_of
from ..power.scoring import FirmPower, PowerResult, score_fast
from ..power.spec import DEFAULT_SPEC, Spec
from ..uncertainty import DEFAULT_ERRORS, ErrorModel, yearly_uncertainty
from .years import coded_years, dates

if TYPE_CHECKING:
    from ..power.plausibility import FirmUncertainty, Uncertainty, Verdict
    from ..ties import TieHistory

__all__ = ["DRAWS", "MOST", "PowerHistory", "power_history"]

DRAWS = 1000
"""Draws a year by default."""
MOST = 8
"""Most firms shown where none are named: as many as a chart can keep apart."""
_TOP = 3


@dataclass(frozen=True)
class PowerHistory(Result):
    """Power of a few firms at the end of each year.

    Attributes
    ----------
    rests_on : Setting
        `as_of` and `n` are those of the last year.
    label : NodeName
        Name of the paradigm.
    firms : tuple of str
        Firms shown, the one with the greatest peak first.
    others : int
        Companies with power in some year that are not shown.
    results : mapping of int to PowerResult
        Point scores; a year before the first tie has no firms.
    sure : mapping of int to Uncertainty
        Intervals, P(rank 1) and verdicts; empty without draws.
    names : mapping of id to NodeName
        Names of the firms shown and of those that a verdict names.
    coded : (int or None, int or None)
        First and last year of the period for which ties were enumerated.
    known_by_date : bool
        Whether each year counts only the ties that were known by its own date.
    errors : str or None
        Id of the error model; None without draws.
    """

    rests_on: Setting
    label: NodeName
    firms: tuple[str, ...]
    others: int
    results: Mapping[int, PowerResult] = field(repr=False)
    sure: Mapping[int, Uncertainty] = field(repr=False)
    names: Mapping[str, NodeName] = field(repr=False)
    coded: tuple[int | None, int | None]
    known_by_date: bool
    errors: str | None

    @property
    def setting(self) -> Setting:
        """What the answer rests on."""
        return self.rests_on

    @property
    def years(self) -> tuple[int, ...]:
        """Years asked for, in order."""
        return tuple(self.results)

    def is_coded(self, year: int) -> bool:
        """Whether the ties of that year were enumerated."""
        first, last = self.coded
        return (first is None or year >= first) and (last is None or year <= last)

    def point(self, firm: str, year: int) -> FirmPower | None:
        """Score of a firm in a year; None where it neither depends nor is depended on."""
        return self.results[year].firm(firm)

    def draw(self, firm: str, year: int) -> FirmUncertainty | None:
        """Intervals of a firm in a year; None without draws."""
        found = self.sure.get(year)
        return found.firm(firm) if found else None

    def verdict(self, year: int) -> Verdict | None:
        """Verdict of a year; None without draws."""
        found = self.sure.get(year)
        return found.verdict if found else None

    def records(self) -> Sequence[Mapping[str, Any]]:
        """One row per year and firm that took part."""
        return [
            {"year": year, "as_of": result.as_of, "n": result.n, "coded": self.is_coded(year), **self._row(firm, year)}
            for year, result in self.results.items()
            for firm in self.firms
            if self.point(firm, year)
        ]

    def to_dict(self) -> dict[str, Any]:
        """Plain data in the form of ``definer history --json``."""
        plain = self.setting.to_dict()
        if self.known_by_date:
            plain["known_by"] = "each year's own date"
        return {
            **plain,
            "name": {"en": self.label.en, "zh": self.label.zh},
            "from": self.years[0],
            "to": self.years[-1],
            "coded_years": list(self.coded),
            "errors": self.errors,
            "firms": [
                {"id": firm, "name": {"en": self.names[firm].en, "zh": self.names[firm].zh}} for firm in self.firms
            ],
            "others": self.others,
            "years": [self._year(year) for year in self.years],
        }

    def _year(self, year: int) -> dict[str, Any]:
        result, verdict = self.results[year], self.verdict(year)
        return {
            "year": year,
            "as_of": result.as_of,
            "n": result.n,
            "coded": self.is_coded(year),
            "verdict": verdict.to_dict() if verdict else None,
            "p_none": self.sure[year].p_none if year in self.sure else None,
            "firms": [self._row(firm, year) for firm in self.firms if self.point(firm, year)],
        }

    def _row(self, firm: str, year: int) -> dict[str, Any]:
        point, draw = self.point(firm, year), self.draw(firm, year)
        if point is None:
            raise KeyError(firm)
        return {
            "id": firm,
            "rank": point.rank,
            "rank_interval": list(draw.rank_interval) if draw else None,
            "power": point.power,
            "power_interval": list(draw.power_interval) if draw else None,
            "reach": point.reach,
            "lockin": point.lockin,
            "in_degree": point.in_degree,
            "p_rank1": draw.p_rank1 if draw else None,
        }


def power_history(
    history: TieHistory,
    label: NodeName,
    last: str,
    first_year: int | None = None,
    last_year: int | None = None,
    firms: Iterable[str] | None = None,
    *,
    spec: Spec = DEFAULT_SPEC,
    draws: int = DRAWS,
    seed: int = 0,
    errors: ErrorModel = DEFAULT_ERRORS,
    known_by_date: bool = False,
) -> PowerHistory:
    """Score the end of every year.

    Parameters
    ----------
    label : NodeName
        Name of the paradigm.
    last : str
        The data's date, ``YYYY-MM-DD``: its year is scored as of it.
    first_year, last_year : int, optional
        By default those of the coded period.
    firms : iterable of str, optional
        Ids or names, in either language. By default the companies that are among the first three in some year, at
        most eight: those with the greatest peaks.
    draws : int
        0 leaves out intervals, P(rank 1) and verdicts.
    known_by_date : bool
        Count, in each year, only the ties that were known by then.

    Raises
    ------
    YearsError
        If the years are the wrong way round, or lie where no data can be.
    UnknownFirmError
        With the nearest names.
    """
    start, end = coded_years(history, last)
    when = dates(start if first_year is None else first_year, end if last_year is None else last_year, last)
    chosen = [find_id(text, history.names, UnknownFirmError) for text in firms] if firms is not None else []
    cuts = {year: history.at(date, date if known_by_date else None) for year, date in when.items()}
    results = {year: score_fast(ties, spec) for year, ties in cuts.items()}
    sure: dict[int, Uncertainty] = {}
    if draws:
        sure = yearly_uncertainty(
            history, when, spec, draws=draws, seed=seed, errors=errors, known_by_date=known_by_date
        )
    peaks = _peaks(results.values())
    shown = sorted(dict.fromkeys(chosen), key=lambda key: (-peaks.get(key, 0.0), key)) or _greatest(results, peaks)
    others = sum(peak > 0 and firm not in shown for firm, peak in peaks.items())
    final = results[max(results)]
    drawn = {"seed": seed, "draws": draws} if draws else {}
    setting = setting_of(cuts[max(results)], spec, final.n, **drawn)
    named = {*shown, *(found.verdict.firm for found in sure.values() if found.verdict and found.verdict.firm)}
    names = {firm: history.names.get(firm) or NodeName(firm, firm) for firm in sorted(named)}
    coded = (start if history.coded_from else None, end if history.coded_to else None)
    return PowerHistory(
        setting,
        label,
        tuple(shown),
        others,
        results,
        sure,
        names,
        coded,
        known_by_date,
        errors.id if draws else None,
    )


def _peaks(results: Iterable[PowerResult]) -> dict[str, float]:
    peaks: dict[str, float] = {}
    for result in results:
        for firm in result.firms:
            peaks[firm.id] = max(peaks.get(firm.id, 0.0), firm.power)
    return peaks


def _greatest(results: Mapping[int, PowerResult], peaks: Mapping[str, float]) -> list[str]:
    top = {firm.id for result in results.values() for firm in result.firms if firm.rank <= _TOP and firm.power > 0}
    return sorted(top, key=lambda key: (-peaks[key], key))[:MOST]
