"""The essay's three pairs, as accounts of ln V_first - ln V_second (METHOD 4.3).

Delta ln V = Delta ln F + beta Delta x + gamma Delta K + what is left. beta and gamma come from the other firms: the
pairs are in no sample. What is left is unexplained and nothing else; three pairs can never be significant, since the
least two-sided p of a sign-flip test of three is 2 / 2^3 = 0.25.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from ..link.frame import Frame, PowerTable
from ..plain_values import finite
from ..worth.observations import Observations
from ..worth.premium_result import FirmPremium, PremiumResult
from ..worth.reasons import Refusal
from ..worth.revenue import Revenue
from .estimate import Floats, estimate
from .pair_inputs import Amount, later_revenue, log_draws, revenue_of, value_of
from .pair_result import Pair, Step, View
from .slopes import Slope

__all__ = ["LEAST_SIGN_FLIP_P", "LEVEL", "PAIRS", "PRIZE_USD_BN", "PairData", "gap_pairs"]

PAIRS = (("openai", "moonshot"), ("tesla", "xpeng"), ("figure", "unitree"))
LEAST_SIGN_FLIP_P = 2 / 2 ** len(PAIRS)
LEVEL = 0.90
"""Pairs are printed with their 5, 50 and 95 % quantiles."""
PRIZE_USD_BN = 1000.0
"""The essay's trillion, undiscounted."""


@dataclass(frozen=True)
class PairData:
    """What all pairs are computed from.

    Attributes
    ----------
    frame : Frame
    premiums : PremiumResult
    seen : Observations
    powers : PowerTable
        Variant -> paradigm -> firm -> power.
    power_draws : mapping
        Paradigm -> firm -> draws of power; empty where none were made.
    beta : Slope
        On the normal score of power, from the firms of the sample.
    gamma : Slope or Refusal
        On the share of long-horizon capital.
    capital : mapping
        Firm -> share of long-horizon capital, where known.
    """

    frame: Frame
    premiums: PremiumResult
    seen: Observations
    powers: PowerTable
    power_draws: Mapping[str, Mapping[str, Floats]]
    beta: Slope
    gamma: Slope | Refusal
    capital: Mapping[str, float]


def gap_pairs(data: PairData, draws: int, seed: int) -> tuple[Pair, ...]:
    """Accounts of the essay's three pairs; a pair that the claims do not hold is passed over."""
    known = {firm.firm.id: firm for firm in data.premiums.firms}
    return tuple(
        _pair(known[first], known[second], data, draws, np.random.default_rng([seed, at]))
        for at, (first, second) in enumerate(PAIRS)
        if first in known and second in known
    )


def _pair(first: FirmPremium, second: FirmPremium, data: PairData, draws: int, rng: np.random.Generator) -> Pair:
    as_of = data.premiums.as_of
    values = [value_of(firm, data.seen, as_of) for firm in (first, second)]
    for value in values:
        if isinstance(value, Refusal):
            return Pair(first, second, (), {"revenue": value})
    worth = tuple(value for value in values if isinstance(value, Amount))
    total = log_draws(worth[0], rng, draws) - log_draws(worth[1], rng, draws)
    views: list[View] = []
    refusals: dict[str, Refusal] = {}
    lacking = next((firm for firm in (first, second) if not isinstance(firm.revenue, Revenue)), None)
    if lacking is None:
        views.append(_revenue_view("revenue", (first, second), worth, total, data, rng))
    else:
        code = lacking.revenue.code if isinstance(lacking.revenue, Refusal) else "no_revenue"
        refusals["revenue"] = Refusal(code)
        if code == "pre_revenue":
            views.append(_option_view((first, second), worth, total))
        elif later := _later((first, second), data):
            views.append(_revenue_view("revenue_later", (first, second), worth, total, data, rng, later))
    if first.steady_state and second.steady_state:
        views.append(_model_view((first, second), worth, total, data, rng))
    if isinstance(data.gamma, Refusal):
        refusals["capital"] = data.gamma
    return Pair(first, second, tuple(views), refusals)


_Firms = tuple[FirmPremium, FirmPremium]
_Amounts = tuple[Amount, ...]


def _later(firms: _Firms, data: PairData) -> dict[str, Revenue] | None:
    """Revenues of both, the missing one from a figure later than the date."""
    found: dict[str, Revenue] = {}
    for firm in firms:
        own: Revenue | None = (
            firm.revenue
            if isinstance(firm.revenue, Revenue)
            else later_revenue(data.seen.fundamentals.get(firm.firm.id, ()), data.premiums.as_of, data.seen.fx)
        )
        if own is None:
            return None
        found[firm.firm.id] = own
    return found


def _revenue_view(
    kind: str,
    firms: _Firms,
    worth: _Amounts,
    total: Floats,
    data: PairData,
    rng: np.random.Generator,
    later: Mapping[str, Revenue] | None = None,
) -> View:
    revenues = []
    for firm in firms:
        revenue = later[firm.firm.id] if later else firm.revenue
        assert isinstance(revenue, Revenue)  # noqa: S101 - narrowed by the caller
        revenues.append(revenue_of(revenue, firm.firm.id, data.seen, data.premiums.as_of))
    size = log_draws(revenues[0], rng, len(total)) - log_draws(revenues[1], rng, len(total))
    steps = [("revenue", float(np.log(revenues[0].middle / revenues[1].middle)), size)]
    multiples = [0.0 if isinstance(firm.multiple, Refusal) else float(np.log(firm.multiple.middle)) for firm in firms]
    if all(not isinstance(firm.multiple, Refusal) for firm in firms):
        sector = multiples[0] - multiples[1]
        steps.append(("multiple", sector, np.full(len(total), sector)))
    return _account(kind, firms, worth, total, steps, data, rng, {"revenue": [item.to_dict() for item in revenues]})


def _model_view(firms: _Firms, worth: _Amounts, total: Floats, data: PairData, rng: np.random.Generator) -> View:
    """The essay's steady-state model: the product of size, share and margin, which are not known one by one."""
    anchors = [firm.steady_state.anchors for firm in firms if firm.steady_state]
    point = float(np.log(anchors[0][0].implied / anchors[1][0].implied))
    steps = [("model", point, np.full(len(total), point))]
    product = next((found[0].coefficients for found in anchors if found[0].coefficients), None)
    others = [float(np.log(anchors[0][0].implied / anchor.implied)) for anchor in anchors[1][1:]]
    inputs = {
        "implied_usd_bn": [finite(found[0].implied) for found in anchors],
        "coefficients_product": finite(product),
        "coefficients_geometric_mean": finite(product ** (1 / 3)) if product else None,
        "coefficients_identified": False,
        "other_anchors": [finite(value) for value in others],
        "statements": [list(found[0].statements) for found in anchors],
    }
    return _account("steady_state", firms, worth, total, steps, data, rng, inputs)


def _option_view(firms: _Firms, worth: _Amounts, total: Floats) -> View:
    """No fundamentals on one side: what probability of the essay's trillion each value would need (METHOD 6.3)."""
    implied = [firm.implied for firm in firms]
    base = [float(np.sqrt(span[0] * span[1])) if span else 0.0 for span in implied]
    chances = [(amount.middle - value) / PRIZE_USD_BN for amount, value in zip(worth, base, strict=True)]
    inputs = {
        "value": [amount.to_dict() for amount in worth],
        "fundamentals_usd_bn": [finite(value) if span else None for value, span in zip(base, implied, strict=True)],
        "revenue_usd_bn": [
            [finite(firm.revenue.low), finite(firm.revenue.high)] if isinstance(firm.revenue, Revenue) else None
            for firm in firms
        ],
        "prize_usd_bn": PRIZE_USD_BN,
        "implied_probability": [finite(chance) for chance in chances],
        "revenue_points_the_other_way": isinstance(firms[0].revenue, Refusal) and isinstance(firms[1].revenue, Revenue),
    }
    point = float(np.log(worth[0].middle / worth[1].middle))
    return View("option", estimate(point, total, LEVEL), (), None, inputs)


def _account(
    kind: str,
    firms: _Firms,
    worth: _Amounts,
    total: Floats,
    steps: list[tuple[str, float, Floats]],
    data: PairData,
    rng: np.random.Generator,
    inputs: Mapping[str, object],
) -> View:
    power = _power_step(firms, data, rng, len(total))
    steps = [*steps, *([power[0]] if power else []), *_capital_step(firms, data, rng, len(total))]
    point = float(np.log(worth[0].middle / worth[1].middle))
    rest = point - sum(size for _, size, _ in steps)
    left = total - np.sum([drawn for _, _, drawn in steps], axis=0)
    shown = tuple(Step(key, estimate(size, drawn, LEVEL)) for key, size, drawn in [*steps, ("unexplained", rest, left)])
    known = {"value": [amount.to_dict() for amount in worth], **inputs, "power": power[1] if power else None}
    share = estimate(steps[0][1] / point, steps[0][2] / total, LEVEL)
    return View(kind, estimate(point, total, LEVEL), shown, share, known)


def _power_step(
    firms: _Firms, data: PairData, rng: np.random.Generator, draws: int
) -> tuple[tuple[str, float, Floats], dict[str, object]] | None:
    """Beta times the difference of the normal scores that the two would have among the sample."""
    powers = [_power(firm, data) for firm in firms]
    if any(power is None for power in powers):
        return None
    sample = data.frame.raw_power()
    scores = [float(_score(np.array([power]), sample[:, None])[0]) for power in powers if power is not None]
    drawn = _drawn_scores(firms, data, draws)
    gaps = np.full(draws, scores[0] - scores[1]) if drawn is None else drawn
    slopes = rng.permutation(np.resize(data.beta.draws, draws))
    step = ("power", data.beta.value * (scores[0] - scores[1]), slopes * gaps)
    return step, {"power": [finite(power) for power in powers], "score": [finite(score) for score in scores]}


def _drawn_scores(firms: _Firms, data: PairData, draws: int) -> Floats | None:
    """Differences of scores over the draws of power; None where a firm has none."""
    homes = [firm.firm.paradigm or "" for firm in firms]
    own = [data.power_draws.get(home, {}).get(firm.firm.id) for firm, home in zip(firms, homes, strict=True)]
    rest = [data.power_draws.get(unit.paradigm, {}).get(unit.id) for unit in data.frame.units]
    sample = [row for row in rest if row is not None]
    if own[0] is None or own[1] is None or len(sample) < len(rest):
        return None
    table = np.stack(sample)
    return np.resize(_score(own[0], table) - _score(own[1], table), draws)


def _score(power: Floats, sample: Floats) -> Floats:
    """Normal score of a firm outside the sample: of its rank among the sample and itself."""
    from scipy.special import ndtri

    rank = (sample < power).sum(axis=0) + (sample == power).sum(axis=0) / 2 + 1
    return np.asarray(ndtri(rank / (len(sample) + 2)), dtype=np.float64)


def _power(firm: FirmPremium, data: PairData) -> float | None:
    found = data.powers[data.frame.spec.variant].get(firm.firm.paradigm or "", {}).get(firm.firm.id)
    return None if found is None else float(found)


def _capital_step(
    firms: _Firms, data: PairData, rng: np.random.Generator, draws: int
) -> list[tuple[str, float, Floats]]:
    """Gamma times the difference of long-horizon shares, where both are known and gamma is."""
    shares = [data.capital.get(firm.firm.id) for firm in firms]
    if isinstance(data.gamma, Refusal) or shares[0] is None or shares[1] is None:
        return []
    gap = shares[0] - shares[1]
    return [("capital", data.gamma.value * gap, rng.permutation(np.resize(data.gamma.draws, draws)) * gap)]
