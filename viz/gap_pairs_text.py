"""The essay's three pairs as waterfalls; what is left of each is unexplained, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from ..ontology.language import Language
from .blocks import Block, Figure, Heading, Paragraph, table
from .gap_numbers import Document, dollars, interval_heads, interval_row, percent, reason, spread
from .gap_words import say
from .numbers import change

__all__ = ["pair_blocks"]


def pair_blocks(document: Document, lang: Language) -> list[Block]:
    """Waterfalls of the pairs, what they are computed from, and what could not be accounted for."""
    found = document["pairs"]
    heading = Heading(say("pairs.title", lang), 3)
    if "refused" in found:
        return [heading, Paragraph(say("pairs.refused", lang, reason=reason(found, lang)))]
    beta = found["beta"]
    note = say("pairs.note", lang, n=beta["n"], beta=spread(beta, lang), p=f"{found['least_two_sided_p']:.2f}")
    blocks: list[Block] = [heading, Paragraph(note, "note")]
    for pair in found["pairs"]:
        names = [firm["name"][lang] for firm in pair["firms"]]
        for view in pair["views"]:
            blocks += _view(view, names, lang)
        optional = any(view["kind"] == "option" for view in pair["views"])  # says it by itself
        blocks += [
            Paragraph(
                say(
                    "pair.none", lang, first=names[0], second=names[1], view=say(f"view.{kind}", lang), reason=why[lang]
                ),
                "note",
            )
            for kind, why in pair["refusals"].items()
            if kind != "capital" and not optional  # capital: said once, where capital structure stands
        ]
    return blocks


def _view(view: Document, names: Sequence[str], lang: Language) -> list[Block]:
    title = say("pair.title", lang, first=names[0], second=names[1], view=say(f"view.{view['kind']}", lang))
    if view["kind"] == "option":
        return [Paragraph(title), Paragraph(_option(view, names, lang)), *_inputs(view, names, lang)]
    return [_waterfall(title, view, names, lang), *_inputs(view, names, lang)]


def _waterfall(title: str, view: Document, names: Sequence[str], lang: Language) -> Figure:
    steps = [(say(f"step.{step['key']}", lang), step) for step in view["steps"]]
    total = say("step.total", lang)
    data = {
        "unit": say("unit", lang),
        "steps": [
            *({"label": label, **_ends(step), "total": False} for label, step in steps),
            {"label": total, **_ends(view["total"]), "total": True},
        ],
    }
    rows = [interval_row(label, step) for label, step in [*steps, (total, view["total"])]]
    notes = _notes(view, names, lang)
    return Figure(title, "waterfall", data, table(title, interval_heads(lang, "col.step"), rows, *notes), tuple(notes))


def _ends(part: Document) -> dict[str, float | None]:
    return {"value": part["value"], "low": part["low"], "high": part["high"]}


def _notes(view: Document, names: Sequence[str], lang: Language) -> list[str]:
    share, inputs = view["share"], view["inputs"]
    kind = "steady_state" if view["kind"] == "steady_state" else "revenue"
    ends = {name: percent(share[name]) for name in ("low", "high")}
    notes = [say(f"view.share.{kind}", lang, share=percent(share["value"]), **ends)]
    if kind == "steady_state":
        product, mean = inputs["coefficients_product"], inputs["coefficients_geometric_mean"]
        if product is not None:
            other = say("list", lang).join(change(value) for value in inputs["other_anchors"]) or "–"
            notes.append(say("view.product", lang, product=f"{product:.4f}", mean=f"{mean:.2f}", other=other))
    elif view["kind"] == "revenue_later":
        later = max(range(len(names)), key=lambda at: str(inputs["revenue"][at]["period"]))
        figure = inputs["revenue"][later]
        basis = say(f"basis.{figure['basis']}", lang)
        notes.append(say("view.hindsight", lang, firm=names[later], basis=basis, period=figure["period"]))
    return notes


def _inputs(view: Document, names: Sequence[str], lang: Language) -> list[Block]:
    """What a view is computed from, firm by firm; the model's operands are the essay's statements."""
    inputs = view["inputs"]
    if view["kind"] not in ("revenue", "revenue_later"):
        return []
    lines = []
    for name, value, revenue in zip(names, inputs["value"], inputs["revenue"], strict=True):
        words = {
            "value": _amount(value["usd_bn"], lang),
            "claims": say("list", lang).join(value["claims"]),
            "revenue": _amount(revenue["usd_bn"], lang),
            "basis": say(f"basis.{revenue['basis']}", lang),
            "period": revenue["period"],
            "revenue_claims": say("list", lang).join(revenue["claims"]),
        }
        lines.append(Paragraph(say("view.inputs", lang, firm=name, **words), "note"))
    return [*lines]


def _amount(ends: Sequence[float], lang: Language) -> str:
    low, high = (dollars(value, lang) for value in ends)
    return low if low == high else say("range", lang, low=low, high=high)


def _option(view: Document, names: Sequence[str], lang: Language) -> str:
    inputs = view["inputs"]
    chances = [f"{100 * value:.2g}%" for value in inputs["implied_probability"]]
    text = say(
        "view.option_text",
        lang,
        first=names[0],
        second=names[1],
        prize=dollars(inputs["prize_usd_bn"], lang),
        p_first=chances[0],
        p_second=chances[1],
    )
    if inputs["revenue_points_the_other_way"]:
        revenue = _amount(inputs["revenue_usd_bn"][1], lang)
        text += ("" if lang == "zh" else " ") + say(
            "view.other_way", lang, first=names[0], second=names[1], revenue=revenue
        )
    return text
