"""From an exception to words and an exit code: 1 where the input is at fault, 2 where the call is."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, cast

from .ontology.language import preferred_language

if TYPE_CHECKING:
    from .ontology.language import Language

__all__ = ["report_failure"]


def _language() -> Language:
    # The failing command's own --lang, if it was given: the exception has left the command behind.
    arguments = sys.argv
    for position, argument in enumerate(arguments):
        value = argument.removeprefix("--lang=") if argument.startswith("--lang=") else ""
        if argument == "--lang" and position + 1 < len(arguments):
            value = arguments[position + 1]
        if value in ("en", "zh"):
            return cast("Language", value)
    return preferred_language()


def report_failure(failure: Exception) -> int:
    """Print what went wrong to standard error and return the exit code.

    Raises
    ------
    Exception
        The failure itself where it is none that input can cause: a traceback is then the honest answer.
    """
    from .data.faults import ClaimsError
    from .data.files import WriteError, trouble
    from .graph.errors import GraphError
    from .graph.page import plain

    lang = _language()
    if isinstance(failure, ClaimsError):
        for fault in failure.faults:
            sys.stderr.write(fault.message(lang) + "\n")
        return 1
    if isinstance(failure, GraphError):
        sys.stderr.write("\n".join(plain(line) for line in failure.message(lang).splitlines()) + "\n")
        return failure.exit_code
    if isinstance(failure, WriteError):
        sys.stderr.write(plain(failure.message(lang)) + "\n")
        return 1
    if isinstance(failure, OSError):
        colon = "：" if lang == "zh" else ": "
        path = f"{failure.filename}{colon}" if failure.filename else ""
        sys.stderr.write(plain(path + trouble(failure, lang)) + "\n")
        return 1
    raise failure
