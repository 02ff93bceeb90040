"""Who has power but no price, and how they would have to be priced for the link to vanish.

Being priced is itself selected (METHOD 2): no instrument is credible, so the question is turned round. The firms
without a premium are put beside those with one, each at its power, all at one mean premium; that premium is solved for
at which the slope within paradigm is zero.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..worth.premium_result import PremiumResult
from .sample import Sample

if TYPE_CHECKING:
    from .frame import Frame, PowerTable

__all__ = ["Selection", "Unpriced", "tipping_point", "unpriced_firms"]

_STRATA = "paradigm:"


@dataclass(frozen=True, slots=True)
class Unpriced:
    """A firm with a tie in its home paradigm and no premium.

    Attributes
    ----------
    id, paradigm : str
    power : float
    reason : str
        Code of the first thing that is missing.
    """

    id: str
    paradigm: str
    power: float
    reason: str


@dataclass(frozen=True)
class Selection:
    """What the firms without a price would have to be worth for the slope to be zero.

    Attributes
    ----------
    n : int
        Unpriced firms in the sample's paradigms.
    reasons : mapping
        Why they have no premium, with counts.
    mean_power, mean_power_priced : float or None
        Mean power of the two groups.
    premium : float or None
        Mean premium of the unpriced, in log points, at which the slope within paradigm is zero.
    mean_premium : float
        Mean premium of the priced.
    apart : float or None
        :attr:`premium` less :attr:`mean_premium`, in standard deviations of the priced firms' premium.
    """

    n: int
    reasons: dict[str, int]
    mean_power: float | None
    mean_power_priced: float
    premium: float | None
    mean_premium: float
    apart: float | None


def unpriced_firms(premiums: PremiumResult, powers: PowerTable, frame: Frame) -> tuple[Unpriced, ...]:
    """Companies that have a tie in their home paradigm and no premium, the essay's pairs apart.

    Parameters
    ----------
    premiums : PremiumResult
    powers : mapping
        As :func:`definer.graph.link.power_table` gives them.
    frame : Frame
    """
    table = powers[frame.spec.variant]
    return tuple(
        Unpriced(firm.firm.id, firm.firm.paradigm, table[firm.firm.paradigm][firm.firm.id], firm.reasons[0].code)
        for firm in premiums.firms
        if firm.reasons
        and firm.firm.paradigm is not None
        and firm.firm.id in table.get(firm.firm.paradigm, {})
        and firm.firm.id not in frame.spec.excluded
    )


def tipping_point(frame: Frame, sample: Sample, unpriced: Sequence[Unpriced]) -> Selection:
    """Mean premium of the unpriced firms at which the slope of premium on power within paradigm is zero.

    All controls but the paradigm are taken off the priced firms' premium with the coefficients of the primary
    specification, so that its slope on power is the primary one; the unpriced firms' premium is meant net of them too.
    """
    from .frame import normal_score

    found = [firm for firm in unpriced if firm.paradigm in frame.by_paradigm]
    net = _net_premium(sample)
    raw = np.concatenate([frame.raw_power(), [firm.power for firm in found]])
    codes = {name: code for code, name in enumerate(frame.by_paradigm)}
    strata = np.concatenate([sample.strata, np.array([codes[firm.paradigm] for firm in found], dtype=np.intp)])
    inner = _within(normal_score(raw), strata)
    square = float(inner @ inner)
    pull = float(inner[frame.n :].sum())
    premium = apart = None
    if found and abs(pull) > 1e-9 * math.sqrt(square):
        premium = -float(inner[: frame.n] @ net) / pull
        apart = (premium - float(net.mean())) / float(net.std(ddof=1))
    return Selection(
        len(found),
        dict(sorted(Counter(firm.reason for firm in found).items())),
        float(np.mean([firm.power for firm in found])) if found else None,
        float(frame.raw_power().mean()),
        premium,
        float(net.mean()),
        apart,
    )


def _net_premium(sample: Sample) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    design, names = sample.design()
    slopes, *_ = np.linalg.lstsq(design, sample.outcome, rcond=None)
    others = [
        at for at, name in enumerate(names) if name not in ("power", "intercept") and not name.startswith(_STRATA)
    ]
    columns = design[:, others] - design[:, others].mean(axis=0)
    return np.asarray(sample.outcome - columns @ slopes[others], dtype=np.float64)


def _within(
    values: np.ndarray[tuple[int], np.dtype[np.float64]], strata: np.ndarray[tuple[int], np.dtype[np.intp]]
) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    centred = values.copy()
    for code in np.unique(strata):
        centred[strata == code] -= values[strata == code].mean()
    return centred
