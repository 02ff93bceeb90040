"""The primary specification, estimated (METHOD 3.1), and what stands around it (METHOD 3.3)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from .adjacency import Pairs, adjacency
from .frame import Frame
from .freedman_lane import freedman_lane
from .influence import influence_of
from .ols import fit_ols
from .permuting import Orders, permutations_within
from .primary_result import Ends, FormEstimate, Primary
from .sample import FORMS, Form, Sample, draw_sample, refusal_of, settled
from .selection import Unpriced
from .verdict import Estimate, Terms, conditions_of, verdict_of

__all__ = ["Surroundings", "primary"]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the link is looked at beside, and no regression of it reads.

    Attributes
    ----------
    pairs : frozenset of (str, str)
        Firms that are tied (:func:`definer.graph.link.adjacency.tie_pairs`).
    unpriced : sequence of Unpriced
        Firms with ties and no premium.
    beyond_coded_period : sequence of str
        Paradigms whose ties were last looked for before the date.
    paradigm_names : mapping
        Paradigm -> names in English and Chinese, for who reads the result.
    firm_names : mapping
        The same of firms that are named though they may not be in the sample
        (:data:`definer.graph.link.influence.NAMED`).
    """

    pairs: Pairs = frozenset()
    unpriced: Sequence[Unpriced] = ()
    beyond_coded_period: Sequence[str] = ()
    paradigm_names: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    firm_names: Mapping[str, tuple[str, str]] = field(default_factory=dict)


def primary(
    frame: Frame,
    around: Surroundings | None = None,
    *,
    permutations: int | None = None,
    seed: int | None = None,
    sign_share: float | None = None,
    checks: bool = True,
) -> Primary:
    """Estimate the primary specification on its sample.

    Parameters
    ----------
    frame : Frame
    around : Surroundings, optional
        For the dependence along ties and the firms without a price.
    permutations, seed : int, optional
        By default the registered ones.
    sign_share : float, optional
        Share of the specification curve above zero; without it the verdict cannot be SUPPORTED.
    checks : bool
        Whether to add companions, omitted variables, dependence along ties, selection, and the power of the design.
        Influence always is: the verdict needs it.

    Returns
    -------
    Primary
        Its verdict is INCONCLUSIVE, with a reason and no estimate, where the sample carries none.
    """
    frame = settled(frame)
    spec, place = frame.spec, around or Surroundings()
    count = spec.permutations if permutations is None else permutations
    start = spec.seed if seed is None else seed
    bare = Primary(
        frame,
        count,
        start,
        _deviations(frame, count, start),
        beyond_coded_period=tuple(name for name in frame.by_paradigm if name in place.beyond_coded_period),
        paradigm_names={name: place.paradigm_names.get(name, (name, name)) for name in frame.by_paradigm},
        firm_names=place.firm_names,
        sign_share=sign_share,
    )
    refused = refusal_of(frame)
    if refused is not None:
        return replace(bare, reason=refused)
    found = _estimated(bare)
    return _checked(found, place) if checks else found


def _deviations(frame: Frame, permutations: int, seed: int) -> tuple[str, ...]:
    spec = frame.spec
    changed = {
        "as_of": not frame.registered,
        "permutations": permutations != spec.permutations,
        "seed": seed != spec.seed,
    }
    return tuple(name for name, different in changed.items() if different)


def _estimated(bare: Primary) -> Primary:
    frame, spec = bare.frame, bare.frame.spec
    samples = {form: draw_sample(frame, form) for form in FORMS}
    sample = samples["ratio"]
    # Both forms see the same orders, so that they differ by the form alone.
    orders = permutations_within(sample.strata, bare.permutations, np.random.default_rng(bare.seed))
    forms: dict[Form, FormEstimate] = {form: _form(samples[form], orders, spec.level) for form in FORMS}
    influence = influence_of(frame, sample)
    seen: dict[Form, Estimate] = {
        form: Estimate(
            found.effect, found.p, found.upper, influence.stable(form, firms=True), influence.stable(form, firms=False)
        )
        for form, found in forms.items()
    }
    conditions = conditions_of(seen, Terms(spec.level, spec.sign_stable, spec.negligible), bare.sign_share)
    return replace(
        bare,
        spread=sample.spread,
        constant=sample.constant,
        forms=forms,
        influence=influence,
        conditions=conditions,
        verdict=verdict_of(conditions),
    )


def _form(sample: Sample, orders: Orders, level: float) -> FormEstimate:
    design, names = sample.design()
    fit, scale = fit_ols(sample.outcome, design, names), sample.spread
    test = freedman_lane(sample.slope(), sample.outcome, orders)
    slope = fit.coefficient("power")
    low, high = test.interval(1 - level)
    ends: Ends = None if low is None else low * scale, None if high is None else high * scale
    return FormEstimate(
        slope,
        slope.estimate * scale,
        slope.error * scale,
        (slope.interval[0] * scale, slope.interval[1] * scale),
        test.p(),
        ends,
        fit.coefficient("log_implied") if sample.form == "free" else None,
        fit.coefficients[1:],
        fit.r2,
        fit.df,
    )


def _checked(found: Primary, place: Surroundings) -> Primary:
    from .companions import companions, rank_correlations
    from .design_power import EFFECTS, design_power
    from .network import network_dependence
    from .omitted import omitted_of
    from .selection import tipping_point

    frame, count, seed = found.frame, found.permutations, found.seed
    sample = draw_sample(frame)
    matrix = adjacency(place.pairs, [unit.id for unit in frame.units])
    effects = tuple(sorted({*EFFECTS, frame.spec.of_interest}))
    return replace(
        found,
        companions=companions(sample, count, seed),
        rank_correlations=rank_correlations(frame, count, seed),
        omitted=omitted_of(sample),
        network=network_dependence(sample, matrix, count, seed),
        selection=tipping_point(frame, sample, place.unpriced),
        design=design_power(sample, effects, level=frame.spec.level, seed=seed),
    )
