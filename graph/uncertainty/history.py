"""Uncertainty and verdicts year by year, with the same random numbers in all years."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ..power.plausibility import Uncertainty
from ..power.spec import DEFAULT_SPEC, Spec
from .error_model import DEFAULT_ERRORS, ErrorModel
from .monte_carlo import DRAWS, first_chances, refined, simulate, uncertainty, with_verdict
from .noise import Noise

if TYPE_CHECKING:
    from ..power.scoring import PowerResult
    from ..power.tie import Evidence
    from ..ties import TieHistory

__all__ = ["year_before", "yearly_uncertainty"]


def year_before(as_of: str) -> str:
    """Give the same date a year earlier, as precise; 29 February becomes the 28th.

    Examples
    --------
    >>> year_before("1990"), year_before("2024-02-29")
    ('1989', '2023-02-28')
    """
    year, *rest = as_of.split("-")
    if rest == ["02", "29"]:
        rest = ["02", "28"]
    return "-".join([f"{int(year) - 1:04d}", *rest])


def yearly_uncertainty(
    history: TieHistory,
    dates: Mapping[int, str],
    spec: Spec = DEFAULT_SPEC,
    *,
    draws: int = DRAWS,
    seed: int = 0,
    errors: ErrorModel = DEFAULT_ERRORS,
    known_by_date: bool = False,
    known_by: str | None = None,
    evidence: Evidence = "all",
    round_trip: bool = True,
    refine: bool = True,
    points: Mapping[int, PowerResult] | None = None,
) -> dict[int, Uncertainty]:
    """Ranking over the draws at each date; the verdict of a year uses the year before.

    Parameters
    ----------
    dates : mapping of int to str
        Year and the date to score it as of; `dates` may skip years, the years before are scored all the same.
    known_by_date : bool
        Leave out, at each date, the ties that became known later.
    refine : bool
        Whether verdicts that the draws leave open get more of them, as in :func:`uncertainty`.
    points : mapping, optional
        Scores of years of `dates` under `spec`, if they were computed before.
    """
    noise = Noise(seed, draws)
    wanted = dict(dates)
    for year, date in dates.items():
        wanted.setdefault(year - 1, year_before(date))
    cuts = {
        year: history.at(date, date if known_by_date else known_by, evidence, round_trip)
        for year, date in sorted(wanted.items())
    }
    known = points or {}
    found = {
        year: uncertainty(cuts[year], spec, errors=errors, noise=noise, point=known.get(year)) for year in sorted(dates)
    }
    results: dict[int, Uncertainty] = {}
    for year in sorted(dates):
        before = (
            {firm.id: firm.p_rank1 for firm in found[year - 1].firms}
            if year - 1 in found
            else first_chances(simulate(cuts[year - 1], noise, errors, spec))
        )
        result = with_verdict(found[year], before, wanted[year - 1])
        results[year] = refined(result, cuts[year], cuts[year - 1], spec, errors, noise) if refine else result
    return results
