"""``definer robustness``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ..graph.page import plain
from ..messages import say
from .options import (
    HELP_LANGUAGE,
    AsOf,
    ClaimsOption,
    EvidenceOption,
    JsonOption,
    KnownBy,
    Lang,
    ParadigmOption,
    StoreOption,
    chosen_paradigms,
    console,
    open_graph,
    print_json,
)
from .setting_text import settings_line

if TYPE_CHECKING:
    from rich.table import Table

    from ..graph.robustness import Flip, FlipNumber, Robustness, Sensitivity
    from ..knowledge import KnowledgeGraph
    from ..ontology.language import Language

__all__ = ["robustness"]


def robustness(
    paradigm: ParadigmOption = None,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    evidence: EvidenceOption = "all",
    sensitivity: Annotated[bool, typer.Option("--sensitivity", help=say("opt.sensitivity", HELP_LANGUAGE))] = False,
    draws: Annotated[
        int, typer.Option("--draws", min=1, max=20_000, help=say("opt.robustness_draws", HELP_LANGUAGE))
    ] = 200,
    seed: Annotated[int, typer.Option("--seed", min=0, help=say("opt.robustness_seed", HELP_LANGUAGE))] = 0,
    top: Annotated[int, typer.Option("--top", min=1, help=say("opt.top", HELP_LANGUAGE))] = 5,
    claims: ClaimsOption = None,
    store: StoreOption = None,
    json: JsonOption = False,
    lang: Lang = HELP_LANGUAGE,
) -> None:
    """Test a ranking; without a paradigm, that of each of them."""
    kg = open_graph(claims, store)
    results = {
        name: kg.robustness(
            name, as_of, known_by=known_by, evidence=evidence, draws=draws, seed=seed, sensitivity=sensitivity
        )
        for name in chosen_paradigms(kg, paradigm)
    }
    if json:
        documents = {name: result.to_dict() for name, result in results.items()}
        if paradigm:
            print_json(documents[paradigm])
        else:
            first = next(iter(documents.values()))
            shared = {key: first[key] for key in ("as_of", "known_by", "evidence", "spec", "claims", "seed", "draws")}
            n = sum(document["n"] for document in documents.values())
            print_json({**shared, "paradigm": None, "n": n, "paradigms": documents})
        return
    for result in results.values():
        _print(kg, result, top, lang)


def _print(kg: KnowledgeGraph, result: Robustness, top: int, lang: Language) -> None:
    out, setting = console(), result.setting
    label = plain(kg.paradigm_label(setting.paradigm or "", lang))
    out.print(f"{say('robustness.title', lang)} · {label} · {setting.as_of} · n = {setting.n}")
    if line := settings_line(setting, lang):
        out.print(line)
    if result.flip.leader is None:
        out.print(say("robustness.none", lang, date=setting.as_of) + "\n")
        return
    out.print(_flip(kg, result.flip, lang))
    out.print("\n" + say("cap.title", lang, draws=setting.draws))
    out.print(_cap(kg, result, top, lang))
    out.print(say("cap.note", lang))
    out.print("\n" + say("null.title", lang, draws=setting.draws))
    out.print(_null(kg, result, top, lang))
    rho = result.null.rank_correlation
    out.print(say("null.note", lang, rho="-" if rho is None else f"{rho:.2f}"))
    out.print("\n" + say("spearman.title", lang, firms=result.correlations.firms))
    out.print(_correlations(result, lang))
    out.print(say("spearman.note", lang))
    facets = [
        say("importance.facet", lang, facet=say(f"measure.{row.facet}", lang), ratio=ratio, weight=row.nominal)
        for row in result.importance.facets
        if (ratio := row.correlation_ratio) is not None
    ]
    if facets:
        out.print(say("importance.title", lang, facets=say("list", lang).join(facets)))
    out.print("\n" + say("certificates.title", lang))
    out.print(_certificates(kg, result, top, lang))
    out.print(say("certificates.note", lang))
    if result.sensitivity is not None:
        out.print("\n" + say("sensitivity.title", lang, draws=result.sensitivity.setting.draws))
        out.print(_indices(result.sensitivity, lang) if result.sensitivity.indices else say("sensitivity.none", lang))
        out.print(say("sensitivity.note", lang))
    out.print()


def _flip(kg: KnowledgeGraph, flip: FlipNumber, lang: Language) -> str:
    if flip.leader is None or flip.runner_up is None:
        return say("flip.alone", lang)
    leader, runner = _shown(kg, flip.leader, lang), _shown(kg, flip.runner_up, lang)
    found = flip.any_dependent
    if found.number is None:
        return say("flip.none", lang, candidates=found.candidates, leader=leader, runner=runner)
    if found.number == 0:
        return say("flip.shared", lang, leader=leader, runner=runner)
    dependents = say("list", lang).join(_shown(kg, firm, lang) for firm in found.dependents)
    parts = [
        say("flip.number", lang, number=_number(found), recorded=flip.recorded, leader=leader, runner=runner),
        say("flip.if", lang, dependents=dependents),
        say("flip.exact" if found.exact else "flip.bound", lang, at_least=found.at_least),
    ]
    if flip.leader in found.dependents:
        parts.append(say("flip.without_leader", lang, number=_number(flip.without_leader)))
    if flip.first_after and flip.first_after != flip.runner_up:
        parts.append(say("flip.third", lang, firm=_shown(kg, flip.first_after, lang)))
    return "\n".join(parts)


def _shown(kg: KnowledgeGraph, firm: str, lang: Language) -> str:
    return plain(kg.name(firm, lang))


def _number(flip: Flip) -> str:
    if flip.number is None:
        return f"> {flip.candidates}"
    return str(flip.number) if flip.exact else f"{flip.at_least}–{flip.number}"


def _grid(*heads: str) -> Table:
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    for place, head in enumerate(heads):
        table.add_column(head, justify="right" if place else "left")
    return table


def _cap(kg: KnowledgeGraph, result: Robustness, top: int, lang: Language) -> Table:
    caps = result.cap.caps
    table = _grid(say("col.firm", lang), say("col.ties", lang), *(say("col.cap", lang, cap=cap) for cap in caps))
    rows = [row for row in result.cap.firms if row.rank == 1 or max(row.p_rank1, default=0.0) > 0]
    for row in sorted(rows, key=lambda row: (row.rank != 1, -max(row.p_rank1, default=0.0), row.rank, row.id))[:top]:
        table.add_row(_shown(kg, row.id, lang), str(row.ties), *(f"{share:.2f}" for share in row.p_rank1))
    return table


def _null(kg: KnowledgeGraph, result: Robustness, top: int, lang: Language) -> Table:
    heads = ("firm", "power", "null_mean", "delta", "percentile")
    table = _grid(*(say(f"col.{head}", lang) for head in heads))
    for row in result.null.firms[:top]:
        delta = f"{row.delta:+.4f}" if abs(row.delta) >= 5e-5 else "0.0000"
        numbers = (f"{row.power:.4f}", f"{row.null_mean:.4f}", delta, f"{row.percentile:.2f}")
        table.add_row(_shown(kg, row.id, lang), *numbers)
    return table


def _certificates(kg: KnowledgeGraph, result: Robustness, top: int, lang: Language) -> str:
    lines = []
    for layer in result.certificates.chains:
        found = [item for item in result.certificates.certificates if item.layer == layer]
        firms = [f"{_shown(kg, item.firm, lang)} {len(item.dependents)}" for item in found[:top]]
        shown = say("list", lang).join(firms) or say("certificates.none", lang)
        lines.append(say("certificates.row", lang, layer=say(f"certificates.{layer}", lang), firms=shown))
    return "\n".join(lines)


def _correlations(result: Robustness, lang: Language) -> Table:
    found = result.correlations
    table = _grid(say("col.measure", lang), say("col.rho", lang), "  " + say("col.measure", lang), say("col.rho", lang))
    table.columns[2].justify = "left"
    others = [name for name in found.measures if name != "power"]
    cells = []
    for name in others:
        rho = found.rho("power", name)
        cells.append((say(f"measure.{name}", lang), "-" if rho is None else f"{rho:.2f}"))
    half = (len(cells) + 1) // 2
    for place in range(half):
        right = cells[half + place] if half + place < len(cells) else ("", "")
        table.add_row(*cells[place], "  " + right[0], right[1])
    return table


def _indices(found: Sensitivity, lang: Language) -> Table:
    outputs = list(found.outputs)
    table = _grid(say("col.factor", lang), *(say(f"output.{name}", lang) for name in outputs))
    totals = {(index.factor, index.output): (index.total, index.total_conf) for index in found.indices}
    ranked = sorted(
        found.factors, key=lambda factor: -max(totals.get((factor, name), (0.0, 0.0))[0] for name in outputs)
    )
    for factor in ranked:
        cells = [totals.get((factor, name)) for name in outputs]
        texts = ["" if cell is None else f"{cell[0]:.2f} ± {cell[1]:.2f}" for cell in cells]
        table.add_row(say(f"factor.{factor}", lang), *texts)
    return table
