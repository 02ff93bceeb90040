from __future__ import annotations

import ast
import re
import shutil
import string
from pathlib import Path

import pytest

from definer.data.faults import ClaimsError, Fault, display
from definer.data.messages import AUDIT_CODES, MESSAGES
from definer.data.read import find_faults, read_claims
from definer.data.review import REVIEW_CODES

INVALID = Path(__file__).resolve().parent.parent / "invalid"
BASE = INVALID.parent / "valid"
FOLDERS = sorted(path.name for path in INVALID.iterdir() if path.is_dir())
SOURCES = Path(__file__).resolve().parent.parent.parent
# No file can hold it: it stands for a check of a record that the reader has no words for.
WITHOUT_EXAMPLE = {"bad_value"}


def test_the_base_is_without_fault_and_has_every_kind_of_record() -> None:
    assert find_faults(BASE) == []
    assert min(read_claims(BASE).counts.values()) > 0


@pytest.mark.parametrize("name", FOLDERS)
def test_one_fault_gives_its_message_in_both_languages(name: str, tmp_path: Path) -> None:
    directory = Path(shutil.copytree(INVALID / name / "claims", tmp_path / "claims"))
    before = {path: path.stat().st_mtime_ns for path in directory.rglob("*")}
    faults = find_faults(directory)
    assert [fault.code for fault in faults] == [name.partition(".")[0]]
    for lang in ("en", "zh"):
        expected = (INVALID / name / f"expected_{lang}.txt").read_text(encoding="utf-8")
        assert "".join(fault.message(lang) + "\n" for fault in faults) == expected
    with pytest.raises(ClaimsError) as raised:
        read_claims(directory)
    assert raised.value.faults == tuple(faults)
    assert {path: path.stat().st_mtime_ns for path in directory.rglob("*")} == before, "reading wrote something"


def test_every_fault_has_an_example() -> None:
    elsewhere = {*REVIEW_CODES, *AUDIT_CODES}
    assert {name.partition(".")[0] for name in FOLDERS} == set(MESSAGES) - WITHOUT_EXAMPLE - elsewhere


def test_every_code_that_the_program_uses_has_words() -> None:
    used: set[str] = set()
    for path in [*SOURCES.glob("ontology/*.py"), *SOURCES.glob("data/*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            texts = [arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
            if node.func.id == "PydanticCustomError":
                used.add(texts[0])
            elif node.func.id == "Fault" and node.args and isinstance(node.args[-2], ast.Constant):
                used.add(texts[-1])
    assert {"self_tie", "impossible_date", "hostile_text", "unreadable", "shares_above_one"} <= used
    assert used <= set(MESSAGES)


@pytest.mark.parametrize("code", sorted(MESSAGES))
def test_both_languages_name_the_same_things(code: str) -> None:
    names = {
        lang: {field for part in words for _, field, _, _ in string.Formatter().parse(part) if field}
        for lang, words in MESSAGES[code].items()
    }
    assert names["en"] == names["zh"]
    assert re.search("[\u4e00-\u9fff]", "".join(MESSAGES[code]["zh"]))
    assert not re.search("[\u4e00-\u9fff]", "".join(MESSAGES[code]["en"]))
    assert not re.search("[\u4e00-\u9fff][,;:()]", "".join(MESSAGES[code]["zh"])), "Chinese takes full-width marks"


def test_messages_never_repeat_hidden_characters() -> None:
    fault = Fault("a\x1b[31m.csv", 1, "x\u202e", "unknown_word", {"text": "\x07" * 99, "allowed": ("\u2066",)})
    for lang in ("en", "zh"):
        assert fault.message(lang).isprintable()
    assert display("abc\u202ed") == "abc<U+202E>d"


def test_an_unforeseen_check_still_names_its_row() -> None:
    fault = Fault("ties.csv", 3, "-", "bad_value", {"text": "t1"})
    assert fault.message("en").startswith('ties.csv:3: -: "t1" does not fit')
    assert fault.message("zh").startswith("ties.csv:3: -: “t1”")


def test_all_faults_are_reported_at_once_and_in_order(tmp_path: Path) -> None:
    directory = Path(shutil.copytree(INVALID / "self_tie" / "claims", tmp_path / "claims"))
    ties = directory / "ties.csv"
    text = ties.read_text(encoding="utf-8").replace("0.6,0.9,0.9,0.2", "0.9,0.6,65,x").replace("1,1,0.9", "1,0.5,")
    ties.write_text(text, encoding="utf-8")
    slots = directory / "slots.csv"
    slots.write_text(slots.read_text(encoding="utf-8").replace(",tech,", ",technology,"), encoding="utf-8")
    assert [(fault.file, fault.line, fault.column, fault.code) for fault in find_faults(directory)] == [
        ("slots.csv", 2, "layer", "unknown_word"),
        ("slots.csv", 4, "layer", "unknown_word"),
        ("ties.csv", 2, "criticality", "out_of_range"),
        ("ties.csv", 2, "revocability", "number_form"),
        ("ties.csv", 2, "share_low", "low_above_high"),
        ("ties.csv", 4, "criticality", "slot_tie_incomplete"),
        ("ties.csv", 4, "provider", "self_tie"),
        ("ties.csv", 4, "share_low", "low_above_high"),
    ]


def test_the_error_shows_every_fault() -> None:
    faults = [Fault("a.csv", 1, "-", "blank_row"), Fault("b.csv", 2, "-", "blank_row")]
    assert str(ClaimsError(faults)).count("\n") == 1
