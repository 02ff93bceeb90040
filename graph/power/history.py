"""Scores year by year: one question to the store, then arithmetic only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..ties import Queryable, TieHistory, tie_histories
from .scoring import PowerResult, score_fast
from .spec import DEFAULT_SPEC, Spec

__all__ = ["yearly", "yearly_of"]


def yearly(
    store: Queryable,
    paradigms: Iterable[str] | None = None,
    years: Iterable[int] = (),
    spec: Spec = DEFAULT_SPEC,
    last: str | None = None,
) -> dict[str, dict[int, PowerResult]]:
    """Power at the end of each year, per paradigm (all of them by default).

    Parameters
    ----------
    years : iterable of int
    last : str, optional
        Data's date, ``YYYY-MM-DD``: the year that it falls in, and later ones, are scored as of it.

    Returns
    -------
    dict
        paradigm -> year -> result; years in order.
    """
    return yearly_of(tie_histories(store, paradigms), years, spec, last)


def yearly_of(
    histories: Mapping[str, TieHistory],
    years: Iterable[int],
    spec: Spec = DEFAULT_SPEC,
    last: str | None = None,
) -> dict[str, dict[int, PowerResult]]:
    """The same as :func:`yearly`, of ties that were read before (:func:`definer.graph.ties.tie_histories`)."""
    dates = {year: min(f"{year:04d}-12-31", last or "9999-12-31") for year in sorted(set(years))}
    return {
        paradigm: {year: score_fast(history.at(date), spec) for year, date in dates.items()}
        for paradigm, history in histories.items()
    }
