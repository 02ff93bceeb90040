"""Krippendorff's alpha: the published examples, the limits, and the shipped second coding."""

from __future__ import annotations

import csv
import random
from collections import Counter
from pathlib import Path

import pytest

from definer.data.coders import FIELDS, LISTED, agreement, alpha, alpha_of_counts, shipped_coding

HEADS = ["paradigm", "outcome", "evidence", "dependent", "slot", "provider", "listed"]
HEADS += [f"{who}_{field}" for field in FIELDS for who in ("first", "second")]


def write(path: Path, *rows: dict[str, str]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, HEADS, restval="")
        writer.writeheader()
        writer.writerows(rows)
    return path


def test_the_published_nominal_example() -> None:
    # Krippendorff (2011), example B: two coders, twelve units, five categories; alpha = 0.692.
    ben, gerry = "aabbdcccedda", "babbbccceddd"
    assert alpha(list(zip(ben, gerry, strict=True)), "nominal") == pytest.approx(0.692, abs=5e-4)


def test_agreement_is_one_and_chance_is_about_nothing() -> None:
    same = [(0.3, 0.3), (0.6, 0.6), (0.9, 0.9)]
    for level in ("nominal", "ordinal", "interval"):
        assert alpha(same, level) == pytest.approx(1.0)
    opposite = [(0, 1), (1, 0)] * 20
    assert (alpha(opposite, "nominal") or 0) < -0.9
    mixed = [(one, other) for one in range(4) for other in range(4)] * 5
    assert abs(alpha(mixed, "interval") or 1) < 0.05


def test_a_near_miss_costs_less_than_a_far_one_unless_nominal() -> None:
    rows = [(1, 1), (2, 2), (3, 3), (4, 4)] * 3
    near, far = [*rows, (1, 2)], [*rows, (1, 4)]
    for level in ("ordinal", "interval"):
        assert (alpha(near, level) or 0) > (alpha(far, level) or 0)
    assert (alpha(near, "nominal") or 0) == pytest.approx(alpha(far, "nominal") or 0, abs=0.02)


def test_the_interval_form_is_that_of_its_definition() -> None:
    # alpha = 1 - Do / De, both sums of squared differences over pairs of values (Krippendorff 2011, D).
    pairs = [(1, 2), (3, 3), (5, 4), (2, 2), (4, 1)]
    values = [value for pair in pairs for value in pair]
    observed = sum((one - other) ** 2 for one, other in pairs) / len(pairs)
    n = len(values)
    expected = sum((one - other) ** 2 for one in values for other in values) / (n * (n - 1))
    assert alpha(pairs, "interval") == pytest.approx(1 - observed / expected)


@pytest.mark.parametrize("pairs", [[], [(1, 1)], [(1, 1), (1, 1)]])
def test_alpha_is_not_defined_without_variation(pairs: list[tuple[int, int]]) -> None:
    assert alpha(pairs, "interval") is None


@pytest.mark.parametrize("level", ["nominal", "ordinal", "interval"])
def test_counts_of_pairs_give_the_alpha_of_nltk(level: str) -> None:
    rng = random.Random(4)
    for size, values in ((2, 2), (7, 3), (60, 5), (300, 40)):
        pairs = [(value := rng.randrange(values), rng.choice((value, rng.randrange(values)))) for _ in range(size)]
        known = alpha(pairs, level)  # type: ignore[arg-type]
        found = alpha_of_counts(Counter(pairs), level)  # type: ignore[arg-type]
        assert (found is None) == (known is None)
        assert found is None or found == pytest.approx(known, abs=1e-12)


def test_blank_cells_are_missing_and_groups_are_parts(tmp_path: Path) -> None:
    coded = [
        ("pc", "winner", "known", "a", "a"),
        ("pc", "loser", "sourced", "b", "b"),
        ("ai", "loser", "known", "a", "b"),
        ("ai", "winner", "known", "a", ""),
    ]
    path = write(
        tmp_path / "coding.csv",
        *(
            {
                "paradigm": paradigm, "outcome": outcome, "evidence": evidence, "dependent": f"d{number}",
                "provider": one, "listed": str(one == other).lower(), "first_provider": one, "second_provider": other,
            }
            for number, (paradigm, outcome, evidence, one, other) in enumerate(coded)
        ),
    )  # fmt: skip
    found = {(one.field, one.group): one for one in agreement(path)}
    assert [group for field, group in found if field == "share"] == [
        "all", "ai", "pc", "winner", "loser", "known", "sourced",
    ]  # fmt: skip
    assert (found["provider", "all"].n, found["provider", "pc"].n, found["provider", "known"].n) == (3, 2, 2)
    assert (found["provider", "winner"].n, found["provider", "loser"].n) == (1, 2)
    assert found["provider", "pc"].alpha == pytest.approx(1.0)
    assert found["provider", "all"].plain == pytest.approx(2 / 3)
    assert (found["share", "all"].n, found["share", "all"].alpha, found["share", "all"].plain) == (0, None, None)
    assert (found[LISTED, "all"].n, found[LISTED, "all"].plain, found[LISTED, "all"].alpha) == (4, 0.5, None)


def test_nobody_known_is_in_no_list(tmp_path: Path) -> None:
    rows = ({"provider": "UNKNOWN", "listed": "true"}, {"provider": "intel", "listed": "false"})
    found = {one.field: one for one in agreement(write(tmp_path / "coding.csv", *rows)) if one.group == "all"}
    assert (found[LISTED].n, found[LISTED].plain) == (1, 0.0)


def test_rows_of_a_cell_are_drawn_together(tmp_path: Path) -> None:
    # Twelve rows in three cells, each of one mind: as rows, alpha hardly moves; as cells, it goes from end to end.
    def rows(cell: str) -> list[dict[str, str]]:
        return [
            {
                "dependent": f"d{number % 3}" if cell == "cell" else f"d{number}", "slot": "s", "provider": "a",
                "first_closed": str(number % 2), "second_closed": str(number % 2 if number % 3 else 1 - number % 2),
            }
            for number in range(24)
        ]  # fmt: skip

    spans = {}
    for cell in ("cell", "row"):
        found = agreement(write(tmp_path / f"{cell}.csv", *rows(cell)))
        (one,) = (one for one in found if (one.field, one.group) == ("closed", "all"))
        assert one.low is not None
        assert one.high is not None
        spans[cell] = one.high - one.low
    assert spans["cell"] > 1.5 * spans["row"]


def test_the_shipped_second_coding() -> None:
    with shipped_coding().open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) > 600
    assert len({row["id"] for row in rows}) == len(rows)
    found = {one.field: one for one in agreement() if one.group == "all"}
    assert list(found) == [*FIELDS, LISTED]
    assert found == {one.field: one for one in agreement() if one.group == "all"}, "the same numbers every time"
    listed = found.pop(LISTED)
    assert listed.n == sum(row["provider"] != "UNKNOWN" for row in rows)
    assert (listed.plain or 0) > (found["provider"].plain or 0)
    for one in found.values():
        assert one.alpha is not None
        assert one.low is not None
        assert one.high is not None
        assert -1 <= one.low <= one.alpha <= one.high <= 1
    assert (found["provider"].alpha or 0) > 0.75
