"""The sections of the report: what each is computed from. Adding one is adding a line to ``SECTIONS``."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from .. import __version__
from ..job import Job

if TYPE_CHECKING:
    from ..viz.blocks import Block
    from ..viz.story import Story

__all__ = ["DEMO", "SECTIONS", "Section", "tell"]


class Section(NamedTuple):
    """A section: its name in :data:`definer.viz.story.SECTIONS`, and who makes its blocks."""

    name: str
    blocks: Callable[[Job], Iterable[Block]]


def topic(name: str, document: Any, job: Job) -> list[Block]:  # noqa: ANN401 - each topic has a document of its own
    """Blocks of a topic by ``definer.viz.NAME_text.NAME_blocks`` from its document."""
    module = import_module(f"...viz.{name}_text", __name__)
    found: list[Block] = getattr(module, f"{name}_blocks")(document, job.lang)
    return found


def _question(job: Job) -> list[Block]:
    from ..viz.context_text import question_blocks

    return question_blocks(job.lang)


def _definitions(job: Job) -> list[Block]:
    from ..viz.definitions_text import definitions_blocks

    return definitions_blocks(job.kg.store, job.lang)


def _premiums(job: Job) -> list[Block]:
    from ..viz.premiums_text import power_figure

    blocks = topic("premiums", job.kg.premium(job.as_of).to_dict(), job)
    frame = job.kg.frame(job.as_of)
    return [*blocks, power_figure(frame, job.labels, job.lang)] if frame.n else blocks


def _brief_link(job: Job) -> list[Block]:
    from ..viz.blocks import Paragraph
    from ..viz.link_text import link_sentences

    verdict, *notes = link_sentences(job.brief_link, job.lang)
    return [Paragraph(verdict, "verdict"), *(Paragraph(note) for note in notes)]


def _hypotheses(job: Job) -> list[Block]:
    from ..job import answered

    documents = answered(
        {
            "link": lambda: job.link,
            "gap": lambda: job.gap,
            "prediction": lambda: job.prediction,
            "scenario": lambda: job.scenario,
        }
    )
    return topic("hypotheses", job.kg.hypotheses(**documents, as_of=job.as_of).to_dict(), job)


def _statements(job: Job) -> list[Block]:
    from ..viz.statements_text import statements_blocks

    return statements_blocks(job.kg.store, job.lang)


def _limits(job: Job) -> list[Block]:
    from ..viz.context_text import limits_blocks

    return limits_blocks(job.lang)


def _method(job: Job) -> list[Block]:
    from ..viz.context_text import method_blocks
    from ..viz.story import SECTIONS as ORDER

    known = {section.name for section in SECTIONS}
    wanted = known if job.names is None else set(job.names)
    return method_blocks(job.findings, job.lang, [name for name in ORDER if name in known - wanted])


SECTIONS: tuple[Section, ...] = (
    Section("question", _question),
    Section("definitions", _definitions),
    Section("statements", _statements),
    Section("audit", lambda job: topic("audit", job.audit, job)),
    Section("prediction", lambda job: topic("prediction", job.prediction, job)),
    Section("premiums", _premiums),
    Section("curve", lambda job: topic("curve", job.curve, job)),
    Section("link", lambda job: topic("link", job.link, job)),
    Section("gap", lambda job: topic("gap", job.gap, job)),
    Section("scenario", lambda job: topic("scenario", job.scenario, job)),
    Section("option", lambda job: topic("option", job.option, job)),
    Section("hypotheses", _hypotheses),
    Section("power", lambda job: topic("power", job.findings, job)),
    Section("limits", _limits),
    Section("method", _method),
)
"""Sections in the order in which they are computed; the story puts them in its own. A topic with a document of its own
takes one line: ``Section("gap", lambda job: topic("gap", job.kg.gap("US", "CN", job.as_of).to_dict(), job))``."""

DEMO = ("question", "power", "definitions", "premiums", "link", "statements", "limits", "method")
"""Sections of the demo's report, which is to be there in seconds: the link without what stands around it."""


def tell(job: Job, step: Callable[[str], None] = lambda _: None) -> Story:
    """Compute the sections and put them in order.

    Parameters
    ----------
    job : Job
    step : callable
        Is told the name of each section before it is computed.

    Returns
    -------
    Story
        A section that the claims do not carry says why instead.
    """
    from ..viz.story import Story, answers_blocks
    from ..viz.story_words import say

    _ = job.powers  # begins to draw
    sections = {}
    for section in SECTIONS:
        if job.names is None or section.name in job.names:
            step(section.name)
            brief = section.name == "link" and job.names is not None
            sections[section.name] = _told(Section("link", _brief_link) if brief else section, job)
    if answers := answers_blocks(sections, job.lang):
        sections["answers"] = answers
    return Story(say("title", job.lang, date=job.as_of), sections, job.lang, _meta(job))


def _told(section: Section, job: Job) -> list[Block]:
    from ..graph.errors import GraphError
    from ..viz.blocks import Paragraph
    from ..viz.story_words import say

    try:
        return list(section.blocks(job))
    except GraphError as error:
        return [Paragraph(say("refused", job.lang, why=error.message(job.lang)), "verdict")]


def _meta(job: Job) -> dict[str, str]:
    from ..graph.link.specification import primary_specification
    from ..viz.story_words import say

    claims = {str(result.to_dict()["claims"]) for result in job.findings.powers.values()}
    values = {
        "as_of": job.as_of,
        "claims": ", ".join(sorted(claims)),
        "primary": primary_specification().sha256[:12],
        "version": __version__,
    }
    return {say(f"meta.{key}", job.lang): value for key, value in values.items() if value}
