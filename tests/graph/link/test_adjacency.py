"""Who is tied to whom: any paradigm, either direction, nobody to itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from definer.graph.link import Frame
from definer.graph.link.adjacency import adjacency, tie_pairs
from definer.graph.power.tie import ScoreTie, ScoreTies
from definer.knowledge import KnowledgeGraph


def matrix(frame: Frame, tables: list[ScoreTies]) -> np.ndarray:
    firms = [unit.id for unit in frame.units]
    return adjacency(tie_pairs(tables, firms), firms) > 0


@pytest.fixture(scope="module")
def frame(kg: KnowledgeGraph) -> Frame:
    return kg.frame()


def ties(*pairs: tuple[str, str], **fields: float) -> ScoreTies:
    made = [
        ScoreTie(f"t{number}", dependent, provider, "slot", "tech", date(2000, 1, 1), **fields)  # type: ignore[arg-type]
        for number, (dependent, provider) in enumerate(pairs)
    ]
    return ScoreTies("pc", "2025", tuple(made))


def test_a_tie_in_any_paradigm_and_direction_makes_a_pair(frame: Frame) -> None:
    a, b, c, d = (unit.id for unit in frame.units[:4])
    found = matrix(frame, [ties((a, b)), ties((c, a), (b, a), (d, d), (d, "IN_HOUSE"), (d, "OPEN:usb"), (d, "nobody"))])
    expected = np.zeros((frame.n, frame.n), dtype=bool)
    expected[0, 1] = expected[1, 0] = expected[0, 2] = expected[2, 0] = True
    assert (found == expected).all()


def test_a_tie_that_was_signed_and_not_delivered_ties_nobody(frame: Frame) -> None:
    a, b = (unit.id for unit in frame.units[:2])
    assert not matrix(frame, [ties((a, b), share_low=0.0, share_high=0.0)]).any()
    assert matrix(frame, [ties((a, b), share_low=0.0, share_high=0.1)]).sum() == 2


def test_the_shipped_ties_follow_the_order_of_the_frame(kg: KnowledgeGraph, frame: Frame) -> None:
    tables = [kg.ties(paradigm, frame.as_of) for paradigm in kg.paradigms]
    found = matrix(frame, tables)
    turned = replace(frame, units=frame.units[::-1])
    assert (matrix(turned, tables) == found[::-1, ::-1]).all()
    assert (found == found.T).all()
    assert not found.diagonal().any()
    assert found.sum() / 2 > frame.n  # most of these firms depend on one another
