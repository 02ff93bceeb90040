"""Who contends for the prize of a paradigm: firms whose whole business is the lab, and incumbents that have one too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from ...ontology.namespaces import PREFIXES, local_id, thing_iri
from ...ontology.values import earliest, latest

if TYPE_CHECKING:
    from ..store import Store

__all__ = ["Contender", "Part", "read_contenders"]

Part = Literal["lab", "incumbent", "other"]

_LAB: Final = re.compile(r"(AI lab|base model)( with a consumer app| and model hub)?\Z")
_HAS_LAB: Final = re.compile(r"\b(lab|hosted model)\b")
_ROBOTS: Final = re.compile(r"robot")


@dataclass(frozen=True, slots=True)
class Contender:
    """A firm on the list of a paradigm.

    Attributes
    ----------
    firm, role : str
    part : str
        ``lab``: model lab and nothing else but its own application or hub; ``incumbent``: a lab beside clouds, chips
        or a product of its own; ``other``: everybody else on the list.
    active : bool
        Whether it was active on the date asked for.
    """

    firm: str
    role: str
    part: Part
    active: bool


_QUERY = """
PREFIX def: <{def}>
SELECT ?firm ?role ?from ?to WHERE {{{{
  ?c a def:Candidacy ; def:organization ?firm ; def:paradigm <{{paradigm}}> .
  OPTIONAL {{{{ ?c def:role ?role }}}} OPTIONAL {{{{ ?c def:start ?from }}}} OPTIONAL {{{{ ?c def:end ?to }}}}
}}}}""".format(**PREFIXES)


def read_contenders(store: Store, paradigm: str, as_of: str) -> dict[str, Contender]:
    """Contenders of a paradigm by firm, by the role that the list of candidates gives them."""
    rows = store.query(_QUERY.format(paradigm=thing_iri("paradigm", paradigm))).rows
    found = {}
    for row in sorted(rows, key=lambda row: [cell or "" for cell in row]):
        firm, role = local_id(row[0] or ""), row[1] or ""
        found[firm] = Contender(firm, role, _part(role), _active(row[2:], as_of))
    return found


def _part(role: str) -> Part:
    if _LAB.match(role):
        return "lab"
    return "incumbent" if _HAS_LAB.search(role) and not _ROBOTS.search(role) else "other"


def _active(span: Sequence[str | None], as_of: str) -> bool:
    start, end = span[0], span[1]
    today = latest(as_of)
    if start and earliest(start) > today:
        return False
    return not end or end == "unknown" or earliest(end) > today
