"""Scores as a graph of their own: what is said, where it stands, and that claims are never touched."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pyoxigraph as ox
import pytest

from definer.graph.named_queries import run
from definer.graph.power import PowerResult, ScoreTie, ScoreTies, score
from definer.graph.power.plausibility import FirmUncertainty, Uncertainty, Verdict
from definer.graph.scores import SCORE_TERMS, SCORES, score_lines, scoring_iri
from definer.graph.store import Store

HOSTILE = 'evil> <a:b> "\n\\ <script>'
STRANGER = "https://example.org/firms#7"
GRAPH = ox.NamedNode(SCORES)
ORG = "https://w3id.org/definer/id/org/"


def ties(*providers: str, as_of: str = "2001", claims: str | None = None) -> ScoreTies:
    made = tuple(
        ScoreTie(f"t{number}", f"d{number}", provider, "os", "tech", date(2000, 1, 1))
        for number, provider in enumerate(providers)
    )
    return ScoreTies("pc", as_of, made, claims=claims)


def parsed(lines: list[str]) -> set[ox.Quad]:
    return set(ox.parse("".join(lines), format=ox.RdfFormat.N_QUADS))


def sure(result: PowerResult) -> PowerResult:
    """The result with intervals, P(rank 1) and a verdict, as draws would add them."""
    setting = replace(result.setting, seed=7, draws=100)
    firms = tuple(FirmUncertainty(f.id, f.rank, f.power, 0.9, (1, 3), (0.1, 0.4), 0.2) for f in result.firms)
    verdict = Verdict("definer", result.firms[0].id, 0.9, 0.85, "2000", 1000)
    return replace(result, uncertainty=Uncertainty(setting, firms, {}, 0.0, "errors-1", verdict, result.names))


def rows(store: Store, body: str) -> list[tuple[str | None, ...]]:
    return sorted(store.query(f"SELECT * WHERE {{ GRAPH <{SCORES}> {{ {body} }} }}").rows, key=str)


@pytest.fixture
def empty() -> Store:
    return Store(ox.Store())


def said_of(store: Store, firm: str) -> dict[str, str | None]:
    """What a firm's score says: last word of each property, value."""
    found = store.query(f"SELECT ?p ?o {{ GRAPH <{SCORES}> {{ ?s def:organization <{ORG}{firm}> ; ?p ?o }} }}").rows
    return {re.split("[/#]", str(name))[-1]: value for name, value in found}


def test_every_score_is_an_observation_with_its_setting(empty: Store) -> None:
    result = sure(score(ties("microsoft", "microsoft", "apple", claims="abc")))
    empty.put_scores(score_lines([result.to_dict()]))
    assert len(rows(empty, "?s a schema:Observation , def:Score")) == len(result.firms)
    for firm in result.firms:
        told = said_of(empty, firm.id)
        for name, value in (("value", firm.power), ("reach", firm.reach), ("lockIn", firm.lockin)):
            assert float(str(told[name])) == pytest.approx(value, abs=1e-12)
        assert (told["place"], told["inDegree"]) == (str(firm.rank), str(firm.in_degree))
    told = said_of(empty, "apple")
    assert (told["observationDate"], told["participants"], told["draws"], told["seed"]) == (
        "2001-12-31",
        "3",
        "100",
        "7",
    )
    assert (told["bestPlace"], told["worstPlace"], told["probabilityFirst"]) == ("1", "3", "0.9")
    assert (told["minValue"], told["median"], told["maxValue"]) == ("0.1", "0.2", "0.4")
    assert told["specification"] == result.spec
    assert told["measuredProperty"] == "https://w3id.org/definer/ontology#power"


def test_a_scoring_carries_verdict_setting_and_the_version_of_the_claims(empty: Store) -> None:
    empty.put_scores(score_lines([sure(score(ties("microsoft", "apple", "apple", claims="abc"))).to_dict()]))
    (row,) = run(empty, "scores").rows
    told = dict(zip(run(empty, "scores").columns, row, strict=True))
    assert told["verdict"] == "https://w3id.org/definer/code/paradigmVerdict#definer"
    assert (told["companies"], told["n"], told["draws"], told["seed"], told["claims"]) == ("5", "3", "100", "7", "abc")
    assert (told["sourcedOnly"], told["roundTrips"], told["cohorts"]) == ("false", "true", "false")
    assert told["errors"] == "errors-1"


def test_without_draws_nothing_is_said_of_intervals_seed_or_verdict(empty: Store) -> None:
    empty.put_scores(score_lines([score(ties("microsoft")).to_dict()]))
    (row,) = run(empty, "scores").rows
    told = dict(zip(run(empty, "scores").columns, row, strict=True))
    assert [told[key] for key in ("verdict", "first", "draws", "seed", "errors", "claims")] == [None] * 6
    assert rows(empty, "?s def:bestPlace|def:probabilityFirst|schema:minValue ?x") == []


def test_a_paradigm_without_ties_has_a_scoring_and_no_scores(empty: Store) -> None:
    empty.put_scores(score_lines([score(ties()).to_dict()]))
    (row,) = run(empty, "scores").rows
    told = dict(zip(run(empty, "scores").columns, row, strict=True))
    assert (told["companies"], told["n"]) == ("0", "0")


def test_terms_are_the_ones_that_are_said(empty: Store) -> None:
    known_by = replace(ties("microsoft", claims="abc"), known_by="2000")
    said = parsed(score_lines([sure(score(known_by)).to_dict()]))
    ours = "https://w3id.org/definer/ontology#"
    names = {
        str(node.value) for quad in said for node in (quad.predicate, quad.object) if isinstance(node, ox.NamedNode)
    }
    found = {name.replace(ours, "def:") for name in names if name.startswith(ours)}
    assert found - set(SCORE_TERMS) == {"def:organization", "def:paradigm"}
    assert set(SCORE_TERMS) - found == set()


@pytest.mark.parametrize("key", [HOSTILE, STRANGER, "http://x y", "1://x", "中文/公司", "a\u0000b", "%2F"])
def test_hostile_ids_stay_ids(empty: Store, key: str) -> None:
    lines = score_lines([score(ties(key, "apple")).to_dict()])
    assert all(line.count("\n") == 1 for line in lines)
    quads = parsed(lines)
    assert {quad.graph_name for quad in quads} == {GRAPH}
    empty.put_scores(lines)
    found = rows(empty, "?s def:organization ?firm ; def:place ?place")
    assert len(found) == len({row[0] for row in found}) == 4
    if key == STRANGER:
        assert STRANGER in {row[0] for row in found} | {row[1] for row in found} | {row[2] for row in found}


def test_iris_come_from_what_was_asked_not_from_what_came_out() -> None:
    one, more = score(ties("microsoft")).to_dict(), sure(score(ties("microsoft", "apple", claims="x"))).to_dict()
    assert scoring_iri(one) == scoring_iri(more)
    assert scoring_iri(one) == scoring_iri(one | {"as_of": "2001-12-31"})
    others = [{"as_of": "2001-12-30"}, {"known_by": "2001"}, {"evidence": "sourced"}, {"round_trip": False},
              {"cohorts": True}, {"spec": "power-1;rho=0"}, {"paradigm": "ai"}]  # fmt: skip
    assert len({scoring_iri(one), *(scoring_iri(one | change) for change in others)}) == len(others) + 1


def test_a_number_that_is_none_is_refused() -> None:
    document = score(ties("microsoft")).to_dict()
    document["firms"][0]["power"] = float("nan")
    with pytest.raises(ValueError, match="nan"):
        score_lines([document])


def test_writing_again_replaces_and_keeps_the_others(empty: Store) -> None:
    first = score(ties("microsoft", "apple", "lotus", claims="v1"))
    other = score(ties("microsoft", as_of="1999", claims="v1"))
    empty.put_scores(score_lines([first.to_dict(), other.to_dict()]))
    again = score(ties("microsoft", claims="v2"))
    empty.put_scores(score_lines([again.to_dict()]))
    alone = Store(ox.Store())
    alone.put_scores(score_lines([again.to_dict(), other.to_dict()]))
    assert empty.nquads() == alone.nquads()
    empty.put_scores(score_lines([replace(other, scored=replace(other.scored, claims="v2")).to_dict()]))
    assert b"v1" not in empty.nquads()  # no score rests on that version any more


def test_lines_that_are_no_quads_change_nothing(empty: Store) -> None:
    empty.put_scores(score_lines([score(ties("microsoft")).to_dict()]))
    before = empty.nquads()
    with pytest.raises(SyntaxError):
        empty.put_scores(["<a:b> <a:c> .\n"])
    assert empty.nquads() == before


def test_another_mass_is_another_setting() -> None:
    plain = {"paradigm": "ai", "as_of": "2025", "spec": "power-1", "cohorts": True}
    assert scoring_iri(plain) != scoring_iri({**plain, "masses": {"ai.startups": 3.0}})
