"""From what pydantic says of a document to faults in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from .document import Bilingual, ScenarioDocument, Status
from .fault_words import FAULTS
from .faults import ScenarioFault, similar
from .operations import OPERATIONS
from .yaml_text import Path, path_text

if TYPE_CHECKING:
    from pydantic import BaseModel, ValidationError

__all__ = ["form_faults"]

_CODES: Final[dict[str, str]] = {
    "missing": "missing",
    "extra_forbidden": "unknown_key",
    "union_tag_invalid": "unknown_op",
    "union_tag_not_found": "missing",
    "string_type": "not_text",
    "string_too_short": "bad_text",
    "string_too_long": "bad_text",
    "float_type": "not_number",
    "bool_type": "choice",
    "finite_number": "not_number",
    "model_type": "not_mapping",
    "model_attributes_type": "not_mapping",
    "dict_type": "not_mapping",
    "list_type": "not_list",
    "too_short": "too_short",
    "too_long": "too_long",
    "literal_error": "choice",
}
_PARTS: Final[dict[str, type[BaseModel]]] = {
    "title": Bilingual,
    "note": Bilingual,
    "status": Status,
    "because": Bilingual,
}


def form_faults(error: ValidationError, file: str, lines: Mapping[Path, int]) -> list[ScenarioFault]:
    """Faults of form, in the order of the file; one for a field that several forms were tried on."""
    found: dict[tuple[str, str], ScenarioFault] = {}
    for detail in error.errors(include_url=False):
        path, operation = _path(detail["loc"])
        fault = _fault(detail, path, operation, file, lines)
        found.setdefault((fault.field, fault.code if fault.code == "unknown_key" else ""), fault)
    return sorted(found.values(), key=lambda fault: (fault.line, fault.field))


def _path(loc: Sequence[str | int]) -> tuple[Path, str]:
    """Path in the file, and the operation that it is in; pydantic puts that, and forms that it tried, into its own."""
    path, operation = list(loc), ""
    if len(path) > 2 and path[0] == "operations" and path[2] in OPERATIONS:
        operation = str(path.pop(2))
    kept = tuple(step for step in path if isinstance(step, int) or not ("[" in step or step in ("str", "float")))
    return kept, operation


def _fault(
    detail: Mapping[str, Any], path: Path, operation: str, file: str, lines: Mapping[Path, int]
) -> ScenarioFault:
    kind = str(detail["type"])
    code = kind if kind in FAULTS else _CODES.get(kind, "value")
    context = {"value": detail.get("input"), "problem": detail.get("msg", ""), **(detail.get("ctx") or {})}
    near: tuple[str, ...] = ()
    if code in ("missing", "unknown_key"):
        name = str(path[-1]) if path and kind != "union_tag_not_found" else "op"
        context["name"] = name
        near = similar(name, _fields(path, operation)) if code == "unknown_key" else ()
        path = (*path, "op") if kind == "union_tag_not_found" else path
    elif code == "unknown_op":
        context |= {"name": context.get("tag", ""), "known": ", ".join(OPERATIONS)}
        near = similar(str(context["name"]), OPERATIONS)
        path = (*path, "op")
    elif code == "choice":
        context["known"] = context.get("expected", "true, false")
    context.setdefault("limit", context.get("max_length", 200))
    return ScenarioFault(file, _line(path, lines), path_text(path), code, context, near)


def _fields(path: Path, operation: str) -> tuple[str, ...]:
    """Fields that the mapping which holds the path may have."""
    if operation:
        return tuple(OPERATIONS[operation].model_fields)
    model = _PARTS.get(str(path[-2])) if len(path) > 1 else ScenarioDocument
    return tuple(model.model_fields) if model else ()


def _line(path: Path, lines: Mapping[Path, int]) -> int:
    for length in range(len(path), -1, -1):
        if path[:length] in lines:
            return lines[path[:length]]
    return 0
