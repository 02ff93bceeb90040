"""What a scenario implies for the gap between two countries' premiums, and what would close it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from ..ontology.language import Language
from .blocks import Block, Column, Heading, Paragraph, Table, table
from .scenario_wording import country, fixed, name_of, say, signed, span

__all__ = ["gap_verdict", "worth_blocks"]

Document = Mapping[str, Any]
_LEVERS: Final = ("slope", "multiple", "revocability", "share")
_NAMED: Final = 8
_ANY_SLOPE: Final = ("no_lever", "no_gap", "power_unmoved")
"""Reasons that hold whatever b is."""


def _main(document: Document) -> Document | None:
    found = document["convergence"]
    if isinstance(found, Mapping):
        return None
    return next((row for row in found if row["cohorts"] == document["about_cohorts"]), None)


def gap_verdict(document: Document, lang: Language) -> list[str]:
    """The implied change of the gap in a sentence, its interval and whether that includes none."""
    main = _main(document)
    if main is None:
        return [say("refused", lang, reason=document["convergence"][lang])]
    a, b = (country(code, lang) for code in main["countries"])
    interval = span(main["low"], main["high"], lang)
    terms = {"change": signed(main["change"]), "gap": signed(main["gap"], 3), "interval": interval}
    return [say(f"reading.{main['reading']}", lang, a=a, b=b, **terms)]


def worth_blocks(document: Document, lang: Language) -> list[Block]:
    """Convergence and the inverse questions; or why there are none."""
    heading = Heading(say("gap.title", lang), 3)
    main = _main(document)
    if main is None:
        return [heading, *(Paragraph(text) for text in gap_verdict(document, lang))]
    blocks: list[Block] = [heading, _gaps(document, main, lang), *_slope(document, main, lang)]
    blocks += [Heading(say("inverse.title", lang), 3), _inverse(document, main, lang)]
    return blocks


def _gaps(document: Document, main: Document, lang: Language) -> Table:
    a, b = main["countries"]
    rows = [
        (
            say("cohorts.with" if row["cohorts"] else "cohorts.without", lang),
            signed(row["gap"], 3),
            signed(row["change"]),
            span(row["low"], row["high"], lang),
            "–" if row["share_of_gap"] is None else f"{signed(100 * row['share_of_gap'], 1)} %",
        )
        for row in document["convergence"]
    ]
    columns = (
        Column(say("col.cohorts", lang)),
        *(Column(say(f"col.{key}", lang), numeric=True) for key in ("gap", "implied", "interval", "part")),
    )
    terms = {
        "a": country(a, lang),
        "b": country(b, lang),
        "na": main["n"][a],
        "nb": main["n"][b],
        "date": document["as_of"],
    }
    title = say("gap.table", lang, paradigm=document["paradigm_name"][lang], **terms)
    return table(title, columns, rows)


def _slope(document: Document, main: Document, lang: Language) -> list[Block]:
    slope = document["slope"]
    interval = span(slope["low"], slope["high"], lang, 3)
    terms = {"b": signed(slope["value"], 3), "interval": interval, "n": slope["n"], "offset": f"{slope['offset']:.2g}"}
    gap = "" if lang == "zh" else " "
    text = say("gap.b", lang, **terms)
    if slope["includes_none"]:
        text += gap + say("gap.b_none", lang)
    blocks: list[Block] = [Paragraph(text), Paragraph(say("gap.average", lang), "note")]
    moved = [name_of(key, document, lang) for key in main["moved"]]
    if moved:
        more = f" +{len(moved) - _NAMED}" if len(moved) > _NAMED else ""
        firms = say("list", lang).join(moved[:_NAMED]) + more
        blocks.append(Paragraph(say("gap.moved", lang, firms=firms), "note"))
    reasons = [say("gap.reason", lang, n=row["n"], reason=row[lang]) for row in main["left_out"].values()]
    if reasons:
        blocks.append(Paragraph(say("gap.left_out", lang, reasons=say("list", lang).join(reasons)), "note"))
    return blocks


def _inverse(document: Document, main: Document, lang: Language) -> Table:
    """One row per lever and b; why something is not reachable stands below, once."""
    found: dict[tuple[str, str | None], list[Document]] = {}
    for answer in document["inverse"]:
        found.setdefault((answer["lever"], answer["at"]), []).append(answer)
    targets = [answer["target"] for answer in next(iter(found.values()), [])]
    rows: list[tuple[str, ...]] = []
    notes: list[str] = []
    whys: dict[tuple[str, str | None], list[tuple[str, str]]] = {}
    for (lever, at), answers in sorted(found.items(), key=lambda item: (_LEVERS.index(item[0][0]), item[0][1] or "")):
        label = say(f"lever.{lever}", lang, country=country(main["countries"][1], lang))
        reasons = {row["reason"]["code"]: row["reason"][lang] for row in answers if row["reason"]}
        if "no_lever" not in reasons:
            values = ["–" if row["value"] is None else f"{row['value']:.3g}" for row in answers]
            rows.append((label, say(f"at.{at}", lang) if at else "", *values))
        notes += _ceilings(label, at, answers, lang)
        for code in sorted(set(reasons) - {"beyond_ceiling"}):
            place = (code, None if code in _ANY_SLOPE else at)
            whys.setdefault(place, []).append((label, reasons[code]))
    for (_, slope), labels in whys.items():
        when = say("inverse.at", lang, at=say(f"at.{slope}", lang)) if slope else ""
        levers = say("list", lang).join(dict.fromkeys(label for label, _ in labels))
        notes.append(say("inverse.reason", lang, levers=levers, at=when, reason=labels[0][1]))
    columns = (
        Column(say("col.lever", lang)),
        Column(say("col.at", lang)),
        *(Column(f"{100 * target:g} %", numeric=True) for target in targets),
    )
    cohorts = say("with" if main["cohorts"] else "without", lang)
    return table(say("inverse.table", lang, cohorts=cohorts), columns, rows, *dict.fromkeys(notes))


def _ceilings(label: str, at: str | None, answers: list[Document], lang: Language) -> list[str]:
    """How far a lever goes that does not go far enough."""
    found = []
    for row in answers:
        if row["reason"] and row["reason"]["code"] == "beyond_ceiling":
            ceiling, where = f"{fixed(100 * row['ceiling'], 1)} %", f"{row['ceiling_at']:.3g}"
            terms = {"at": say(f"at.{at}", lang), "ceiling": ceiling, "where": where}
            found.append(say("inverse.ceiling", lang, lever=label, reason=row["reason"][lang], **terms))
    return found
