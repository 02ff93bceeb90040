"""``definer audit``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

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


def _hypotheses(kg: KnowledgeGraph, lang: Language, *, json: bool) -> None:
    document = kg.hypotheses().to_dict()
    if json:
        print_json(document)
        return
    from ..viz.hypotheses_text import hypotheses_blocks
    from .blocks_text import print_blocks

    print_blocks(console(), hypotheses_blocks(document, lang))
