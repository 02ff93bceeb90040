"""What a backtest asks a store beside the ties: labels, candidates, events, documents, countries.

None of it enters a score. Holdings name the firms to be found; events are read to take their ties out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from ...ontology.namespaces import PREFIXES, local_id, thing_iri
from ..ties import Queryable

__all__ = ["ESSAY", "Candidate", "Event", "read_candidates", "read_countries", "read_documents", "read_events",
           "read_groups", "read_holders"]  # fmt: skip

ESSAY = "essay"
"""Id of the source whose definers are looked for."""
_PREFIX = "".join(f"PREFIX {name}: <{PREFIXES[name]}>\n" for name in ("def", "prov", "org", "dcterms"))

HOLDERS = f"""
SELECT ?paradigm ?holder ?side ?from WHERE {{
  ?holding a def:ControlHolding ; def:holder ?holder ; def:controlPoint ?point ;
           prov:hadPrimarySource <{thing_iri("source", ESSAY)}> .
  ?point def:paradigm ?paradigm ; def:side ?side .
  OPTIONAL {{ ?holding def:validFrom ?from }}
}}"""
GROUPS = "SELECT ?group ?member WHERE { ?group a def:Group ; org:hasMember ?member }"
CANDIDATES = """
SELECT ?paradigm ?firm ?rule ?outcome WHERE {
  ?candidacy a def:Candidacy ; def:organization ?firm ; def:paradigm ?paradigm ; def:inRule ?rule .
  OPTIONAL { ?candidacy def:outcome ?outcome }
}"""
EVENTS = """
SELECT ?event ?paradigm ?date ?actor WHERE {
  ?event a def:DefinitionEvent ; def:paradigm ?paradigm ; def:date ?date ; prov:wasAssociatedWith ?actor
}"""
DOCUMENTS = """
SELECT ?tie ?source ?issued WHERE {
  ?tie a def:Tie ; prov:hadPrimarySource ?source .
  OPTIONAL { ?source dcterms:issued ?issued }
}"""
COUNTRIES = "SELECT ?firm ?country WHERE { ?firm a def:Company ; def:country ?country }"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A firm on a paradigm's list: whether the list's rule names it, and what became of it."""

    firm: str
    in_rule: bool
    outcome: str | None


@dataclass(frozen=True, slots=True)
class Event:
    """A definition event: its year and the organizations that took part."""

    id: str
    paradigm: str
    year: int
    actors: frozenset[str]


def read_holders(store: Queryable) -> dict[str, list[tuple[str, str, int | None]]]:
    """(holder, side, year) of every holding that the essay asserts, per paradigm."""
    found: dict[str, list[tuple[str, str, int | None]]] = defaultdict(list)
    for paradigm, holder, side, start in _rows(store, HOLDERS):
        found[local_id(paradigm)].append((local_id(holder), local_id(side), _year(start)))
    return dict(found)


def read_groups(store: Queryable) -> dict[str, tuple[str, ...]]:
    """Members of every group, by id."""
    found: dict[str, list[str]] = defaultdict(list)
    for group, member in _rows(store, GROUPS):
        found[local_id(group)].append(local_id(member))
    return {group: tuple(members) for group, members in found.items()}


def read_candidates(store: Queryable) -> dict[str, dict[str, Candidate]]:
    """Candidates per paradigm, by firm."""
    found: dict[str, dict[str, Candidate]] = defaultdict(dict)
    for paradigm, firm, rule, outcome in _rows(store, CANDIDATES):
        key = local_id(firm)
        in_rule = rule.lower() in {"true", "1"}
        found[local_id(paradigm)][key] = Candidate(key, in_rule, local_id(outcome) if outcome else None)
    return dict(found)


def read_events(store: Queryable) -> list[Event]:
    """Definition events, by id."""
    actors: dict[tuple[str, str, int], set[str]] = defaultdict(set)
    for event, paradigm, date, actor in _rows(store, EVENTS):
        if (year := _year(date)) is not None:
            actors[local_id(event), local_id(paradigm), year].add(local_id(actor))
    return [Event(*key, frozenset(firms)) for key, firms in actors.items()]


def read_documents(store: Queryable) -> dict[str, dict[str, int | None]]:
    """Sources of every tie, with the year in which each was published, where it is known."""
    found: dict[str, dict[str, int | None]] = defaultdict(dict)
    for tie, source, issued in _rows(store, DOCUMENTS):
        found[local_id(tie)][local_id(source)] = _year(issued)
    return dict(found)


def read_countries(store: Queryable) -> Mapping[str, str]:
    """Country of every company that states one; of several the first in order."""
    found: dict[str, str] = {}
    for firm, country in _rows(store, COUNTRIES):
        found.setdefault(local_id(firm), country)
    return found


def _rows(store: Queryable, query: str) -> list[tuple[str, ...]]:
    """Rows in sort order; unbound variables are blank."""
    return sorted(tuple(str(cell or "").strip("<>") for cell in row) for row in store.query(_PREFIX + query))


def _year(date: str) -> int | None:
    return int(date[:4]) if date[:4].isdecimal() else None
