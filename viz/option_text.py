"""The option view as blocks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .blocks import Block, Column, Figure, Heading, Paragraph, Table, table
from .option_words import say

if TYPE_CHECKING:
    from ..ontology.language import Language

__all__ = ["option_blocks"]

_STARRED = "baseline_unknown"


def option_blocks(document: Mapping[str, Any], lang: Language) -> list[Block]:
    """Verdict, implied chances, budget, break-even, horizon and chances by power, from ``OptionView.to_dict()``."""
    blocks: list[Block] = [Heading(say("option.title", lang))]
    blocks += [_verdict(row, lang) for row in _headlines(document)]
    blocks.append(
        Paragraph(
            say(
                "option.what",
                lang,
                baseline=document["baseline"],
                years=f"{document['years']:g}",
                rate=_percent(document["rate"]),
                date=document["as_of"],
                n=document["n"],
                labs=document["n_labs"],
            )
        )
    )
    blocks += [_implied(document, lang), _budget(document, lang), *_incumbents(document, lang)]
    blocks += _break_even(document, lang)
    blocks += _horizon(document, lang)
    blocks += [_prior(document, prior, lang) for prior in document["priors"] if prior["rows"]]
    reasons = _join(
        [say("option.reason", lang, what=row[lang], n=row["n"]) for row in document["left_out"].values()], lang
    )
    if reasons:
        blocks.append(Paragraph(say("option.left_out", lang, reasons=reasons), "note"))
    return blocks


def _headlines(document: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Budget at the smallest prize today, and at the smallest and largest prize discounted continuously."""
    plain = [row for row in document["budget"] if row["compounding"] == "none"]
    later = [row for row in document["budget"] if row["compounding"] == "continuous"]
    chosen = [*plain[:1], *later[:1], *later[-1:]]
    return [row for place, row in enumerate(chosen) if row not in chosen[:place]]


def _verdict(row: Mapping[str, Any], lang: Language) -> Paragraph:
    low, high = (end + row["allocated"] for end in row["interval"])
    words = say(
        "option.dutch" if row["dutch_book"] else "option.coherent",
        lang,
        prize=_prize(row["prize_usd_bn"], lang),
        how=say(f"option.how.{row['compounding']}", lang),
        sum=f"{row['sum'] + row['allocated']:.2f}",
        low=f"{low:.2f}",
        high=f"{high:.2f}",
        left=f"{row['left']:.2f}",
    )
    return Paragraph(words, "verdict")


def _implied(document: Mapping[str, Any], lang: Language) -> Block:
    terms = document["terms"]
    shown = [place for place, each in enumerate(terms) if each["compounding"] != "annual"]
    shown = [shown[0], *[place for place in shown[1:] if terms[place]["compounding"] == "continuous"]]
    heads = [
        say(
            "option.at" if terms[place]["compounding"] == "none" else "option.disc",
            lang,
            prize=_prize(terms[place]["prize_usd_bn"], lang, "_short"),
        )
        for place in shown
    ]
    labs = [firm for firm in document["firms"] if firm["part"] == "lab"]
    rows = [
        [
            firm["name"][lang] + (" *" if firm["reason"] == _STARRED else ""),
            _amount(firm["value_usd_bn"][0]),
            _amount(firm["baseline_usd_bn"]),
            *[_percent(firm["implied"][place]["probability"]) for place in shown],
        ]
        for firm in labs
    ]
    columns = [Column(say("option.firm", lang)), Column("V", numeric=True), Column("F", numeric=True)]
    columns += [Column(head, numeric=True) for head in heads]
    found = table(
        say("option.implied", lang, n=len(labs)),
        columns,
        rows,
        say("option.zero_note", lang),
    )
    items = [
        {
            "label": firm["name"][lang],
            "low": firm["implied"][shown[0]]["interval"][0],
            "mid": firm["implied"][shown[0]]["probability"],
            "high": firm["implied"][shown[0]]["interval"][1],
        }
        for firm in labs
    ]
    data = {"unit": heads[0], "zero": 0.0, "items": items}
    return Figure(found.title, "intervals", data, found)


def _budget(document: Mapping[str, Any], lang: Language) -> Table:
    variants = list(document["variants"])
    columns = [
        Column(say("option.prize", lang)),
        Column(say("option.discounting", lang)),
        *[Column(say(f"option.{key}", lang), numeric=True) for key in ("sum", "interval", "left")],
        *[
            Column(say(f"option.{name}" if name in {"zero", "haircut"} else f"option.other_{name}", lang), numeric=True)
            for name in variants
        ],
    ]
    rows = []
    for place, row in enumerate(document["budget"]):
        low, high = row["interval"]
        rows.append(
            [
                _prize(row["prize_usd_bn"], lang),
                say(f"option.how.{row['compounding']}", lang).removeprefix("discounted "),
                f"{row['sum']:.2f}",
                f"{low:.2f}–{high:.2f}",
                f"{row['left']:.2f}",
                *[f"{document['variants'][name][place]['sum']:.2f}" for name in variants],
            ]
        )
    return table(say("option.budget", lang), columns, rows, say("option.variants", lang), say("option.partial", lang))


def _incumbents(document: Mapping[str, Any], lang: Language) -> list[Block]:
    blocks: list[Block] = []
    incumbents = [firm for firm in document["firms"] if firm["part"] == "incumbent"]
    if incumbents:
        named = _join(
            [
                say("option.incumbent", lang, firm=firm["name"][lang], p=_percent(firm["implied"][-1]["probability"]))
                for firm in incumbents
            ],
            lang,
        )
        blocks.append(Paragraph(say("option.incumbents", lang, named=named), "note"))
    if document["allocation"]:
        named = _join([f"{firm} {_percent(part)}" for firm, part in document["allocation"].items()], lang)
        blocks.append(Paragraph(say("option.allocated", lang, named=named), "note"))
    return blocks


def _break_even(document: Mapping[str, Any], lang: Language) -> list[Block]:
    blocks: list[Block] = []
    if document["break_even"]:
        rows = [(row["rate"], row["years"], f"{row['prize_usd_bn']:,.0f}") for row in document["break_even"]]
        blocks.append(_grid(say("option.break_even", lang), rows, lang))
    found = document["pays"]
    if found:
        firm, prize = found[0]["id"], max(row["prize_usd_bn"] for row in found)
        name = next(each["name"][lang] for each in document["firms"] if each["id"] == firm)
        rows = [
            (row["rate"], row["years"], _percent(row["probability"]))
            for row in found
            if row["id"] == firm and row["prize_usd_bn"] == prize
        ]
        blocks.append(_grid(say("option.pays", lang, firm=name, prize=_prize(prize, lang)), rows, lang))
    essay = document["essay"]
    blocks.append(
        Paragraph(
            say(
                "option.essay",
                lang,
                p=_percent(essay["probability"]),
                prize=_prize(essay["prize_usd_bn"], lang),
                years=f"{document['years']:g}",
                rate=_percent(document["rate"]),
                **{kind: _prize(value, lang) for kind, value in essay["value_usd_bn"].items()},
            )
        )
    )
    return blocks


def _grid(title: str, cells: Sequence[tuple[float, float, str]], lang: Language) -> Table:
    years = sorted({year for _, year, _ in cells})
    found = {(rate, year): text for rate, year, text in cells}
    rates = sorted({rate for rate, _, _ in cells})
    columns = [Column(say("option.rate", lang), numeric=True)]
    columns += [Column(say("option.in_years", lang, years=f"{year:g}"), numeric=True) for year in years]
    return table(title, columns, [[_percent(rate), *[found[rate, year] for year in years]] for rate in rates])


def _horizon(document: Mapping[str, Any], lang: Language) -> list[Block]:
    found = document["horizon"]
    if found is None:
        return []
    names = {firm["id"]: firm["name"][lang] for firm in document["firms"]}
    low, high = found["gap_log_points"]
    slow, fast = found["rate_difference"]
    years, leaves = f"{found['years']:g}", f"{found['exit_year']:g}"
    a, b = (names.get(firm, firm) for firm in found["pair"])
    words = say(
        "option.rate_gap",
        lang,
        a=a,
        b=b,
        low=f"{low:.2f}",
        high=f"{high:.2f}",
        r_low=f"{100 * slow:.0f}",
        r_high=f"{100 * fast:.0f}",
        years=years,
    )
    multiples = sorted({row["exit_multiple"] for row in found["truncations"]})
    shapes = list(dict.fromkeys(row["shape"] for row in found["truncations"]))
    by_key = {(row["shape"], row["exit_multiple"]): row for row in found["truncations"]}
    rows = []
    for shape in shapes:
        cells = [by_key[shape, multiple] for multiple in multiples]
        losses = [say("option.all", lang) if row["log_loss"] is None else f"{row['log_loss']:.2f}" for row in cells]
        label = (
            say("option.sure", lang, years=years) if shape is None else say("option.shape", lang, shape=f"{shape:g}")
        )
        rows.append([label, *losses, _needed(cells[0]["multiple_needed"], lang)])
    columns = [
        Column(say("option.arrival", lang)),
        *[Column(say("option.multiple", lang, multiple=f"{multiple:g}"), numeric=True) for multiple in multiples],
        Column(say("option.needed", lang), wide=True),
    ]
    shown = table(say("option.exit", lang, exit=leaves), columns, rows, say("option.horizon_note", lang, years=years))
    return [Heading(say("option.horizon", lang), 3), Paragraph(words), shown]


def _needed(ends: Sequence[float | None], lang: Language) -> str:
    known = sorted(end for end in ends if end is not None)
    return "–".join(f"{end:.2f}" for end in known) if known else say("option.none_does", lang)


def _prior(document: Mapping[str, Any], prior: Mapping[str, Any], lang: Language) -> Table:
    names = {firm["id"]: firm["name"][lang] for firm in document["firms"]}
    rows = [
        [
            names.get(row["id"], row["id"]),
            _percent(row["part_by_price"]),
            _percent(row["part_by_power"]),
            f"{row['log_ratio']:+.2f}",
        ]
        for row in prior["rows"]
    ]
    columns = [Column(say("option.firm", lang))]
    columns += [Column(say(f"option.{key}", lang), numeric=True) for key in ("by_price", "by_power", "ratio")]
    left = _join([names.get(firm, firm) for firm in prior["left_out"]], lang) or "-"
    return table(
        say("option.prior", lang, g=say(f"option.g{prior['exponent']}", lang), n=prior["n"]),
        columns,
        rows,
        say("option.prior_note", lang, named=left),
    )


def _prize(billions: float, lang: Language, form: str = "") -> str:
    if billions >= 1000:
        return say(f"option.trillion{form}", lang, n=billions / 1000)
    return say(f"option.billion{form}", lang, n=round(billions, 1), m=round(10 * billions, 1))


def _amount(billions: float) -> str:
    return f"{billions:,.1f}"


def _percent(share: float) -> str:
    percent = 100 * share
    if 0 < percent < 0.05:
        return "<0.1%"
    return f"{percent:.0f}%" if abs(percent) >= 10 or percent == int(percent) else f"{percent:.1f}%"


def _join(words: Sequence[str], lang: Language) -> str:
    return ("、" if lang == "zh" else ", ").join(words)
