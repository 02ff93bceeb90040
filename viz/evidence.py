"""What the network page shows, read from a store by SPARQL: who there is, the ties between them, and on whose word."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from ..ontology.namespaces import DEF, local_id
from ..ontology.words import TieField

if TYPE_CHECKING:
    from ..graph.store import Store

__all__ = ["CAPITAL", "Evidence", "Row", "by_id", "cited", "gather", "read"]

CAPITAL = "capital"
"""Layer of ties of money, which never enter a score."""
_DAY = 10
_QUERIES = Path(__file__).parent / "queries"

Row = dict[str, str]
"""One solution of a query: variable name -> local id, word of a closed list, or text; unbound variables are blank."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything on the page, in the order of the ids.

    Attributes
    ----------
    organizations, standards, paradigms, slots, sources : dict of str to Row
        Things by local id.
    ties, investments, holdings, statements, events : list of Row
        Claims; dates at their stated precision, `start` always present where the claim has one.
    witnesses : list of Row
        What single sources say of single ties; `fields` are those that they bear out, separated by blanks.
    citations : dict of str to tuple of str
        Claim -> ids of its sources.
    words : dict of str to dict of str to Row
        Closed list -> word -> its names.
    """

    organizations: dict[str, Row]
    standards: dict[str, Row]
    paradigms: dict[str, Row]
    slots: dict[str, Row]
    sources: dict[str, Row]
    ties: list[Row]
    investments: list[Row]
    holdings: list[Row]
    statements: list[Row]
    events: list[Row]
    witnesses: list[Row]
    citations: dict[str, tuple[str, ...]]
    words: dict[str, dict[str, Row]]


def gather(store: Store) -> Evidence:
    """Read the page's evidence from `store`.

    Parameters
    ----------
    store : Store
        A store of the shipped claims, or of any RDF in the same vocabulary.
    """
    organizations = by_id(read(store, "organizations"), "org")
    standards = by_id(read(store, "standards"), "standard")
    people = organizations.keys() | standards.keys()
    ties = _between(by_id(read(store, "ties"), "tie"), people, "dependent", "provider")
    investments = _between(by_id(read(store, "investments"), "tie"), people, "investee", "investor")
    for row in read(store, "kinds"):
        if row["org"] in organizations:
            organizations[row["org"]]["kind"] = row["kind"]
    for row in read(store, "aliases"):
        if row["org"] in organizations:
            known = organizations[row["org"]].get("aliases", "")
            organizations[row["org"]]["aliases"] = f"{known}\n{row['alias']}" if known else row["alias"]
    for row in read(store, "identifiers"):
        register, _, code = row["identifier"].partition(":")
        if register == "ticker" and row["org"] in organizations:
            known = organizations[row["org"]].get("tickers", "")
            organizations[row["org"]]["tickers"] = f"{known} {code}".strip()
    return Evidence(
        organizations=organizations,
        standards=standards,
        paradigms=by_id(read(store, "paradigms"), "paradigm"),
        slots=by_id(read(store, "slots"), "slot"),
        sources=by_id(read(store, "sources"), "source"),
        ties=ties,
        investments=investments,
        holdings=[_dated(row) for row in by_id(read(store, "holdings"), "holding").values()],
        statements=read(store, "statements"),
        events=read(store, "events"),
        witnesses=_witnesses(read(store, "witnesses")),
        citations=cited(store, "citations"),
        words=_words(read(store, "words")),
    )


def read(store: Store, name: str) -> list[Row]:
    """Rows of a query of ``viz/queries``."""
    text = (_QUERIES / f"{name}.rq").read_text(encoding="utf-8")
    # CSV is the fastest way out of the store: no Python object per term.
    table = csv.reader(io.StringIO(store.query(text).to("csv"), newline=""))
    names = next(table)
    return [dict(zip(names, map(_local, row), strict=True)) for row in table]


def _local(value: str) -> str:
    """Local id of an IRI of ours (``catl``, ``tech``), name of a term (``Company``); any other text as it is."""
    return local_id(value).removeprefix(DEF) if value.startswith("https://w3id.org/definer/") else value


def cited(store: Store, name: str) -> dict[str, tuple[str, ...]]:
    """Sources of each claim, each once, from a query of ``viz/queries`` with the columns claim and source."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for row in read(store, name):
        found[row["claim"]][row["source"]] = None
    return {claim: tuple(sources) for claim, sources in found.items()}


def by_id(rows: Iterable[Row], column: str) -> dict[str, Row]:
    """First row of each id: foreign data may state a thing twice."""
    found: dict[str, Row] = {}
    for row in rows:
        found.setdefault(row[column], row)
    return found


def _between(rows: dict[str, Row], people: set[str], dependent: str, provider: str) -> list[Row]:
    """Claims of ties between two nodes; a cohort, or a thing that the store does not describe, is none."""
    return [_dated(row) for row in rows.values() if row[dependent] in people and row[provider] in people]


def _witnesses(rows: list[Row]) -> list[Row]:
    found: dict[str, Row] = {}
    fields: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        found.setdefault(row["witness"], row)
        fields[row["witness"]].add(row["field"])
    order = get_args(TieField)
    return [row | {"fields": " ".join(name for name in order if name in fields[key])} for key, row in found.items()]


def _dated(row: Row) -> Row:
    """Fill the dates of the row from the days that bound them where the data states no other."""
    if not row.get("start", ""):
        row["start"] = row.get("date") or row.get("from", "")[:_DAY]
    if not row.get("end", ""):
        row["end"] = "unknown" if row.get("end_unknown") in ("true", "1") else row.get("until", "")[:_DAY]
    return row


def _words(rows: list[Row]) -> dict[str, dict[str, Row]]:
    schemes: dict[str, dict[str, Row]] = defaultdict(dict)
    for row in rows:
        schemes[row["list"]].setdefault(row["word"], row)
    return dict(schemes)
