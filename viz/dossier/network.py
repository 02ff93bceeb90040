"""The dossier's network: firms, ties, claims and what they rest on, and the measures of every year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..page import NetworkPage

__all__ = ["network_block"]

_FRAME = {"lang", "asOf", "stops", "messages"}


def network_block(page: NetworkPage) -> dict[str, Any]:
    """Plain values of the block, in the form that ``viz/web/src/network/graph.ts`` gives; the frame holds the rest."""
    return {name: value for name, value in page.data().items() if name not in _FRAME}
