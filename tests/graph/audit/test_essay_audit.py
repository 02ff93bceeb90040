"""The audit of the essay over the shipped claims: every number of METHOD 0.1, and every number that is recorded."""

from __future__ import annotations

from pathlib import Path

import pytest

from definer.data.read import Claims
from definer.graph.audit import Audit
from definer.graph.store import Store
from definer.knowledge import KnowledgeGraph
from definer.ontology.words import Verdict


@pytest.fixture(scope="module")
def essay(kg: KnowledgeGraph) -> Audit:
    """The audit of the essay."""
    return kg.audit()


def test_every_recorded_number_is_what_the_formula_gives(essay: Audit) -> None:
    recorded = [row for row in essay.rows if row.statement.recomputed is not None]
    assert len(recorded) >= 34
    assert [row.statement.id for row in recorded if row.computed is None] == []
    wrong = {
        row.statement.id: (row.statement.recomputed, row.recomputed)
        for row in recorded
        if row.recomputed is None or row.number_differs
    }
    assert wrong == {}


def test_every_formula_has_a_recorded_number(essay: Audit) -> None:
    assert [row.statement.id for row in essay.rows if row.computed and row.statement.recomputed is None] == []
    assert [row.statement.id for row in essay.rows if row.fault] == []


@pytest.mark.parametrize(
    ("key", "recomputed", "computed"),
    [
        ("sf013", 0.66, "borderline"),  # below 1 %: 0.66 to exactly 1.00
        ("sf016", 1.8231, "holds_within_rounding"),  # XPeng over Tesla
        ("sf020", 277.1691, "off"),  # $39bn in yuan
        ("sf021", 4.4444, "holds_within_rounding"),  # Unitree over Figure
        ("sf035", 90, "holds"),  # 30 x 3
        ("sf037", 0.0939, "derived"),  # product of the three coefficients
        ("sf041", 5.5556, "derived"),  # 90 to 500
        ("sf058", 10, "holds"),  # one per cent of a trillion
        ("sf066", 93.319, "holds"),  # sovereign funds
        ("sf077", 3, "holds"),  # definitions of the United States by the essay's own rule
        ("sf097", 0.5, "holds"),
        ("sf102", 68.9, "holds"),  # six battery makers
        ("sf123", 53.6585, "derived"),  # downloads
    ],
)
def test_the_numbers_of_the_specification(essay: Audit, key: str, recomputed: float, computed: str) -> None:
    row = essay.row(key)
    assert row.recomputed == pytest.approx(recomputed, abs=5e-5)
    assert row.computed == computed


def test_what_stands_beside_the_check(essay: Audit) -> None:
    values = {
        key: [companion.value.mid for companion in essay.row(key).also] for key in ("sf020", "sf021", "sf041", "sf058")
    }
    assert values["sf020"][1] == pytest.approx(6.923, abs=5e-4)  # the rate that the essay used
    assert values["sf021"][0] == pytest.approx(4.33, abs=5e-3)  # at market rates
    assert values["sf041"][1] == pytest.approx(1.715, abs=5e-4)  # log premium over the steady state
    assert values["sf058"][0] == pytest.approx(3.22, abs=5e-3)  # discounted


def test_a_sum_that_rests_on_the_texts_own_numbers_is_marked(essay: Audit) -> None:
    assert essay.row("sf035").basis == "own"
    assert essay.row("sf005").basis == "independent"
    assert essay.row("sf102").basis == "mixed"  # four of the six shares are merely known


def test_verdicts_that_differ_are_told(essay: Audit) -> None:
    # The source says "near or just above" four trillion: equality does not bear out "above".
    assert [row.statement.id for row in essay.rows if row.differs] == ["sf131"]
    assert essay.to_dict()["differs"] == ["sf131"]


def test_conflicts_are_those_of_the_same_time_and_kind(essay: Audit) -> None:
    def claims(key: str) -> list[str]:
        return [conflict["claim"] for conflict in essay.row(key).conflicts]

    assert claims("sf015") == [
        "valuation/v0017",
        "valuation/v0083",
        "valuation/v0084",
        "valuation/v0249",
        "disagreement/d003",
    ]
    assert "valuation/v0027" in claims("sf019")
    assert "disagreement/d001" in claims("sf019")
    assert claims("sf018") == []  # "at least 10" does not contradict 12
    assert claims("sf102") == []  # shares of other periods do not contradict


def test_the_document(essay: Audit) -> None:
    rows = essay.to_list()
    assert len(rows) == 135
    wanted = {"id", "quote", "stated", "recomputed", "unit", "verdict", "claims", "conflicts"}
    for row in rows:
        assert wanted <= row.keys()
        assert row["verdict"] in Verdict.__args__  # type: ignore[attr-defined]
        assert len(row["quote"]) <= 60
    document = essay.to_dict()
    assert document["n"] + sum(document["left_out"].values()) == 135
    assert sum(document["computed"].values()) == document["n"]


def test_a_formula_of_foreign_rdf_that_cannot_be_worked_out_says_why(tmp_path: Path, claims: Claims) -> None:
    path = tmp_path / "foreign.nq"
    text = Store.from_claims(claims).nquads().decode()
    wrong = 'fundamental(\\"f0001\\") / valuation(\\"none\\")'
    assert text.count('"fundamental(\\"f0001\\")"') == 1
    path.write_text(text.replace('"fundamental(\\"f0001\\")"', f'"{wrong}"'), encoding="utf-8")
    row = KnowledgeGraph.open(store=path).audit().row("sf038")
    assert (row.computed, row.recomputed, row.verdict, row.differs) == ("not_computable", None, "confirmed", False)
    reason = row.to_dict()["reason"]
    assert reason["code"] == "unknown_id"
    assert reason["en"].startswith('there is no "none" in valuations.csv')
