"""``definer report``: the story from question to verdict, as one page or as Markdown."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..messages import say
from .options import (
    HELP_LANGUAGE,
    AsOf,
    ClaimsOption,
    Lang,
    StoreOption,
    UsageError,
    check_target,
    chosen_paradigms,
    console,
    open_graph,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from ..ontology.language import Language

__all__ = ["progress", "report"]

_DEFAULT = Path("report.html")
_FORMS = (".html", ".md")


def report(
    out: Annotated[
        list[Path] | None, typer.Option("--out", "-o", metavar="FILE", help=say("opt.report_out", HELP_LANGUAGE))
    ] = None,
    as_of: AsOf = None,
    quick: Annotated[bool, typer.Option("--quick", help=say("opt.quick", HELP_LANGUAGE))] = False,
    claims: ClaimsOption = None,
    store: StoreOption = None,
    lang: Lang = HELP_LANGUAGE,
) -> None:
    """Compute the sections and write the files."""
    files = out or [_DEFAULT]
    for path in files:
        if path.suffix.lower() not in _FORMS:
            raise UsageError(say("err.report_form", lang, name=path.name))
        check_target(path)
    from ..job import Job
    from ..viz.files import write_whole
    from .report_sections import SECTIONS, tell

    with progress(("read", *(section.name for section in SECTIONS), "files"), lang) as step:
        step("read")
        kg = open_graph(claims, store)
        chosen_paradigms(kg, None)
        story = tell(Job(kg, as_of or kg.as_of, lang, quick), step)
        step("files")
        for path in files:
            text = story.html() if path.suffix.lower() == ".html" else story.markdown()
            write_whole(path, text.encode("utf-8"))
    shown = console(stderr=True)
    for path in files:
        shown.print(say("done.wrote", lang, path=path))


@contextmanager
def progress(steps: Sequence[str], lang: Language) -> Iterator[Callable[[str], None]]:
    """Show how far a long command is: on a terminal only, and on standard error, so that output stays clean.

    Parameters
    ----------
    steps : sequence of str
        Names of the steps, in order; what is yielded is told each as it begins.
    lang : str
    """
    terminal = console(stderr=True)
    if not terminal.is_terminal:
        yield lambda _: None
        return
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (BarColumn(bar_width=24), TimeElapsedColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=terminal, transient=True) as bar:
        task = bar.add_task("", total=len(steps))
        yield lambda name: bar.update(
            task, completed=steps.index(name), description=say(f"step.{name}", lang), refresh=True
        )
