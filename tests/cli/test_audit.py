"""``definer audit`` and ``definer option`` as a program runs them."""

from __future__ import annotations

import json
from pathlib import Path

from .program import answer, run


def test_audit_is_a_list_of_statements(store_path: Path) -> None:
    rows = answer("audit", "--json", "--store", str(store_path))
    assert isinstance(rows, list)
    assert len(rows) == 135
    for row in rows:
        assert {"id", "quote", "stated", "recomputed", "unit", "verdict", "claims", "conflicts"} <= row.keys()
    by_id = {row["id"]: row for row in rows}
    assert by_id["sf020"]["verdict"] == "arithmetic_off"
    assert by_id["sf020"]["computed"] == "off"


def test_a_faulty_table_ends_with_every_fault(store_path: Path, tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text('id,quote,stated,formula\na,q,1,"open(""x"")"\nb,q,1,2 ** 999\n', encoding="utf-8")
    for lang in ("en", "zh"):
        done = run("audit", "--statements", str(path), "--store", str(store_path), "--lang", lang)
        assert done.returncode == 1
        assert done.stdout == ""
        lines = done.stderr.splitlines()
        assert [line.split(": ")[0] for line in lines] == ["own.csv:2", "own.csv:3"]


def test_hypotheses_are_about_the_essay(store_path: Path, tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("id,quote,stated\na,q,1\n", encoding="utf-8")
    done = run("audit", "--hypotheses", "--statements", str(path), "--store", str(store_path))
    assert done.returncode == 2


def test_option(store_path: Path) -> None:
    document = answer("option", "--json", "--store", str(store_path), "--prize", "1000", "--allocate", "google=0.1")
    assert document["allocation"] == {"google": 0.1}
    assert [row["prize_usd_bn"] for row in document["budget"]] == [1000.0] * 3


def test_option_names_what_is_wrong(store_path: Path) -> None:
    done = run("option", "--prize", "0", "--store", str(store_path))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("prize: 0 is out of range")
    assert run("option", "--allocate", "google", "--store", str(store_path)).returncode == 2


def test_hypotheses_of_claims_that_speak_of_other_things(root: Path) -> None:
    done = run("audit", "--hypotheses", "--claims", str(root / "tests/valid"), "--json")
    assert done.returncode == 0, done.stderr
    rows = {row["id"]: row for row in json.loads(done.stdout)["rows"]}
    assert rows["H1"]["reason"]["code"] == "too_few_firms"
    assert {rows[key]["verdict"] for key in ("H2", "H3", "H5", "H7", "H8")} == {"NOT_COMPUTED"}
