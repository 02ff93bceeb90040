"""What an operation does to the holdings of control points: the counts of definitions follow, a score never."""

from __future__ import annotations

from dataclasses import replace

from .faults import similar
from .holdings import Holding
from .operation_site import Site
from .operations import AddControlPoint, Holdings, SetHoldingDegree

__all__ = ["add_control_point", "set_holding_degree"]


def add_control_point(site: Site, operation: AddControlPoint) -> tuple[Holding, ...]:
    """A control point of the paradigm, with its holder."""
    if operation.id in site.world.points or any(row.point == operation.id for row in site.holdings):
        site.fault("id", "taken_id", name=operation.id)
    holder = site.firm("holder", operation.holder)
    place = (site.ties.paradigm, operation.side, operation.weight)
    return _held(site, operation.id, place, holder, operation.degree, operation.holdings)


def set_holding_degree(site: Site, operation: SetHoldingDegree) -> tuple[Holding, ...]:
    """Another degree of every holding of the point by the holder; where there is none, a holding more."""
    holder, point = site.firm("holder", operation.holder), operation.control_point
    places = {**site.world.points, **{row.point: (row.paradigm, row.side, row.weight) for row in site.holdings}}
    if point not in places:
        site.fault("control_point", "unknown_point", similar(point, places), name=point)
        return site.holdings
    return _held(site, point, places[point], holder, operation.degree, operation.holdings)


def _held(
    site: Site, point: str, place: tuple[str, str, float], holder: str, degree: float, holdings: Holdings
) -> tuple[Holding, ...]:
    found = list(site.holdings)
    country = site.world.countries.get(holder)
    if country is None:
        site.fault("holder", "no_country", name=holder)
        return site.holdings
    for essay in (True, False):
        if holdings not in ("both", "essay" if essay else "researched"):
            continue
        own = [k for k, row in enumerate(found) if (row.point, row.holder, row.essay) == (point, holder, essay)]
        for k in own:
            found[k] = replace(found[k], degree=degree)
        if not own:
            found.append(Holding(point, *place, holder, country, degree, essay))
    return tuple(dict.fromkeys(found))
