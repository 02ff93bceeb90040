"""``definer report``: both forms, both languages, and what it refuses."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .program import run


def test_writes_both_forms_as_of_an_earlier_date_and_says_where(tmp_path: Path) -> None:
    page, text = tmp_path / "r.html", tmp_path / "r.md"
    done = run("report", "-o", str(page), "-o", str(text), "--quick", "--as-of", "2019")
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    assert str(page) in done.stderr.replace("\n", "")
    html, markdown = page.read_text(encoding="utf-8"), text.read_text(encoding="utf-8")
    assert html.startswith("<!DOCTYPE html>")
    assert '<html lang="en">' in html
    for words in ("Definition power", "Valuation premium", "What not to infer", "as of 2019", "200 draws"):
        assert words in html
        assert words in markdown
    assert "<" not in markdown
    assert re.search(r"^- As of: 2019", markdown, re.M)


def test_same_bytes_whatever_the_hash_seed_and_locale(tmp_path: Path) -> None:
    for name, variables in (("a", {"PYTHONHASHSEED": "1"}), ("b", {"PYTHONHASHSEED": "2", "LC_ALL": "C"})):
        done = run(
            "report", "-o", f"{name}.html", "-o", f"{name}.md", "--quick", "--lang", "zh", cwd=tmp_path, **variables
        )
        assert done.returncode == 0, done.stderr
    for form in ("html", "md"):
        assert (tmp_path / f"a.{form}").read_bytes() == (tmp_path / f"b.{form}").read_bytes()
        assert "2025-11-15" in (tmp_path / f"a.{form}").read_text(encoding="utf-8")
    assert "<" not in (tmp_path / "a.md").read_text(encoding="utf-8")
    assert '<html lang="zh-Hans">' in (tmp_path / "a.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("-o", "r.pdf"), 2, "r.pdf"),
        (("-o", "nowhere/r.html"), 1, "nowhere"),
        (("--as-of", "soon"), 2, "soon"),
        (("--claims", ".", "--store", "."), 2, "not both"),
    ],
)
def test_refusals_name_what_is_wrong(tmp_path: Path, arguments: tuple[str, ...], code: int, words: str) -> None:
    done = run("report", *arguments, cwd=tmp_path)
    assert done.returncode == code
    assert words in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []
