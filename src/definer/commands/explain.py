"""``definer explain``."""

from __future__ import annotations

from typing import Annotated

import typer

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
    console,
    open_graph,
    print_json,
)

__all__ = ["explain"]


def _help(key: str) -> str:
    return say(key, HELP_LANGUAGE)


def _date(text: str | None) -> str | None:
    from .score_settings import read_date

    return None if text is None else read_date(text, HELP_LANGUAGE)


def explain(
    firm: Annotated[str, typer.Argument(metavar="FIRM", help=_help("arg.firm"))],
    paradigm: ParadigmOption = None,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    evidence: EvidenceOption = "all",
    no_round_trip: Annotated[bool, typer.Option("--no-round-trip", help=_help("opt.no_round_trip"))] = False,
    cohorts: Annotated[bool, typer.Option("--cohorts", help=_help("opt.cohorts"))] = False,
    setting: Annotated[list[str] | None, typer.Option("--setting", metavar="K=V", help=_help("opt.setting"))] = None,
    compare: Annotated[str | None, typer.Option("--compare", metavar="FIRM", help=_help("opt.compare"))] = None,
    compare_as_of: Annotated[
        str | None,
        typer.Option("--compare-as-of", metavar="DATE", callback=_date, help=_help("opt.compare_as_of")),
    ] = None,
    compare_setting: Annotated[
        list[str] | None, typer.Option("--compare-setting", metavar="K=V", help=_help("opt.compare_setting"))
    ] = None,
    top: Annotated[int, typer.Option("--top", min=1, help=_help("opt.rows"))] = 10,
    no_leave_one_out: Annotated[bool, typer.Option("--no-leave-one-out", help=_help("opt.no_leave_one_out"))] = False,
    claims: ClaimsOption = None,
    store: StoreOption = None,
    json: JsonOption = False,
    lang: Lang = HELP_LANGUAGE,
) -> None:
    """Explain a score, or the difference of two, down to quotes and sources."""
    from .comparison_text import print_comparison
    from .explain_page import Page
    from .explain_text import print_explanation
    from .score_settings import ScoreSettings, spec_of

    spec = spec_of(setting or (), lang)
    other = ScoreSettings.read(compare_setting or (), spec, lang)
    kg = open_graph(claims, store)
    if compare is None and compare_as_of is None and not compare_setting:
        explanation = kg.explain(
            firm,
            paradigm,
            as_of,
            known_by=known_by,
            evidence=evidence,
            round_trip=not no_round_trip,
            cohorts=cohorts,
            spec=spec,
        )
        if json:
            print_json(explanation.to_dict(leave_one_out=not no_leave_one_out))
        else:
            page = Page(kg, lang, console(), top)
            print_explanation(page, explanation, chosen=paradigm is not None, leave_one_out=not no_leave_one_out)
        return
    comparison = kg.compare(
        firm,
        compare,
        paradigm,
        as_of,
        known_by=known_by,
        evidence=evidence,
        round_trip=not no_round_trip,
        cohorts=cohorts,
        spec=spec,
        other_as_of=compare_as_of,
        other_known_by=other.known_by,
        other_evidence=other.evidence,
        other_round_trip=other.round_trip,
        other_cohorts=other.cohorts,
        other_spec=other.spec,
    )
    if json:
        print_json(comparison.to_dict())
    else:
        print_comparison(Page(kg, lang, console(), top), comparison)
