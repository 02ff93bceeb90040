from __future__ import annotations

import pytest

from definer.graph.power import score, yearly
from definer.graph.store import Store
from definer.graph.ties import score_ties


def test_a_year_in_a_row_scores_as_it_does_alone(store: Store) -> None:
    found = yearly(store, ["pc", "ai"], [2024, 1985, 2025], last=store.as_of)
    assert list(found) == ["ai", "pc"]
    assert [list(years) for years in found.values()] == [[1985, 2024, 2025]] * 2
    for paradigm, year, when in (("pc", 1985, "1985-12-31"), ("ai", 2024, "2024-12-31"), ("ai", 2025, store.as_of)):
        result = found[paradigm][year]
        alone = score(score_ties(store, paradigm, when))
        assert (result.as_of, result.n) == (when, alone.n)
        assert [(firm.rank, firm.id) for firm in result.firms] == [(firm.rank, firm.id) for firm in alone.firms]
        assert [firm.power for firm in result.firms] == pytest.approx([firm.power for firm in alone.firms], abs=1e-9)
    assert found["ai"][1985].firms == ()


def test_all_paradigms_by_default_and_no_years_by_default(store: Store) -> None:
    assert yearly(store) == {"ai": {}, "mobile": {}, "new_energy": {}, "pc": {}, "search": {}}
