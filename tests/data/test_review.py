"""What sound claims lack to be a census: every finding with file, line and words, none where nothing is wrong."""

from __future__ import annotations

import csv
import io
import shutil
from pathlib import Path

import pytest

from definer.data.faults import Fault
from definer.data.messages import MESSAGES
from definer.data.read import read_claims
from definer.data.review import REVIEW_CODES, review

BASE = Path(__file__).resolve().parent.parent / "valid"

Change = tuple[str, str, dict[str, str]]
"""File, id of the row (a new one is added), cells."""

# A single change of sound claims -> code, file and column of the one finding, words that its message must hold.
CASES: dict[str, tuple[list[Change], str, str, str, tuple[str, ...]]] = {
    "slot_missing": (
        [("candidacies.csv", "pc.microsoft", {"slots": "pc.cpu"})],
        "candidacies.csv",
        "slots",
        "candidacies.csv:2:",
        ("microsoft", "pc.cpu"),
    ),
    "slot_gap": (
        [("ties.csv", "t2", {"start": "1994"})],
        "ties.csv",
        "start",
        "ties.csv:3:",
        ("1992-01-01", "1994-01-01", "pc.os"),
    ),
    "slot_ends_early": (
        [("candidacies.csv", "pc.ibm", {"active_to": "1997"})],
        "ties.csv",
        "end",
        "ties.csv:4:",
        ("1990-12-31", "1997-01-01", "pc.cpu"),
    ),
    "slot_unlisted": (
        [("candidacies.csv", "pc.ibm", {"slots": "pc.os"})],
        "ties.csv",
        "slot",
        "ties.csv:4:",
        ("pc.cpu", "ibm"),
    ),
    "provider_twice": (
        [
            (
                "ties.csv",
                "t9",
                {
                    "dependent": "ibm",
                    "provider": "microsoft",
                    "paradigm": "pc",
                    "slot": "pc.os",
                    "kind": "licence",
                    "layer": "tech",
                    "criticality": "0.9",
                    "revocability": "0.2",
                    "closed": "false",
                    "start": "1985",
                    "end": "1990",
                    "evidence": "known",
                    "sources": "known",
                },
            )
        ],
        "ties.csv",
        "start",
        "ties.csv:6:",
        ("microsoft", "ibm", "pc.os", "ties.csv:2"),
    ),
    "dependent_unlisted": (
        [
            ("candidacies.csv", "pc.intel", {}),
            (
                "ties.csv",
                "t9",
                {
                    "dependent": "intel",
                    "provider": "IN_HOUSE",
                    "paradigm": "pc",
                    "slot": "pc.cpu",
                    "kind": "component",
                    "layer": "supply",
                    "criticality": "0.9",
                    "revocability": "0.2",
                    "closed": "false",
                    "start": "1980",
                    "evidence": "known",
                    "sources": "known",
                },
            ),
        ],
        "ties.csv",
        "dependent",
        "ties.csv:6:",
        ("intel", "pc"),
    ),
    "provider_unlisted": (
        [("candidacies.csv", "pc.intel", {"id": "search.intel", "paradigm": "search"})],
        "ties.csv",
        "provider",
        "ties.csv:4:",
        ("intel", "pc"),
    ),
    "listed_without_reason": (
        [("paradigms.csv", "pc", {"lists_frozen": "2020"}), ("candidacies.csv", "pc.intel", {"listed": "2021-05"})],
        "candidacies.csv",
        "listed_because",
        "candidacies.csv:4:",
        ("2021-05", "2020-01-01"),
    ),
    "source_later": (
        [("sources.csv", "ibm_history", {"published": "2003-02"})],
        "tie_evidence.csv",
        "known_from",
        "tie_evidence.csv:2:",
        ("1981", "2003-02"),
    ),
}


def changed(directory: Path, changes: list[Change]) -> Path:
    folder = Path(shutil.copytree(BASE, directory / "claims"))
    for name, key, cells in changes:
        path = folder / name
        rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))
        names = [*rows[0], *(cell for cell in cells if cell not in rows[0])]
        known = [row for row in rows if row["id"] == key]
        if not known:
            known = [{"id": key}]
            rows += known
        known[0].update(cells)
        out = io.StringIO(newline="")
        writer = csv.DictWriter(out, names, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
        path.write_text(out.getvalue(), encoding="utf-8", newline="\n")
    return folder


def findings(directory: Path, changes: list[Change]) -> list[Fault]:
    return review(read_claims(changed(directory, changes)))


def test_every_finding_has_a_case() -> None:
    assert set(CASES) == set(REVIEW_CODES) <= set(MESSAGES)


def test_sound_claims_give_no_finding() -> None:
    assert review(read_claims(BASE)) == []


@pytest.mark.parametrize("code", sorted(CASES))
def test_one_change_one_finding(code: str, tmp_path: Path) -> None:
    changes, file, column, place, words = CASES[code]
    found = [fault for fault in findings(tmp_path, changes) if fault.code == code]
    assert [(fault.file, fault.column) for fault in found][:1] == [(file, column)]
    for lang in ("en", "zh"):
        message = found[0].message(lang)
        assert message.startswith(place)
        assert all(word in message for word in words), message


def test_a_contemporary_or_undated_source_is_not_late(tmp_path: Path) -> None:
    for when in ("1981-12-31", ""):
        folder = tmp_path / (when or "undated")
        assert findings(folder, [("sources.csv", "ibm_history", {"published": when})]) == []


def test_a_slot_given_up_may_end_before_the_firm_does(tmp_path: Path) -> None:
    changes: list[Change] = [
        ("candidacies.csv", "pc.ibm", {"active_to": "1997", "slots": "pc.os", "former_slots": "pc.cpu"})
    ]
    assert findings(tmp_path, changes) == []


def test_a_reason_for_a_late_listing_is_enough(tmp_path: Path) -> None:
    changes: list[Change] = [
        ("paradigms.csv", "pc", {"lists_frozen": "2020"}),
        ("candidacies.csv", "pc.intel", {"listed": "2021", "listed_because": "it made the processors"}),
    ]
    assert findings(tmp_path, changes) == []
