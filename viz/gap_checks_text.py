"""The checks of the gap as blocks: placebo industries, third countries, new energy, capital, who is left out."""

from __future__ import annotations

from ..ontology.language import Language
from .blocks import Block, Column, Heading, Paragraph, table
from .gap_numbers import (
    Document,
    dollars,
    interval_figure,
    interval_heads,
    interval_row,
    percent,
    reason,
    spread,
)
from .gap_words import say
from .numbers import change

__all__ = ["capital_blocks", "left_out_blocks", "placebo_blocks", "reverse_blocks"]

_KINDS = ("control", "paradigm", "mixed")


def placebo_blocks(document: Document, lang: Language) -> list[Block]:
    """The placebo industries, and both countries against third ones."""
    placebo = document["placebo"]
    blocks: list[Block] = [Heading(say("placebo.title", lang), 3)]
    if "refused" in placebo:
        blocks.append(Paragraph(say("placebo.refused", lang, reason=reason(placebo, lang))))
    else:
        blocks += [_combined(document, lang), _industries(document, lang)]
    if document["elsewhere"]:
        rows = [
            interval_row(say("against", lang, code=part["country"], n_a=part["n"][0], n_b=part["n"][1]), part["gap"])
            for part in document["elsewhere"]
        ]
        blocks.append(table(say("elsewhere.table", lang), interval_heads(lang, "col.country"), rows))
    return blocks


def _combined(document: Document, lang: Language) -> Block:
    placebo = document["placebo"]
    rows = [("premium", document["identity"]["terms"]["premium"]), ("control", placebo["control"]["gap"])]
    rows += [
        (name, placebo[key]["gap"])
        for name, key in (("strict", "control_strict"), ("paradigm", "paradigm"))
        if "refused" not in placebo[key]
    ]
    rows.append(("did", placebo["difference_in_differences"]))
    if placebo["difference_in_differences_lists"]:
        rows.append(("did_lists", placebo["difference_in_differences_lists"]))
    notes = [say("placebo.note", lang, most=percent(placebo["rule"]["control_at_most"]))]
    if "CN_HK" in placebo["scopes"]:
        notes.append(say("placebo.hong_kong", lang))
    named = [(say(f"placebo.{name}", lang), part) for name, part in rows]
    return interval_figure(say("placebo.combined", lang), named, lang, *notes)


def _industries(document: Document, lang: Language) -> Block:
    placebo = document["placebo"]
    a, b = document["countries"]
    heads: tuple[Column | str, ...] = (
        Column(say("col.industry", lang), wide=True),
        say("col.kind", lang),
        *(Column(say("n", lang, code=code), numeric=True) for code in (a, b)),
        *(Column(say("sales", lang, code=code), numeric=True) for code in (a, b)),
        Column(say("col.mean", lang), numeric=True),
        Column(say("col.error", lang), numeric=True),
    )
    rows = [
        (
            row["name"][lang],
            say(f"kind.{row['kind']}", lang),
            *row["n"],
            *(f"{value:.2f}" for value in row["medians"]),
            change(row["gap"]),
            f"{row['standard_error']:.2f}",
        )
        for row in sorted(placebo["industries"], key=lambda row: (_KINDS.index(row["kind"]), row["industry"]))
    ]
    return table(say("placebo.table", lang, a=a, b=b, year=placebo["list_year"]), heads, rows)


def reverse_blocks(document: Document, lang: Language) -> list[Block]:
    """The reverse check; nothing where it is not asked of the countries."""
    reverse = document["reverse"]
    heading = Heading(say("reverse.title", lang), 3)
    if "refused" in reverse:
        return [heading, Paragraph(say("refused", lang, reason=reason(reverse, lang)))]
    named = reverse["named"]
    if "refused" in named:
        first = say("reverse.refused", lang, reason=reason(named, lang))
    else:
        first = say(f"reverse.verdict.{named['verdict']}", lang, shift=spread(named["shift"], lang))
    lines = [
        Paragraph(_comparison(say(f"reverse.{key}", lang), reverse[key], lang), "note")
        for key in ("named", "sample")
        if "refused" not in reverse[key]
    ]
    heads: tuple[Column | str, ...] = (
        say("col.side", lang),
        say("col.firm", lang),
        say("col.country", lang),
        Column(say("col.premium", lang), numeric=True),
        Column(say("col.reason", lang), wide=True),
    )
    rows = [
        (
            say(f"reverse.{side}", lang),
            firm["name"][lang],
            firm["country"],
            change(firm["log_premium"]),
            firm["refused"][lang] if "refused" in firm else "",
        )
        for side in ("makers", "rivals")
        for firm in reverse[side]
    ]
    return [heading, Paragraph(first), *lines, table(say("reverse.table", lang), heads, rows)]


def _comparison(label: str, part: Document, lang: Language) -> str:
    return say(
        "reverse.comparison",
        lang,
        label=label,
        n_a=part["n"][0],
        n_b=part["n"][1],
        first=change(part["medians"][0]),
        second=change(part["medians"][1]),
        difference=change(part["difference_of_medians"]),
        p=f"{part['p']:.2f}",
        shift=spread(part["shift"], lang),
        level=percent(part["level"]),
    )


def capital_blocks(document: Document, lang: Language) -> list[Block]:
    """How few firms' capital structure is known, and what that allows."""
    capital = document["capital"]
    a, b = document["countries"]
    known = say(
        "capital.known",
        lang,
        a=a,
        b=b,
        n_a=capital["n_known"][a],
        n_b=capital["n_known"][b],
        sample_a=capital["n_sample"][a],
        sample_b=capital["n_sample"][b],
        all=capital["n_firms_with_share"],
        firms=capital["n_firms_with_investors"],
    )
    within = capital["within_country"]
    if "refused" in within:
        effect = say("capital.refused", lang, reason=reason(within, lang))
    else:
        values = {"slope": change(within["slope"]), "p": f"{within['p']:.3f}", "n": within["permutations"]}
        effect = say("capital.within", lang, **values)
    blocks: list[Block] = [Heading(say("capital.title", lang), 3), Paragraph(known), Paragraph(effect)]
    firms = [firm for firm in capital["firms"] if firm["long_horizon_share"] is not None]
    if not firms:
        return blocks
    heads: tuple[Column | str, ...] = (
        say("col.firm", lang),
        say("col.country", lang),
        *(Column(say(f"col.{name}", lang), numeric=True) for name in ("known", "share", "low", "high", "abroad")),
    )
    rows = [
        (
            firm["name"][lang],
            firm["country"],
            dollars(firm["known_usd_bn"], lang),
            percent(firm["long_horizon_share"]),
            *(percent(end) for end in firm["bounds"]),
            percent(firm["cross_border_share"]),
        )
        for firm in firms
    ]
    return [*blocks, table(say("capital.table", lang), heads, rows, say("capital.note", lang))]


def left_out_blocks(document: Document, lang: Language) -> list[Block]:
    """Companies that are not in the sample, by country and reason."""
    left_out = document["left_out"]
    codes = document["countries"]
    reasons = {key: words[lang] for code in codes for key, words in left_out[code].items()}
    heads: tuple[Column | str, ...] = (
        Column(say("col.reason", lang), wide=True),
        *(Column(code, numeric=True) for code in codes),
    )
    rows = [(words, *(left_out[code].get(key, {"n": 0})["n"] for code in codes)) for key, words in reasons.items()]
    return [table(say("left_out.title", lang), heads, rows)]
