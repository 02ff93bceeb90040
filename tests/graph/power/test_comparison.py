"""Differences of two scores, part by part."""

from __future__ import annotations

import json
from datetime import date
from math import fsum
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from definer.graph.power import ScoreTie, ScoreTies, Spec, UnknownFirmError, explain
from definer.graph.power.comparison import Comparison, compare, two_terms
from definer.knowledge import KnowledgeGraph

triples = st.tuples(st.integers(0, 5), st.integers(0, 5), st.integers(0, 2)).filter(lambda t: t[0] != t[1])
tables = st.lists(triples, max_size=14, unique=True)


def tie(key: str, dependent: str, provider: str, slot: str = "os", **more: Any) -> ScoreTie:
    return ScoreTie(key, dependent, provider, slot, "tech", date(1980, 1, 1), **more)


def ways(found: Comparison) -> list[Any]:
    return [found.parts, found.by_facet, found.by_slot, found.by_layer, found.by_source]


def sums(found: Comparison) -> None:
    for way in ways(found):
        assert fsum(row.value for row in way) == pytest.approx(found.difference, abs=1e-9)
        assert fsum(row.dependence for row in way) == pytest.approx(found.total.dependence, abs=1e-9)
        assert fsum(row.participants for row in way) == pytest.approx(found.total.participants, abs=1e-9)
        for row in way:
            assert row.value == pytest.approx(row.dependence + row.participants, abs=1e-12)


def test_a_newcomer_by_hand() -> None:
    # a holds b's only slot in both years; in the later one a second participant rests on nobody's a.
    before = ScoreTies("pc", "1990", (tie("1", "b", "a"),))
    after = ScoreTies("pc", "1991", (tie("1", "b", "a"), tie("2", "c", "d")))
    found = compare(explain(after, "a"), explain(before, "a"))
    assert found.contrast == {"as_of": ("1991", "1990")}
    assert (found.a.power, found.b.power) == (pytest.approx(0.3375), pytest.approx(0.675))
    # What rests on a is as large as before: all of the fall is the divisor's.
    assert found.total.dependence == pytest.approx(0.0, abs=1e-12)
    assert found.total.participants == pytest.approx(-0.3375)
    sums(found)


def test_two_terms_are_even_between_the_factors() -> None:
    # 6/2 - 2/1: (6 - 2) (1/2 + 1) / 2 = 3 through what is divided, 4 (1/2 - 1) = -2 through the divisor.
    assert two_terms(3.0, 2.0, 2.0, 1.0) == (3.0, -2.0)
    assert two_terms(2.0, 3.0, 1.0, 2.0) == (-3.0, 2.0)
    assert two_terms(0.0, 2.0, 0.0, 5.0) == (-2.0, 0.0)
    assert two_terms(0.0, 0.0, 0.0, 0.0) == (0.0, 0.0)


def test_rows_of_one_side_alone_are_named() -> None:
    one = ScoreTies("pc", "1990", (tie("1", "b", "a"), tie("2", "b", "c")))
    other = ScoreTies("pc", "1990", (tie("1", "b", "a"),), evidence="sourced")
    found = compare(explain(one, "a"), explain(other, "a"))
    assert {(part.ties_a, part.ties_b, part.only_a, part.only_b) for part in found.parts} == {
        (("1",), ("1",), ("2",), ())
    }
    documents = found.tie_documents()
    assert documents["1"]["tables"] == documents["1"]["sides"] == ["a", "b"]
    assert documents["1"]["share_counted"] == [pytest.approx(0.375), pytest.approx(0.75)]
    assert (documents["2"]["tables"], documents["2"]["sides"]) == (["a"], [])


@settings(max_examples=100, deadline=None, derandomize=True, database=None)
@given(tables, tables, st.integers(0, 5), st.integers(0, 5))
def test_differences_sum_exactly(
    left: list[tuple[int, int, int]], right: list[tuple[int, int, int]], first: int, second: int
) -> None:
    sides = []
    for rows, firm in ((left, first), (right, second)):
        table = tuple(tie(f"{d}-{p}-{s}", f"f{d}", f"f{p}", f"s{s}") for d, p, s in sorted(rows))
        everyone = tie("z", "y", "z", "other")
        ties = ScoreTies("pc", "1990", (*table, everyone), masses={"f1": 3.0})
        names = {key for row in ties for key in (row.dependent, row.provider)}
        sides.append(explain(ties, f"f{firm}" if f"f{firm}" in names else "z", Spec(resourcing=1.2)))
    found = compare(sides[0], sides[1])
    sums(found)
    back = compare(sides[1], sides[0])
    assert back.difference == -found.difference
    assert fsum(part.participants for part in back.parts) == pytest.approx(-found.total.participants, abs=1e-12)


@pytest.mark.parametrize(
    ("arguments", "contrast"),
    [
        ({"other": "byd"}, {"firm": ("catl", "byd")}),
        ({"other_as_of": "2015"}, {"as_of": ("2025", "2015")}),
        ({"other_evidence": "sourced"}, {"evidence": ("all", "sourced")}),
        ({"other_known_by": "2020"}, {"known_by": (None, "2020")}),
        ({"other_round_trip": False}, {"round_trip": (True, False)}),
        ({"other_spec": Spec(alpha=0.5, rho=0.1)}, {"alpha": (0.85, 0.5), "rho": (0.25, 0.1)}),
        ({"other": "宁德时代"}, {}),
    ],
)
def test_on_the_shipped_claims(kg: KnowledgeGraph, arguments: dict[str, Any], contrast: dict[str, Any]) -> None:
    found = kg.compare("catl", paradigm="new_energy", as_of="2025", **arguments)
    assert found.contrast == contrast
    assert found.difference == pytest.approx(found.a.power - found.b.power)
    assert (found.difference != 0) == bool(contrast)
    sums(found)
    document = found.to_dict()
    json.dumps(document, allow_nan=False)
    assert (document["paradigm"], document["n"], document["a"]["n"]) == ("new_energy", found.a.n, found.a.n)
    assert document["b"]["firm"]["id"] == found.b.firm
    assert sum(part["difference"] for part in document["parts"]) == pytest.approx(document["difference"], abs=1e-9)
    held = {shown["id"] for shown in document["ties"]}
    assert {key for part in document["parts"] for name in ("ties_a", "ties_b") for key in part[name]} <= held
    assert all(shown["sources"] for shown in document["ties"])


def test_a_comparison_is_a_result(kg: KnowledgeGraph) -> None:
    found = kg.compare("catl", "byd", "new_energy")
    assert found.to_pandas()["difference"].sum() == pytest.approx(found.difference, abs=1e-9)
    assert found.setting.paradigm == "new_energy"
    assert "<table>" in found._repr_html_()


def test_sides_without_power(kg: KnowledgeGraph) -> None:
    found = kg.compare("catl", paradigm="new_energy", other_as_of="1900")
    assert (found.b.n, found.b.power) == (0, 0.0)
    assert found.total.participants == 0.0
    assert found.difference == found.a.power
    sums(found)
    with pytest.raises(UnknownFirmError):
        kg.compare("catl", "no such firm")
