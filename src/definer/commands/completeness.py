"""``definer completeness``."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from ..messages import say
from .coalition import ResourcingOption, SettingOption, resourced
from .options import (
    HELP_LANGUAGE,
    AsOf,
    ClaimsOption,
    EvidenceOption,
    JsonOption,
    Lang,
    StoreOption,
    UsageError,
    open_graph,
    print_json,
)
from .score_settings import spec_of

__all__ = ["completeness"]

Rule = Literal["essay", "symmetric", "ties"]


def completeness(
    rule: Annotated[Rule | None, typer.Option("--rule", help=say("opt.rule", HELP_LANGUAGE))] = None,
    as_of: AsOf = None,
    evidence: EvidenceOption = "all",
    theta: Annotated[float, typer.Option("--theta", help=say("opt.theta", HELP_LANGUAGE))] = 0.5,
    decay: Annotated[bool, typer.Option("--decay", help=say("opt.decay", HELP_LANGUAGE))] = False,
    resourcing: ResourcingOption = None,
    setting: SettingOption = None,
    top: Annotated[int, typer.Option("--top", min=1, help=say("opt.top_countries", HELP_LANGUAGE))] = 8,
    claims: ClaimsOption = None,
    store: StoreOption = None,
    json: JsonOption = False,
    lang: Lang = HELP_LANGUAGE,
) -> None:
    """Count the definitions of each country under three rules."""
    if not 0 < theta <= 1:  # also refuses what is no number
        raise UsageError(say("err.number", lang, name="--theta", low=">0", high=1))
    spec = resourced(spec_of(setting or (), lang), resourcing, lang)
    kg = open_graph(claims, store)
    rules: tuple[Rule, ...] = (rule,) if rule else ("essay", "symmetric", "ties")
    found = kg.completeness(as_of, rules, evidence=evidence, theta=theta, decay=decay, spec=spec)
    if json:
        print_json(found.to_dict())
        return
    from .completeness_text import print_completeness

    print_completeness(kg, found, spec, top, lang)
