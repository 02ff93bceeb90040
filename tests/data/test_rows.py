from __future__ import annotations

from typing import ClassVar

import pytest
from pydantic import model_validator

from definer.data.cells import FIELD_LIMIT, Row, rows_of
from definer.data.columns import columns
from definer.data.faults import Fault
from definer.data.rows import make_records
from definer.data.tables import KINDS, STEMS, Table, kind_of, links
from definer.ontology.claim import Record
from definer.ontology.records import RECORDS, Organization, Tie


class Odd(Record):
    """A record with a check that gives no code."""

    rdf_class: ClassVar = "def:Odd"
    path: ClassVar = "odd"

    @model_validator(mode="after")
    def _check(self) -> Odd:
        if self.id == "odd":
            raise ValueError("odd")
        return self


def test_a_check_without_a_code_is_still_a_fault() -> None:
    table = Table("odds.csv", Odd, ["id"], [["even"], ["odd"]], [2, 3])
    faults = make_records(table)
    assert [(fault.line, fault.code) for fault in faults] == [(3, "bad_value")]
    assert [record and record.id for record in table.records] == ["even", None]


def test_sound_rows_beside_faulty_ones_become_records() -> None:
    header = ["id", "kind", "name_en", "name_zh", "name_zh_status", "evidence", "sources"]
    rows = [["a", "company", "A", "A", "latin", "known", "known"], ["b", "firm", "B", "B", "latin", "known", "known"]]
    table = Table("organizations.csv", Organization, header, rows, [2, 4])
    assert [(fault.line, fault.column, fault.code) for fault in make_records(table)] == [(4, "kind", "unknown_word")]
    assert isinstance(table.records[0], Organization)
    assert table.records[1] is None


def test_columns_are_read_off_the_records() -> None:
    tie = columns(Tie)
    assert list(tie) == list(Tie.model_fields)
    assert (tie["sources"].many, tie["sources"].required, tie["closed"].base) == (True, True, bool)
    assert (tie["share_low"].low, tie["share_low"].high, tie["share_low"].numeric) == (0, 1, True)
    assert tie["amount_low"].low is None
    assert tie["layer"].words == ("tech", "dist", "supply", "capital")
    assert tie["status"].default == "active"
    assert tie["id"].limit == 96


def test_every_kind_of_record_has_a_file() -> None:
    assert list(KINDS.values()) == list(RECORDS.values())
    for name, stem in STEMS.items():
        for file in (f"{stem}.csv", f"{stem}-part.csv"):
            kind = kind_of(file)
            assert kind is not None
            assert kind.__name__ == name
    assert [kind_of(name) for name in ("tie.csv", "ties.tsv", "ties", "TIES.csv", ".csv")] == [None] * 5


def test_links_name_their_tables() -> None:
    assert ("provider", "provider", False) in links(Tie)
    assert ("sources", "source", True) in links(Tie)
    assert ("members", "org", True) in links(Organization)


def taken_apart(text: str) -> tuple[list[Row], list[tuple[int, str]]]:
    faults: list[Fault] = []
    rows = list(rows_of("x.csv", text, ",", faults))
    return rows, [(fault.line, fault.code) for fault in faults]


@pytest.mark.parametrize(
    ("text", "lines", "codes"),
    [
        ("a,b\n1,2\n\n  \n3,4\n", [1, 2, 5], []),
        ('a,b\n"1\n\n1",2\n3,4\n', [1, 2, 5], [(2, "line_break")]),
        ('a,b\n"1,2\n3,4\n5,6', [1, 2, 3, 4], [(2, "quote_open")]),
        ('a,b\n"1"x,2\n3,4', [1, 2, 3], [(2, "quote_stray")]),
        ('"a,b\n3,4', [1, 2], [(1, "quote_open")]),
        ('a,b\n"1\n2,"3"\n4,5', [1, 2, 3, 4], [(2, "quote_open")]),
        (f"a,b\n{'x' * FIELD_LIMIT},2\n", [1, 2], []),
        (f"a,b\n{'x' * (FIELD_LIMIT + 1)},2\n", [1, 2], [(2, "field_large")]),
        (f'a,b\n"{"x" * 200_000}",2\n3,4\n', [1, 2, 3], [(2, "field_large")]),
        (f'a,b\n"{"x" * 200_000}\n3,4\n', [1, 2, 3], [(2, "field_large")]),
        (f"a,b\n{'1,2' * FIELD_LIMIT}\n", [1, 2], []),
    ],
)
def test_rows_keep_their_physical_lines(text: str, lines: list[int], codes: list[tuple[int, str]]) -> None:
    rows, faults = taken_apart(text)
    assert [row.line for row in rows] == lines
    assert faults == codes


def test_cells_of_text_separators_stay_on_their_line() -> None:
    rows, faults = taken_apart("a,b\n1\x0b\x0c\x1c\x85\u2028,2\n3,4\n")
    assert [row.line for row in rows] == [1, 2, 3]
    assert faults == []
