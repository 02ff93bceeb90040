"""What a column of a record holds: type, bounds, closed list; read off the record's fields."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from pydantic import TypeAdapter
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from ..ontology import values
from ..ontology.claim import Record

__all__ = ["FORMS", "Column", "columns"]

FORMS: dict[str, str] = {}
"""Pattern of a text type -> code of the fault of not matching it."""


class Column(NamedTuple):
    """A field of a record, as a column of its table.

    `base` is ``str``, ``int``, ``Decimal`` or ``bool`` (of each element where `many`); `words` the closed
    list; `low` and `high` the bounds, both inclusive; `form` the pattern; `limit` the length; `marks` the
    metadata of its type.
    """

    name: str
    base: type
    many: bool
    required: bool
    default: Any
    words: tuple[str, ...]
    low: Decimal | None
    high: Decimal | None
    form: str
    limit: int | None
    marks: tuple[Any, ...]
    adapter: TypeAdapter[Any]

    @property
    def numeric(self) -> bool:
        """Whether its cells are numbers."""
        return self.base in (int, Decimal)


@cache
def columns(kind: type[Record]) -> dict[str, Column]:
    """Columns of the table of `kind` by name, in the order of its fields."""
    return {name: _column(name, info) for name, info in kind.model_fields.items()}


def _column(name: str, info: FieldInfo) -> Column:
    base, marks, many = _leaf(info.annotation, tuple(info.metadata))
    found: dict[str, Any] = {}
    for mark in marks:
        inner = getattr(mark, "metadata", None) or [mark]  # a Field inside Annotated carries its own marks
        for piece in [mark, *inner]:
            for key in ("ge", "le", "pattern", "max_length"):
                if getattr(piece, key, None) is not None:
                    found[key] = getattr(piece, key)
    literal = get_origin(base) is Literal
    return Column(
        name,
        str if literal else base,
        many,
        info.is_required(),
        None if info.default is PydanticUndefined else info.default,
        get_args(base) if literal else (),
        None if "ge" not in found else Decimal(found["ge"]),
        None if "le" not in found else Decimal(found["le"]),
        str(found.get("pattern", "")),
        found.get("max_length"),
        marks,
        _adapter(info),
    )


def _adapter(info: FieldInfo) -> TypeAdapter[Any]:
    kind: Any = info.annotation
    for mark in info.metadata:
        kind = Annotated[kind, mark]
    return TypeAdapter(kind)


def _leaf(annotation: object, marks: tuple[Any, ...], *, many: bool = False) -> tuple[Any, tuple[Any, ...], bool]:
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *more = get_args(annotation)
        return _leaf(inner, (*marks, *more), many=many)
    if origin is Union or origin is UnionType:
        inner = next(arg for arg in get_args(annotation) if arg is not type(None))
        return _leaf(inner, marks, many=many)
    if origin is tuple:
        return _leaf(get_args(annotation)[0], marks, many=True)
    return annotation, marks, many


def _pattern(kind: object) -> str:
    return next(str(mark.pattern) for mark in get_args(kind)[1:] if getattr(mark, "pattern", None))


FORMS.update(
    {
        _pattern(values.Id): "id_form",
        _pattern(values.Month): "month_form",
        _pattern(values.Url): "url_form",
        _pattern(values.ProviderId): "provider_form",
        _pattern(values.Unit): "unit_form",
        _pattern(values.Metric): "metric_form",
    }
)
