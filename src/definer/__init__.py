"""Definer: who sets the rules of a technology era, how sure we are, and what that is worth.

>>> import definer
>>> kg = definer.open()  # the shipped claims
>>> kg.power("pc", as_of="1990").firms[0].id
'microsoft'
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from .graph.model import Model
    from .graph.power.spec import Spec
    from .knowledge import KnowledgeGraph

__all__ = ["KnowledgeGraph", "Model", "Spec", "__version__", "open"]

__version__ = "0.1.0"


def open(claims: str | Path | None = None, *, store: str | Path | None = None) -> KnowledgeGraph:  # noqa: A001
    """Open a knowledge graph.

    Parameters
    ----------
    claims : path, optional
        Directory of claims tables; the shipped claims where neither argument is given.
    store : path, optional
        Store on disk that ``definer build`` made, or an RDF file (Turtle, N-Quads ...) in the vocabulary.

    Raises
    ------
    definer.data.faults.ClaimsError
        If the claims hold faults; it lists all of them.
    FileNotFoundError
        If there is nothing at `store`.
    ValueError
        If both arguments are given.
    """
    from .knowledge import KnowledgeGraph

    return KnowledgeGraph.open(claims, store=store)


_HOMES = {"KnowledgeGraph": "knowledge", "Model": "graph.model", "Spec": "graph.power.spec"}


def __getattr__(name: str) -> object:
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(f".{_HOMES[name]}", __name__), name)
    raise AttributeError(f"module 'definer' has no attribute {name!r}")
