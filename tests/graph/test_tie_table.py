"""Ties from plain tables: defaults, both clocks, and every wrong cell named at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest

from definer.graph.model import Model
from definer.graph.tie_table import TieTableError, ties_from_table

if TYPE_CHECKING:
    from definer.knowledge import KnowledgeGraph

ROW: dict[str, Any] = {"dependent": "dell", "provider": "microsoft", "slot": "os"}


def test_defaults() -> None:
    (tie,) = ties_from_table([ROW], "1990")
    assert (tie.layer, tie.criticality, tie.revocability, tie.confidence, tie.middle) == ("tech", 0.9, 1.0, 1.0, None)
    assert not tie.closed


def test_a_frame_and_its_rows_give_the_same_ties() -> None:
    rows = [ROW | {"share": 0.4, "start": 1985}, ROW | {"provider": "ibm", "closed": "yes", "end": "1992-06"}]
    frame = pd.DataFrame(rows)
    assert tuple(ties_from_table(frame, "1990")) == tuple(ties_from_table(rows, "1990"))


def test_both_clocks() -> None:
    rows = [
        ROW | {"id": "early", "start": "1981", "end": "1985"},
        ROW | {"id": "late", "start": "1985", "known_from": "1995"},
    ]
    assert [tie.id for tie in ties_from_table(rows, "1984")] == ["early"]
    assert [tie.id for tie in ties_from_table(rows, "1985")] == ["late"]
    assert [tie.id for tie in ties_from_table(rows, "1985", known_by="1990")] == []


def test_zero_is_a_degree_and_not_a_blank() -> None:
    (tie,) = ties_from_table([ROW | {"share": 0, "criticality": 0, "confidence": 0.0, "revocability": "0"}], "1990")
    assert (tie.middle, tie.criticality, tie.confidence, tie.revocability) == (0.0, 0.0, 0.0, 0.0)


def test_every_wrong_cell_is_named_at_once_in_both_languages() -> None:
    rows = [
        {"dependent": "dell", "slot": "os"},
        ROW | {"share": 1.5, "colour": "red"},
        ROW | {"start": "soon", "layer": "capital"},
        ROW | {"closed": "perhaps"},
        ROW | {"share_low": 0.6, "share_high": 0.4},
        ROW | {"id": "x"},
        ROW | {"id": "x"},
    ]
    with pytest.raises(TieTableError) as caught:
        ties_from_table(rows, "1990")
    english, chinese = caught.value.message("en"), caught.value.message("zh")
    for words in (
        "row 1: provider is missing",
        "row 2: share '1.5' is no number from 0 to 1",
        "row 2: colour is no column",
        "row 3: start 'soon' is no date",
        "row 3: layer 'capital' is no layer of a score",
        "row 4: closed 'perhaps' is neither true nor false",
        "row 5: share_low '0.6' exceeds share_high 0.4",
        "row 7: id 'x' is used twice",
    ):
        assert words in english
    assert len(english.splitlines()) == len(chinese.splitlines()) == 8
    assert "第 1 行：provider 缺失" in chinese


def test_a_model_of_a_table_answers_everything() -> None:
    rows = [
        {"dependent": f"maker {i}", "provider": provider, "slot": slot, "layer": layer}
        for i in range(6)
        for provider, slot, layer in (("microsoft", "os", "tech"), ("intel", "cpu", "supply"))
    ] + [{"dependent": "microsoft", "provider": "intel", "slot": "isa"}]
    model = Model.from_table(rows, "1990", "pc")
    scored = model.score()
    assert [firm.id for firm in scored.firms[:2]] == ["intel", "microsoft"]
    assert model.reach()["intel"] == pytest.approx(scored.firms[0].reach, abs=1e-9)
    assert model.lockin()["intel"] == pytest.approx(scored.firms[0].lockin, abs=1e-9)
    assert next(iter(model.reach())) == "intel"
    assert model.reach().setting.as_of == "1990"
    assert model.vulnerability()["microsoft"] == pytest.approx(0.9 * 0.75)
    assert model.net_lockin()["intel"] > 0 == model.net_lockin()["maker 0"]
    assert sum(part.value for part in model.explain("intel").parts) == pytest.approx(scored.firms[0].power, abs=1e-9)
    found = model.uncertainty(draws=50)
    assert found.verdict is not None
    assert found.verdict.word in {"definer", "contested"}
    assert found.setting.paradigm == "pc"
    joint = model.coalition(["microsoft", "intel"])
    assert joint.setting.as_of == "1990"
    difference = model.compare("intel", model, "microsoft")
    assert difference.difference == pytest.approx(scored.firms[0].power - scored.firms[1].power, abs=1e-9)
    assert model.with_spec(rho=0.0).score().firms[0].power > scored.firms[0].power


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [ROW | {"share": 0}],
        [ROW | {"provider": "IN_HOUSE"}],
        [ROW | {"provider": "UNKNOWN"}],
        [ROW | {"provider": "dell"}],
        [ROW | {"criticality": 0}],
        [ROW | {"confidence": 0}],
        [ROW, {"dependent": "microsoft", "provider": "dell", "slot": "machines", "closed": True}],
    ],
    ids=["no ties", "zero weight", "in-house", "unknown", "itself", "uncritical", "disbelieved", "circle"],
)
def test_poor_tables_get_honest_answers(rows: list[dict[str, Any]]) -> None:
    import json

    model = Model.from_table(rows, "1990")
    for answer in (model.score(), model.uncertainty(draws=20), model.facets(), model.correlations(), model.profile()):
        json.dumps(answer.to_dict(), allow_nan=False)
        assert isinstance(answer._repr_html_(), str)
    for method in (model.flip_number, model.null_model, model.curation_cap, model.dominators, model.centralities):
        json.dumps(method().to_dict(), allow_nan=False)


def test_a_model_of_the_claims_knows_whose_dependents_are_foreign(kg: KnowledgeGraph) -> None:
    joint = kg.model("pc", "1990").coalition(["microsoft", "intel"])
    asked = kg.coalition(["microsoft", "intel"], "pc", "1990")
    assert joint.dependents == "foreign"
    assert (joint.total, joint.setting.n) == (asked.total, asked.setting.n)
