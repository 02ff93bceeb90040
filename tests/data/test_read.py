from __future__ import annotations

import shutil
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from definer.data.faults import ClaimsError
from definer.data.read import Claims, find_faults, read_claims
from definer.data.tables import HORIZON
from definer.ontology.records import Organization, Slot, Tie

BASE = Path(__file__).resolve().parent.parent / "valid"
HEADER = "id,kind,name_en,name_zh,name_zh_status,country,evidence,sources\n"
KNOWN = "id,title,tier\nknown,Known to the curator,5\n"


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """A copy of the smallest sound claims."""
    return Path(shutil.copytree(BASE, tmp_path / "claims"))


def organizations(directory: Path, rows: bytes) -> list[tuple[int, str, str]]:
    """Faults of a directory that has these organizations and the source ``known``: line, column, code."""
    directory.mkdir(exist_ok=True)
    (directory / "sources.csv").write_text(KNOWN, encoding="utf-8")
    (directory / "organizations.csv").write_bytes(rows)
    return [(fault.line, fault.column, fault.code) for fault in find_faults(directory)]


def test_records_come_typed_and_in_order(base: Path) -> None:
    claims = read_claims(base)
    assert [tie.id for tie in claims.of(Tie)] == ["t1", "t2", "t3", "t4"]
    tie = claims.of(Tie)[0]
    assert (tie.quote, tie.start, tie.end, tie.closed) == (
        'Microsoft "supplied" PC DOS',
        "1981-08-12",
        "1992",
        False,
    )
    assert claims.counts["Tie"] == 4
    assert claims.records["Tie"] == claims.of(Tie)
    assert claims.as_of == "2000-12-31"


def test_claims_cannot_be_changed(base: Path) -> None:
    claims = read_claims(base)
    with pytest.raises(FrozenInstanceError):
        claims.as_of = "2001-01-01"  # type: ignore[misc]
    with pytest.raises(TypeError):
        claims.records["Tie"] = ()  # type: ignore[index]


def test_a_record_is_found_again(base: Path) -> None:
    claims = read_claims(base)
    assert claims.where("t2") == "ties.csv:3"
    assert claims.where("pc.os") == "slots.csv:2"
    assert claims.where("microsoft", Organization) == "organizations.csv:2"
    with pytest.raises(KeyError):
        claims.where("microsoft", Slot)


def test_a_few_tables_are_enough(tmp_path: Path) -> None:
    assert organizations(tmp_path, (HEADER + "a,company,A,A,latin,US,known,known\n").encode()) == []
    claims = read_claims(tmp_path)
    assert claims.counts["Organization"] == 1
    assert claims.of(Tie) == ()
    assert claims.as_of == HORIZON


def test_a_missing_table_is_reported_once(tmp_path: Path) -> None:
    row = "{0},company,A,A,latin,US,known,known,acme\n"
    text = HEADER.replace("sources", "sources,industry") + row.format("a") + row.format("b")
    (tmp_path / "indicators.csv").write_text(
        "id,industry,scope,metric,date,low,middle,high,n,sources\ni1,acme,all,pe,2008,1,2,3,4,known\n", encoding="utf-8"
    )
    assert organizations(tmp_path, text.encode()) == [(1, "-", "file_missing")]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_byte_order_mark_do_not_matter(base: Path, end: str, mark: str) -> None:
    version = read_claims(base).version
    for path in base.glob("*.csv"):
        path.write_bytes((mark + path.read_text(encoding="utf-8").replace("\n", end)).encode())
    assert read_claims(base).version == version


def test_version_follows_content_only(base: Path) -> None:
    before = read_claims(base).version
    path = base / "cohorts.csv"
    path.write_text("label_zh,paradigm,label_en,id\n个人电脑买家,pc,PC buyers,pc.buyers\n", encoding="utf-8")
    assert read_claims(base).version == before
    path.write_text("label_zh,paradigm,label_en,id\n个人电脑买家,pc,Buyers,pc.buyers\n", encoding="utf-8")
    assert read_claims(base).version != before


def test_lines_are_physical_lines(tmp_path: Path) -> None:
    rows = 'a,company,"A\nof two lines",A,latin,US,known,known\n\nb,company,B,B,latin,UK,known,known\n'
    assert organizations(tmp_path, (HEADER + rows).encode()) == [
        (2, "-", "line_break"),
        (5, "country", "unknown_country"),
    ]


def test_an_open_quote_costs_one_row_only(tmp_path: Path) -> None:
    rows = 'a,company,"A,A,latin,US,known,known\nb,company,B,B,latin,UK,known,known\n'
    rows += 'c,company,"C ""x""",C,latin,US,known,known\n'
    assert organizations(tmp_path, (HEADER + rows).encode()) == [
        (2, "-", "quote_open"),
        (3, "country", "unknown_country"),
    ]


def test_quotes_within_plain_text_stay(tmp_path: Path) -> None:
    assert organizations(tmp_path, (HEADER + 'a,company,The "A" firm,5" disks,latin,US,known,known\n').encode()) == []
    assert read_claims(tmp_path).of(Organization)[0].name_en == 'The "A" firm'


def test_a_fault_in_a_row_hides_neither_its_id_nor_other_rows(tmp_path: Path) -> None:
    header = HEADER.replace("sources", "sources,parent")
    rows = "a,company,A,A,latin,UK,known,known,\nb,company,B,B,latin,US,known,known\n"
    rows += "c,company,C,C,latin,US,known,known,a;\n"
    assert organizations(tmp_path, (header + rows + "d,company,D,D,latin,US,known,known,b\n").encode()) == [
        (2, "country", "unknown_country"),
        (3, "-", "row_short"),
        (4, "parent", "id_form"),
    ]


def test_the_encoding_does_not_hide_other_faults(tmp_path: Path) -> None:
    rows = HEADER + "a,company,A,阿里巴巴集团,customary,UK,known,known\n"
    for codec in ("utf-16", "gb18030"):
        assert organizations(tmp_path, rows.encode(codec)) == [
            (1, "-", "encoding"),
            (2, "country", "unknown_country"),
        ]


def test_every_element_of_a_list_is_looked_at(tmp_path: Path) -> None:
    header = HEADER.replace("sources", "sources,members,identifiers")
    rows = "a,group,A,A,latin,US,known,known,b;c; B;a,wikidata:Q1;lei:5\n"
    assert organizations(tmp_path, (header + rows).encode()) == [
        (2, "identifiers", "identifier_form"),
        (2, "members", "id_form"),
        (2, "members", "unknown_id"),
        (2, "members", "unknown_id"),
    ]


@pytest.mark.parametrize("cell", ["1_000", "1e3", "NaN", "Infinity", "１", "٣", "+1", "1.", " ,", "0x10", "--1"])
def test_only_plain_numbers_are_numbers(base: Path, cell: str) -> None:
    path = base / "valuations.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("52.5", f'"{cell}"'), encoding="utf-8")
    assert [(fault.column, fault.code.partition("_")[0]) for fault in find_faults(base)] == [("high", "number")]


def test_far_dates_are_no_trouble(base: Path) -> None:
    path = base / "control_holdings.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("1985,,", "1985,9999-12,"), encoding="utf-8")
    assert find_faults(base) == []


def test_hidden_files_notes_and_folders_may_stand_beside(base: Path) -> None:
    (base / ".DS_Store").write_bytes(b"\x00")
    (base / "README.md").write_text("notes", encoding="utf-8")
    (base / "raw").mkdir()
    assert find_faults(base) == []


@pytest.mark.parametrize(
    "content", [b"[" * 100_000, b'{"asOf": ' + b"9" * 5000 + b"}", b"\xff\xfe\x00", b"", b'{"asOf": 3}']
)
def test_a_bad_descriptor_is_a_fault(base: Path, content: bytes) -> None:
    (base / "datapackage.json").write_bytes(content)
    faults = find_faults(base)
    assert {fault.file for fault in faults} == {"datapackage.json"}
    assert all(fault.message("zh") for fault in faults)


def test_a_descriptor_that_cannot_be_read(base: Path) -> None:
    (base / "datapackage.json").unlink()
    (base / "datapackage.json").mkdir()
    assert [(fault.file, fault.code) for fault in find_faults(base)] == [("datapackage.json", "unreadable")]


def test_a_place_that_is_no_directory(tmp_path: Path) -> None:
    for path in (tmp_path / "nowhere", tmp_path / "file"):
        (tmp_path / "file").write_text("x", encoding="utf-8")
        with pytest.raises(ClaimsError) as raised:
            read_claims(path)
        assert [fault.code for fault in raised.value.faults] == ["no_claims"]


def shares(base: Path, *rows: str) -> list[str]:
    """Faults of ties of ibm for pc.os: ``provider,share_low,start,end,status,last_confirmed`` each."""
    header = "id,dependent,paradigm,slot,kind,layer,criticality,revocability,evidence,sources,"
    header += "provider,share_low,start,end,status,last_confirmed,rank\n"
    lines = [f"t{i},ibm,pc,pc.os,licence,tech,0.9,0.2,known,known,{row}\n" for i, row in enumerate(rows)]
    (base / "ties.csv").write_text(header + "".join(lines), encoding="utf-8")
    return [fault.code for fault in find_faults(base)]


@pytest.mark.parametrize(
    ("one", "two", "codes"),
    [
        (
            "microsoft,0.6,1981,1985,,,",
            "intel,0.6,1985,,,,",
            [],
        ),  # one follows the other: intervals are half-open
        ("microsoft,0.6,1981,1986,,,", "intel,0.6,1985,,,,", ["shares_above_one"]),
        ("microsoft,0.6,1981,1986,,,", "microsoft,0.6,1985,,,,", []),  # two claims about one provider
        ("microsoft,0.6,1981,,,,", "intel,0.6,1985,,announced,,", []),
        ("microsoft,0.6,1981,,,,deprecated", "intel,0.6,1985,,,,", []),
        ("microsoft,0.6,1981,unknown,,,", "intel,0.6,1985,,,,", []),
        ("microsoft,0.6,1981,unknown,,1990,", "intel,0.6,1985,,,,", ["shares_above_one"]),
        ("microsoft,0.6,,,,,", "intel,0.4,,,,,", []),
        ("microsoft,0.6,,,,,", "intel,0.41,,,,,", ["shares_above_one"]),
    ],
)
def test_shares_at_one_time(base: Path, one: str, two: str, codes: list[str]) -> None:
    assert shares(base, one, two) == codes


def test_claims_know_their_own_type(base: Path) -> None:
    assert isinstance(read_claims(base), Claims)
