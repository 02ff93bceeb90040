"""The findings of a scenario in words, tables and figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from ..ontology.language import Language
from .blocks import Block, Column, Figure, Heading, Paragraph, Table, table
from .scenario_operations import operation_text
from .scenario_wording import fixed, name_of, say, signed, span
from .scenario_worth import gap_verdict, worth_blocks

__all__ = ["scenario_blocks"]

Document = Mapping[str, Any]
_FIRMS: Final = 10
_FACETS: Final = ("reach", "lockin")
_PATH_FIRMS: Final = 3
_SHORT: Final = 12
"""Longest id of a tie that a path shows."""


def scenario_blocks(document: Document, lang: Language) -> list[Block]:
    """Blocks of a scenario's findings.

    Parameters
    ----------
    document : mapping
        What :meth:`definer.graph.scenario.ScenarioResult.to_dict` gives, or a saved result read again.
    """
    blocks: list[Block] = [Heading(document["title"][lang])]
    blocks += [Paragraph(text, "verdict") for text in _verdicts(document, lang)]
    blocks += _input(document, lang)
    main = _main(document)
    if not document["unmoved"]:
        blocks += [_ranks(document, main, lang), _facets(main, lang), _firsts(document, lang)]
        blocks += _paths(document, lang)
    if document["definitions"]:
        blocks.append(_definitions(document["definitions"], lang))
    if not document["unmoved"]:
        blocks += worth_blocks(document, lang)
    blocks.append(Paragraph(_made(document, lang), "note"))
    return blocks


def _main(document: Document) -> Document:
    """The difference that the scenario is about."""
    found: Sequence[Document] = document["differences"]
    return next(row for row in found if row["cohorts"] == document["about_cohorts"])


def _verdicts(document: Document, lang: Language) -> list[str]:
    if document["unmoved"]:
        if document["definitions"]:
            return [_count_verdict(document["definitions"], lang)]
        codes = {row["code"] for row in document["warnings"]}
        why = say(f"why.{'no_power' if 'no_power' in codes else 'no_effect'}", lang)
        return [say("verdict.nothing", lang, why=why)]
    rows = _changed(_main(document))
    top = rows[0]
    power = top["power"]
    text = say(
        "verdict.mover",
        lang,
        firm=top["name"][lang],
        before=fixed(power["before"]),
        after=fixed(power["after"]),
        change=signed(power["change"]),
        interval=span(power["low"], power["high"], lang),
        reach=signed(top["reach"]["change"]),
        lockin=signed(top["lockin"]["change"]),
    )
    found = [text, *_gainer(rows, lang), *gap_verdict(document, lang)]
    if document["definitions"]:
        found.append(_count_verdict(document["definitions"], lang))
    return found


def _gainer(rows: Sequence[Document], lang: Language) -> list[str]:
    """Who gains most, where that is not the one whose power changes most: adopted, or in control."""
    gains = [row for row in rows if row["power"]["change"] > 0]
    if not gains or gains[0] is rows[0]:
        return []
    terms = {facet: signed(gains[0][facet]["change"]) for facet in _FACETS}
    return [say("verdict.gainer", lang, firm=gains[0]["name"][lang], **terms)]


def _count_verdict(definitions: Document, lang: Language) -> str:
    changes = [
        say(
            "verdict.count",
            lang,
            country=row["country"],
            before=f"{row['before']:g}",
            after=f"{row['after']:g}",
            rule=_rule(row, lang),
        )
        for row in definitions["rows"]
        if row["before"] != row["after"]
    ]
    if not changes:
        return say("verdict.nothing", lang, why=say("why.no_effect", lang))
    return say("verdict.definitions", lang, changes=say("list", lang).join(changes))


def _rule(row: Document, lang: Language) -> str:
    rule, holdings = say(f"rule.{row['rule']}", lang), say(f"holdings.{row['holdings']}", lang)
    return say("rule.pair", lang, rule=rule, holdings=holdings)


def _input(document: Document, lang: Language) -> list[Block]:
    status = document["status"]
    parts = [say("status.verified" if status["verified"] else "status.unverified", lang)]
    if status["source"]:
        parts.append(say("status.source", lang, source=_source(status["source"], lang)))
    if status["because"]:
        parts.append(status["because"][lang])
    gap = "" if lang == "zh" else " "
    blocks: list[Block] = [Paragraph(gap.join(parts), "note")]
    if document["note"]:
        blocks.append(Paragraph(document["note"][lang], "note"))
    rows = []
    for number, operation in enumerate(document["operations"], start=1):
        text = operation_text(operation["stated"], document, lang)
        warning = operation["warning"]
        movers = [f"{name_of(row['id'], document, lang)} {signed(row['change'])}" for row in operation["movers"][:1]]
        most = say(f"warning.{warning}", lang) if warning else "".join(movers)
        if operation["holdings"]:
            most = say("warning.control", lang)
        rows.append((number, text, len(operation["ties"]), most))
    columns = (
        Column(say("col.number", lang), numeric=True),
        Column(say("col.operation", lang), wide=True),
        Column(say("col.ties", lang), numeric=True),
        Column(say("col.most", lang)),
    )
    return [*blocks, table(say("operations.title", lang), columns, rows)]


def _source(text: str, lang: Language) -> str:
    return say("status.essay", lang) if text == "essay" else text


def _changed(difference: Document) -> list[Document]:
    rows: list[Document] = [row for row in difference["firms"] if row["power"]["change"] or _moved(row)]
    return sorted(rows, key=lambda row: (-abs(row["power"]["change"]), row["id"]))


def _moved(row: Document) -> bool:
    return bool(row["rank"]["before"] != row["rank"]["after"])


def _outside(part: Document) -> bool:
    """Whether a change lies outside its interval, as far as four digits tell."""
    if part["low"] is None:
        return False
    low, change, high = (round(part[key], 4) for key in ("low", "change", "high"))
    return not low <= change <= high


def _cohorts(cohorts: bool, lang: Language) -> str:
    return say("with" if cohorts else "without", lang)


def _ranks(document: Document, main: Document, lang: Language) -> Figure:
    """Ranks and powers of those who change most; as a figure, their intervals."""
    changed = _changed(main)
    shown = changed[:_FIRMS]
    rows = []
    for row in shown:
        power, rank = row["power"], row["rank"]
        places = f"{rank['before'] or '–'}→{rank['after'] or '–'}" if row["company"] else say("group", lang)
        values = (fixed(power["before"]), fixed(power["after"]), signed(power["change"]))
        rows.append((row["name"][lang], places, *values, span(power["low"], power["high"], lang)))
    columns = (
        Column(say("col.firm", lang)),
        *(Column(say(f"col.{key}", lang), numeric=True) for key in ("rank", "before", "after", "change", "interval")),
    )
    notes = [say("ranks.cut", lang, n=len(changed) - len(shown))] if len(changed) > len(shown) else []
    notes.append(say("ranks.unchanged", lang, n=main["unchanged"]))
    notes.append(say("ranks.interval", lang, draws=main["draws"]) if main["draws"] else say("ranks.no_draws", lang))
    if any(_outside(row[facet]) for row in shown for facet in ("power", *_FACETS)):
        notes.append(say("ranks.outside", lang))
    terms = {"cohorts": _cohorts(main["cohorts"], lang), "n": main["n"]["after"], "date": document["as_of"]}
    items = [
        {
            "label": row["name"][lang],
            "low": row["power"]["low"],
            "mid": row["power"]["median"] if main["draws"] else row["power"]["change"],
            "high": row["power"]["high"],
        }
        for row in shown
    ]
    title = say("figure.title", lang, cohorts=terms["cohorts"])
    data = {"unit": say("unit", lang), "zero": 0.0, "items": items}
    return Figure(title, "intervals", data, table(say("ranks.title", lang, **terms), columns, rows, *notes))


def _facets(main: Document, lang: Language) -> Table:
    """Reach and lock-in of the same firms, each with its own interval."""
    rows = []
    for row in _changed(main)[:_FIRMS]:
        for facet in _FACETS:
            part = row[facet]
            name = row["name"][lang] if facet == _FACETS[0] else ""
            values = (fixed(part["before"]), fixed(part["after"]), signed(part["change"]))
            rows.append((name, say(f"facet.{facet}", lang), *values, span(part["low"], part["high"], lang)))
    columns = (
        Column(say("col.firm", lang)),
        Column(say("col.facet", lang)),
        *(Column(say(f"col.{key}", lang), numeric=True) for key in ("before", "after", "change", "interval")),
    )
    return table(say("facets.title", lang, cohorts=_cohorts(main["cohorts"], lang)), columns, rows)


def _firsts(document: Document, lang: Language) -> Table:
    """First firm and P(rank 1), with cohorts and without."""
    rows = []
    for found in document["differences"]:
        cells = []
        for side in ("before", "after"):
            firsts = [row for row in found["firms"] if row["rank"][side] == 1]
            name = say("list", lang).join(row["name"][lang] for row in firsts) or say("first.none", lang)
            chance = firsts[0]["p_rank1"] if firsts else None
            cells += [name, fixed(chance[side], 2) if chance else "–"]
        key = "cohorts.with" if found["cohorts"] else "cohorts.without"
        rows.append((say(key, lang), found["n"]["after"], *cells))
    columns = [Column(say("col.cohorts", lang)), Column(say("col.n", lang), numeric=True)]
    for side in ("before", "after"):
        columns += [Column(say(f"col.{side}", lang)), Column(say("col.p", lang), numeric=True)]
    return table(say("first.title", lang), columns, rows)


def _paths(document: Document, lang: Language) -> list[Block]:
    rows: list[tuple[str, ...]] = []
    for path in document["paths"][:_PATH_FIRMS]:
        label = name_of(path["firm"], document, lang)
        for part in path["parts"]:
            chain = [name_of(key, document, lang) for key in part["chain"]]
            place = say(
                "path.needs",
                lang,
                dependent=name_of(part["dependent"], document, lang),
                slot=name_of(part["slot"], document, lang),
            )
            route = f"{place} ({' → '.join(chain)})" if len(chain) > 2 else place
            ids = [key for key in part["ties"] if len(key) <= _SHORT][:2]
            text = f"{route} · {say('path.' + part['kind'], lang)}" + (f" [{' '.join(ids)}]" if ids else "")
            rows.append((label, say(f"facet.{part['facet']}", lang), text, signed(part["change"])))
            label = ""
        rest = path["rest"]
        if abs(rest) > 5e-5:
            rows.append(("", "", say("path.rest", lang), signed(rest)))
    if not rows:
        return []
    columns = (
        Column(say("col.firm", lang)),
        Column(say("col.facet", lang)),
        Column(say("col.path", lang), wide=True),
        Column(say("col.change", lang), numeric=True),
    )
    return [table(say("paths.title", lang), columns, rows)]


def _definitions(definitions: Document, lang: Language) -> Table:
    rows = [
        (
            say(f"rule.{row['rule']}", lang),
            say(f"holdings.{row['holdings']}", lang),
            row["country"],
            f"{row['before']:g}",
            f"{row['after']:g}",
        )
        for row in definitions["rows"]
        if row["before"] != row["after"] or row["after"] >= 0.5
    ]
    columns = (
        *(Column(say(f"col.{key}", lang)) for key in ("rule", "holdings", "country")),
        *(Column(say(f"col.{key}", lang), numeric=True) for key in ("before", "after")),
    )
    return table(say("definitions.title", lang, date=definitions["as_of"]), columns, rows)


def _made(document: Document, lang: Language) -> str:
    scenario = document["scenario"]
    return say(
        "made",
        lang,
        file=scenario["file"],
        hash=scenario["sha256"],
        claims=document["claims"] or "–",
        spec=document["spec"],
        draws=document["draws"],
        seed="–" if document["seed"] is None else document["seed"],
    )
