"""Monte Carlo over the error model: ranks with 90 % plausibility intervals, P(rank 1), and the verdict."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from ..ensemble.batch import Ensemble, evaluate
from ..ensemble.structure import Structure
from ..power.plausibility import DEFINER_FROM, FirmUncertainty, Uncertainty, Verdict, undecided
from ..power.result import setting_of
from ..power.scoring import PowerResult, score_fast
from ..power.spec import DEFAULT_SPEC, Spec
from ..power.tie import ScoreTies
from .error_model import DEFAULT_ERRORS, ErrorModel
from .noise import Noise
from .ranks import acceptability, first_places, ranks
from .sampling import sample

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["DRAWS", "first_chances", "refined", "simulate", "uncertainty", "verdict", "with_verdict"]

DRAWS = 1000
"""Draws by default."""
_TAILS = (0.05, 0.95)
MOST_DRAWS = 20_000
"""Most draws that are made: they take two gigabytes."""
_MORE = (4, 8)
"""Times the draws, tried in turn, where P(rank 1) lies within three standard errors of what a definer needs."""


def simulate(ties: ScoreTies, noise: Noise, errors: ErrorModel = DEFAULT_ERRORS, spec: Spec = DEFAULT_SPEC) -> Ensemble:
    """Score every draw of the error model."""
    structure = Structure.of(ties, spec)
    return evaluate(structure, sample(structure, errors, noise, spec))


def uncertainty(
    ties: ScoreTies,
    spec: Spec = DEFAULT_SPEC,
    *,
    draws: int = DRAWS,
    seed: int = 0,
    errors: ErrorModel = DEFAULT_ERRORS,
    before: ScoreTies | None = None,
    noise: Noise | None = None,
    point: PowerResult | None = None,
) -> Uncertainty:
    """Ranking of the companies of `ties` over draws of the error model.

    Parameters
    ----------
    draws : int
        At least 1.
    seed : int
        The same seed gives the same numbers, tie by tie.
    before : ScoreTies, optional
        The same paradigm a year earlier: with it there is a verdict. Where the draws leave it open whether P is 0.8,
        four and eight times as many are made for it.
    noise : Noise, optional
        Random numbers to use again; `draws` and `seed` are then its own.
    point : PowerResult, optional
        The score of `ties` under `spec`, if it was computed before.
    """
    noise = noise or Noise(seed, draws)
    found = simulate(ties, noise, errors, spec)
    result = _summarize(ties, found, point or score_fast(ties, spec), spec, errors, noise)
    if before is None:
        return result
    result = with_verdict(result, first_chances(simulate(before, noise, errors, spec)), before.as_of)
    return refined(result, ties, before, spec, errors, noise)


def refined(
    result: Uncertainty, ties: ScoreTies, before: ScoreTies, spec: Spec, errors: ErrorModel, noise: Noise
) -> Uncertainty:
    """Decide the verdict anew with four, then eight times the draws, while they leave open whether P is 0.8."""
    for more in _MORE:
        found = result.verdict
        if noise.draws * more > MOST_DRAWS or found is None or found.firm is None:
            break
        if not undecided(found.p_rank1, found.p_rank1_before, found.draws):
            break
        longer = noise.longer(more)
        now, then = (first_chances(simulate(table, longer, errors, spec)) for table in (ties, before))
        result = replace(result, verdict=verdict(now, then, before.as_of, result.p_none, longer.draws))
    return result


def with_verdict(result: Uncertainty, before: Mapping[str, float], date: str) -> Uncertainty:
    """Add the verdict, given P(rank 1) of every firm a year before."""
    chances = {firm.id: firm.p_rank1 for firm in result.firms}
    return replace(result, verdict=verdict(chances, before, date, result.p_none, result.setting.draws or 1))


def verdict(
    now: Mapping[str, float], before: Mapping[str, float], date: str, p_none: float = 0.0, draws: int = DRAWS
) -> Verdict:
    """Decide by METHOD 1.4: a definer is first with P >= 0.8 now and on `date`, a year before.

    Parameters
    ----------
    now, before : mapping of str to float
        P(rank 1) by firm.
    p_none : float
        Share of draws in which nobody has power; above a half the verdict is ``none``.
    draws : int
        Draws that the probabilities rest on.
    """
    firm = min(now, key=lambda key: (-now[key], key), default=None)
    if firm is None or now[firm] <= 0.0 or p_none > 0.5:
        return Verdict("none", None, 0.0, 0.0, date, draws)
    chances = now[firm], before.get(firm, 0.0)
    return Verdict("definer" if min(chances) >= DEFINER_FROM else "contested", firm, *chances, date, draws)


def first_chances(found: Ensemble) -> dict[str, float]:
    """P(rank 1) of every firm."""
    power = found.power[found.company]
    chances = first_places(power, *ranks(power))
    return dict(zip((found.nodes[i] for i in np.flatnonzero(found.company)), chances.tolist(), strict=True))


def _summarize(
    ties: ScoreTies, found: Ensemble, point: PowerResult, spec: Spec, errors: ErrorModel, noise: Noise
) -> Uncertainty:
    power = found.power[found.company]
    row = {found.nodes[i]: k for k, i in enumerate(np.flatnonzero(found.company).tolist())}
    first, last = ranks(power)
    chances, table = first_places(power, first, last), acceptability(first, last)
    setting = setting_of(ties, spec, point.n, seed=noise.seed, draws=noise.draws)
    if not power.size:
        return Uncertainty(setting, (), {}, 1.0, errors.id)
    rank_low, rank_high = np.quantile(first, _TAILS, axis=1, method="inverted_cdf").astype(int)
    low, median, high = np.quantile(power, (_TAILS[0], 0.5, _TAILS[1]), axis=1)
    firms = tuple(
        FirmUncertainty(
            firm.id,
            firm.rank,
            firm.power,
            float(chances[k]),
            (int(rank_low[k]), int(rank_high[k])),
            (float(low[k]), float(high[k])),
            float(median[k]),
        )
        for firm in point.firms
        for k in [row[firm.id]]
    )
    places = {firm.id: tuple(table[row[firm.id]].tolist()) for firm in point.firms}
    nobody = float(np.mean(power.max(axis=0) <= 0.0))
    return Uncertainty(setting, firms, places, nobody, errors.id, None, point.names)
