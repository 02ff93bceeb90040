"""Years that a series is asked for, and the date that each is scored as of."""

from __future__ import annotations

from ...ontology.values import earliest, latest
from ..errors import GraphError
from ..ties import TieHistory

__all__ = ["YearsError", "coded_years", "dates"]

_FIRST = 1900
"""First year that can be asked for: no paradigm that the ontology is made for is older."""


class YearsError(GraphError, ValueError):
    """The years asked for are the wrong way round, or lie where no data can be."""

    exit_code = 2


def coded_years(history: TieHistory, last: str) -> tuple[int, int]:
    """First and last year of the coded period, up to the data's date `last`; without one, of the ties."""
    end = latest(last).year
    starts = [tie.start.year for tie in history.ties]
    ends = [end if tie.until is None else tie.until.year for tie in history.ties]
    first = earliest(history.coded_from).year if history.coded_from else min(starts, default=end)
    final = latest(history.coded_to).year if history.coded_to else max(ends, default=end)
    return min(first, end), min(final, end)


def dates(first: int, final: int, last: str) -> dict[int, str]:
    """Each year's last day; of the year of the data's date `last`, that date.

    Raises
    ------
    YearsError
        If `first` lies after `final`, before 1900, or `final` after the year of `last`.
    """
    end = latest(last)
    if first > final:
        raise YearsError(
            f"the first year, {first}, lies after the last, {final}", f"起始年份 {first} 晚于结束年份 {final}。"
        )
    if first < _FIRST or final > end.year:
        raise YearsError(
            f"years run from {_FIRST} to {end.year}, the year of the data; asked for {first} to {final}",
            f"年份范围为 {_FIRST} 至 {end.year}（数据截止年份）；所给为 {first} 至 {final}。",
        )
    return {year: min(f"{year:04d}-12-31", end.isoformat()) for year in range(first, final + 1)}
