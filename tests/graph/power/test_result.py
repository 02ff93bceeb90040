"""The forms that every computed answer can be had in."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest

from definer.graph.model import Model

if TYPE_CHECKING:
    from definer.graph.power import Result

ROWS = [
    {"dependent": "dell\x1b[31m", "provider": "<b>micro</b>[red]soft", "slot": "os"},
    {"dependent": "hp", "provider": "<b>micro</b>[red]soft", "slot": "os"},
]


def terminal(answer: Result, width: int) -> str:
    from rich.console import Console

    out = io.StringIO()
    Console(file=out, width=width, color_system=None).print(answer)
    return out.getvalue()


@pytest.mark.parametrize("name", ["score", "facets", "profile", "uncertainty", "correlations", "centralities", "reach"])
def test_every_answer_shows_itself_and_carries_its_setting(name: str) -> None:
    answer = getattr(Model.from_table(ROWS, "1990"), name)()
    document = json.loads(json.dumps(answer.to_dict(), allow_nan=False))
    assert {"as_of", "known_by", "spec", "n", "claims"} <= document.keys()
    frame = answer.to_pandas()
    assert frame.attrs["as_of"] == "1990"
    assert len(frame) == len(answer.records())
    page = answer._repr_html_()
    assert "<b>" not in page
    assert "as_of = 1990" in page
    for width in (80, 200):
        shown = terminal(answer, width)
        assert "as_of = 1990" in shown
        assert "\x1b" not in shown
        assert max(map(len, shown.splitlines())) <= width
    assert str(answer).startswith(type(answer).__name__)
    assert "as_of = 1990" in str(answer)
    assert len(str(answer)) < 400


def test_markup_in_names_is_text_on_a_terminal() -> None:
    assert "[red]" in terminal(Model.from_table(ROWS, "1990").score(), 300)


def test_a_table_that_does_not_fit_becomes_a_list() -> None:
    facets = Model.from_table(ROWS, "1990").facets()
    assert "-- 1 ---" in terminal(facets, 80)
    assert "-- 1 ---" not in terminal(facets, 250)
