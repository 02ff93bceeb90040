"""The essay's sums come from the claims: every recomputed statement is done again, and a changed claim is noticed."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from definer.graph.store import Store
from definer.graph.synthetic.arithmetic import FIGURES, do_sums
from definer.graph.synthetic.facts import Facts, MissingOperandError, read_facts


class Altered:
    """The store, with the cells of one thing replaced, or with the thing taken out."""

    def __init__(self, store: Store, key: str, *cells: str | None) -> None:
        self.store, self.key, self.cells = store, key, cells

    def query(self, text: str, /) -> list[Sequence[str | None]]:
        rows: list[Sequence[str | None]] = []
        for row in self.store.query(text):
            thing = str(row[0])
            if not thing.endswith(f"/{self.key}"):
                rows.append(row)
            elif self.cells:
                rows.append((thing, *self.cells))
        return rows


def test_every_figure_is_as_printed(store: Store) -> None:
    wrong = [found for found in do_sums(store) if not found.agrees]
    assert wrong == []


def test_statements_among_them_have_a_recomputed_number(store: Store) -> None:
    # Those that are not among them are computed too: tests/graph/audit holds every recorded number to its formula.
    rows = store.query(
        "PREFIX def: <https://w3id.org/definer/ontology#> "
        'SELECT (REPLACE(STR(?s), "^.*/", "") AS ?id) WHERE { ?s a def:Statement ; def:recomputed ?value }'
    )
    known = {row[0] for row in rows}
    among = {figure.statement for figure in FIGURES if figure.statement}
    assert among <= known
    assert len(among) == 16


def test_round_rates_are_named_where_they_decide_a_digit(store: Store) -> None:
    moved = {found.wanted: found.shown(found.own_rates) for found in do_sums(store) if found.moved and found.agrees}
    assert moved == {"0.0939": "0.0934", "0.455": "0.454", "2.66": "2.65", "2.24": "2.23"}


def test_a_changed_claim_is_noticed(store: Store) -> None:
    changed = Altered(store, "valuation/v0005", "600", "600", None, None, None)
    wrong = {found.name for found in do_sums(changed) if not found.agrees}
    assert {"Moonshot/OpenAI, low (%)", "OpenAI observed/implied", "log gap OpenAI/Moonshot, low"} <= wrong
    assert "six battery makers (%)" not in wrong


def test_a_missing_claim_is_named_and_not_made_up(store: Store) -> None:
    missing = [found for found in do_sums(Altered(store, "fundamental/f0051")) if not found.agrees]
    assert [found.witness for found in missing] == ["METHOD", "sf102", "sf103"]
    assert all(found.value is None and found.missing == "fundamental/f0051 low" for found in missing)
    gone = [found for found in do_sums(Altered(store, "statement/sf102")) if not found.agrees]
    assert [(found.witness, found.missing) for found in gone] == [("sf102", "statement/sf102 recomputed")]


def test_numbers_are_read_out_of_what_is_stated() -> None:
    facts = Facts({("statement/a", "stated"): "20-60", ("fx/cny-2025-11", "rate"): "7.1069"})
    assert [facts.number("statement/a", "stated", place) for place in (0, 1)] == [20, 60]
    assert facts.per_usd("fx/cny-2025-11") == 7.10
    with pytest.raises(MissingOperandError, match="statement/a stated"):
        facts.number("statement/a", "stated", 2)


def test_facts_are_read_by_id(store: Store) -> None:
    facts = read_facts(store, ["valuation/v0010", "fx/hkd-2025-11", "statement/nothing"])
    assert facts.number("valuation/v0010", "low") == 3.3
    assert facts.number("valuation/v0010", "high") == 5
    assert facts.number("fx/hkd-2025-11", "rate") == 7.7774
    assert not any(key == "statement/nothing" for key, _ in facts.values)
