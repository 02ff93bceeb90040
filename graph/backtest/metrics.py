"""How well a ranking finds a few firms that are known to be right: rank, reciprocal rank, precision, detection.

Ties are broken at random and counted in expectation (McSherry and Najork 2008, ECIR, "Computing information
retrieval performance measures efficiently in the presence of tied scores"): a measure that puts all firms on
one level does no better than chance, and chance itself is the ranking in which all are tied.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from math import comb

from ..precision import DIGITS

__all__ = ["Standing", "first_run", "leaders", "mean", "runs", "standing"]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the true firms stand in one ranking.

    Attributes
    ----------
    rank : int or None
        Of the best of them, from 1; tied firms share the better rank. None if no true firm is in the ranking.
    expected_rank : float or None
        The same with ties broken at random: (m + 1) / (s + 1) if all m firms are tied and s of them are true.
    reciprocal : float
        Expected 1 / rank of the best true firm; 0 if there is none.
    first : float
        Probability that a true firm is first once ties are broken at random; nobody is first where all values are 0.
    precision : tuple of float
        Expected share of true firms among the first k, for each k asked for.
    m : int
        Firms in the ranking.
    """

    rank: int | None
    expected_rank: float | None
    reciprocal: float
    first: float
    precision: tuple[float, ...]
    m: int


def standing(values: Mapping[str, float], truth: Collection[str], ks: Iterable[int] = (1,)) -> Standing:
    """Rank of the best of the firms in `truth` by falling `values`, and what follows from it.

    Parameters
    ----------
    values : mapping of id to float
        The greater, the better.
    truth : collection of str
        Ids of the true firms; who is not in `values` cannot be found.
    ks : iterable of int
        Lengths, at least 1, of the lists that precision is taken of.

    Examples
    --------
    >>> found = standing({"a": 3.0, "b": 2.0, "c": 2.0}, {"b"}, (1, 2))
    >>> found.rank, found.expected_rank, found.first, found.precision
    (2, 2.5, 0.0, (0.0, 0.25))
    """
    lengths = tuple(ks)
    hits = [0.0] * len(lengths)
    best: tuple[int, int, int] | None = None  # firms above, firms on the level, true firms on the level
    above = 0
    for size, true in _levels(values, set(truth)):
        for at, k in enumerate(lengths):
            hits[at] += true * min(max(k - above, 0), size) / size
        if true and best is None:
            best = above, size, true
        above += size
    precision = tuple(hit / k for hit, k in zip(hits, lengths, strict=True))
    if best is None:
        return Standing(None, None, 0.0, 0.0, precision, above)
    higher, size, true = best
    # The best of `true` firms among `size` tied ones stands at place i with probability C(size - i, true - 1) / C.
    chance = [comb(size - i, true - 1) / comb(size, true) for i in range(1, size - true + 2)]
    reciprocal = sum(p / (higher + i) for i, p in enumerate(chance, start=1))
    first = true / size if higher == 0 and leaders(values) else 0.0
    return Standing(higher + 1, higher + (size + 1) / (true + 1), reciprocal, first, precision, above)


def _levels(values: Mapping[str, float], truth: set[str]) -> Iterable[tuple[int, int]]:
    """Firms, and true firms, on each level of equal values, the highest first."""
    ordered = sorted((-round(value, DIGITS), firm) for firm, value in values.items())
    for _, level in groupby(ordered, key=lambda item: item[0]):
        firms = [firm for _, firm in level]
        yield len(firms), sum(firm in truth for firm in firms)


def leaders(values: Mapping[str, float]) -> tuple[str, ...]:
    """Firms that share the highest value, by id; none where every value is 0."""
    top = max((round(value, DIGITS) for value in values.values()), default=0.0)
    return tuple(sorted(firm for firm, value in values.items() if round(value, DIGITS) == top)) if top > 0 else ()


def runs(chances: Mapping[int, float], threshold: float, length: int = 2) -> list[tuple[int, int]]:
    """First and last year of every run of at least `length` consecutive years at `threshold` or above.

    Examples
    --------
    >>> runs({1981: 0.9, 1983: 0.8, 1984: 0.95, 1985: 0.1}, 0.8)
    [(1983, 1984)]
    """
    found: list[tuple[int, int]] = []
    for year in sorted(year for year, chance in chances.items() if chance >= threshold - 1e-12):
        if found and found[-1][1] == year - 1:
            found[-1] = (found[-1][0], year)
        else:
            found.append((year, year))
    return [(first, last) for first, last in found if last - first + 1 >= length]


def first_run(chances: Mapping[int, float], threshold: float, length: int = 2) -> int | None:
    """Detection year: first of `length` consecutive years at `threshold` or above; None if there is none."""
    found = runs(chances, threshold, length)
    return found[0][0] if found else None


def mean(values: Iterable[float]) -> float | None:
    """Arithmetic mean; None of nothing."""
    listed = list(values)
    return sum(listed) / len(listed) if listed else None
