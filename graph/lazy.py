"""Packages whose names are loaded when first used: numpy and scipy stay out of a process that only asks for help."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

__all__ = ["attach"]


def attach(package: str, homes: Mapping[str, tuple[str, ...]]) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """Make a package's ``__getattr__`` and ``__dir__`` (PEP 562).

    Parameters
    ----------
    package : str
        Its ``__name__``.
    homes : mapping of str to tuple of str
        Module (``"score"``, or ``"..names"`` for one elsewhere) and the names that are found there.
    """
    found = {name: module if module[0] == "." else f".{module}" for module, names in homes.items() for name in names}

    def get(name: str) -> Any:  # noqa: ANN401
        if name not in found:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(found[name], package), name)

    return get, lambda: sorted(found)
