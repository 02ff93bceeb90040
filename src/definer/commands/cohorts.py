"""The ranking without cohorts of adopters, beside the one with them: a market share must not pass for a dependence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ..graph.page import plain as shown
from ..messages import say

if TYPE_CHECKING:
    from ..graph.power import PowerResult
    from ..knowledge import KnowledgeGraph
    from ..ontology.language import Language

__all__ = ["say_without", "with_and_without"]

_SHOWN = 5


def with_and_without(document: dict[str, Any], plain: PowerResult) -> dict[str, Any]:
    """Document whose firms say their rank and power without cohorts; None for one that only cohorts depend on."""
    known = {firm.id: {"rank": firm.rank, "power": firm.power} for firm in plain.firms}
    return document | {"firms": [firm | {"without_cohorts": known.get(firm["id"])} for firm in document["firms"]]}


def say_without(kg: KnowledgeGraph, plain: Mapping[str, PowerResult], paradigm: str, lang: Language) -> str:
    """One line: the first companies of a paradigm without cohorts."""
    found = next(result for result in plain.values() if result.paradigm == paradigm)
    comma = "、" if lang == "zh" else ", "
    firms = comma.join(f"{firm.rank} {shown(kg.name(firm.id, lang))} {firm.power:.4f}" for firm in found.firms[:_SHOWN])
    return say("power.without_cohorts", lang, firms=firms or "-")
