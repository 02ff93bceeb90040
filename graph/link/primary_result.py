"""Result of the primary specification: its numbers, what stands around them, its verdict, its plain form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ..plain_values import document
from ..worth.reasons import Refusal, counted_reasons
from .sample import Form
from .verdict import VERDICTS, Condition, Verdict

if TYPE_CHECKING:
    from .companions import Companion
    from .design_power import DesignPower
    from .frame import Frame
    from .influence import Influence
    from .network import NetworkDependence
    from .ols import Coefficient
    from .omitted import Omitted
    from .selection import Selection

__all__ = ["UNIT", "Ends", "FormEstimate", "Primary"]

Ends = tuple[float | None, float | None]
UNIT = "log points per standard deviation of power within paradigm"


@dataclass(frozen=True, slots=True)
class FormEstimate:
    """The primary regression in one form.

    Attributes
    ----------
    slope : Coefficient
        Of power, in log points per unit of its van der Waerden score.
    effect, error : float
        The same per standard deviation of power within paradigm.
    interval : tuple of float
        95 %, HC3, of :attr:`effect`.
    p : float
        Freedman-Lane within paradigm, HC3-studentised, two-sided.
    permutation_interval : tuple
        Effects that this test does not reject; None where no end lies within 12 standard errors.
    elasticity : Coefficient or None
        Of value to baseline, in the free form.
    coefficients : tuple of Coefficient
        Of the controls, in log points per unit.
    r2 : float
    df : int
    """

    slope: Coefficient
    effect: float
    error: float
    interval: tuple[float, float]
    p: float
    permutation_interval: Ends
    elasticity: Coefficient | None
    coefficients: tuple[Coefficient, ...]
    r2: float
    df: int

    @property
    def upper(self) -> float | None:
        """Greater one of the upper ends of both intervals; None where one has no end."""
        end = self.permutation_interval[1]
        return None if end is None else max(end, self.interval[1])


@dataclass(frozen=True)
class Primary:
    """The registered specification, estimated.

    Attributes
    ----------
    frame : Frame
        The sample, and who is not in it.
    permutations, seed : int
    deviations : tuple of str
        In what the call differs from what was registered: ``as_of``, ``permutations``, ``seed``.
    spread : float or None
        Standard deviation of the score of power within paradigm: what an effect is stated per.
    constant : tuple of str
        Controls left out because they do not vary in the sample.
    beyond_coded_period : tuple of str
        Paradigms of the sample whose ties were last looked for before the date: their power is a decayed one.
    paradigm_names : mapping
        Paradigm of the sample -> names in English and Chinese.
    firm_names : mapping
        Firm -> the same, of firms that are named though they may not be in the sample.
    reason : Refusal or None
        Why there is no estimate.
    forms : mapping
        ``ratio`` (the registered form) and ``free`` (elasticity of value to baseline free).
    companions, rank_correlations : tuple of Companion
    influence, omitted, network, selection, design
        What stands around the estimate; None where it was not asked for.
    sign_share : float or None
        Share of the specification curve above zero, if it was given.
    conditions : tuple of Condition
    verdict : str
    """

    frame: Frame
    permutations: int
    seed: int
    deviations: tuple[str, ...] = ()
    spread: float | None = None
    constant: tuple[str, ...] = ()
    beyond_coded_period: tuple[str, ...] = ()
    paradigm_names: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    firm_names: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    reason: Refusal | None = None
    forms: Mapping[Form, FormEstimate] = field(default_factory=dict)
    companions: tuple[Companion, ...] = ()
    rank_correlations: tuple[Companion, ...] = ()
    influence: Influence | None = None
    omitted: Omitted | None = None
    network: NetworkDependence | None = None
    selection: Selection | None = None
    design: DesignPower | None = None
    sign_share: float | None = None
    conditions: tuple[Condition, ...] = ()
    verdict: Verdict = "INCONCLUSIVE"

    @property
    def n(self) -> int:
        """Number of firms."""
        return self.frame.n

    @property
    def ratio(self) -> FormEstimate | None:
        """The registered form; None where the sample was refused."""
        return self.forms.get("ratio")

    @property
    def registered(self) -> bool:
        """Whether date, permutations and seed are the registered ones."""
        return not self.deviations

    def to_dict(self) -> dict[str, Any]:
        """Plain values, fractions at ten decimals; effects per standard deviation of power within paradigm."""
        ratio = self.ratio
        reason = self.reason
        found = {
            "as_of": self.frame.as_of,
            "spec": self.frame.spec.to_dict(),
            "registered": self.registered,
            "deviations": self.deviations,
            "n": self.n,
            "unit": UNIT,
            "verdict": self.verdict,
            "verdict_text": dict(zip(("en", "zh"), VERDICTS[self.verdict], strict=True)),
            "reason": reason.code if reason else None,
            "reason_text": reason.words if reason else None,
            "estimate": ratio.effect if ratio else None,
            "p": ratio.p if ratio else None,
            "interval_95": ratio.interval if ratio else None,
            "permutation_interval_95": ratio.permutation_interval if ratio else None,
            "permutations": self.permutations,
            "seed": self.seed,
            "forms": self.forms,
            "conditions": self.conditions,
            "terms": self._terms(),
            "sign_share": self.sign_share,
            "spread": self.spread,
            "constant_controls": self.constant,
            "companions": self.companions,
            "rank_correlations": self.rank_correlations,
            "influence": self.influence,
            "omitted": self.omitted,
            "network": self.network,
            "selection": self.selection,
            "design_power": self.design,
            **self._sample(),
        }
        return document(found)

    def _names(self) -> dict[str, tuple[str, str]]:
        own = {unit.id: (unit.name_en, unit.name_zh) for unit in (*self.frame.units, *self.frame.pairs)}
        return dict(self.firm_names) | own

    def _terms(self) -> dict[str, float]:
        spec = self.frame.spec
        return {
            "level": spec.level,
            "sign_stable": spec.sign_stable,
            "negligible": spec.negligible,
            "of_interest": spec.of_interest,
        }

    def _sample(self) -> dict[str, object]:
        frame = self.frame
        return {
            "by_paradigm": frame.by_paradigm,
            "by_group": frame.by_group,
            "private": sum(unit.private for unit in frame.units),
            "without_power": int((frame.raw_power() == 0).sum()) if frame.n else 0,
            "beyond_coded_period": self.beyond_coded_period,
            "left_out": counted_reasons(frame.left_out),
            "dropped": dict(frame.dropped),
            "excluded_pairs": sorted(frame.spec.excluded),
            "firms": [unit.id for unit in frame.units],
            "paradigm_names": {key: {"en": en, "zh": zh} for key, (en, zh) in self.paradigm_names.items()},
            "names": {key: {"en": en, "zh": zh} for key, (en, zh) in self._names().items()},
        }
