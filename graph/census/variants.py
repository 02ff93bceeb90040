"""How a verdict changes with what of the census counts: without memory, without doubtful finds, without doubtful slots.

A verdict that only holds with the rows most open to bias is a verdict on the coders.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from ..power.plausibility import Uncertainty, Verdict
from ..power.result import Result, Setting
from ..power.spec import DEFAULT_SPEC, Spec
from ..power.tie import ScoreTie, ScoreTies
from ..robustness.curation import curation_cap
from ..uncertainty.monte_carlo import DRAWS, uncertainty

__all__ = ["CAP", "SUSPECT_SLOTS", "Variant", "Variants", "verdict_variants"]

SUSPECT_SLOTS: Final = ("mobile.anchor_customer", "new_energy.cockpit_soc")
"""Slots whose enumeration was shaped by their providers: one lists a maker's suppliers, one was added after a find."""
CAP: Final = 10
"""Ties that each provider keeps under the curation cap."""
_CAP_DRAWS: Final = 200
_SHOWN: Final = 3


Firm = tuple[str, float | None, float]


@dataclass(frozen=True, slots=True)
class Variant:
    """A verdict from part of the rows.

    Attributes
    ----------
    name : str
        ``all``, ``sourced``, ``no_provider_worded``, ``no_round_trip``, ``capped``, or ``without:<slot>``.
    dropped : int
        Rows left out on the date; under the cap, rows beyond it.
    verdict : Verdict or None
        None under the cap, which draws no year before.
    firms : tuple of (str, float or None, float)
        The first three by score, and the firm of the verdict if it is not among them: id, score, P(rank 1). Under the
        cap the first three by P(rank 1), without a score: each draw keeps other rows and has scores of its own.
    """

    name: str
    dropped: int
    verdict: Verdict | None
    firms: tuple[Firm, ...]

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return {
            "name": self.name,
            "dropped": self.dropped,
            "verdict": self.verdict.to_dict() if self.verdict else None,
            "firms": [{"id": key, "power": power, "p_rank1": chance} for key, power, chance in self.firms],
        }


@dataclass(frozen=True)
class Variants(Result):
    """Verdicts of one paradigm on one date, from all rows and from parts of them."""

    variants: tuple[Variant, ...]
    of: Setting

    @property
    def setting(self) -> Setting:
        """What the first variant rests on."""
        return self.of

    def records(self) -> Sequence[Mapping[str, Any]]:
        """One row per variant and firm."""
        return [
            {
                "variant": one.name,
                "dropped": one.dropped,
                "word": one.verdict.word if one.verdict else None,
                "id": key,
                "power": power,
                "p_rank1": chance,
            }
            for one in self.variants
            for key, power, chance in one.firms
        ]

    def to_dict(self) -> dict[str, Any]:
        """Setting and variants."""
        return {**self.of.to_dict(), "variants": [one.to_dict() for one in self.variants]}


def verdict_variants(
    ties: ScoreTies,
    before: ScoreTies,
    provider_worded: Collection[str] = (),
    spec: Spec = DEFAULT_SPEC,
    *,
    draws: int = DRAWS,
    seed: int = 0,
) -> Variants:
    """Verdicts with and without the rows that are most open to bias.

    Parameters
    ----------
    ties, before : ScoreTies
        On the date, and a year before.
    provider_worded : collection of str
        Ids of ties whose every source was found by asking for the provider's customers.
    draws, seed : int
        Of the error model, the same for every variant. The cap takes 200 random subsets.
    """
    worded = frozenset(provider_worded)
    slots = {tie.slot for tie in (*ties, *before)}
    keeps: dict[str, Callable[[ScoreTie], bool]] = {
        "sourced": lambda tie: tie.evidence == "sourced",
        "no_provider_worded": lambda tie: tie.id not in worded,
        "no_round_trip": lambda tie: not tie.round_trip,
    }
    for slot in SUSPECT_SLOTS:
        if slot in slots:
            keeps[f"without:{slot}"] = _without(slot)
    whole = uncertainty(ties, spec, draws=draws, seed=seed, before=before)
    found = [Variant("all", 0, whole.verdict, _first(whole))]
    for name, keep in keeps.items():
        now, then = _part(ties, keep), _part(before, keep)
        if len(now) == len(ties) and len(then) == len(before):
            continue
        drawn = uncertainty(now, spec, draws=draws, seed=seed, before=then)
        found.append(Variant(name, len(ties) - len(now), drawn.verdict, _first(drawn)))
    found.append(_capped(ties, spec, seed))
    return Variants(tuple(found), whole.setting)


def _without(slot: str) -> Callable[[ScoreTie], bool]:
    return lambda tie: tie.slot != slot


def _part(ties: ScoreTies, keep: Callable[[ScoreTie], bool]) -> ScoreTies:
    return replace(ties, ties=tuple(tie for tie in ties if keep(tie)))


def _first(drawn: Uncertainty) -> tuple[Firm, ...]:
    order = sorted(drawn.firms, key=lambda firm: (firm.rank, firm.id))
    named = drawn.verdict.firm if drawn.verdict else None
    return tuple(
        (firm.id, firm.power, firm.p_rank1) for place, firm in enumerate(order) if place < _SHOWN or firm.id == named
    )


def _capped(ties: ScoreTies, spec: Spec, seed: int) -> Variant:
    cap = curation_cap(ties, spec, caps=(CAP,), draws=_CAP_DRAWS, seed=seed)
    order = sorted(cap.firms, key=lambda firm: (-firm.p_rank1[0], firm.rank, firm.id))
    firms = tuple((firm.id, None, firm.p_rank1[0]) for firm in order[:_SHOWN])
    return Variant("capped", len(ties) - cap.kept[0], None, firms)
