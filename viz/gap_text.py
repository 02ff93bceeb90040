"""The gap between two countries as blocks: verdict first, then the identity, decompositions, checks and pairs."""

from __future__ import annotations

from ..ontology.language import Language
from .blocks import Block, Column, Heading, Paragraph, table
from .gap_checks_text import capital_blocks, left_out_blocks, placebo_blocks, reverse_blocks
from .gap_numbers import Document, interval_figure, interval_heads, interval_row, percent, reason, spread
from .gap_pairs_text import pair_blocks
from .gap_words import paradigm_name, say
from .numbers import change

__all__ = ["gap_blocks", "verdict_sentences"]

_TERMS = ("value", "revenue", "multiple", "fundamentals", "premium")


def gap_blocks(document: Document, lang: Language) -> list[Block]:
    """Findings of ``definer gap``.

    Parameters
    ----------
    document : mapping
        :meth:`definer.graph.gap.Gap.to_dict`.
    lang : {"en", "zh"}
    """
    return [
        *_verdict(document, lang),
        *_identity(document, lang),
        *_decomposition(document, lang),
        *_support(document, lang),
        *placebo_blocks(document, lang),
        *reverse_blocks(document, lang),
        *capital_blocks(document, lang),
        *pair_blocks(document, lang),
        *left_out_blocks(document, lang),
    ]


def _codes(document: Document) -> dict[str, object]:
    a, b = document["countries"]
    return {"a": a, "b": b, "n_a": document["n"][a], "n_b": document["n"][b]}


def verdict_sentences(document: Document, lang: Language) -> list[str]:
    """The verdict, the part of the gap that stands with power, third countries, and what kind of statement this is."""
    oaxaca, placebo, share = document["oaxaca"], document["placebo"], document["power_share_of_premium_gap"]
    values = {"premium": spread(document["identity"]["terms"]["premium"], lang), "power": "–", "control": "–"}
    if "refused" not in oaxaca:
        values["power"] = spread(oaxaca["blocks"]["power"], lang)
    if "refused" not in placebo:
        values["control"] = spread(placebo["control"]["gap"], lang)
    sentences = [say(f"verdict.{document['verdict']}", lang, **values)]
    if share:
        ends = {name: percent(share[name]) for name in ("low", "high")}
        sentences.append(say("power_share", lang, share=percent(share["value"]), **ends))
    if document["elsewhere"]:
        parts = (f"{part['country']} {spread(part['gap'], lang)}" for part in document["elsewhere"])
        sentences.append(say("elsewhere", lang, parts=say("list", lang).join(parts)))
    return [*sentences, say("accounting", lang)]


def _verdict(document: Document, lang: Language) -> list[Block]:
    codes, sentences = _codes(document), verdict_sentences(document, lang)
    spec = document["spec"]
    return [
        Heading(say("title", lang, date=document["as_of"], **codes)),
        Paragraph(("" if lang == "zh" else " ").join(sentences), "verdict"),
        Paragraph(say("setting", lang, draws=document["draws"], seed=document["seed"], **codes), "note"),
        Paragraph(
            say(
                "spec" if spec["registered_date"] else "spec.other",
                lang,
                id=spec["id"],
                hash=spec["sha256"][:12],
                date=spec["as_of"],
            ),
            "note",
        ),
    ]


def _identity(document: Document, lang: Language) -> list[Block]:
    identity, codes = document["identity"], _codes(document)
    share = identity["fundamentals_share"]
    values = (
        {"share": percent(share["value"]), "low": percent(share["low"]), "high": percent(share["high"])}
        if share
        else {}
    )
    rows = [(say(f"term.{name}", lang), identity["terms"][name]) for name in _TERMS]
    a, b = document["countries"]
    heads: tuple[Column | str, ...] = (
        say("col.paradigm", lang),
        *(Column(say("n", lang, code=code), numeric=True) for code in (a, b)),
        *(Column(say(f"head.{name}", lang), numeric=True) for name in ("value", "revenue", "multiple")),
        Column(say("col.premium", lang), numeric=True),
    )
    parts = [_paradigm_row(name, part, lang) for name, part in identity["by_paradigm"].items()]
    notes = [say("identity.note", lang)]
    if "refused" not in document["pairs"]:
        notes.append(say("identity.model", lang))
    return [
        Heading(say("identity.title", lang), 3),
        Paragraph(say("identity.share" if share else "identity.no_share", lang, **values)),
        interval_figure(say("identity.table", lang, **codes), rows, lang, *notes),
        table(say("identity.paradigms", lang, least=identity["least_for_a_paradigm"]), heads, parts),
    ]


def _paradigm_row(name: str, part: Document, lang: Language) -> tuple[str, ...]:
    counts = (str(part["n"][0]), str(part["n"][1]))
    terms = part["terms"]
    if terms is None:
        return (paradigm_name(name, lang), *counts, "–", "–", "–", "–")
    numbers = (change(terms[term]["value"]) for term in ("value", "revenue", "multiple"))
    return (paradigm_name(name, lang), *counts, *numbers, spread(terms["premium"], lang))


def _decomposition(document: Document, lang: Language) -> list[Block]:
    heading = Heading(say("oaxaca.title", lang), 3)
    oaxaca, joint = document["oaxaca"], document["oaxaca_with_capital"]
    blocks: list[Block] = [heading]
    if "refused" in oaxaca:
        return [heading, Paragraph(say("refused", lang, reason=reason(oaxaca, lang)))]
    notes = [say("oaxaca.note", lang)]
    if oaxaca["constant_columns"]:
        notes.append(say("oaxaca.constant", lang, names=say("list", lang).join(oaxaca["constant_columns"])))
    if "refused" in joint:
        notes.append(say("oaxaca.capital", lang, reason=reason(joint, lang)))
    blocks.append(_block_figure("oaxaca.table", oaxaca, lang, notes))
    if "refused" not in joint:
        blocks.append(_block_figure("oaxaca.capital_table", joint, lang, []))
    return [*blocks, _owen(document["owen"], lang)]


def _block_figure(title: str, part: Document, lang: Language, notes: list[str]) -> Block:
    rows = [("gap", part["gap"]), *part["blocks"].items(), ("unexplained", part["unexplained"])]
    named = [(say(f"block.{name}", lang), value) for name, value in rows]
    return interval_figure(say(title, lang, n_a=part["n"][0], n_b=part["n"][1]), named, lang, *notes)


def _owen(owen: Document, lang: Language) -> Block:
    rows = [
        interval_row(say(f"block.{name}", lang).strip().strip("　"), value)
        for name, value in owen["values"].items()
        if owen["with_capital"] or name != "country"
    ]
    rows.append(interval_row(say("block.joint", lang).strip().strip("　"), owen["capital_and_country"]))
    title = say("owen.table", lang, n_a=owen["n"][0], n_b=owen["n"][1])
    return table(title, interval_heads(lang, "col.term"), rows, say("owen.note", lang))


def _support(document: Document, lang: Language) -> list[Block]:
    support, codes = document["support"], _codes(document)
    matched_a, matched_b = support["matched"]
    above = say(
        "support.above",
        lang,
        **codes,
        above=percent(support["share_above"]),
        in_paradigm=percent(support["share_above_in_paradigm"]),
        matched_a=matched_a,
        matched_b=matched_b,
    )
    beyond = say(
        "support.extrapolated",
        lang,
        **codes,
        block=change(support["power_block"]["value"]),
        beyond=change(support["power_block_extrapolated"]["value"]),
    )
    blocks: list[Block] = [Heading(say("support.title", lang), 3), Paragraph(above), Paragraph(beyond)]
    if support["parts"] is None:
        return [*blocks, Paragraph(say("support.none", lang))]
    rows = [interval_row(say(f"part.{name}", lang, **codes), part) for name, part in support["parts"].items()]
    return [*blocks, table(say("support.table", lang), interval_heads(lang, "col.term"), rows)]
