"""Agreement of two coders on the same ties: Krippendorff's alpha per field.

Source: Krippendorff (2011), Computing Krippendorff's alpha-reliability; the arithmetic is that of NLTK's
``AnnotationTask``, with the ordinal difference function of that paper.
"""

from __future__ import annotations

import csv
import random
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import asdict, dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any, Final, Literal

__all__ = ["FIELDS", "Agreement", "agreement", "alpha", "shipped_coding"]

Level = Literal["nominal", "ordinal", "interval"]
Pair = tuple[Any, Any]

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
_RESAMPLES: Final = 200


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two coders agree on one field.

    Attributes
    ----------
    field, level : str
    group : str
        ``all``, a paradigm, or ``sourced`` / ``known``: rows of the first coding by their evidence.
    n : int
        Rows that both coded.
    alpha : float or None
        1: agreement; 0: what chance gives. None where fewer than two values occur, or fewer than two rows.
    low, high : float or None
        5 % and 95 % of alpha over resampled rows; None where there is no alpha, and for parts of the rows.
    plain : float or None
        Part of the rows on which both say the same.
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
        CSV with columns ``paradigm``, ``evidence``, and ``first_<field>``, ``second_<field>`` of each of
        :data:`FIELDS`; a blank cell is a field that a coder did not code. By default the shipped one.
    seed : int
        Of the resampling.

    Returns
    -------
    tuple of Agreement
        By field in the order of :data:`FIELDS`; of each first all rows, then each paradigm, then each kind of evidence.

    Raises
    ------
    ModuleNotFoundError
        Without NLTK (``pip install 'definer[agreement]'``).
    """
    with (path or shipped_coding()).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    groups = {"all": rows}
    for column in ("paradigm", "evidence"):
        for word in sorted({row[column] for row in rows}):
            groups[word] = [row for row in rows if row[column] == word]
    found = []
    for field, level in FIELDS.items():
        for name, part in groups.items():
            pairs = _pairs(part, field, level)
            low, high = _interval(pairs, level, seed) if name == "all" else (None, None)
            same = sum(one == other for one, other in pairs)
            found.append(
                Agreement(
                    field, level, name, len(pairs), alpha(pairs, level), low, high, same / len(pairs) if pairs else None
                )
            )
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
    return float(AnnotationTask(data=data, distance=_distance(values, level)).alpha())


def _distance(values: Sequence[Any], level: Level) -> Callable[[Hashable, Hashable], float]:
    """Difference of two values, squared where it is a number, as alpha takes it."""
    if level == "nominal":
        return lambda one, other: float(one != other)
    if level == "interval":
        return lambda one, other: (one - other) ** 2  # type: ignore[operator]
    counts = Counter(values)
    order = sorted(counts)
    below = [0, *accumulate(counts[value] for value in order)]

    def ordinal(one: Any, other: Any) -> float:  # noqa: ANN401
        low, high = min(one, other), max(one, other)
        between = below[bisect_right(order, high)] - below[bisect_left(order, low)]
        return float((between - (counts[low] + counts[high]) / 2) ** 2)

    return ordinal


def _pairs(rows: Sequence[dict[str, str]], field: str, level: Level) -> list[Pair]:
    cells = [(row[f"first_{field}"], row[f"second_{field}"]) for row in rows]
    coded = [(one, other) for one, other in cells if one and other]
    return coded if level == "nominal" else [(float(one), float(other)) for one, other in coded]


def _interval(pairs: Sequence[Pair], level: Level, seed: int) -> tuple[float | None, float | None]:
    if alpha(pairs, level) is None:
        return None, None
    rng = random.Random(seed)  # noqa: S311 - no secret
    drawn = [alpha(rng.choices(pairs, k=len(pairs)), level) for _ in range(_RESAMPLES)]
    known = sorted(value for value in drawn if value is not None)
    return known[int(0.05 * (len(known) - 1))], known[round(0.95 * (len(known) - 1))]
