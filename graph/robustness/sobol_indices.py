"""Sensitivity: which assumption moves the ranking, by Sobol indices over the error model (METHOD 1.9).

Every setting that the error model draws is a factor, evenly distributed as there: alpha, rho, the weight of reach,
the re-sourcing factor g, the factor on half-lives (its logarithm), and the share of ties that drop out. All that is
drawn tie by tie (which ties drop out or hold, criticality, weights in a slot, stated ranges, revocability) is one more
factor, ``ties``: it picks one of 256 sets of such numbers. Its index says how much hangs on facts about single ties
and how much on settings.

The first-order index of a factor is the part of an output's variance that goes if the factor alone is fixed; the total
index is the part that stays if all others are fixed (Saltelli et al. 2010, as SALib has them). What first-order
indices leave to 1 is interaction. The number of scorings is ``n * (factors + 2)``.
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from ..ensemble.batch import evaluate
from ..ensemble.structure import Structure
from ..ensemble.variants import Variants
from ..errors import GraphError
from ..power.result import Result, Setting, setting_of
from ..power.scoring import score_fast
from ..power.spec import DEFAULT_SPEC, Spec
from ..power.tie import ScoreTies
from ..precision import DIGITS
from ..uncertainty.error_model import DEFAULT_ERRORS, ErrorModel
from ..uncertainty.noise import Noise
from ..uncertainty.sampling import sample

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Vector = NDArray[np.float64]
    Matrix = NDArray[np.float64]

__all__ = ["OUTPUTS", "Sensitivity", "SobolIndex", "sensitivity"]

OUTPUTS: Final = ("kendall", "power", "rank", "lead")
"""Kendall's tau-b of the draw's ranking and the default one; power and rank of the default leader; its power less that
of the best other firm, above 0 where it is first."""
_TIE_DRAWS: Final = 256
_AT_ONCE: Final = 512
_NUMBERS_AT_ONCE: Final = 2_000_000
_CONSTANT: Final = 1e-12


@dataclass(frozen=True, slots=True)
class SobolIndex:
    """Indices of one factor for one output, with the half-widths of their 95 % bootstrap intervals."""

    output: str
    factor: str
    first: float
    first_conf: float
    total: float
    total_conf: float


@dataclass(frozen=True)
class Sensitivity(Result):
    """Sobol indices of every output, the largest total first.

    Attributes
    ----------
    leader : str or None
        First company of the default ranking; None where nobody has power: then there are no indices.
    factors : mapping of str to (float, float)
        Range of each factor. Settings that the error model keeps fixed are none.
    indices : tuple of SobolIndex
        An output that does not vary has none.
    outputs : mapping of str to (float, float)
        Mean and standard deviation over the scorings.
    errors : str
        Id of the error model.
    """

    of: Setting
    leader: str | None
    factors: Mapping[str, tuple[float, float]]
    indices: tuple[SobolIndex, ...]
    outputs: Mapping[str, tuple[float, float]]
    errors: str

    @property
    def setting(self) -> Setting:
        """What the indices rest on; `draws` counts the scorings."""
        return self.of

    def main(self, output: str) -> SobolIndex | None:
        """Factor with the largest total index; None where the output does not vary."""
        return next((index for index in self.indices if index.output == output), None)

    def records(self) -> Sequence[Mapping[str, Any]]:
        """One row per output and factor."""
        return [{name: getattr(index, name) for name in SobolIndex.__slots__} for index in self.indices]

    def to_dict(self) -> dict[str, Any]:
        """The rows, the factors' ranges, and mean and deviation of the outputs."""
        return {
            **super().to_dict(),
            "leader": self.leader,
            "errors": self.errors,
            "factors": {name: list(ends) for name, ends in self.factors.items()},
            "outputs": {name: {"mean": mean, "sd": sd} for name, (mean, sd) in self.outputs.items()},
        }


def sensitivity(
    ties: ScoreTies,
    spec: Spec = DEFAULT_SPEC,
    *,
    n: int = 256,
    seed: int = 0,
    errors: ErrorModel = DEFAULT_ERRORS,
) -> Sensitivity:
    """Sobol indices of the ranking of `ties` under the error model.

    Parameters
    ----------
    n : int
        Base samples, a power of 2.
    seed : int
        The same seed gives the same bytes.

    Raises
    ------
    GraphError
        If SALib is not installed.
    ValueError
        If `n` is not a power of 2.
    """
    if n < 2 or n & (n - 1):
        raise ValueError(f"the number of base samples must be a power of 2, not {n}")
    sampler, analyzer = _salib()
    scored = score_fast(ties, spec)
    factors = _factors(errors)
    if not scored.firms or scored.firms[0].power <= 0:
        setting = setting_of(ties, spec, scored.n, seed=seed, draws=0)
        return Sensitivity(setting, None, factors, (), {}, errors.id)
    problem = {"num_vars": len(factors), "names": list(factors), "bounds": [list(ends) for ends in factors.values()]}
    points = np.asarray(sampler.sample(problem, n, calc_second_order=False, seed=seed))
    default = {firm.id: firm.power for firm in scored.firms}
    found = _outputs(ties, spec, errors, Noise(seed, _TIE_DRAWS), dict(zip(factors, points.T, strict=True)), default)
    indices: list[SobolIndex] = []
    step = len(factors) + 2
    for name, values in found.items():
        if min(np.ptp(np.r_[values[::step], values[step - 1 :: step]]), values.std()) <= _CONSTANT:
            continue
        with warnings.catch_warnings():
            # SALib says when a subset of the scorings is constant; its index is then 0, which is right.
            warnings.simplefilter("ignore")
            # A seed of 0 is no seed to SALib.
            index = analyzer.analyze(problem, values, calc_second_order=False, seed=seed + 1)
        columns = zip(factors, index["S1"], index["S1_conf"], index["ST"], index["ST_conf"], strict=True)
        rows = [SobolIndex(name, factor, *map(float, numbers)) for factor, *numbers in columns]
        indices += sorted(rows, key=lambda row: (-round(row.total, DIGITS), row.factor))
    spread = {name: (float(values.mean()), float(values.std())) for name, values in found.items()}
    setting = setting_of(ties, spec, scored.n, seed=seed, draws=len(points))
    return Sensitivity(setting, scored.firms[0].id, factors, tuple(indices), spread, errors.id)


def _salib() -> tuple[Any, Any]:
    try:
        from SALib.analyze import sobol as analyzer
        from SALib.sample import sobol as sampler
    except ImportError:
        raise GraphError(
            "sensitivity needs SALib: pip install 'definer[sensitivity]'",
            "敏感性分析需要 SALib：pip install 'definer[sensitivity]'",
        ) from None
    return sampler, analyzer


def _factors(errors: ErrorModel) -> dict[str, tuple[float, float]]:
    """Range of every factor that varies."""
    turns = float(np.log2(errors.half_life))
    ranges = {
        "alpha": errors.alpha,
        "rho": errors.rho,
        "reach_weight": (0.0, 1.0) if errors.facets else (0.0, 0.0),
        "resourcing": errors.resourcing,
        "log2_half_life": (-turns, turns),
        "dropout": (min(errors.dropout), max(errors.dropout)),
        "ties": (0.0, 1.0),
    }
    return {name: ends for name, ends in ranges.items() if ends[1] > ends[0]}


def _outputs(
    ties: ScoreTies,
    spec: Spec,
    errors: ErrorModel,
    noise: Noise,
    points: Mapping[str, Vector],
    default: Mapping[str, float],
) -> dict[str, Vector]:
    """Each output at every point, scored in blocks."""
    structure = Structure.of(ties, spec)
    base = sample(structure, errors, noise, spec)
    missing = noise.table(structure.pair_keys, 5)[0]
    rows = [structure.nodes.index(firm) for firm in default]
    powers = np.array(list(default.values()))
    count = points["ties"].size
    blocks: list[Matrix] = []
    for begin in range(0, count, _AT_ONCE):
        part = {name: values[begin : begin + _AT_ONCE] for name, values in points.items()}
        found = evaluate(structure, _variants(structure, base, missing, part, errors, spec))
        blocks.append(_readings(powers, found.power[rows]))
    return dict(zip(OUTPUTS, np.concatenate(blocks, axis=1), strict=True))


def _variants(
    structure: Structure,
    base: Variants,
    missing: Matrix,
    part: Mapping[str, Vector],
    errors: ErrorModel,
    spec: Spec,
) -> Variants:
    """Variants at these points; a setting that is no factor is as in `spec`, or as the error model fixes it."""
    column = np.minimum((part["ties"] * missing.shape[1]).astype(np.intp), missing.shape[1] - 1)
    fixed = np.ones(column.size)
    dropout = part.get("dropout", fixed * errors.dropout[0])
    kept = (missing[:, column] >= dropout) | structure.unknown[:, None]
    tables: dict[str, Any] = {
        name: None if (table := getattr(base, name)) is None else table[:, column]
        for name in ("exists", "place", "weight", "criticality", "revocability")
    }
    return replace(
        base,
        alpha=part.get("alpha", fixed * errors.alpha[0]),
        rho=part.get("rho", fixed * errors.rho[0]),
        reach_weight=part.get("reach_weight", fixed * spec.weights[0]),
        resourcing=part.get("resourcing", fixed * errors.resourcing[0]),
        half_life=np.exp2(part.get("log2_half_life", 0.0 * fixed)),
        kept=kept[structure.pair_of_row],
        **tables,
    )


def _readings(default: Vector, power: Matrix) -> Matrix:
    """The outputs of each draw, shape (4, d); the leader is the first row, as `default` has it."""
    default, power = np.round(default, DIGITS), np.round(power, DIGITS)
    others = power[1:].max(axis=0, initial=0.0)
    rank = 1.0 + (power[1:] > power[0]).sum(axis=0)
    return np.vstack([_kendall(default, power), power[0], rank, power[0] - others])


def _kendall(default: Vector, power: Matrix) -> Vector:
    """Kendall's tau-b of each column with `default`; 0 where a draw ranks nobody: it agrees with nothing."""
    first, second = np.triu_indices(default.size, 1)
    order = np.sign(default[first] - default[second])
    tau = np.zeros(power.shape[1])
    width = max(1, _NUMBERS_AT_ONCE // max(order.size, 1))
    for begin in range(0, tau.size, width):
        part = slice(begin, begin + width)
        drawn = np.sign(power[first, part] - power[second, part])
        comparable = np.sqrt((order != 0).sum() * (drawn != 0).sum(axis=0))
        np.divide(order @ drawn, comparable, out=tau[part], where=comparable > 0)
    return tau
