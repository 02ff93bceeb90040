"""One measure of every company: a mapping that carries its setting."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..names import NodeName
from .result import Result, Setting

__all__ = ["FirmValues"]


@dataclass(frozen=True)
class FirmValues(Result, Mapping[str, float]):
    """Value of a measure by company id, the largest first; equal ones by id."""

    measure: str
    of: Setting
    values_by_firm: Mapping[str, float] = field(repr=False)
    names: Mapping[str, NodeName] = field(default_factory=dict, repr=False)

    @property
    def setting(self) -> Setting:
        """What the answer rests on."""
        return self.of

    def __getitem__(self, firm: str) -> float:
        return self.values_by_firm[firm]

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self.values_by_firm, key=lambda firm: (-self.values_by_firm[firm], firm)))

    def __len__(self) -> int:
        return len(self.values_by_firm)

    def records(self) -> list[dict[str, Any]]:
        """One row per company."""
        return [
            {"id": firm, "name_en": self.names[firm].en, "name_zh": self.names[firm].zh, self.measure: self[firm]}
            for firm in self
        ]
