"""``definer census`` through the command's own entry point."""

from __future__ import annotations

import json
import re
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from definer.data.coders import FIELDS
from definer.knowledge import KnowledgeGraph

from . import program

run = partial(program.run, "census")
VALID = Path(__file__).resolve().parent.parent / "valid"
LOOKS = (
    ["-p", "pc", "--verdicts", "--draws", "20", "--top", "3"],
    ["--missing", "mobile", "--top", "5"],
    ["--agreement"],
    [],
)


def answer(*arguments: str) -> Any:
    return program.answer("census", *arguments, "--json")


def refused(*arguments: str, lang: str = "en") -> str:
    """Words of a call that is refused."""
    done = run(*arguments, "--lang", lang, COLUMNS="200")
    assert done.returncode == 2, done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    return done.stderr


def test_json_has_the_promised_keys_and_adds_up(store_path: Path) -> None:
    document = answer("--store", str(store_path))
    assert {"total", "paradigms", "candidates", "as_of", "claims"} <= document.keys()
    total = document["total"]
    assert {"rows", "sourced", "known", "in_house", "unknown"} <= total.keys()
    assert total["rows"] == total["sourced"] + total["known"]
    assert list(document["paradigms"]) == ["pc", "search", "mobile", "new_energy", "ai"]
    for key in ("rows", "sourced", "known", "in_house", "unknown"):
        assert sum(one[key] for one in document["paradigms"].values()) == total[key]
    assert "verdicts" not in document
    assert {"organization", "paradigm", "as_dependent", "as_provider"} <= document["candidates"][0].keys()


def test_one_paradigm_by_either_name(store_path: Path) -> None:
    document = answer("--paradigm", "search", "--store", str(store_path))
    assert list(document["paradigms"]) == ["search"]
    assert {one["paradigm"] for one in document["candidates"]} == {"search"}
    assert answer("-p", "搜索", "--store", str(store_path)) == document


def test_claims_of_ones_own() -> None:
    document = answer("--claims", str(VALID))
    assert (document["total"]["rows"], document["total"]["sourced"]) == (3, 1)
    done = run("--claims", str(VALID), "--lang", "en")
    assert "3 ties that fill a slot, 1 found" in done.stdout


def test_verdicts_as_of_a_date_with_draws_and_a_seed(store_path: Path) -> None:
    arguments = (
        "-p",
        "pc",
        "--verdicts",
        "--as-of",
        "1990",
        "--draws",
        "30",
        "--seed",
        "4",
        "--store",
        str(store_path),
    )
    done = run(*arguments, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    (found,) = json.loads(done.stdout)["verdicts"].values()
    assert (found["as_of"], found["draws"], found["seed"]) == ("1990", 30, 4)
    capped = found["variants"][-1]
    assert capped["name"] == "capped"
    assert all(firm["power"] is None and 0 <= firm["p_rank1"] <= 1 for firm in capped["firms"])
    for variant in found["variants"][:-1]:
        assert all(firm["power"] > 0 for firm in variant["firms"][:3])
        firm = (variant["verdict"] or {}).get("firm")
        assert firm is None or firm in {one["id"] for one in variant["firms"]}
    assert run(*arguments, "--json").stdout == done.stdout


def test_terminal_and_page_round_alike(store_path: Path, tmp_path: Path) -> None:
    from html import unescape

    page = tmp_path / "census.html"
    common = ("-p", "ai", "--draws", "150", "--lang", "en", "--store", str(store_path))
    assert run(*common, "-o", str(page)).returncode == 0
    done = run(*common, "--verdicts", COLUMNS="300")
    assert done.returncode == 0, done.stderr
    written = unescape(page.read_text(encoding="utf-8"))
    chances = re.findall(r"[A-Z]\w+ [\d.]+, [<>]?\d+%", done.stdout)
    assert len(chances) > 8
    assert all(chance in written for chance in chances)
    (gap,) = re.findall(r"^AI .* ([+-]\d+\.\d)$", done.stdout, re.MULTILINE)
    assert f"{gap.replace('-', '−')} points" in written


def test_the_table_of_paradigms_accounts_for_every_row(kg: KnowledgeGraph, store_path: Path) -> None:
    done = run("--lang", "en", "--store", str(store_path), COLUMNS="80")
    total = kg.census().total
    (line, *_) = (line for line in done.stdout.splitlines() if line.startswith("total "))
    numbers = [int(cell.replace(",", "")) for cell in line.split()[1:] if not cell.endswith("%")]
    assert numbers == [total.rows, total.named, total.in_house, total.open, total.unknown, total.sources]


def test_what_to_research_next(store_path: Path) -> None:
    document = answer("--missing", "mobile", "--store", str(store_path))
    parts = [row["of_lead"] for row in document["rows"]]
    assert parts == sorted(parts, reverse=True)
    for lang, words in (("en", ("unknown, ", "UNKNOWN")), ("zh", ("不明、", "UNKNOWN"))):
        done = run("--missing", "mobile", "--top", "8", "--lang", lang, "--store", str(store_path), COLUMNS="80")
        assert done.returncode == 0, done.stderr
        assert words[0] in done.stdout
        assert words[1] not in done.stdout
    shorter = run("--missing", "mobile", "--top", "2", "--lang", "en", "--store", str(store_path), COLUMNS="80")
    assert f"… and {len(parts) - 2:,} more (--top)" in shorter.stdout


@pytest.mark.parametrize(("lang", "words"), [
    ("en", ("main provider", "winners", "listed", "(7)", "because the eras differ")),
    ("zh", ("主要提供方", "胜者", "在列", "(7)", "各时代本不相同")),
])  # fmt: skip
def test_agreement_of_two_coders(lang: str, words: tuple[str, ...]) -> None:
    done = run("--agreement", "--lang", lang, COLUMNS="80")
    assert done.returncode == 0, done.stderr
    text = " ".join(done.stdout.split())
    for word in words:
        assert word in text
    # Seven rows make no alpha.
    assert "– (7)" in text


def test_agreement_as_json() -> None:
    document = answer("--agreement")
    assert {one["field"] for one in document} == {*FIELDS, "listed"}
    assert {"all", "pc", "winner", "loser", "known", "sourced"} <= {one["group"] for one in document}
    assert {"field", "level", "group", "n", "alpha", "low", "high", "plain"} == document[0].keys()


def test_agreement_without_its_library_says_what_to_install(tmp_path: Path) -> None:
    # A folder of the name that holds no such module stands before the real one.
    (tmp_path / "nltk").mkdir()
    (tmp_path / "nltk" / "__init__.py").write_text("", encoding="utf-8")
    done = run(
        "--agreement", "--lang", "en", PYTHONPATH=f"{tmp_path}:{Path(__file__).parents[2] / 'src'}", COLUMNS="200"
    )
    assert done.returncode == 2
    assert "pip install 'definer[agreement]'" in done.stderr


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("arguments", LOOKS, ids=lambda arguments: " ".join(arguments) or "counts")
def test_text_fits_the_terminal_in_whole_words(store_path: Path, arguments: list[str], lang: str) -> None:
    store = () if "--agreement" in arguments else ("--store", str(store_path))
    seen = []
    for width in (80, 60):
        done = run(*arguments, "--lang", lang, *store, COLUMNS=str(width))
        assert done.returncode == 0, done.stderr
        assert done.stderr == ""
        lines = done.stdout.splitlines()
        assert max(map(cell_len, lines)) <= width
        assert lines[0]
        assert all(line == line.rstrip() for line in lines)
        seen.append(set(re.findall(r"[A-Za-z][A-Za-z'’-]*", done.stdout)))
    # No word is cut for want of room.
    assert seen[1] <= seen[0]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--agreement", "--verdicts", "-p", "pc"), ("--agreement", "--paradigm, --verdicts")),
        (("--agreement", "--missing", "pc", "-o", "a.html"), ("--missing, --output",)),
        (("--agreement", "--claims", str(VALID), "--as-of", "2000"), ("--as-of, --claims",)),
        (("--agreement", "--draws", "5", "--seed", "1", "--top", "2"), ("--draws, --seed, --top",)),
        (("--missing", "pc", "--as-of", "2000"), ("--missing", "--as-of")),
        (("--missing", "pc", "-p", "pc", "--verdicts", "-o", "a.html"), ("--paradigm, --verdicts, --output",)),
        (("--as-of", "2000"), ("--as-of", "--verdicts")),
        (("--draws", "5", "--seed", "1", "--json"), ("--draws, --seed", "--verdicts")),
        (("-o", "a.html", "--draws", "0", "--as-of", "2000"), ("--as-of", "draws")),
        (("--verdicts", "--draws", "0"), ("--draws must be at least 1",)),
        (("--json", "-o", "a.html"), ("--json prints JSON", "-o")),
        (("-o", str(VALID)), ("is a directory",)),
        (("-p", "steam", "--claims", str(VALID)), ('no paradigm "steam"',)),
        (("--missing", "steam", "--claims", str(VALID)), ('no paradigm "steam"',)),
        (("--missing", "", "--claims", str(VALID)), ("no paradigm",)),
        (("--as-of", "2000-13", "--verdicts"), ("2000-13",)),
        (("--top", "0"), ("--top",)),
        (("--claims", str(VALID), "--store", str(VALID)), ("--claims", "--store")),
    ],
)
def test_what_makes_no_sense_is_refused(arguments: tuple[str, ...], words: tuple[str, ...]) -> None:
    said = refused(*arguments)
    for word in words:
        assert word in said


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--agreement", "--verdicts", "-p", "pc"), "--agreement 不能与 --paradigm、--verdicts 同用"),
        (("--missing", "pc", "--as-of", "2000"), "--missing 不能与 --as-of 同用"),
        (("--as-of", "2000"), "请加上 --verdicts"),
        (("--verdicts", "--draws", "0"), "--draws 至少为 1"),
        (("--json", "-o", "a.html"), "请只选其一"),
    ],
)
def test_refusals_speak_chinese(arguments: tuple[str, ...], words: str) -> None:
    assert words in refused(*arguments, lang="zh")


@pytest.mark.parametrize("command", [("census", "-o"), ("network", "-o")])
def test_a_folder_that_is_not_there_is_noticed_before_anything_is_read(
    command: tuple[str, ...], tmp_path: Path
) -> None:
    # Claims that could not be read would be the first complaint if they were read first.
    (tmp_path / "claims").mkdir()
    target = tmp_path / "nowhere" / "page.html"
    done = program.run(*command, str(target), "--claims", str(tmp_path / "claims"), "--lang", "en")
    assert done.returncode == 1
    assert str(target) in done.stderr
    assert "folder" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert done.stdout == ""


def test_the_language_of_the_environment(small_store_path: Path) -> None:
    store = ("--store", str(small_store_path))
    done = run("-p", "pc", *store, DEFINER_LANG="zh")
    assert done.stdout.startswith("普查：")
    assert json.loads(run("--json", *store, DEFINER_LANG="zh").stdout)["total"]["rows"] > 0


def test_the_help_names_every_option() -> None:
    for lang, words in (("en", "only with --verdicts"), ("zh", "仅与 --verdicts")):
        done = run("--help", DEFINER_LANG=lang, COLUMNS="200")
        assert done.returncode == 0
        assert words in " ".join(done.stdout.split())
        for option in (
            "--paradigm", "--verdicts", "--missing", "--agreement", "--output", "--as-of", "--draws", "--seed", "--top",
            "--claims", "--store", "--json", "--lang",
        ):  # fmt: skip
            assert option in done.stdout
