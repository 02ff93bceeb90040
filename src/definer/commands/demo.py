"""``definer demo``: the main job, from claims to ranking, premium, page and report."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .. import __version__
from ..messages import say
from .options import HELP_LANGUAGE, AsOf, ClaimsOption, Lang, StoreOption, console, open_graph
from .report import progress

if TYPE_CHECKING:
    from ..graph.power import PowerResult
    from ..job import Job
    from ..knowledge import KnowledgeGraph
    from ..ontology.language import Language
    from ..viz.report import Findings
    from ..viz.story import Story

__all__ = ["demo"]

_STEPS = ("read", "power", "premium", "page", "dossier", "files")
_TOP = 5
_GRAPH = "graph.ttl"


def demo(
    out: Annotated[
        Path, typer.Option("--out", metavar="DIR", file_okay=False, help=say("opt.out", HELP_LANGUAGE))
    ] = Path("definer-out"),
    as_of: AsOf = None,
    claims: ClaimsOption = None,
    store: StoreOption = None,
    lang: Lang = HELP_LANGUAGE,
) -> None:
    """Run the main job and say where the files are."""
    from ..aside import PARTS as APART
    from ..aside import Aside
    from ..dossier import CURVES
    from ..dossier import tell as dossier
    from ..job import Job
    from .report_sections import DEMO, tell

    with progress(_STEPS, lang) as step, Aside() as aside:
        step("read")
        kg = open_graph(claims, store, aside.feed)
        step("power")
        job = Job(kg, as_of or kg.as_of, lang, names=DEMO, curves=CURVES, aside=aside)
        aside.ask(job, APART, [_GRAPH])
        _ = job.findings
        step("premium")
        story = tell(job)
        step("page")
        # Of an earlier date, the page that stands alone still has a slider up to the data's date.
        page = job.network if job.as_of == kg.as_of else kg.network(job.as_of, lang)
        step("dossier")
        whole = dossier(job)
        step("files")
        graph = aside.file(_GRAPH) or kg.turtle()
        written = _write(job, page.html(), whole.html(), graph, story, out)
    _print(job, written)


def _write(job: Job, page: str, whole: str, graph: bytes, story: Story, out: Path) -> list[Path]:
    from ..viz.files import write_whole
    from ..viz.tables import power_table, premium_table

    files = {
        "dossier.html": whole.encode("utf-8"),
        "network.html": page.encode("utf-8"),
        "power.csv": power_table(job.findings).encode("utf-8"),
        "premium.csv": premium_table(job.kg.premium(job.findings.as_of)).encode("utf-8"),
        _GRAPH: graph,
        "report.md": story.markdown().encode("utf-8"),
        "report.html": story.html().encode("utf-8"),
    }
    out.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        write_whole(out / name, content)
    return [out / name for name in files]


def _print(job: Job, written: list[Path]) -> None:
    from ..graph.page import plain
    from ..viz.link_text import link_sentences
    from ..viz.verdicts import verdict_sentence

    kg, findings, lang = job.kg, job.findings, job.lang
    out = console()
    out.print(f"Definer {__version__} · {say('as_of', lang, date=findings.as_of)}")
    out.print(say("graph.counts", lang, **findings.counts))
    out.print("\n" + say("demo.power", lang, n=_TOP))
    for paradigm, result in findings.powers.items():
        out.print(f"{plain(kg.paradigm_label(paradigm, lang))} (n = {result.n})")
        out.print(_firms(kg, result, lang, out.width) or say("power.none", lang, date=findings.as_of))
        if last := findings.last_coded.get(paradigm):
            out.print("  " + say("demo.last", lang, year=last.as_of, n=last.n))
            out.print(_firms(kg, last, lang, out.width))
    out.print("\n" + say("demo.verdicts", lang))
    for paradigm, result in findings.powers.items():
        dated = findings.last_coded.get(paradigm, result)
        label = f"{kg.paradigm_label(paradigm, lang)} {dated.as_of}"
        out.print(plain(verdict_sentence(dated, label, lang)))
    out.print("\n" + say("power.meaning", lang))
    out.print(say("demo.in_degree", lang))
    if findings.last_coded:
        out.print(say("demo.faded", lang, n=len(findings.last_coded)))
    out.print(plain(_without_unverified(kg, findings, lang)))
    out.print()
    for sentence in link_sentences(job.brief_link, lang):
        out.print(sentence)
    out.print("\n" + say("files", lang))
    for path in written:
        out.print(f"  {path}  {say(f'file.{path.name}', lang)}")
    out.print("\n" + say("demo.open", lang, path=written[0]))


def _without_unverified(kg: KnowledgeGraph, findings: Findings, lang: Language) -> str:
    changed = []
    for paradigm, result in findings.powers.items():
        leaders = [found.firms[0].id for found in (result, findings.sourced[paradigm]) if found.firms]
        if len(leaders) == 2 and leaders[0] != leaders[1]:
            names = {"label": kg.paradigm_label(paradigm, lang), "firm": kg.name(leaders[1], lang)}
            changed.append(say("demo.leader", lang, **names))
    if not changed:
        return say("demo.same_leaders", lang)
    return say("demo.other_leaders", lang, leaders=say("list", lang).join(changed))


def _firms(kg: KnowledgeGraph, result: PowerResult, lang: Language, width: int) -> str:
    from rich.cells import cell_len

    from ..graph.page import plain

    # Broken between firms only: a name on one line and its number on the next would be misread.
    lines: list[str] = []
    for firm in result.firms[:_TOP]:
        item = f"{firm.rank} {plain(kg.name(firm.id, lang))} {firm.power:.3f} ({firm.in_degree})"
        if lines and cell_len(f"{lines[-1]} · {item}") <= width:
            lines[-1] += f" · {item}"
        else:
            lines.append(f"  {item}")
    return "\n".join(lines)
