"""Years of power and price: intervals where the lists do not reach."""

from __future__ import annotations

import json
import math
from dataclasses import replace

import numpy as np
import pytest

from definer.graph.names import NodeName
from definer.graph.prediction import Panel, leads
from definer.graph.prediction.panel_table import FirmYear
from definer.graph.prediction.sights import Sight, above_tail, lead_of
from definer.knowledge import KnowledgeGraph

from .made_panel import YEARS, made_panel

NAME = NodeName("Firm", "企业")


def rows(high: str, years: tuple[int, ...] = YEARS) -> list[FirmYear]:
    """A firm's rows; `high` has an x for each list in which its premium lies above the percentile."""
    flat = np.zeros((2, 18))
    row = made_panel(flat, flat, missing=0.0, paradigms=1).rows[0]
    marks = [mark == "x" for mark in high]
    return [replace(row, year=year, premium=5.0 if mark else 0.0) for year, mark in zip(years, marks, strict=False)]


def sights(high: str, power: int | None, listed: int | None = None, since: int | None = None) -> tuple[Sight, ...]:
    return lead_of("firm", NAME, rows(high), power, listed, since).sights


def test_the_percentile_is_that_of_a_lognormal() -> None:
    row = rows("x")[0]  # median 1, third quartile 2: the 90th percentile lies 1.90 times as far
    edge = 1.2815515655 / 0.6744897502 * math.log(2)
    assert above_tail(replace(row, premium=edge + 1e-9))
    assert not above_tail(replace(row, premium=edge - 1e-6))


def test_price_that_comes_to_stay_after_power() -> None:
    stays, run = sights("......xxxx", power=2010)
    assert (stays.market, stays.why, stays.lead, stays.order) == ((2014, 2014), "observed", (4, 4), "price_later")
    assert run.market == (2014, 2014)


def test_price_that_came_and_went() -> None:
    stays, run = sights("..xx......", power=2015)
    assert (stays.why, stays.market, stays.order) == ("not_by_last_list", (2018, None), "no_price")
    assert (run.market, run.lead, run.order) == ((2010, 2010), (-5, -5), "price_earlier")


def test_seen_in_the_first_list_is_open_to_the_left() -> None:
    stays, _ = sights("xxxx", power=2003, listed=2004)
    assert (stays.market, stays.why, stays.order) == ((2004, 2008), "before_first_list", "not_observable")
    unknown, _ = sights("xxxx", power=2003)
    assert unknown.market == (None, 2008)
    assert unknown.lead == (None, 5)
    earlier, _ = sights("xxxx", power=2010)
    assert earlier.order == "price_earlier"  # in whatever year it was, it was before 2010


def test_a_first_run_before_the_lists_may_have_been_missed() -> None:
    _, run = sights("..xx", power=1999, listed=1986, since=1981)
    assert (run.why, run.order) == ("before_first_list", "not_observable")
    _, run = sights("..xx", power=2008, listed=1980, since=2007)
    assert (run.why, run.order) == ("observed", "price_later")


def test_a_gap_between_lists_is_an_interval() -> None:
    stays, _ = lead_of("firm", NAME, rows("..xx", (2019, 2020, 2022, 2024)), 2021, None).sights
    assert (stays.market, stays.lead, stays.order) == ((2021, 2022), (0, 1), "not_observable")


def test_no_power_no_order() -> None:
    stays, run = sights("..xx", power=None)
    assert stays.order == run.order == "no_power"
    assert stays.lead is None


@pytest.mark.parametrize("high", ["....", ".x.x"])
def test_not_by_the_last_list(high: str) -> None:
    _, run = sights(high, power=2005)
    assert (run.market, run.order) == ((2012, None), "no_price")


def test_shipped_claims(shipped: Panel, kg: KnowledgeGraph) -> None:
    found = leads(kg.store, shipped, ("pc", "ai"), {name: kg._history(name) for name in kg.paradigms}, draws=20)
    by = {one.paradigm: one for one in found.paradigms}
    assert by["ai"].origin is None
    assert by["pc"].firms[0].firm == "microsoft"
    assert by["pc"].firms[0].sights[1].order == "not_observable"  # listed 1986, lists from 2008
    assert found.n == 1
    json.dumps(found.to_dict(), allow_nan=False)
