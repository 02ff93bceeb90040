"""The firms of two countries, as the decomposition reads them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..errors import GraphError
from ..link.frame import Frame
from .estimate import Floats

__all__ = ["BLOCKS", "MINIMUM", "GapError", "Sample", "TooFewFirmsError", "check_countries", "gap_sample"]

MINIMUM = 10
"""Fewest firms of each country: means of fewer say nothing about a country."""
BLOCKS: Mapping[str, tuple[str, ...]] = {
    "power": ("power",),
    "firm": ("growth", "private", "age"),
    "paradigm": ("paradigm",),
}
"""Blocks of the decomposition and the names of their columns."""


class GapError(GraphError):
    """Two countries that cannot be compared because of how they were named."""

    exit_code = 2


class TooFewFirmsError(GraphError):
    """A country has too few firms in the sample."""


@dataclass(frozen=True)
class Sample:
    """Firms of two countries, `a` and `b`; every gap is that of `a` less that of `b`.

    Attributes
    ----------
    a, b : str
        Codes of the countries.
    frame : Frame
        The sample of the link, these firms alone.
    in_a : ndarray of bool, shape (n,)
    log_value, log_revenue, log_multiple : ndarray of shape (n,)
        ln of the mark, of revenue (both in billions of US dollars), and of the sector's multiple.
    power : ndarray of shape (n,)
        Power as computed.
    columns : mapping
        Name -> values, without those that do not vary. Power is the normal score of its rank, and growth is cut off,
        within the whole sample of the link: a unit means the same as there.
    constant : tuple of str
        Columns that do not vary.
    base : str
        Paradigm without a column of its own.
    """

    a: str
    b: str
    frame: Frame
    in_a: NDArray[np.bool_]
    log_value: Floats
    log_revenue: Floats
    log_multiple: Floats
    power: Floats
    columns: Mapping[str, Floats]
    constant: tuple[str, ...]
    base: str

    @property
    def n(self) -> dict[str, int]:
        """Number of firms by country."""
        inside = int(self.in_a.sum())
        return {self.a: inside, self.b: len(self.in_a) - inside}

    @property
    def premium(self) -> Floats:
        """Log premium of each firm over the sector multiple."""
        return self.log_value - self.log_revenue - self.log_multiple

    @property
    def paradigms(self) -> NDArray[np.str_]:
        """Home paradigm of each firm."""
        return np.array([unit.paradigm for unit in self.frame.units])

    def block(self, name: str) -> tuple[str, ...]:
        """Columns of a block."""
        prefixes = BLOCKS[name]
        return tuple(column for column in self.columns if column.split(":")[0] in prefixes)

    def design(self, names: Sequence[str]) -> Floats:
        """Matrix of the columns with these names, shape (n, k), without an intercept."""
        if not names:
            return np.empty((len(self.in_a), 0))
        return np.column_stack([self.columns[name] for name in names])


def gap_sample(frame: Frame, a: str, b: str, known: Collection[str], minimum: int = MINIMUM) -> Sample:
    """The firms of two countries.

    Parameters
    ----------
    frame : Frame
        Sample of the link.
    a, b : str
        Country codes, in any case.
    known : collection of str
        Countries that have a company.
    minimum : int
        Fewest firms of each.

    Raises
    ------
    GapError
        The same country twice, or one that has no company.
    TooFewFirmsError
        A country has fewer firms in the sample; names it and its n.
    """
    a, b = check_countries(a, b, known)
    keep = np.array([unit.country in (a, b) for unit in frame.units], dtype=bool)
    part = frame.subset(keep)
    in_a = np.array([unit.country == a for unit in part.units], dtype=bool)
    for code, n in ((a, int(in_a.sum())), (b, int((~in_a).sum()))):
        if n < minimum:
            raise TooFewFirmsError(
                f"{code}: {n} firms with premium, power and controls as of {frame.as_of}, {minimum} are needed; "
                "'definer premium' says why firms have no premium",
                f"{code}：截至 {frame.as_of}，溢价、定义权与控制变量齐全的企业只有 {n} 家，至少要 {minimum} 家；"
                "definer premium 会说明各企业为何没有溢价。",
            )
    columns, base = _columns(frame, part, keep)
    varying = {name: values for name, values in columns.items() if np.ptp(values) > 0}
    return Sample(
        a,
        b,
        part,
        in_a,
        np.array([unit.log_value for unit in part.units]),
        np.array([unit.log_revenue for unit in part.units]),
        np.array([unit.log_implied["B1"] - unit.log_revenue for unit in part.units]),
        part.raw_power(),
        varying,
        tuple(name for name in columns if name not in varying),
        base,
    )


def check_countries(a: str, b: str, known: Collection[str], draws: int = 1) -> tuple[str, str]:
    """Codes of two countries in capitals.

    Raises
    ------
    GapError
        The same country twice, one that no company has, or no draws.
    """
    a, b = a.strip().upper(), b.strip().upper()
    if draws < 1:
        raise GapError(f"at least one draw is needed, not {draws}", f"至少要抽样一次，而非 {draws} 次。")
    if a == b:
        raise GapError(f"a gap is between two countries; {a} was named twice", f"差距是两国之间的，{a} 写了两次。")
    for code in (a, b):
        if code not in known:
            there = sorted(set(known))
            raise GapError(
                f'no company of country "{code}"; there are companies of {", ".join(there) or "no country"}',
                f"没有国家代码为“{code}”的公司；现有：{'、'.join(there) or '无'}。",
            )
    return a, b


def _columns(frame: Frame, part: Frame, keep: NDArray[np.bool_]) -> tuple[dict[str, Floats], str]:
    """Columns of the regression, and the paradigm that has none."""
    columns: dict[str, Floats] = {"power": frame.power()[keep], "growth": frame.growth()[keep]}
    columns["private"] = np.array([float(unit.private) for unit in part.units])
    columns["age"] = np.array([unit.log_age or 0.0 for unit in part.units])
    base, *others = part.by_paradigm
    for paradigm in others:
        columns[f"paradigm:{paradigm}"] = np.array([float(unit.paradigm == paradigm) for unit in part.units])
    return columns, base
