"""Places of nodes: steady, apart from each other, firms of several eras between the islands."""

from __future__ import annotations

from itertools import combinations
from math import dist

import pytest

from definer.viz.layout import islands, place

ERAS = ["old", "new"]
TIES = [(f"o{i}", f"o{i % 3}", "old") for i in range(3, 20)] + [(f"n{i}", f"n{i % 3}", "new") for i in range(3, 20)]
BRIDGE = [(f"o{i}", "bridge", "old") for i in range(10)] + [(f"n{i}", "bridge", "new") for i in range(9)]
NODES = sorted({name for tie in TIES + BRIDGE for name in tie[:2]})


def test_no_two_nodes_overlap() -> None:
    radii = {name: 20.0 if name == "bridge" else 6.0 for name in NODES}
    positions, _ = place(NODES, TIES + BRIDGE, ERAS, radii)
    assert list(positions) == NODES
    for a, b in combinations(NODES, 2):
        assert dist(positions[a], positions[b]) > radii[a] + radii[b]


def test_a_firm_of_two_eras_stands_between_them() -> None:
    positions, ground = place(NODES, TIES + BRIDGE, ERAS, {})
    to_old = dist(positions["bridge"], ground["old"][:2])
    to_new = dist(positions["bridge"], ground["new"][:2])
    apart = dist(ground["old"][:2], ground["new"][:2])
    assert max(to_old, to_new) < apart
    homebodies = [dist(positions[name], ground["new"][:2]) for name in NODES if name.startswith("n")]
    assert max(homebodies) < to_new + apart


def test_places_do_not_depend_on_the_order_of_ties() -> None:
    assert place(NODES, TIES + BRIDGE, ERAS, {}) == place(NODES, [*reversed(TIES + BRIDGE)], ERAS, {})


def test_islands_run_with_time_and_do_not_touch_in_their_row() -> None:
    ground = islands({"a": 100, "b": 60, "c": 90, "d": 150, "e": 110})
    across = [x for x, _, _ in ground.values()]
    assert across == sorted(across)
    for first, second in (("a", "c"), ("c", "e"), ("b", "d")):
        assert ground[second][0] - ground[first][0] >= ground[first][2] + ground[second][2]


@pytest.mark.parametrize("nodes", [[], ["only"]])
def test_nothing_and_one(nodes: list[str]) -> None:
    positions, _ = place(nodes, [], ERAS, {})
    assert list(positions) == nodes
