"""``definer selftest``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ..messages import say
from .options import HELP_LANGUAGE, JsonOption, Lang, console, open_graph, print_json

if TYPE_CHECKING:
    from rich.table import Table

    from ..graph.synthetic import SelfTest
    from ..graph.synthetic.outcome import Figures
    from ..ontology.language import Language

__all__ = ["selftest"]

_WIDTH = 9
_COLUMNS = ("auc", "decoys", "precision")
_STYLES = {"pass": "green", "miss": "bold red", "report": ""}


def selftest(
    seed: Annotated[int, typer.Option("--seed", min=0, help=say("opt.seed", HELP_LANGUAGE))] = 0,
    reps: Annotated[int, typer.Option("--reps", min=1, help=say("opt.reps", HELP_LANGUAGE))] = 100,
    full: Annotated[bool, typer.Option("--full", help=say("opt.full", HELP_LANGUAGE))] = False,
    json: JsonOption = False,
    lang: Lang = HELP_LANGUAGE,
) -> None:
    """Run the acceptance tests; exit code 1 if one misses its threshold."""
    from ..graph.synthetic import FULL_REPS, run_selftest

    kg = open_graph(None, None)
    reps = max(reps, FULL_REPS) if full else reps
    found = run_selftest(kg.store, as_of=kg.as_of, claims=kg.store.version, seed=seed, reps=reps)
    if json:
        print_json(found.to_dict(lang))
    else:
        _print(found, lang)
    if not found.passed:
        console(stderr=True).print(say("selftest.missed", lang, ids=", ".join(found.missed)))
        raise typer.Exit(1)


def _print(found: SelfTest, lang: Language) -> None:
    from rich.padding import Padding

    out = console()
    out.print(say("selftest.title", lang, seed=found.setting.seed, reps=found.reps))
    verdicts = [outcome.verdict for outcome in found.outcomes]
    for outcome in found.outcomes:
        out.print()
        out.print(_test(outcome.record(lang), lang))
        if "auc_in_degree" in outcome.figures:
            out.print(Padding(_measures(outcome.figures, lang), (0, 0, 0, _WIDTH + 2)))
    passed, missed, reported = (verdicts.count(word) for word in ("pass", "miss", "report"))
    out.print("\n" + say("selftest.end", lang, passed=passed, missed=missed, reported=reported))


def _test(row: dict[str, str], lang: Language) -> Table:
    from rich.table import Table
    from rich.text import Text

    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(width=_WIDTH, no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    table.add_row(row["id"], Text(row["what"], style="bold"))
    for key in ("reference", "threshold", "result"):
        table.add_row(say(f"selftest.{key}", lang), row[key])
    table.add_row("", Text(say(f"selftest.{row['verdict']}", lang), style=_STYLES[row["verdict"]]))
    return table


def _measures(figures: Figures, lang: Language) -> Table:
    """Table of how the score and the usual centralities did at finding planted power."""
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    table.add_column(say("col.measure", lang))
    for key in _COLUMNS:
        table.add_column(say(f"selftest.{key}", lang), justify="right")
    for measure in (key.removeprefix("auc_") for key in figures if f"precision_{key.removeprefix('auc_')}" in figures):
        cells = (figures.get(f"{key}_{measure}") for key in _COLUMNS)
        name = say(f"selftest.measure.{measure}", lang)
        table.add_row(name, *("" if cell is None else f"{cell:.3f}" for cell in cells))
    return table
