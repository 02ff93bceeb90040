"""What the dossier tells of worth: findings in blocks, premium against power, how each premium was derived."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .job import Job
    from .ontology.language import Language
    from .viz.blocks import Block

__all__ = ["derivations", "findings", "premium"]


def findings(job: Job) -> dict[str, Any]:
    """Blocks of the studies of worth, by topic, in both languages; a topic that the claims do not carry says why."""
    from .viz.curve_text import curve_blocks
    from .viz.dossier.findings import sections
    from .viz.link_text import link_blocks
    from .viz.option_text import option_blocks

    return sections(
        {
            "link": lambda lang: link_blocks(job.link, lang),
            "curve": lambda lang: curve_blocks(job.curve, lang),
            "gap": lambda lang: _gap(job, lang),
            "pairs": lambda lang: _pairs(job, lang),
            "option": lambda lang: option_blocks(job.option, lang),
        }
    )


def premium(job: Job) -> dict[str, Any]:
    """Firms with their premiums, and the registered comparison point by point."""
    from .graph.errors import GraphError
    from .graph.link.added_variable import added_variable, as_they_are
    from .graph.link.sample import settled
    from .viz.dossier.premium import premium as told

    kg = job.kg
    frame = settled(kg.frame(job.as_of))
    plain = as_they_are(frame) if frame.n else None
    pairs: list[object] = []
    with suppress(GraphError):  # one country, or too few firms: the tab says so where the gap would stand
        pairs = job.gap["pairs"].get("pairs", [])
    return told(kg.premium(job.as_of).to_dict(), frame, job.link, added_variable(frame), plain, pairs)


def derivations(job: Job) -> dict[str, Any]:
    """How the premium of every marked firm came about."""
    from .viz.dossier.premium import derivations as told

    return told(job.kg.premium_derivations(job.as_of))


def _gap(job: Job, lang: Language) -> Iterable[Block]:
    from .viz.gap_text import gap_blocks
    from .viz.gap_waterfall import gap_waterfall

    pairs = _pairs(job, lang)
    title, verdict, *rest = (block for block in gap_blocks(job.gap, lang) if block not in pairs)
    return [title, verdict, gap_waterfall(job.gap, lang), *rest]


def _pairs(job: Job, lang: Language) -> list[Block]:
    from .viz.gap_pairs_text import pair_blocks

    return pair_blocks(job.gap, lang)
