"""What the main job found, and the words that the terminal and the report share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..graph.power import PowerResult
    from ..graph.store import Store
    from ..ontology.language import Language

__all__ = ["Findings", "find"]


@dataclass(frozen=True)
class Findings:
    """What the main job found, before it is put into words.

    Attributes
    ----------
    counts : mapping
        How many firms, claims, sources and unverified claims the store holds.
    powers : mapping
        Definition power by paradigm.
    sourced : mapping
        The same without the claims for which no source was found.
    last_coded : mapping
        Definition power at the end of the coded period, for paradigms that were coded to an earlier date.
    """

    as_of: str
    counts: Mapping[str, int]
    powers: Mapping[str, PowerResult]
    sourced: Mapping[str, PowerResult]
    last_coded: Mapping[str, PowerResult]
    store: Store

    def label(self, paradigm: str, lang: Language) -> str:
        """Name of a paradigm."""
        from ..ontology.namespaces import thing_iri

        return self.store.label(thing_iri("paradigm", paradigm), lang) or paradigm


def find(
    store: Store,
    as_of: str,
    powers: Mapping[str, PowerResult],
    sourced: Mapping[str, PowerResult],
    last_coded: Mapping[str, PowerResult],
) -> Findings:
    """Gather the findings as of a date.

    Parameters
    ----------
    store : Store
        The graph.
    as_of : str
        Date of valid time.
    powers : mapping
        Definition power by paradigm as of that date.
    sourced : mapping
        The same without the claims for which no source was found.
    last_coded : mapping
        The same at the end of the coded period, for paradigms that were coded to an earlier date.
    """
    from ..graph.counts import count

    return Findings(as_of, count(store), powers, sourced, last_coded, store)
