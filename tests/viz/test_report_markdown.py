"""Blocks as Markdown."""

from __future__ import annotations

from definer.viz.blocks import Column, Figure, Heading, Paragraph, table
from definer.viz.report_markdown import markdown

from .figures import blocks, intervals


def test_each_block() -> None:
    grid = table("T, n = 2", ["firm", Column("n", numeric=True)], [("a", 1), ("b", None)], "Source: s.")
    text = markdown("Title", [Heading("H"), Paragraph("p"), Paragraph("v", "verdict"), grid], {"as of": "2025"})
    assert text == (
        "# Title\n\n- as of: 2025\n\n## H\n\np\n\n**v**\n\n**T, n = 2**\n\n"
        "| firm | n |\n| --- | ---: |\n| a | 1 |\n| b |  |\n\n*Source: s.*\n"
    )


def test_a_figure_is_its_table() -> None:
    text = markdown("T", [intervals()])
    assert "**Power of six firms, n = 6**" in text
    assert "| Microsoft | 0.00 |" in text


def test_text_of_data_makes_no_markup() -> None:
    bad = "<b>|*x*`[a](javascript:b)\n# h\x1b\u202e"
    grid = table(bad, [bad], [(bad,)])
    text = markdown(bad, [Heading(bad), Paragraph(bad), Figure(bad, "intervals", {}, grid)])
    shown = r"&#60;b&#62;&#124;\*x\*\`\[a\](javascript:b) \# h\\u001b\\u202e"
    assert text.count(shown) == 6
    assert "<" not in text
    assert "\x1b" not in text


def test_beginnings_of_lists_are_text() -> None:
    assert markdown("T", [Paragraph("- a"), Paragraph("1. b"), Paragraph("1.5 c")]).split("\n\n")[1:] == [
        "\\- a", "1\\. b", "1\\.5 c\n",
    ]  # fmt: skip


def test_every_kind_of_block_goes_through() -> None:
    assert markdown("T", blocks()).count("| --- |") >= 6
