"""The datapackage.json of the claims, made from the records: ``python -m definer.data.package [--check]``.

It follows Data Package 2.0 (https://datapackage.org/standard/). Words in Chinese stand beside the English
ones under ``title@zh`` and ``description@zh``, as the standard's recipe for languages has it.
"""

from __future__ import annotations

import json
import re
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args

from ..ontology import values
from ..ontology.claim import Record
from ..ontology.namespaces import expand
from ..ontology.vocabulary import in_both_languages
from .columns import Column, columns
from .read import read_claims, shipped_claims
from .tables import KINDS, PACKAGE, STEMS, file_of, kind_of, links
from .titles import FIELDS, PACKAGE_WORDS, TABLES

__all__ = ["descriptor_text", "main"]

_PROFILES = "https://datapackage.org/profiles/2.0"
_WHEN = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
_PATTERNS = {  # types that a record checks in Python, as the patterns that a table schema can say
    values.Country: "[A-Z]{2}",
    values.Currency: "[A-Z]{3}",
    values.When: _WHEN,
    values.WhenOrUnknown: f"{_WHEN}|unknown",
}
_TYPES = {int: "integer", Decimal: "number", bool: "boolean", str: "string"}
_Json = dict[str, Any]


def descriptor_text(directory: Path) -> str:
    """Descriptor of the claims in `directory`, as JSON text.

    Parameters
    ----------
    directory : Path
        Sound claims; the date of the data is taken from the descriptor that is there, if any.

    Raises
    ------
    definer.data.faults.ClaimsError
        If the claims are at fault.
    """
    claims = read_claims(directory)
    year, month, day = (int(part) for part in claims.as_of.split("-"))
    order = list(KINDS)
    names = [path.name for path in directory.glob("*.csv")]
    names.sort(key=lambda name: (order.index(name.partition(".")[0].partition("-")[0]), name))
    found: _Json = {
        "$schema": f"{_PROFILES}/datapackage.json",
        "name": "definer-claims",
        **_words("title", *PACKAGE_WORDS["title"]),
        **_words("description", *PACKAGE_WORDS["description"]),
        "version": f"{year}.{month}.{day}",
        "asOf": claims.as_of,
        "languages": ["en", "zh-Hans"],
        "licenses": [
            {
                "name": "Apache-2.0",
                "title": "Apache License 2.0",
                "path": "https://www.apache.org/licenses/LICENSE-2.0",
            }
        ],
        "sources": [{**_words("title", *PACKAGE_WORDS["sources"]), "path": "sources.csv"}],
        "resources": [_resource(directory / name) for name in names],
    }
    return _text(found)


def _text(found: _Json) -> str:
    """JSON with one line per column, so that a change of one column is a change of one line."""
    lines: dict[str, str] = {}
    for resource in found["resources"]:
        schema = resource["schema"]
        for part in ("fields", "foreignKeys"):
            for place, item in enumerate(schema.get(part, [])):
                mark = f"@{len(lines)}@"
                lines[json.dumps(mark)] = json.dumps(item, ensure_ascii=False)
                schema[part][place] = mark
    text = json.dumps(found, ensure_ascii=False, indent=2)
    return re.sub(r'"@\d+@"', lambda mark: lines[mark[0]], text) + "\n"


def _words(key: str, english: str, chinese: str) -> _Json:
    return {key: english, f"{key}@zh": chinese}


def _resource(path: Path) -> _Json:
    kind = kind_of(path.name)
    if kind is None:
        raise ValueError(path.name)
    return {
        "$schema": f"{_PROFILES}/dataresource.json",
        "name": path.stem,
        "type": "table",
        **_words("title", *TABLES[STEMS[kind.__name__]]),
        "path": path.name,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "record": kind.__name__,
        "schema": _schema(path, kind),
    }


def _schema(path: Path, kind: type[Record]) -> _Json:
    with path.open(encoding="utf-8-sig") as file:
        header = [name.strip() for name in file.readline().split(",")]
    known = columns(kind)
    held = [(link, _table_of(path, link.path)) for link in links(kind) if _holds(link, header)]
    keys = [_foreign_key(kind, link.column, link.path, table) for link, table in held if table]
    found: _Json = {
        "$schema": f"{_PROFILES}/tableschema.json",
        "rdfType": expand(kind.rdf_class),
        "fields": [_field(kind, known[name]) for name in header],
        "missingValues": [""],
        "primaryKey": ["id"],
    }
    return found | ({"foreignKeys": keys} if keys else {})


def _holds(link: Any, header: list[str]) -> bool:  # noqa: ANN401
    # A list cannot be a foreign key, nor can a provider, which need not be an organization.
    return link.column in header and not link.many and link.path != "provider"


def _table_of(file: Path, target: str) -> str:
    """Resource that the rows of `file` name: the one table of the kind, or its part of the same name; else none."""
    stem = file_of(target).removesuffix(".csv")
    part = f"{stem}-{file.stem.partition('-')[2]}"
    return next((name for name in (stem, part) if (file.parent / f"{name}.csv").exists()), "")


def _foreign_key(kind: type[Record], column: str, path: str, table: str) -> _Json:
    reference: _Json = {"fields": ["id"]}
    if kind.path != path:  # a table that names its own rows leaves the resource out
        reference = {"resource": table, "fields": ["id"]}
    return {"fields": [column], "reference": reference}


def _field(kind: type[Record], column: Column) -> _Json:
    extra: Any = kind.model_fields[column.name].json_schema_extra or {}
    found: _Json = {"name": column.name, **_words("title", *FIELDS[column.name])}
    if term := extra.get("term"):
        iri = expand(term)
        english, chinese = in_both_languages().get(iri, {}).get("definition", ("", ""))
        if english and chinese:
            found |= _words("description", english, chinese)
        found["property"] = iri
    if column.many:
        found |= {"type": "list", "delimiter": ";", "itemType": "string"}
    else:
        found["type"] = _TYPES[column.base]
    if column.base is bool:
        found |= {"trueValues": ["true"], "falseValues": ["false"]}
    if limits := _constraints(column):
        found["constraints"] = limits
    return found


def _constraints(column: Column) -> _Json:
    limits: _Json = {"required": True} if column.required else {}
    if column.name == "id":
        limits["unique"] = True
    if column.words and not column.many:  # an enumeration would be of the whole list
        limits["enum"] = list(column.words)
    for key, bound in (("minimum", column.low), ("maximum", column.high)):
        if bound is not None:
            limits[key] = int(bound)
    if column.many:  # a pattern would be of one element
        return limits
    pattern = column.form.removeprefix("^").removesuffix("$") or _pattern(column)
    if pattern:
        limits["pattern"] = f"^({pattern})$"
    limit = values.QUOTE_LIMIT if _is(column, values.Quote) else column.limit
    if limit:
        limits["maxLength"] = limit
    return limits


def _pattern(column: Column) -> str:
    return next((pattern for kind, pattern in _PATTERNS.items() if _is(column, kind)), "")


def _is(column: Column, kind: object) -> bool:
    """Whether the column is of an annotated type: whether it bears the last mark of it, which is its own."""
    return bool(column.marks) and get_args(kind)[-1] in column.marks


def main(arguments: list[str]) -> int:
    """Write the descriptor of the shipped claims; with ``--check`` only tell whether it is up to date."""
    path = shipped_claims() / PACKAGE
    text = descriptor_text(path.parent)
    if "--check" in arguments:
        if path.exists() and path.read_text(encoding="utf-8") == text:
            return 0
        sys.stderr.write(f"{PACKAGE} is out of date: run python -m definer.data.package\n")
        return 1
    path.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
