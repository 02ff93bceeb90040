"""Write ``terms.py`` and ``shapes.ttl`` from the vocabulary and the records.

Run as ``python -m definer.ontology.generate``; with ``--check`` it writes nothing, and fails where a committed
file differs from what would be written.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from .shapes_text import shapes_text
from .terms_text import terms_text

__all__ = ["GENERATED", "drifted", "main"]

GENERATED: dict[str, Callable[[], str]] = {"terms.py": terms_text, "shapes.ttl": shapes_text}
"""File of this room -> function that gives its text."""

_ROOM = Path(__file__).parent


def drifted(room: Path = _ROOM) -> list[str]:
    """Names of the generated files in `room` that differ from what would be written now."""
    return [name for name, text in GENERATED.items() if _read(room / name) != text()]


def main(arguments: Sequence[str], room: Path = _ROOM) -> int:
    """Write the generated files, or with ``--check`` only compare them.

    Returns
    -------
    int
        0 done or no difference, 1 a file differs, 2 unknown argument.
    """
    if arguments and list(arguments) != ["--check"]:
        sys.stderr.write("usage: python -m definer.ontology.generate [--check]\n")
        return 2
    names = drifted(room)
    if arguments:
        for name in names:
            sys.stderr.write(f"{name} differs: run python -m definer.ontology.generate\n")
        return int(bool(names))
    for name in names:
        (room / name).write_text(GENERATED[name](), encoding="utf-8", newline="\n")
        sys.stdout.write(f"{name} written\n")
    return 0


def _read(path: Path) -> str:
    return path.read_bytes().decode("utf-8") if path.exists() else ""


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
