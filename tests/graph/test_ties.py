from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from definer.graph import ties as ties_module
from definer.graph.power import NodeName, UnknownParadigmError, select
from definer.graph.store import Store
from definer.graph.ties import (
    Evidence,
    ScoreLayer,
    ScoreTie,
    ScoreTies,
    multidigraph,
    organization_names,
    paradigms,
    score_ties,
    tie_histories,
)
from definer.knowledge import KnowledgeGraph

HEAD = """
@prefix def: <https://w3id.org/definer/ontology#> .
@prefix id: <https://w3id.org/definer/id/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<https://w3id.org/definer/id/paradigm/pc> a def:Paradigm ; skos:prefLabel "Personal computer"@en , "个人电脑"@zh-Hans ;
  def:start "1975"^^xsd:gYear ; def:codedFrom "1977"^^xsd:gYear ; def:codedTo "2005"^^xsd:gYear .
<https://w3id.org/definer/id/paradigm/ai> a def:Paradigm ; skos:prefLabel "AI"@en ; def:start "2012"^^xsd:gYear .
<https://w3id.org/definer/id/org/microsoft> a def:Organization , def:Company ;
  skos:prefLabel "Microsoft"@en , "微软"@zh-Hans ; skos:altLabel "MSFT" .
<https://w3id.org/definer/id/org/dell> a def:Organization , def:Company ; skos:prefLabel "Dell"@en , "戴尔"@zh-Hans .
<https://w3id.org/definer/id/org/nist> a def:Organization , def:PublicBody ; skos:prefLabel "NIST"@en .
<https://w3id.org/definer/id/cohort/buyers> a def:Cohort .
"""
PROPERTIES = {
    "def:paradigm": "<https://w3id.org/definer/id/paradigm/pc>",
    "def:slot": "<https://w3id.org/definer/id/slot/pc.os>",
    "def:layer": "<https://w3id.org/definer/code/layer#tech>",
    "def:dependent": "<https://w3id.org/definer/id/org/dell>",
    "def:provider": "<https://w3id.org/definer/id/org/microsoft>",
    "def:validFrom": '"1985-01-01"^^xsd:date',
    "def:criticality": "0.9",
    "def:revocability": "1",
    "def:evidence": "<https://w3id.org/definer/code/evidence#sourced>",
    "def:confidence": "0.9",
    "def:rank": "<https://w3id.org/definer/code/rank#normal>",
    "def:tieStatus": "<https://w3id.org/definer/code/tieStatus#active>",
    "def:closed": "false",
    "def:roundTrip": "false",
}


def claim(key: str, **changes: str) -> str:
    """Turtle of a tie; a change to the empty text leaves the property out."""
    stated = PROPERTIES | {f"def:{name}": value for name, value in changes.items()}
    body = " ; ".join(f"{name} {value}" for name, value in stated.items() if value)
    return f"<https://w3id.org/definer/id/tie/{key}> a def:Tie ; {body} .\n"


def code(scheme: str, word: str) -> str:
    return f"<https://w3id.org/definer/code/{scheme}#{word}>"


def org(key: str) -> str:
    return f"<https://w3id.org/definer/id/org/{key}>"


def store_of(folder: Path, *claims: str) -> Store:
    path = folder / "graph.ttl"
    path.write_text(HEAD + "".join(claims), encoding="utf-8")
    return Store.from_rdf([path])


def ids(ties: ScoreTies) -> list[str]:
    return [tie.id for tie in ties]


def test_only_ties_that_hold_on_the_day_count(tmp_path: Path) -> None:
    store = store_of(
        tmp_path,
        claim("open"),
        claim("later", validFrom='"1990-07-01"^^xsd:date'),
        claim("over", validUntil='"1990-07-01"^^xsd:date'),
    )
    # Half-open: a tie that ends on a day no longer holds on it, one that begins on it does.
    assert ids(score_ties(store, "pc", "1990-06-30")) == ["open", "over"]
    assert ids(score_ties(store, "pc", "1990-07-01")) == ["later", "open"]
    assert ids(score_ties(store, "pc", "1990-06")) == ["open", "over"]
    assert ids(score_ties(store, "pc", "1990")) == ["later", "open"]  # a year means its last day
    assert ids(score_ties(store, "pc", "1970")) == []


def test_known_by_filters_the_other_clock(tmp_path: Path) -> None:
    store = store_of(
        tmp_path, claim("said", knownSince='"1995-03-01"^^xsd:date'), claim("unsaid"), claim("new", validFrom='"1996"')
    )
    assert ids(score_ties(store, "pc", "1995", known_by="1994")) == ["unsaid"]
    assert ids(score_ties(store, "pc", "1995", known_by="1995-03-01")) == ["said", "unsaid"]


def test_evidence_and_round_trips_can_be_left_out(tmp_path: Path) -> None:
    store = store_of(tmp_path, claim("a"), claim("b", evidence=code("evidence", "known")), claim("c", roundTrip="true"))
    assert ids(score_ties(store, "pc", "1990")) == ["a", "b", "c"]
    assert ids(score_ties(store, "pc", "1990", evidence="sourced")) == ["a", "c"]
    assert ids(score_ties(store, "pc", "1990", round_trip=False)) == ["a", "b"]


@pytest.mark.parametrize(
    "changes",
    [
        {"layer": code("layer", "capital")},
        {"slot": ""},
        {"rank": code("rank", "deprecated")},
        {"tieStatus": code("tieStatus", "intent")},
        {"tieStatus": code("tieStatus", "announced")},
        {"dependent": "<https://w3id.org/definer/id/cohort/buyers>"},
        {"paradigm": "<https://w3id.org/definer/id/paradigm/ai>"},
    ],
    ids="-".join,
)
def test_ties_that_no_score_takes(tmp_path: Path, changes: dict[str, str]) -> None:
    store = store_of(tmp_path, claim("kept"), claim("refused", **changes))
    assert ids(score_ties(store, "pc", "1990")) == ["kept"]


def test_a_row_carries_all_that_the_claim_says(tmp_path: Path) -> None:
    store = store_of(
        tmp_path,
        claim(
            "full",
            layer=code("layer", "supply"),
            validUntil='"2001-01-01"^^xsd:date',
            shareLow="0.2",
            shareHigh="0.4",
            closed="true",
            roundTrip="true",
            lastConfirmed='"1999-05"^^xsd:gYearMonth',
            knownSince='"1986-01-01"^^xsd:date',
        ),
        claim("ended", endUnknown="true", provider="<https://w3id.org/definer/ontology#UnknownProvider>"),
    )
    ended, full = score_ties(store, "pc", "1990")
    assert full == ScoreTie(
        "full", "dell", "microsoft", "pc.os", "supply", date(1985, 1, 1), date(2001, 1, 1), 0.2, 0.4, 0.9, 1.0,
        closed=True, confidence=0.9, round_trip=True, confirmed=date(1999, 5, 1), known=date(1986, 1, 1),
    )  # fmt: skip
    assert (ended.end_unknown, ended.provider, ended.until, ended.share_low) == (True, "UNKNOWN", None, None)


def test_providers_that_are_no_organization_and_strangers(tmp_path: Path) -> None:
    store = store_of(
        tmp_path,
        claim("a", provider="<https://w3id.org/definer/ontology#InHouse>"),
        claim("b", provider="<https://w3id.org/definer/id/standard/GB%2FT>"),
        claim("c", provider="<https://example.org/firm/7>"),
    )
    ties = score_ties(store, "pc", "1990")
    assert [tie.provider for tie in ties] == ["IN_HOUSE", "OPEN:GB/T", "https://example.org/firm/7"]
    assert [tie.is_named for tie in ties] == [False, False, True]


def test_names_come_from_the_store(tmp_path: Path) -> None:
    store = store_of(tmp_path, claim("a"))
    ties = score_ties(store, "pc", "1990")
    assert ties.name("microsoft") == NodeName("Microsoft", "微软", company=True, aliases=("MSFT",))
    assert ties.name("nist") == NodeName("NIST", "NIST", company=False)
    assert ties.name("nobody") == NodeName("nobody", "nobody", company=False)
    assert organization_names(store) == ties.names
    assert (ties.coded_from, ties.coded_to) == ("1977", "2005")


def test_paradigms_stand_in_the_order_of_their_beginnings(tmp_path: Path) -> None:
    assert paradigms(store_of(tmp_path, claim("a"))) == ("pc", "ai")


def test_a_paradigm_goes_by_its_id_or_name(tmp_path: Path) -> None:
    store = store_of(tmp_path, claim("a"))
    assert score_ties(store, "个人电脑", "1990").paradigm == "pc"
    with pytest.raises(UnknownParadigmError, match=r'no paradigm "computer"; did you mean pc') as caught:
        score_ties(store, "computer", "1990")
    assert caught.value.message("zh") == "没有名为“computer”的范式；是否指：pc（个人电脑）？"


def test_a_paradigm_that_only_ties_name_is_known(tmp_path: Path) -> None:
    store = store_of(tmp_path, claim("a", paradigm="<https://w3id.org/definer/id/paradigm/quantum>"))
    assert ids(score_ties(store, "quantum", "1990")) == ["a"]


def test_a_date_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    store = store_of(tmp_path, claim("a"))
    with pytest.raises(ValueError, match="month"):
        score_ties(store, "pc", "1990-13")
    with pytest.raises(ValueError, match="day"):
        ScoreTies("pc", "1990-02-30", ())


def test_a_history_cut_at_a_date_is_what_the_store_answers(tmp_path: Path) -> None:
    store = store_of(
        tmp_path,
        claim("a"),
        claim("b", validUntil='"1990-01-01"^^xsd:date'),
        claim("c", validFrom='"1990-01-01"^^xsd:date'),
    )
    history = tie_histories(store)["pc"]
    for when in ("1984", "1989", "1990", "2010"):
        assert history.at(when) == score_ties(store, "pc", when)


def test_a_value_stated_twice_gives_one_tie(tmp_path: Path) -> None:
    store = store_of(tmp_path, claim("a", criticality="0.6 , 0.9"))
    assert [(tie.id, tie.criticality) for tie in score_ties(store, "pc", "1990")] == [("a", 0.6)]


def test_the_networkx_graph_points_from_dependent_to_provider(tmp_path: Path) -> None:
    store = store_of(
        tmp_path, claim("a"), claim("b"), claim("own", provider="<https://w3id.org/definer/ontology#InHouse>")
    )
    graph = multidigraph(score_ties(store, "pc", "1990"))
    assert sorted(graph.edges(keys=True)) == [("dell", "microsoft", "a"), ("dell", "microsoft", "b")]
    assert graph.nodes["dell"] == {"name_en": "Dell", "name_zh": "戴尔", "company": True}
    assert graph.edges["dell", "microsoft", "a"]["slot"] == "pc.os"


def test_a_capital_tie_cannot_become_a_score_tie() -> None:
    assert get_args(ScoreLayer) == ("tech", "dist", "supply")
    capital = ScoreTie("t", "a", "b", "s", "capital", date(2000, 1, 1))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    with pytest.raises(ValueError, match="layer capital"):
        ScoreTies("ai", "2020", (capital,))


@pytest.mark.parametrize("degree", ["share_low", "share_high", "criticality", "revocability", "confidence"])
def test_degrees_outside_0_to_1_are_refused(degree: str) -> None:
    tie = ScoreTie("t", "a", "b", "s", "tech", date(2000, 1, 1), **{degree: 1.2})  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="from 0 to 1"):
        ScoreTies("ai", "2020", (tie,))


def test_no_score_reads_money_events_or_control_points() -> None:
    folder = Path(str(select.__file__)).parent
    # evidence.py serves the explanation after the score is computed: quotes, locators, sources.
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.py")) if path.name != "evidence.py"]
    texts.append(Path(str(ties_module.__file__)).read_text(encoding="utf-8"))
    read = {name for text in texts for name in re.findall(r"\b(?:def|skos|org|prov|schema|dcterms):\w+", text)}
    assert read == {
        "def:Tie", "def:Cohort", "def:Organization", "def:Company", "def:Paradigm",
        "def:paradigm", "def:slot", "def:layer", "def:dependent", "def:provider", "def:validFrom", "def:validUntil",
        "def:endUnknown", "def:lastConfirmed", "def:knownSince", "def:shareLow", "def:shareHigh", "def:criticality",
        "def:revocability", "def:closed", "def:roundTrip", "def:evidence", "def:confidence", "def:rank",
        "def:tieStatus", "def:TieEvidence", "def:tie", "def:attests",
        "def:codedFrom", "def:codedTo", "def:start", "skos:prefLabel", "skos:altLabel",
        # Cohorts, where asked for: parts of a slot and the slot's own defaults, never an amount. Whether a part was
        # counted in units or in money no claim says.
        "def:CohortShare", "def:cohort", "def:date", "def:defaultCriticality", "def:typicalRevocability",
    }  # fmt: skip
    evidence = (folder / "evidence.py").read_text(encoding="utf-8")
    assert not re.search(r"def:(low|high|amount|degree|Valuation|Investment|ControlHolding|DefinitionEvent)", evidence)


@pytest.mark.parametrize("paradigm", ["pc", "ai"])
@pytest.mark.parametrize(
    ("known_by", "evidence", "round_trip"), [("1995", "all", True), (None, "sourced", True), (None, "all", False)]
)
def test_a_history_cut_gives_what_the_store_gives(
    kg: KnowledgeGraph, paradigm: str, known_by: str | None, evidence: Evidence, round_trip: bool
) -> None:
    history = tie_histories(kg.store, [paradigm])[paradigm]
    for when in ("1990", "2025-11-15"):
        asked = score_ties(kg.store, paradigm, when, known_by, evidence, round_trip)
        cut = history.at(when, known_by, evidence, round_trip)
        assert {tie.id for tie in cut} == {tie.id for tie in asked}
        assert cut == asked
