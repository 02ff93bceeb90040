"""Parts of ``shapes.ttl`` that no single column says: value shapes, and rules across a node's properties."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from . import values
from .claim import KNOWN, Claim, Record
from .codes import COUNTRIES, CURRENCIES
from .namespaces import code_iri, thing_iri
from .records import Candidacy, Fundamental, Investment, Organization, Tie

__all__ = ["HEAD", "NAMED_TYPES", "across_fields"]


def _one_of(codes: frozenset[str]) -> str:
    rows = [sorted(codes)[start : start + 16] for start in range(0, len(codes), 16)]
    return "sh:in (" + "".join("\n            " + " ".join(f'"{code}"' for code in row) for row in rows) + " )"


HEAD = """# Generated from the records by `python -m definer.ontology.generate`; do not edit.
#
# SHACL Core only, no sh:sparql. What a record defaults may be absent: the default is part of its meaning.

@prefix def: <https://w3id.org/definer/ontology#> .
@prefix shapes: <https://w3id.org/definer/shapes#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix schema: <https://schema.org/> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

shapes:Year a sh:NodeShape ; sh:datatype xsd:gYear .
shapes:Month a sh:NodeShape ; sh:datatype xsd:gYearMonth .
shapes:Day a sh:NodeShape ; sh:datatype xsd:date .
shapes:Decimal a sh:NodeShape ; sh:datatype xsd:decimal .
shapes:Integer a sh:NodeShape ; sh:datatype xsd:integer .

shapes:Provider a sh:NodeShape ;
    sh:or ( [ sh:class def:Organization ] [ sh:class def:OpenStandard ]
            [ sh:in ( def:InHouse def:UnknownProvider ) ] ) .

shapes:OpenStandard a sh:NodeShape ;
    sh:targetClass def:OpenStandard ;
    sh:property [
        sh:path skos:prefLabel ;
        sh:minCount 1 ;
        sh:uniqueLang true ;
        sh:message "open standard: name: at least one, each in another language"@en ,
            "开放标准：名称：至少一个，每种语言至多一个"@zh-Hans
    ] .

"""

NAMED_TYPES: tuple[tuple[Any, str, str, str], ...] = (
    (values.Country, _one_of(COUNTRIES), "an ISO 3166-1 alpha-2 code", "ISO 3166-1两字母代码"),
    (values.Currency, _one_of(CURRENCIES), "an ISO 4217 code", "ISO 4217货币代码"),
    (
        values.Identifiers,
        'sh:pattern "^(wikidata:Q[0-9]+|lei:[A-Z0-9]{20}|ticker:[A-Z]{4}:[A-Z0-9.\\\\-]+)$"',
        "wikidata:Q…, lei:… or ticker:market:…",
        "wikidata:Q…、lei:…或ticker:市场:…",
    ),
)
"""Type of a field that a function checks, its constraint, and what it asks for in English and Chinese."""


@dataclass(frozen=True, slots=True)
class _Rule:
    """A constraint across the properties of a node: a shape of its own, so that it has its own words.

    With a `path` it is a property shape, without one a node shape.
    """

    name: str
    constraint: str
    en: str
    zh: str
    severity: str = ""
    path: str = ""


def across_fields(cls: type[Record]) -> Iterator[str]:
    """Node shapes for the rules across the columns of a record, as Turtle."""
    for rule in (*_general_rules(cls), *_OWN_RULES.get(cls, ())):
        kind = [f"a sh:PropertyShape ;\n    sh:path {rule.path}"] if rule.path else ["a sh:NodeShape"]
        lines = [*kind, f"sh:targetClass {cls.rdf_class}", rule.constraint]
        lines += [f"sh:severity sh:{rule.severity}"] * bool(rule.severity)
        lines.append(f'sh:message "{rule.en}"@en , "{rule.zh}"@zh-Hans')
        yield f"\nshapes:{cls.__name__}-{rule.name} " + " ;\n    ".join(lines) + " .\n"


def _general_rules(cls: type[Record]) -> Iterator[_Rule]:
    extras = [field.json_schema_extra for field in cls.model_fields.values()]
    terms = {str(extra["term"]) for extra in extras if isinstance(extra, dict)}
    for low, high in (
        ("def:low", "def:high"),
        ("def:shareLow", "def:shareHigh"),
        ("def:stakeLow", "def:stakeHigh"),
    ):
        if {low, high} <= terms:
            name = low.removeprefix("def:") + "-above-high"
            yield _Rule(name, f"sh:lessThanOrEquals {high}", "low above high", "下限高于上限", path=low)
    if issubclass(cls, Claim):
        yield _EVIDENCE
    if "def:end" in terms:
        constraint = f"sh:or ( {_without('def:end')} {_without('def:endUnknown')} )"
        yield _Rule("one-end", constraint, "both an end and an unknown end", "结束时间与“结束时间不明”并存")
    if cls in (Tie, Investment):
        constraint = f"sh:or ( {_without('def:low')} {_with('def:currency')} )"
        yield _Rule("currency", constraint, "an amount without its currency", "金额未注明币种")


def _with(path: str, constraint: str = "sh:minCount 1") -> str:
    return f"[ sh:property [ sh:path {path} ; {constraint} ] ]"


def _without(path: str) -> str:
    return _with(path, "sh:maxCount 0")


def _has_code(path: str, scheme: str, word: str) -> str:
    return _with(path, f"sh:hasValue <{code_iri(scheme, word)}>")


def _both_or_neither(one: str, other: str) -> str:
    return f"sh:xone (\n        {one}\n        [ sh:not {other} ]\n    )"


_EVIDENCE = _Rule(
    "evidence",
    _both_or_neither(
        _has_code("def:evidence", "evidence", "known"),
        _with("prov:hadPrimarySource", f"sh:hasValue <{thing_iri('source', KNOWN)}> ; sh:maxCount 1"),
    ),
    "evidence is known exactly where the only source is the pseudo-source known",
    "当且仅当唯一来源为伪来源known时，证据为已知待查证",
)
_HAN = "\u4e00-\u9fff"
_OWN_RULES: dict[type[Record], tuple[_Rule, ...]] = {
    Organization: (
        _Rule(
            "capital-kind",
            _both_or_neither("[ sh:class def:CapitalSource ]", _with("def:capitalKind")),
            "a capital source, and nothing else, has a kind of capital",
            "只有资金来源才有、且必须有资金类型",
        ),
        _Rule(
            "latin-name",
            _both_or_neither(
                _has_code("def:nameStatus", "nameStatus", "latin"),
                _with(
                    "skos:prefLabel",
                    "sh:qualifiedMinCount 1 ;\n                "
                    f'sh:qualifiedValueShape [ sh:languageIn ( "zh-Hans" ) ; sh:pattern "^[^{_HAN}]+$" ]',
                ),
            ),
            "a Chinese name without Chinese characters is marked as Latin, and no other",
            "不含汉字的中文名须标为拉丁名，含汉字的不得如此标注",
        ),
    ),
    Candidacy: (
        _Rule(
            "slots-enumerated",
            f"sh:or ( {_with('def:inRule', 'sh:hasValue false')}\n        "
            f"{_with('def:slotsEnumerated', 'sh:hasValue true')} )",
            "a firm within the rule whose slots were not gone through",
            "符合纳入规则的企业未逐一列出其槽位",
            "Warning",
        ),
    ),
    Tie: (
        _Rule(
            "self-tie",
            "sh:disjoint def:provider",
            "a tie from an organization to itself",
            "组织对自身的依赖关系",
            path="def:dependent",
        ),
        _Rule(
            "slot-tie-complete",
            f"sh:or ( {_without('def:slot')}\n        "
            f"[ sh:and ( {_with('def:criticality')} {_with('def:revocability')} ) ] )",
            "a tie that fills a slot needs criticality and revocability",
            "填补槽位的依赖关系须有关键度和可撤回度",
        ),
        _Rule(
            "capital-slot",
            f"sh:or ( {_without('def:slot')}\n        [ sh:not {_has_code('def:layer', 'layer', 'capital')} ] )",
            "capital fills no slot",
            "资本不填补槽位",
        ),
    ),
    Investment: (
        _Rule(
            "self-tie",
            "sh:disjoint def:investee",
            "an investment in oneself",
            "对自身的投资",
            path="def:investor",
        ),
    ),
    Fundamental: (
        _Rule(
            "period",
            "sh:lessThan def:validUntil",
            "a period that ends before it starts",
            "期间的结束早于开始",
            path="def:validFrom",
        ),
    ),
}
