"""The link of premium and power as blocks, and in a few sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .blocks import Block, Column, Figure, Heading, Paragraph, Table, table
from .link_around import around_blocks, influence_blocks
from .link_numbers import interval, p_value, percent
from .link_words import WORDS, say
from .numbers import fixed, signed

if TYPE_CHECKING:
    from ..ontology.language import Language

__all__ = ["link_blocks", "link_sentences"]

Document = Mapping[str, Any]


def link_blocks(document: Document, lang: Language) -> list[Block]:
    """The registered specification in words: verdict, estimate, conditions, and what stands around it.

    Parameters
    ----------
    document : mapping
        :meth:`definer.graph.link.Primary.to_dict`.
    """
    blocks: list[Block] = [Heading(say("title", lang)), Paragraph(verdict_sentence(document, lang), "verdict")]
    if document["estimate"] is not None:
        blocks += [Paragraph(estimate_sentence(document, lang)), *_estimates(document, lang)]
        blocks += [_conditions(document, lang), _ranks(document, lang), _controls(document, lang)]
        blocks += [*influence_blocks(document, lang), *around_blocks(document, lang)]
    blocks += [*_sample(document, lang)]
    notes = (*_notes(document, lang, whole=True), say("limits", lang))
    return blocks + [Paragraph(text, "note") for text in notes]


def link_sentences(document: Document, lang: Language) -> list[str]:
    """The link in a few sentences: verdict, estimate with n, interval and p, and the specification.

    Parameters
    ----------
    document : mapping
        :meth:`definer.graph.link.Primary.to_dict`.
    """
    sentences = [verdict_sentence(document, lang)]
    if document["estimate"] is not None:
        sentences.append(estimate_sentence(document, lang))
        found = {item["name"]: signed(item["estimate"]) for item in document["rank_correlations"]}
        if found:
            names = ("power", "in_degree", "revenue")
            sentences.append(say("ranks", lang, **{name: found[f"rank_correlation_{name}"] for name in names}))
    return sentences + _notes(document, lang)


def verdict_sentence(document: Document, lang: Language) -> str:
    """The verdict, or why there is no estimate."""
    n, date = document["n"], document["as_of"]
    if document["reason"] is not None:
        return say("refused", lang, n=n, date=date, reason=document["reason_text"][lang])
    return say(document["verdict"], lang, n=n, date=date, margin=fixed(document["terms"]["negligible"]))


def estimate_sentence(document: Document, lang: Language) -> str:
    """Effects of both forms, and what their intervals leave out."""
    ratio, free, terms = document["forms"]["ratio"], document["forms"]["free"], document["terms"]
    text = say(
        "estimate",
        lang,
        effect=signed(ratio["effect"]),
        interval=interval(ratio["interval"], lang),
        p=p_value(ratio["p"]),
        free=signed(free["effect"]),
        free_interval=interval(free["interval"], lang),
        free_p=p_value(free["p"]),
    )
    ends = [end for form in (ratio, free) for end in (form["interval"][1], form["permutation_interval"][1])]
    excluded = all(end is not None and end < terms["of_interest"] for end in ends)
    space = "" if lang == "zh" else " "
    return text + space + say("reach.none" if excluded else "reach.some", lang, effect=fixed(terms["of_interest"]))


def _notes(document: Document, lang: Language, *, whole: bool = False) -> list[str]:
    spec, notes = document["spec"], []
    beyond = sum(document["by_paradigm"][paradigm] for paradigm in document["beyond_coded_period"])
    if beyond:
        notes.append(say("beyond", lang, k=beyond, n=document["n"]))
    if document["deviations"]:
        parts = say("list", lang).join(say(f"part.{part}", lang) for part in document["deviations"])
        notes.append(say("deviates", lang, parts=parts))
    sha = spec["sha256"] if whole else f"{spec['sha256'][:16]}…"
    return [*notes, say("specification", lang, id=spec["id"], registered=spec["registered"], hash=sha)]


def _estimates(document: Document, lang: Language) -> list[Block]:
    items: list[dict[str, Any]] = []
    for name, form in document["forms"].items():
        words = say(f"form.{name}", lang)
        for kind, ends in (("hc3", form["interval"]), ("permutation", form["permutation_interval"])):
            p = form["p"] if kind == "permutation" else None
            label = say(f"of.{kind}", lang, form=words)
            items.append({"label": label, "low": ends[0], "mid": form["effect"], "high": ends[1], "p": p})
    items += [
        {"label": say(item["name"], lang), **_ends(item["interval"]), "mid": item["estimate"], "p": None}
        for item in document["companions"]
        if item["kind"] == "slope"
    ]
    rows = [
        (item["label"], signed(item["mid"]), interval((item["low"], item["high"]), lang), p_value(item["p"]))
        for item in items
    ]
    title = say("estimates", lang, n=document["n"], date=document["as_of"])
    free = document["forms"]["free"]["elasticity"]
    note = say(
        "estimates.note",
        lang,
        elasticity=fixed(free["estimate"]),
        elasticity_interval=interval(free["interval"], lang, plus=False),
        spread=fixed(document["spread"]),
        permutations=f"{document['permutations']:,}",
        seed=document["seed"],
    )
    shown = table(title, _heads(lang, "estimator", "effect", "interval", "p"), rows, note)
    drawn = [{key: item[key] for key in ("label", "low", "mid", "high")} for item in items]
    return [Figure(title, "intervals", {"unit": "log points", "zero": 0.0, "items": drawn}, shown)]


def _ends(ends: Sequence[float] | None) -> dict[str, float | None]:
    low, high = ends or (None, None)
    return {"low": low, "high": high}


def _conditions(document: Document, lang: Language) -> Table:
    terms = document["terms"]
    share = percent(terms["sign_stable"])
    rows = [
        (
            say(f"word.{item['verdict']}", lang),
            say(
                f"condition.{item['code']}",
                lang,
                level=fixed(terms["level"]),
                margin=fixed(terms["negligible"]),
                share=share,
            ),
            say(f"form.{item['form']}", lang) if item["form"] else "",
            say(f"met.{item['met']}", lang),
        )
        for item in document["conditions"]
    ]
    heads = [
        Column(say(f"col.{key}", lang), wide=key == "condition") for key in ("verdict", "condition", "form", "met")
    ]
    return table(say("conditions", lang), heads, rows)


def _ranks(document: Document, lang: Language) -> Table:
    rows = [
        (
            say(item["name"], lang),
            say("ranks.within" if item["name"].startswith("rank") else "ranks.partial", lang),
            signed(item["estimate"]),
            interval(item["interval"], lang) if item["interval"] else "–",
            p_value(item["p"]),
        )
        for item in (*document["rank_correlations"], *document["companions"])
        if item["kind"] == "correlation"
    ]
    heads = [Column(say("col.what", lang)), Column(say("col.given", lang))]
    heads += [Column(say(f"col.{key}", lang), numeric=True) for key in ("correlation", "interval", "p")]
    return table(say("ranks.title", lang), heads, rows)


def _controls(document: Document, lang: Language) -> Table:
    ratio, free = ({item["name"]: item for item in form["coefficients"]} for form in document["forms"].values())
    rows = []
    for name in free:
        cells: list[str] = []
        for form in (ratio, free):
            found = form.get(name)
            cells += [signed(found["estimate"]), interval(found["interval"], lang)] if found else ["–", "–"]
        rows.append((_control(name, document, lang), *cells))
    heads = [Column(say("col.control", lang))]
    for form_name in ("ratio", "free"):
        heads += [Column(say(f"col.{form_name}", lang), numeric=True), Column(say("col.interval", lang), numeric=True)]
    notes = [say("controls.note", lang, private=document["private"], n=document["n"])]
    if document["constant_controls"]:
        names = say("list", lang).join(_control(name, document, lang) for name in document["constant_controls"])
        notes.append(say("controls.constant", lang, names=names))
    return table(say("controls", lang), heads, rows, *notes)


def _control(name: str, document: Document, lang: Language) -> str:
    kind, _, key = name.partition(":")
    if kind == "paradigm":
        return str(document["paradigm_names"].get(key, {}).get(lang, key))
    return say(f"control.{name}", lang) if f"control.{name}" in WORDS else name


def _sample(document: Document, lang: Language) -> list[Block]:
    parts = [(document["paradigm_names"].get(key, {}).get(lang, key), n) for key, n in document["by_paradigm"].items()]
    parts += [(say(f"group.{key}", lang), n) for key, n in document["by_group"].items()]
    heads = [Column(say("col.part", lang)), Column(say("col.n", lang), numeric=True)]
    note = say("sample.note", lang, zero=document["without_power"], n=document["n"])
    blocks: list[Block] = [table(say("sample", lang, n=document["n"]), heads, parts, note)]
    if document["left_out"]:
        rows = [(item[lang], item["n"]) for item in document["left_out"].values()]
        blocks.append(table(say("dropped", lang), [Column(say("col.reason", lang)), heads[1]], rows))
    return blocks


def _heads(lang: Language, first: str, *others: str) -> list[Column]:
    return [Column(say(f"col.{first}", lang)), *(Column(say(f"col.{key}", lang), numeric=True) for key in others)]
