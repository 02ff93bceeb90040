"""A scenario from file to findings: applied, scored before and after, explained, and turned into a gap."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ..names import UnknownNameError, find_id
from ..power.select import select_paradigms
from ..power.spec import DEFAULT_SPEC, Spec
from ..power.tie import ScoreTies
from ..uncertainty.error_model import DEFAULT_ERRORS
from ..uncertainty.noise import Noise
from ..worth.reasons import Refusal
from .application import Applied, apply, without_cohorts
from .convergence import Convergence, GapFirms, converge, gap_firms
from .differences import Difference, difference
from .faults import ScenarioError
from .file import Scenario
from .inverse import Inverse, invert
from .paths import FirmPaths, firm_paths
from .result import ScenarioResult
from .slope import Slope, estimate_slope
from .world import World, read_world

if TYPE_CHECKING:
    from ..link.frame import Frame
    from ..store import Store

__all__ = ["DRAWS", "paradigm_of", "study"]

DRAWS = 1000
_EXPLAINED = 5
_FEWEST_DRAWS = 200
"""Draws of b at least, also where power is not drawn."""


def paradigm_of(scenario: Scenario, store: Store) -> str:
    """Id of the scenario's paradigm.

    Raises
    ------
    ScenarioError
        There is none of that name; with the nearest.
    """
    notes = select_paradigms(store)
    text = scenario.document.paradigm
    try:
        return find_id(text, {key: note.name for key, note in notes.items()}, UnknownNameError)
    except UnknownNameError as error:
        near = tuple(key for key, _ in error.suggestions)
        raise ScenarioError([scenario.fault(("paradigm",), "unknown_paradigm", near, name=text)]) from None


def study(
    scenario: Scenario,
    store: Store,
    ties: ScoreTies,
    frame: Callable[[], Frame],
    spec: Spec = DEFAULT_SPEC,
    *,
    draws: int = DRAWS,
    seed: int = 0,
) -> ScenarioResult:
    """Study a scenario.

    Parameters
    ----------
    ties : ScoreTies
        Of the scenario's paradigm and date, with cohorts of adopters.
    frame : callable
        Gives the sample of the link; asked only once the scenario is known to be usable.
    draws, seed : int
        Of the error model; 0 draws give no intervals of power.

    Raises
    ------
    ScenarioError
        The scenario names something that does not exist.
    """
    world = read_world(store, ties.paradigm, ties.as_of)
    applied = apply(scenario, ties, world, spec)
    noise = Noise(seed, draws) if draws else None
    differences = _differences(applied, world, spec, noise)
    about = _about_cohorts(applied, world)
    tables = (applied.before, applied.after) if about else _bare(applied, world)
    main = next(found for found in differences if found.cohorts == about)
    sample = frame()
    slope = estimate_slope(sample, max(draws, _FEWEST_DRAWS), seed)
    firms = gap_firms(sample, ties.paradigm)
    convergence, inverse = _worth(applied, differences, slope, firms, sample, tables, spec)
    return ScenarioResult(
        scenario,
        world.paradigms[ties.paradigm],
        ties.as_of,
        ties.claims,
        spec.id,
        DEFAULT_ERRORS.id if draws else None,
        applied,
        differences,
        _paths(main, tables, world, spec),
        about,
        slope,
        convergence,
        inverse,
        world,
    )


def _bare(applied: Applied, world: World) -> tuple[ScoreTies, ScoreTies]:
    return without_cohorts(applied.before, world.cohorts), without_cohorts(applied.after, world.cohorts)


def _differences(applied: Applied, world: World, spec: Spec, noise: Noise | None) -> tuple[Difference, ...]:
    """Without cohorts, then with them where there are any on either side."""
    found = [difference(*_bare(applied, world), spec, noise=noise)]
    if any(tie.dependent in world.cohorts for tie in (*applied.before, *applied.after)):
        found.append(difference(applied.before, applied.after, spec, noise=noise))
    return tuple(found)


def _about_cohorts(applied: Applied, world: World) -> bool:
    """Whether the scenario changes cohorts alone: without them there would be nothing to see."""
    first, second = set(applied.before), set(applied.after)
    changed = {tie.dependent for tie in first ^ second}
    return bool(changed) and changed <= set(world.cohorts)


def _paths(main: Difference, tables: tuple[ScoreTies, ScoreTies], world: World, spec: Spec) -> tuple[FirmPaths, ...]:
    moved = [change.id for change in main.changes if change.changed and change.id in world.firms]
    return tuple(firm_paths(*tables, firm, spec) for firm in moved[:_EXPLAINED])


def _worth(
    applied: Applied,
    differences: tuple[Difference, ...],
    slope: Slope | Refusal,
    firms: GapFirms | Refusal,
    sample: Frame,
    tables: tuple[ScoreTies, ScoreTies],
    spec: Spec,
) -> tuple[tuple[Convergence, ...] | Refusal, tuple[Inverse, ...]]:
    if isinstance(slope, Refusal) or isinstance(firms, Refusal):
        return (slope if isinstance(slope, Refusal) else firms), ()  # type: ignore[return-value]
    from dataclasses import replace

    answers = invert(replace(applied, before=tables[0], after=tables[1]), firms, slope, spec)
    return tuple(converge(firms, slope, found, sample) for found in differences), answers
