"""Text of ``shapes.ttl``: SHACL Core shapes made from the records, so that both obey the same rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, cast, get_args, get_origin, get_type_hints

from annotated_types import Ge, Gt, Le
from pydantic import StringConstraints
from pydantic.fields import FieldInfo

from . import values, words
from .claim import Record
from .namespaces import DEF, code_iri, expand
from .records import RECORDS
from .shapes_rules import HEAD, NAMED_TYPES, across_fields
from .vocabulary import in_both_languages

__all__ = ["shapes_text"]

_TYPES = {
    bool: ("sh:datatype xsd:boolean", "true or false", "真或假"),
    int: ("sh:datatype xsd:integer", "a whole number", "整数"),
    Decimal: ("sh:or ( shapes:Decimal shapes:Integer )", "a decimal or whole number", "小数或整数"),
    str: ("sh:datatype xsd:string", "a plain text", "不带语言标记的文本"),
}
_COUNTS = {
    (1, 1): ("exactly one", "须且只能有一个"),
    (0, 1): ("at most one", "至多一个"),
    (1, 0): ("at least one", "至少一个"),
    (0, 0): ("any number of", "可有任意多个"),
    (2, 2): ("exactly two", "须且只能有两个"),
}
_LIMITS = ("minInclusive", "minExclusive", "maxInclusive")
_STARTS = ("def:start", "def:date", "def:periodStart")
_CLASSES = {cls.path: cls.rdf_class for cls in RECORDS.values()}


@dataclass(frozen=True, slots=True)
class _Type:
    """What a field's annotation says: the Python type, whether there may be several, and the limits."""

    base: Any
    several: bool
    limits: tuple[Any, ...]
    named: Any


def shapes_text() -> str:
    """Turtle of the shapes: the value shapes, then one node shape per record class, in the records' order."""
    return HEAD + "\n".join("".join(_node_shape(cls)) for cls in RECORDS.values())


def _node_shape(cls: type[Record]) -> Iterator[str]:
    label = _label(cls.rdf_class)
    yield f"shapes:{cls.__name__} a sh:NodeShape ;\n    sh:targetClass {cls.rdf_class} ;\n"
    yield f'    sh:name "{label[0]}"@en , "{label[1]}"@zh-Hans'
    for one in _properties(cls):
        yield f" ;\n    {one}"
    yield " .\n"
    yield from across_fields(cls)


def _properties(cls: type[Record]) -> Iterator[str]:
    hints = get_type_hints(cls, include_extras=True)
    by_term: dict[str, list[str]] = {}
    for name, field in cls.model_fields.items():
        if isinstance(field.json_schema_extra, dict):
            by_term.setdefault(_extra(field)["term"], []).append(name)
    for term, names in by_term.items():
        field = cls.model_fields[names[0]]
        kind = _type(hints[names[0]])
        least = len([name for name in names if cls.model_fields[name].is_required()])
        yield _property(cls, term, (least, 0 if kind.several else len(names)), _constraints(field, kind))
    yield from _derived(cls, list(by_term))


def _derived(cls: type[Record], terms: list[str]) -> Iterator[str]:
    day = ["sh:datatype xsd:date"], "a calendar day (xsd:date)", "某一天(xsd:date)"
    truth = ["sh:datatype xsd:boolean"], "true or false", "真或假"
    if any(term in terms for term in _STARTS):
        yield _property(cls, "def:validFrom", (0, 1), day)
    if "def:end" in terms or "def:periodEnd" in terms:
        yield _property(cls, "def:validUntil", (0, 1), day)
    if "def:end" in terms:
        yield _property(cls, "def:endUnknown", (0, 1), truth)
    if "def:knownFrom" in terms:
        yield _property(cls, "def:knownSince", (0, 1), day)


def _property(cls: type[Record], term: str, counts: tuple[int, int], limits: tuple[list[str], str, str]) -> str:
    constraints, en, zh = limits
    bounds = [f"sh:minCount {counts[0]}"] * bool(counts[0]) + [f"sh:maxCount {counts[1]}"] * bool(counts[1])
    kind, label, count = _label(cls.rdf_class), _label(term), _COUNTS[counts]
    message = f'"{kind[0]}: {label[0]}: {count[0]}, {en}"@en ,\n            '
    message += f'"{kind[1]}：{label[1]}：{count[1]}，{_full_width(zh)}"@zh-Hans'
    lines = [f"sh:path {term}", *bounds, *constraints, f"sh:message {message}"]
    return "sh:property [\n        " + " ;\n        ".join(lines) + "\n    ]"


def _constraints(field: FieldInfo, kind: _Type) -> tuple[list[str], str, str]:
    extra = _extra(field)
    how, to = extra["how"], extra["to"]
    if how == "lang":
        lines = ["sh:uniqueLang true", 'sh:languageIn ( "en" "zh-Hans" )', "sh:minLength 1"]
        return lines, "an English and a Simplified Chinese text", "英文和简体中文文本各一"
    if kind.named == values.Month:
        return ["sh:datatype xsd:gYearMonth"], "a month (xsd:gYearMonth)", "某一月份(xsd:gYearMonth)"
    if how in ("when", "until", "last"):
        return (
            ["sh:or ( shapes:Year shapes:Month shapes:Day )"],
            "a date of any precision (year, month or day)",
            "任意精度的日期(年、月或日)",
        )
    if how == "code":
        codes = " ".join(f"<{code_iri(to, word)}>" for word in words.SCHEMES[to])
        listed = ", ".join(words.SCHEMES[to])
        return (
            [f"sh:in ( {codes} )"],
            f"a word of the list {to}: {listed}",
            f"列表{to}中的词:{'、'.join(words.SCHEMES[to])}",
        )
    if to == "provider":
        lines = ["sh:node shapes:Provider"]
        return lines, "an organization, an open standard or a stand-in", "组织、开放标准或提供方代号"
    if how == "link":
        en, zh = _label(_CLASSES[to])
        return ["sh:nodeKind sh:IRI", f"sh:class {_CLASSES[to]}"], f"a known {en}", f"已知的{zh}"
    return _literal(kind)


def _literal(kind: _Type) -> tuple[list[str], str, str]:
    for named, constraint, en, zh in NAMED_TYPES:
        if kind.named == named:
            return [constraint], en, zh
    of_type, en, zh = _TYPES[kind.base]
    lines = [of_type]
    if kind.named == values.Quote:
        lines.append(f"sh:maxLength {values.QUOTE_LIMIT}")
        en, zh = f"{en} of at most {values.QUOTE_LIMIT} characters", f"至多{values.QUOTE_LIMIT}个字符的文本"
    for limit in kind.limits:
        if isinstance(limit, StringConstraints) and limit.min_length:
            lines.append(f"sh:minLength {limit.min_length}")
        if isinstance(limit, StringConstraints) and limit.pattern:
            lines.append(f"sh:pattern {_quoted(str(limit.pattern))}")
            en, zh = f"{en} of the right form", f"形式正确的{zh}"
    low, above, high = (_bound(kind, name) for name in ("ge", "gt", "le"))
    lines += [f"sh:{key} {bound}" for key, bound in zip(_LIMITS, (low, above, high), strict=True) if bound is not None]
    if kind.base is Decimal and any(bound is not None for bound in (low, above, high)):
        lines.remove(of_type)  # what is no number compares with no bound; a bound is far quicker to check than sh:or
    if high is not None:
        en, zh = f"{en} from {low} to {high}", f"{low}到{high}的{zh}"
    elif low is not None or above is not None:
        en, zh = (
            (f"{en}, not negative", f"非负{zh}") if above is None else (f"{en} above {above}", f"大于{above}的{zh}")
        )
    return lines, en, zh


def _bound(kind: _Type, name: str) -> object:
    """Limit `name` (``ge``, ``gt`` or ``le``) of a type, None where it has none."""
    limits = [one for limit in kind.limits for one in (limit.metadata if isinstance(limit, FieldInfo) else (limit,))]
    return next(
        (getattr(limit, name) for limit in limits if isinstance(limit, (Ge, Gt, Le)) and hasattr(limit, name)),
        None,
    )


def _type(hint: object) -> _Type:
    """Take an annotation apart: ``X | None`` is X, ``Annotated`` adds limits, a tuple means several."""
    if get_origin(hint) in (Union, UnionType):
        return _type(next(part for part in get_args(hint) if part is not NoneType))
    if get_origin(hint) is Annotated:
        inner = _type(get_args(hint)[0])
        named = hint if not inner.several or hint == values.Identifiers else inner.named
        return _Type(inner.base, inner.several, (*inner.limits, *get_args(hint)[1:]), named)
    if get_origin(hint) is tuple:
        inner = _type(get_args(hint)[0])
        return replace(inner, several=True)
    return _Type(base=str if get_origin(hint) is Literal else hint, several=False, limits=(), named=hint)


def _extra(field: FieldInfo) -> dict[str, str]:
    return cast(dict[str, str], field.json_schema_extra)


def _label(curie: str) -> tuple[str, str]:
    """Words for a term: ours from the vocabulary, those of others as the claims know them."""
    return in_both_languages()[expand(curie)]["label"] if expand(curie).startswith(DEF) else _OTHERS[curie]


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _full_width(text: str) -> str:
    return text.translate(str.maketrans(":,()", "：，（）"))


_OTHERS = {
    "dcterms:issued": ("date of publication", "发布日期"),
    "dcterms:publisher": ("publisher", "发布者"),
    "dcterms:title": ("title", "标题"),
    "dcterms:type": ("kind", "种类"),
    "org:hasMember": ("member", "成员"),
    "org:subOrganizationOf": ("parent organization", "上级组织"),
    "prov:hadPrimarySource": ("source", "来源"),
    "prov:wasAssociatedWith": ("organization involved", "参与组织"),
    "schema:url": ("address", "网址"),
    "skos:altLabel": ("other name", "别名"),
    "skos:definition": ("definition", "定义"),
    "skos:note": ("note", "备注"),
    "skos:prefLabel": ("name", "名称"),
}
