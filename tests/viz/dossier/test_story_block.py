"""What the first page says of the essay follows from verdicts, and says so where there is no essay."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from definer.graph.errors import GraphError
from definer.knowledge import KnowledgeGraph
from definer.viz.dossier.story import definers_of, status, story
from definer.viz.evidence import Evidence, gather


@pytest.fixture(scope="module")
def evidence(kg: KnowledgeGraph) -> Evidence:
    """What pages show of the shipped claims."""
    return gather(kg.store)


def _refused() -> Mapping[str, Any]:
    raise GraphError("too few firms", "公司过少")


@pytest.fixture(scope="module")
def told(kg: KnowledgeGraph, evidence: Evidence) -> Mapping[str, Any]:
    """The block of two paradigms, without link and gap."""
    powers = {paradigm: kg.power(paradigm, draws=100) for paradigm in ("search", "ai")}
    counts = {"firms": 1, "claims": 2, "sources": 3, "unverified": 4}
    return story(kg.store, evidence, powers, counts, as_of="2025-11-15", link=_refused, gap=_refused)


def test_thesis_is_in_the_essays_words(told: Mapping[str, Any]) -> None:
    thesis = told["thesis"]
    assert thesis["essay"]
    assert [quote["text"] for quote in thesis["quote"]] == ["“美国企业定义了世界3次”与“中国企业定义了世界半次”"]
    assert all(len(quote["text"]) <= 60 for quote in thesis["quote"])
    assert thesis["source"]["url"].startswith("https://")


def test_definitions_are_counted_by_the_shipped_queries(kg: KnowledgeGraph, told: Mapping[str, Any]) -> None:
    counts = {found["rule"]: dict(found["rows"]) for found in told["thesis"]["counts"]}
    assert counts["definitions_essay"] == {"US": 3.0, "CN": 0.5}
    expected = {row[0]: float(row[1] or 0) for row in kg.query("definitions_symmetric", asOf="2025-11-15")}
    assert counts["definitions_symmetric"] == expected


def test_definers_stand_beside_whom_the_essay_names(told: Mapping[str, Any], evidence: Evidence) -> None:
    assert definers_of(evidence)["pc"] == ("microsoft",)
    answer = told["answers"][0]
    found = {item["paradigm"]: item for item in answer["items"]}
    assert (found["search"]["firm"], found["search"]["status"]) == ("google", "supports")
    assert (found["ai"]["claimed"], found["ai"]["status"]) == ([], "contradicts")
    assert answer["status"] == "part"
    assert answer["text"][0].startswith("As of 2025-11-15, 2 of 2 paradigms have a definer: Search Google")
    assert "人工智能为英伟达" in answer["text"][1]


def test_refusal_says_why_in_both_languages(told: Mapping[str, Any]) -> None:
    for answer in told["answers"][1:]:
        assert answer["status"] == "refused"
        assert "too few firms" in answer["text"][0]
        assert "公司过少" in answer["text"][1]


@pytest.mark.parametrize(
    ("word", "firm", "claimed", "country", "countries", "expected"),
    [
        ("definer", "apple", ["apple"], "US", {"US"}, "supports"),
        ("definer", "google", ["apple"], "US", {"US"}, "part"),
        ("definer", "catl", ["apple"], "CN", {"US"}, "contradicts"),
        ("definer", "nobody", ["apple"], "", {""}, "contradicts"),
        ("contested", "apple", ["apple"], "US", {"US"}, "inconclusive"),
        ("contested", "apple", [], "US", set(), "supports"),
        ("none", None, [], "", set(), "supports"),
    ],
)
def test_status_follows_from_verdict_and_claim(
    word: str, firm: str | None, claimed: list[str], country: str, countries: set[str], expected: str
) -> None:
    assert status(word, firm, claimed, country, countries) == expected


def test_without_an_essay_nothing_is_compared(kg: KnowledgeGraph, evidence: Evidence) -> None:
    from dataclasses import replace

    sources = {key: row for key, row in evidence.sources.items() if key != "essay"}
    bare = replace(evidence, sources=sources, citations={})
    powers = {"search": kg.power("search", draws=50)}
    found = story(kg.store, bare, powers, {}, as_of="2025-11-15", link=_refused, gap=_refused)
    assert not found["thesis"]["essay"]
    assert found["answers"][0]["status"] is None
    assert [item["status"] for item in found["answers"][0]["items"]] == [None]
    assert "An essay" not in found["thesis"]["text"][0]
