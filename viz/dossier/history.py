"""Rankings year by year as plain values, the years with intervals and verdicts, and what was set when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ..evidence import Row
from .ranking import FINE, short, verdict

if TYPE_CHECKING:
    from ...graph.power import PowerResult, Uncertainty
    from ..evidence import Evidence

__all__ = ["history", "interval_years"]

_APART = 10
"""Years between those that have intervals: draws of every year would take as long as all else together."""

Plain = dict[str, Any]


def interval_years(coded_from: str | None, first: int, last: int) -> list[int]:
    """Years of the slider that are drawn: the decades of the coded period.

    Examples
    --------
    >>> interval_years("1994", 1975, 2025)
    [2000, 2010, 2020]
    """
    start = max(first, int(coded_from[:4])) if coded_from else first
    return [year for year in range(first, last) if year % _APART == 0 and year >= start]


def history(
    yearly: Mapping[str, Mapping[int, PowerResult]],
    sure: Mapping[str, Mapping[int, Uncertainty]],
    labels: Mapping[str, Sequence[str]],
    evidence: Evidence,
) -> Plain:
    """Ranking of each paradigm at the end of each year, and the definition events.

    Parameters
    ----------
    yearly : mapping
        Paradigm -> year -> power.
    sure : mapping
        Paradigm -> year -> its draws, for the years that have them.
    labels : mapping
        Names of the paradigms, in English and Chinese.
    evidence : Evidence
        Events and their sources.
    """
    return {
        "paradigms": {
            paradigm: _course(years, sure.get(paradigm, {}), labels[paradigm]) for paradigm, years in yearly.items()
        },
        "events": _events(
            evidence, max((result.as_of for years in yearly.values() for result in years.values()), default="")
        ),
    }


def _course(years: Mapping[int, PowerResult], sure: Mapping[int, Uncertainty], label: Sequence[str]) -> Plain:
    holders = sorted({firm.id for result in years.values() for firm in result.firms if firm.power > 0})
    number = {firm: place for place, firm in enumerate(holders)}
    drawn = {year: replace(years[year], uncertainty=found) for year, found in sure.items() if year in years}
    return {
        "firms": holders,
        "years": {str(year): _year(result, number) for year, result in years.items()},
        "sure": {str(year): _sure(result, label, number) for year, result in drawn.items()},
    }


def _year(result: PowerResult, number: Mapping[str, int]) -> Plain:
    """Firms with power, the strongest first: number, rank, power, distinct dependents."""
    coverage = result.coverage
    return {
        "asOf": result.as_of,
        "n": result.n,
        "coded": "before" if coverage.before_coded_period else "beyond" if coverage.beyond_coded_period else "in",
        "rows": [
            [number[firm.id], firm.rank, short(firm.power, FINE), firm.in_degree]
            for firm in result.firms
            if firm.id in number and firm.power > 0
        ],
    }


def _sure(result: PowerResult, label: Sequence[str], number: Mapping[str, int]) -> Plain:
    uncertainty = result.uncertainty
    firms = uncertainty.firms if uncertainty else ()
    return {
        "draws": result.setting.draws,
        "verdict": verdict(result, label),
        "rows": {
            str(number[firm.id]): [
                *(short(end, FINE) for end in firm.power_interval),
                *firm.rank_interval,
                short(firm.p_rank1),
            ]
            for firm in firms
            if firm.id in number and firm.power > 0
        },
    }


def _events(evidence: Evidence, last: str) -> list[Plain]:
    """Events up to the day `last`, by date."""
    found: dict[str, Plain] = {}
    for row in evidence.events:
        if row.get("date", "") > last:
            continue
        event = found.setdefault(row["event"], {**_event(row), "sources": _sources(evidence, row["event"])})
        event["orgs"].append(row["org"])
    return sorted(found.values(), key=lambda event: (event["date"], event["id"]))


def _event(row: Row) -> Plain:
    return {
        "id": row["event"],
        "date": row.get("date", ""),
        "name": [row.get("name_en", ""), row.get("name_zh", "")],
        "paradigm": row.get("paradigm", ""),
        "evidence": row.get("evidence", ""),
        "note": row.get("note", ""),
        "orgs": [],
    }


def _sources(evidence: Evidence, event: str) -> Iterable[Plain]:
    cited = (evidence.sources.get(source, {"title": source}) for source in evidence.citations.get(event, ()))
    return [{key: row.get(key, "") for key in ("title", "publisher", "published", "url", "tier")} for row in cited]
