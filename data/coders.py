"""Agreement of two coders on the same ties: Krippendorff's alpha per field.

Source: Krippendorff (2011), Computing Krippendorff's alpha-reliability; the arithmetic is that of NLTK's
``AnnotationTask``, with the ordinal difference function of that paper; its intervals come from counts of pairs, which
give the same and are fast.
"""

from __future__ import annotations

import csv
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import chain
from pathlib import Path
from typing import Any, Final, Literal

__all__ = ["FEW", "FIELDS", "LISTED", "Agreement", "agreement", "alpha", "alpha_of_counts", "shipped_coding"]

Level = Literal["nominal", "ordinal", "interval"]
Pair = tuple[Any, Any]
Row = Mapping[str, str]

FIELDS: Final[dict[str, Level]] = {
    "provider": "nominal",
    "closed": "nominal",
    "criticality": "ordinal",
    "revocability": "ordinal",
    "start": "interval",
    "end": "interval",
    "share": "interval",
}
"""Field that was coded twice -> level of measurement."""
LISTED: Final = "listed"
"""Not a field that both coded: whether the row's provider is among those that the second coder lists."""
FEW: Final = 20
"""Alpha of fewer rows says hardly anything."""
_RESAMPLES: Final = 200
_GROUPS: Final = ("paradigm", "outcome", "evidence")
_OUTCOMES: Final = ("winner", "survivor", "loser")


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two coders agree on one field.

    Attributes
    ----------
    field, level : str
        One of :data:`FIELDS`, or :data:`LISTED`, which has no alpha.
    group : str
        ``all``, a paradigm, an outcome of the dependent, or ``sourced`` / ``known``: rows of the first coding by their
        evidence.
    n : int
        Rows that both coded; of ``listed``, rows of the first coding that name who fills the slot.
    alpha : float or None
        1: agreement; 0: what chance gives. None where fewer than two values occur, or fewer than two rows.
    low, high : float or None
        5 % and 95 % of alpha over resampled cells (all rows of one slot of one firm stay together); None where there is
        no alpha, and for parts of the rows.
    plain : float or None
        Part of the rows on which both say the same; of ``listed``, part of the rows whose provider the second coder
        lists.
    """

    field: str
    level: Level
    group: str
    n: int
    alpha: float | None
    low: float | None
    high: float | None
    plain: float | None

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return asdict(self)


def shipped_coding() -> Path:
    """File with the two codings that come with the package."""
    return Path(__file__).resolve().parent / "second_coding" / "coding.csv"


def agreement(path: Path | None = None, *, seed: int = 0) -> tuple[Agreement, ...]:
    """Agreement on every field, over all rows and over parts of them.

    Parameters
    ----------
    path : Path, optional
        CSV with columns ``paradigm``, ``outcome``, ``evidence``, ``dependent``, ``slot``, ``provider``, ``listed``, and
        ``first_<field>``, ``second_<field>`` of each of :data:`FIELDS`; a blank cell is a field that a coder did not
        code. By default the shipped one.
    seed : int
        Of the resampling.

    Returns
    -------
    tuple of Agreement
        By field in the order of :data:`FIELDS`, then :data:`LISTED`; of each first all rows, then by paradigm, by
        outcome, and by evidence.

    Raises
    ------
    ModuleNotFoundError
        Without NLTK (``pip install 'definer[agreement]'``).
    """
    with (path or shipped_coding()).open(encoding="utf-8", newline="") as file:
        rows: list[dict[str, str]] = list(csv.DictReader(file))
    groups: dict[str, Sequence[Row]] = {"all": rows}
    for column in _GROUPS:
        for word in _words(rows, column):
            groups[word] = [row for row in rows if row[column] == word]
    found = []
    for field, level in FIELDS.items():
        for name, part in groups.items():
            pairs = [pair for row in part if (pair := _pair(row, field, level))]
            value = alpha(pairs, level)
            low, high = _interval(rows, field, level, seed) if name == "all" and value is not None else (None, None)
            same = sum(one == other for one, other in pairs)
            found.append(Agreement(field, level, name, len(pairs), value, low, high, _part(same, len(pairs))))
    for name, part in groups.items():
        filled = [row[LISTED] == "true" for row in part if row["provider"] != "UNKNOWN"]
        share = _part(sum(filled), len(filled))
        found.append(Agreement(LISTED, "nominal", name, len(filled), None, None, None, share))
    return tuple(found)


def alpha(pairs: Sequence[Pair], level: Level) -> float | None:
    """Krippendorff's alpha of two coders who both coded every row.

    Parameters
    ----------
    pairs : sequence of (value, value)
        What each coder says of a row; numbers, unless nominal.
    level : {"nominal", "ordinal", "interval"}

    Returns
    -------
    float or None
        At most 1; None where it is not defined: fewer than two rows, or a single value throughout.

    Examples
    --------
    >>> alpha([(0, 0), (1, 1), (0, 1), (0, 0)], "nominal")
    0.5333333333333333
    """
    from nltk.metrics.agreement import AnnotationTask  # type: ignore[import-untyped,unused-ignore]

    values = [value for pair in pairs for value in pair]
    if len(pairs) < 2 or len(set(values)) < 2:
        return None
    data = [(coder, str(row), value) for row, pair in enumerate(pairs) for coder, value in zip("ab", pair, strict=True)]
    return float(AnnotationTask(data=data, distance=_distance(Counter(values), level)).alpha())


def alpha_of_counts(counts: Mapping[Pair, int], level: Level) -> float | None:
    """Krippendorff's alpha from how often each pair of values occurs: that of :func:`alpha`, many times faster.

    Parameters
    ----------
    counts : mapping of (value, value) to int
        Pair, what the one and the other coder say of a row -> number of rows.
    level : {"nominal", "ordinal", "interval"}

    Examples
    --------
    >>> round(alpha_of_counts({(0, 0): 2, (1, 1): 1, (0, 1): 1}, "nominal"), 6)
    0.533333
    """
    values: dict[Any, int] = defaultdict(int)
    for (one, other), n in counts.items():
        values[one] += n
        values[other] += n
    total = sum(values.values())
    if total < 4 or len(values) < 2:
        return None
    if level == "nominal":
        observed = float(sum(n for (one, other), n in counts.items() if one != other))
        expected = float(total**2 - sum(n**2 for n in values.values()))
    else:
        place = _places(values) if level == "ordinal" else {value: float(value) for value in values}
        observed = sum(n * (place[one] - place[other]) ** 2 for (one, other), n in counts.items())
        mean = sum(n * place[value] for value, n in values.items()) / total
        expected = 2 * total * sum(n * (place[value] - mean) ** 2 for value, n in values.items())
    return 1 - 2 * observed * (total - 1) / expected


def _places(counts: Mapping[Any, int]) -> dict[Any, float]:
    """Where values stand in a row of all that were given: the difference of two is that of Krippendorff's ordinal."""
    found, below = {}, 0
    for value in sorted(counts):
        found[value] = below + counts[value] / 2
        below += counts[value]
    return found


def _distance(counts: Mapping[Any, int], level: Level) -> Callable[[Hashable, Hashable], float]:
    """Difference of two values, squared where it is a number, as alpha takes it."""
    if level == "nominal":
        return lambda one, other: float(one != other)
    place = _places(counts) if level == "ordinal" else {value: value for value in counts}
    return lambda one, other: float((place[one] - place[other]) ** 2)


def _words(rows: Sequence[Row], column: str) -> list[str]:
    found = {row[column] for row in rows}
    return [word for word in _OUTCOMES if word in found] if column == "outcome" else sorted(found)


def _pair(row: Row, field: str, level: Level) -> Pair | None:
    one, other = row[f"first_{field}"], row[f"second_{field}"]
    if not one or not other:
        return None
    return (one, other) if level == "nominal" else (float(one), float(other))


def _part(some: int, of: int) -> float | None:
    return some / of if of else None


def _interval(rows: Sequence[Row], field: str, level: Level, seed: int) -> tuple[float | None, float | None]:
    cells: dict[tuple[str, str], list[Pair]] = defaultdict(list)
    for row in rows:
        if pair := _pair(row, field, level):
            cells[row["dependent"], row["slot"]].append(pair)
    rng, drawn = random.Random(seed), list(cells.values())  # noqa: S311 - no secret
    tries = [
        alpha_of_counts(Counter(chain.from_iterable(rng.choices(drawn, k=len(drawn)))), level)
        for _ in range(_RESAMPLES)
    ]
    known = sorted(value for value in tries if value is not None)
    if not known:
        return None, None
    return known[int(0.05 * (len(known) - 1))], known[round(0.95 * (len(known) - 1))]
