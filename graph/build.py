"""RDF of the claims: every record becomes one node, every column one property, as its fields declare.

The result is N-Quads, sorted and without duplicates: the same claims give the same bytes on any machine.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, cast

from ..ontology.claim import Claim, Record
from ..ontology.namespaces import CODE, ID, PREFIXES, expand, thing_iri
from ..ontology.values import earliest, latest, precision

if TYPE_CHECKING:
    from ..data.read import Claims

__all__ = ["DATASET", "decimal_text", "literal", "nquads", "nquads_parts"]

DATASET = ID + "dataset"
"""Node that carries the data's own date and version."""

Tails = tuple[str, ...]
"""What follows the subject on a line, ``' <predicate> object .'``, for one value of one field."""

_XSD = PREFIXES["xsd"]
_TYPE = f" <{PREFIXES['rdf']}type> "
_LABEL = f" <{PREFIXES['skos']}prefLabel> "
_DATATYPE = {"year": "gYear", "month": "gYearMonth", "day": "date"}
_DERIVED_START = {
    "def:start": "def:validFrom",
    "def:date": "def:validFrom",
    "def:periodStart": "def:validFrom",
}
_DERIVED_START["def:knownFrom"] = "def:knownSince"
_ORGANIZATION = {
    "company": "def:Company",
    "capital_source": "def:CapitalSource",
    "public_body": "def:PublicBody",
    "group": "def:Group",
}
_SPECIAL = re.compile(r'[\x00-\x1f\x7f"\\]')
_ESCAPES = {code: f"\\u{code:04X}" for code in (*range(0x20), 0x7F)}
_ESCAPES |= {ord('"'): '\\"', ord("\\"): "\\\\", 0x0A: "\\n", 0x0D: "\\r", 0x09: "\\t"}


def nquads(claims: Claims) -> bytes:
    """Sorted N-Quads of the claims, all in the default graph, UTF-8.

    Parameters
    ----------
    claims : Claims
        Records that have passed their checks.

    Returns
    -------
    bytes
        One quad a line, in code-point order; the data's date and version stand at the node :data:`DATASET`.
    """
    nodes: dict[str, list[str]] = {f"<{DATASET}>": list(_dataset(claims))}
    for records in claims.records.values():
        for cls in {type(record) for record in records}:
            _add(nodes, _Plan(cls), [record for record in records if type(record) is cls])
    # Sorting nodes, then the few lines of each, gives the order of sorting all lines, at a third of the time.
    return "".join([subject + tail for subject in sorted(nodes) for tail in sorted(set(nodes[subject]))]).encode()


def nquads_parts(claims: Claims, size: int = 4000) -> Iterator[bytes]:
    """The quads of :func:`nquads` in parts of about `size` records, in the order of the claims, not sorted.

    A store takes one part in while the next is made. Parts may repeat a quad.
    """
    nodes: dict[str, list[str]] = {f"<{DATASET}>": list(_dataset(claims))}
    for records in claims.records.values():
        for cls in sorted({type(record) for record in records}, key=lambda cls: cls.__name__):
            plan, same = _Plan(cls), [record for record in records if type(record) is cls]
            for first in range(0, len(same), size):
                _add(nodes, plan, same[first : first + size])
                if len(nodes) >= size:
                    yield _joined(nodes)
                    nodes = {}
    yield _joined(nodes)


def _joined(nodes: Mapping[str, list[str]]) -> bytes:
    return "".join([subject + tail for subject, tails in nodes.items() for tail in tails]).encode()


def literal(value: object, lang: str = "") -> str:
    r"""N-Quads form of a Python value.

    Examples
    --------
    >>> literal('5" disk')
    '"5\\" disk"'
    >>> literal(Decimal("0.50"))
    '"0.5"^^<http://www.w3.org/2001/XMLSchema#decimal>'
    """
    if isinstance(value, bool):
        return f'"{str(value).lower()}"^^<{_XSD}boolean>'
    if isinstance(value, int):
        return f'"{value}"^^<{_XSD}integer>'
    if isinstance(value, Decimal):
        return f'"{decimal_text(value)}"^^<{_XSD}decimal>'
    text = str(value)
    if _SPECIAL.search(text):
        text = text.translate(_ESCAPES)
    return f'"{text}"@{lang}' if lang else f'"{text}"'


def decimal_text(value: Decimal) -> str:
    """Shortest ``xsd:decimal`` form, the one that SPARQL engines give back.

    Examples
    --------
    >>> decimal_text(Decimal("5E+2")), decimal_text(Decimal("-0.10"))
    ('500', '-0.1')
    """
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _dataset(claims: Claims) -> Iterator[str]:
    yield f"{_TYPE}<{expand('schema:Dataset')}> .\n"
    yield f' <{expand("dcterms:title")}> "Claims on who defines technology paradigms"@en .\n'
    yield f' <{expand("dcterms:title")}> "关于谁定义技术范式的主张"@zh-Hans .\n'
    yield f' <{expand("dcterms:valid")}> "{claims.as_of}"^^<{_XSD}date> .\n'
    yield f" <{expand('schema:version')}> {literal(claims.version)} .\n"


def _add(nodes: dict[str, list[str]], plan: _Plan, records: list[Record]) -> None:
    """Add what is said of records of one class; this loop is the hot one."""
    base = f"<{thing_iri(plan.path, '')}"
    fields, provider = plan.fields, plan.provider
    for record in records:
        values = record.__dict__
        tails = nodes[f"{base}{values['id']}>"] = list(plan.types(values))
        for name, cache, render in fields:
            value = values[name]
            if value is not None:
                found = cache.get(value)
                if found is None:
                    found = cache[value] = render(value)
                tails += found
        if provider and values[provider].startswith("OPEN:"):
            nodes[f"<{thing_iri('provider', values[provider])}>"] = list(_standard(values[provider]))
        if isinstance(record, Claim) and record.confidence is None:
            tails.append(plan.confidence(record.gamma))


def _standard(provider: str) -> Iterator[str]:
    label = literal(provider.removeprefix("OPEN:"))
    yield f"{_TYPE}<{expand('def:OpenStandard')}> .\n"
    yield f"{_LABEL}{label}@en .\n"
    yield f"{_LABEL}{label}@zh-Hans .\n"


class _Plan:
    """How records of one class become lines: worked out once from the metadata of their fields."""

    def __init__(self, cls: type[Record]) -> None:
        self.path = cls.path
        self._class = (f"{_TYPE}<{expand(cls.rdf_class)}> .\n",)
        self._kinds = {
            kind: (*self._class, f"{_TYPE}<{expand(curie)}> .\n")
            for kind, curie in (_ORGANIZATION if cls.path == "org" else {}).items()
        }
        self.provider = ""
        self.fields: list[tuple[str, dict[Any, Tails], Callable[[Any], Tails]]] = []
        for name, field in cls.model_fields.items():
            if isinstance(field.json_schema_extra, dict):
                extra = cast(dict[str, str], field.json_schema_extra)
                self.fields.append((name, {}, _renderer(extra)))
                if extra["to"] == "provider":
                    self.provider = name

    def types(self, values: Mapping[str, Any]) -> Tails:
        return self._kinds.get(values["kind"], self._class) if self._kinds else self._class

    @staticmethod
    def confidence(value: Decimal) -> str:
        return f" <{expand('def:confidence')}> {literal(value)} .\n"


def _renderer(extra: dict[str, str]) -> Callable[[Any], Tails]:
    """Make the function from a field's value (never None) to the tails of its lines."""
    curie, how, to, lang = extra["term"], extra["how"], extra["to"], extra["lang"]
    predicate = f" <{expand(curie)}> "
    if how == "code":
        return lambda words: tuple(f"{predicate}<{CODE}{to}#{word}> .\n" for word in _several(words))
    if how == "link":
        return lambda keys: tuple(f"{predicate}<{thing_iri(to, key)}> .\n" for key in _several(keys))
    if how in ("when", "until", "last"):
        return lambda when: tuple(_dated(when, curie, how))
    return lambda value: tuple(f"{predicate}{literal(one, lang)} .\n" for one in _several(value))


def _several(value: Any) -> tuple[Any, ...]:  # noqa: ANN401
    return value if isinstance(value, tuple) else (value,)


def _dated(when: str, curie: str, how: str) -> Iterator[str]:
    """Give the date at its stated precision and the day that queries filter by."""
    if when == "unknown":
        yield f" <{expand('def:endUnknown')}> {literal(value=True)} .\n"
        return
    yield f' <{expand(curie)}> "{when}"^^<{_XSD}{_DATATYPE[precision(when)]}> .\n'
    if how == "when":
        derived, day = _DERIVED_START.get(curie), earliest(when)
    else:
        derived, day = (
            "def:validUntil",
            earliest(when) if how == "until" else latest(when) + timedelta(days=1),
        )
    if derived:
        yield f' <{expand(derived)}> "{day.isoformat()}"^^<{_XSD}date> .\n'
