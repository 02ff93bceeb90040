from __future__ import annotations

from datetime import date
from math import fsum
from typing import Any

import pytest

from definer.graph.power import NodeName, ScoreTie, ScoreTies, UnknownFirmError, explain, score
from definer.graph.store import Store
from definer.graph.ties import score_ties


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


def test_every_chain_leads_to_the_firm(store: Store) -> None:
    found = explain(score_ties(store, "ai", "2025-11-15"), "tsmc")
    chains = [part.chain for part in found.parts if part.facet == "lockin"]
    assert chains
    assert {chain[-1] for chain in chains} == {"tsmc"}
    assert max(len(chain) for chain in chains) > 2


def test_ties_bring_their_evidence_from_the_store(store: Store) -> None:
    document = explain(score_ties(store, "pc", "1990"), "microsoft", store=store).to_dict()
    assert list(document) == [
        "as_of", "paradigm", "spec", "n", "firm", "power", "reach", "lockin", "parts", "ties",
    ]  # fmt: skip
    assert document["firm"] == {"id": "microsoft", "name": {"en": "Microsoft", "zh": "微软"}}
    assert fsum(part["value"] for part in document["parts"]) == pytest.approx(document["power"], abs=1e-9)
    for shown in document["ties"]:
        assert shown["sources"], shown
        assert all(source["title"] and 1 <= source["tier"] <= 5 for source in shown["sources"])
        assert ([source["id"] for source in shown["sources"]] == ["known"]) == (shown["evidence"] == "known")
        assert shown["quote"] is None or len(shown["quote"]) <= 60
    assert any(len(shown["start"]) == 4 for shown in document["ties"])  # dates keep the precision they have
