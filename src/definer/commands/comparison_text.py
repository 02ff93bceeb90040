"""A comparison of two scores as a person reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..graph.power import Explanation
    from ..graph.power.comparison import Comparison, Difference, PartDifference
    from .explain_page import Page

__all__ = ["print_comparison"]


def print_comparison(page: Page, found: Comparison) -> None:
    """Print why two scores differ."""
    if not found.contrast:
        page.print(page.say("compare.same"))
        return
    _sides(page, found)
    if not any(part.value for part in found.parts):
        page.print(page.say("compare.equal"))
        return
    page.head("explain.slots")
    _rows(page, found, "slot", [(page.slot(row.key), row) for row in found.by_slot])
    page.head("compare.sources")
    _rows(page, found, "source", [(page.name(row.key), row) for row in found.by_source])
    _parts(page, found)
    shown = [tie for part in found.parts[: page.top] for tie in _ties(part)]
    documents = found.tie_documents()
    page.head("compare.ties")
    page.evidence(documents[key] for key in dict.fromkeys(shown))


def _sides(page: Page, found: Comparison) -> None:
    for name, side in (("a", found.a), ("b", found.b)):
        words = {"side": page.say(f"side.{name}"), "what": _described(page, found, side, first=name == "a")}
        page.print(page.say("compare.side", **words, power=side.power))
        page.print("   " + page.formula(side))
        place = side.result.firm(side.firm)
        if place is None:
            page.print("   " + page.say("explain.unranked", n=side.n))
        else:
            firms = len(side.result.firms)
            words_of_place = {"rank": place.rank, "firms": firms, "degree": place.in_degree, "n": side.n}
            page.print("   " + page.say("explain.place", **words_of_place))
        if note := side.result.coverage.note(page.lang):
            page.print("   ! " + note)
    page.settings(found.a, without=tuple(found.contrast))
    facets = {row.key: row.value for row in found.by_facet}
    page.print(page.say("compare.difference", difference=found.difference, **facets))
    if _moved(found):
        masses = {"a": found.a.total_mass, "b": found.b.total_mass}
        page.print(page.say("compare.terms", dependence=found.total.dependence))
        page.print(page.say("compare.divisor", participants=found.total.participants, **masses))


def _described(page: Page, found: Comparison, side: Explanation, *, first: bool) -> str:
    """Firm, paradigm and date of a side, and the settings in which the sides differ."""
    words = [page.name(side.firm), page.paradigm(side.paradigm), side.as_of]
    for key, values in found.contrast.items():
        if key not in ("firm", "paradigm", "as_of"):
            words.append(page.setting(key, values[0 if first else 1]))
    return " · ".join(words)


def _moved(found: Comparison) -> bool:
    return found.a.total_mass != found.b.total_mass and bool(found.a.total_mass and found.b.total_mass)


def _rows(page: Page, found: Comparison, key: str, rows: list[tuple[str, Difference]]) -> None:
    columns = {key: False, "a": True, "b": True, "difference": True}
    moved = _moved(found)
    if moved:
        columns |= {"dependence": True, "participants": True}
    page.table(
        columns,
        (
            (
                label,
                *page.numbers(row.a, row.b),
                *page.changes(row.value, *((row.dependence, row.participants) if moved else ())),
            )
            for label, row in rows[: page.top]
        ),
    )
    page.cut([row.value for _, row in rows], found.difference)


def _parts(page: Page, found: Comparison) -> None:
    page.head("compare.parts")
    columns = {"facet": False, "dependent": False, "slot": False, "a": True, "b": True, "difference": True}
    page.table(
        columns,
        (
            (
                page.say(f"facet.{part.facet}"),
                page.name(part.dependent),
                page.slot(part.slot),
                *page.numbers(part.a, part.b),
                *page.changes(part.value),
            )
            for part in found.parts[: page.top]
        ),
    )
    page.cut([part.value for part in found.parts], found.difference)


def _ties(part: PartDifference) -> list[str]:
    """What a part runs through, and whose coming or going moved it; a part that did not move needs none of these."""
    moved = abs(part.value) > 0
    return [*part.ties_a, *part.ties_b, *((*part.only_a, *part.only_b) if moved else ())]
