"""Claims that the network does not draw: in-house supply, figures, shares of cohorts; and which claims disagree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from ..columns import columns
from ..evidence import Row, by_id, cited, read

if TYPE_CHECKING:
    from ...graph.store import Store
    from ..evidence import Evidence

__all__ = ["clashes", "evidence_block"]

_WORDED = ("evidence", "modality", "rank", "confidence", "known_from", "quote", "locator", "note", "sources")
_FIGURE = ("low", "high", "currency", "operator", "status", *_WORDED)
_OWN = ("tie", "dependent", "provider", "paradigm", "slot", "kind", "layer", "status", "start", "end", "end_unknown",
        "last_confirmed", "share_low", "share_high", "share_basis", "share_date", "criticality", "revocability",
        "closed", *_WORDED)  # fmt: skip
_WITNESS = ("own", "fields", "quote", "locator", "confidence", "known_from", "sources")
_VALUATION = ("claim", "org", "date", "kind", *_FIGURE)
_FUNDAMENTAL = ("claim", "org", "metric", "start", "end", "unit", *_FIGURE)
_SHARE = ("claim", "cohort", "paradigm", "slot", "provider", "date", "share_low", "share_high", "share_basis", *_WORDED)
_SOURCE = ("source", "title", "publisher", "published", "url", "tier")
_SAME_VALUATION = ("org", "date", "kind", "currency")
_SAME_FUNDAMENTAL = ("org", "metric", "start", "end", "currency", "unit")


def evidence_block(store: Store, evidence: Evidence, drawn: Collection[str]) -> dict[str, Any]:
    """Plain values of the block, in the form that ``viz/web/src/evidence/block.ts`` gives.

    Parameters
    ----------
    store : Store
    evidence : Evidence
        What the network is drawn from.
    drawn : collection of str
        Ids of the sources that the network's block describes; the block describes the others.
    """
    figures = cited(store, "figure_citations")
    own = list(by_id(read(store, "own_ties"), "tie").values())
    valuations, fundamentals, shares = (
        list(by_id(read(store, name), "claim").values()) for name in ("valuations", "fundamentals", "cohort_shares")
    )
    places = {row["tie"]: number for number, row in enumerate(own)}
    witnesses = [row | {"own": places[row["tie"]]} for row in evidence.witnesses if row["tie"] in places]
    return {
        "own": columns(_cite(own, "tie", evidence.citations), _OWN),
        "witnesses": columns(_cite(witnesses, "witness", evidence.citations), _WITNESS),
        "valuations": columns(_cite(valuations, "claim", figures), _VALUATION),
        "fundamentals": columns(_cite(fundamentals, "claim", figures), _FUNDAMENTAL),
        "shares": columns(_cite(shares, "claim", figures), _SHARE),
        "cohorts": {row["cohort"]: [row["cohort_en"], row["cohort_zh"]] for row in shares},
        "clashes": {
            "valuation": clashes(valuations, _SAME_VALUATION),
            "fundamental": clashes(fundamentals, _SAME_FUNDAMENTAL),
        },
        "disagreements": _disagreements(read(store, "disagreements")),
        "counts": {row["kind"]: int(row["n"]) for row in read(store, "kinds_of_records")},
        "sources": columns((row for key, row in evidence.sources.items() if key not in drawn), _SOURCE),
    }


def clashes(rows: Sequence[Row], same: Sequence[str]) -> list[list[int]]:
    """Groups of rows, by number, of which not all can be right.

    Parameters
    ----------
    rows : sequence of Row
        Figures with ``low``, ``high`` and ``rank``.
    same : sequence of str
        Columns that are equal where two rows speak of the same quantity.

    Returns
    -------
    list of list of int
        Groups in which the highest low end lies above the lowest high end; deprecated claims stand in none.

    Examples
    --------
    >>> low = {"org": "a", "low": "1", "high": "2", "rank": "normal"}
    >>> clashes([low, low | {"high": "9"}, low | {"low": "3", "high": "4"}], ["org"])
    [[0, 1, 2]]
    """
    groups: dict[tuple[str, ...], list[tuple[int, Decimal, Decimal]]] = defaultdict(list)
    for number, row in enumerate(rows):
        low, high = _number(row["low"]), _number(row["high"])
        if row["rank"] != "deprecated" and low is not None and high is not None:
            groups[tuple(row[name] for name in same)].append((number, low, high))
    return [
        [number for number, _, _ in group]
        for group in groups.values()
        if max(low for _, low, _ in group) > min(high for _, _, high in group)
    ]


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:  # foreign data, or none
        return None


def _cite(
    rows: Iterable[Mapping[str, object]], column: str, sources: Mapping[str, Sequence[str]]
) -> list[dict[str, object]]:
    return [{**row, "sources": " ".join(sources.get(str(row[column]), ()))} for row in rows]


def _disagreements(rows: Iterable[Row]) -> list[dict[str, Any]]:
    """One entry each: what it is about, and what each side says on whose word."""
    found: dict[str, dict[str, Any]] = {}
    for row in rows:
        entry = found.setdefault(row["disagreement"], _disagreement(row))
        _add(entry["orgs"], row["org"])
        _add(entry["causes"], row["cause"])
        if row["source"]:
            _add(entry["views"]["ABC".index(row["view"][-1])]["sources"], row["source"])
    for entry in found.values():
        entry["views"] = [view for view in entry["views"] if view["says"]]
    return list(found.values())


def _disagreement(row: Row) -> dict[str, Any]:
    return {
        "id": row["disagreement"],
        "topic": [row["topic_en"], row["topic_zh"]],
        "metric": row["metric"],
        "date": row["date"],
        "treatment": row["treatment"],
        "orgs": [],
        "causes": [],
        "views": [{"says": row[f"claim_{side}"], "sources": []} for side in "abc"],
    }


def _add(found: list[str], value: str) -> None:
    if value and value not in found:
        found.append(value)
