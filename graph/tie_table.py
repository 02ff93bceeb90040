"""Ties from a plain table: a list of dicts, a CSV's rows, a pandas frame. No store, no claims directory needed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Final, cast

from ..ontology.values import earliest, latest
from .errors import GraphError
from .power.tie import SCORE_LAYERS, ScoreLayer, ScoreTie, ScoreTies

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["COLUMNS", "TieTableError", "ties_from_table"]

COLUMNS: Final = (
    "dependent", "provider", "slot", "layer", "id", "share", "share_low", "share_high", "criticality", "revocability",
    "closed", "confidence", "evidence", "round_trip", "start", "end", "end_unknown", "last_confirmed", "known_from",
)  # fmt: skip
"""Columns that a table may have; the first three it must have."""
_DEGREES = ("share", "share_low", "share_high", "criticality", "revocability", "confidence")
_DATES = ("start", "end", "last_confirmed", "known_from")
_FLAGS = ("closed", "round_trip", "end_unknown")
_WORDS = {"true": True, "yes": True, "1": True, "1.0": True, "false": False, "no": False, "0": False, "0.0": False}


class TieTableError(GraphError):
    """Cells of a table that make no tie; all of them at once."""


def ties_from_table(
    table: pd.DataFrame | Iterable[Mapping[str, Any]],
    as_of: str,
    paradigm: str = "table",
    known_by: str | None = None,
) -> ScoreTies:
    """Ties that held as of a date.

    Parameters
    ----------
    table : pandas.DataFrame or iterable of mappings
        One row per provider of a slot, with the columns of :data:`COLUMNS`. Missing, None, NaN or blank cells take the
        default: layer ``tech``, criticality 0.9, revocability 1, confidence 1, no share stated, held always.
        `share` stands for equal `share_low` and `share_high`; ``end`` is exclusive.
    as_of, known_by : str
        Valid and known time, ``YYYY[-MM[-DD]]``; a year means its last day.

    Raises
    ------
    TieTableError
        With row (from 1), column, what is wrong and how to mend it, for every wrong cell.
    """
    rows = table if not hasattr(table, "to_dict") else cast("Any", table).to_dict(orient="records")
    faults: list[tuple[str, str]] = []
    ties = [_tie(number, row, faults) for number, row in enumerate(cast("Iterable[Mapping[str, Any]]", rows), 1)]
    seen: set[str] = set()
    for number, tie in enumerate(ties, 1):
        if tie is not None and tie.id in seen:
            _blame(faults, number, "id", tie.id, "is used twice: give each row its own", "重复：每行须有各自的标识")
        seen.add(tie.id if tie else "")
    if faults:
        raise TieTableError("\n".join(en for en, _ in faults), "\n".join(zh for _, zh in faults))
    day, known_day = latest(as_of), latest(known_by) if known_by else date.max
    held = tuple(
        tie
        for tie in ties
        if tie is not None
        and tie.start <= day
        and (tie.until is None or tie.until > day)
        and (tie.known or tie.start) <= known_day
    )
    return ScoreTies(paradigm, as_of, held, known_by=known_by)


def _tie(number: int, row: Mapping[str, Any], faults: list[tuple[str, str]]) -> ScoreTie | None:
    before = len(faults)
    cells = {str(key): value for key, value in row.items() if not _is_blank(value)}
    for column in ("dependent", "provider", "slot"):
        if column not in cells:
            _blame(faults, number, column, "", "is missing: name it", "缺失：请填写")
    for column in sorted(set(cells) - set(COLUMNS)):
        known = ", ".join(COLUMNS)
        _blame(
            faults, number, column, "", f"is no column of a tie; these are: {known}", f"不是依赖关系的列；可用：{known}"
        )
    degrees = {column: _degree(number, column, cells[column], faults) for column in _DEGREES if column in cells}
    dates = {column: _date(number, column, cells[column], faults) for column in _DATES if column in cells}
    flags = {column: _flag(number, column, cells[column], faults) for column in _FLAGS if column in cells}
    layer = str(cells.get("layer", "tech"))
    if layer not in SCORE_LAYERS:
        words = ", ".join(SCORE_LAYERS)
        _blame(
            faults, number, "layer", layer, f"is no layer of a score; these are: {words}", f"不是计分层；可用：{words}"
        )
    low, high = (degrees.get(column, degrees.get("share")) for column in ("share_low", "share_high"))
    if low is not None and high is not None and low > high:
        _blame(
            faults,
            number,
            "share_low",
            str(low),
            f"exceeds share_high {high}: swap them",
            f"大于 share_high {high}：请对调",
        )
    if len(faults) > before:
        return None
    return ScoreTie(
        id=str(cells.get("id", f"row-{number:06d}")),
        dependent=str(cells["dependent"]),
        provider=str(cells["provider"]),
        slot=str(cells["slot"]),
        layer=cast("ScoreLayer", layer),
        start=dates.get("start") or date.min,
        until=dates.get("end"),
        share_low=low,
        share_high=high,
        criticality=_or(degrees.get("criticality"), 0.9),
        revocability=_or(degrees.get("revocability"), 1.0),
        closed=flags.get("closed", False),
        confidence=_or(degrees.get("confidence"), 1.0),
        evidence=str(cells.get("evidence", "sourced")),
        round_trip=flags.get("round_trip", False),
        end_unknown=flags.get("end_unknown", False),
        confirmed=dates.get("last_confirmed"),
        known=dates.get("known_from"),
    )


def _or(value: float | None, default: float) -> float:
    return default if value is None else value


def _is_blank(value: object) -> bool:
    # NaN is the only value that differs from itself.
    return value is None or value == "" or value != value


def _degree(number: int, column: str, value: object, faults: list[tuple[str, str]]) -> float | None:
    try:
        degree = float(str(value))
    except ValueError:
        degree = float("nan")
    if not 0 <= degree <= 1:
        _blame(faults, number, column, str(value), "is no number from 0 to 1", "不是 0 至 1 的数")
        return None
    return degree


def _date(number: int, column: str, value: object, faults: list[tuple[str, str]]) -> date | None:
    text = str(value).removesuffix(".0").split(" ")[0].split("T")[0]
    try:
        return earliest(text)
    except ValueError:
        _blame(
            faults, number, column, str(value), "is no date: write YYYY, YYYY-MM or YYYY-MM-DD",
            "不是日期：请写作 YYYY、YYYY-MM 或 YYYY-MM-DD",
        )  # fmt: skip
        return None


def _flag(number: int, column: str, value: object, faults: list[tuple[str, str]]) -> bool:
    found = _WORDS.get(str(value).lower())
    if found is None:
        _blame(faults, number, column, str(value), "is neither true nor false", "既非 true 也非 false")
    return bool(found)


def _blame(faults: list[tuple[str, str]], number: int, column: str, value: str, en: str, zh: str) -> None:
    shown = f" {value!r}" if value else ""
    faults.append((f"row {number}: {column}{shown} {en}", f"第 {number} 行：{column}{shown} {zh}"))
