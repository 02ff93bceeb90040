"""How the balance of the census, and what to research next, read in a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..graph.page import plain
from ..messages import say
from ..viz.verdicts import percent
from .layout import Grid, paragraph
from .options import console

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..data.coders import Agreement
    from ..graph.census import Census, ParadigmBalance, Research, Stake, Tally, Variant, Variants
    from ..knowledge import KnowledgeGraph
    from ..ontology.language import Language

    Block = tuple[str | Grid, ...]

__all__ = ["part", "print_agreement", "print_census", "print_research", "print_variants", "variant_name"]

_BY = (("pc", "search", "mobile", "new_energy", "ai"), ("winner", "survivor", "loser", "known", "sourced"))
"""Groups of the second coding that stand side by side; those that nobody expected come in tables of their own."""


def part(value: float | None) -> str:
    """Text of a part of a whole, never rounded to all or nothing; a dash where there is none."""
    return "–" if value is None else percent(value)


def print_census(kg: KnowledgeGraph, found: Census, top: int, lang: Language, *, detail: bool) -> None:
    """Print totals, paradigms, outcomes and tiers; with `detail` also slots, years and firms."""
    total = found.total
    if not total.rows:
        _print([(say("census.no_rows", lang),)])
        return
    counts = {"rows": total.rows, "sourced": total.sourced, "known": total.known, "sources": total.sources}
    fillers = {"named": total.named, "in_house": total.in_house, "open": total.open, "unknown": total.unknown}
    share = part(total.named_share)
    blocks: list[Block] = [
        (say("census.title", lang, **counts), say("census.fillers", lang, share=share, **fillers)),
        (say("census.paradigms", lang), _paradigms(kg, found, lang)),
        (say("census.outcomes", lang), _outcomes(kg, found, lang)),
        (say("census.per_provider", lang), _per_provider(kg, found, lang)),
        (say("census.tiers", lang), _tiers(kg, found, lang)),
    ]
    for one in found.paradigms if detail else ():
        label = plain(kg.paradigm_label(one.paradigm, lang))
        blocks.append((say("census.slots", lang, paradigm=label), _slots(kg, one, lang)))
        if one.years:
            blocks.append((say("census.years", lang, paradigm=label), _years(one, lang)))
    if detail:
        more = _more(len(found.candidates), top, lang)
        blocks.append(
            (say("census.firms", lang, paradigm=_labels(kg, found, lang)), _firms(kg, found, top, lang), more)
        )
    _print(blocks)


def print_variants(kg: KnowledgeGraph, found: Variants, lang: Language) -> None:
    """Print the verdicts of one paradigm, from all rows and from parts of them, below what was printed before."""
    setting = found.setting
    label = plain(kg.paradigm_label(setting.paradigm or "", lang))
    table = _grid(("variant", "dropped", "verdict", "first"), lang, left=(0, 2, 3))
    for one in found.variants:
        firms = say("semicolon", lang).join(_chance(kg, *firm, lang) for firm in one.firms)
        table.add(variant_name(kg, one, lang), f"{one.dropped:,}", _verdict(kg, one, lang), firms or "–")
    title = say("census.verdicts", lang, paradigm=label, date=setting.as_of, draws=setting.draws or 0)
    _print([(title, table, say("census.verdicts_note", lang))], below=True)


def print_research(kg: KnowledgeGraph, found: Research, top: int, lang: Language) -> None:
    """Print the open cells, the one on which most hangs first."""
    label = plain(kg.paradigm_label(found.setting.paradigm or "", lang))
    if not found.stakes:
        _print([(say("census.nothing_missing", lang, paradigm=label),)])
        return
    table = _grid(("firm", "slot", "now", "years", "of_lead"), lang, left=(0, 1, 2, 3))
    for stake in found.stakes[:top]:
        years = f"{stake.first_year}–{stake.last_year}"
        slot = plain(kg.slot_label(stake.slot, lang))
        table.add(_firm(kg, stake.dependent, lang), slot, _said(kg, stake, lang), years, f"{100 * stake.of_lead:.1f}%")
    first, last = found.years[0], found.years[-1]
    title = say("census.missing", lang, paradigm=label, n=len(found.stakes), first=first, last=last)
    _print([(title, table, _more(len(found.stakes), top, lang))])


def print_agreement(found: Sequence[Agreement], lang: Language) -> None:
    """Print alpha per field, over all rows, then per paradigm, outcome and kind of evidence."""
    from ..data.coders import FEW, LISTED

    table = _grid(("field", "n", "alpha", "interval", "plain"), lang)
    for one in found:
        if one.group == "all":
            span = "–" if one.low is None or one.high is None else f"{one.low:.2f} … {one.high:.2f}"
            table.add(say(f"field.{one.field}", lang), str(one.n), _alpha(one), span, part(one.plain))
    blocks: list[Block] = [(say("census.agreement", lang), table, say("census.agreement_listed", lang))]
    groups = list(dict.fromkeys(one.group for one in found if one.group != "all"))
    others = tuple(group for group in groups if not any(group in row for row in _BY))
    title = say("census.agreement_parts", lang)
    for row in (*_BY, others):
        heads = [group for group in row if group in groups]
        if not heads:
            continue
        parts = Grid([say("col.field", lang), *(_group(group, lang) for group in heads)])
        for key in dict.fromkeys(one.field for one in found):
            of = {one.group: one for one in found if one.field == key}
            cells = (
                (part(of[group].plain) if key == LISTED else _alpha(of[group], FEW), of[group].n) for group in heads
            )
            parts.add(say(f"field.{key}", lang), *(f"{text} {f'({n})':>5}" for text, n in cells))
        blocks.append((title, parts))
        title = ""
    notes = ("census.agreement_few", "census.agreement_eras", "census.agreement_scale")
    _print([*blocks, tuple(say(key, lang, few=FEW) for key in notes)])


def variant_name(kg: KnowledgeGraph, one: Variant, lang: Language) -> str:
    """Words for which rows a variant counts."""
    name, _, slot = one.name.partition(":")
    return say(f"variant.{name}", lang, slot=plain(kg.slot_label(slot, lang)))


def _print(blocks: Iterable[Block], *, below: bool = False) -> None:
    """Print texts and tables, a blank line between each two blocks; `below`: one before the first too."""
    out = console()
    for number, block in enumerate(blocks):
        lines = [""] if number or below else []
        for one in block:
            lines += one.lines(out.width) if isinstance(one, Grid) else paragraph(one, out.width) if one else []
        out.print("\n".join(lines), soft_wrap=True)


def _alpha(one: Agreement, few: int = 0) -> str:
    return "–" if one.alpha is None or one.n < few else f"{one.alpha:.2f}"


def _group(group: str, lang: Language) -> str:
    known = any(group in row for row in _BY)
    return say(f"group.{group}", lang) if known else plain(group)


def _chance(kg: KnowledgeGraph, key: str, power: float | None, chance: float, lang: Language) -> str:
    score = "" if power is None else f"{power:.3f}{say('comma', lang)}"
    return f"{_firm(kg, key, lang)} {score}{percent(chance)}"


def _verdict(kg: KnowledgeGraph, one: Variant, lang: Language) -> str:
    if one.verdict is None:
        return "–"
    firm = _firm(kg, one.verdict.firm, lang) if one.verdict.firm else ""
    return say(f"verdict.{one.verdict.word}", lang, firm=firm)


def _said(kg: KnowledgeGraph, stake: Stake, lang: Language) -> str:
    names = (say("col.unknown", lang) if key == "UNKNOWN" else _firm(kg, key, lang) for key in stake.providers)
    return say("list", lang).join(names)


def _firm(kg: KnowledgeGraph, key: str, lang: Language) -> str:
    return plain(kg.name(key, lang))


def _more(n: int, top: int, lang: Language) -> str:
    return say("census.more", lang, n=n - top) if n > top else ""


def _labels(kg: KnowledgeGraph, found: Census, lang: Language) -> str:
    return say("list", lang).join(plain(kg.paradigm_label(one.paradigm, lang)) for one in found.paradigms)


def _grid(keys: Sequence[str], lang: Language, left: Sequence[int] = (0,)) -> Grid:
    return Grid([say(f"col.{key}", lang) for key in keys], left)


def _paradigms(kg: KnowledgeGraph, found: Census, lang: Language) -> Grid:
    heads = ("paradigm", "rows", "found", "named", "named_found", "in_house", "open", "unknown", "documents")
    table = _grid(heads, lang)
    tallies = [(plain(kg.paradigm_label(one.paradigm, lang)), one.total) for one in found.paradigms]
    for label, one in [*tallies, (say("col.total", lang), found.total)]:
        table.add(label, *_tallied(one), f"{one.in_house:,}", f"{one.open:,}", f"{one.unknown:,}", f"{one.sources:,}")
    return table


def _tallied(one: Tally) -> tuple[str, str, str, str]:
    """Rows, their found part, named rows, and their found part."""
    return f"{one.rows:,}", part(one.sourced / one.rows if one.rows else None), f"{one.named:,}", part(one.named_share)


def _outcomes(kg: KnowledgeGraph, found: Census, lang: Language) -> Grid:
    table = _grid(("paradigm", "winners", "survivors", "losers", "gap"), lang)
    for one in found.paradigms:
        shares = [tally.filled_share for tally in one.outcomes.values()]
        gap = "–" if one.gap is None else f"{round(100 * one.gap, 1) + 0.0:+.1f}"
        table.add(plain(kg.paradigm_label(one.paradigm, lang)), *map(part, shares), gap)
    return table


def _per_provider(kg: KnowledgeGraph, found: Census, lang: Language) -> Grid:
    table = _grid(("paradigm", "winners", "survivors", "losers"), lang)
    for one in found.paradigms:
        table.add(plain(kg.paradigm_label(one.paradigm, lang)), *(f"{n:.1f}" for n in one.per_provider.values()))
    return table


def _tiers(kg: KnowledgeGraph, found: Census, lang: Language) -> Grid:
    table = Grid([say("col.paradigm", lang), *(say("col.tier", lang, tier=tier) for tier in range(1, 6))])
    for one in found.paradigms:
        table.add(plain(kg.paradigm_label(one.paradigm, lang)), *(f"{count:,}" for count in one.total.tiers))
    table.add(say("col.total", lang), *(f"{count:,}" for count in found.total.tiers))
    return table


def _slots(kg: KnowledgeGraph, one: ParadigmBalance, lang: Language) -> Grid:
    table = _grid(("slot", "needed", "answered", "answered_sourced", "rows", "found", "unknown"), lang)
    for slot in one.slots:
        counts = (slot.needed, slot.answered, slot.answered_sourced, slot.rows.rows)
        found = part(slot.rows.sourced / slot.rows.rows if slot.rows.rows else None)
        table.add(plain(kg.slot_label(slot.slot, lang)), *map(str, counts), found, str(slot.rows.unknown))
    return table


def _years(one: ParadigmBalance, lang: Language) -> Grid:
    table = _grid(("year", "rows", "found", "named", "named_found", "in_house", "unknown"), lang)
    for year, tally in one.years.items():
        table.add(str(year), *_tallied(tally), f"{tally.in_house:,}", f"{tally.unknown:,}")
    return table


def _firms(kg: KnowledgeGraph, found: Census, top: int, lang: Language) -> Grid:
    table = _grid(("firm", "outcome", "rows", "found", "unknown", "provides", "reaches"), lang, left=(0, 1))
    for one in found.candidates[:top]:
        needs = one.as_dependent
        table.add(
            _firm(kg, one.firm, lang),
            say(f"outcome.{one.outcome}", lang) if one.outcome else "–",
            str(needs.rows),
            part(needs.sourced / needs.rows if needs.rows else None),
            str(needs.unknown),
            str(one.provides),
            str(one.reaches),
        )
    return table
