"""How many definitions does each country have? Three rules side by side, for the count depends on the rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Final, Literal, get_args

from ..power.result import Result, Setting
from ..power.select import select_version
from ..power.spec import DEFAULT_SPEC, Spec
from ..power.tie import Evidence
from ..ties import TieHistory
from .counting import Held, RuleCount, held_sides, rule_counts
from .dependents import organization_countries
from .tie_rule import SCALES, SideHeld, TieCount, side_losses, tie_counts

if TYPE_CHECKING:
    from ..store import Store

__all__ = ["RULES", "THETAS", "Completeness", "Rule", "count_definitions"]

Rule = Literal["essay", "symmetric", "ties"]
RULES: Final[tuple[Rule, ...]] = get_args(Rule)
THETAS: Final = (0.4, 0.5, 0.6)
"""Thresholds that are always reported."""


@dataclass(frozen=True)
class Completeness(Result):
    """Definitions per country under each rule, and what each count is made of.

    Attributes
    ----------
    rules : tuple of str
    counts : tuple of RuleCount
        By control holdings: rule x holdings.
    held : tuple of Held
        Degrees that the counts are made of.
    sides : tuple of SideHeld
        Losses that rule T is made of, per paradigm and side, with the date of the ties.
    ties : tuple of TieCount
        By ties: scale x threshold.
    theta : float
        Threshold of the headline.
    """

    rules: tuple[Rule, ...]
    counts: tuple[RuleCount, ...]
    held: tuple[Held, ...]
    sides: tuple[SideHeld, ...]
    ties: tuple[TieCount, ...]
    theta: float
    inner: Setting

    @property
    def setting(self) -> Setting:
        """What the answer rests on; `n` sums the participants of all paradigms at the dates of their ties."""
        return self.inner

    @property
    def thetas(self) -> tuple[float, ...]:
        """Thresholds reported, in order."""
        return tuple(sorted({count.theta for count in self.ties}))

    def records(self) -> Sequence[Mapping[str, Any]]:
        """One row per rule, set of holdings or scale, threshold and country."""
        rows: list[dict[str, Any]] = []
        for counted in self.counts:
            head: dict[str, Any] = {"rule": counted.rule, "basis": counted.holdings, "theta": None}
            rows += [
                head | {"country": country, "definitions": definitions, "paradigms": paradigms}
                for country, definitions, paradigms in counted.definitions
            ]
        for tied in self.ties:
            head = {"rule": "ties", "basis": tied.scale, "theta": tied.theta}
            rows += [
                head | {"country": country, "definitions": definitions, "paradigms": len({era for era, _ in sides})}
                for country, definitions, sides in tied.definitions
            ]
        return rows

    def to_dict(self) -> dict[str, Any]:
        """Setting, counts per rule, and what they are made of."""
        plain: dict[str, Any] = {**self.inner.to_dict(), "rules": list(self.rules)}
        if self.counts:
            plain["counts"] = [_counted(count) for count in self.counts]
            plain["held"] = [asdict(held) for held in self.held]
        if "ties" in self.rules:
            plain["ties"] = {
                "theta": self.theta,
                "counts": [_tied(count) for count in self.ties],
                "sides": [_side(side, self.theta) for side in self.sides],
            }
        return plain


def count_definitions(
    store: Store,
    histories: Mapping[str, TieHistory],
    as_of: str,
    rules: Sequence[Rule] = RULES,
    spec: Spec = DEFAULT_SPEC,
    *,
    evidence: Evidence = "all",
    theta: float = 0.5,
    decay: bool = False,
) -> Completeness:
    """Definitions per country as of a date.

    Parameters
    ----------
    histories : mapping of paradigm to TieHistory
        Of every paradigm that rule T should count.
    evidence : {"all", "sourced"}
        ``sourced`` leaves out holdings and ties without a found source.
    theta : float
        Threshold of rule T, in (0, 1]; 0.4, 0.5 and 0.6 are reported whatever it is.
    decay : bool
        Take every paradigm's ties as of the date itself; see :func:`.tie_rule.date_of`.

    Raises
    ------
    ValueError
        On a threshold outside (0, 1], or a date that does not exist.
    """
    if not 0 < theta <= 1:
        raise ValueError(f"theta must lie in (0, 1], not {theta}")
    by_holdings = any(rule != "ties" for rule in rules)
    sides: tuple[SideHeld, ...] = ()
    if "ties" in rules:
        sides = side_losses(histories, organization_countries(store), as_of, spec, evidence, decay=decay)
    n = sum({side.paradigm: side.participants for side in sides}.values())
    return Completeness(
        tuple(rule for rule in RULES if rule in rules),
        rule_counts(store, rules, as_of, evidence),
        held_sides(store, as_of, evidence) if by_holdings else (),
        sides,
        tie_counts(sides, sorted({*THETAS, theta})) if "ties" in rules else (),
        theta,
        Setting(
            paradigm=None,
            as_of=as_of,
            known_by=None,
            evidence=evidence,
            round_trip=True,
            cohorts=False,
            spec=spec.id,
            n=n,
            claims=select_version(store),
        ),
    )


def _counted(count: RuleCount) -> dict[str, Any]:
    rows = [
        {"country": country, "definitions": definitions, "paradigms": paradigms}
        for country, definitions, paradigms in count.definitions
    ]
    return {
        "rule": count.rule,
        "holdings": count.holdings,
        "query": count.query,
        "sparql": count.sparql,
        "countries": rows,
    }


def _tied(count: TieCount) -> dict[str, Any]:
    rows = [
        {"country": country, "definitions": definitions, "sides": [list(side) for side in sides]}
        for country, definitions, sides in count.definitions
    ]
    return {"theta": count.theta, "scale": count.scale, "countries": rows}


def _side(side: SideHeld, theta: float) -> dict[str, Any]:
    return {
        "paradigm": side.paradigm,
        "side": side.side,
        "as_of": side.as_of,
        "before_coded": side.before_coded,
        "participants": side.participants,
        "reachable": side.reachable,
        "holders": {scale: list(side.holders(theta, scale)) for scale in SCALES},
        "close": {scale: list(side.close(theta, scale)) for scale in SCALES},
        "countries": [asdict(loss) | {"few": loss.few} for loss in side.losses],
    }
