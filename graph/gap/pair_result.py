"""A pair of firms and the accounts of its gap, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..worth.premium_result import FirmPremium
from ..worth.reasons import Refusal
from .estimate import Estimate, refused

__all__ = ["Pair", "Step", "View"]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a waterfall: its key and its size in log points."""

    key: str
    size: Estimate

    def to_dict(self) -> dict[str, object]:
        """Step as plain values."""
        return {"key": self.key, **self.size.to_dict()}


@dataclass(frozen=True)
class View:
    """One account of a pair's gap.

    Attributes
    ----------
    kind : str
        ``revenue``; ``revenue_later`` (with a figure later than the date: hindsight); ``steady_state`` (the essay's
        own model); ``option`` (no account: what probability of a prize each value implies).
    total : Estimate
        ln V of the first less that of the second.
    steps : tuple of Step
        Sum to the total; the last is what is left.
    share : Estimate or None
        Of the first step (revenue, or the model's value) in the total.
    inputs : mapping
        What the steps are computed from.
    """

    kind: str
    total: Estimate
    steps: tuple[Step, ...]
    share: Estimate | None
    inputs: Mapping[str, object]

    def to_dict(self) -> dict[str, object]:
        """View as plain values."""
        return {
            "kind": self.kind,
            "total": self.total.to_dict(),
            "steps": [step.to_dict() for step in self.steps],
            "share": self.share.to_dict() if self.share else None,
            "inputs": dict(self.inputs),
        }


@dataclass(frozen=True)
class Pair:
    """A pair, its views, and the views that it has not.

    Attributes
    ----------
    first, second : FirmPremium
    views : tuple of View
    refusals : mapping
        View -> why there is none.
    """

    first: FirmPremium
    second: FirmPremium
    views: tuple[View, ...]
    refusals: Mapping[str, Refusal]

    def to_dict(self) -> dict[str, object]:
        """Pair as plain values."""
        return {
            "firms": [
                {"id": firm.firm.id, "name": {"en": firm.firm.name_en, "zh": firm.firm.name_zh}}
                for firm in (self.first, self.second)
            ],
            "views": [view.to_dict() for view in self.views],
            "refusals": {kind: refused(why)["refused"] for kind, why in self.refusals.items()},
        }
