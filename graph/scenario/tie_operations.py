"""What each operation does to a table of ties.

A value that a scenario sets is stipulated: draws of the error model leave it as it is (its width is 0), while all that
the scenario does not name is drawn as ever.

Who leaves, leaves a part of a slot behind. ``refill: unnamed`` gives it to nobody who is named, as confidence and decay
do: rivals keep their shares, the slot stays a slot, and the dependent a participant. ``refill: rivals`` strikes the
rows: rivals without a stated share take what is left, stated shares keep their size, and what then is missing to one is
residual; a slot of which nothing remains stays as one that nobody fills.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from ..power.shares import slot_weights
from ..power.tie import ScoreTie
from .cohort_shift import shifted
from .operation_site import Site
from .operations import (
    AddTie,
    Refill,
    RemoveCoalition,
    RemoveFirm,
    RemoveTie,
    ReweightTie,
    SetCriticality,
    SetRevocability,
    ShiftCohortShare,
    ends,
    listed,
)

__all__ = [
    "GONE",
    "add_tie",
    "remove_coalition",
    "remove_firm",
    "remove_tie",
    "reweight_tie",
    "set_criticality",
    "set_revocability",
    "shift_cohort_share",
    "stipulated",
]

GONE: Final = "OPEN:unfilled"
"""Provider of a part that somebody left and that rests on nobody since."""
Ties = tuple[ScoreTie, ...]


def stipulated(tie: ScoreTie, *names: str) -> ScoreTie:
    """The tie with fields that the error model does not draw."""
    kept = [pair for pair in tie.attested if pair[0] not in names]
    return replace(tie, attested=tuple(sorted([*kept, *((name, 1.0) for name in names)])))


def add_tie(site: Site, operation: AddTie) -> Ties:
    """A tie more, with the slot's terms for what is not stated."""
    dependent = site.dependent("dependent", operation.dependent)
    provider = site.firm("provider", operation.provider, special=True)
    slot = site.slot("slot", operation.slot)
    terms = site.terms(slot)
    if terms is None:
        return site.ties.ties
    if operation.layer not in (None, terms.layer):
        site.fault("layer", "wrong_layer", slot=slot, layer=terms.layer)
    if provider == dependent:
        site.fault("provider", "own_provider", name=dependent)
    if operation.id is not None and any(tie.id == operation.id for tie in site.ties):
        site.fault("id", "taken_id", name=operation.id)
    beside = [tie for tie in site.ties if (tie.dependent, tie.slot) == (dependent, slot)]
    low, high = ends(operation.share) if operation.share is not None else (None, None)
    critical = max((tie.criticality for tie in beside), default=terms.criticality)
    tie = ScoreTie(
        operation.id or site.free_id(f"scenario:{dependent}:{slot}:{provider}"),
        dependent,
        provider,
        slot,
        terms.layer,
        site.ties.day,
        None,
        low,
        high,
        criticality=critical if operation.criticality is None else operation.criticality,
        revocability=terms.revocability if operation.revocability is None else operation.revocability,
        closed=operation.closed,
        confirmed=site.ties.day,
        known=site.ties.day,
    )
    return site.exchanged([stipulated(tie, *_stated(operation))])


def _stated(operation: AddTie) -> tuple[str, ...]:
    return tuple(name for name in ("share", "criticality", "revocability") if getattr(operation, name) is not None)


def remove_tie(site: Site, operation: RemoveTie) -> Ties:
    """Ties that end."""
    return _left(site, site.selected(operation), operation.refill)


def reweight_tie(site: Site, operation: ReweightTie) -> Ties:
    """Another stated share; others keep theirs, blank ones take what is left, a sum above one is scaled to one."""
    low, high = ends(operation.share)
    found = [replace(tie, share_low=low, share_high=high) for tie in site.selected(operation)]
    return site.exchanged(stipulated(tie, "share") for tie in found)


def set_revocability(site: Site, operation: SetRevocability) -> Ties:
    """Another revocability."""
    found = [replace(tie, revocability=operation.value) for tie in site.selected(operation)]
    site.lever.update(tie.id for tie in found)
    return site.exchanged(stipulated(tie, "revocability") for tie in found)


def set_criticality(site: Site, operation: SetCriticality) -> Ties:
    """Another criticality of the slots that the ties stand in."""
    places = {(tie.dependent, tie.slot) for tie in site.selected(operation)}
    found = [replace(tie, criticality=operation.value) for tie in site.ties if (tie.dependent, tie.slot) in places]
    return site.exchanged(stipulated(tie, "criticality") for tie in found)


def shift_cohort_share(site: Site, operation: ShiftCohortShare) -> Ties:
    """Other shares of named providers; the others keep their proportions in what is left."""
    cohort, slot = site.cohort("cohort", operation.cohort), site.slot("slot", operation.slot)
    shares = {site.firm("shares", name, special=True): ends(part) for name, part in operation.shares.items()}
    terms = site.terms(slot)
    if terms is None or cohort not in site.world.cohorts:
        return site.ties.ties
    rows = [tie for tie in site.ties if (tie.dependent, tie.slot) == (cohort, slot)]
    new = shifted(rows, cohort, slot, terms, shares, site.ties.day)
    named = [tie for tie in new if tie.provider in shares]
    site.lever.update(tie.id for tie in named if tie.is_named)
    others = [tie for tie in new if tie.provider not in shares]
    fixed = [stipulated(tie, "share") for tie in named]
    if operation.revocability is not None:
        fixed = [stipulated(replace(tie, revocability=operation.revocability), "revocability") for tie in fixed]
    return site.exchanged([*fixed, *others], gone=[tie.id for tie in rows])


def remove_firm(site: Site, operation: RemoveFirm) -> Ties:
    """Firms that leave: what rested on them is refilled, what they needed is needed no more."""
    gone = {site.firm("firm", name) for name in listed(operation.firm)}
    supplied = [tie for tie in site.ties if tie.provider in gone and tie.dependent not in gone]
    left = _left(site, supplied, operation.refill)
    return tuple(tie for tie in left if tie.dependent not in gone)


def remove_coalition(site: Site, operation: RemoveCoalition) -> Ties:
    """Firms that stop providing to others."""
    members = _group(site, "firms", operation.firms, "country", operation.country)
    customers = _group(site, "customers", operation.customers, "customer_country", operation.customer_country)
    slots = {site.slot("slot", name) for name in listed(operation.slot)}
    found = [
        tie
        for tie in site.ties
        if tie.is_named
        and tie.provider in members
        and tie.dependent not in members
        and (tie.dependent in customers or not customers)
        and (tie.slot in slots or not slots)
        and operation.layer in (None, tie.layer)
    ]
    return _left(site, found, operation.refill)


def _group(
    site: Site, firms: str, ids: str | list[str] | None, country: str, codes: str | list[str] | None
) -> set[str]:
    wanted = {site.country(country, code) for code in listed(codes)}
    named = {site.dependent(firms, name) for name in listed(ids)}
    return named | {key for key, code in site.world.countries.items() if code in wanted}


def _left(site: Site, gone: Sequence[ScoreTie], refill: Refill) -> Ties:
    """The table when ties end."""
    if refill == "unnamed":
        return site.exchanged(_unfilled(site.ties.ties, gone))
    out = {tie.id for tie in gone}
    stay = {(tie.dependent, tie.slot) for tie in site.ties if tie.id not in out}
    empty = {(tie.dependent, tie.slot): tie for tie in gone if (tie.dependent, tie.slot) not in stay}
    held = [replace(tie, provider=GONE, share_low=1.0, share_high=1.0) for tie in empty.values()]
    return site.exchanged(held, gone=out)


def _unfilled(table: Iterable[ScoreTie], gone: Sequence[ScoreTie]) -> list[ScoreTie]:
    """The ties with nobody as their provider, each with the share that its slot gives it."""
    out = {tie.id for tie in gone}
    places: dict[tuple[str, str], list[ScoreTie]] = {}
    for tie in table:
        places.setdefault((tie.dependent, tie.slot), []).append(tie)
    found = []
    for place in sorted({(tie.dependent, tie.slot) for tie in gone}):
        rows = sorted(places[place], key=lambda tie: (tie.provider, tie.id))
        weights = slot_weights(rows, [tie.middle for tie in rows])
        for tie, weight in zip(rows, weights, strict=True):
            if tie.id in out:
                blank = tie.middle is None
                low, high = (weight, weight) if blank else (tie.share_low, tie.share_high)
                found.append(replace(tie, provider=GONE, share_low=low, share_high=high))
    return found
