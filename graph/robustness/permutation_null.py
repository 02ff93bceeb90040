"""Null model: what a firm's power would be if the same ties, as often, led to it from anywhere (METHOD 1.11).

Within each (layer, slot) the named providers are permuted among the ties: every provider keeps its number of ties
and its role, every dependent its slots with their criticality, shares, revocability and confidence; who is tied to
whom is chance. ``delta = power - mean over draws`` is what a firm's position adds beyond how often it is adopted.

It is a diagnostic and never a score. Tie counts carry nearly all of power, so a z-score against this null deletes the
very firms that everybody adopted, and it grows with the size of the graph. On the shipped claims the null's mean ranks
the companies much as power does (Spearman 0.89 for PC 1990, 0.97 for search 2004, 0.96 for mobile 2012, new energy
2023 and AI 2025) and gives Microsoft in 1990, Google in 2004 and NVIDIA in 2025 78 %, 103 % and 91 % of their power.
See Fosdick et al. (2018) for which null answers which question.

Choices:

* Parts filled in-house, by an open standard or by nobody known stay where they are: they are about the dependent.
* A permutation that ties a firm to itself would turn that tie into in-house supply. Such a tie swaps its provider
  with another of its slot, drawn at random among those that leave neither tied to itself. There always is one: no
  recorded tie is of that kind, so not every tie of other dependents can have got that provider. Dropping such ties
  instead would cost exactly the firms that both provide and depend.
* Two ties of one dependent's slot may meet in one provider. They then merge as always, so that tie counts are kept
  and the number of distinct dependents may fall.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from ..power.lockin import loss_matrix
from ..power.projection import project
from ..power.reach import reach_exact
from ..power.result import Result, Setting, setting_of
from ..power.scoring import score_fast
from ..power.spec import DEFAULT_SPEC, Spec
from ..power.tie import ScoreTie, ScoreTies
from ..precision import DIGITS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Vector = NDArray[np.float64]
    Matrix = NDArray[np.float64]
    Indices = NDArray[np.intp]

__all__ = ["NullModel", "NullRow", "null_model", "permuted_providers"]

_LEAST = 3


@dataclass(frozen=True, slots=True)
class NullRow:
    """A company's power beside the null's.

    `null_low` and `null_high` are the 5th and 95th percentiles of the draws; `percentile` is the share of draws with
    less power, those with equal power counting half: 0.5 where chance changes nothing.
    """

    id: str
    rank: int
    power: float
    null_mean: float
    delta: float
    null_low: float
    null_high: float
    percentile: float


@dataclass(frozen=True)
class NullModel(Result):
    """Power beyond adoption counts, per company, the most powerful first.

    Attributes
    ----------
    rank_correlation : float or None
        Spearman's rho, over the companies, of power and the null's mean: how much of the ranking tie counts carry.
        None with fewer than three companies, or where either is constant.
    carried : float or None
        Sum of the null's means over the sum of powers; None where nobody has power.
    """

    of: Setting
    firms: tuple[NullRow, ...]
    rank_correlation: float | None
    carried: float | None

    @property
    def setting(self) -> Setting:
        """What the diagnostic rests on."""
        return self.of

    def firm(self, key: str) -> NullRow | None:
        """Find the company with that id; None if it neither depends nor is depended on."""
        return next((firm for firm in self.firms if firm.id == key), None)

    def records(self) -> Sequence[Mapping[str, Any]]:
        """One row per company."""
        return [{name: getattr(firm, name) for name in NullRow.__slots__} for firm in self.firms]

    def to_dict(self) -> dict[str, Any]:
        """The rows, and how much tie counts carry."""
        return {**super().to_dict(), "rank_correlation": self.rank_correlation, "carried": self.carried}


def null_model(ties: ScoreTies, spec: Spec = DEFAULT_SPEC, *, draws: int = 200, seed: int = 0) -> NullModel:
    """Power of every company beside its power with providers permuted within (layer, slot).

    Each draw is another graph, so nothing is shared but the plain engine: 200 draws of a thousand ties take
    seconds.

    Parameters
    ----------
    draws : int
        Permutations, at least 1.
    seed : int
        The same seed gives the same bytes.

    Raises
    ------
    ValueError
        If `draws` is below 1.
    """
    if draws < 1:
        raise ValueError("at least one draw is needed")
    scored = score_fast(ties, spec)
    setting = setting_of(ties, spec, scored.n, seed=seed, draws=draws)
    if not scored.firms:
        return NullModel(setting, (), None, None)
    rng = np.random.default_rng(seed)
    nodes = project(ties, spec).nodes
    # Every provider keeps its ties and every dependent its slots: the nodes are the same in every draw.
    drawn = np.array([_power(permuted_providers(ties, rng), spec) for _ in range(draws)])
    rows: list[NullRow] = []
    for firm in scored.firms:
        null = np.round(drawn[:, nodes.index(firm.id)], DIGITS)
        power = round(firm.power, DIGITS)
        mean = float(null.mean())
        low, high = np.quantile(null, [0.05, 0.95]).tolist()
        percentile = float((null < power).mean() + (null == power).mean() / 2)
        delta = round(firm.power - mean, DIGITS)
        rows.append(NullRow(firm.id, firm.rank, firm.power, mean, delta, low, high, percentile))
    return NullModel(setting, tuple(rows), _rank_correlation(rows), _carried(rows))


def permuted_providers(ties: ScoreTies, rng: np.random.Generator) -> ScoreTies:
    """Permute the named providers of `ties` within each (layer, slot); no firm is tied to itself."""
    rows = sorted(ties, key=lambda tie: tie.id)
    groups: dict[tuple[str, str], list[int]] = {}
    for row, tie in enumerate(rows):
        if tie.is_named:
            groups.setdefault((tie.layer, tie.slot), []).append(row)
    drawn: list[ScoreTie] = list(rows)
    for key in sorted(groups):
        members = groups[key]
        providers = [rows[row].provider for row in members]
        if len(set(providers)) > 1:
            dependents = [rows[row].dependent for row in members]
            shuffled = [providers[i] for i in rng.permutation(len(members)).tolist()]
            for row, provider in zip(members, _untied(shuffled, dependents, rng), strict=True):
                drawn[row] = replace(rows[row], provider=provider)
    return replace(ties, ties=tuple(drawn))


def _untied(providers: list[str], dependents: list[str], rng: np.random.Generator) -> list[str]:
    """Swap providers until no dependent is its own; a swap makes no new such tie."""
    for i, dependent in enumerate(dependents):
        if providers[i] == dependent:
            partners = [j for j, other in enumerate(dependents) if dependent not in (providers[j], other)]
            j = partners[int(rng.integers(len(partners)))]
            providers[i], providers[j] = providers[j], providers[i]
    return providers


def _power(ties: ScoreTies, spec: Spec) -> Vector:
    projection = project(ties, spec)
    reach, lockin = reach_exact(projection, spec.alpha), loss_matrix(projection) @ projection.mass
    total = projection.total_mass or 1.0
    return np.asarray((spec.weights[0] * reach + spec.weights[1] * lockin) / total, dtype=np.float64)


def _rank_correlation(rows: Sequence[NullRow]) -> float | None:
    from scipy.stats import spearmanr

    power = [round(row.power, DIGITS) for row in rows]
    null = [round(row.null_mean, DIGITS) for row in rows]
    if len(rows) < _LEAST or min(len(set(power)), len(set(null))) == 1:
        return None
    return float(spearmanr(power, null).statistic)


def _carried(rows: Sequence[NullRow]) -> float | None:
    total = sum(row.power for row in rows)
    return sum(row.null_mean for row in rows) / total if total > 0 else None
