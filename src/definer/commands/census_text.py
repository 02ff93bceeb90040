"""How the balance of the census, and what to research next, read in a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..graph.page import plain
from ..messages import say
from .coalition_text import cells
from .options import console

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console
    from rich.table import Table

    from ..data.agreement import Agreement
    from ..graph.census import Census, ParadigmBalance, Research, Variant, Variants
    from ..knowledge import KnowledgeGraph
    from ..ontology.language import Language

__all__ = ["part", "print_agreement", "print_census", "print_research", "print_variants", "variant_name"]


def part(value: float | None) -> str:
    """Text of a part of a whole; a dash where there is none."""
    return "–" if value is None else f"{round(100 * value):d}%"


def print_census(kg: KnowledgeGraph, found: Census, top: int, lang: Language, *, detail: bool) -> None:
    """Print totals, paradigms, outcomes and tiers; with `detail` also slots, years and firms."""
    out = console()
    total = found.total
    if not total.rows:
        out.print(say("census.no_rows", lang))
        return
    counts = {"rows": total.rows, "sourced": total.sourced, "known": total.known, "sources": total.sources}
    out.print(say("census.title", lang, **counts))
    fillers = {"named": total.named, "in_house": total.in_house, "open": total.open, "unknown": total.unknown}
    out.print(say("census.fillers", lang, share=part(total.named_share), **fillers))
    _titled(out, say("census.paradigms", lang), _paradigms(kg, found, lang))
    _titled(out, say("census.outcomes", lang), _outcomes(kg, found, lang))
    _titled(out, say("census.per_provider", lang), _per_provider(kg, found, lang))
    _titled(out, say("census.tiers", lang), _tiers(kg, found, lang))
    if detail:
        for one in found.paradigms:
            label = plain(kg.paradigm_label(one.paradigm, lang))
            _titled(out, say("census.slots", lang, paradigm=label), _slots(kg, one, lang))
            _titled(out, say("census.years", lang, paradigm=label), _years(one, lang))
        _titled(out, say("census.firms", lang, paradigm=_labels(kg, found, lang)), _firms(kg, found, top, lang))


def print_variants(kg: KnowledgeGraph, found: Variants, lang: Language) -> None:
    """Print the verdicts of one paradigm, from all rows and from parts of them."""
    out = console()
    setting = found.setting
    label = plain(kg.paradigm_label(setting.paradigm or "", lang))
    table = cells([say(f"col.{key}", lang) for key in ("variant", "dropped", "verdict", "first")])
    for column in table.columns[2:]:
        column.justify = "left"
    for one in found.variants:
        firms = "; ".join(
            f"{plain(kg.name(key, lang))} {power:.3f}, {part(chance)}" for key, power, chance in one.firms
        )
        word = say(f"verdict.{one.verdict.word}", lang) if one.verdict else "–"
        table.add_row(variant_name(kg, one, lang), str(one.dropped), word, firms)
    _titled(out, say("census.verdicts", lang, paradigm=label, date=setting.as_of, draws=setting.draws or 0), table)


def print_research(kg: KnowledgeGraph, found: Research, top: int, lang: Language) -> None:
    """Print the open cells, the one on which most hangs first."""
    out = console()
    label = plain(kg.paradigm_label(found.setting.paradigm or "", lang))
    if not found.stakes:
        out.print(say("census.nothing_missing", lang, paradigm=label))
        return
    table = cells([say(f"col.{key}", lang) for key in ("firm", "slot", "now", "years", "of_lead")], left=4)
    for stake in found.stakes[:top]:
        said = ", ".join(plain(kg.name(key, lang)) for key in stake.providers)
        years = f"{stake.first_year}–{stake.last_year}"
        firm = plain(kg.name(stake.dependent, lang))
        table.add_row(firm, plain(kg.slot_label(stake.slot, lang)), said, years, f"{100 * stake.of_lead:.1f}%")
    first, last = found.years[0], found.years[-1]
    _titled(out, say("census.missing", lang, paradigm=label, n=len(found.stakes), first=first, last=last), table)
    if len(found.stakes) > top:
        out.print(say("census.more", lang, n=len(found.stakes) - top))


def print_agreement(found: Sequence[Agreement], lang: Language) -> None:
    """Print alpha per field, over all rows, then per paradigm and kind of evidence."""
    out = console()
    table = _table(("field", "n", "alpha", "interval", "plain"), lang)
    for one in found:
        if one.group == "all":
            span = "–" if one.low is None or one.high is None else f"{one.low:.2f} … {one.high:.2f}"
            table.add_row(say(f"field.{one.field}", lang), str(one.n), _alpha(one.alpha), span, part(one.plain))
    _titled(out, say("census.agreement", lang), table)
    groups = list(dict.fromkeys(one.group for one in found if one.group != "all"))
    parts = cells([say("col.field", lang), *(say(f"group.{group}", lang) for group in groups)])
    for field in dict.fromkeys(one.field for one in found):
        values = {one.group: one.alpha for one in found if one.field == field}
        parts.add_row(say(f"field.{field}", lang), *(_alpha(values[group]) for group in groups))
    _titled(out, say("census.agreement_parts", lang), parts)
    out.print(say("census.agreement_scale", lang))


def _alpha(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def variant_name(kg: KnowledgeGraph, one: Variant, lang: Language) -> str:
    """Words for which rows a variant counts."""
    name, _, slot = one.name.partition(":")
    return say(f"variant.{name}", lang, slot=plain(kg.slot_label(slot, lang)))


def _titled(out: Console, title: str, table: Table) -> None:
    out.print("\n" + title)
    out.print(table)


def _labels(kg: KnowledgeGraph, found: Census, lang: Language) -> str:
    return say("comma", lang).join(plain(kg.paradigm_label(one.paradigm, lang)) for one in found.paradigms)


def _table(keys: Sequence[str], lang: Language) -> Table:
    return cells([say(f"col.{key}", lang) for key in keys])


def _paradigms(kg: KnowledgeGraph, found: Census, lang: Language) -> Table:
    table = _table(("paradigm", "rows", "found", "named", "found", "in_house", "unknown", "documents"), lang)
    tallies = [(plain(kg.paradigm_label(one.paradigm, lang)), one.total) for one in found.paradigms]
    for label, one in [*tallies, (say("col.total", lang), found.total)]:
        table.add_row(
            label,
            f"{one.rows:,}",
            part(one.sourced / one.rows if one.rows else None),
            f"{one.named:,}",
            part(one.named_share),
            f"{one.in_house:,}",
            f"{one.unknown:,}",
            f"{one.sources:,}",
        )
    return table


def _outcomes(kg: KnowledgeGraph, found: Census, lang: Language) -> Table:
    table = _table(("paradigm", "winners", "survivors", "losers", "gap"), lang)
    for one in found.paradigms:
        shares = [tally.filled_share for tally in one.outcomes.values()]
        gap = "–" if one.gap is None else f"{100 * one.gap:+.0f}"
        table.add_row(plain(kg.paradigm_label(one.paradigm, lang)), *map(part, shares), gap)
    return table


def _per_provider(kg: KnowledgeGraph, found: Census, lang: Language) -> Table:
    table = _table(("paradigm", "winners", "survivors", "losers"), lang)
    for one in found.paradigms:
        table.add_row(
            plain(kg.paradigm_label(one.paradigm, lang)), *(f"{count:.1f}" for count in one.per_provider.values())
        )
    return table


def _tiers(kg: KnowledgeGraph, found: Census, lang: Language) -> Table:
    table = cells([say("col.paradigm", lang), *(say("col.tier", lang, tier=tier) for tier in range(1, 6))])
    for one in found.paradigms:
        table.add_row(plain(kg.paradigm_label(one.paradigm, lang)), *(f"{count:,}" for count in one.total.tiers))
    table.add_row(say("col.total", lang), *(f"{count:,}" for count in found.total.tiers))
    return table


def _slots(kg: KnowledgeGraph, one: ParadigmBalance, lang: Language) -> Table:
    table = _table(("slot", "needed", "answered", "answered_sourced", "rows", "found", "unknown"), lang)
    for slot in one.slots:
        counts = (slot.needed, slot.answered, slot.answered_sourced, slot.rows.rows)
        found = part(slot.rows.sourced / slot.rows.rows if slot.rows.rows else None)
        table.add_row(plain(kg.slot_label(slot.slot, lang)), *map(str, counts), found, str(slot.rows.unknown))
    return table


def _years(one: ParadigmBalance, lang: Language) -> Table:
    table = _table(("year", "rows", "found", "named", "found", "in_house", "unknown"), lang)
    for year, tally in one.years.items():
        table.add_row(
            str(year),
            f"{tally.rows:,}",
            part(tally.sourced / tally.rows if tally.rows else None),
            f"{tally.named:,}",
            part(tally.named_share),
            f"{tally.in_house:,}",
            f"{tally.unknown:,}",
        )
    return table


def _firms(kg: KnowledgeGraph, found: Census, top: int, lang: Language) -> Table:
    table = _table(("firm", "outcome", "rows", "found", "unknown", "provides", "reaches"), lang)
    table.columns[1].justify = "left"
    for one in found.candidates[:top]:
        needs = one.as_dependent
        table.add_row(
            plain(kg.name(one.firm, lang)),
            say(f"outcome.{one.outcome}", lang) if one.outcome else "",
            str(needs.rows),
            part(needs.sourced / needs.rows if needs.rows else None),
            str(needs.unknown),
            str(one.provides),
            str(one.reaches),
        )
    if len(found.candidates) > top:
        table.add_row(say("census.more", lang, n=len(found.candidates) - top))
    return table
