"""The knowledge graph as one object, and the promise that RDF scores like the tables it came from."""

from __future__ import annotations

from pathlib import Path

import networkx as nx
import pytest

import definer
from definer.graph.names import UnknownFirmError
from definer.graph.store import StoreError
from definer.knowledge import KnowledgeGraph


def test_rdf_scores_exactly_like_the_tables(kg: KnowledgeGraph, turtle: bytes, tmp_path: Path) -> None:
    path = tmp_path / "claims.ttl"
    path.write_bytes(turtle)
    again = definer.open(store=path)
    assert again.paradigms == kg.paradigms
    assert again.as_of == kg.as_of
    for paradigm, when in (("pc", "1990"), ("ai", "2025-11-15")):
        ours, theirs = kg.power(paradigm, when, draws=0), again.power(paradigm, when, draws=0)
        assert [(firm.id, firm.rank) for firm in theirs.firms] == [(firm.id, firm.rank) for firm in ours.firms]
        assert [firm.power for firm in theirs.firms] == pytest.approx([firm.power for firm in ours.firms], abs=1e-12)


def test_a_store_on_disk_scores_like_the_tables(kg: KnowledgeGraph, store_path: Path) -> None:
    again = definer.open(store=store_path)
    assert again.power("mobile", "2012", draws=100).to_dict() == kg.power("mobile", "2012", draws=100).to_dict()


def test_own_claims(root: Path) -> None:
    small = definer.open(root / "tests" / "valid")
    assert small.claims is not None
    assert small.power("pc").n == 1


def test_rdflib_sees_the_same_store(kg: KnowledgeGraph) -> None:
    rows = list(kg.rdflib().query("SELECT (COUNT(?t) AS ?n) WHERE { ?t a <https://w3id.org/definer/ontology#Tie> }"))
    counted = kg.query("SELECT (COUNT(?t) AS ?n) WHERE { ?t a def:Tie }").rows[0][0]
    assert str(rows[0][0]) == counted  # type: ignore[index]


def test_networkx_edges_run_from_dependent_to_provider(kg: KnowledgeGraph) -> None:
    graph = kg.networkx("pc", "1990")
    assert isinstance(graph, nx.MultiDiGraph)
    assert graph.has_edge("compaq", "microsoft")
    assert not graph.has_edge("microsoft", "compaq")


def test_premium_and_link(kg: KnowledgeGraph) -> None:
    found = kg.link(permutations=99, checks=False)
    assert kg.premium().n > found.n > 50
    assert found.deviations == ("permutations",)
    assert found.companions == ()


@pytest.mark.parametrize("firm", ["nvidia", "Nvidia", "英伟达"])
def test_explain_finds_the_firm_and_its_paradigm_by_itself(kg: KnowledgeGraph, firm: str) -> None:
    explanation = kg.explain(firm).to_dict()
    assert explanation["firm"]["id"] == "nvidia"
    assert explanation["paradigm"] == "ai"
    assert sum(part["value"] for part in explanation["parts"]) == pytest.approx(explanation["power"], abs=1e-9)


@pytest.mark.parametrize(
    ("text", "firm"), [("catl", "catl"), ("CATL", "catl"), ("宁德时代", "catl"), ("微软", "microsoft")]
)
def test_firms_are_found_by_any_of_their_names(kg: KnowledgeGraph, text: str, firm: str) -> None:
    assert kg.find_firm(text) == firm


def test_an_unknown_firm_is_refused_with_suggestions(kg: KnowledgeGraph) -> None:
    with pytest.raises(UnknownFirmError) as error:
        kg.find_firm("microsft")
    assert "microsoft" in dict(error.value.suggestions)


def test_names_come_in_both_languages(kg: KnowledgeGraph) -> None:
    assert (kg.name("catl"), kg.name("catl", "zh")) == ("CATL", "宁德时代")
    assert kg.paradigm_label("ai", "zh") == "人工智能"
    assert kg.slot_label("pc.os")
    assert kg.slot_label(None) == ""
    assert kg.name("nobody") == "nobody"


def test_one_of_claims_and_store(root: Path, store_path: Path) -> None:
    with pytest.raises(ValueError, match="not both"):
        definer.open(root / "tests" / "valid", store=store_path)


def test_no_store_there(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        definer.open(store=tmp_path / "nothing")


def test_evidence_and_round_trips_can_be_left_out(kg: KnowledgeGraph) -> None:
    everything = {tie.id for tie in kg.ties("ai")}
    sourced = {tie.id for tie in kg.ties("ai", evidence="sourced")}
    without = {tie.id for tie in kg.ties("ai", round_trip=False)}
    assert sourced < everything
    assert without < everything


def test_firms_named_by_iris_of_somebody_else_are_linked_alike(kg: KnowledgeGraph, tmp_path: Path) -> None:
    # Scores and premiums must call a stranger by the same id, or the link silently loses it.
    path = tmp_path / "strangers.nq"
    path.write_bytes(kg.store.nquads().replace(b"https://w3id.org/definer/id/org/", b"https://example.org/firms#"))
    theirs = definer.open(store=path)
    assert theirs.power("ai").firms[0].id == "https://example.org/firms#nvidia"
    assert theirs.explain("nvidia", "ai").firm == "https://example.org/firms#nvidia"
    ours, again = kg.frame(), theirs.frame()
    # The essay's pairs are left out by our ids, so only the firms that were not found among the scores compare.
    assert again.left_out["no_tie"] == ours.left_out["no_tie"]
    assert again.n >= ours.n
