"""The parts of the dossier: what each is computed from. Adding one is adding a line to ``PARTS``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from . import __version__

if TYPE_CHECKING:
    from .aside import Aside
    from .job import Job
    from .viz.dossier import DossierPage

__all__ = ["CURVES", "PARTS", "Part", "tell"]

CURVES = 0
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

    return audit_block(job.audit, read(job.kg.store, "statement_records"), job.hypotheses)


def _ranking(job: Job) -> object:
    from .viz.dossier.ranking import ranking

    return ranking(
        job.powers.result(),
        job.names_of_paradigms,
        sourced=job.sourced,
        last_coded=job.last_coded,
        explanations=job.explanations,
        effects=job.effects,
    )


def _history(job: Job) -> object:
    from .viz.dossier.history import history

    return history(job.years, job.drawn_years, job.names_of_paradigms, job.evidence)


def _story(job: Job) -> object:
    from .graph.counts import count
    from .ontology.values import latest
    from .viz.dossier.story import story

    return story(
        job.kg.store,
        job.evidence,
        {**job.powers.result(), **job.last_coded},
        count(job.kg.store),
        as_of=latest(job.as_of).isoformat(),
        link=lambda: job.link,
        gap=lambda: job.gap,
    )


def _about(job: Job) -> object:
    from .graph.power import Spec
    from .viz.dossier.about import about_block

    command = f"definer dossier --as-of {job.as_of} --lang {job.lang} -o dossier.html"
    return about_block(job.findings, Spec(), data_as_of=job.kg.as_of, command=command)


def _model(job: Job) -> object:
    from .graph.scenario.world import read_worlds
    from .viz.dossier.model import Era, model_block, shipped_examples
    from .viz.evidence import read

    kg = job.kg
    worlds = read_worlds(kg.store, kg.paradigms, job.as_of)
    eras = {key: Era(kg.ties(key, job.as_of, cohorts=True), world) for key, world in worlds.items()}
    points = {row["point"]: (row["name_en"], row["name_zh"]) for row in read(kg.store, "control_points")}
    return model_block(eras, kg.store.version, shipped_examples(kg.paradigms), points=points)


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
    Part("model", _model),
    Part("about", _about),
)
"""Blocks in the order in which they are made."""


def tell(
    job: Job, step: Callable[[str], None] = lambda _: None, *, whole: bool = False, aside: Aside | None = None
) -> DossierPage:
    """Compute the blocks and put them into one file.

    Parameters
    ----------
    job : Job
    step : callable
        Is told the name of each block before it is computed.
    whole : bool
        Make the blocks that a file would be too large with: for the served form, which leaves nothing out.
    aside : Aside, optional
        A second process, to make some of them meanwhile.
    """
    from .aside import PARTS as APART
    from .ontology.values import latest
    from .viz.dossier import DossierPage
    from .viz.dossier.frame import TABS, frame
    from .viz.dossier.glossary import glossary
    from .viz.dossier.limits import by_triples
    from .viz.payload import stops

    job = replace(job, curves=CURVES, aside=aside)
    left_out = () if whole else by_triples(len(job.kg.store))
    gone = {name for omission in left_out for name in omission.blocks}
    parts = [part for part in PARTS if part.name not in gone]
    if aside is not None:
        aside.ask(job, [part.name for part in parts if part.name in APART])
    blocks = _made(job, parts, step)
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


def _made(job: Job, parts: Sequence[Part], step: Callable[[str], None]) -> dict[str, object]:
    """Blocks in the order of the parts; each is compressed, which takes a thread of its own, while the next is made."""
    from .aside import PARTS as APART
    from .viz.packing import Compressed, compressed

    made: dict[str, Future[Compressed]] = {}
    # What the other process makes comes last here, so that it has time.
    order = sorted(parts, key=lambda part: part.name in APART)
    with ThreadPoolExecutor(1) as packer:
        for part in order:
            step(part.name)
            value = job.aside.block(part.name) if job.aside and part.name in APART else None
            made[part.name] = packer.submit(compressed, part.value(job) if value is None else value)
        return {part.name: made[part.name].result() for part in parts}
