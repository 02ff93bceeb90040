"""Who stays out of the pools: degree times weight, time, rank, groups."""

from __future__ import annotations

from pathlib import Path

import pytest

from definer.graph.store import Store
from definer.graph.worth.definers import read_definers
from definer.graph.worth.reading import ObservationError

HEAD = """
@prefix def: <https://w3id.org/definer/ontology#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix o: <https://w3id.org/definer/id/org/> .
@prefix p: <https://w3id.org/definer/id/control-point/> .
@prefix h: <https://w3id.org/definer/id/holding/> .
p:world def:weight 1.0 . p:region def:weight 0.2 .
o:six a def:Group ; org:hasMember o:one, o:two .
"""


def holding(key: str, holder: str, degree: str, point: str = "world", more: str = "") -> str:
    hold = f"def:holder o:{holder} ; def:degree {degree} ; def:controlPoint p:{point}"
    return f"h:{key} a def:ControlHolding ; {hold} {more} .\n"


def make(tmp_path: Path, *parts: str) -> Store:
    path = tmp_path / "holdings.ttl"
    path.write_text(HEAD + "".join(parts), encoding="utf-8", newline="\n")
    return Store.from_rdf([path])


def test_half_of_the_world_on_the_date(tmp_path: Path) -> None:
    store = make(
        tmp_path,
        holding("a", "half", "0.5"),
        holding("b", "less", "0.49"),
        holding("c", "regional", "1.0", "region"),
        holding("d", "six", "0.7"),
        holding("e", "past", "0.9", more='; def:start "1981" ; def:end "1988"'),
        holding("f", "future", "0.9", more='; def:start "2026"'),
        holding("g", "struck", "0.9", more="; def:rank <https://w3id.org/definer/code/rank#deprecated>"),
        holding("i", "half", "0.8", more='; def:start "2010"'),
    )
    assert read_definers(store, "2025-11-15") == {"half": ("a", "i"), "one": ("d",), "two": ("d",)}
    assert set(read_definers(store, "1985")) == {"half", "one", "past", "two"}
    assert set(read_definers(store, "1988")) == {"half", "one", "two"}


def test_a_degree_that_is_no_number_names_the_holding(tmp_path: Path) -> None:
    with pytest.raises(ObservationError, match="a: degree: not a finite number"):
        read_definers(make(tmp_path, holding("a", "half", '"much"')), "2025")


def test_the_shipped_definers(store: Store) -> None:
    found = read_definers(store, "2025-11-15")
    assert {"nvidia", "tsmc", "asml", "apple", "google", "microsoft", "openai", "catl", "byd"} <= set(found)
    # Held once, or held at home only.
    assert not {"ibm", "netscape", "yahoo", "baidu", "naver", "amd", "anthropic"} & set(found)
    assert len(found) < 50
