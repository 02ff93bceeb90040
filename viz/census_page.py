"""The census as a page: what of it was found, and for whom; one file without script that asks nothing of anybody."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from ..graph.census.balance import OUTCOMES
from ..graph.page import plain
from .census_words import say
from .template import template
from .verdicts import percent

if TYPE_CHECKING:
    from ..graph.census import Candidate, Census, ParadigmBalance, Tally, Variant, Variants
    from ..ontology.language import Language

__all__ = ["EVEN", "Names", "census_page"]

EVEN: Final = 0.1
"""A gap between the found parts of winners and losers counts as even up to here."""
_BAR: Final = 160
"""Width of a bar in its own units."""
_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_ROOM: Final = Path(__file__).parent


class Names(Protocol):
    """Who knows the names of firms, paradigms and slots: a knowledge graph."""

    def name(self, firm: str, lang: Language = "en") -> str:
        """Name of a firm."""
        ...

    def paradigm_label(self, paradigm: str, lang: Language = "en") -> str:
        """Name of a paradigm."""
        ...

    def slot_label(self, slot: str | None, lang: Language = "en") -> str:
        """Name of a slot."""
        ...


@dataclass(frozen=True)
class _Cell:
    """Text of a cell, or a bar; numbers stand to the right."""

    text: str = ""
    numeric: bool = True
    faint: str = ""
    bar: _Bar | None = None


@dataclass(frozen=True)
class _Bar:
    """Three parts of a bar as widths, and what they say."""

    title: str
    found: float
    known: float
    unknown: float


@dataclass(frozen=True)
class _Table:
    """A table: heads, whether they stand over numbers, rows (the first cell of each names it), and a last row."""

    name: str
    heads: Sequence[tuple[str, bool]]
    rows: Sequence[Sequence[_Cell]]
    total: Sequence[_Cell] = ()


@dataclass(frozen=True)
class _Line:
    """A line of a chart: its runs of points, where and what its label is."""

    kind: str
    runs: Sequence[str]
    label: str = ""
    x: float = 0.0
    y: float = 0.0


@dataclass(frozen=True)
class _Chart:
    """A small chart of parts of a whole by year."""

    title: str
    lines: Sequence[_Line]
    years: Sequence[tuple[float, str]]
    levels: Sequence[tuple[float, str]]
    width: float = 460.0
    height: float = 170.0
    left: float = 38.0
    right: float = 330.0
    bottom: float = 146.0


@dataclass(frozen=True)
class _Paradigm:
    """What the page says of one paradigm alone."""

    id: str
    name: str
    facts: Sequence[str]
    chart: _Chart | None
    slots: _Table
    years: _Table
    firms: _Table
    firm_count: str
    verdicts: _Table | None = None
    verdict_head: str = ""
    verdict_note: str = ""


@dataclass(frozen=True)
class _Words:
    """Words, names and numbers in the language of the page."""

    names: Names
    lang: Language

    def say(self, key: str, **values: object) -> str:
        """Words of the page."""
        return say(key, self.lang, **values)

    def firm(self, key: str) -> str:
        """Name of a firm; marks that would reorder the text are shown as codes."""
        return plain(self.names.name(key, self.lang))

    def paradigm(self, key: str) -> str:
        """Name of a paradigm."""
        return plain(self.names.paradigm_label(key, self.lang))

    def slot(self, key: str) -> str:
        """Name of a slot."""
        return plain(self.names.slot_label(key, self.lang))

    def points(self, gap: float) -> str:
        """A gap in points, with a true minus sign; to a tenth, as the parts beside it are rounded themselves."""
        number = round(100 * gap, 1)
        return self.say("points", n=f"{number:+.1f}".replace("-", "\N{MINUS SIGN}") if number else "0.0")

    def date(self, text: str) -> str:
        """A date as the language writes it; a year alone stays one."""
        parts = [int(part) for part in text.split("-")] if re.fullmatch(r"\d{4}(-\d\d){0,2}", text) else []
        if len(parts) < 2 or not 1 <= parts[1] <= len(_MONTHS):
            return text + ("年" if self.lang == "zh" and parts else "")
        year, month, *day = parts
        if self.lang == "zh":
            return f"{year}年{month}月" + "".join(f"{number}日" for number in day)
        return " ".join([*map(str, day), _MONTHS[month - 1], str(year)])


def census_page(kg: Names, counted: Census, compared: Sequence[Variants], lang: Language) -> str:
    """Write the balance of the census as one HTML document.

    Parameters
    ----------
    kg : Names
        The knowledge graph, for names.
    counted : Census
        What was counted.
    compared : sequence of Variants
        Verdicts from part of the rows, in any order; none: the page leaves them out.
    lang : {"en", "zh"}
        Language of the page.
    """
    from markupsafe import Markup

    from .document import policy

    words = _Words(kg, lang)
    # No byte of it comes from data.
    style = "".join(_file(path) for path in ("static/colors.css", "templates/census.css"))
    variants = {one.setting.paradigm: one for one in compared}
    return template("census.html.j2").render(
        lang={"en": "en", "zh": "zh-Hans"}[lang],
        word=words.say,
        policy=policy([], [style]),
        style=Markup(style),  # noqa: S704 - see above
        setting=words.say("setting", claims=plain(counted.of.claims or "–"), date=words.date(counted.of.as_of)),
        headline=list(_headline(counted, words)),
        summaries=list(_summaries(counted, words)) if counted.total.rows else [],
        paradigms=[
            _paradigm(one, counted, variants.get(one.paradigm), words)
            for one in counted.paradigms
            if counted.total.rows
        ],
        compared=bool(compared),
        bar=_BAR,
    )


def _file(name: str) -> str:
    return (_ROOM / name).read_text(encoding="utf-8")


def _headline(counted: Census, words: _Words) -> Iterator[tuple[str, str, str]]:
    """Number, what it counts, and what it is a part of."""
    total = counted.total

    def part(number: int) -> str:
        return words.say("part.note", share=_share(number, total.rows))

    yield f"{total.rows:,}", words.say("rows"), words.say("rows.note")
    yield f"{total.sourced:,}", words.say("found"), part(total.sourced)
    note = words.say("named_found.note", found=f"{total.named_sourced:,}", n=f"{total.named:,}")
    yield _share(total.named_sourced, total.named), words.say("named_found"), note
    yield f"{total.in_house:,}", words.say("in_house"), part(total.in_house)
    yield f"{total.unknown:,}", words.say("unknown"), part(total.unknown)
    yield f"{total.sources:,}", words.say("sources"), words.say("sources.note")
    # A firm on the lists of two paradigms is one firm.
    firms = {one.firm for one in counted.candidates if one.in_rule}
    yield f"{len(firms):,}", words.say("listed"), words.say("listed.note", n=f"{counted.of.n:,}")


def _summaries(counted: Census, words: _Words) -> Iterator[tuple[str, str, _Table]]:
    """Sections over all paradigms: key, note, table."""
    named = [(words.paradigm(one.paradigm), one.total) for one in counted.paradigms]
    tallies = [*named, (words.say("total"), counted.total)]
    of_all = ["paradigm", "parts", "rows", "found", "named", "named_found", "in_house", "open", "unknown", "sources"]
    overall = [_overall(label, tally, words) for label, tally in tallies]
    yield "paradigms", "", _table("paradigms", of_all, overall[:-1], words, overall[-1])
    outcomes = [_outcomes(one, words) for one in counted.paradigms]
    columns = ["paradigm", *OUTCOMES, "gap", "balance"]
    yield "outcomes", words.say("outcomes.note"), _table("outcomes", columns, outcomes, words)
    means = [
        [_name(words.paradigm(one.paradigm)), *(_Cell(f"{one.per_provider[key]:,.1f}") for key in OUTCOMES)]
        for one in counted.paradigms
    ]
    yield "per_provider", words.say("per_provider.note"), _table("per_provider", columns[:4], means, words)
    tiers = [words.say("tier", tier=tier) for tier in range(1, 6)]
    counts = [[_name(label), *_counts(*tally.tiers, tally.provider_worded)] for label, tally in tallies]
    yield "tiers", words.say("tiers.note"), _counted("tiers", [*tiers, words.say("pws")], counts, words)
    heads = [words.say(key) for key in ("shares", "measured", "dated")]
    counts = [[_name(label), *_counts(tally.shares, tally.measured, tally.dated)] for label, tally in tallies]
    yield "fields", words.say("fields.note"), _counted("fields", heads, counts, words)


def _overall(label: str, one: Tally, words: _Words) -> list[_Cell]:
    return [
        _name(label),
        _Cell(bar=_bar(one, words)),
        *_counts(one.rows),
        _Cell(_share(one.sourced, one.rows)),
        *_counts(one.named),
        _Cell(_share(one.named_sourced, one.named)),
        *_counts(one.in_house, one.open, one.unknown, one.sources),
    ]


def _outcomes(one: ParadigmBalance, words: _Words) -> list[_Cell]:
    cells = [_name(words.paradigm(one.paradigm))]
    for key in OUTCOMES:
        tally = one.outcomes[key]
        cells.append(_Cell(_share(tally.filled_sourced, tally.filled), faint=f"{tally.filled:,}"))
    if one.gap is None:
        return [*cells, _Cell("–"), _Cell("–", numeric=False)]
    # Rounded as it is shown, so that the word fits the number.
    even = abs(round(one.gap, 3)) <= EVEN
    word = words.say("even" if even else "for_winners" if one.gap > 0 else "for_losers")
    return [*cells, _Cell(words.points(one.gap)), _Cell(word, numeric=False)]


def _paradigm(one: ParadigmBalance, counted: Census, compared: Variants | None, words: _Words) -> _Paradigm:
    firms = [firm for firm in counted.candidates if firm.paradigm == one.paradigm]
    facts = [words.say("dependents", n=f"{one.dependents:,}")]
    if one.coded_from and one.coded_to:
        dates = {"first": words.date(one.coded_from), "last": words.date(one.coded_to)}
        facts.append(words.say("coded", **dates))
    label = words.paradigm(one.paradigm)
    table, head, note = _verdicts(compared, label, words) if compared else (None, "", "")
    return _Paradigm(
        one.paradigm,
        label,
        facts,
        _chart(one, words),
        _slots(one, words),
        _years(one, words),
        _firms(firms, words),
        f"{len(firms):,}",
        table,
        head,
        note,
    )


def _slots(one: ParadigmBalance, words: _Words) -> _Table:
    keys = ("slot", "parts", "rows", "found", "unknown", "needed", "answered", "answered_sourced")
    rows = [
        [
            _name(words.slot(slot.slot)),
            _Cell(bar=_bar(slot.rows, words)),
            *_counts(slot.rows.rows),
            _Cell(_share(slot.rows.sourced, slot.rows.rows)),
            *_counts(slot.rows.unknown, slot.needed, slot.answered, slot.answered_sourced),
        ]
        for slot in one.slots
    ]
    return _table("slots", keys, rows, words)


def _years(one: ParadigmBalance, words: _Words) -> _Table:
    keys = ("year", "rows", "found", "named", "named_found", "in_house", "unknown")
    rows = [
        [
            _name(str(year)),
            *_counts(tally.rows),
            _Cell(_share(tally.sourced, tally.rows)),
            *_counts(tally.named),
            _Cell(_share(tally.named_sourced, tally.named)),
            *_counts(tally.in_house, tally.unknown),
        ]
        for year, tally in one.years.items()
    ]
    return _table("years.table", keys, rows, words)


def _firms(firms: Iterable[Candidate], words: _Words) -> _Table:
    keys = ("firm", "outcome", "needs", "found", "unknown", "provides", "found", "reaches")
    rows = [
        [
            _name(words.firm(one.firm) + ("" if one.in_rule else " *")),
            _Cell(words.say(f"outcome.{one.outcome}") if one.outcome else "–", numeric=False),
            *_counts(one.as_dependent.rows),
            _Cell(_share(one.as_dependent.sourced, one.as_dependent.rows)),
            *_counts(one.as_dependent.unknown, one.provides),
            _Cell(_share(one.provides_sourced, one.provides)),
            *_counts(one.reaches),
        ]
        for one in firms
    ]
    return _table("firms", keys, rows, words, n=f"{len(rows):,}")


def _verdicts(compared: Variants, label: str, words: _Words) -> tuple[_Table, str, str]:
    setting = compared.setting
    heads = [(words.say(f"col.{key}"), key == "dropped") for key in ("variant", "dropped", "verdict", "first")]
    head = words.say("verdicts.of", paradigm=label, date=words.date(setting.as_of))
    note = words.say("verdicts.draws", draws=f"{setting.draws or 0:,}", seed=setting.seed or 0)
    return _Table(head, heads, [_variant(one, words) for one in compared.variants]), head, note


def _variant(one: Variant, words: _Words) -> list[_Cell]:
    name, _, slot = one.name.partition(":")
    verdict = "–"
    if one.verdict:
        firm = words.firm(one.verdict.firm) if one.verdict.firm else ""
        verdict = words.say(f"verdict.{one.verdict.word}", firm=firm)
    firms = words.say("semicolon").join(
        words.say("firm.chance", firm=words.firm(key), chance=percent(chance))
        if power is None
        else words.say("firm.scored", firm=words.firm(key), power=f"{power:.3f}", chance=percent(chance))
        for key, power, chance in one.firms
    )
    return [
        _name(words.say(f"variant.{name}", slot=words.slot(slot) if slot else "")),
        *_counts(one.dropped),
        _Cell(verdict, numeric=False),
        _Cell(firms or "–", numeric=False),
    ]


def _chart(one: ParadigmBalance, words: _Words) -> _Chart | None:
    """Found part by year; none where fewer than two years were coded."""
    years = sorted(one.years)
    if len(years) < 2:
        return None
    frame = _Chart(words.say("years"), (), (), ())
    low, high, top = years[0], years[-1], 14.0

    def x(year: int) -> float:
        return round(frame.left + (frame.right - frame.left) * (year - low) / (high - low), 1)

    def y(part: float) -> float:
        return round(frame.bottom - (frame.bottom - top) * part, 1)

    lines = []
    for kind in ("named", "all"):
        parts = {year: _found(one.years[year], kind) for year in years}
        runs = [" ".join(f"{x(year)},{y(part)}" for year, part in run) for run in _runs(parts)]
        last = [(year, part) for year, part in parts.items() if part is not None]
        if last:
            year, part = last[-1]
            label = f"{words.say(f'years.{kind}')} {percent(part)}"
            lines.append(_Line(kind, runs, label, x(year) + 8, y(part)))
    if len(lines) == 2 and abs(lines[0].y - lines[1].y) < 14:
        middle = (lines[0].y + lines[1].y) / 2
        up, down = (0, 1) if lines[0].y <= lines[1].y else (1, 0)
        for place, shift in ((up, -7), (down, 7)):
            line = lines[place]
            lines[place] = _Line(line.kind, line.runs, line.label, line.x, middle + shift)
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100) if (high - low) / step <= 6)
    marks = [(x(year), str(year)) for year in range(low, high + 1) if year % step == 0]
    return _Chart(words.say("years"), lines, marks, [(y(part), f"{part:.0%}") for part in (0.0, 0.5, 1.0)])


def _found(one: Tally, kind: str) -> float | None:
    if kind == "named":
        return one.named_share
    return one.sourced / one.rows if one.rows else None


def _runs(parts: dict[int, float | None]) -> Iterator[list[tuple[int, float]]]:
    """Years in a row that have a part."""
    run: list[tuple[int, float]] = []
    for year, part in parts.items():
        if part is not None:
            run.append((year, part))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _bar(one: Tally, words: _Words) -> _Bar | None:
    if not one.rows:
        return None
    unknown = one.unknown - (one.sourced - one.filled_sourced)
    known = one.rows - one.sourced - unknown
    parts = {"found": one.sourced, "known": known, "unknown": unknown}
    title = words.say("bar", **{key: _share(count, one.rows) for key, count in parts.items()})
    return _Bar(title, **{key: round(_BAR * count / one.rows, 2) for key, count in parts.items()})


def _table(
    key: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[_Cell]],
    words: _Words,
    total: Sequence[_Cell] = (),
    **values: object,
) -> _Table:
    heads = [words.say(f"col.{column}") for column in columns]
    numeric = [cell.numeric and cell.bar is None for cell in rows[0]] if rows else [False] * len(heads)
    return _Table(words.say(key, **values), list(zip(heads, numeric, strict=True)), rows, total)


def _counted(key: str, heads: Sequence[str], rows: Sequence[Sequence[_Cell]], words: _Words) -> _Table:
    """Counts by paradigm, the last row of them all."""
    first = (words.say("col.paradigm"), False)
    return _Table(words.say(key), [first, *((head, True) for head in heads)], rows[:-1], rows[-1])


def _name(text: str) -> _Cell:
    return _Cell(text, numeric=False)


def _counts(*numbers: int) -> list[_Cell]:
    return [_Cell(f"{number:,}") for number in numbers]


def _share(part: int, whole: int) -> str:
    return percent(part / whole) if whole else "–"
