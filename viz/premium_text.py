"""The derivation of a firm's premium in words: verdict, mark, revenue, baselines, what was not chosen, sources."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from typing import Any

from ..ontology.language import Language
from .baseline_text import (
    baseline_table,
    haircut_table,
    residual_blocks,
    sector_blocks,
    steady_blocks,
    warranted_blocks,
)
from .blocks import Block, Column, Heading, Paragraph, table
from .premium_amounts import amount, code, money, name, pairs, rate, signed, span, stated
from .premium_words import say

__all__ = ["premium_blocks"]

_SHOWN = 12
"""Claims not chosen that are listed one by one."""
_UNSHOWN = frozenset({"stale_mark", "stale_revenue"})
"""Reasons that are counted, not listed: half a century of market values is no disagreement."""


def premium_blocks(document: Mapping[str, Any], lang: Language) -> list[Block]:
    """Blocks of a derivation.

    Parameters
    ----------
    document : mapping
        As :meth:`definer.graph.worth.derivation.Derivation.to_dict` gives it.
    lang : {"en", "zh"}
    """
    blocks: list[Block] = [Heading(say("title", lang, firm=document["name"][lang], date=document["as_of"]))]
    blocks += _verdict(document, lang)
    blocks += [*_mark(document, lang), *_revenue(document, lang), baseline_table(document, lang)]
    for part in (haircut_table, sector_blocks, steady_blocks, residual_blocks, warranted_blocks, _passed, _sources):
        blocks += part(document, lang)
    return blocks


def _verdict(document: Mapping[str, Any], lang: Language) -> list[Block]:
    if document["log_premium"] is None:
        reasons = [_missing(document, code, lang) for code in document["reasons"]]
        text = say("refused", lang, reasons=say("semicolon", lang).join(reasons))
    else:
        multiple, low_high = document["multiple"], document["log_premium_range"]
        text = say(
            "verdict",
            lang,
            premium=signed(document["log_premium"]),
            times=amount(math.exp(document["log_premium"])),
            revenue=money(document["revenue"]["usd_bn"], "USD", lang),
            industry=name(document, multiple["industry"], lang),
            n=multiple.get("n_used", multiple["n"]),
        )
        if low_high[0] < low_high[1]:
            more = say("range", lang, low=signed(low_high[0]), high=signed(low_high[1]))
            text += more if lang == "zh" else f" {more}"
    found: list[Block] = [Paragraph(text, "verdict"), Paragraph(say("about", lang), "note")]
    if document["definer"]:
        holdings = say("list", lang).join(document["definer"])
        text = say("definer", lang, firm=document["name"][lang], holdings=holdings, least=document["least_hold"])
        found.append(Paragraph(text, "note"))
    return found


def _missing(document: Mapping[str, Any], code: str, lang: Language) -> str:
    # The first reason comes with its detail, the others as words alone.
    if code == document["reason"]:
        return str(document["reason_text"][lang])
    from ..graph.worth.reasons import reason_words

    return reason_words(code, lang)


def _mark(document: Mapping[str, Any], lang: Language) -> list[Block]:
    mark = document["mark"]
    if mark is None:
        return [Heading(say("mark", lang), 3), Paragraph(say("none", lang, reason=_reason_of(document, "mark", lang)))]
    rows = [
        (say("row.claim", lang), mark["claim"]),
        (say("row.kind", lang), say(f"kind.{mark['type']}", lang, kind=code(document, mark["kind"], lang))),
        (say("row.date", lang), say("age", lang, date=mark["date"], days=mark["age_days"])),
        (say("row.stated", lang), stated(mark, lang)),
        (say("row.fx", lang), rate(mark["fx"], lang)),
        (say("row.usd", lang), span(document["value_usd_bn"], lang)),
        *_grounds(document, mark, lang),
    ]
    return [pairs(say("mark", lang), rows, lang)]


def _revenue(document: Mapping[str, Any], lang: Language) -> list[Block]:
    revenue = document["revenue"]
    if revenue is None:
        reason = _reason_of(document, "revenue", lang)
        return [Heading(say("revenue", lang), 3), Paragraph(say("none", lang, reason=reason))]
    start, end = revenue["period"]
    rows = [
        (say("row.claim", lang), revenue["claim"]),
        (say("row.period", lang), say(f"basis.{revenue['basis']}", lang, start=start, end=end)),
        (say("row.stated", lang), stated(revenue, lang)),
        (say("row.fx", lang), rate(revenue["fx"], lang)),
        (say("row.usd", lang), span(revenue["usd_bn"], lang)),
        *_grounds(document, revenue, lang),
    ]
    return [pairs(say("revenue", lang), rows, lang)]


def _reason_of(document: Mapping[str, Any], part: str, lang: Language) -> str:
    # Reasons stand in the order mark, revenue, multiple; a mark that is missing is the first.
    codes = document["reasons"]
    code = codes[0] if part == "mark" or document["mark"] is not None else codes[1]
    return _missing(document, code, lang)


def _grounds(document: Mapping[str, Any], claim: Mapping[str, Any], lang: Language) -> list[tuple[str, str]]:
    status = code(document, claim["status"], lang)
    return [
        (say("row.status", lang), say(f"evidence.{claim['evidence']}", lang, status=status)),
        (say("row.sources", lang), say("list", lang).join(claim["sources"])),
    ]


def _passed(document: Mapping[str, Any], lang: Language) -> list[Block]:
    passed = [*document["marks_not_chosen"], *document["revenues_not_chosen"]]
    listed = [claim for claim in passed if claim["reason"] not in _UNSHOWN][:_SHOWN]
    if not passed:
        return []
    heads: list[Column | str] = [
        say("col.claim", lang),
        say("col.when", lang),
        say("col.kind", lang),
        Column(say("col.stated", lang), numeric=True),
        Column(say("col.why", lang), wide=True),
    ]
    rows = [
        (claim["claim"], claim.get("date") or claim["period"][1], _kind(document, claim, lang), stated(claim, lang),
         claim["reason_text"][lang])
        for claim in listed
    ]  # fmt: skip
    shown = {claim["claim"] for claim in listed}
    rest = Counter(claim["reason_text"][lang] for claim in passed if claim["claim"] not in shown)
    counts = [say("passed.count", lang, n=n, reason=reason) for reason, n in rest.items()]
    notes = [say("passed.more", lang, counts=say("semicolon", lang).join(counts))] if counts else []
    return [table(say("passed", lang), heads, rows, *notes)]


def _kind(document: Mapping[str, Any], claim: Mapping[str, Any], lang: Language) -> str:
    kind = claim["kind"]
    return say(f"kind.{kind}", lang) if "period" in claim else code(document, kind, lang)


def _sources(document: Mapping[str, Any], lang: Language) -> list[Block]:
    chosen = {source for sources in document["claims"].values() for source in sources}
    heads: list[Column | str] = [say("col.source", lang), Column(say("col.title", lang), wide=True)]
    rows = []
    for key, source in document["sources"].items():
        if key in chosen:
            parts = (source["title"], source["publisher"], source["published"], source["url"])
            rows.append((key, say("semicolon", lang).join(part for part in parts if part)))
    return [table(say("sources", lang), heads, rows)] if rows else []
