"""The parts of the dossier: what each is computed from. Adding one is adding a line to ``PARTS``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from . import __version__

if TYPE_CHECKING:
    from .job import Job
    from .viz.dossier import DossierPage

__all__ = ["PARTS", "Part", "tell"]

_CURVES = 0
"""Curves by chance in the dossier: their test takes longer than all else, and ``definer curve`` makes it."""


class Part(NamedTuple):
    """A block of the file: its name, and what makes its plain values or bytes."""

    name: str
    value: Callable[[Job], object]


def _network(job: Job) -> object:
    from .viz.dossier.network import network_block

    return network_block(job.network)


def _findings(job: Job) -> object:
    from .dossier_worth import findings

    return findings(job)


def _premium(job: Job) -> object:
    from .dossier_worth import premium

    return premium(job)


def _derivations(job: Job) -> object:
    from .dossier_worth import derivations

    return derivations(job)


PARTS: tuple[Part, ...] = (
    Part("network", _network),
    Part("findings", _findings),
    Part("premium", _premium),
    Part("derivations", _derivations),
)
"""Blocks in the order in which they are made."""


def tell(job: Job, step: Callable[[str], None] = lambda _: None, *, whole: bool = False) -> DossierPage:
    """Compute the blocks and put them into one file.

    Parameters
    ----------
    job : Job
    step : callable
        Is told the name of each block before it is computed.
    whole : bool
        Make the blocks that a file would be too large with: for the served form, which leaves nothing out.
    """
    from .ontology.values import latest
    from .viz.dossier import DossierPage
    from .viz.dossier.frame import TABS, frame
    from .viz.dossier.glossary import glossary
    from .viz.dossier.limits import by_triples
    from .viz.payload import stops

    job = replace(job, curves=_CURVES)
    left_out = () if whole else by_triples(len(job.kg.store))
    gone = {name for omission in left_out for name in omission.blocks}
    blocks = {}
    for part in PARTS:
        if part.name in gone:
            continue
        step(part.name)
        blocks[part.name] = part.value(job)
    last = latest(job.as_of).isoformat()
    shell = frame(
        job.evidence,
        as_of=last,
        stops=stops(last),
        lang=job.lang,
        version=__version__,
        claims=job.kg.store.version,
        tabs=TABS,
        glossary=glossary(),
    )
    return DossierPage(shell, blocks, job.lang, left_out)
