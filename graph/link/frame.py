"""The firms that the link is estimated on, column by column, and why every other priced firm is not among them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from ...ontology.values import latest
from ..worth.premium_result import FirmPremium, PremiumResult, middle
from ..worth.ranks import average_ranks
from ..worth.reasons import count_reasons
from ..worth.revenue import Revenue
from .reading import Background, read_background
from .specification import PrimarySpec, primary_specification
from .unit import GROUPS, VARIANTS, PowerTable, Unit

if TYPE_CHECKING:
    import pandas as pd

    from ..store import Store

__all__ = ["GROUPS", "VARIANTS", "Floats", "Frame", "PowerTable", "Unit", "build_frame", "normal_score"]

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Frame:
    """The sample of a specification, sorted by firm, and who is not in it.

    Attributes
    ----------
    spec : PrimarySpec
    as_of : str
        Date of marks and power; another than the registered one is no registered result.
    units : tuple of Unit
        Firms with everything that the specification asks for.
    dropped : mapping
        Firm -> code of the reason (:data:`definer.graph.worth.REASONS`) for every priced firm that is not in it.
    pairs : tuple of Unit
        Firms of the essay's pairs that have all but the right to be in the sample: to be predicted, not fitted.
    """

    spec: PrimarySpec
    as_of: str
    units: tuple[Unit, ...]
    dropped: Mapping[str, str]
    pairs: tuple[Unit, ...] = ()

    @property
    def n(self) -> int:
        """Number of firms."""
        return len(self.units)

    @property
    def registered(self) -> bool:
        """Whether the date is the registered one."""
        return self.as_of == self.spec.as_of

    @cached_property
    def left_out(self) -> dict[str, int]:
        """Number of priced firms that are not in the sample, by reason."""
        return count_reasons(self.dropped.values())

    @cached_property
    def by_paradigm(self) -> dict[str, int]:
        """Number of firms of each paradigm."""
        return dict(sorted(Counter(unit.paradigm for unit in self.units).items()))

    @cached_property
    def by_group(self) -> dict[str, int]:
        """Number of firms of each country group."""
        counts = Counter(unit.group for unit in self.units)
        return {group: counts[group] for group in GROUPS if counts[group]}

    @cached_property
    def strata(self) -> NDArray[np.intp]:
        """Number of each firm's paradigm, in the order of :attr:`by_paradigm`."""
        codes = {paradigm: code for code, paradigm in enumerate(self.by_paradigm)}
        return np.array([codes[unit.paradigm] for unit in self.units], dtype=np.intp)

    def premium(self, baseline: str | None = None, haircut: float | None = None) -> Floats:
        """Outcome: log premium of each firm; NaN where it has no such baseline."""
        spec = self.spec
        chosen, factor = baseline or spec.baseline, spec.haircut if haircut is None else haircut
        return np.array([unit.premium(chosen, factor) for unit in self.units])

    def raw_power(self, variant: str | None = None) -> Floats:
        """Power of each firm in a variant, as computed."""
        return np.array([unit.power[variant or self.spec.variant] for unit in self.units])

    def power(self, variant: str | None = None) -> Floats:
        """Van der Waerden score of power within the sample, not scaled."""
        return normal_score(self.raw_power(variant))

    def growth(self) -> Floats:
        """ln(1 + growth), winsorised at the registered quantiles of the sample."""
        values = np.array([math.nan if unit.log_growth is None else unit.log_growth for unit in self.units])
        low, high = np.nanquantile(values, self.spec.growth_winsor)
        return np.asarray(np.clip(values, low, high), dtype=np.float64)

    def controls(self, names: Sequence[str] = ("country", "paradigm", "growth", "private", "age")) -> Controls:
        """Design of the controls: an intercept, then the columns of each name.

        Parameters
        ----------
        names : sequence of str
            Of ``country`` (groups that occur but the first), ``paradigm`` (that occur but the first), ``growth``,
            ``private``, ``age``. A column that does not vary is left out, and listed as such.
        """
        columns: dict[str, Floats] = {}
        units = self.units
        for name in names:
            if name == "country":
                for group in tuple(self.by_group)[1:]:
                    columns[f"country:{group}"] = np.array([float(unit.group == group) for unit in units])
            elif name == "paradigm":
                for paradigm in tuple(self.by_paradigm)[1:]:
                    columns[f"paradigm:{paradigm}"] = np.array([float(unit.paradigm == paradigm) for unit in units])
            elif name == "growth":
                columns["growth"] = self.growth()
            elif name == "private":
                columns["private"] = np.array([float(unit.private) for unit in units])
            elif name == "age":
                columns["age"] = np.array([math.nan if unit.log_age is None else unit.log_age for unit in units])
            else:
                raise ValueError(f"no control is called {name}")
        constant = tuple(name for name, values in columns.items() if len(values) and np.ptp(values) == 0)
        kept = {name: values for name, values in columns.items() if name not in constant}
        design = np.column_stack([np.ones(self.n), *kept.values()]) if self.n else np.empty((0, 1 + len(kept)))
        return Controls(("intercept", *kept), design, constant)

    def subset(self, keep: Sequence[bool] | NDArray[np.bool_]) -> Frame:
        """The frame of some of its firms."""
        return replace(self, units=tuple(unit for unit, wanted in zip(self.units, keep, strict=True) if wanted))

    def to_pandas(self) -> pd.DataFrame:
        """One row per firm, as the regression reads it."""
        import pandas as pd

        rows = [
            {
                "id": unit.id,
                "country": unit.country,
                "group": unit.group,
                "paradigm": unit.paradigm,
                "private": unit.private,
                "log_value": unit.log_value,
                "log_revenue": unit.log_revenue,
                **{f"log_implied_{name}": value for name, value in unit.log_implied.items()},
                "premium": unit.premium(self.spec.baseline, self.spec.haircut),
                "log_growth": unit.log_growth,
                "log_age": unit.log_age,
                **unit.power,
            }
            for unit in self.units
        ]
        return pd.DataFrame(rows).set_index("id") if rows else pd.DataFrame()


@dataclass(frozen=True)
class Controls:
    """Design matrix of the controls.

    Attributes
    ----------
    names : tuple of str
        Of the columns; the first is the intercept.
    design : ndarray of shape (n, k)
    constant : tuple of str
        Columns left out because they do not vary in the sample.
    """

    names: tuple[str, ...]
    design: Floats
    constant: tuple[str, ...]


def normal_score(values: Floats) -> Floats:
    """Van der Waerden score: normal quantile of the rank over n + 1; equal values share their mean rank.

    Examples
    --------
    >>> normal_score(np.array([0.0, 5.0, 1.0])).round(3).tolist()
    [-0.674, 0.674, 0.0]
    """
    from scipy.special import ndtri

    return np.asarray(ndtri(average_ranks(values) / (len(values) + 1)), dtype=np.float64)


def build_frame(
    store: Store,
    premiums: PremiumResult,
    powers: PowerTable,
    spec: PrimarySpec | None = None,
) -> Frame:
    """The sample of a specification.

    Parameters
    ----------
    store : Store
    premiums : PremiumResult
        Premiums of all companies as of the date.
    powers : mapping
        Variant -> paradigm -> firm -> value, as of the same date.
    spec : PrimarySpec, optional
        By default the registered one.
    """
    terms = spec or primary_specification()
    background = read_background(store)
    units: list[Unit] = []
    pairs: list[Unit] = []
    dropped: dict[str, str] = {}
    for firm in premiums.priced:
        key = firm.firm.id
        found = _unit(firm, powers, background, terms, premiums.as_of)
        if key in terms.excluded:
            dropped[key] = "essay_pair"
            if isinstance(found, Unit):
                pairs.append(found)
        elif isinstance(found, str):
            dropped[key] = found
        else:
            units.append(found)
    sizes = Counter(unit.paradigm for unit in units)
    dropped |= {unit.id: "alone_in_paradigm" for unit in units if sizes[unit.paradigm] == 1}
    kept = tuple(unit for unit in units if unit.id not in dropped)
    return Frame(terms, premiums.as_of, kept, dict(sorted(dropped.items())), tuple(pairs))


def _unit(
    firm: FirmPremium,
    powers: PowerTable,
    background: Background,
    terms: PrimarySpec,
    as_of: str,
) -> Unit | str:
    refused = _refusal(firm, powers, background, terms)
    if refused is not None:
        return refused
    own, revenue, value, growth = firm.firm, firm.revenue, firm.value, firm.growth
    assert isinstance(revenue, Revenue)  # noqa: S101 - narrowed by the refusals above
    assert value is not None and own.paradigm is not None  # noqa: S101, PT018
    founded = background.founded.get(own.id)
    if growth is None:
        return "no_growth"
    if founded is None:
        return "no_founding_year"
    mark = firm.mark
    return Unit(
        id=own.id,
        name_en=own.name_en,
        name_zh=own.name_zh,
        country=own.country,
        group=own.country if own.country in GROUPS else "other",
        paradigm=own.paradigm,
        private=getattr(mark, "mark_type", "") != "public",
        log_value=math.log(middle(value)),
        log_value_range=(math.log(value[0]), math.log(value[1])),
        log_revenue=math.log(middle((revenue.low, revenue.high))),
        log_implied={code: math.log(found.implied) for code, found in firm.valued.items()},
        log_growth=math.log(growth.ratio),
        log_age=math.log(max(0, latest(as_of).year - founded) + 1),
        mark_date=getattr(getattr(mark, "claim", None), "date", ""),
        power={variant: _power(powers, variant, own.paradigm, own.id) for variant in powers},
    )


def _refusal(firm: FirmPremium, powers: PowerTable, background: Background, terms: PrimarySpec) -> str | None:
    own, revenue = firm.firm, firm.revenue
    if not isinstance(revenue, Revenue) or revenue.basis not in terms.revenue_basis:
        return "revenue_not_twelve_months"
    if own.paradigm is None:
        return "no_home_paradigm"
    if own.id not in powers[terms.variant].get(own.paradigm, {}):
        return "no_tie"
    if terms.needs_slots_enumerated and own.paradigm not in background.enumerated.get(own.id, ()):
        return "slots_not_enumerated"
    return None


def _power(powers: PowerTable, variant: str, paradigm: str, firm: str) -> float:
    if variant == "power_best":
        return max((found[firm] for found in powers[variant].values() if firm in found), default=0.0)
    return powers[variant].get(paradigm, {}).get(firm, 0.0)
