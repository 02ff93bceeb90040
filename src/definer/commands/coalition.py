"""``definer coalition``."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Literal

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
    SeedOption,
    StoreOption,
    UsageError,
    chosen_paradigms,
    open_graph,
    print_json,
)
from .score_settings import spec_of

if TYPE_CHECKING:
    from ..graph.power import Spec
    from ..knowledge import KnowledgeGraph
    from ..ontology.language import Language

__all__ = ["ResourcingOption", "SettingOption", "coalition", "resourced"]

Dependents = Literal["foreign", "all"]
ResourcingOption = Annotated[
    float | None, typer.Option("--resourcing", metavar="G", help=say("opt.resourcing", HELP_LANGUAGE))
]
SettingOption = Annotated[
    list[str] | None, typer.Option("--setting", metavar="KEY=VALUE", help=say("opt.setting", HELP_LANGUAGE))
]


def coalition(
    firms: Annotated[
        list[str] | None, typer.Argument(metavar="[FIRM]...", help=say("arg.members", HELP_LANGUAGE))
    ] = None,
    paradigm: ParadigmOption = None,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    country: Annotated[
        list[str] | None, typer.Option("--country", metavar="CODE", help=say("opt.country", HELP_LANGUAGE))
    ] = None,
    ranking: Annotated[bool, typer.Option("--countries", help=say("opt.countries", HELP_LANGUAGE))] = False,
    dependents: Annotated[
        Dependents, typer.Option("--dependents", help=say("opt.dependents", HELP_LANGUAGE))
    ] = "foreign",
    resourcing: ResourcingOption = None,
    setting: SettingOption = None,
    union: Annotated[
        list[str] | None, typer.Option("--union", metavar="A,B", help=say("opt.union", HELP_LANGUAGE))
    ] = None,
    evidence: EvidenceOption = "all",
    draws: Annotated[int, typer.Option("--draws", min=2, max=1_000_000, help=say("opt.orders", HELP_LANGUAGE))] = 1000,
    seed: SeedOption = 0,
    top: Annotated[int, typer.Option("--top", min=1, help=say("opt.top", HELP_LANGUAGE))] = 12,
    claims: ClaimsOption = None,
    store: StoreOption = None,
    json: JsonOption = False,
    lang: Lang = HELP_LANGUAGE,
) -> None:
    """Say what others would lose if several firms withdrew together."""
    spec = resourced(spec_of(setting or (), lang), resourcing, lang)
    if ranking and (firms or country or union):
        raise UsageError(say("err.ranking_alone", lang))
    if not (firms or country or ranking):
        raise UsageError(say("err.no_members", lang))
    kg = open_graph(claims, store)
    if ranking:
        _rank(kg, paradigm, as_of, known_by, dependents, evidence, spec, top, lang, json=json)
        return
    if paradigm is None:
        raise UsageError(say("err.no_paradigm", lang, paradigms="|".join(kg.paradigms)))
    found = kg.coalition(
        firms or (),
        paradigm,
        as_of,
        countries=country or (),
        dependents=dependents,
        unions=[part.split(",") for part in union] if union else None,
        known_by=known_by,
        evidence=evidence,
        spec=spec,
        draws=draws,
        seed=seed,
    )
    if json:
        print_json(found.to_dict())
        return
    from .coalition_text import print_coalition

    print_coalition(kg, found, spec, top, lang)


def resourced(spec: Spec, factor: float | None, lang: Language = HELP_LANGUAGE) -> Spec:
    """Settings with the re-sourcing factor, if one is given.

    Raises
    ------
    UsageError
        If it is no number of at least 1.
    """
    if factor is None:
        return spec
    if not 1 <= factor <= 1e6:  # also refuses what is no number
        raise UsageError(say("err.number", lang, name="--resourcing", low=1, high="1e6"))
    return replace(spec, resourcing=factor)


def _rank(
    kg: KnowledgeGraph,
    paradigm: str | None,
    as_of: str | None,
    known_by: str | None,
    dependents: Dependents,
    evidence: Literal["all", "sourced"],
    spec: Spec,
    top: int,
    lang: Lang,
    *,
    json: bool,
) -> None:
    found = [
        kg.country_ranking(name, as_of, dependents=dependents, known_by=known_by, evidence=evidence, spec=spec)
        for name in chosen_paradigms(kg, paradigm)
    ]
    if json:
        documents = [ranking.to_dict() for ranking in found]
        keys = ("as_of", "known_by", "evidence", "spec", "claims", "dependents")
        shared = {key: documents[0][key] for key in keys}
        n = sum(document["n"] for document in documents)
        print_json(documents[0] if paradigm else {**shared, "paradigm": None, "n": n, "paradigms": documents})
        return
    from .coalition_text import print_ranking

    for ranking in found:
        print_ranking(kg, ranking, spec, top, lang)
