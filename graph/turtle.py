"""Turtle that is the same for the same triples: sorted, prefixed, one property a line.

Works on lines of N-Triples, which the engine writes far faster than it hands out objects.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..ontology.namespaces import PREFIXES

__all__ = ["compact", "turtle"]

BASE = "https://w3id.org/definer/"
"""Things and words are written relative to it: ``<id/org/catl>``, ``<code/layer#tech>``."""

_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.\-]*[A-Za-z0-9_\-])?\Z")
_PATH = re.compile(r"(?:id|code|graph)(?:[/#](?!\.)[A-Za-z0-9_.%\-]+)+\Z")
_TYPE = f"<{PREFIXES['rdf']}type>"
_XSD = PREFIXES["xsd"]
_BARE = {
    f"<{_XSD}integer>": re.compile(r"[+-]?\d+\Z"),
    f"<{_XSD}decimal>": re.compile(r"[+-]?\d*\.\d+\Z"),
    f"<{_XSD}boolean>": re.compile(r"(?:true|false)\Z"),
}
_SCRIPT = re.compile(r"(?<=\"@[a-z]{2}-)[a-z]{4}\Z")


def compact(iri: str) -> str:
    """Prefixed name of an IRI where there is one, else the IRI in angle brackets.

    Examples
    --------
    >>> compact("https://w3id.org/definer/ontology#Tie")
    'def:Tie'
    """
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and _LOCAL.match(iri, len(namespace)):
            return f"{prefix}:{iri[len(namespace) :]}"
    return f"<{iri}>"


def turtle(lines: Iterable[str]) -> bytes:
    """Sorted Turtle.

    Parameters
    ----------
    lines : iterable of str
        N-Triples, one triple a line, in any order.

    Returns
    -------
    bytes
        UTF-8; subjects, properties and values in code-point order of their N-Triples form, types first.
    """
    nodes: dict[str, list[tuple[str, str]]] = {}
    for line in lines:
        subject, predicate, rest = line.split(" ", 2)
        # Types come first, as people write them: a blank sorts before every '<'.
        said = (" " if predicate == _TYPE else predicate, rest[: rest.rindex(" .")])
        nodes.setdefault(subject, []).append(said)
    cache: dict[str, str] = {" ": "a"}
    out = [f"@base <{BASE}> .\n"]
    out += [f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in sorted(PREFIXES.items())]
    for subject in sorted(nodes):
        out.append(f"\n{_term(subject)}")
        _describe(out, nodes[subject], cache)
    return "".join(out).encode()


def _describe(out: list[str], said: list[tuple[str, str]], cache: dict[str, str]) -> None:
    last, before = "", " "
    for predicate, value in sorted(set(said)):
        text = cache.get(value) or _remember(cache, value)
        if predicate == last:
            out.append(f" , {text}")
        else:
            out.append(f"{before}{cache.get(predicate) or _remember(cache, predicate)} {text}")
            last, before = predicate, " ;\n    "
    out.append(" .\n")


def _remember(cache: dict[str, str], value: str) -> str:
    found = cache[value] = _term(value)
    return found


def _term(value: str) -> str:
    if value.startswith("<"):
        iri = value[1:-1]
        if iri.startswith(BASE) and _PATH.match(iri, len(BASE)):
            return f"<{iri[len(BASE) :]}>"
        return compact(iri)
    if value.endswith(">"):
        text, _, datatype = value.rpartition("^^")
        bare = _BARE.get(datatype)
        if bare and bare.match(text[1:-1]):
            return text[1:-1]
        return f"{text}^^{compact(datatype[1:-1])}"
    # The engine folds language tags to lower case; a script subtag is written with a capital.
    return _SCRIPT.sub(lambda match: match[0].capitalize(), value) if value.endswith("hans") else value
