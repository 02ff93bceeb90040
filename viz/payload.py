"""What the page's script reads: nodes and edges of the pyvis network, claims, sources, words and powers, packed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .assembly import Drawing, Powers, greatest, node_size
from .columns import columns
from .evidence import Evidence, Row
from .palette import LAYERS, PARADIGM_COLORS, REGIONS, region
from .romanize import pinyin_keys

if TYPE_CHECKING:
    from pyvis.network import Network

__all__ = ["FIRST_YEAR", "payload", "stops"]

FIRST_YEAR = 1975
"""First stop of the date slider."""
_SCALE = 100_000
"""Powers travel as whole numbers of 1e-5."""

_NODE = ("id", "x", "y", "shape", "en", "zh", "aliases", "keys", "tickers", "country", "region", "founded",
         "founded_evidence", "kind", "evidence", "note", "sources")  # fmt: skip
_EDGE = ("from", "to", "paradigm", "layer", "first", "count")
_CLAIM = ("tie", "paradigm", "slot", "kind", "layer", "status", "evidence", "modality", "rank", "confidence", "start",
          "end", "last_confirmed", "known_from", "share_low", "share_high", "share_basis", "share_date", "criticality",
          "revocability", "closed", "round_trip", "low", "high", "currency", "scope", "round", "role", "stake_low",
          "stake_high", "quote", "locator", "note", "sources")  # fmt: skip
_WITNESS = ("claim", "fields", "quote", "locator", "confidence", "known_from", "sources")
_HOLDING = ("holding", "holder", "name_en", "name_zh", "kind", "paradigm", "degree", "start", "end", "reason",
            "evidence", "modality", "rank", "quote", "locator", "note", "sources")  # fmt: skip
_EVENT = ("event", "org", "date", "name_en", "name_zh", "paradigm", "evidence", "modality", "quote", "locator",
          "note", "sources")  # fmt: skip
_STATEMENT = ("statement", "org", "line", "quote", "verdict", "recomputation", "note", "sources")
_SOURCE = ("source", "title", "publisher", "published", "url", "tier")


def stops(last: str) -> list[str]:
    """Dates of the slider: the last day of each year from 1975, and at the end the data's own date.

    Examples
    --------
    >>> stops("1977-06-30")
    ['1975-12-31', '1976-12-31', '1977-06-30']
    """
    return [f"{year}-12-31" for year in range(FIRST_YEAR, int(last[:4]))] + [last]


def payload(
    network: Network,
    evidence: Evidence,
    drawing: Drawing,
    powers: Powers,
    *,
    facets: Mapping[str, Powers],
) -> dict[str, Any]:
    """Everything on the page as plain values for JSON.

    Parameters
    ----------
    network : pyvis.network.Network
        Its nodes and edges are what is drawn.
    evidence, drawing
        What the drawer tells of them.
    powers : mapping
        Definition power by paradigm, year and firm.
    facets : mapping
        The facets of power in the same form, by name: ``reach``, ``lockin``; they may be missing.
    """
    sources = _Sources(evidence)
    index = {node["id"]: number for number, node in enumerate(network.nodes)}
    edges = [edge | {"from": index[edge["from"]], "to": index[edge["to"]]} for edge in network.edges]
    held = [row | {"holder": index[row["holder"]]} for row in evidence.holdings if row["holder"] in index]
    place = {row["tie"]: number for number, row in enumerate(drawing.claims)}
    witnesses = [row | {"claim": place[row["tie"]]} for row in evidence.witnesses if row["tie"] in place]
    events, statements = (
        [row | {"org": index[row["org"]]} for row in rows if row["org"] in index]
        for rows in (evidence.events, evidence.statements)
    )
    return {
        "nodes": columns([_node(node, drawing.nodes[node["id"]], sources) for node in network.nodes], _NODE),
        "edges": columns(edges, _EDGE),
        "claims": columns(sources.cite(drawing.claims, "tie"), _CLAIM),
        "witnesses": columns(sources.cite(witnesses, "witness"), _WITNESS),
        "holdings": columns(sources.cite(held, "holding"), _HOLDING),
        "events": columns(sources.cite(events, "event"), _EVENT),
        "statements": columns(sources.cite(statements, "statement"), _STATEMENT),
        "sources": columns(sources.used(), _SOURCE),
        "paradigms": [
            {"id": key, **_names(key, row), "from": row["coded_from"], "to": row["coded_to"]}
            | {"island": [round(value) for value in drawing.islands.get(key, ())]}
            for key, row in evidence.paradigms.items()
        ],
        "slots": {
            key: [*_names(key, row).values(), row["definition_en"], row["definition_zh"]]
            for key, row in evidence.slots.items()
        },
        "words": {
            name: {word: list(_names(word, row).values()) for word, row in rows.items()}
            for name, rows in evidence.words.items()
        },
        "power": _measure(powers, index),
        "reach": _measure(facets.get("reach", {}), index),
        "lockin": _measure(facets.get("lockin", {}), index),
        "sizes": {"least": node_size(0.0), "most": node_size(1.0), "greatest": greatest(powers)},
        "palette": {"region": REGIONS, "layer": LAYERS, "paradigm": PARADIGM_COLORS},
    }


def _names(key: str, row: Row) -> dict[str, str]:
    english = row.get("name_en", "") or row.get("name", "") or key
    return {"en": english, "zh": row.get("name_zh", "") or english}


def _node(node: Mapping[str, Any], row: Row, sources: _Sources) -> dict[str, object]:
    names = _names(node["id"], row)
    aliases = row.get("aliases", "")
    return {
        **node,
        **names,
        "aliases": aliases,
        "keys": pinyin_keys([names["zh"], *aliases.split("\n")]),
        "tickers": row.get("tickers", ""),
        "country": row.get("country", ""),
        "region": region(row.get("country", "")),
        "founded": row.get("founded", ""),
        "founded_evidence": row.get("founded_evidence", ""),
        "kind": row["kind"],
        "evidence": row.get("evidence", ""),
        "note": row.get("note", ""),
        "sources": sources.of(row.get("org", "")),
    }


def _measure(found: Powers, index: Mapping[str, int]) -> dict[str, dict[str, object]]:
    return {paradigm: _powers(years, index) for paradigm, years in sorted(found.items())}


def _powers(years: Mapping[int, Mapping[str, float]], index: Mapping[str, int]) -> dict[str, object]:
    """Firms as node numbers, and one list of powers per year, in their order."""
    scored = {firm for found in years.values() for firm, power in found.items() if power > 0}
    firms = sorted(index[firm] for firm in scored if firm in index)
    names = {number: firm for firm, number in index.items()}
    table = {
        str(year): [round(_SCALE * found.get(names[number], 0.0)) for number in firms]
        for year, found in sorted(years.items())
        if any(found.values())
    }
    return {"scale": _SCALE, "firms": firms, "years": table}


class _Sources:
    """Numbers the sources in the order in which the page first names them."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._numbers: dict[str, int] = {}

    def of(self, claim: str) -> str:
        """Numbers of the sources of `claim`, separated by blanks."""
        cited = self._evidence.citations.get(claim, ())
        return " ".join(str(self._numbers.setdefault(source, len(self._numbers))) for source in cited)

    def cite(self, rows: Iterable[Mapping[str, object]], column: str) -> list[dict[str, object]]:
        """Give the rows, each with its sources."""
        return [{**row, "sources": self.of(str(row[column]))} for row in rows]

    def used(self) -> Sequence[Row]:
        """List the sources named so far, in the order of their numbers."""
        return [self._evidence.sources.get(source, {"source": source, "title": source}) for source in self._numbers]
