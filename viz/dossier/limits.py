"""How large a dossier may be, and what is left out of the file above that, in which order.

The served form (``definer dossier --serve``) leaves nothing out.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ..notebook import megabytes

__all__ = ["GROUPS", "MOST_BYTES", "MOST_TRIPLES", "Group", "Omission", "by_size", "by_triples"]

MOST_TRIPLES = 1_500_000
"""Triples that the query engine in the page is given, two and a half times the shipped ones: some 5 seconds, 0.8 GB."""
MOST_BYTES = 18_000_000
"""Size of the file. A mail attachment grows by a third, and 25 MB is the usual limit of a mail."""

_TOO_MANY = (
    "the store holds {found:,} triples; a file holds at most {most:,}",
    "存储含 {found:,} 条三元组；单个文件最多 {most:,} 条",
)
_TOO_LARGE = (
    "the file would have {found}; it holds at most {most}",
    "文件将达 {found}；上限为 {most}",
)


class Group(NamedTuple):
    """Blocks that stand or go together, and what they are to a reader."""

    blocks: tuple[str, ...]
    what: tuple[str, str]


class Omission(NamedTuple):
    """Blocks that a file does not hold, what they are to a reader, and why."""

    blocks: tuple[str, ...]
    what: tuple[str, str]
    why: tuple[str, str]

    def to_dict(self) -> dict[str, list[str]]:
        """Plain values, in the form of ``LeftOut`` in ``viz/web/src/dossier/frame.ts``."""
        return {"blocks": list(self.blocks), "what": list(self.what), "why": list(self.why)}


GROUPS = (
    Group(
        ("triples", "oxigraph", "query-worker", "queries", "vocabulary"),
        ("SPARQL queries over the claims", "对主张的 SPARQL 查询"),
    ),
    Group(("evidence", "audit"), ("the list of all claims with their quotes", "全部主张及其引文的列表")),
    Group(("derivations",), ("how each firm's premium is derived", "各公司溢价的推导过程")),
    Group(("model",), ("what-if", "假设推演")),
    Group(("history",), ("rankings of every year", "历年排名")),
)
"""What goes first, what next; what no group names always stays."""


def by_triples(found: int, most: int = MOST_TRIPLES) -> tuple[Omission, ...]:
    """What a file leaves out because the store holds too many triples.

    Parameters
    ----------
    found : int
        Triples of the store.
    most : int
        Triples that a file may hold.
    """
    if found <= most:
        return ()
    why = tuple(text.format(found=found, most=most) for text in _TOO_MANY)
    return (Omission(GROUPS[0].blocks, GROUPS[0].what, (why[0], why[1])),)


def by_size(sizes: Mapping[str, int], rest: int, most: int = MOST_BYTES) -> tuple[Omission, ...]:
    """What a file leaves out because it would be too large, group by group until it fits.

    Parameters
    ----------
    sizes : mapping of str to int
        Bytes of each block as it stands in the file.
    rest : int
        Bytes of everything else.
    most : int
        Bytes that the file may have.
    """
    total = rest + sum(sizes.values())
    why = tuple(text.format(found=megabytes(total), most=megabytes(most)) for text in _TOO_LARGE)
    omissions = []
    for group in GROUPS:
        gone = tuple(name for name in group.blocks if name in sizes)
        if total <= most:
            break
        if gone:
            total -= sum(sizes[name] for name in gone)
            omissions.append(Omission(gone, group.what, (why[0], why[1])))
    return tuple(omissions)
