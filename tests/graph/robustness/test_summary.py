from __future__ import annotations

import json
from io import StringIO

from rich.console import Console

from definer.graph.power import NodeName, ScoreTies, Spec
from definer.graph.robustness import flip_number, robustness
from definer.knowledge import KnowledgeGraph


def test_every_answer_is_there_under_one_setting(kg: KnowledgeGraph) -> None:
    spec = Spec(rho=0.1)
    found = kg.robustness("search", "2004", spec=spec, draws=4, seed=7)
    plain = json.loads(json.dumps(found.to_dict(), allow_nan=False))
    assert (plain["as_of"], plain["spec"], plain["seed"], plain["draws"]) == ("2004", spec.id, 7, 4)
    assert plain["claims"] == kg.ties("search").claims
    assert plain["n"] == kg.power("search", "2004", draws=0).n
    assert plain["sensitivity"] is None
    assert plain["flip"]["number"] == flip_number(kg.ties("search", "2004"), spec).number
    for part in ("flip", "curation_cap", "null_model", "spearman", "importance", "dominators"):
        assert plain[part]
        assert "as_of" not in plain[part]
    assert [row["rank"] for row in plain["rows"]] == sorted(row["rank"] for row in plain["rows"])
    assert {"name_zh", "delta", "percentile", "p_rank1_k5", "p_rank1_k10", "p_rank1_k15"} <= plain["rows"][0].keys()
    assert found.to_pandas().shape[0] == len(plain["rows"])


def test_no_ties_no_ranking(kg: KnowledgeGraph) -> None:
    found = robustness(kg.ties("ai", "1900"), draws=2, with_sensitivity=True)
    assert found.flip.leader is None
    assert found.records() == []
    assert found.sensitivity is not None
    json.dumps(found.to_dict(), allow_nan=False)
    assert "<table>" in found._repr_html_()


def test_hostile_names_only_show(kg: KnowledgeGraph) -> None:
    ties = kg.ties("search", "2004")
    names = {key: NodeName(f"<b>{key}\x1b[31m", "甲", name.company) for key, name in (ties.names or {}).items()}
    hostile = ScoreTies(ties.paradigm, ties.as_of, ties.ties, names)
    found = robustness(hostile, draws=1)
    assert "<b>" not in found._repr_html_()
    console = Console(width=200, record=True, file=StringIO())
    console.print(found)
    assert "\x1b[31m" not in console.export_text()


def test_public_names_are_functions_and_classes_in_any_order() -> None:
    # A module named like a function would hide it once it is imported.
    import definer.graph.robustness as package

    for name in (*package.__all__, *reversed(package.__all__)):
        assert callable(getattr(package, name)), name
