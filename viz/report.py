"""The report of the main job in Markdown: what is in the graph, who defines, what it is worth, what not to infer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .link_text import link_sentences
from .report_words import say
from .verdicts import percent, rank_range, verdict_sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ..graph.link import Primary
    from ..graph.power import PowerResult
    from ..graph.store import Store
    from ..graph.worth import PremiumResult
    from ..ontology.language import Language

__all__ = ["Findings", "find", "markdown"]

_TOP = 10
_PAIRS = ("essay_openai_moonshot", "essay_tesla_xpeng", "essay_figure_unitree")
_TABLES = ("definitions_essay", "definitions_essay_rule_researched", "definitions_symmetric")


@dataclass(frozen=True)
class Findings:
    """What the main job found, before it is put into words.

    Attributes
    ----------
    counts : mapping
        How many firms, claims, sources and unverified claims the store holds.
    powers : mapping
        Definition power by paradigm.
    sourced : mapping
        The same without the claims for which no source was found.
    last_coded : mapping
        Definition power at the end of the coded period, for paradigms that were coded to an earlier date.
    premium : PremiumResult
    link : Primary
        The registered specification of their link with power.
    """

    as_of: str
    counts: Mapping[str, int]
    powers: Mapping[str, PowerResult]
    sourced: Mapping[str, PowerResult]
    last_coded: Mapping[str, PowerResult]
    premium: PremiumResult
    link: Primary
    store: Store


def find(
    store: Store,
    as_of: str,
    powers: Mapping[str, PowerResult],
    sourced: Mapping[str, PowerResult],
    last_coded: Mapping[str, PowerResult],
    link: Primary,
) -> Findings:
    """Gather the findings as of a date.

    Parameters
    ----------
    store : Store
        The graph.
    as_of : str
        Date of valid time.
    powers : mapping
        Definition power by paradigm as of that date.
    sourced : mapping
        The same without the claims for which no source was found.
    last_coded : mapping
        The same at the end of the coded period, for paradigms that were coded to an earlier date.
    link : Primary
        The link of premium and power as of that date.
    """
    from ..graph.counts import count
    from ..graph.worth import premium

    return Findings(as_of, count(store), powers, sourced, last_coded, premium(store, as_of), link, store)


def markdown(findings: Findings, lang: Language) -> str:
    """The report as Markdown in the language."""
    from ..ontology.namespaces import thing_iri

    sections = [
        f"# {say('title', lang, date=findings.as_of)}",
        say("lead", lang, **findings.counts),
        f"## {say('power', lang)}",
        say("power.how", lang),
    ]
    for paradigm, result in findings.powers.items():
        label = findings.store.label(thing_iri("paradigm", paradigm), lang) or paradigm
        sections += [f"### {label}", _cell(verdict_sentence(result, label, lang))]
        sections += [_power(result, lang, findings.sourced[paradigm])]
        if last := findings.last_coded.get(paradigm):
            sections += [say("power.last", lang), _cell(verdict_sentence(last, label, lang)), _power(last, lang)]
    sections += [
        f"## {say('definitions', lang)}",
        say("definitions.how", lang),
        *_queries(_TABLES, findings, lang),
    ]
    sections += [f"## {say('premium', lang)}", *_premium(findings, lang)]
    sections += [
        f"## {say('essay', lang)}",
        say("essay.how", lang),
        _query(findings.store, "statements_by_verdict", lang),
        say("essay.pairs", lang),
        *_queries(_PAIRS, findings, lang),
    ]
    sections += [f"## {say('limits', lang)}", say("limits.text", lang)]
    return "\n\n".join(section for section in sections if section) + "\n"


def _power(result: PowerResult, lang: Language, sourced: PowerResult | None = None) -> str:
    head = say("power.n", lang, n=result.n, date=result.as_of, spec=result.spec)
    if note := result.coverage.note(lang):
        head += note if lang == "zh" else f" {note[:1].upper()}{note[1:]}"
    certain = {firm.id: firm for firm in result.uncertainty.firms} if result.uncertainty else {}
    rows: list[tuple[object, ...]] = [
        (
            firm.rank,
            _name(result.names[firm.id], lang),
            rank_range(certain[firm.id].rank_interval) if certain else "",
            percent(certain[firm.id].p_rank1) if certain else "",
            f"{firm.power:.3f}",
            f"{firm.reach:.3f}",
            f"{firm.lockin:.3f}",
            firm.in_degree,
        )
        for firm in result.firms[:_TOP]
    ]
    heads = ("rank", "firm", "rank_interval", "p_rank1", "power", "reach", "lockin", "in_degree")
    columns = [say(f"col.{key}", lang) for key in heads]
    if sourced is not None:
        columns.append(say("col.sourced", lang))
        without = [sourced.firm(firm.id) for firm in result.firms[:_TOP]]
        rows = [(*row, "" if firm is None else firm.rank) for row, firm in zip(rows, without, strict=True)]
    return head + "\n\n" + _table(columns, rows)


def _name(names: Any, lang: Language) -> str:  # noqa: ANN401
    return str(names.zh if lang == "zh" else names.en)


def _queries(names: Iterable[str], findings: Findings, lang: Language) -> Iterable[str]:
    from ..graph.named_queries import find_query

    for name in names:
        yield f"**{_cell(find_query(name).title(lang))}** (`definer query {name}`)"
        yield _query(findings.store, name, lang)


def _premium(findings: Findings, lang: Language) -> Iterable[str]:
    document = findings.premium.to_dict()
    yield say("premium.how", lang, n=findings.premium.n)
    yield "\n\n".join(link_sentences(findings.link.to_dict(), lang))
    priced = [firm for firm in document["firms"] if firm["log_premium"] is not None]
    ordered = sorted(priced, key=lambda firm: (-firm["log_premium"], firm["id"]))
    shown = ordered if len(ordered) <= 2 * _TOP else [*ordered[:_TOP], *ordered[-_TOP:]]
    yield say("premium.table", lang, n=_TOP)
    columns = [say(f"col.{key}", lang) for key in ("firm", "value", "baseline", "implied", "premium")]
    yield _table(columns, [_premium_row(firm, lang) for firm in shown])
    yield say("premium.without", lang, n=sum(findings.premium.left_out.values()))
    yield "\n".join(f"- {reason['n']}: {reason[lang]}" for reason in document["left_out"].values())


def _premium_row(firm: Mapping[str, Any], lang: Language) -> tuple[object, ...]:
    low, high = firm["value_usd_bn"]
    value = f"{low:,.1f}" if low == high else f"{low:,.1f} - {high:,.1f}"
    return (
        firm["name"][lang],
        value,
        firm["baseline"],
        f"{firm['implied_usd_bn']:,.1f}",
        f"{firm['log_premium']:+.2f}",
    )


def _query(store: Store, name: str, lang: Language) -> str:
    from ..graph.named_queries import run

    answer = run(store, name, {}, lang)
    return _table(answer.columns, answer.texts(lang))


def _table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = ["| " + " | ".join(map(_cell, columns)) + " |", "|" + " --- |" * len(columns)]
    lines += ["| " + " | ".join(map(_cell, row)) + " |" for row in rows]
    return "\n".join(lines)


def _cell(value: object) -> str:
    # What data holds stays text: no markup, no link, no new column or line.
    text = "" if value is None else str(value)
    text = "".join(
        f"&#{ord(mark)};" if mark in "<>&|" else "\\" + mark if mark in "\\`*_[]#" else mark for mark in text
    )
    return " ".join(text.split())
