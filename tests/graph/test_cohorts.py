"""Cohorts of adopters as dependents: which measurement counts as of a date, and how much."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from definer.data.read import Claims
from definer.graph.power import Spec, explain, score
from definer.graph.power.cohorts import UnknownCohortError
from definer.graph.power.shares import fill_slots
from definer.graph.power.tie import ScoreTies
from definer.graph.store import Store
from definer.graph.ties import Evidence, score_ties, tie_histories
from definer.knowledge import KnowledgeGraph

HEAD = """
@prefix def: <https://w3id.org/definer/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@base <https://w3id.org/definer/> .
<id/paradigm/pc> a def:Paradigm ; skos:prefLabel "Personal computer"@en , "个人电脑"@zh-Hans .
<id/org/intel> a def:Organization , def:Company ; skos:prefLabel "Intel"@en , "英特尔"@zh-Hans .
<id/org/amd> a def:Organization , def:Company ; skos:prefLabel "AMD"@en , "超威"@zh-Hans .
<id/cohort/buyers> a def:Cohort ; def:paradigm <id/paradigm/pc> ;
  skos:prefLabel "Buyers"@en , "买家"@zh-Hans .
<id/cohort/amd> a def:Cohort ; def:paradigm <id/paradigm/pc> ; skos:prefLabel "Users of AMD"@en .
<id/slot/pc.cpu> a def:Slot ; def:layer <code/layer#supply> ; def:defaultCriticality 0.8 ;
  def:typicalRevocability 0.5 ; def:validFrom "1980-01-01"^^xsd:date ; def:validUntil "2010-01-01"^^xsd:date .
<id/slot/pc.bank> a def:Slot ; def:layer <code/layer#capital> ; def:defaultCriticality 0.8 ; def:typicalRevocability 1 .
<id/slot/pc.bare> a def:Slot ; def:layer <code/layer#tech> .
"""
SAID = {
    "cohort": "<id/cohort/buyers>",
    "slot": "<id/slot/pc.cpu>",
    "provider": "<id/org/intel>",
    "date": '"2000"^^xsd:gYear',
    "shareLow": "0.8",
    "shareHigh": "0.8",
    "evidence": "<code/evidence#sourced>",
    "confidence": "0.9",
    "rank": "<code/rank#normal>",
}


def share(key: str, **changes: str) -> str:
    stated = {name: value for name, value in (SAID | changes).items() if value}
    return (
        f"<id/cohort-share/{key}> a def:CohortShare ; " + " ; ".join(f"def:{k} {v}" for k, v in stated.items()) + " .\n"
    )


def store_of(folder: Path, *shares: str) -> Store:
    path = folder / "graph.ttl"
    path.write_text(HEAD + "".join(shares), encoding="utf-8")
    return Store.from_rdf([path])


def cut(store: Store, as_of: str, known_by: str | None = None, evidence: Evidence = "all") -> ScoreTies:
    """Ties with cohorts, asked both ways, which must agree."""
    asked = score_ties(store, "pc", as_of, known_by, evidence, cohorts=True)
    assert tie_histories(store)["pc"].at(as_of, known_by, evidence, cohorts=True) == asked
    return asked


def ids(ties: ScoreTies) -> list[str]:
    return [tie.id for tie in ties]


def test_cohorts_are_off_unless_asked_for(tmp_path: Path) -> None:
    store = store_of(tmp_path, share("a"))
    ties = score_ties(store, "pc", "2001")
    assert (ids(ties), ties.cohorts) == ([], False)
    assert (ids(cut(store, "2001")), cut(store, "2001").cohorts) == (["a"], True)


def test_a_share_becomes_a_tie_with_the_slot_s_defaults(tmp_path: Path) -> None:
    (tie,) = cut(store_of(tmp_path, share("a", shareHigh="0.9")), "2001")
    assert (tie.dependent, tie.provider, tie.slot, tie.layer) == ("buyers", "intel", "pc.cpu", "supply")
    assert (tie.share_low, tie.share_high, tie.criticality, tie.revocability) == (0.8, 0.9, 0.8, 0.5)
    assert (tie.start, tie.confirmed, tie.end_unknown) == (date(2000, 1, 1), date(2000, 12, 31), True)
    assert (tie.confidence, tie.evidence, tie.closed) == (0.9, "sourced", False)


def test_the_newest_measurement_counts_with_all_its_providers_and_no_older_one(tmp_path: Path) -> None:
    store = store_of(
        tmp_path,
        share("old-intel"),
        share("old-amd", provider="<id/org/amd>", shareLow="0.2", shareHigh="0.2"),
        share("new-intel", date='"2003-05"^^xsd:gYearMonth', shareLow="0.7", shareHigh="0.7"),
    )
    assert ids(cut(store, "1999")) == []
    assert ids(cut(store, "2000-03")) == ["old-amd", "old-intel"]  # a year's measurement describes each of its days
    assert ids(cut(store, "2003-04")) == ["old-amd", "old-intel"]
    assert ids(cut(store, "2003-05")) == ["new-intel"]


def test_of_measurements_begun_together_the_longer_counts(tmp_path: Path) -> None:
    store = store_of(tmp_path, share("year"), share("january", date='"2000-01"^^xsd:gYearMonth'))
    assert ids(cut(store, "2000-06")) == ["year"]


def test_a_measurement_is_known_when_its_last_day_is_over_unless_it_says_otherwise(tmp_path: Path) -> None:
    store = store_of(
        tmp_path,
        share("silent"),
        share("late", date='"2002"^^xsd:gYear', knownSince='"2005-01-01"^^xsd:date'),
    )
    assert ids(cut(store, "2004", known_by="2000-12-30")) == []
    assert ids(cut(store, "2004", known_by="2000")) == ["silent"]
    assert ids(cut(store, "2004", known_by="2004")) == ["silent"]  # the newer one was not known yet
    assert ids(cut(store, "2004", known_by="2005")) == ["late"]
    assert ids(cut(store, "2004")) == ["late"]


def test_evidence_is_sifted_before_the_newest_is_taken(tmp_path: Path) -> None:
    store = store_of(tmp_path, share("old"), share("new", date='"2003"^^xsd:gYear', evidence="<code/evidence#known>"))
    assert ids(cut(store, "2004")) == ["new"]
    assert ids(cut(store, "2004", evidence="sourced")) == ["old"]


def test_a_measurement_is_whole_in_its_year_and_fades_after(tmp_path: Path) -> None:
    store, spec = store_of(tmp_path, share("a")), Spec(half_life_supply=4)
    (tie,) = cut(store, "2000-02")
    assert cut(store, "2000-02").active(tie, spec.half_life("supply")) == 1.0
    assert cut(store, "2000").active(tie, 4) == 1.0
    assert cut(store, "2004").active(tie, 4) == pytest.approx(0.5, abs=1e-3)
    held = [fill_slots(cut(store, year), spec)[0].fills[0].share for year in ("2000", "2004", "2008")]
    assert held == pytest.approx([0.75 * 0.9, 0.75 * 0.9 / 2, 0.75 * 0.9 / 4], rel=1e-3)


def test_a_slot_counts_while_it_is_needed(tmp_path: Path) -> None:
    store = store_of(tmp_path, share("early", date='"1979"^^xsd:gYear'), share("a"))
    assert ids(cut(store, "1979")) == []
    assert ids(cut(store, "1980-01-01")) == ["early"]
    assert ids(cut(store, "2009-12-31")) == ["a"]
    assert ids(cut(store, "2010-01-01")) == []


@pytest.mark.parametrize(
    "changes",
    [{"slot": ""}, {"slot": "<id/slot/pc.bank>"}, {"slot": "<id/slot/pc.bare>"}, {"rank": "<code/rank#deprecated>"}],
    ids=["no slot", "capital", "no defaults", "deprecated"],
)
def test_shares_that_no_score_takes(tmp_path: Path, changes: dict[str, str]) -> None:
    assert ids(cut(store_of(tmp_path, share("kept"), share("refused", **changes)), "2001")) == ["kept"]


def test_rival_figures_of_one_provider_are_a_range_not_a_sum(tmp_path: Path) -> None:
    store = store_of(
        tmp_path,
        share("a", shareLow="0.5", shareHigh="0.6", confidence="0.7"),
        share("b", shareLow="0.55", shareHigh="0.7"),
    )
    (tie,) = cut(store, "2001")
    assert (tie.id, tie.share_low, tie.share_high, tie.confidence) == ("b", 0.5, 0.7, 0.9)
    preferred = store_of(tmp_path, share("a", rank="<code/rank#preferred>", shareLow="0.5"), share("b"))
    assert [(tie.id, tie.share_low) for tie in cut(preferred, "2001")] == [("a", 0.5)]


def test_shares_that_sum_above_one_are_scaled_and_what_is_missing_is_residual(tmp_path: Path) -> None:
    over = store_of(tmp_path, share("a"), share("b", provider="<id/org/amd>", shareLow="0.4", shareHigh="0.4"))
    (slot,) = fill_slots(cut(over, "2000"))
    assert slot.residual == 0.25
    assert {fill.provider: fill.share for fill in slot.fills} == pytest.approx(
        {"intel": 0.75 * 0.9 * 0.8 / 1.2, "amd": 0.75 * 0.9 * 0.4 / 1.2}
    )
    (slot,) = fill_slots(cut(store_of(tmp_path, share("a", shareLow="0.3", shareHigh="0.3")), "2000"))
    assert slot.residual == pytest.approx(0.7)


def test_a_cohort_with_an_organization_s_id_stays_another(tmp_path: Path) -> None:
    store = store_of(tmp_path, share("a", cohort="<id/cohort/amd>", provider="<id/org/amd>"))
    (tie,) = cut(store, "2001")
    assert (tie.dependent, tie.provider) == ("https://w3id.org/definer/id/cohort/amd", "amd")
    assert cut(store, "2001").name(tie.dependent).en == "Users of AMD"
    assert cut(store, "2001").name("amd").company


def test_cohorts_are_named_and_never_ranked(tmp_path: Path) -> None:
    store = store_of(tmp_path, share("a"))
    ties = cut(store, "2001")
    assert (ties.name("buyers").en, ties.name("buyers").zh, ties.name("buyers").company) == ("Buyers", "买家", False)
    assert score_ties(store, "pc", "2001").name("buyers").en == "buyers"
    result = score(ties)
    assert [firm.id for firm in result.firms] == ["intel"]
    assert (result.n, result.firms[0].in_degree, result.setting.cohorts) == (1, 1, True)
    found = explain(ties, "intel", store=store)
    assert {part.dependent for part in found.parts} == {"buyers"}
    assert sum(part.value for part in found.parts) == pytest.approx(found.power, abs=1e-12)
    assert (found.evidence["a"].start, KnowledgeGraph(store).name("buyers", "zh")) == ("2000", "买家")


def test_mass_weighs_cohorts_and_none_leaves_them_out(tmp_path: Path) -> None:
    store = store_of(tmp_path, share("a"), share("b", cohort="<id/cohort/amd>", provider="<id/org/amd>"))
    history = tie_histories(store)["pc"]
    assert dict(history.at("2001", cohorts=True).masses) == {}
    heavy = history.at("2001", cohorts=True, cohort_mass={"买家": 3.0})
    assert dict(heavy.masses) == {"buyers": 3.0}
    assert score(heavy).firm("intel").power == pytest.approx(3 * score(heavy).firm("amd").power)  # type: ignore[union-attr]
    assert score_ties(store, "pc", "2001", cohorts=True, cohort_mass={"buyers": 3.0}) == heavy
    assert ids(history.at("2001", cohorts=True, cohort_mass={"buyers": 0})) == ["b"]
    assert ids(history.at("2001", cohorts=True, cohort_mass=0)) == []
    assert set(history.at("2001", cohorts=True, cohort_mass=0.5).masses.values()) == {0.5}
    with pytest.raises(UnknownCohortError, match=r"did you mean buyers") as caught:
        history.at("2001", cohorts=True, cohort_mass={"buyer": 2})
    assert "采用者群体" in caught.value.message("zh")
    with pytest.raises(ValueError, match="at least 0"):
        history.at("2001", cohorts=True, cohort_mass=-1)


@pytest.mark.parametrize("paradigm", ["pc", "search", "mobile", "new_energy", "ai"])
def test_shipped_cohorts(kg: KnowledgeGraph, claims: Claims, paradigm: str) -> None:
    history = tie_histories(kg.store, [paradigm])[paradigm]
    of_paradigm = {row.id for row in claims.records["Cohort"] if getattr(row, "paradigm", None) == paradigm}
    for when, known in (("1998", None), ("2013", "2012"), ("2025-11-15", None)):
        plain, full = history.at(when, known), history.at(when, known, cohorts=True)
        assert full == score_ties(kg.store, paradigm, when, known, cohorts=True)
        added = full.ties[len(plain) :]
        assert full.ties[: len(plain)] == plain.ties
        assert {tie.dependent for tie in added} <= of_paradigm
        assert len({(tie.dependent, tie.slot, tie.provider) for tie in added}) == len(added)
        assert score(full).n == score(plain).n + len({tie.dependent for tie in added})
    assert {tie.dependent for tie in history.at("2025-11-15", cohorts=True)} & of_paradigm


def test_same_answer_whatever_the_hash_seed(tmp_path: Path, root: Path) -> None:
    store_of(tmp_path, share("a"), share("b", provider="<id/org/amd>"), share("c", date='"2003"^^xsd:gYear'))
    code = (
        "import sys; from pathlib import Path; from definer.graph.store import Store\n"
        "from definer.graph.ties import score_ties\n"
        "print(score_ties(Store.from_rdf([Path(sys.argv[1])]), 'pc', '2004', cohorts=True))"
    )
    answers = {
        subprocess.run(
            [sys.executable, "-c", code, str(tmp_path / "graph.ttl")],
            env={"PYTHONPATH": str(root / "src"), "PYTHONHASHSEED": seed},
            capture_output=True, check=True,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(answers) == 1
