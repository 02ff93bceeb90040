"""How a count of definitions reads in a terminal: each number beside its rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ..graph.page import plain
from ..messages import say
from .coalition_text import cells, number
from .options import console
from .setting_text import settings_line

if TYPE_CHECKING:
    from rich.table import Table

    from ..graph.control import Completeness, SideHeld
    from ..graph.power import Spec
    from ..knowledge import KnowledgeGraph
    from ..ontology.language import Language

__all__ = ["print_completeness"]

_DEGREES, _LOSSES = 4, 3
Column = tuple[str, dict[str, float]]
"""Key of a rule's words, and definitions per country."""


def print_completeness(kg: KnowledgeGraph, found: Completeness, spec: Spec, top: int, lang: Language) -> None:
    """Print the counts side by side, then each rule, its consequences, and what its count is made of."""
    out = console()
    out.print(say("complete.title", lang, date=found.setting.as_of))
    if found.setting.evidence == "sourced":
        out.print(say("complete.sourced", lang))
    if found.sides and (line := settings_line(found.setting, lang, spec, without=("evidence",))):
        out.print(line)
    columns = list(_columns(found))
    out.print(say("complete.depends", lang) + "\n")
    out.print(_counts(columns, found.theta, top, lang))
    out.print()
    for key, counts in columns:
        rule = say(f"rule.{key}", lang, theta=found.theta)
        out.print(say("complete.under", lang, rule=rule, counts=_sentence(counts, lang)))
    out.print()
    for line in _rules(found, lang):
        out.print(say("complete.point", lang, text=line))
    if found.held:
        out.print("\n" + say("complete.held", lang))
        out.print(_held(kg, found, lang))
    if found.sides:
        out.print("\n" + say("complete.losses", lang))
        out.print(_losses(kg, found.sides, lang))
        out.print("\n" + say("complete.thresholds", lang))
        out.print(_thresholds(found, lang))
        for line in _cautions(kg, found, lang):
            out.print(line)


def _columns(found: Completeness) -> Iterator[Column]:
    for count in found.counts:
        yield f"{count.rule}.{count.holdings}", {country: number for country, number, _ in count.definitions}
    for tied in found.ties:
        if tied.theta == found.theta:
            yield f"ties.{tied.scale}", {country: number for country, number, _ in tied.definitions}


def _counts(columns: Sequence[Column], theta: float, top: int, lang: Language) -> Table:
    heads = [say(f"head.{key}", lang, theta=theta) for key, _ in columns]
    table = cells([say("col.country", lang), *heads])
    everybody = {country for _, counts in columns for country in counts}
    order = sorted(everybody, key=lambda country: (-max(counts.get(country, 0.0) for _, counts in columns), country))
    for country in order[:top]:
        table.add_row(plain(country), *(f"{counts.get(country, 0.0):g}" for _, counts in columns))
    if top < len(order):
        table.add_row(say("complete.more", lang, n=len(order) - top))
    return table


def _sentence(counts: dict[str, float], lang: Language) -> str:
    order = sorted(counts, key=lambda country: (-counts[country], country))
    words = [f"{plain(country)} {counts[country]:g}" for country in order[:_DEGREES]]
    if len(order) > _DEGREES:
        words.append(say("complete.more", lang, n=len(order) - _DEGREES))
    return say("list", lang).join(words) or say("complete.nobody", lang)


def _rules(found: Completeness, lang: Language) -> Iterator[str]:
    for rule in found.rules:
        yield say(f"explain.rule.{rule}", lang)
    if found.counts:
        queries = say("list", lang).join(count.query for count in found.counts)
        yield say("explain.rule.holdings", lang, queries=queries)
    if "ties" in found.rules:
        yield say("explain.ceiling", lang)
        yield say("explain.dates", lang)


def _held(kg: KnowledgeGraph, found: Completeness, lang: Language) -> Table:
    bases = ("essay", "researched")
    heads = [say("col.paradigm", lang), say("col.side", lang), *(say(f"basis.{basis}", lang) for basis in bases)]
    table = cells(heads, align="left")
    places = dict.fromkeys((paradigm, side) for paradigm in kg.paradigms for side in ("software", "supply"))
    for paradigm, side in places:
        texts = []
        for basis in bases:
            rows = [held for held in found.held if (held.paradigm, held.side, held.holdings) == (paradigm, side, basis)]
            rows.sort(key=lambda held: (-held.degree, held.country))
            texts.append(say("list", lang).join(f"{plain(held.country)} {held.degree:g}" for held in rows[:_DEGREES]))
        if any(texts):
            table.add_row(plain(kg.paradigm_label(paradigm, lang)), say(f"side.{side}", lang), *texts)
    return table


def _losses(kg: KnowledgeGraph, sides: Sequence[SideHeld], lang: Language) -> Table:
    heads = ("paradigm", "side", "date", "ceiling", "largest")
    table = cells([say(f"col.{head}", lang) for head in heads], align="left")
    for side in sides:
        largest = [loss for loss in side.losses if loss.average][:_LOSSES]
        text = say("semicolon", lang).join(
            say(
                "complete.loss",
                lang,
                country=plain(loss.country),
                average=number(loss.average, 3),
                share=100 * (loss.share or 0),
                n=loss.n,
            )
            for loss in largest
        )
        nobody = "–" if any(loss.n for loss in side.losses) else say("complete.no_slot", lang)
        label = plain(kg.paradigm_label(side.paradigm, lang))
        ceiling = number(side.reachable, 3) if largest else "–"
        table.add_row(label, say(f"side.{side.side}", lang), side.as_of, ceiling, text or nobody)
    return table


def _thresholds(found: Completeness, lang: Language) -> Table:
    scales = ("activity", "ceiling")
    table = cells([say("col.theta", lang), *(say(f"scale.{scale}", lang) for scale in scales)], align="left")
    for theta in found.thetas:
        counts = [
            {country: definitions for country, definitions, _ in count.definitions}
            for scale in scales
            for count in found.ties
            if (count.theta, count.scale) == (theta, scale)
        ]
        table.add_row(f"{theta:g}", *(_sentence(count, lang) for count in counts))
    return table


def _cautions(kg: KnowledgeGraph, found: Completeness, lang: Language) -> Iterator[str]:
    coded = [side for side in found.sides if any(loss.n for loss in side.losses)]
    low = [side for side in coded if side.reachable < found.theta]
    if low:
        yield say("complete.unreachable", lang, n=len(low), of=len(coded), theta=found.theta)
    for scale in ("activity", "ceiling"):
        near = [_place(kg, side, country, lang) for side in coded for country in side.close(found.theta, scale)]
        if near:
            words = {"sides": say("list", lang).join(near), "scale": say(f"scale.{scale}", lang)}
            yield say("complete.close", lang, theta=found.theta, **words)
    few = [
        _place(kg, side, loss.country, lang) + say("complete.n", lang, n=loss.n)
        for side in coded
        for loss in side.losses
        if loss.few and loss.average
    ]
    if few:
        yield say("complete.few", lang, sides=say("list", lang).join(few))
    early = dict.fromkeys(side.paradigm for side in found.sides if side.before_coded)
    if early:
        labels = say("list", lang).join(plain(kg.paradigm_label(paradigm, lang)) for paradigm in early)
        yield say("complete.before", lang, paradigms=labels)


def _place(kg: KnowledgeGraph, side: SideHeld, country: str, lang: Language) -> str:
    return f"{plain(kg.paradigm_label(side.paradigm, lang))} {say(f'side.{side.side}', lang)} {plain(country)}"
