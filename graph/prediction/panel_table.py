"""The panel as data: firm-years, paths of power, who left the lists, and what was left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from ..plain_values import document
from ..worth.observations import Firm
from ..worth.reasons import counted_reasons
from .survival import survival

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["FirmYear", "Panel", "standardised"]

Floats = NDArray[np.float64]
Integers = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class FirmYear:
    """One firm in one list.

    Attributes
    ----------
    firm, paradigm : str
        The firm and its home paradigm.
    year : int
        Of the list, which comes out in spring.
    market_cap, revenue, net_income : float
        Billions of US dollars; revenue and net income of the fiscal year before. Net income may be None.
    industry : str
        Id of the industry whose median is used.
    heading_used : bool
        Whether that is the heading under which the list has the firm; else it is the firm's own industry.
    multiple : float
        Median price/sales of that industry in that list.
    upper_quartile : float
        Its third quartile.
    premium : float
        ln(market_cap) - ln(revenue x multiple), log points.
    log_price_to_sales : float
        ln(market_cap / revenue) less that of the median of the whole list: a premium that no change of headings moves.
    power, in_degree : float
        Definition power (0 to 1) and number of distinct dependents at the end of the year before.
    z : float
        Power less its mean, over its standard deviation, among the firm-years of the paradigm.
    claims : tuple of str
        Ids of the claims that the row is computed from.
    """

    firm: str
    paradigm: str
    year: int
    market_cap: float
    revenue: float
    net_income: float | None
    industry: str
    heading_used: bool
    multiple: float
    upper_quartile: float
    premium: float
    log_price_to_sales: float
    power: float
    in_degree: float
    z: float
    claims: tuple[str, ...]


@dataclass(frozen=True)
class Panel:
    """Firm-years with premium and power, sorted by firm and year; unbalanced.

    Attributes
    ----------
    as_of : str
        Date of the claims.
    rows : tuple of FirmYear
    firms : mapping
        Id -> firm, of the firms that have rows.
    years : tuple of int
        Years of the lists.
    path_years : tuple of int
        Years at whose end power was computed: those before each list, without a gap.
    powers : mapping
        Paradigm -> firm -> power at the end of each path year; NaN before the paradigm's ties were looked for.
    degrees : mapping
        The same of the number of distinct dependents.
    dropped : mapping
        Reason -> number of firm-years that are listed but not in the panel.
    listed : mapping
        Year -> firms that the list holds.
    """

    as_of: str
    rows: tuple[FirmYear, ...]
    firms: Mapping[str, Firm]
    years: tuple[int, ...]
    path_years: tuple[int, ...]
    powers: Mapping[str, Mapping[str, Floats]] = field(repr=False)
    degrees: Mapping[str, Mapping[str, Floats]] = field(repr=False)
    dropped: Mapping[str, int]
    listed: Mapping[int, frozenset[str]] = field(repr=False)

    @property
    def n(self) -> int:
        """Number of firm-years."""
        return len(self.rows)

    @property
    def n_firms(self) -> int:
        """Number of firms: the number that inference rests on."""
        return len(self.firms)

    @property
    def balanced(self) -> bool:
        """Whether every firm is in every list."""
        return bool(self.rows) and self.n == self.n_firms * len(self.years)

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """Firms, sorted; the order of codes and paths."""
        return tuple(sorted(self.firms))

    @cached_property
    def firm_codes(self) -> Integers:
        """Number of each row's firm in :attr:`ids`."""
        codes = {firm: code for code, firm in enumerate(self.ids)}
        return np.array([codes[row.firm] for row in self.rows], dtype=np.intp)

    @cached_property
    def list_years(self) -> Integers:
        """Year of each row."""
        return np.array([row.year for row in self.rows], dtype=np.intp)

    @cached_property
    def strata(self) -> Integers:
        """Number of each firm's paradigm, in the order of their names; shape (firms,)."""
        names = sorted({firm.paradigm or "" for firm in self.firms.values()})
        return np.array([names.index(self.firms[key].paradigm or "") for key in self.ids], dtype=np.intp)

    @cached_property
    def exchange(self) -> Integers:
        """Group within which each firm's path is permuted: its paradigm, and whether most firms of it are listed less.

        Some of the most changeable paths belong to firms that are in few lists. Given to a firm that is in all of them,
        such a path decides the regression alone, and the test hardly ever rejects.
        """
        lists = np.bincount(self.firm_codes, minlength=self.n_firms)
        often = np.zeros(self.n_firms, dtype=np.intp)
        for stratum in np.unique(self.strata):
            members = self.strata == stratum
            often[members] = lists[members] > np.median(lists[members])
        return np.asarray(2 * self.strata + often, dtype=np.intp)

    @cached_property
    def scales(self) -> dict[str, tuple[float, float]]:
        """Paradigm -> mean and standard deviation of power among its firm-years."""
        return _scales(self.rows)

    @cached_property
    def paths(self) -> Floats:
        """Standardised power of each firm at the end of each path year; shape (firms, path years)."""
        table = np.empty((self.n_firms, len(self.path_years)))
        for code, key in enumerate(self.ids):
            paradigm = self.firms[key].paradigm or ""
            mean, deviation = self.scales[paradigm]
            table[code] = (self.powers[paradigm][key] - mean) / deviation
        return table

    @cached_property
    def degree_paths(self) -> Floats:
        """Number of distinct dependents of each firm at the end of each path year, as counted."""
        paths = [self.degrees[self.firms[key].paradigm or ""][key] for key in self.ids]
        return np.array(paths, dtype=np.float64).reshape(self.n_firms, len(self.path_years))

    @cached_property
    def path_columns(self) -> Integers:
        """Column of :attr:`paths` that each row is joined with: the end of the year before the list."""
        return np.array([self.path_years.index(row.year - 1) for row in self.rows], dtype=np.intp)

    def column(self, name: str) -> Floats:
        """Values of a column of the rows."""
        return np.array([getattr(row, name) for row in self.rows], dtype=np.float64)

    @cached_property
    def by_paradigm(self) -> dict[str, dict[str, int]]:
        """Paradigm -> number of firms and of firm-years."""
        years = Counter(row.paradigm for row in self.rows)
        firms = Counter(firm.paradigm or "" for firm in self.firms.values())
        return {name: {"firms": firms[name], "firm_years": years[name]} for name in sorted(years)}

    @cached_property
    def in_every_list(self) -> tuple[str, ...]:
        """Firms that have a row in every list: the balanced part."""
        count = Counter(row.firm for row in self.rows)
        return tuple(firm for firm in self.ids if count[firm] == len(self.years))

    def subset(self, keep: Sequence[bool] | NDArray[np.bool_]) -> Panel:
        """The panel of some of its rows; power keeps its unit."""
        rows = tuple(row for row, wanted in zip(self.rows, keep, strict=True) if wanted)
        firms = {key: firm for key, firm in self.firms.items() if key in {row.firm for row in rows}}
        part = replace(self, rows=rows, firms=firms)
        part.__dict__["scales"] = self.scales
        return part

    def to_pandas(self) -> pd.DataFrame:
        """One row per firm-year, indexed by firm and year."""
        import pandas as pd

        names = [name for name in FirmYear.__slots__ if name != "claims"]
        frame = pd.DataFrame([{name: getattr(row, name) for name in names} for row in self.rows], columns=names)
        frame.insert(2, "country", [self.firms[row.firm].country for row in self.rows])
        return frame.set_index(["firm", "year"])

    def to_dict(self) -> dict[str, Any]:
        """Size, scales, losses and rows as plain values."""
        gaps = [year for year in range(self.years[0], self.years[-1]) if year not in self.years] if self.years else []
        return document(
            {
                "as_of": self.as_of,
                "n": self.n,
                "n_firms": self.n_firms,
                "balanced": self.balanced,
                "in_every_list": len(self.in_every_list),
                "list_years": list(self.years),
                "years_without_list": gaps,
                "power_joined": "end of the year before the list",
                "by_paradigm": self.by_paradigm,
                "by_year": {str(year): int((self.list_years == year).sum()) for year in self.years},
                "scales": {name: {"mean": scale[0], "sd": scale[1]} for name, scale in self.scales.items()},
                "by_firm_industry": sum(not row.heading_used for row in self.rows),
                "nobody_depends": sum(row.power == 0 and row.in_degree == 0 for row in self.rows),
                "left_out": counted_reasons(self.dropped),
                "survival": survival(self),
            },
            gaps=True,
        )

    def records(self) -> list[dict[str, Any]]:
        """Firm-years as plain values."""
        return [document(asdict(row), gaps=True) for row in self.rows]


def standardised(rows: Sequence[FirmYear]) -> tuple[FirmYear, ...]:
    """Rows with `z`; those of a paradigm in which power does not vary keep 0."""
    scales = _scales(rows)
    return tuple(
        replace(row, z=(row.power - scales[row.paradigm][0]) / scales[row.paradigm][1])
        for row in sorted(rows, key=lambda row: (row.firm, row.year))
    )


def _scales(rows: Sequence[FirmYear]) -> dict[str, tuple[float, float]]:
    found: dict[str, tuple[float, float]] = {}
    for paradigm in sorted({row.paradigm for row in rows}):
        values = np.array([row.power for row in rows if row.paradigm == paradigm])
        deviation = float(values.std(ddof=1)) if values.size > 1 else 0.0
        found[paradigm] = (float(values.mean()), deviation if deviation > 0 else 1.0)
    return found
