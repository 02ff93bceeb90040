"""How people see it: the network page, the tables and the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .page import NetworkPage, network

__all__ = ["NetworkPage", "network"]


def __getattr__(name: str) -> object:
    # Late: drawing needs libraries that take longer to load than most commands take to answer.
    if name in __all__:
        from importlib import import_module

        return getattr(import_module(".page", __name__), name)
    raise AttributeError(name)
