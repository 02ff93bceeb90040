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
    return job.network_values


def _findings(job: Job) -> object:
    from .dossier_worth import findings

    return findings(job)


def _premium(job: Job) -> object:
    from .dossier_worth import premium

    return premium(job)


def _derivations(job: Job) -> object:
    from .dossier_worth import derivations

    return derivations(job)


def _queries(job: Job) -> object:
    from .viz.dossier.queries import queries_block

    return queries_block(len(job.kg.store))


def _vocabulary(job: Job) -> object:
    from .viz.dossier.queries import vocabulary_block

    return vocabulary_block(job.kg.store)


def _asset(name: str) -> object:
    from .viz.web_assets import binary

    return binary(name)


def _evidence(job: Job) -> object:
    from .viz.dossier.evidence import evidence_block

    sources = job.network_values["sources"]["columns"].get("source", ())
    return evidence_block(job.kg.store, job.evidence, frozenset(sources))


def _audit(job: Job) -> object:
    from .viz.dossier.audit import audit_block
    from .viz.evidence import read

    return audit_block(job.audit, read(job.kg.store, "statement_records"))


def _ranking(job: Job) -> object:
    from .viz.dossier.ranking import ranking

    found = job.findings
    return ranking(
        found.powers,
        job.names_of_paradigms,
        sourced=found.sourced,
        last_coded=found.last_coded,
        explanations=job.explanations,
        effects=job.effects,
    )


def _history(job: Job) -> object:
    from .viz.dossier.history import history

    return history(job.years, job.drawn_years, job.names_of_paradigms, job.evidence)


def _story(job: Job) -> object:
    from .ontology.values import latest
    from .viz.dossier.story import story

    found = job.findings
    return story(
        job.kg.store,
        job.evidence,
        {**found.powers, **found.last_coded},
        found.counts,
        as_of=latest(job.as_of).isoformat(),
        link=lambda: job.link,
        gap=lambda: job.gap,
    )


PARTS: tuple[Part, ...] = (
    Part("network", _network),
    Part("findings", _findings),
    Part("premium", _premium),
    Part("derivations", _derivations),
    Part("queries", _queries),
    Part("vocabulary", _vocabulary),
    Part("triples", lambda job: job.kg.store.trig()),
    Part("oxigraph", lambda _: _asset("oxigraph.wasm")),
    Part("query-worker", lambda _: _asset("query-worker.js")),
    Part("evidence", _evidence),
    Part("audit", _audit),
    Part("ranking", _ranking),
    Part("history", _history),
    Part("story", _story),
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
