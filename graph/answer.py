"""What a query gives back, in the forms that people and programs read."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

from ..ontology.language import Language
from .errors import GraphError
from .page import Cell, plain, table
from .turtle import turtle

if TYPE_CHECKING:
    import pandas as pd
    import pyoxigraph as ox
    from rich.console import Console

__all__ = ["FORMATS", "Answer", "Labels"]

FORMATS = ("table", "csv", "tsv", "json", "xml", "ttl")
Format = Literal["table", "csv", "tsv", "json", "xml", "ttl"]
Labels: TypeAlias = Callable[[str, Language], str | None]
"""Function from an IRI and a language to the name people know it by."""

_NUMERIC = ("integer", "decimal", "double", "float")
_HTML_ROWS = 100
_COMMA = re.compile(rb'"type":"uri","value":"[^"]*,')


class _Value(NamedTuple):
    kind: str
    text: str
    datatype: str


class Answer:
    """Result of a query; iterating gives its rows.

    Attributes
    ----------
    kind : str
        ``select`` (a table), ``ask`` (yes or no) or ``graph`` (triples of CONSTRUCT or DESCRIBE).
    columns : tuple of str
        Names of the columns.
    """

    def __init__(
        self, result: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples, labels: Labels | None = None
    ) -> None:
        import pyoxigraph as ox

        self._labels = labels
        self.columns: tuple[str, ...]
        if isinstance(result, ox.QueryTriples):
            self.kind, self.columns = "graph", ("subject", "predicate", "object")
            self._payload = _bytes(result.serialize(format=ox.RdfFormat.N_TRIPLES))
        elif isinstance(result, ox.QueryBoolean):
            self.kind, self.columns = "ask", ("answer",)
            self._payload = _bytes(result.serialize(format=ox.QueryResultsFormat.JSON))
        else:
            self.kind, self.columns = "select", tuple(variable.value for variable in result.variables)
            self._payload = _bytes(result.serialize(format=ox.QueryResultsFormat.JSON))

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[tuple[str | None, ...]]:
        return iter(self.rows)

    @property
    def truth(self) -> bool:
        """The answer of ASK; for other queries, whether there is any row."""
        return bool(json.loads(self._payload)["boolean"]) if self.kind == "ask" else bool(self.rows)

    @cached_property
    def rows(self) -> tuple[tuple[str | None, ...], ...]:
        """Rows of plain text, None where a variable is unbound."""
        if self.kind == "select":  # most of the reading of a store: no object is made for a cell
            return tuple(
                tuple([cell["value"] if (cell := row.get(column)) else None for column in self.columns])
                for row in self._bindings
            )
        return tuple(tuple(value.text if value else None for value in row) for row in self._values)

    @cached_property
    def _values(self) -> list[tuple[_Value | None, ...]]:
        if self.kind == "ask":
            return [(_Value("literal", str(self.truth).lower(), "boolean"),)]
        if self.kind == "graph":
            return [tuple(map(_of_term, triple)) for triple in self._triples()]
        return [tuple(_of_json(row.get(column)) for column in self.columns) for row in self._bindings]

    @property
    def _bindings(self) -> list[dict[str, dict[str, str]]]:
        found: list[dict[str, dict[str, str]]] = json.loads(self._payload)["results"]["bindings"]
        return found

    def to(self, form: Format, *, lang: Language = "en", width: int = 80, limit: int | None = 200) -> str:
        """Text of the answer.

        Parameters
        ----------
        form : str
            ``table`` for people; ``csv``, ``tsv``, ``json``, ``xml`` as the W3C's SPARQL 1.1 results (for
            triples ``json`` is JSON-LD and ``xml`` RDF/XML); ``ttl`` sorted Turtle. The W3C's CSV holds
            values as they are: a spreadsheet may take one that begins with ``=`` for a formula.
        lang, width, limit
            Of a table: language of labels, characters a line, rows at most; it says when some are left out.

        Raises
        ------
        GraphError
            The kind of answer has no such form.
        """
        if form not in FORMATS:
            raise GraphError(
                f"unknown format {form}; one of {', '.join(FORMATS)}",
                f"未知格式 {form}；可用：{'、'.join(FORMATS)}",
            )
        if form == "table":
            return table(self.columns, self._cells(lang, limit), len(self._values), lang=lang, width=width)
        if self.kind == "graph":
            return self._graph_to(form)
        if form == "ttl":
            raise GraphError(
                "only CONSTRUCT and DESCRIBE give Turtle; for this query: csv, tsv, json or xml",
                "只有 CONSTRUCT 和 DESCRIBE 能输出 Turtle；此查询请用 csv、tsv、json 或 xml",
            )
        return self._results_to(form)

    def texts(self, lang: Language = "en") -> list[list[str]]:
        """Rows as people read them: names instead of IRIs, control characters shown as codes, nothing for unbound."""
        return [[cell.text for cell in row] for row in self._cells(lang, None)]

    def to_pandas(self) -> pd.DataFrame:
        """Make a data frame: numbers as numbers, days as dates, the rest as text; unbound is missing."""
        import pandas as pd

        data: dict[str, Any] = {}
        for index, column in enumerate(self.columns):
            values = [row[index] for row in self._values]
            types = {value.datatype for value in values if value}
            texts = [value.text if value else None for value in values]
            if types and types <= set(_NUMERIC):
                data[column] = pd.to_numeric(pd.Series(texts, dtype=object))
            elif types == {"date"}:
                data[column] = pd.to_datetime(pd.Series(texts, dtype=object))
            elif types == {"boolean"}:
                data[column] = pd.array([None if text is None else text == "true" for text in texts], dtype="boolean")
            else:
                data[column] = pd.Series(texts, dtype=object)
        return pd.DataFrame(data, columns=list(self.columns))

    def print(self, console: Console, lang: Language = "en", limit: int | None = 200) -> None:
        """Print the table for people, as wide as the terminal."""
        text = self.to("table", lang=lang, width=console.width, limit=limit)
        console.print(text, end="", markup=False, highlight=False, emoji=False, soft_wrap=True)

    def __repr__(self) -> str:
        return self.to("table", limit=20)

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{html.escape(column)}</th>" for column in self.columns)
        cells = self._cells("en", _HTML_ROWS)
        body = "".join(
            "<tr>" + "".join(f"<td>{html.escape(cell.text)}</td>" for cell in row) + "</tr>" for row in cells
        )
        more = len(self._values) - len(cells)
        note = f"<p><b>{more} more rows are not shown.</b></p>" if more > 0 else ""
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{note}"

    def _cells(self, lang: Language, limit: int | None) -> list[tuple[Cell, ...]]:
        return [tuple(self._cell(value, lang) for value in row) for row in self._values[:limit]]

    def _cell(self, value: _Value | None, lang: Language) -> Cell:
        if value is None:
            return Cell("", numeric=False)
        text = value.text
        if value.kind == "uri":
            text = (self._labels and self._labels(text, lang)) or _short(text)
        return Cell(plain(text), numeric=value.datatype in _NUMERIC)

    def _triples(self) -> Iterator[ox.Triple]:
        import pyoxigraph as ox

        for line in sorted(self._payload.splitlines()):
            for quad in ox.parse(line, format=ox.RdfFormat.N_TRIPLES):
                yield quad.triple

    def _graph_to(self, form: Format) -> str:
        import pyoxigraph as ox

        if form == "ttl":
            return turtle(line.decode() for line in self._payload.splitlines()).decode()
        if form in ("csv", "tsv"):
            raise GraphError(
                f"triples have no {form}; for this query: table, ttl, json or xml",
                f"三元组没有 {form} 格式；此查询请用 table、ttl、json 或 xml",
            )
        format_ = ox.RdfFormat.JSON_LD if form == "json" else ox.RdfFormat.RDF_XML
        return _bytes(ox.serialize(self._triples(), format=format_)).decode()

    def _results_to(self, form: Format) -> str:
        import pyoxigraph as ox

        if form == "json":
            return self._payload.decode()
        if form == "csv" and _COMMA.search(self._payload):
            return self._csv()
        format_ = {
            "csv": ox.QueryResultsFormat.CSV,
            "tsv": ox.QueryResultsFormat.TSV,
            "xml": ox.QueryResultsFormat.XML,
        }[form]
        parsed = ox.parse_query_results(self._payload, format=ox.QueryResultsFormat.JSON)
        return _bytes(parsed.serialize(format=format_)).decode()

    def _csv(self) -> str:
        """The W3C's CSV with every cell quoted that needs it: the engine forgets those of IRIs."""
        text = io.StringIO(newline="")
        writer = csv.writer(text)
        writer.writerow(self.columns)
        for row in self._values:
            writer.writerow([cell and ("_:" * (cell.kind == "bnode") + cell.text) for cell in row])
        return text.getvalue()


def _bytes(written: bytes | None) -> bytes:
    # The engine returns nothing only where it was told to write to a file.
    return written or b""


def _of_json(cell: dict[str, str] | None) -> _Value | None:
    if cell is None:
        return None
    return _Value(cell["type"], cell["value"], cell.get("datatype", "").rpartition("#")[2])


def _of_term(term: object) -> _Value:
    import pyoxigraph as ox

    if isinstance(term, ox.Literal):
        return _Value("literal", term.value, term.datatype.value.rpartition("#")[2])
    return _Value("uri" if isinstance(term, ox.NamedNode) else "bnode", str(getattr(term, "value", term)), "")


def _short(iri: str) -> str:
    """Shorten an IRI of ours to its end."""
    return iri.removeprefix("https://w3id.org/definer/id/").removeprefix("https://w3id.org/definer/")
