from __future__ import annotations

import json
from datetime import date
from math import fsum
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from definer.graph.power import NodeName, ScoreTie, ScoreTies, Spec, UnknownFirmError, explain, score
from definer.graph.power.evidence import tie_document, tie_evidence
from definer.graph.store import Store
from definer.graph.ties import score_ties

Row = tuple[int, int, int, float | None, float, float]
rows = st.tuples(
    st.integers(0, 5),
    st.integers(0, 5),
    st.integers(0, 2),
    st.sampled_from([None, 0.0, 0.3, 0.9]),
    st.sampled_from([0.5, 1.0]),
    st.sampled_from([0.0, 0.6, 1.0]),
)


WITNESSES = """
@prefix def: <https://w3id.org/definer/ontology#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix tie: <https://w3id.org/definer/id/tie/> .
@prefix source: <https://w3id.org/definer/id/source/> .
@prefix said: <https://w3id.org/definer/id/tie-evidence/> .
@prefix field: <https://w3id.org/definer/code/tieField#> .
@prefix evidence: <https://w3id.org/definer/code/evidence#> .
tie:t1 a def:Tie ; def:evidence evidence:sourced . tie:t2 a def:Tie ; def:evidence evidence:sourced .
said:a a def:TieEvidence ; def:tie tie:t1 ; def:attests field:share , field:existence , field:start ;
  prov:hadPrimarySource source:press ; def:confidence 0.8 ; def:locator "page 3" .
said:b a def:TieEvidence ; def:tie tie:t1 ; def:attests field:start ; prov:hadPrimarySource source:primary ;
  def:confidence 0.95 ; def:quote "in May" ; def:knownFrom "2001-05"^^xsd:gYearMonth .
said:c a def:TieEvidence ; def:tie tie:t2 ; def:attests field:end ; prov:hadPrimarySource source:press ;
  def:confidence 0.9 ; def:rank <https://w3id.org/definer/code/rank#deprecated> .
source:primary def:tier 1 . source:press def:tier 3 .
"""


def tie(key: str, dependent: str, provider: str, slot: str = "os", **more: Any) -> ScoreTie:
    return ScoreTie(key, dependent, provider, slot, "tech", date(1980, 1, 1), **more)


CHAIN = (tie("1", "b", "a"), tie("2", "c", "b", criticality=0.6), tie("3", "c", "d", "cpu"))


def test_a_chain_explained_by_hand() -> None:
    # Two participants; half weights: reach .84024 / 4 through b alone; lock-in .675 / 4 (b) and .30375 / 4 (c).
    found = explain(ScoreTies("pc", "1990", CHAIN), "a")
    parts = [(part.facet, part.dependent, part.slot, part.ties, part.chain) for part in found.parts]
    assert parts == [
        ("reach", "b", "os", ("1",), ()),
        ("lockin", "b", "os", ("1",), ("b", "a")),
        ("lockin", "c", "os", ("2",), ("c", "b", "a")),
    ]
    assert [part.value for part in found.parts] == pytest.approx([0.84024 / 4, 0.675 / 4, 0.30375 / 4])
    assert [shown.id for shown in found.ties] == ["1", "2"]


def test_the_binding_slot_is_the_worst_one() -> None:
    ties = (tie("1", "b", "a", criticality=0.6), tie("2", "b", "a", "cpu", criticality=0.9))
    found = explain(ScoreTies("pc", "1990", ties), "a")
    assert [(part.slot, part.ties) for part in found.parts if part.facet == "lockin"] == [("cpu", ("2",))]
    assert sorted(part.slot for part in found.parts if part.facet == "reach") == ["cpu", "os"]


def test_parallel_rows_of_a_provider_are_all_named() -> None:
    ties = (tie("1", "b", "a", share_low=0.1, share_high=0.1), tie("2", "b", "a", share_low=0.5, share_high=0.5))
    reach = next(part for part in explain(ScoreTies("pc", "1990", ties), "a").parts if part.facet == "reach")
    assert reach.ties == ("2", "1")  # the weightier first


def test_a_firm_without_power_has_no_parts() -> None:
    names = {key: NodeName(key, key) for key in "abcdz"}
    for firm in ("c", "z"):  # only dependent; not in the graph at all
        found = explain(ScoreTies("pc", "1990", CHAIN, names), firm)
        assert (found.power, found.parts, found.ties) == (0.0, (), ())
    assert explain(ScoreTies("pc", "1990", (), names), "a").n == 0


def test_an_unknown_firm_gets_suggestions_in_both_languages() -> None:
    names = {"catl": NodeName("CATL", "宁德时代"), "calb": NodeName("CALB", "中创新航")}
    ties = ScoreTies("new_energy", "2020", (), names)
    assert explain(ties, "宁德时代").firm == "catl"
    with pytest.raises(UnknownFirmError) as caught:
        explain(ties, "宁德")
    assert [key for key, _ in caught.value.suggestions] == ["catl"]
    assert isinstance(caught.value, LookupError)


@pytest.mark.parametrize(
    ("paradigm", "when"),
    [
        ("pc", "1985"),
        ("pc", "2012"),
        ("search", "2004"),
        ("mobile", "2012"),
        ("new_energy", "2023"),
        ("ai", "2025-11-15"),
    ],
)
def test_parts_sum_to_the_score_on_the_shipped_claims(store: Store, paradigm: str, when: str) -> None:
    ties = score_ties(store, paradigm, when)
    result = score(ties)
    for firm in (*result.firms[:6], result.firms[len(result.firms) // 2], result.firms[-1]):
        found = explain(ties, firm.id)
        assert fsum(part.value for part in found.parts) == pytest.approx(firm.power, abs=1e-9)
        assert fsum(part.value for part in found.parts if part.facet == "reach") == pytest.approx(
            firm.reach / 2, abs=1e-9
        )
        held = {shown.id for shown in found.ties}
        assert {key for part in found.parts for key in part.ties} == held
        for way in (found.by_source, found.by_slot, found.by_layer, found.by_tie):
            assert fsum(row.value for row in way) == pytest.approx(firm.power, abs=1e-9)
            assert fsum(row.reach for row in way) == pytest.approx(firm.reach / 2, abs=1e-9)
            assert fsum(row.lockin for row in way) == pytest.approx(firm.lockin / 2, abs=1e-9)


def test_every_chain_leads_to_the_firm(store: Store) -> None:
    found = explain(score_ties(store, "ai", "2025-11-15"), "tsmc")
    chains = [part.chain for part in found.parts if part.facet == "lockin"]
    assert chains
    assert {chain[-1] for chain in chains} == {"tsmc"}
    assert max(len(chain) for chain in chains) > 2


def test_ties_bring_their_evidence_from_the_store(store: Store) -> None:
    document = explain(score_ties(store, "pc", "1990"), "microsoft", store=store).to_dict()
    assert list(document) == [
        "paradigm", "as_of", "known_by", "evidence", "round_trip", "cohorts", "spec", "n", "claims",
        "firm", "power", "reach", "lockin", "rank", "firms", "in_degree", "total_mass",
        "parts", "by_source", "by_slot", "by_layer", "by_tie", "leave_one_out", "ties",
    ]  # fmt: skip
    assert document["firm"] == {"id": "microsoft", "name": {"en": "Microsoft", "zh": "微软"}}
    assert fsum(part["value"] for part in document["parts"]) == pytest.approx(document["power"], abs=1e-9)
    for shown in document["ties"]:
        assert shown["sources"], shown
        assert all(source["title"] and 1 <= source["tier"] <= 5 for source in shown["sources"])
        assert ([source["id"] for source in shown["sources"]] == ["known"]) == (shown["evidence"] == "known")
        assert shown["quote"] is None or len(shown["quote"]) <= 60
    assert any(len(shown["start"]) == 4 for shown in document["ties"])  # dates keep the precision they have


def test_each_source_says_which_fields_it_bears_out(store: Store) -> None:
    document = explain(score_ties(store, "mobile", "2016"), "mediatek", store=store).to_dict(leave_one_out=False)
    shown = next(shown for shown in document["ties"] if shown["id"] == "mob0443")
    assert (shown["share_basis"], shown["share_date"]) == ("units", "2016")
    assert shown["fields"]["existence"] == shown["fields"]["share"] == "sourced"
    assert shown["fields"]["criticality"] == shown["fields"]["revocability"] == "judged"
    assert "closed" not in shown["fields"]  # a tie that states no complete list says nothing of it
    first = shown["witnesses"][0]
    assert list(first) == ["source", "fields", "quote", "locator", "confidence", "known_from"]
    assert first["source"]["id"] == "mtk_dig_meizu"
    assert first["source"]["tier"] == 2
    assert {"existence", "share"} <= set(first["fields"])
    assert (first["quote"], first["confidence"]) == (None, 0.9)
    assert "50% of Oppo" in first["locator"]


def test_what_no_source_bears_out_is_judged(store: Store) -> None:
    document = explain(score_ties(store, "mobile", "2016"), "mediatek", store=store).to_dict(leave_one_out=False)
    seen = set()
    for shown in document["ties"]:
        attested = {name for witness in shown["witnesses"] for name in witness["fields"]} - {"existence"}
        existence = {"existence"} if shown["evidence"] == "sourced" else set()
        assert {name for name, how in shown["fields"].items() if how == "sourced"} == attested | existence
        assert ("end" in shown["fields"]) >= (shown["end"] is not None)
        assert ("share" in shown["fields"]) >= (shown["share"] != [None, None])
        seen |= set(shown["fields"].values())
    assert seen == {"sourced", "judged"}


def test_evidence_that_was_set_aside_is_no_witness(tmp_path: Path) -> None:
    path = tmp_path / "one.ttl"
    path.write_text(WITNESSES, encoding="utf-8")
    found = tie_evidence(Store.from_rdf([path]), ["t1", "t2"])
    assert [(one.source.id, one.source.tier, one.fields) for one in found["t1"].witnesses] == [
        ("primary", 1, ("start",)),
        ("press", 3, ("existence", "start", "share")),
    ]
    assert [one.quote for one in found["t1"].witnesses] == ["in May", None]
    assert found["t1"].witnesses[0].known_from == "2001-05"
    assert found["t2"].witnesses == ()
    shown = tie_document(tie("t1", "b", "a", attested=(("start", 0.9),), evidence="known"), found["t1"])
    assert shown["fields"] == {
        "existence": "judged", "start": "sourced", "criticality": "judged", "revocability": "judged",
    }  # fmt: skip


def test_sources_by_hand() -> None:
    # b hands .675 to a at once; c hands .45 x .675 through b, damped by .85 (kappa of os is .96 x .6 / 1.5).
    found = explain(ScoreTies("pc", "1990", CHAIN), "a")
    sources = {part.dependent: part for part in found.by_source}
    assert [part.dependent for part in found.by_source] == ["b", "c"]
    assert sources["b"].reach == pytest.approx(0.675 / 4)
    assert sources["c"].reach == pytest.approx(0.96 * 0.6 / 1.5 * 0.75 * 0.85 * 0.675 / 4)
    assert (sources["b"].lockin, sources["c"].lockin) == (pytest.approx(0.675 / 4), pytest.approx(0.30375 / 4))
    assert (sources["c"].slot, sources["c"].chain) == ("os", ("c", "b", "a"))


def test_a_firm_in_a_circle_is_a_source_of_its_own_reach() -> None:
    ties = ScoreTies("pc", "1990", (tie("1", "b", "a"), tie("2", "a", "b")))
    found = explain(ties, "a")
    own = next(part for part in found.by_source if part.dependent == "a")
    assert (own.reach > 0, own.lockin, own.slot) == (True, 0.0, None)
    assert fsum(part.value for part in found.by_source) == pytest.approx(found.power, abs=1e-12)


def test_what_a_tie_carries() -> None:
    ties = (tie("1", "b", "a", share_low=0.1, share_high=0.1), tie("2", "b", "a", share_low=0.5, share_high=0.5))
    found = explain(ScoreTies("pc", "1990", ties), "a")
    carried = {row.key: row for row in found.by_tie}
    assert carried["2"].reach == pytest.approx(5 * carried["1"].reach)
    assert carried["2"].lockin == pytest.approx(5 * carried["1"].lockin)
    assert found.counted == {"1": pytest.approx(0.1), "2": pytest.approx(0.5)}


@pytest.mark.parametrize("spec", [Spec(resourcing=1.3), Spec(alpha=0.5, rho=0.05, weights=(0.2, 0.8))])
def test_parts_sum_under_other_settings(store: Store, spec: Spec) -> None:
    ties = score_ties(store, "ai", "2025-11-15", evidence="sourced", round_trip=False)
    firms = score(ties, spec).firms
    for firm in firms[:5]:
        found = explain(ties, firm.id, spec)
        for way in (found.parts, found.by_source, found.by_slot, found.by_layer, found.by_tie):
            assert fsum(row.value for row in way) == pytest.approx(firm.power, abs=1e-9)


@settings(max_examples=100, deadline=None, derandomize=True, database=None)
@given(st.lists(rows, min_size=1, max_size=16), st.sampled_from([1.0, 1.4]), st.sampled_from([0.0, 0.25]))
def test_every_way_of_splitting_sums_to_the_score(drawn: list[Row], resourcing: float, rho: float) -> None:
    spec = Spec(resourcing=resourcing, rho=rho)
    table = tuple(
        tie(f"{i:02}", f"f{d}", f"f{p}", f"s{s}", share_low=share, share_high=share, confidence=sure, revocability=hold)
        for i, (d, p, s, share, sure, hold) in enumerate(drawn)
    )
    ties = ScoreTies("pc", "1990", table, masses={"f0": 0.0, "f1": 2.5})
    for firm in score(ties, spec).firms:
        found = explain(ties, firm.id, spec)
        for way in (found.parts, found.by_source, found.by_slot, found.by_layer, found.by_tie):
            assert fsum(row.value for row in way) == pytest.approx(firm.power, abs=1e-9)


def test_an_explanation_is_a_result(store: Store) -> None:
    found = explain(score_ties(store, "pc", "1990", known_by="2020"), "microsoft", store=store)
    assert (found.setting.n, found.setting.known_by, found.spec) == (found.n, "2020", Spec().id)
    frame = found.to_pandas()
    assert frame.attrs["as_of"] == "1990"
    assert frame["value"].sum() == pytest.approx(found.power, abs=1e-9)
    assert "operating" in found._repr_html_() or "pc.os" in found._repr_html_()
    json.dumps(found.to_dict(), allow_nan=False)


def test_the_document_holds_every_tie_that_it_names(store: Store) -> None:
    document = explain(score_ties(store, "search", "2004"), "google", store=store).to_dict()
    held = {shown["id"] for shown in document["ties"]}
    named = {key for part in document["parts"] for key in part["ties"]}
    named |= {row["tie"] for row in (*document["by_tie"], *document["leave_one_out"])}
    assert named == held
    assert document["rank"] == 1
    spared = explain(score_ties(store, "search", "2004"), "google").to_dict(leave_one_out=False)
    assert spared["leave_one_out"] is None
    assert len(spared["ties"]) < len(held)


def test_a_firm_that_is_not_there(store: Store) -> None:
    ties = score_ties(store, "pc", "1990")
    found = explain(ties, "catl")
    assert (found.stands, found.power, found.to_dict()["rank"]) == (False, 0.0, None)
    nothing = explain(score_ties(store, "pc", "1900"), "microsoft").to_dict()
    assert (nothing["n"], nothing["parts"], nothing["by_source"], nothing["leave_one_out"]) == (0, [], [], [])
