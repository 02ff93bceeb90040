"""Ids that a query is asked about: known to the store, and found by a name in either language too.

An id that is not there would give an answer without rows, which looks like a finding.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from ..ontology.namespaces import ID, expand, local_id, thing_iri
from ..ontology.records import RECORDS
from .names import NodeName, UnknownFirmError, UnknownNameError, UnknownParadigmError, find_id
from .parameters import parameters, term
from .sparql import QueryError

if TYPE_CHECKING:
    from .store import Store

__all__ = ["find_ids"]

_THERE = "ASK { { <%s> ?property ?value } UNION { ?thing ?property <%s> } }"
_NAMES = """
SELECT DISTINCT ?thing ?property ?name ?language
WHERE {
  ?thing a <%s> .
  OPTIONAL {
    VALUES ?property { skos:prefLabel rdfs:label dcterms:title skos:altLabel }
    ?thing ?property ?name . BIND(LANG(?name) AS ?language)
  }
}
ORDER BY ?thing ?property ?name ?language
"""
_ERRORS: dict[str, type[UnknownNameError]] = {"org": UnknownFirmError, "paradigm": UnknownParadigmError}


def find_ids(store: Store, text: str, params: Mapping[str, object]) -> dict[str, object]:
    """Values for the parameters of a query, each name of a thing replaced by what it names.

    Parameters
    ----------
    store : Store
        What will be asked.
    text : str
        The query. A parameter whose default in the header begins with ``id:`` asks for a thing.
    params : mapping
        Values as they were given; defaults are not looked at.

    Returns
    -------
    dict
        The values by parameter; those that ask for no thing are as they were.

    Raises
    ------
    UnknownNameError
        The store holds nothing of that id or name, or several things of that name; with the nearest.
    """
    kinds = {
        parameter.name: parameter.default.removeprefix("id:").partition("/")[0]
        for parameter in parameters(text)
        if parameter.default.startswith("id:")
    }
    found = dict(params)
    for name, value in params.items():
        kind = kinds.get(name.lstrip("?$"))
        if kind is not None and isinstance(value, str):
            found[name] = _find(store, value.strip(), kind)
    return found


def _find(store: Store, text: str, kind: str) -> str:
    special = kind == "org" and text.startswith(("IN_HOUSE", "UNKNOWN", "OPEN:"))
    iri = thing_iri("provider" if special else kind, text)
    try:
        iri = term(text, term(f"<{iri}>")).value if not special else iri
    except QueryError:  # it cannot be an id, in any notation: whoever binds it says so
        return text
    if store.query(_THERE % (iri, iri)).truth:
        return f"<{iri}>"
    if iri.startswith(ID) and not special:  # id:valuation/v1 where a tie is the usual thing to ask for
        kind = iri.removeprefix(ID).partition("/")[0]
    names, iris = _names(store, kind)
    wanted = local_id(iri) if iri.startswith(ID) else text
    return f"<{iris[find_id(wanted, names, _error(store, kind))]}>"


def _names(store: Store, kind: str) -> tuple[dict[str, NodeName], dict[str, str]]:
    """Names of all things of the kind by id, and their IRIs."""
    iris: dict[str, str] = {}
    labels: dict[str, dict[str, list[str]]] = {}
    for record in RECORDS.values():
        if record.path != kind:
            continue
        for thing, naming, name, language in store.query(_NAMES % expand(record.rdf_class)):
            key = local_id(str(thing))
            iris[key] = str(thing)
            group = "alias" if str(naming).endswith("altLabel") else str(language or "en")[:2]
            if name:
                labels.setdefault(key, {}).setdefault(group, []).append(str(name))
    return {key: _name(key, labels.get(key, {})) for key in iris}, iris


def _name(key: str, labels: Mapping[str, list[str]]) -> NodeName:
    english = [*labels.get("en", ()), *labels.get("zh", ()), key]
    chinese = [*labels.get("zh", ()), english[0]]
    return NodeName(english[0], chinese[0], aliases=(*labels.get("alias", ()), *english[1:], *chinese[1:]))


def _error(store: Store, kind: str) -> type[UnknownNameError] | partial[UnknownNameError]:
    if kind in _ERRORS:
        return _ERRORS[kind]
    words = {record.path: expand(record.rdf_class) for record in RECORDS.values()}
    en, zh = (store.label(words[kind], "en"), store.label(words[kind], "zh")) if kind in words else (None, None)
    # The vocabulary explains some of its words in brackets.
    return partial(UnknownNameError, what=(en or kind, (zh or kind).partition("（")[0]))
