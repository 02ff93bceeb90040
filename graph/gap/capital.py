"""Capital structure K: what part of a firm's known money is long-horizon, and its effect within country (H3).

Known money is what investors are known to have put into the firm themselves: amounts of scope ``own``, or their own
running total, which replaces their single amounts up to its date. Totals of a round, of a group, commitments and
maxima are nobody's own, values of holdings are no money paid in, loans are no capital, and what a buyer pays a former
holder does not reach the firm. What is known to exist without an amount widens the bounds.

K is nearly the label of a country: between countries it is not identified, and only its effect within country is
evidence (METHOD 4.2).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ...ontology.values import latest
from ..plain_values import finite
from ..worth.observations import Firm
from ..worth.reasons import Refusal
from .estimate import Floats, refused
from .investments import Investment
from .sample import Sample

__all__ = ["LEAST_PER_COUNTRY", "Capital", "FirmCapital", "WithinCountry", "firm_capital", "gap_capital"]

LEAST_PER_COUNTRY = 10
"""Fewest firms of each country with a known K that a block or a within-country effect is computed from."""
_OUTSIDE = {"lender": "loan", "secondary buyer": "bought_from_holder", "buyer": "bought_from_holder", "seller": "sold"}
_PERMUTATIONS = 9999


@dataclass(frozen=True)
class FirmCapital:
    """Known money of one firm.

    Attributes
    ----------
    firm : Firm
    known_usd_bn : float
        Investors' own money, in billions of US dollars of the dates.
    share : float or None
        K; None where no own amount is known.
    low, high : float
        Bounds: money of rounds that nobody is known to have paid in goes all to others, or all to long-horizon
        investors; an investor without any amount opens the bound on its side altogether. Investors that the claims do
        not name are in no bound.
    cross_border : float or None
        Part of the known money from investors of another country.
    investors : int
        Named investors.
    left_out : mapping
        Claims that are no known money of an investor, by why.
    """

    firm: Firm
    known_usd_bn: float
    share: float | None
    low: float
    high: float
    cross_border: float | None
    investors: int
    left_out: Mapping[str, int]

    def to_dict(self) -> dict[str, object]:
        """Money and share as plain values."""
        return {
            "firm": self.firm.id,
            "name": {"en": self.firm.name_en, "zh": self.firm.name_zh},
            "country": self.firm.country,
            "known_usd_bn": finite(self.known_usd_bn),
            "long_horizon_share": finite(self.share),
            "bounds": [finite(self.low), finite(self.high)],
            "cross_border_share": finite(self.cross_border),
            "investors": self.investors,
            "left_out": dict(self.left_out),
        }


@dataclass(frozen=True, slots=True)
class WithinCountry:
    """Slope of premium on K within country (H3).

    Attributes
    ----------
    slope : float
        Log points per unit of K.
    p : float
        Two-sided, from permutations of K within country.
    permutations : int
    """

    slope: float
    p: float
    permutations: int

    def to_dict(self) -> dict[str, object]:
        """Slope and p, plain."""
        return {"slope": finite(self.slope), "p": finite(self.p), "permutations": self.permutations}


@dataclass(frozen=True)
class Capital:
    """Capital structure of two countries' firms.

    Attributes
    ----------
    firms : tuple of FirmCapital
        Every firm of the two countries with a named investor, in the sample or not.
    n_known : mapping
        Country -> firms of the sample whose K is known.
    n_sample : mapping
        Country -> firms of the sample.
    within : WithinCountry or Refusal
        Effect within country.
    values : ndarray of shape (n,)
        K of each firm of the sample, NaN where it is not known.
    """

    firms: tuple[FirmCapital, ...]
    n_known: Mapping[str, int]
    n_sample: Mapping[str, int]
    within: WithinCountry | Refusal
    values: Floats

    @property
    def enough(self) -> bool:
        """Whether K is known of enough firms of both countries."""
        return min(self.n_known.values()) >= LEAST_PER_COUNTRY

    def to_dict(self) -> dict[str, object]:
        """Counts, the effect within country or why there is none, and every firm."""
        known = [firm.share for firm in self.firms if firm.share is not None]
        return {
            "n_known": dict(self.n_known),
            "n_sample": dict(self.n_sample),
            "n_firms_with_investors": len(self.firms),
            "n_firms_with_share": len(known),
            "least_per_country": LEAST_PER_COUNTRY,
            "within_country": refused(self.within) if isinstance(self.within, Refusal) else self.within.to_dict(),
            "firms": [firm.to_dict() for firm in self.firms],
        }


def firm_capital(firm: Firm, items: Sequence[Investment]) -> FirmCapital:
    """Known money of a firm by horizon.

    Parameters
    ----------
    firm : Firm
    items : sequence of Investment
        Investments in the firm up to the date.
    """
    outside = {item.id: reason for item in items if (reason := _not_known(item)) is not None}
    own = _own([item for item in items if item.id not in outside])
    known = sum(item.usd_bn or 0.0 for item in own)
    long = sum(item.usd_bn or 0.0 for item in own if item.long)
    abroad = sum(item.usd_bn or 0.0 for item in own if item.country and item.country != firm.country)
    low, high = _bounds(known, long, own, items, outside)
    return FirmCapital(
        firm,
        known,
        long / known if known else None,
        low,
        high,
        abroad / known if known else None,
        len({item.investor for item in items}),
        dict(sorted(Counter(outside.values()).items())),
    )


def gap_capital(
    sample: Sample,
    investments: Mapping[str, Sequence[Investment]],
    companies: Mapping[str, Firm],
    seed: int,
    permutations: int = _PERMUTATIONS,
) -> Capital:
    """Capital structure of the firms of two countries.

    Parameters
    ----------
    sample : Sample
    investments : mapping
        Firm -> investments up to the date.
    companies : mapping
        Every company by id.
    seed, permutations : int
    """
    found = tuple(
        firm_capital(companies[key], items)
        for key, items in sorted(investments.items())
        if key in companies and companies[key].country in (sample.a, sample.b)
    )
    shares = {item.firm.id: item.share for item in found if item.share is not None}
    values = np.array([shares.get(unit.id, np.nan) for unit in sample.frame.units], dtype=float)
    known = np.isfinite(values)
    n_known = {sample.a: int((known & sample.in_a).sum()), sample.b: int((known & ~sample.in_a).sum())}
    return Capital(found, n_known, sample.n, _within(sample, values, n_known, seed, permutations), values)


def _not_known(item: Investment) -> str | None:
    """Why a claim is no known money of its investor."""
    if item.role in _OUTSIDE:
        return _OUTSIDE[item.role]
    if item.scope not in ("own", "cumulative"):
        return item.scope
    return "no_amount" if item.usd_bn is None else None


def _own(items: Sequence[Investment]) -> list[Investment]:
    """Each investor's own money: the latest running total, and single amounts after it."""
    chosen: list[Investment] = []
    for investor in sorted({item.investor for item in items}):
        mine = [item for item in items if item.investor == investor]
        totals = [item for item in mine if item.scope == "cumulative"]
        total = max(totals, key=lambda item: (latest(item.date), item.id)) if totals else None
        chosen += [total] if total else []
        chosen += [
            item
            for item in mine
            if item.scope == "own" and (total is None or (item.date and latest(item.date) > latest(total.date)))
        ]
    return chosen


def _bounds(
    known: float, long: float, own: Sequence[Investment], items: Sequence[Investment], outside: Mapping[str, str]
) -> tuple[float, float]:
    """Least and greatest share that what is not known allows."""
    rounds: dict[tuple[str, str], float] = {}
    paid: dict[tuple[str, str], float] = {}
    for item in own:
        key = (item.round, item.date[:4])
        paid[key] = paid.get(key, 0.0) + (item.usd_bn or 0.0)
    named = {item.investor for item in own}
    low_open = high_open = False
    for item in items:
        reason = outside.get(item.id)
        if reason in ("round_total", "group_total", "own_maximum", "commitment") and item.usd_bn is not None:
            key = (item.round, item.date[:4])
            rounds[key] = max(rounds.get(key, 0.0), item.usd_bn - paid.get(key, 0.0))
        elif reason in ("undisclosed", "no_amount") and item.investor not in named:
            low_open, high_open = low_open or not item.long, high_open or item.long
    rest = sum(rounds.values())
    if known + rest == 0:
        return 0.0, 1.0
    return (0.0 if low_open else long / (known + rest)), (1.0 if high_open else (long + rest) / (known + rest))


def _within(
    sample: Sample, values: Floats, n_known: Mapping[str, int], seed: int, permutations: int
) -> WithinCountry | Refusal:
    if min(n_known.values()) < LEAST_PER_COUNTRY:
        counts = ", ".join(f"{code} {n}" for code, n in n_known.items())
        return Refusal("gap_few_with_capital", f"{counts}; >= {LEAST_PER_COUNTRY}")
    known = np.isfinite(values)
    share, outcome, in_a = values[known].copy(), sample.premium[known].copy(), sample.in_a[known]
    for inside in (in_a, ~in_a):
        share[inside] -= share[inside].mean()
        outcome[inside] -= outcome[inside].mean()
    spread = float(share @ share)
    if spread < 1e-12:  # rounding of a share that does not vary
        return Refusal("all_the_same")
    rng = np.random.default_rng(seed)
    shuffled = np.tile(share, (permutations, 1))
    for inside in (in_a, ~in_a):
        shuffled[:, inside] = rng.permuted(shuffled[:, inside], axis=1)
    observed = float(share @ outcome)
    extreme = np.abs(shuffled @ outcome) >= abs(observed) - 1e-12
    return WithinCountry(observed / spread, float((1 + extreme.sum()) / (permutations + 1)), permutations)
