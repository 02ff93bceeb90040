"""What a command says of files that it cannot use, and in which language its help is."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len

from definer.data.files import WriteError
from definer.failures import report_failure
from definer.viz.files import write_whole

from .program import run


def test_a_folder_in_place_of_a_file_is_named_as_it_was_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    with pytest.raises(WriteError) as caught:
        write_whole(folder, b"text")
    assert caught.value.filename == str(folder)
    assert (
        caught.value.message()
        == f"{folder} cannot be written, nothing there was changed: this is a folder: name a file"
    )
    assert caught.value.message("zh") == f"{folder} 无法写入，原有内容未变：这是一个文件夹：请写明文件"
    with pytest.raises(WriteError) as caught:
        write_whole(tmp_path / "nowhere" / "page.html", b"text")
    assert caught.value.message().endswith("its folder is not there: make it, or correct the path")
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "a\\u001b[31m.csv: there is no such file or folder: correct the path\n"),
        ("zh", "a\\u001b[31m.csv：没有这个文件或文件夹：请改正路径\n"),
    ],
)
def test_other_troubles_have_words_too(
    lang: str, words: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["definer", "query", "--lang", lang])
    assert report_failure(FileNotFoundError(2, "No such file", "a\x1b[31m.csv")) == 1
    assert capsys.readouterr().err == words


@pytest.mark.parametrize(("lang", "words"), [("en", "claims: there are no"), ("zh", "claims: 此处没有任何主张文件")])
def test_an_empty_directory_has_no_line(root: Path, lang: str, words: str) -> None:
    empty = root / "tests" / "invalid" / "no_claims" / "claims"
    for command in (("validate", str(empty)), ("power", "--claims", str(empty))):
        done = run(*command, "--lang", lang)
        assert done.returncode == 1
        assert (done.stdout or done.stderr).startswith(words)


@pytest.mark.parametrize("command", ["add-tie", "census", "coalition", "power", "query"])
def test_chinese_help_is_chinese_and_fits(command: str) -> None:
    shown = run(command, "--help", COLUMNS="80", DEFINER_LANG="zh")
    assert shown.returncode == 0, shown.stderr
    lines = shown.stdout.splitlines()
    assert max(cell_len(line) for line in lines) <= 80
    assert any("\u4e00" <= letter <= "\u9fff" for letter in lines[2])
    assert all(line == line.rstrip() for line in lines)
