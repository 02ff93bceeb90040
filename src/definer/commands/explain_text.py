"""An explanation as a person reads it: sentence, sums, sources, largest parts, single ties, evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..graph.power import Explanation
    from ..graph.power.parts import Slice
    from .explain_page import Page

__all__ = ["print_explanation"]

_VISIBLE = 5e-5
"""Changes below this would be printed as nothing."""


def print_explanation(page: Page, found: Explanation, *, chosen: bool, leave_one_out: bool = True) -> None:
    """Print an explanation.

    Parameters
    ----------
    chosen : bool
        The reader named the paradigm.
    leave_one_out : bool
        Print what the score would be without single ties.
    """
    if not found.parts:
        _nothing(page, found, chosen=chosen)
        return
    _sentence(page, found)
    page.head("explain.layers")
    _sums(page, "layer", [(page.say(f"layer.{row.key}"), row) for row in found.by_layer], found.power)
    page.head("explain.slots")
    _sums(page, "slot", [(page.slot(row.key), row) for row in found.by_slot], found.power)
    _sources(page, found)
    _parts(page, found)
    ties = [tie for part in found.parts[: page.top] for tie in part.ties]
    if leave_one_out:
        ties += _without(page, found)
    page.head("explain.ties")
    table = {tie.id: tie for tie in found.table}
    page.evidence(found.tie_document(table[key]) for key in dict.fromkeys(ties))


def _nothing(page: Page, found: Explanation, *, chosen: bool) -> None:
    words: dict[str, object] = {
        "name": page.name(found.firm),
        "paradigm": page.paradigm(found.paradigm),
        "date": found.as_of,
        "n": found.n,
    }
    if not found.stands and not chosen:
        page.print(page.say("explain.nowhere", **words))
        return
    key = "explain.empty" if not len(found.table) else "explain.zero" if found.stands else "explain.apart"
    page.print(page.say(key, **words))
    setting = found.setting
    best = page.kg.explain(
        found.firm,
        as_of=found.as_of,
        known_by=setting.known_by,
        evidence=found.table.evidence,
        round_trip=setting.round_trip,
        spec=found.settings,
    )
    if best.power > 0:
        label = page.paradigm(best.paradigm)
        page.print(page.say("explain.elsewhere", paradigm=label, power=best.power, option=best.paradigm))


def _sentence(page: Page, found: Explanation) -> None:
    words: dict[str, object] = {
        "name": page.name(found.firm),
        "paradigm": page.paradigm(found.paradigm),
        "date": found.as_of,
        "power": found.power,
    }
    page.print(page.say("explain.title", **words))
    page.print("  " + page.formula(found))
    place = found.result.firm(found.firm)
    if place is None:
        page.print("  " + page.say("explain.unranked", n=found.n))
    else:
        firms = len(found.result.firms)
        page.print("  " + page.say("explain.place", rank=place.rank, firms=firms, degree=place.in_degree, n=found.n))
    page.print(page.say("explain.meaning", percent=page.percent(found.power)))
    page.print(page.say("explain.sums"))
    if note := found.result.coverage.note(page.lang):
        page.print("! " + note)
    page.settings(found)


def _sums(page: Page, key: str, rows: list[tuple[str, Slice]], whole: float) -> None:
    columns = {key: False, "reach": True, "lockin": True, "sum": True, "percent": True}
    page.table(
        columns,
        (
            (label, *page.numbers(row.reach, row.lockin, row.value), page.percent(row.value, whole))
            for label, row in rows[: page.top]
        ),
    )
    page.cut([row.value for _, row in rows], whole)


def _sources(page: Page, found: Explanation) -> None:
    page.head("explain.sources")
    columns = {"source": False, "reach": True, "lockin": True, "sum": True, "percent": True, "binding": False}
    rows = []
    for part in found.by_source[: page.top]:
        between = page.say("list").join(page.name(node) for node in part.chain[1:-1])
        via = page.say("explain.via", names=between) if between else ""
        numbers = page.numbers(part.reach, part.lockin, part.value)
        percent = page.percent(part.value, found.power)
        rows.append((page.name(part.dependent), *numbers, percent, page.slot(part.slot) + via))
    page.table(columns, rows)
    page.cut([part.value for part in found.by_source], found.power)


def _parts(page: Page, found: Explanation) -> None:
    page.head("explain.parts")
    columns = {"facet": False, "dependent": False, "slot": False, "part": True, "percent": True}
    page.table(
        columns,
        (
            (
                page.say(f"facet.{part.facet}"),
                page.name(part.dependent),
                page.slot(part.slot),
                *page.numbers(part.value),
                page.percent(part.value, found.power),
            )
            for part in found.parts[: page.top]
        ),
    )
    page.cut([part.value for part in found.parts], found.power)


def _without(page: Page, found: Explanation) -> list[str]:
    """Print the ties whose absence would change the score most, and return their ids."""
    effects = [effect for effect in found.leave_one_out.effects if abs(effect.change) >= _VISIBLE]
    if not effects:
        page.head("explain.loo_none")
        return []
    page.head("explain.loo")
    columns = {"dependent": False, "provider": False, "slot": False, "change": True, "without": True, "rank": True}
    page.table(
        columns,
        (
            (
                page.name(effect.dependent),
                page.name(effect.provider),
                page.slot(effect.slot),
                *page.changes(effect.change),
                *page.numbers(effect.power),
                str(effect.rank or ""),
            )
            for effect in effects[: page.top]
        ),
    )
    page.cut([effect.change for effect in effects])
    return [effect.tie for effect in effects[: page.top]]
