"""Operations applied one after the other to the ties of a paradigm, and to the holdings of its control points."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from ..power.spec import DEFAULT_SPEC, Spec
from ..power.tie import ScoreTie, ScoreTies
from . import control_operations, tie_operations
from .faults import ScenarioError, ScenarioFault
from .file import Scenario
from .holdings import Holding
from .node_scores import node_scores
from .operation_site import Site
from .world import World

__all__ = ["Applied", "Step", "apply", "without_cohorts"]

_SAME: Final = 1e-12
"""Changes of power below this are rounding."""
_MOVERS: Final = 3

_ON_TIES: Final[dict[str, Callable[[Site, Any], tuple[ScoreTie, ...]]]] = {
    "add_tie": tie_operations.add_tie,
    "remove_tie": tie_operations.remove_tie,
    "reweight_tie": tie_operations.reweight_tie,
    "set_revocability": tie_operations.set_revocability,
    "set_criticality": tie_operations.set_criticality,
    "shift_cohort_share": tie_operations.shift_cohort_share,
    "remove_firm": tie_operations.remove_firm,
    "remove_coalition": tie_operations.remove_coalition,
}
_ON_HOLDINGS: Final[dict[str, Callable[[Site, Any], tuple[Holding, ...]]]] = {
    "add_control_point": control_operations.add_control_point,
    "set_holding_degree": control_operations.set_holding_degree,
}


@dataclass(frozen=True, slots=True)
class Step:
    """What one operation did.

    Attributes
    ----------
    op : str
    place : int
        Position in the file, from 0.
    ties : tuple of str
        Ids of ties that it added, removed or changed.
    holdings : int
        Holdings that it added or changed.
    warning : str or None
        ``no_effect``: it changed nothing; ``no_power``: it changed ties but nobody's power.
    movers : tuple of (str, float)
        Whose power it changed most, given the operations before it, with cohorts counted where there are any.
    """

    op: str
    place: int
    ties: tuple[str, ...]
    holdings: int
    warning: str | None
    movers: tuple[tuple[str, float], ...]


@dataclass(frozen=True)
class Applied:
    """Ties and holdings before and after all operations.

    Attributes
    ----------
    before, after : ScoreTies
        With the cohorts of adopters that they were given with.
    holdings_before, holdings_after : tuple of Holding
    steps : tuple of Step
    lever : tuple of str
        Ids of the ties whose revocability the inverse questions turn: those of the last shift of a cohort's shares,
        or change of revocability.
    shift : tuple of str
        Ids of the ties whose share they turn: those of the last shift.
    """

    before: ScoreTies
    after: ScoreTies
    holdings_before: tuple[Holding, ...]
    holdings_after: tuple[Holding, ...]
    steps: tuple[Step, ...]
    lever: tuple[str, ...] = ()
    shift: tuple[str, ...] = ()


def apply(scenario: Scenario, ties: ScoreTies, world: World, spec: Spec = DEFAULT_SPEC) -> Applied:
    """Apply the operations in the order of the file.

    Parameters
    ----------
    ties : ScoreTies
        Of the scenario's paradigm and date, with cohorts if its operations are about any.

    Raises
    ------
    ScenarioError
        An operation names something that does not exist; with every such fault, line by line.
    """
    table, holdings = ties, world.holdings
    faults: list[ScenarioFault] = []
    steps: list[Step] = []
    powers = _powers(ties, spec)
    lever: tuple[str, ...] = ()
    shift: tuple[str, ...] = ()
    for place, operation in enumerate(scenario.document.operations):
        site = Site(scenario, place, table, world, holdings, faults)
        before = len(faults)
        changed, held = table, holdings
        if operation.op in _ON_TIES:
            changed = _checked(site, _ON_TIES[operation.op](site, operation))
        else:
            held = _ON_HOLDINGS[operation.op](site, operation)
        if len(faults) > before:
            continue
        now = powers if changed is table else _powers(changed, spec)
        step = _step(operation.op, place, table, changed, holdings, held, powers, now)
        if operation.op in ("shift_cohort_share", "set_revocability"):
            lever = tuple(sorted(site.lever))
        if operation.op == "shift_cohort_share":
            shift = lever
        table, holdings, powers = changed, held, now
        steps.append(step)
    if faults:
        raise ScenarioError(sorted(faults, key=lambda fault: (fault.line, fault.field)))
    return Applied(ties, table, world.holdings, holdings, tuple(steps), lever, shift)


def without_cohorts(ties: ScoreTies, cohorts: Mapping[str, object]) -> ScoreTies:
    """The same ties without those of cohorts: the table that a score without them reads."""
    kept = tuple(tie for tie in ties if tie.dependent not in cohorts)
    return replace(ties, ties=kept, cohorts=False, masses={})


def _checked(site: Site, ties: tuple[ScoreTie, ...]) -> ScoreTies:
    names = dict(site.ties.names) if site.ties.names is not None else None
    if names is not None:
        names.update({tie.dependent: site.world.name(tie.dependent) for tie in ties if tie.dependent not in names})
    return replace(site.ties, ties=ties, names=names)


def _powers(ties: ScoreTies, spec: Spec) -> dict[str, float]:
    return {key: score.power for key, score in node_scores(ties, spec).items()}


def _step(
    op: str,
    place: int,
    before: ScoreTies,
    after: ScoreTies,
    held: tuple[Holding, ...],
    held_after: tuple[Holding, ...],
    powers: Mapping[str, float],
    now: Mapping[str, float],
) -> Step:
    first, second = {tie.id: tie for tie in before}, {tie.id: tie for tie in after}
    touched = tuple(sorted(key for key in {**first, **second} if first.get(key) != second.get(key)))
    moved = len(set(held) ^ set(held_after))
    changes = {key: now.get(key, 0.0) - powers.get(key, 0.0) for key in {**powers, **now}}
    order = sorted((key for key in changes if abs(changes[key]) > _SAME), key=lambda key: (-abs(changes[key]), key))
    warning = None
    if not touched and not moved:
        warning = "no_effect"
    elif touched and not order:
        warning = "no_power"
    return Step(op, place, touched, moved, warning, tuple((key, changes[key]) for key in order[:_MOVERS]))
