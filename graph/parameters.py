"""Parameters of a query: declared in its header, given as typed values, never pasted in as text.

A header line ``# param provider=id:org/nvidia (whose dependents)`` declares one. In the query it is written
``$provider`` (or ``?provider``: the two are one variable in SPARQL) and becomes a constant, which the engines
plan far better than a late binding.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import quote

from ..ontology.namespaces import PREFIXES, expand
from ..ontology.values import latest
from .build import decimal_text
from .sparql import QueryError, tokens

if TYPE_CHECKING:
    import pyoxigraph as ox

    Term: TypeAlias = ox.NamedNode | ox.Literal

__all__ = ["Parameter", "ParameterError", "bind", "parameters", "term"]

_HEADER = re.compile(r'#\s*param\s+(\w+)\s*=\s*("(?:[^"\\]|\\.)*"(?:@[\w\-]+)?|\S+)\s*(?:\((.*)\))?\s*$', re.MULTILINE)
_XSD = PREFIXES["xsd"]
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
_NUMBER = re.compile(r"[+-]?(\d+\.\d*|\.?\d+)\Z")
_TEXT = re.compile(r'"((?:[^"\\]|\\.)*)"(?:@([A-Za-z]+(?:-[A-Za-z0-9]+)*))?\Z')


class ParameterError(QueryError):
    """A parameter that the query does not have, or a value that it cannot take."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a query: name, default as written in the header, what it is."""

    name: str
    default: str
    description: str

    @property
    def value(self) -> Term:
        """The default as an RDF term."""
        return term(self.default)


@cache
def parameters(text: str) -> tuple[Parameter, ...]:
    r"""Parameters that the header of a query declares.

    Examples
    --------
    >>> parameters("# param n=5 (how many)\nSELECT * { ?a ?b ?c } LIMIT $n")
    (Parameter(name='n', default='5', description='how many'),)
    """
    return tuple(Parameter(match[1], match[2], match[3] or "") for match in _HEADER.finditer(text))


def term(value: object, like: Term | None = None) -> Term:
    """RDF term of a value.

    Parameters
    ----------
    value : object
        An RDF term of pyoxigraph; a date, number or truth value; or a string, read as Turtle writes it
        (``id:org/catl``, ``<https://...>``, ``42``, ``4.2``, ``true``, ``"text"@en``, also a bare
        ``2025-11-15``), else as text.
    like : term, optional
        Term whose type a string must take. A bare word then is a sibling of an IRI (``catl`` beside
        ``id:org/nvidia``), and a date may be a year or a month, which means its last day.

    Raises
    ------
    QueryError
        A string that cannot be of the type.

    Examples
    --------
    >>> str(term("2025-11", like=term("2020-01-01")))
    '"2025-11-30"^^<http://www.w3.org/2001/XMLSchema#date>'
    >>> term("catl", like=term("id:org/nvidia")).value
    'https://w3id.org/definer/id/org/catl'
    """
    import pyoxigraph as ox

    if isinstance(value, ox.NamedNode | ox.Literal):
        return value
    if not isinstance(value, str):
        return _of_python(value)
    found = _of_notation(value)
    if like is None:
        return found or ox.Literal(value)
    if isinstance(like, ox.NamedNode):
        return found if isinstance(found, ox.NamedNode) else _sibling(value, like)
    if isinstance(found, ox.Literal) and found.datatype == like.datatype and found.language == like.language:
        return found
    return _of_datatype(value, like)


def bind(text: str, params: Mapping[str, object] | None = None) -> tuple[str, list[tuple[int, int]]]:
    """Query with its parameters as constants.

    Parameters
    ----------
    text : str
        The query; parameters declared in its header take their defaults.
    params : mapping, optional
        Parameter -> value, see :func:`term`.

    Returns
    -------
    str
        The query to run.
    list of (int, int)
        Where each piece of the result starts, and the same piece in `text`: to translate places of errors.

    Raises
    ------
    ParameterError
        A parameter that the query does not have, or a value of the wrong type.
    """
    declared = {parameter.name: parameter.value for parameter in parameters(text)}
    values = dict(declared)
    for given, value in (params or {}).items():
        name = given.lstrip("?$")
        try:
            values[name] = term(value, declared.get(name))
        except QueryError as error:
            raise ParameterError(f"{name}: {error}", f"{name}：{error.message('zh')}") from None
    bound, pieces, used = _replace(text, {name: _notation(value) for name, value in values.items()})
    if unknown := sorted(set(values) - used - set(declared)):
        have = ", ".join(declared) or "-"
        raise ParameterError(
            f"no parameter {', '.join(unknown)} in this query; it has: {have}",
            f"此查询没有参数 {'、'.join(unknown)}；可用参数：{have}",
        )
    return bound, pieces


def _replace(text: str, values: dict[str, str]) -> tuple[str, list[tuple[int, int]], set[str]]:
    out: list[str] = []
    pieces: list[tuple[int, int]] = []
    used: set[str] = set()
    length, depth, projecting = 0, 0, False
    for token in tokens(text):
        piece = token.text
        if token.kind == "word" and piece.upper() == "SELECT":
            projecting, depth = True, 0
        elif piece == "{" or (token.kind == "word" and piece.upper() in ("WHERE", "FROM")):
            projecting = False
        depth += (piece == "(") - (piece == ")")
        if token.kind == "variable" and piece[1:] in values:
            used.add(piece[1:])
            constant = values[piece[1:]]
            # A constant cannot stand bare in a projection; it keeps its name there.
            piece = f"({constant} AS ?{piece[1:]})" if projecting and depth == 0 else constant
        pieces.append((length, token.start))
        out.append(piece)
        length += len(piece)
    return "".join(out), pieces, used


def _notation(value: Term) -> str:
    """SPARQL's way to write the term; a whole number is bare, so that it can stand after ``LIMIT``."""
    text = str(value)
    number = re.fullmatch(rf'"([+-]?\d+)"\^\^<{re.escape(_XSD)}integer>', text)
    return number[1] if number else text


def _of_python(value: object) -> Term:
    import pyoxigraph as ox

    if isinstance(value, bool):
        return ox.Literal(value)
    if isinstance(value, int):
        return ox.Literal(str(value), datatype=ox.NamedNode(_XSD + "integer"))
    if isinstance(value, Decimal) and value.is_finite():
        return ox.Literal(decimal_text(value), datatype=ox.NamedNode(_XSD + "decimal"))
    if isinstance(value, float):
        return ox.Literal(value)
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return ox.Literal(value.isoformat(), datatype=ox.NamedNode(_XSD + "date"))
    kind = type(value).__name__
    raise QueryError(f"a parameter cannot be a {kind}", f"参数不能是 {kind}")


def _of_notation(text: str) -> Term | None:
    """Term that the string writes in Turtle's notation, if it is one."""
    import pyoxigraph as ox

    prefix, colon, name = text.partition(":")
    if colon and prefix in PREFIXES and not name.startswith("//"):
        return _iri(expand(text))
    if (text.startswith("<") and text.endswith(">")) or text.startswith(("https://", "http://")):
        return _iri(text.strip("<>"))
    if text in ("true", "false"):
        return ox.Literal(text == "true")
    if _DATE.match(text):
        return _of_datatype(text, ox.Literal("", datatype=ox.NamedNode(_XSD + "date")))
    if _NUMBER.match(text):
        kind = "decimal" if "." in text else "integer"
        return ox.Literal(decimal_text(Decimal(text)), datatype=ox.NamedNode(_XSD + kind))
    if match := _TEXT.match(text):
        plain = re.sub(r"\\(.)", r"\1", match[1])
        return ox.Literal(plain, language=match[2]) if match[2] else ox.Literal(plain)
    return None


def _iri(text: str) -> Term:
    import pyoxigraph as ox

    try:
        return ox.NamedNode(text)
    except ValueError:
        raise QueryError(f"not an IRI: {text}", f"不是 IRI：{text}") from None


def _sibling(word: str, like: Term) -> Term:
    cut = max(like.value.rfind("/"), like.value.rfind("#")) + 1
    return _iri(like.value[:cut] + quote(word, safe=""))


def _of_datatype(text: str, like: Term) -> Term:
    import pyoxigraph as ox

    if not isinstance(like, ox.Literal):
        raise TypeError(like)
    kind = like.datatype.value.removeprefix(_XSD)
    if like.language:
        return ox.Literal(text, language=like.language)
    if kind == "string":
        return ox.Literal(text)
    try:
        if kind == "date":
            text = latest(text).isoformat()
        elif kind == "integer":
            text = str(int(text))
        elif kind == "decimal":
            text = decimal_text(Decimal(text))
        else:
            raise ValueError(text)
    except (ValueError, IndexError, OverflowError, InvalidOperation):
        raise QueryError(f"{text} is not a value of type {kind}", f"{text} 不是 {kind} 类型的值") from None
    return ox.Literal(text, datatype=like.datatype)
