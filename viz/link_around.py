"""What stands around the estimate of the link, as blocks: influence, omitted variables, ties, selection, design."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .blocks import Block, Column, Figure, Paragraph, table
from .link_numbers import interval, p_value, percent
from .link_words import say
from .numbers import fixed, signed

if TYPE_CHECKING:
    from ..ontology.language import Language

__all__ = ["around_blocks", "influence_blocks"]

Document = Mapping[str, Any]


def influence_blocks(document: Document, lang: Language) -> list[Block]:
    """The estimate without paradigms and groups of countries, and the firms that weigh most."""
    found, rows, items = document["influence"], [], []
    named = {key: names.get(lang, key) for key, names in document["paradigm_names"].items()}
    parts = [(named.get(key, key), value) for key, value in found["without_paradigm"].items()]
    parts += [(say(f"group.{key}", lang), value) for key, value in found["without_group"].items()]
    for name, value in parts:
        low, high = value["interval"] or (None, None)
        rows.append((name, value["n"], signed(value["estimate"]), interval((low, high), lang), signed(value["free"])))
        label = say("without", lang, name=name)
        items.append({"label": label, "low": low, "mid": value["estimate"], "high": high})
    heads = [Column(say("col.left", lang)), Column(say("col.n", lang), numeric=True)]
    heads += [Column(say(f"col.{key}", lang), numeric=True) for key in ("ratio", "interval", "free")]
    title = say("influence", lang)
    shown = table(title, heads, rows, *_range(document, lang))
    data = {"unit": "log points", "zero": 0.0, "items": items}
    return [Figure(title, "intervals", data, shown), _firms(document, lang)]


def _range(document: Document, lang: Language) -> list[str]:
    found = document["influence"]
    ends = found["without_firm"]["ratio"]
    if ends is None:
        return []
    (lowest, low), (highest, high) = ends
    words = {"low": signed(low), "lowest": _name(document, lowest, lang)}
    words |= {"high": signed(high), "highest": _name(document, highest, lang)}
    return [say("influence.note", lang, **words, beyond=found["beyond_dfbetas"], cook=found["beyond_cook"])]


def _firms(document: Document, lang: Language) -> Block:
    from ..graph.worth.reasons import reason_words

    found = document["influence"]
    shown = {item["id"]: item for item in found["firms"]}
    shown |= {key: value for key, value in found["named"].items() if not isinstance(value, str)}
    rows = [
        (item[f"name_{lang}"], fixed(item["cooks_d"], 3), signed(item["dfbetas"]), signed(item["without"]))
        for item in shown.values()
    ]
    absent = [
        f"{_name(document, key, lang)}{say('colon', lang)}{say('absent', lang, reason=reason_words(value, lang))}"
        for key, value in found["named"].items()
        if isinstance(value, str)
    ]
    heads = [Column(say("col.firm", lang))]
    heads += [Column(say(f"col.{key}", lang), numeric=True) for key in ("cook", "dfbetas", "without")]
    return table(say("firms", lang), heads, rows, *absent)


def around_blocks(document: Document, lang: Language) -> list[Block]:
    """Omitted variables, dependence along ties, firms without a price, and the power of the design."""
    parts = {"omitted": _omitted, "network": _network, "selection": _selection, "design_power": _design}
    return [block for key, make in parts.items() if document[key] is not None for block in make(document, lang)]


def _omitted(document: Document, lang: Language) -> list[Block]:
    found = document["omitted"]
    beyond = found["robustness_significant"]
    significant = say("omitted.significant", lang, rv=percent(beyond, 1)) if beyond else ""
    text = say(
        "omitted",
        lang,
        r2=percent(found["partial_r2"], 1),
        rv=percent(found["robustness"], 1),
        significant=significant,
        r2_max=fixed(found["r2_max"]),
        delta=_delta(found["delta"], lang),
        near="" if beyond else say("omitted.near", lang),
    )
    rows = [
        (
            say(f"control.{item['control']}", lang),
            percent(item["with_power"], 1),
            percent(item["with_outcome"], 1),
            signed(item["estimate"]),
            signed(item["t"]),
        )
        for item in found["benchmarks"]
    ]
    heads = [Column(say("col.control", lang))]
    heads += [Column(say(f"col.{key}", lang), numeric=True) for key in ("with_power", "with_outcome", "effect", "t")]
    blocks: list[Block] = [Paragraph(text.rstrip())]
    return [*blocks, table(say("benchmarks", lang), heads, rows)] if rows else blocks


def _delta(value: float | None, lang: Language) -> str:
    text = fixed(value)
    return say("bracket", lang, text=text, more=say("omitted.negative", lang)) if value and value < 0 else text


def _network(document: Document, lang: Language) -> list[Block]:
    found = document["network"]
    moran = found["moran"]
    if moran is None:
        return [Paragraph(say("network.none", lang))]
    finding = "network.independent" if found["hac_error"] is None else "network.dependent"
    text = say(
        "network",
        lang,
        pairs=found["pairs"],
        isolated=found["isolated"],
        moran=signed(moran["statistic"]),
        expected=signed(moran["expected"]),
        p=p_value(moran["p"]),
        finding=say(finding, lang),
    )
    if found["hac_error"] is None:
        return [Paragraph(text)]
    effect = document["forms"]["ratio"]["effect"]
    rows = [(say("network.hac", lang), signed(effect), fixed(found["hac_error"]), "–")]
    rows += [
        (say(f"network.{item['name']}", lang), signed(item["slope"]), fixed(item["error"]), signed(item["dependence"]))
        for item in found["models"]
    ]
    heads = [Column(say("col.estimator", lang))]
    heads += [Column(say(f"col.{key}", lang), numeric=True) for key in ("effect", "error", "dependence")]
    notes = [say("network.missing", lang, extra=found["missing"])] if found["missing"] else []
    return [Paragraph(text), table(say("network.table", lang), heads, rows, *notes)]


def _selection(document: Document, lang: Language) -> list[Block]:
    from ..graph.worth.reasons import reason_words

    found = document["selection"]
    if not found["n"]:
        return [Paragraph(say("selection.nobody", lang))]
    if found["premium"] is None:
        return [Paragraph(say("selection.never", lang, n=found["n"]))]
    order = sorted(found["reasons"].items(), key=lambda item: (-item[1], item[0]))
    reasons = say("reasons", lang).join(say("count", lang, n=n, words=reason_words(code, lang)) for code, n in order)
    values = {key: signed(found[name]) for key, name in (("premium", "premium"), ("mean", "mean_premium"))}
    apart = signed(found["apart"])
    return [
        Paragraph(say("selection", lang, n=found["n"], reasons=reasons, apart=apart, priced=document["n"], **values))
    ]


def _design(document: Document, lang: Language) -> list[Block]:
    found = document["design_power"]
    rows = [(signed(float(effect)), percent(rate, 1)) for effect, rate in found["rates"].items()]
    heads = [Column(say(f"col.{key}", lang), numeric=True) for key in ("true_effect", "rate")]
    words = {"replicates": f"{found['replicates']:,}", "permutations": f"{found['permutations']:,}"}
    note = say("design.note", lang, level=fixed(found["level"]), seed=found["seed"], **words)
    return [table(say("design", lang), heads, rows, note)]


def _name(document: Document, firm: str, lang: Language) -> str:
    return str(document["names"].get(firm, {}).get(lang, firm))
