"""Adding a tie: what follows from its slot, where it goes, and that nothing else changes."""

from __future__ import annotations

import csv
import io
import shutil
import stat
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from definer.data import edit
from definer.data.edit import Added, EditError, add_tie
from definer.data.files import WriteError, trouble, write_all
from definer.data.read import find_faults, read_claims, shipped_claims
from definer.data.review import review
from definer.ontology.records import Tie, TieEvidence

BASE = Path(__file__).resolve().parent.parent / "valid"
Bytes = dict[str, bytes]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of small sound claims."""
    return Path(shutil.copytree(BASE, tmp_path / "claims"))


def contents(directory: Path) -> Bytes:
    return {path.name: path.read_bytes() for path in directory.iterdir()}


def add(directory: Path, **given: object) -> Added:
    """A sound row unless told otherwise: a processor of IBM's own, after Intel's."""
    row: dict[str, object] = {"dependent": "ibm", "slot": "pc.cpu", "provider": "IN_HOUSE", "start": "1991"}
    return add_tie(directory, **(row | given))  # type: ignore[arg-type]


def read_back(directory: Path, added: Added) -> dict[str, str]:
    """The row as it stands in the file, at the line that was told."""
    lines = (directory / added.file).read_text(encoding="utf-8").splitlines()
    return next(csv.DictReader(io.StringIO("\n".join([lines[0], lines[added.line - 1]]))))


def edit_table(directory: Path, name: str, old: str, new: str) -> None:
    path = directory / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8", newline="")


def test_what_follows_from_the_slot_is_filled_in(folder: Path) -> None:
    added = add(folder, provider="seattle_computer", start="1991-02")
    assert (added.file, added.line, added.evidence, added.warnings) == ("ties.csv", 6, (), ())
    expected = {
        "id": "t5",
        "dependent": "ibm",
        "provider": "seattle_computer",
        "paradigm": "pc",
        "slot": "pc.cpu",
        "kind": "component",
        "layer": "supply",
        "criticality": "0.9",
        "revocability": "0.6",
        "closed": "false",
        "start": "1991-02",
        "evidence": "known",
        "sources": "known",
        "known_from": "2000-12-31",
    }
    assert {name: text for name, text in added.row.items() if text} == expected
    assert read_back(folder, added) == added.row
    tie = read_claims(folder).of(Tie)[-1]
    assert (tie.id, tie.status, tie.share_low) == ("t5", "active", None)


def test_other_lines_are_untouched(folder: Path) -> None:
    before = contents(folder)
    added = add(folder)
    after = contents(folder)
    assert before.keys() == after.keys()
    assert [name for name in before if before[name] != after[name]] == ["ties.csv"]
    lines = after["ties.csv"].splitlines(keepends=True)
    assert lines.pop(added.line - 1).startswith(b"t5,ibm,IN_HOUSE,pc,pc.cpu,")
    assert b"".join(lines) == before["ties.csv"]


@pytest.mark.parametrize(
    ("dependent", "slot", "provider"),
    [
        ("国际商业机器", "操作系统", "微软"),
        ("IBM", "operating  System", "MICROSOFT"),
        ("ibm", "pc.os", "Seattle_Computer products"),
    ],
)
def test_names_of_either_language(folder: Path, dependent: str, slot: str, provider: str) -> None:
    row = add(folder, dependent=dependent, slot=slot, provider=provider, start="1993").row
    assert (row["dependent"], row["slot"]) == ("ibm", "pc.os")
    assert row["provider"] in {"microsoft", "seattle_computer"}


def test_an_alias_is_a_name(folder: Path) -> None:
    edit_table(folder, "organizations.csv", "name_zh_status,country", "name_zh_status,aliases,country")
    text = (folder / "organizations.csv").read_text(encoding="utf-8")
    text = (
        text.replace("customary,", "customary,,")
        .replace("latin,", "latin,,")
        .replace("customary,,US,1911", "customary,蓝色巨人;Big Blue,US,1911")
    )
    (folder / "organizations.csv").write_text(text, encoding="utf-8", newline="")
    assert find_faults(folder) == []
    assert add(folder, dependent="蓝色巨人").row["dependent"] == "ibm"


@pytest.mark.parametrize(
    ("provider", "stands", "revocability"),
    [
        ("IN_HOUSE", "IN_HOUSE", "0.2"),
        ("in-house", "IN_HOUSE", "0.2"),
        ("自给", "IN_HOUSE", "0.2"),
        ("unknown", "UNKNOWN", "0.6"),
        ("open:GB/T", "OPEN:GB/T", "0.2"),
    ],
)
def test_providers_that_are_no_firm(folder: Path, provider: str, stands: str, revocability: str) -> None:
    row = add(folder, provider=provider).row
    assert (row["provider"], row["revocability"]) == (stands, revocability)


def test_criticality_is_that_of_the_same_dependent_and_slot(folder: Path) -> None:
    edit_table(folder, "ties.csv", ",1,1,0.9,0.6,", ",1,1,0.3,0.6,")
    assert add(folder).row["criticality"] == "0.3"
    assert add(folder, dependent="intel", provider="UNKNOWN").row["criticality"] == "0.9"
    assert add(folder, start="1999", criticality="0.4", revocability="1").row["criticality"] == "0.4"


def test_where_rows_of_a_slot_differ_the_greatest_criticality_holds(folder: Path) -> None:
    assert add(folder, slot="pc.os", start="1993").row["criticality"] == "0.9"


def test_kind_is_that_of_most_rows(folder: Path) -> None:
    edit_table(
        folder, "ties.csv", "t2,ibm,seattle_computer,pc,pc.os,licence", "t2,ibm,seattle_computer,pc,pc.os,platform"
    )
    add(folder, slot="pc.os", provider="microsoft", start="1993", kind="platform")
    assert add(folder, slot="pc.os", provider="UNKNOWN", start="1994").row["kind"] == "platform"


def test_a_slot_without_rows_needs_a_kind(folder: Path) -> None:
    before = contents(folder)
    with pytest.raises(EditError, match="--kind"):
        add(folder, slot="search.index", start="1998")
    assert contents(folder) == before
    added = add(folder, slot="search.index", start="1998", kind="service")
    assert (added.file, added.line, added.row["id"]) == ("ties-search.csv", 2, "search0001")
    assert (folder / added.file).read_text(encoding="utf-8").startswith(",".join(Tie.columns()) + "\n")
    assert [fault.code for fault in added.warnings] == ["dependent_unlisted"]
    assert find_faults(folder) == []


@pytest.mark.parametrize(
    ("end", "status"),
    [(None, "active"), ("1999", "ended"), ("2000", "ended"), ("2001", "active"), ("unknown", "ended")],
)
def test_status_follows_from_the_end(folder: Path, end: str | None, status: str) -> None:
    added = add(folder, end=end)
    assert added.row.get("status", "active") == status
    assert read_claims(folder).of(Tie)[-1].status == status


def test_evidence_and_the_day_since_when_it_is_known(folder: Path) -> None:
    row = add(folder, sources=["annual_1995"]).row
    assert (row["evidence"], row["sources"], row["known_from"]) == ("sourced", "annual_1995", "1995")
    row = add(folder, sources=["annual_1995", "ibm_history"], start="1993").row  # the second bears no date
    assert (row["sources"], row["known_from"]) == ("annual_1995;ibm_history", "1993")
    row = add(folder, sources=["annual_1995"], start="1997").row
    assert row["known_from"] == "1997"
    assert [tie.evidence for tie in read_claims(folder).of(Tie)][-3:] == ["sourced"] * 3


def test_last_confirmed_by_a_source_within_the_interval(folder: Path) -> None:
    assert add(folder, sources=["annual_1995"]).row["last_confirmed"] == "1995"
    assert add(folder, sources=["annual_1995"], end="1999").row["last_confirmed"] == ""
    assert add(folder, sources=["annual_1995"], start="1996").row["last_confirmed"] == ""
    assert add(folder, sources=["annual_1995"], end="unknown").row["last_confirmed"] == ""
    assert add(folder, sources=["annual_1995"], start="1994", end="unknown").row["last_confirmed"] == "1995"


def test_a_row_of_evidence_for_each_source(folder: Path) -> None:
    before = contents(folder)["tie_evidence.csv"]
    added = add(
        folder,
        sources=["annual_1995", "ibm_history"],
        fields=["existence,start", "share"],
        quote='says "own"',
        locator="p. 3, table",
        share="0.2-0.4",
        confidence="0.8",
    )
    rows = [one.row for one in added.evidence]
    assert [(one.file, one.line) for one in added.evidence] == [("tie_evidence.csv", 3), ("tie_evidence.csv", 4)]
    assert [(row["id"], row["tie"], row["fields"]) for row in rows] == [
        ("t5-1", "t5", "existence;start;share"),
        ("t5-2", "t5", "existence;start;share"),
    ]
    assert [(row["sources"], row["quote"], row["locator"]) for row in rows] == [
        ("annual_1995", 'says "own"', "p. 3, table"),
        ("ibm_history", "", ""),
    ]
    assert (added.row["quote"], added.row["share_low"], added.row["share_high"]) == ('says "own"', "0.2", "0.4")
    found = [one for one in read_claims(folder).of(TieEvidence) if one.tie == "t5"]
    assert [str(one.confidence) for one in found] == ["0.8", "0.8"]
    # Columns that the file lacked give every other row blank cells, at its end, and nothing else.
    kept = (folder / "tie_evidence.csv").read_bytes().splitlines()[:2]
    assert kept == [before.splitlines()[0] + b",locator,confidence", before.splitlines()[1] + b",,"]


def test_existence_alone_needs_no_row_of_evidence(folder: Path) -> None:
    before = contents(folder)["tie_evidence.csv"]
    assert add(folder, sources=["annual_1995"], fields=["existence"]).evidence == ()
    assert contents(folder)["tie_evidence.csv"] == before


def test_a_table_of_evidence_is_made_beside_its_ties(folder: Path) -> None:
    (folder / "ties.csv").rename(folder / "ties-pc.csv")
    (folder / "datapackage.json").unlink()
    added = add(folder, sources=["annual_1995"], fields=["existence", "start"])
    assert added.file == "ties-pc.csv"
    assert [(one.file, one.line, one.row["id"]) for one in added.evidence] == [("tie_evidence-pc.csv", 2, "t5-1")]
    header = (folder / "tie_evidence-pc.csv").read_text(encoding="utf-8").splitlines()[0]
    assert header == ",".join(TieEvidence.columns())
    assert find_faults(folder) == []


@pytest.mark.parametrize(
    ("given", "option"),
    [
        ({"fields": ["existence", "share"]}, "--fields"),
        ({"quote": "its own"}, "--quote"),
        ({"locator": "p. 3", "sources": ["known"]}, "--locator"),
    ],
)
def test_what_a_source_says_needs_the_source(folder: Path, given: dict[str, object], option: str) -> None:
    before = contents(folder)
    with pytest.raises(EditError, match=f"^{option} .*--source") as caught:
        add(folder, **given)
    assert caught.value.message("zh").startswith(f"{option} 须有来源")
    assert contents(folder) == before


@pytest.mark.parametrize("name", ["note", "quote", "locator"])
@pytest.mark.parametrize("text", ["=1+1", "+1", "-5 in all", "@SUM(A1)", "\t=x", " =x"])
def test_no_cell_is_a_formula(folder: Path, name: str, text: str) -> None:
    before = contents(folder)
    with pytest.raises(EditError, match=f"^--{name} begins with .*spreadsheet") as caught:
        add(folder, sources=["annual_1995"], **{name: text})
    assert "电子表格" in caught.value.message("zh")
    assert contents(folder) == before
    assert add(folder, sources=["annual_1995"], **{name: f"so {text.strip()}"}).row[name] == f"so {text.strip()}"


@pytest.mark.parametrize(
    ("given", "lines"),
    [
        ({"start": "1992-13"}, ["--start: there is no such date as 1992-13: correct the month or day"]),
        ({"criticality": "2"}, ["--criticality: 2 is outside 0 to 1: write a number from 0 to 1"]),
        ({"share": "65"}, ["--share: the share is 65, outside 0 to 1: "]),
        ({"basis": "unit", "kind": "x"}, ['--kind: "x" is not in', '--basis: "unit" is not in']),
        (
            {"tie_id": "T 9", "sources": ["annual_1995"], "fields": ["start"], "quote": "x" * 61},
            ['--id: "T 9" cannot be an id: ', "--quote: the quotation has 61 characters"],
        ),
        (
            {"start": "1985", "share": "0.2"},
            ["--share: the providers of pc.cpu for ibm have at least 1.2 of it in all on 1985-01-01: ties.csv:4, --"],
        ),
        ({"start": "1992", "slot": "pc.os", "share": "0.95"}, ["--share: the providers of pc.os"]),
        ({"note": "a\nb"}, ["--note: a cell of this row goes on over 2 lines: put its text on one line"]),
    ],
)
def test_faults_of_the_new_row_name_the_option(folder: Path, given: dict[str, object], lines: list[str]) -> None:
    with pytest.raises(EditError) as caught:
        add(folder, **given)
    shown = caught.value.message().splitlines()
    assert shown[0] == f"with this row the claims would be at fault ({len(lines)}); nothing was written"
    assert len(shown) == len(lines) + 1
    assert all(one.startswith(start) for one, start in zip(sorted(shown[1:]), sorted(lines), strict=True)), shown
    assert {fault.line for fault in caught.value.faults} == {0}


def test_a_fault_that_shows_at_another_row_names_its_line_on_disk(folder: Path) -> None:
    edit_table(folder, "ties.csv", "t3,", "t8,")
    edit_table(folder, "ties.csv", "t4,", "t9,")  # the new row, t10, comes above them
    with pytest.raises(EditError) as caught:
        add(folder, start="1975", share="0.2")
    (fault,) = caught.value.faults
    assert (fault.file, fault.line) == ("ties.csv", 4)
    assert "in all on 1981-01-01: --share, ties.csv:4:" in caught.value.message()


def test_a_taken_id_is_told_with_its_place(folder: Path) -> None:
    before = contents(folder)
    with pytest.raises(EditError, match=r'^--id: "t1" is taken by ties\.csv:2: choose another') as caught:
        add(folder, tie_id="t1")
    assert caught.value.message("zh").startswith("--id：“t1”已用于 ties.csv:2：")
    assert contents(folder) == before


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"dependent": "mircosoft"}, ("mircosoft", "microsoft (Microsoft)")),
        ({"dependent": "IN_HOUSE"}, ("IN_HOUSE",)),
        ({"dependent": "国际商业"}, ("ibm (IBM)",)),
        ({"provider": "intell"}, ("intel (Intel)",)),
        ({"provider": "INHOUSE"}, ("IN_HOUSE",)),
        ({"slot": "pc.oss"}, ("pc.os (Operating system)",)),
        ({"slot": "统"}, ("pc.os (Operating system)",)),
        ({"slot": "\x1b[31m"}, ("<U+001B>",)),
    ],
)
def test_unknown_names_get_suggestions(folder: Path, given: dict[str, object], words: tuple[str, ...]) -> None:
    before = contents(folder)
    with pytest.raises(EditError) as caught:
        add(folder, **given)
    assert caught.value.exit_code == 2
    assert all(word in str(caught.value) for word in words)
    assert "没有名为" in caught.value.message("zh")
    assert contents(folder) == before


def test_a_name_of_two_firms_is_none(folder: Path) -> None:
    with (folder / "organizations.csv").open("a", encoding="utf-8") as file:
        file.write("ibm_gbs,company,IBM,国际商业机器,customary,US,1991,,,,known,known\n")
    with pytest.raises(EditError, match=r"more than one.*ibm .*ibm_gbs"):
        add(folder, dependent="国际商业机器")
    assert add(folder, dependent="ibm").row["dependent"] == "ibm"


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"start": "1985", "share": "0.2"}, "shares_above_one"),
        ({"share": "0.6-0.4"}, "low_above_high"),
        ({"share": "60%"}, "number_percent"),
        ({"share": "-0.2"}, "share_range"),
        ({"start": "1992-13"}, "impossible_date"),
        ({"end": "1980"}, "end_before_start"),
        ({"basis": "unit"}, "unknown_word"),
        ({"provider": "ibm"}, "self_tie"),
        ({"provider": "OPEN:"}, "provider_form"),
        ({"sources": ["annual_1996"]}, "unknown_source"),
        ({"sources": ["annual_1995"], "fields": ["existence", "shares"]}, "unknown_word"),
        ({"quote": "x" * 61, "sources": ["annual_1995"]}, "quote_long"),
        ({"note": "a\udcffb"}, "hostile_text"),
        ({"note": "one\ntwo"}, "line_break"),
        ({"note": "one\rtwo"}, "line_break"),
        ({"provider": "OPEN:x\nt6,ibm,UNKNOWN,pc,,technology,tech,,,,,,,,,,,,known,known,,"}, "line_break"),
        ({"note": "a\u202eb"}, "hostile_text"),
        ({"tie_id": "T 9"}, "id_form"),
        ({"confidence": "high"}, "number_form"),
    ],
)
def test_nothing_is_written_on_a_fault(folder: Path, given: dict[str, object], code: str) -> None:
    before = contents(folder)
    with pytest.raises(EditError) as caught:
        add(folder, **given)
    assert caught.value.exit_code == 1
    assert code in {fault.code for fault in caught.value.faults}
    assert all(
        fault.message(lang) in caught.value.message(lang) for fault in caught.value.faults for lang in ("en", "zh")
    )
    assert contents(folder) == before


def test_claims_that_were_at_fault_before_are_left_alone(folder: Path) -> None:
    edit_table(folder, "ties.csv", "t3,ibm,intel", "t3,ibm,intell")
    before = contents(folder)
    with pytest.raises(EditError, match="at fault before") as caught:
        add(folder)
    assert [fault.code for fault in caught.value.faults] == ["unknown_id"]
    assert contents(folder) == before


def test_a_dry_run_says_the_same_and_writes_nothing(folder: Path) -> None:
    given = {"sources": ["annual_1995"], "fields": ["existence", "start"]}
    before = contents(folder)
    foreseen = add(folder, dry_run=True, **given)
    assert contents(folder) == before
    assert add(folder, **given) == foreseen


def test_the_same_row_is_not_added_twice(folder: Path) -> None:
    add(folder)
    before = contents(folder)
    with pytest.raises(EditError, match=r"ties\.csv:6 says the same"):
        add(folder)
    assert contents(folder) == before
    assert add(folder, note="another remark").row["id"] == "t6"


def test_only_new_warnings_are_told(folder: Path) -> None:
    edit_table(
        folder, "candidacies.csv", "pc.microsoft,microsoft,pc,true,true,,", "pc.microsoft,microsoft,pc,true,true,pc.os,"
    )
    edit_table(folder, "ties.csv", "t4,", "t9,")
    assert [fault.code for fault in review(read_claims(folder))] == ["slot_missing"]
    added = add(folder, dependent="intel", provider="tvi", start="1980")
    assert [(fault.code, fault.line) for fault in added.warnings] == [
        ("dependent_unlisted", added.line),
        ("provider_unlisted", added.line),
    ]
    assert add(folder).warnings == ()


def test_the_same_provider_at_the_same_time_is_a_warning(folder: Path) -> None:
    twice = add(folder, slot="pc.os", provider="seattle_computer", start="1993", revocability="0.6")
    assert [(fault.code, fault.line) for fault in twice.warnings] == [("provider_twice", twice.line)]
    assert twice.warnings[0].message().startswith(f"ties.csv:{twice.line}: start: seattle_computer fills pc.os of ibm")
    # Above the two it moves their lines, which makes no new warning of the old one.
    assert add(folder, tie_id="a1").warnings == ()
    other = add(folder, slot="pc.os", provider="seattle_computer", start="1994", revocability="0.3")
    assert other.warnings == ()


def test_a_sorted_file_stays_sorted(folder: Path) -> None:
    edit_table(folder, "ties.csv", "t4,", "x4,")
    added = add(folder)
    assert (added.row["id"], added.line) == ("t4", 5)
    ids = [tie.id for tie in read_claims(folder).of(Tie)]
    assert ids == sorted(ids)


def test_a_file_in_another_order_gets_the_row_at_its_end(folder: Path) -> None:
    lines = (folder / "ties.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    (folder / "ties.csv").write_text("".join([lines[0], *reversed(lines[1:])]), encoding="utf-8", newline="")
    assert add(folder).line == 6


@pytest.mark.parametrize(("mark", "ending"), [(b"", b"\r\n"), (b"\xef\xbb\xbf", b"\n"), (b"\xef\xbb\xbf", b"\r\n")])
@pytest.mark.parametrize("tail", [b"", b"\n", b"\n\n"])
def test_the_form_of_the_file_is_kept(folder: Path, mark: bytes, ending: bytes, tail: bytes) -> None:
    path = folder / "ties.csv"
    old = mark + (path.read_bytes().rstrip(b"\n") + tail).replace(b"\n", ending)
    path.write_bytes(old)
    added = add(folder)
    new = path.read_bytes()
    row = b"t5,ibm,IN_HOUSE,pc,pc.cpu,component,supply,,,0.9,0.2,false,1991,,,,,,known,known,,2000-12-31"
    assert new == old.removesuffix(tail.replace(b"\n", ending)) + ending + row + tail.replace(b"\n", ending)
    assert new.splitlines()[added.line - 1] == row
    assert find_faults(folder) == []


def test_a_column_is_added_only_where_a_value_needs_it(folder: Path) -> None:
    before = contents(folder)["ties.csv"].splitlines()
    added = add(folder, note="a, b", round_trip=True)
    after = contents(folder)["ties.csv"].splitlines()
    assert after[0] == before[0] + b",round_trip,note"
    assert after[1:5] == [line + b",," for line in before[1:]]
    assert after[5].endswith(b',true,"a, b"')
    assert (added.row["round_trip"], added.row["note"]) == ("true", "a, b")


def test_the_row_goes_where_most_ties_of_the_paradigm_are(folder: Path) -> None:
    lines = (folder / "ties.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    for here, file in ((4, "ties.csv"), (3, "ties-pc.csv"), (2, "ties-pc.csv")):  # of two with as many, its own
        (folder / "ties.csv").write_text("".join(lines[:here]), encoding="utf-8", newline="")
        (folder / "ties-pc.csv").write_text("".join([lines[0], *lines[here:]]), encoding="utf-8", newline="")
        assert add(folder).file == file


def test_ids_go_on_in_the_style_of_the_file(folder: Path) -> None:
    for number in range(1, 5):
        edit_table(folder, "ties.csv", f"t{number},", f"pc-{number:03d},")
    edit_table(folder, "tie_evidence.csv", ",t1,", ",pc-001,")
    edit_table(folder, "ties.csv", "pc-004,", "other9,")
    assert add(folder).row["id"] == "pc-004"
    assert add(folder, tie_id="mine", start="1998").row["id"] == "mine"


def test_permissions_and_links_are_kept(folder: Path, tmp_path: Path) -> None:
    real = tmp_path / "elsewhere.csv"
    (folder / "ties.csv").rename(real)
    (folder / "ties.csv").symlink_to(real)
    real.chmod(0o640)
    add(folder)
    assert (folder / "ties.csv").is_symlink()
    assert b"\nt5," in real.read_bytes()
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


def test_no_temporary_file_remains(folder: Path) -> None:
    names = set(contents(folder))
    add(folder, sources=["annual_1995"], fields=["existence", "start"])
    with pytest.raises(EditError):
        add(folder, share="2")
    assert set(contents(folder)) == names


def test_if_the_second_file_fails_the_first_is_put_back(tmp_path: Path) -> None:
    first, made, second = tmp_path / "a.csv", tmp_path / "b.csv", tmp_path / "c.csv"
    first.write_bytes(b"old")
    second.mkdir()
    with pytest.raises(WriteError) as caught:
        write_all({first: b"new", made: b"new", second: b"new"})
    assert caught.value.message() == f"{second} cannot be written, nothing was written: this is a folder: name a file"
    assert caught.value.message("zh") == f"{second} 无法写入，未写入任何内容：这是一个文件夹：请写明文件"
    assert first.read_bytes() == b"old"
    assert {path.name for path in tmp_path.iterdir()} == {"a.csv", "c.csv"}
    with pytest.raises(WriteError, match=r"nowhere/d\.csv"):
        write_all({first: b"new", tmp_path / "nowhere" / "d.csv": b"new"})
    assert {path.name for path in tmp_path.iterdir()} == {"a.csv", "c.csv"}
    second.rmdir()
    write_all({first: b"new", second: b"also"})
    assert (first.read_bytes(), second.read_bytes()) == (b"new", b"also")


def test_a_file_that_cannot_be_written_is_named_by_its_own_name(folder: Path) -> None:
    # No file beside it can have its name and more: 255 bytes is all that a name may have.
    far = folder.parent / ("t" * 250)
    (folder / "ties.csv").rename(far)
    (folder / "ties.csv").symlink_to(far)
    before = contents(folder)
    with pytest.raises(WriteError) as caught:
        add(folder)
    shown = folder / "ties.csv"
    assert caught.value.message() == (
        f"{shown} cannot be written, nothing was written: the name is too long: choose a shorter one"
    )
    assert caught.value.message("zh") == f"{shown} 无法写入，未写入任何内容：名称过长：请用较短的名称"
    assert contents(folder) == before


def test_trouble_that_has_no_words_is_told_in_those_of_the_system() -> None:
    assert trouble(OSError(5, "Input/output error"), "zh") == "Input/output error"
    assert trouble(PermissionError(1, "x"), "en").startswith("that is not permitted: change the permissions")
    assert trouble(OSError("\x1b"), "en") == "<U+001B>"


def test_a_file_that_somebody_else_changed_is_left_alone(folder: Path) -> None:
    sheet = edit._Sheet.of(folder, "ties.csv", Tie)
    sheet.insert({"id": "t5"})
    edit_table(folder, "ties.csv", "t4,", "t8,")
    before = contents(folder)
    with pytest.raises(EditError, match=r"ties\.csv was changed"):
        edit._write(folder, [sheet])
    assert contents(folder) == before


words = st.text(st.characters(), max_size=30) | st.just("\udcff")  # a byte of the command line that is no text


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(note=words, quote=words, tie_id=st.sampled_from(["", "a1", "t15", "z"]))
def test_any_text_comes_back_or_changes_nothing(tmp_path: Path, note: str, quote: str, tie_id: str) -> None:
    folder = Path(shutil.copytree(BASE, tmp_path / "claims", dirs_exist_ok=True))
    before = contents(folder)
    try:
        added = add(folder, note=note, quote=quote, tie_id=tie_id, sources=["annual_1995"])
    except EditError:
        assert contents(folder) == before
        return
    ties = read_claims(folder).of(Tie)
    tie = next(one for one in ties if one.id == added.row["id"])
    assert (tie.note or "", tie.quote or "") == (note.strip(), quote.strip())
    assert len(ties) == 5


def test_the_shipped_claims_stay_sound(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(shipped_claims(), tmp_path / "claims"))
    before = contents(folder)
    begun = time.process_time()
    added = add_tie(
        folder,
        dependent="谷歌",
        slot="ai.hbm",
        provider="三星电子",
        start="2024",
        sources=["known"],
        note="added by a test",
    )
    spent, begun = time.process_time() - begun, time.process_time()
    assert find_faults(folder) == []
    # It reads the claims before and after, and looks for what the row would change: a few readings, not one per row.
    assert spent < 8 * (time.process_time() - begun)
    after = contents(folder)
    assert [name for name in before if before[name] != after[name]] == [added.file] == ["ties-ai.csv"]
    lines = after[added.file].splitlines(keepends=True)
    del lines[added.line - 1]
    assert b"".join(lines) == before[added.file]
    assert read_back(folder, added) == added.row
    assert added.row["id"].startswith("ai")
