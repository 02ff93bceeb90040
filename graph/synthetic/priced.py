"""Invented firms with a premium, for the tests of the link: what drives the premium is known.

Three samples. *Confounded*: paradigm and country move power and premium alike, and the noise is uneven, so a plain
test finds a link that is not there (METHOD 3.2). *Frame*: power is scored from planted ties, the premium knows all but
power.
*Attention*: a tie is the likelier found, the more its firm is worth, seen from the dependent's or from the
provider's side (METHOD 1.2).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray

from ..link.frame import GROUPS, Frame, Unit
from ..link.specification import primary_specification
from .planted import planted_drafts
from .sample import Draft, draft_ties, ids

if TYPE_CHECKING:
    from numpy.random import Generator

    from .engine import Scorer

__all__ = ["Dyads", "Priced", "Side", "attention", "confounded", "dyads", "priced_frame"]

Floats = NDArray[np.float64]
Side = Literal["all", "dependent", "provider"]
"""Whose value draws attention to a tie; ``all``: every tie is found."""

_PARADIGMS, _COUNTRIES = 5, 3
_ODDS, _ATTENTION = 0.4, 1.2  # log-odds that a tie is found, and their rise per standard deviation of the premium


@dataclass(frozen=True)
class Priced:
    """Firms of a sample.

    Attributes
    ----------
    premium, power : ndarray of shape (n,)
        Log premium, independent of power given the controls; power as scored or drawn.
    controls : ndarray of shape (n, k)
        Intercept first.
    strata : ndarray of int, shape (n,)
        Paradigm of each firm.
    """

    premium: Floats
    power: Floats
    controls: Floats
    strata: NDArray[np.intp]


@dataclass(frozen=True)
class Dyads:
    """Pairs of firms: how far apart their premiums are, and whether they are tied; shape (n, n), symmetric."""

    distance: Floats
    tied: Floats


def confounded(rng: Generator, n: int) -> Priced:
    """Draw firms whose paradigm and country move power and premium alike, with uneven noise."""
    strata = rng.integers(0, _PARADIGMS, n)
    country = rng.integers(0, _COUNTRIES, n)
    on_power = rng.normal(0, 0.8, _PARADIGMS)
    on_premium = 0.8 * on_power + rng.normal(0, 0.5, _PARADIGMS)
    power = on_power[strata] + 0.5 * (country == 0) + rng.normal(size=n)
    control = 0.5 * power + rng.normal(size=n)
    noise = rng.normal(size=n) * (0.6 + 0.5 * np.abs(control))
    premium = on_premium[strata] + 0.6 * (country == 0) + 0.4 * control + noise
    # A paradigm or country that nobody drew has no column.
    columns = [np.ones(n), *_dummies(strata), *_dummies(country), control]
    return Priced(premium, power, np.column_stack(columns), strata.astype(np.intp))


def priced_frame(rng: Generator, score: Scorer, firms: int = 40, paradigms: int = 3) -> Frame:
    """Draw paradigms of planted ties, score them, price their firms by their traits and chance, never by power.

    Growth, age, country and privacy move the premium; so does the paradigm.
    """
    units: list[Unit] = []
    for paradigm in range(paradigms):
        names = ids(rng, firms)
        power = score(draft_ties(f"p{paradigm}", planted_drafts(rng, names), names))["power"]
        shift = float(rng.normal())
        units += [_unit(rng, f"p{paradigm}", name, power.get(name, 0.0), shift) for name in sorted(names)]
    spec = primary_specification()
    return Frame(spec, spec.as_of, tuple(units), {})


def _unit(rng: Generator, paradigm: str, name: str, power: float, shift: float) -> Unit:
    growth, age, size = rng.normal(0.1, 0.3), rng.uniform(0.7, 4.0), rng.normal(2.0, 1.5)
    group = GROUPS[int(rng.integers(len(GROUPS)))]
    private = bool(rng.random() < 0.2)
    premium = shift + 0.5 * (group == "US") + growth - 0.2 * age + 0.3 * private + 0.8 * rng.standard_t(4)
    value = size + premium
    return Unit(
        id=f"{paradigm}-{name}",
        name_en=name,
        name_zh=name,
        country=group,
        group=group,
        paradigm=paradigm,
        private=private,
        log_value=value,
        log_value_range=(value, value),
        log_revenue=size,
        log_implied={"B1": size},
        log_growth=growth,
        log_age=age,
        mark_date=primary_specification().as_of,
        power={"power": power},
    )


def attention(rng: Generator, score: Scorer, side: Side, firms: int = 80) -> Priced:
    """Draw a planted paradigm whose ties are found by the worth of the firm on one side; the truth is no link."""
    names = ids(rng, firms)
    premium = {name: float(rng.normal()) for name in names}
    drafts = [draft for draft in planted_drafts(rng, names) if rng.random() < _found(draft, premium, side)]
    power = score(draft_ties("attention", drafts, names))["power"]
    order = sorted(names)
    return Priced(
        np.array([premium[name] for name in order]),
        np.array([power.get(name, 0.0) for name in order]),
        np.ones((firms, 1)),
        np.zeros(firms, dtype=np.intp),
    )


def dyads(rng: Generator, n: int = 40) -> Dyads:
    """Draw pairs whose tie and whose difference in premium each rest on traits of the firms, not on one another."""
    premium, trait = rng.normal(size=n), rng.normal(size=n)
    upper = np.triu(trait[:, None] + trait[None, :] + rng.normal(size=(n, n)) > 1.5, 1)
    return Dyads(np.abs(premium[:, None] - premium[None, :]), (upper | upper.T).astype(np.float64))


def _found(draft: Draft, premium: Mapping[str, float], side: Side) -> float:
    if side == "all":
        return 1.0
    worth = premium[draft.dependent if side == "dependent" else draft.provider]
    return 1 / (1 + math.exp(-(_ODDS + _ATTENTION * worth)))


def _dummies(codes: NDArray[np.intp]) -> list[Floats]:
    return [(codes == code).astype(np.float64) for code in np.unique(codes)[1:]]
