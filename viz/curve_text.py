"""The specification curve in words: verdict, picture, joint test, and what moves the estimate."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from ..ontology.language import Language
from .blocks import Block, Column, Heading, Paragraph, Table, table
from .curve_figure import curve_figure
from .curve_words import say
from .numbers import signed

__all__ = ["curve_blocks", "number", "option_label", "p_text"]


def number(value: float | None) -> str:
    """An estimate as text; a dash where there is none."""
    return signed(value, 3)


def p_text(value: float, equals: str = "") -> str:
    """A p as text, never 0.000.

    Examples
    --------
    >>> p_text(0.03), p_text(0.0002), p_text(0.03, "= ")
    ('0.030', '< 0.001', '= 0.030')
    """
    return "< 0.001" if value < 0.001 else f"{equals}{value:.3f}"


def option_label(document: Mapping[str, Any], choice: str, option: object, lang: Language) -> str:
    """Words of an option."""
    if choice == "baseline":
        return str(option)
    return say(f"{choice}.{option}", lang, k=document["dropped_as_influential"])


def curve_blocks(document: Mapping[str, Any], lang: Language) -> list[Block]:
    """Blocks of a curve.

    Parameters
    ----------
    document : mapping
        As :meth:`definer.graph.link.SpecCurve.to_dict` gives it.
    lang : {"en", "zh"}
    """
    blocks: list[Block] = [Heading(say("title", lang)), Paragraph(_verdict(document, lang), "verdict")]
    if not document["registered"]:
        words = {"date": document["as_of"], "registered": document["spec"]["as_of"]}
        blocks.append(Paragraph(say("not_registered", lang, **words), "note"))
    if document["specifications"]:
        blocks += [Paragraph(text) for text in _findings(document, lang)]
        blocks.append(curve_figure(document, by_variant(document, lang), lang))
        if document["joint"]:
            blocks.append(_joint(document, lang))
        blocks.append(_options(document, lang))
    if document["refused"]:
        rows = [(reason[lang], f"{reason['n']:,}") for reason in document["refused"].values()]
        heads = (Column(say("col.reason", lang), wide=True), Column(say("col.n", lang), numeric=True))
        blocks.append(table(say("refused", lang), heads, rows))
    return blocks + [Paragraph(text, "note") for text in _notes(document, lang)]


def _verdict(document: Mapping[str, Any], lang: Language) -> str:
    if not document["specifications"]:
        return say("verdict.empty", lang, n=document["n"])
    test = document["joint"].get("power")
    if test is None:
        return say("verdict.untested", lang, n=document["specifications"])
    above = test["above_chance"]
    if above == 3:
        return say("verdict.3.positive" if test["median"]["observed"] > 0 else "verdict.3.negative", lang)
    return say("verdict.some", lang, k=above) if above else say("verdict.0", lang)


def _findings(document: Mapping[str, Any], lang: Language) -> list[str]:
    found = [_sign(document, lang)]
    power = document["families"]["power"]
    if power["n"]:
        words = {"positive": power["significant_positive"], "negative": power["significant_negative"]}
        found.append(say("significant", lang, n=power["n"], most=_where(document, lang), **words))
    if document["adoption_suffices"] is not None:
        key = "adoption.yes" if document["adoption_suffices"] else "adoption.no"
        adoption = number(max(document["variants"][name]["median"] or 0.0 for name in ("in_degree", "pagerank")))
        own = number(document["variants"][document["primary_variant"]]["median"])
        tests = [document["joint"][family]["above_chance"] for family in ("power", "adoption") if document["joint"]]
        neither = say("adoption.neither", lang) if tests and not any(tests) else ""
        found.append(say(key, lang, adoption=adoption, power=own) + neither)
    if document["moves"]:
        first = document["moves"][0]
        medians = [option["median"] for option in first["options"]]
        choice = say(f"choice.{first['choice']}", lang)
        found.append(say("moves", lang, choice=choice, low=number(min(medians)), high=number(max(medians))))
    return found


def _sign(document: Mapping[str, Any], lang: Language) -> str:
    if document["primary"] is None or document["sign_share"] is None:
        return say("no_sign", lang)
    own = document["curve"][document["primary"]]
    return say(
        "sign",
        lang,
        estimate=number(own["estimate"]),
        low=number(own["low"]),
        high=number(own["high"]),
        n=own["n"],
        share=f"{document['sign_share']:.0%}",
        count=document["families"]["power"]["n"],
        needed=f"{document['sign_stable']:.0%}",
    )


def _where(document: Mapping[str, Any], lang: Language) -> str:
    """Estimator and sample that most of the significant specifications of power share."""
    power = {name for name, found in document["variants"].items() if found["family"] == "power"}
    counts = Counter(
        (spec["estimator"], spec["sample"])
        for spec in document["curve"]
        if spec["variant"] in power and spec["p"] < document["level"]
    )
    if not counts:
        return say("significant.none", lang)
    (estimator, sample), k = max(counts.items(), key=lambda item: (item[1], item[0]))
    return say(
        "significant.where",
        lang,
        k=k,
        estimator=option_label(document, "estimator", estimator, lang),
        sample=option_label(document, "sample", sample, lang),
    )


def by_variant(document: Mapping[str, Any], lang: Language) -> Table:
    """Table of the estimates of each measure."""
    keys = ("n", "lower", "median", "upper", "positive", "significant")
    heads = (Column(say("col.measure", lang)), *(Column(say(f"col.{key}", lang), numeric=True) for key in keys))
    rows = [
        (
            say(f"variant.{name}", lang),
            found["n"],
            number(found["lower"]),
            number(found["median"]),
            number(found["upper"]),
            f"{found['positive'] / found['n']:.0%}" if found["n"] else "–",
            f"{found['significant_positive']} / {found['significant_negative']}",
        )
        for name, found in document["variants"].items()
    ]
    return table(say("by_variant", lang, firms=document["n"], date=document["as_of"]), heads, rows)


def _joint(document: Mapping[str, Any], lang: Language) -> Table:
    keys = ("n", "observed", "null", "p")
    heads = (
        Column(say("col.measure", lang), wide=True),
        Column(say("col.statistic", lang), wide=True),
        *(Column(say(f"col.{key}", lang), numeric=True) for key in keys),
    )
    rows = []
    for family, test in document["joint"].items():
        for name in ("median", "share", "stouffer"):
            write = _WRITERS[name]
            found = test[name]
            low, _, high = found["null"]
            label = say(f"family.{family}", lang) if name == "median" else ""
            n = test["n"] if name == "median" else ""
            between = f"{write(low)} … {write(high)}"
            rows.append((label, say(name, lang), n, write(found["observed"]), between, p_text(found["p"])))
    words = {"permutations": document["permutations"], "seed": document["seed"]}
    return table(say("joint", lang, **words), heads, rows)


_WRITERS = {"median": number, "share": "{:.0%}".format, "stouffer": "{:+.1f}".format}


def _options(document: Mapping[str, Any], lang: Language) -> Table:
    heads = (
        Column(say("col.choice", lang)),
        Column(say("col.option", lang)),
        Column(say("col.n", lang), numeric=True),
        Column(say("col.median", lang), numeric=True),
        Column(say("col.significant", lang), numeric=True),
    )
    rows = []
    for move in document["moves"]:
        for place, option in enumerate(move["options"]):
            rows.append(
                (
                    say(f"choice.{move['choice']}", lang) if not place else "",
                    option_label(document, move["choice"], option["option"], lang),
                    option["n"],
                    number(option["median"]),
                    f"{option['significant_positive']} / {option['significant_negative']}",
                )
            )
    return table(say("options", lang), heads, rows)


def _notes(document: Mapping[str, Any], lang: Language) -> list[str]:
    spec = document["spec"]
    left = sum(reason["n"] for reason in document["left_out"].values())
    notes = [say("note.spec", lang, id=spec["id"], sha=spec["sha256"][:12], firms=document["n"], left=left)]
    if not document["specifications"]:
        return notes
    notes.append(say("note.unit", lang))
    if document["joint"]:
        notes.append(say("note.joint", lang, tested=document["tested"]))
    if outside := document["specifications"] - document["tested"]:
        notes.append(say("note.outside", lang, outside=outside))
    return [*notes, say("note.revenue", lang)]
