"""``definer audit``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..job import DIFFUSION, answered
from ..messages import say
from .options import (
    HELP_LANGUAGE,
    ClaimsOption,
    JsonOption,
    Lang,
    StoreOption,
    UsageError,
    console,
    open_graph,
    print_json,
)

if TYPE_CHECKING:
    from ..graph.audit import Hypotheses
    from ..knowledge import KnowledgeGraph
    from ..ontology.language import Language

__all__ = ["audit"]


def audit(
    statements: Annotated[
        Path | None,
        typer.Option(
            "--statements", metavar="FILE", exists=True, dir_okay=False, help=say("opt.statements", HELP_LANGUAGE)
        ),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help=say("opt.all", HELP_LANGUAGE))] = False,
    hypotheses: Annotated[bool, typer.Option("--hypotheses", help=say("opt.hypotheses", HELP_LANGUAGE))] = False,
    claims: ClaimsOption = None,
    store: StoreOption = None,
    json: JsonOption = False,
    lang: Lang = HELP_LANGUAGE,
) -> None:
    """Statements recomputed from claims; or hypotheses."""
    if hypotheses and (statements is not None or everything):
        raise UsageError(say("err.hypotheses_alone", lang))
    kg = open_graph(claims, store)
    if hypotheses:
        _hypotheses(kg, lang, json=json)
        return
    found = kg.audit(statements)
    if json:
        print_json(found.to_list())
        return
    from ..viz.audit_text import audit_blocks
    from .blocks_text import print_blocks

    print_blocks(console(), audit_blocks(found.to_dict(), lang, everything=everything))


def _tested(kg: KnowledgeGraph) -> Hypotheses:
    """Every study that a hypothesis hangs on, at its default replicates, and the essay's own scenario of diffusion."""
    documents = answered(
        {
            "link": lambda: kg.link(sign_share=kg.spec_curve(permutations=0).positive_share).to_dict(),
            "prediction": lambda: kg.prediction().to_dict(),
            "gap": lambda: kg.gap("US", "CN").to_dict(),
            "scenario": lambda: kg.scenario(DIFFUSION).to_dict(),
        }
    )
    return kg.hypotheses(**documents, as_of=kg.as_of)


def _hypotheses(kg: KnowledgeGraph, lang: Language, *, json: bool) -> None:
    document = _tested(kg).to_dict()
    if json:
        print_json(document)
        return
    from ..viz.hypotheses_text import hypotheses_blocks
    from .blocks_text import print_blocks

    print_blocks(console(), hypotheses_blocks(document, lang))
