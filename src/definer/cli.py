"""The command line: data on standard output, messages on standard error.

Exit codes: 0 done, 1 the input is at fault, 2 usage.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from typing import Annotated

import typer

from . import __version__
from .commands import (
    add_tie,
    audit,
    backtest,
    build,
    census,
    coalition,
    completeness,
    curve,
    demo,
    dossier,
    dyads,
    explain,
    gap,
    history,
    link,
    network,
    option,
    power,
    prediction,
    premium,
    query,
    report,
    robustness,
    scenario,
    selftest,
    validate,
)
from .commands.options import HELP_LANGUAGE
from .commands.wide_help import WideCommand
from .messages import say

__all__ = ["app", "main", "program"]

app = typer.Typer(
    name="definer",
    help=say("app", HELP_LANGUAGE),
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

_COMMANDS: dict[str, Callable[..., None]] = {
    "demo": demo.demo,
    "validate": validate.validate,
    "build": build.build,
    "query": query.query,
    "power": power.power,
    "explain": explain.explain,
    "history": history.history,
    "backtest": backtest.backtest,
    "robustness": robustness.robustness,
    "coalition": coalition.coalition,
    "completeness": completeness.completeness,
    "census": census.census,
    "add-tie": add_tie.add_tie,
    "audit": audit.audit,
    "premium": premium.premium,
    "link": link.link,
    "curve": curve.curve,
    "dyads": dyads.dyads,
    "gap": gap.gap,
    "prediction": prediction.prediction,
    "option": option.option,
    "report": report.report,
    "network": network.network,
    "dossier": dossier.dossier,
    "scenario": scenario.scenario,
    "selftest": selftest.selftest,
}
for _name, _command in _COMMANDS.items():
    app.command(_name, cls=WideCommand if HELP_LANGUAGE == "zh" else None, help=say(_name, HELP_LANGUAGE))(_command)


def _version(*, wanted: bool) -> None:
    if wanted:
        typer.echo(f"definer {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            callback=lambda value: _version(wanted=value),
            is_eager=True,
            help=say("opt.version", HELP_LANGUAGE),
        ),
    ] = False,
) -> None:
    """Hold the options that stand before a command."""


def _use_utf8() -> None:
    # A pipe or file gets UTF-8 whatever the locale; a terminal keeps its own encoding, and shows "?" for what it lacks.
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace") if stream.isatty() else reconfigure(encoding="utf-8")


def main() -> None:
    """Run the command line; faults of the input become messages and exit code 1."""
    _use_utf8()
    # A command lives for seconds and makes hardly a cycle; looking for them took a fifth of the demo's time.
    gc.disable()
    # The draws of the error model use every processor themselves. Threads of the matrix library beside them made the
    # report a third slower; who sets the variable keeps the setting.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from .failures import report_failure

    try:
        app(prog_name="definer")
    except Exception as failure:  # the last place where an error can be put into words
        sys.exit(report_failure(failure))


def program() -> None:
    """Run the command line as a process of its own, which ends at once.

    Freeing a graph piece by piece takes half a second, and the system frees the whole process anyway. A profiler is
    let finish.
    """
    code: int | None = 0
    try:
        main()
    except SystemExit as ending:
        if not isinstance(ending.code, int | None) or sys.getprofile():
            raise
        code = ending.code
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:  # who read the output has gone: Python has its own way to say so
        sys.exit(code)
    os._exit(code or 0)
