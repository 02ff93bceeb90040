"""The panel: what is joined with what, and what is left out."""

from __future__ import annotations

import json
import math
from collections import Counter
from dataclasses import replace

import numpy as np
import pytest

from definer.graph.power import score
from definer.graph.prediction import Panel, build_panel
from definer.graph.prediction.listings import Listing, heading_of, industry_headings, multiple_of, read_listings
from definer.graph.prediction.measures import paths_of
from definer.graph.prediction.panel import PathTable
from definer.graph.worth.fx import FxTable
from definer.graph.worth.observations import Firm, Multiple, Observations
from definer.graph.worth.reading import read_observations
from definer.knowledge import KnowledgeGraph

from .made_panel import YEARS, autocorrelated, made_panel


@pytest.mark.parametrize(("firm", "paradigm", "year"), [("apple", "mobile", 2016), ("intel", "pc", 2008)])
def test_power_is_that_of_the_end_of_the_year_before(
    shipped: Panel, kg: KnowledgeGraph, firm: str, paradigm: str, year: int
) -> None:
    row = next(row for row in shipped.rows if (row.firm, row.year) == (firm, year))
    found = score(kg.ties(paradigm, f"{year - 1}-12-31")).firm(firm)
    assert found is not None
    assert row.power == pytest.approx(found.power, abs=1e-12)
    assert row.in_degree == found.in_degree
    code = shipped.ids.index(firm)
    assert shipped.paths[code, shipped.path_years.index(year - 1)] == pytest.approx(row.z, abs=1e-12)


def test_premium_is_over_the_median_of_the_heading_of_that_list(shipped: Panel) -> None:
    # Apple in the list of 2012: 546.0 over revenue of 127.8, computer hardware at 0.234.
    row = next(row for row in shipped.rows if (row.firm, row.year) == ("apple", 2012))
    assert row.industry == "computer_hardware"
    assert row.heading_used
    assert row.premium == pytest.approx(math.log(546.0) - math.log(127.8 * 0.234), abs=1e-12)


def test_every_listed_firm_year_is_in_the_panel_or_counted(shipped: Panel, kg: KnowledgeGraph) -> None:
    listings = read_listings(kg.store)
    assert shipped.n + sum(shipped.dropped.values()) == len(listings)
    assert Counter((row.firm, row.year) for row in shipped.rows).most_common(1)[0][1] == 1
    assert {row.year for row in shipped.rows} == set(YEARS)
    assert all(math.isfinite(value) for row in shipped.rows for value in (row.premium, row.power, row.z))


def test_nothing_before_ties_were_looked_for(shipped: Panel) -> None:
    assert min(row.year for row in shipped.rows if row.paradigm == "ai") == 2017  # coded from 2016
    assert min(row.year for row in shipped.rows if row.paradigm == "new_energy") == 2009
    assert shipped.dropped["before_coded_period"] > 0


def test_one_standard_deviation_within_paradigm(shipped: Panel) -> None:
    for paradigm in shipped.by_paradigm:
        z = np.array([row.z for row in shipped.rows if row.paradigm == paradigm])
        assert z.mean() == pytest.approx(0, abs=1e-9)
        assert z.std(ddof=1) == pytest.approx(1, abs=1e-9)


def test_document_is_plain_and_the_table_has_a_row_per_firm_year(shipped: Panel) -> None:
    document = json.loads(json.dumps(shipped.to_dict(), allow_nan=False))
    assert document["n"] == len(shipped.to_pandas()) == len(shipped.records())
    assert document["years_without_list"] == [2021, 2023]
    assert not document["balanced"]
    assert document["in_every_list"] <= document["n_firms"]
    assert shipped.to_pandas().index.is_unique


def test_survival_counts_by_hand() -> None:
    power = np.zeros((3, 18)) + np.arange(3)[:, None]
    panel = made_panel(power, power, missing=0.0, paradigms=1)
    listed = {2008: frozenset("ab"), 2009: frozenset("bc"), 2010: frozenset("abc"), 2011: frozenset("c")}
    object.__setattr__(panel, "listed", listed)
    years = panel.to_dict()["survival"]["years"]
    assert [(one["entered"], one["left"], one["left_for_good"]) for one in years] == [
        (0, 0, 0),
        (1, 1, 0),
        (1, 0, 0),
        (0, 2, 2),
    ]


def test_a_median_needs_ten_firms_and_the_very_year() -> None:
    def median(year: str, n: int) -> Multiple:
        return Multiple(f"m{year}{n}", "chips", "price_to_sales", year, 1.0, 2.0, 3.0, n, ())

    multiples = {"chips": (median("2015", 12), median("2016", 9))}
    assert multiple_of(multiples, "chips", 2015) is multiples["chips"][0]
    assert multiple_of(multiples, "chips", 2016) is None
    assert multiple_of(multiples, "chips", 2014) is None
    assert multiple_of(multiples, None, 2015) is None


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"kind": "subsidiary_market_cap"}, "subsidiary_value"),
        ({"currency": "EUR"}, "not_in_dollars"),
        ({"market_cap": 0.0}, "value_not_positive"),
        ({"revenue": None}, "no_revenue"),
        ({"revenue": -1.0}, "pre_revenue"),
        ({"heading": "no industry"}, "no_industry"),
        ({"heading": "Rare"}, "no_multiple_that_year"),
        ({"year": 2009}, "before_coded_period"),
        ({"firm": "stranger"}, "no_home_paradigm"),
        ({"firm": "lone"}, "no_tie"),
    ],
)
def test_each_reason(
    monkeypatch: pytest.MonkeyPatch, kg: KnowledgeGraph, change: dict[str, object], reason: str
) -> None:
    """One listing each, of a firm that would otherwise be in the panel."""
    from definer.graph.prediction import panel as module

    good = Listing("good", 2010, "market_cap", "USD", 10.0, 5.0, 1.0, "Chips", ("c",))
    firms = (Firm("good", "G", "G", "US", "pc", None), Firm("lone", "L", "L", "US", "pc", None))
    firms += (Firm("other", "O", "O", "US", "pc", None),)
    chips = tuple(
        Multiple(f"m{year}", "chips", "price_to_sales", str(year), 1.0, 2.0, 3.0, 12, ()) for year in (2009, 2010)
    )
    seen = Observations(firms, {}, {}, {"chips": chips}, kg_fx(kg))
    path = {"good": np.array([np.nan, 0.5]), "other": np.array([np.nan, 0.1])}
    other = replace(good, firm="other")
    monkeypatch.setattr(module, "read_listings", lambda _: (replace(good, **change), good, other))
    monkeypatch.setattr(module, "read_observations", lambda _: seen)
    monkeypatch.setattr(module, "industry_headings", lambda _: {"Chips": "chips", "Rare": "rare"})
    monkeypatch.setattr(module, "power_paths", lambda *_: PathTable((2008, 2009), {"pc": path}, {"pc": path}))
    panel = build_panel(kg.store, ("pc",), kg.ties)
    assert panel.dropped == {reason: 1}
    assert [row.firm for row in panel.rows] == ["good", "other"]
    assert panel.rows[0].premium == pytest.approx(0.0)  # 10 over 5 x 2


def kg_fx(kg: KnowledgeGraph) -> FxTable:
    return read_observations(kg.store).fx


def test_headings(kg: KnowledgeGraph) -> None:
    assert heading_of("Name | with bar | Computer Hardware") == "Computer Hardware"
    assert heading_of(None) == heading_of("no bar") == ""
    headings = industry_headings(kg.store)
    assert headings["Software & Services"] == headings["IT Software & Services"] == "it_software_services"
    found: Listing = next(one for one in read_listings(kg.store) if (one.firm, one.year) == ("apple", 2012))
    assert headings[found.heading] == "computer_hardware"


def test_an_empty_graph_gives_an_empty_panel(kg: KnowledgeGraph) -> None:
    panel = build_panel(kg.store, (), kg.ties)
    assert panel.n == 0
    assert panel.dropped["no_tie"] > 0


def test_rank_paths_follow_the_order_of_the_year() -> None:
    power = autocorrelated(np.random.default_rng(1), 12)
    panel = made_panel(power, power, missing=0.0, paradigms=1)
    ranks = paths_of(panel, "rank")
    for column in range(18):
        assert (np.argsort(ranks[:, column]) == np.argsort(power[:, column])).all()
    assert paths_of(panel, "in_degree") == pytest.approx(panel.paths)
