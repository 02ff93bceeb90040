"""The four baselines of a firm in words: implied values, premiums, and every operand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..ontology.language import Language
from .blocks import Block, Column, Heading, Paragraph, Table, table
from .premium_amounts import amount, money, name, pairs, rate, signed
from .premium_words import say

__all__ = [
    "baseline_table",
    "haircut_table",
    "residual_blocks",
    "sector_blocks",
    "steady_blocks",
    "warranted_blocks",
]

_FIGURES = ("implied", "premium", "low", "high")


def baseline_table(document: Mapping[str, Any], lang: Language) -> Table:
    """Premium over each baseline, and why others are missing."""
    heads: list[Column | str] = [
        say("col.baseline", lang),
        *(Column(say(f"col.{key}", lang), numeric=True) for key in _FIGURES),
    ]
    rows, notes = [], []
    for code, found in document["baselines"].items():
        name = say(code, lang)
        if "reason" in found:
            notes.append(say("baselines.missing", lang, baseline=name, reason=found["reason_text"][lang]))
            continue
        low, high = found["log_premium_range"] or (None, None)
        rows.append((name, amount(found["implied_usd_bn"]), *map(signed, (found["log_premium"], low, high))))
    return table(say("baselines", lang), heads, rows, *notes)


def haircut_table(document: Mapping[str, Any], lang: Language) -> list[Block]:
    """Premium after each haircut, for headline marks."""
    cut = {code: found["haircuts"] for code, found in document["baselines"].items() if found.get("haircuts")}
    if not cut:
        return []
    factors = [step["factor"] for step in next(iter(cut.values()))]
    heads = [Column(say("col.haircut", lang, factor=f"{factor:g}"), numeric=True) for factor in factors]
    rows = [(say(code, lang), *(signed(step["log_premium"]) for step in steps)) for code, steps in cut.items()]
    return [table(say("haircuts", lang), [say("col.baseline", lang), *heads], rows, say("haircuts.note", lang))]


def sector_blocks(document: Mapping[str, Any], lang: Language) -> list[Block]:
    """Baseline B1: the published list, who is left out, the median that is used."""
    found = document["multiple"]
    if found is None:
        return []
    low, high = found["quartiles"]
    industry = name(document, found["industry"], lang)
    excluded = found.get("excluded", [])
    published = say(
        "B1.published",
        lang,
        claim=found["claim"],
        low=amount(low),
        median=amount(found["median"]),
        high=amount(high),
        n=found["n"],
        known=found.get("known_members", 0),
    )
    title = say("B1.title", lang, industry=industry, year=found["list_year"])
    if not excluded:
        notes = [Paragraph(say(key, lang), "note") for key in ("B1.unchanged", "B1.note")]
        return [Heading(title, 3), Paragraph(published), *notes]
    numbers = {"k": len(excluded), "n": found["n_used"], "rank": f"{found['quantile']:.3f}"}
    used = say("B1.used", lang, **numbers, used=amount(found["median_used"]))
    heads: list[Column | str] = [
        say("col.firm", lang),
        Column(say("col.multiple", lang), numeric=True),
        say("col.side", lang),
        say("col.why", lang),
    ]
    rows = [
        (name(document, left["firm"], lang), amount(left["price_to_sales"]), say(f"side.{left['side']}", lang),
         say(f"why.{_why(left)}", lang))
        for left in excluded
    ]  # fmt: skip
    return [Heading(title, 3), Paragraph(published), Paragraph(used), table("", heads, rows, say("B1.note", lang))]


def _why(left: Mapping[str, Any]) -> str:
    if left["itself"] and left["definer"]:
        return "both"
    return "itself" if left["itself"] else "definer"


def steady_blocks(document: Mapping[str, Any], lang: Language) -> list[Block]:
    """Baseline B2: what the text states."""
    found = document["b2"]
    if found is None:
        return []
    heads: list[Column | str] = [
        say("col.statements", lang),
        *(Column(say(f"col.{key}", lang), numeric=True) for key in ("stated", "implied", "share")),
    ]
    rows = [
        (
            say("list", lang).join(anchor["statements"]),
            money([anchor["stated_bn"]] * 2, anchor["currency"], lang),
            amount(anchor["implied_usd_bn"]),
            "" if anchor["coefficients_product"] is None else f"{anchor['coefficients_product']:.4f}",
        )
        for anchor in found["anchors"]
    ]
    notes = [say("B2.note", lang, claim=found["observed"])]
    if any(anchor["coefficients_product"] is not None for anchor in found["anchors"]):
        notes.append(say("B2.share", lang))
    return [table(say("B2.title", lang), heads, rows, *notes)]


def residual_blocks(document: Mapping[str, Any], lang: Language) -> list[Block]:
    """Baseline B3: its operands."""
    found = document["baselines"]["B3"].get("inputs")
    if found is None:
        return []
    comma = say("list", lang)

    def perhaps(value: str, key: str) -> str:
        return say("assumed", lang, value=value) if found[f"{key}_assumed"] else value

    rows = [
        (say("row.book", lang), money([found["book_bn"]] * 2, found["currency"], lang)),
        (say("row.fx", lang), rate(found["fx"], lang)),
        (say("row.roe", lang), comma.join(f"{rate:.1%}" for rate in found["forecast_roe"])),
        (say("row.cost", lang), f"{found['cost_of_equity']:.1%}"),
        (say("row.payout", lang), perhaps(f"{found['payout_ratio']:.0%}", "payout")),
        (say("row.persistence", lang), perhaps(f"{found['persistence']:.2f}", "persistence")),
        (say("row.claims", lang), comma.join(found["claims"])),
    ]
    return [pairs(say("B3.title", lang), rows, lang)]


def warranted_blocks(document: Mapping[str, Any], lang: Language) -> list[Block]:
    """Baseline B4: the regression and the firm's own values."""
    found = document["baselines"]["B4"].get("inputs")
    if found is None:
        return []
    heads: list[Column | str] = [
        say("col.variable", lang),
        *(Column(say(f"col.{key}", lang), numeric=True) for key in ("input", "coefficient", "error")),
    ]
    rows = [
        (say(f"variable.{name}", lang), signed(value), signed(effect["estimate"]), f"{effect['standard_error']:.2f}")
        for name, value in found["inputs"].items()
        for effect in (found["coefficients"][name],)
    ]
    result = say(
        "B4.result",
        lang,
        multiple=amount(found["multiple"]),
        log=signed(found["log_multiple"]),
        error=f"{found['standard_error']:.2f}",
        r2=f"{found['r_squared']:.2f}",
        spread=f"{found['residual_sd']:.2f}",
        years=say("list", lang).join(map(str, found["list_years"])),
        peers=found["firms_of_industry"],
        industry=name(document, found["industry"], lang),
    )
    note = say("B4.note", lang, claims=say("list", lang).join(found["claims"]))
    if found["at_bounds"]:
        names = say("list", lang).join(say(f"variable.{name}", lang) for name in found["at_bounds"])
        bounds = say("B4.bounds", lang, names=names)
        note = f"{bounds}{note}" if lang == "zh" else f"{bounds} {note}"
    title = say("B4.title", lang, firms=found["firms"], n=found["n"])
    return [table(title, heads, rows), Paragraph(result), Paragraph(note, "note")]
