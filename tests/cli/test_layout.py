"""Tables and paragraphs in narrow terminals: whole words, no blanks at the end of a line."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from definer.commands.layout import Grid, paragraph

WORDS = "A row that is not found is merely known: a coder remembers the tie."
CHINESE = "α 在 0.8 及以上为良好（见 data/CODING.md）；更低则该字段只是判断，不足为据。"


def grid() -> Grid:
    table = Grid(["firm", "slot", "named\nfound", "years"], left=(0, 1))
    table.add("Samsung Electronics", "Anchor customer of a supplier", "1,234", "2000–2025")
    table.add("三星电子", "生产与网络设备以及其他许多难以尽述的用具", "5", "0.81 (103)")
    table.add("short")
    return table


@pytest.mark.parametrize("width", [12, 20, 40, 60, 80])
@pytest.mark.parametrize("text", [WORDS, CHINESE])
def test_a_paragraph_breaks_between_words(text: str, width: int) -> None:
    lines = paragraph(text, width)
    assert max(map(cell_len, lines)) <= max(width, cell_len("data/CODING.md）；"))
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(line == line.strip() for line in lines)
    assert not any(line[0] in "，。；：、）" for line in lines)
    assert set(WORDS.split()) <= set(" ".join(paragraph(WORDS, width)).split())


def test_a_word_longer_than_the_line_is_cut_and_blank_lines_stay() -> None:
    assert paragraph("a" * 25 + " b", 10) == ["a" * 10, "a" * 10, "a" * 5 + " b"]
    assert paragraph("字" * 12, 10) == ["字" * 5, "字" * 5, "字" * 2]
    assert paragraph("one\n\ntwo", 80) == ["one", "", "two"]
    assert paragraph("", 80) == [""]


@pytest.mark.parametrize("width", [24, 36, 48, 60, 80])
def test_a_table_fits_and_holds_every_word_whole(width: int) -> None:
    lines = grid().lines(width)
    assert max(map(cell_len, lines)) <= width
    assert all(line == line.rstrip() for line in lines)
    words = set(" ".join(lines).split())
    assert {"Samsung", "Electronics", "Anchor", "customer", "supplier", "1,234", "2000–2025", "(103)"} <= words


def test_columns_that_do_not_fit_go_below_with_the_first_beside_them() -> None:
    lines = grid().lines(30)
    assert lines.count("") >= 1
    parts = "\n".join(lines).split("\n\n")
    assert len(parts) == 2
    assert all("firm" in part and "三星电子" in part for part in parts)
    assert "years" not in parts[0]
    assert "years" in parts[1]


def test_text_stands_to_the_left_and_numbers_to_the_right() -> None:
    table = Grid(["name", "n"])
    table.add("a", "1,000")
    table.add("long", "2")
    assert table.lines(80) == ["name      n", "a     1,000", "long      2"]
    assert Grid(["name", "n"]).lines(80) == ["name  n"]
