"""How many rows of the census there are, and how many of them a source bears out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from .rows import CensusRow

__all__ = ["Tally", "tally"]


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of rows; a row is one tie that fills a slot.

    Attributes
    ----------
    rows : int
        ``sourced + known``, and also ``named + in_house + unknown + open``.
    sourced, known : int
        With a source that bears out its existence; from memory.
    in_house, unknown, open : int
        Filled by the dependent itself; by nobody known; by an open standard.
    unfilled : int
        Of the unknown, those for whose whole stretch nobody else fills any of the slot: the rows that stand for a gap,
        where the others stand for a remainder.
    named, named_sourced : int
        Filled by another organization; of these, sourced.
    filled, filled_sourced : int
        All but those filled by nobody known; of these, sourced.
    provider_worded : int
        Sourced only by documents that were found by asking for the provider's customers.
    sources : int
        Different documents.
    tiers : tuple of int
        Sourced rows by the best tier of their sources, 1 to 5.
    shares, measured : int
        Rows that state a share; of these, with a basis other than a coder's judgement.
    dated : int
        Rows whose start or end a source bears out.
    """

    rows: int
    sourced: int
    known: int
    in_house: int
    unknown: int
    open: int
    unfilled: int
    named: int
    named_sourced: int
    filled: int
    filled_sourced: int
    provider_worded: int
    sources: int
    tiers: tuple[int, ...]
    shares: int
    measured: int
    dated: int

    @property
    def named_share(self) -> float | None:
        """Part of the rows with a named provider that is sourced; None where there are none."""
        return self.named_sourced / self.named if self.named else None

    @property
    def filled_share(self) -> float | None:
        """Part of the rows with a known filler that is sourced; None where there are none."""
        return self.filled_sourced / self.filled if self.filled else None

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return asdict(self) | {"tiers": {str(tier): count for tier, count in enumerate(self.tiers, 1)}}


def tally(rows: Iterable[CensusRow]) -> Tally:
    """Count rows."""
    found = tuple(rows)
    sourced = [row for row in found if row.sourced]
    unknown = [row for row in found if row.provider == "UNKNOWN"]
    named = [row for row in found if row.is_named]
    in_house = sum(row.provider in ("IN_HOUSE", row.dependent) for row in found)
    tiers = Counter(row.tier for row in sourced)
    shares = [row for row in found if row.share]
    return Tally(
        rows=len(found),
        sourced=len(sourced),
        known=len(found) - len(sourced),
        in_house=in_house,
        unknown=len(unknown),
        open=len(found) - len(named) - len(unknown) - in_house,
        unfilled=_unfilled(found),
        named=len(named),
        named_sourced=sum(row.sourced for row in named),
        filled=len(found) - len(unknown),
        filled_sourced=len(sourced) - sum(row.sourced for row in unknown),
        provider_worded=sum(row.provider_worded for row in sourced),
        sources=len({source for row in sourced for source in row.sources}),
        tiers=tuple(tiers.get(tier, 0) for tier in range(1, 6)),
        shares=len(shares),
        measured=sum(row.basis not in (None, "judgement") for row in shares),
        dated=sum(bool({"start", "end"} & set(row.fields)) for row in found),
    )


def _unfilled(rows: Iterable[CensusRow]) -> int:
    cells: dict[tuple[str, str], list[CensusRow]] = defaultdict(list)
    for row in rows:
        cells[row.dependent, row.slot].append(row)
    return sum(
        row.provider == "UNKNOWN" and not any(row.overlaps(other) for other in cell if other.provider != "UNKNOWN")
        for cell in cells.values()
        for row in cell
    )
