"""Placebo sectors: whether industries that no paradigm is about show the same gap (METHOD 4.2).

For each industry of the latest list, ln of the median price/sales of one country's firms less that of the other's.
Control industries hold next to no firm of a paradigm. If they show the same gap, the gap in premium reads as a
discount of a country, not as a price of definition power (H2).

The lists give quartiles, not firms. The standard error of a log median is approximated from them: 1.2533 s / sqrt(n)
with s = (ln q3 - ln q1) / 1.349, exact for a normal distribution. Industries are combined by random effects
(DerSimonian & Laird 1986, with the t interval of Hartung & Knapp 2001), by ``statsmodels``.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from ..plain_values import finite
from ..worth.reasons import Refusal
from .estimate import Estimate, Floats, estimate, refused
from .industry_lists import SCOPES, Quartiles, latest_list
from .resampling import group_difference
from .sample import Sample

__all__ = ["CONTROL_AT_MOST", "PARADIGM_FROM", "Combined", "Industry", "Placebo", "combine", "gap_placebo"]

CONTROL_AT_MOST = 0.05
"""Greatest share of an industry's listed firms that may be firms of a paradigm in a control industry."""
PARADIGM_FROM = 0.20
"""Least share of them from which an industry counts as one of the paradigms; between the two it is mixed."""
_LEAST_INDUSTRIES = 3
_MEDIAN_ERROR = math.sqrt(math.pi / 2)
_QUARTILE_WIDTH = 1.349

Kind = Literal["control", "mixed", "paradigm"]
Verdict = Literal["country_discount", "beyond_country_discount", "smaller_than_placebo", "inconclusive"]


@dataclass(frozen=True, slots=True)
class Industry:
    """Gap of one industry's price/sales between two countries.

    Attributes
    ----------
    id, name_en, name_zh : str
    kind : str
        ``control``, ``mixed`` or ``paradigm``.
    gap, error : float
        Difference of log medians and its approximate standard error.
    medians : tuple of float
    n : tuple of int
        Firms of each country.
    paradigm_firms, listed : int
        Firms of a paradigm in the claims, and firms on the list.
    claims : tuple of str
    """

    id: str
    name_en: str
    name_zh: str
    kind: Kind
    gap: float
    error: float
    medians: tuple[float, float]
    n: tuple[int, int]
    paradigm_firms: int
    listed: int
    claims: tuple[str, str]

    def to_dict(self) -> dict[str, object]:
        """Gap and what it is computed from, as plain values."""
        return {
            "industry": self.id,
            "name": {"en": self.name_en, "zh": self.name_zh},
            "kind": self.kind,
            "gap": finite(self.gap),
            "standard_error": finite(self.error),
            "medians": [finite(value) for value in self.medians],
            "n": list(self.n),
            "paradigm_firms": self.paradigm_firms,
            "listed_firms": self.listed,
            "claims": list(self.claims),
        }


@dataclass(frozen=True, slots=True)
class Combined:
    """Gap over several industries: estimate with a 95 % interval, its standard error, k and firms of each country."""

    gap: Estimate
    error: float
    industries: int
    firms: tuple[int, int]

    def to_dict(self) -> dict[str, object]:
        """Estimate and counts as plain values."""
        return {
            "gap": self.gap.to_dict(),
            "standard_error": finite(self.error),
            "n_industries": self.industries,
            "n_firms": list(self.firms),
        }


@dataclass(frozen=True)
class Placebo:
    """The gap where no paradigm is, and what is left of the gap beyond it.

    Attributes
    ----------
    year : str
        Of the list.
    scopes : tuple of str
    industries : tuple of Industry
    control, paradigm : Combined or Refusal
        Over the control industries, and over those of the paradigms on the same list.
    strict : Combined or Refusal
        Over control industries without a single firm of a paradigm.
    did : Estimate
        Gap in premium of the sample less that of the control industries.
    did_lists : Estimate or None
        The same from the lists alone: industries of the paradigms less control industries. Like for like.
    verdict : str
    source : str
    """

    year: str
    scopes: tuple[str, str]
    industries: tuple[Industry, ...]
    control: Combined
    paradigm: Combined | Refusal
    strict: Combined | Refusal
    did: Estimate
    did_lists: Estimate | None
    verdict: Verdict
    source: str

    def to_dict(self) -> dict[str, object]:
        """Gaps as plain values."""
        return {
            "list_year": self.year,
            "scopes": list(self.scopes),
            "control": self.control.to_dict(),
            "control_strict": refused(self.strict) if isinstance(self.strict, Refusal) else self.strict.to_dict(),
            "paradigm": refused(self.paradigm) if isinstance(self.paradigm, Refusal) else self.paradigm.to_dict(),
            "difference_in_differences": self.did.to_dict(),
            "difference_in_differences_lists": self.did_lists.to_dict() if self.did_lists else None,
            "verdict": self.verdict,
            "rule": {"control_at_most": CONTROL_AT_MOST, "paradigm_from": PARADIGM_FROM},
            "industries": [industry.to_dict() for industry in self.industries],
            "source": self.source,
        }


def combine(industries: Sequence[Industry]) -> Combined | Refusal:
    """Random-effects mean of the industries' gaps.

    Returns
    -------
    Combined or Refusal
        Refusal code ``gap_few_industries``.
    """
    if len(industries) < _LEAST_INDUSTRIES:
        return Refusal("gap_few_industries", f"{len(industries)}; >= {_LEAST_INDUSTRIES}")
    from statsmodels.stats.meta_analysis import combine_effects

    gaps = np.array([industry.gap for industry in industries])
    variances = np.array([industry.error**2 for industry in industries])
    # What the library finds it sets as attributes that no checker sees.
    found: Any = combine_effects(gaps, variances, method_re="dl", use_t=True)
    low, high = found.conf_int()[3]  # random effects with the scale of Hartung & Knapp
    return Combined(
        Estimate(float(found.mean_effect_re), float(low), float(high)),
        float(found.sd_eff_w_re_hksj),
        len(industries),
        (sum(industry.n[0] for industry in industries), sum(industry.n[1] for industry in industries)),
    )


def gap_placebo(
    sample: Sample,
    counts: Floats,
    lists: Sequence[Quartiles],
    paradigm_firms: Mapping[str, int],
    seed: int,
) -> Placebo | Refusal:
    """Gap of the control industries between two countries, and the gap in premium beyond it.

    Parameters
    ----------
    sample : Sample
    counts : ndarray of shape (draws, n)
    lists : sequence of Quartiles
    paradigm_firms : mapping
        Industry -> firms of a paradigm in the claims.
    seed : int

    Returns
    -------
    Placebo or Refusal
        Refusal codes: ``gap_no_multiples``, ``gap_few_industries``.
    """
    rows = latest_list(lists, sample.frame.as_of)
    scopes = SCOPES.get(sample.a, sample.a), SCOPES.get(sample.b, sample.b)
    for code, scope in zip((sample.a, sample.b), scopes, strict=True):
        if not any(row.scope == scope for row in rows):
            return Refusal("gap_no_multiples", code)
    industries = _industries(rows, scopes, paradigm_firms)
    control = combine([industry for industry in industries if industry.kind == "control"])
    if isinstance(control, Refusal):
        return control
    paradigm = combine([industry for industry in industries if industry.kind == "paradigm"])
    rng = np.random.default_rng([seed, 1])  # not the stream that drew the firms
    once = np.ones((1, len(sample.in_a)))
    gaps = group_difference(sample.premium, sample.in_a, counts)
    point = float(group_difference(sample.premium, sample.in_a, once)[0])
    placebo = _drawn(control, rng, len(counts))
    did = estimate(point - control.gap.value, gaps - placebo)
    return Placebo(
        rows[0].year,
        scopes,
        industries,
        control,
        paradigm,
        combine([row for row in industries if row.kind == "control" and not row.paradigm_firms]),
        did,
        None
        if isinstance(paradigm, Refusal)
        else estimate(paradigm.gap.value - control.gap.value, _drawn(paradigm, rng, len(counts)) - placebo),
        _verdict(did, control.gap, 1 if point > 0 else -1),
        rows[0].source,
    )


def _verdict(did: Estimate, control: Estimate, direction: int) -> Verdict:
    """Read the difference in differences in the direction of the gap in premium."""
    if did.sign:
        return "beyond_country_discount" if did.sign == direction else "smaller_than_placebo"
    return "country_discount" if control.sign == direction else "inconclusive"


def _drawn(combined: Combined, rng: np.random.Generator, draws: int) -> Floats:
    """Draws of a combined gap: t with one degree of freedom less than industries."""
    return combined.gap.value + combined.error * rng.standard_t(combined.industries - 1, size=draws)


def _industries(
    rows: Sequence[Quartiles], scopes: tuple[str, str], paradigm_firms: Mapping[str, int]
) -> tuple[Industry, ...]:
    by_scope = {(row.industry, row.scope): row for row in rows}
    found = []
    for name in sorted({row.industry for row in rows} - {"all"}):
        first, second = by_scope.get((name, scopes[0])), by_scope.get((name, scopes[1]))
        whole = by_scope.get((name, "all"))
        if first is None or second is None or whole is None or _error(first) == 0 or _error(second) == 0:
            continue
        firms = paradigm_firms.get(name, 0)
        found.append(
            Industry(
                name,
                first.name_en,
                first.name_zh,
                _kind(firms / whole.n),
                math.log(first.middle / second.middle),
                math.hypot(_error(first), _error(second)),
                (first.middle, second.middle),
                (first.n, second.n),
                firms,
                whole.n,
                (first.claim, second.claim),
            )
        )
    return tuple(found)


def _kind(share: float) -> Kind:
    if share <= CONTROL_AT_MOST:
        return "control"
    return "paradigm" if share >= PARADIGM_FROM else "mixed"


def _error(row: Quartiles) -> float:
    """Approximate standard error of the log of a median."""
    return _MEDIAN_ERROR * math.log(row.high / row.low) / _QUARTILE_WIDTH / math.sqrt(row.n)
