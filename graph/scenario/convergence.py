"""What a scenario would do to the gap between the premiums of two countries' firms (METHOD 6.2).

    gap change = -b [ mean_CN ( ln(D' + d0) - ln(D + d0) ) - mean_US ( ln(D' + d0) - ln(D + d0) ) ]

The means run over the firms of each country that have a premium in the scenario's paradigm, each firm once. It says
what the premiums would be if the association of premium and power were an effect, and held still: an implication of b,
no forecast.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from ..link.frame import Frame, Unit
from ..plain_values import plain
from ..worth.reasons import Refusal, count_reasons, counted_reasons
from .differences import Difference
from .slope import Slope

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Vector = NDArray[np.float64]

__all__ = ["Convergence", "GapFirms", "converge", "gap_firms", "log_change"]

_TAILS: Final = (0.05, 0.95)
_SAME: Final = 1e-9
"""Changes of power below this, and gaps, are nothing that could be paid for."""


@dataclass(frozen=True)
class GapFirms:
    """Firms of a paradigm whose premiums make the gap.

    Attributes
    ----------
    a, b : tuple of Unit
        Firms of the two countries.
    gap : float
        Mean log premium of the first less that of the second.
    """

    countries: tuple[str, str]
    a: tuple[Unit, ...]
    b: tuple[Unit, ...]
    gap: float
    paradigm: str
    pairs: tuple[str, ...] = ()


def gap_firms(frame: Frame, paradigm: str, countries: tuple[str, str] = ("US", "CN")) -> GapFirms | Refusal:
    """The priced firms of a paradigm, those of the essay's pairs among them: they are judged here, not fitted.

    Returns
    -------
    GapFirms or Refusal
        ``no_firms_of_country`` where a side has nobody.
    """
    units = [unit for unit in (*frame.units, *frame.pairs) if unit.paradigm == paradigm]
    sides = [tuple(sorted((u for u in units if u.group == code), key=lambda u: u.id)) for code in countries]
    for code, side in zip(countries, sides, strict=True):
        if not side:
            return Refusal("no_firms_of_country", f"{code}, {paradigm}")
    spec = frame.spec
    means = [float(np.mean([unit.premium(spec.baseline, spec.haircut) for unit in side])) for side in sides]
    pairs = tuple(unit.id for unit in frame.pairs if unit.paradigm == paradigm)
    return GapFirms(countries, sides[0], sides[1], means[0] - means[1], paradigm, pairs)


def log_change(units: tuple[Unit, ...], before: Mapping[str, Any], after: Mapping[str, Any], offset: float) -> Any:  # noqa: ANN401
    """Mean change of ln(D + d0) over firms: a number for powers, an array for draws of powers."""
    changes = [np.log(after.get(u.id, 0.0) + offset) - np.log(before.get(u.id, 0.0) + offset) for u in units]
    return sum(changes) / len(changes)


@dataclass(frozen=True)
class Convergence:
    """Implied change of the gap, in log points of premium; negative closes it.

    Attributes
    ----------
    cohorts : bool
        Whether power counts cohorts of adopters. b is always estimated without them: they carry market shares.
    change : float
    interval : (float, float) or None
        90 % over draws of b and of power together; None without draws.
    log_changes : (float, float)
        Mean change of ln(D + d0) of the first and second country's firms.
    moved : tuple of str
        Firms of either country whose power changed.
    """

    firms: GapFirms
    slope: Slope
    cohorts: bool
    change: float
    interval: tuple[float, float] | None
    log_changes: tuple[float, float]
    moved: tuple[str, ...]
    left_out: Mapping[str, int] = field(default_factory=dict)

    @property
    def reading(self) -> str:
        """``unmoved`` (no priced firm's power changed), ``includes_none``, ``narrows`` or ``widens``."""
        if not self.moved:
            return "unmoved"
        low, high = self.interval or (self.change, self.change)
        if self.slope.includes_none or low <= 0.0 <= high:
            return "includes_none"
        narrows = (self.change < 0) == (self.firms.gap > 0)
        return "narrows" if narrows else "widens"

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        firms = self.firms
        return {
            "paradigm": firms.paradigm,
            "countries": list(firms.countries),
            "cohorts": self.cohorts,
            "average": "mean over the paradigm's priced firms of each country, each firm once",
            "n": {firms.countries[0]: len(firms.a), firms.countries[1]: len(firms.b)},
            "firms": {
                firms.countries[0]: [unit.id for unit in firms.a],
                firms.countries[1]: [unit.id for unit in firms.b],
            },
            "not_fitted": list(firms.pairs),
            "unit": "log points of premium",
            "gap": plain(firms.gap),
            "change": plain(self.change),
            "low": plain(self.interval[0]) if self.interval else None,
            "high": plain(self.interval[1]) if self.interval else None,
            "level": 0.9,
            "share_of_gap": plain(-self.change / firms.gap) if abs(firms.gap) > _SAME else None,
            "log_change": dict(zip(firms.countries, map(plain, self.log_changes), strict=True)),
            "moved": list(self.moved),
            "reading": self.reading,
            "includes_none": self.reading in ("includes_none", "unmoved"),
            "left_out": counted_reasons(self.left_out),
        }


def converge(firms: GapFirms, slope: Slope, found: Difference, frame: Frame) -> Convergence:
    """The change of the gap that a scenario implies."""
    before = {change.id: change.before.power for change in found.changes}
    after = {change.id: change.after.power for change in found.changes}
    one, two = (float(log_change(side, before, after, slope.offset)) for side in (firms.a, firms.b))
    interval = None
    if found.draws:
        drawn = [log_change(side, *found.powers, slope.offset) for side in (firms.a, firms.b)]
        spread = np.resize(slope.draws, found.draws) * (drawn[0] - drawn[1]) + np.zeros(found.draws)
        low, high = np.quantile(spread, _TAILS).tolist()
        interval = (low, high)
    ids = {unit.id for unit in (*firms.a, *firms.b)}
    moved = tuple(sorted(c.id for c in found.changes if c.id in ids and abs(c.change("power")) > _SAME))
    counted = {unit.id for unit in frame.pairs}
    left_out = count_reasons(code for firm, code in frame.dropped.items() if firm not in counted)
    return Convergence(firms, slope, found.cohorts, slope.value * (one - two), interval, (one, two), moved, left_out)
