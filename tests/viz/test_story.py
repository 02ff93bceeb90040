"""The report as a story: its sections, their headings, and what the shipped claims tell."""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

import definer
from definer.commands.report_sections import DEMO, SECTIONS, Section, tell
from definer.graph.errors import GraphError
from definer.job import Job
from definer.knowledge import KnowledgeGraph
from definer.viz.blocks import Figure, Heading, Paragraph, Table
from definer.viz.story import SECTIONS as ORDER
from definer.viz.story import Story, answers_blocks
from definer.viz.story_words import WORDS

from .conftest import Visit

Open = Callable[..., Visit]


@pytest.fixture(scope="module")
def stories(kg: KnowledgeGraph) -> dict[str, Story]:
    """The story in each language, of findings that are computed once: their words alone differ."""
    first, second = Job(kg, kg.as_of, "en", quick=True), Job(kg, kg.as_of, "zh", quick=True)
    told = {"en": tell(first)}
    given = {field.name for field in fields(Job)} | {"labels"}
    vars(second).update({name: found for name, found in vars(first).items() if name not in given})
    return told | {"zh": tell(second)}


@pytest.fixture(params=["en", "zh"])
def story(request: pytest.FixtureRequest, stories: dict[str, Story]) -> Story:
    return stories[request.param]


def test_sections_stand_in_the_order_of_the_story() -> None:
    told = Story("T", {"limits": [Paragraph("l")], "power": [Paragraph("p")]}, "en", {})
    assert told.blocks() == [
        Heading("Definition power"), Paragraph("p"), Heading("What not to infer"), Paragraph("l"),
    ]  # fmt: skip


def test_a_section_keeps_its_own_heading_and_has_one_of_the_second_level() -> None:
    blocks = [Heading("Mine"), Paragraph("a"), Heading("Part"), Heading("Sub", 3)]
    assert Story("T", {"gap": blocks}, "en", {}).blocks() == [
        Heading("Mine"), Paragraph("a"), Heading("Part", 3), Heading("Sub", 4),
    ]  # fmt: skip
    lower = [Heading("Mine"), Heading("Sub", 3)]
    assert Story("T", {"gap": lower}, "en", {}).blocks() == lower


def test_answers_gather_the_verdicts_of_the_sections() -> None:
    sections = {
        "option": [Paragraph("a", "verdict"), Paragraph("b"), Paragraph("c", "verdict")],
        "gap": [Paragraph("d")],
    }
    (answers,) = answers_blocks(sections, "en")
    assert isinstance(answers, Table)
    assert answers.rows == (("The option view", "a c"),)
    assert answers_blocks({"limits": [Paragraph("e", "verdict")]}, "zh") == []


def test_an_unknown_section_is_a_mistake() -> None:
    with pytest.raises(KeyError, match="gapp"):
        Story("T", {"gapp": []}, "en", {}).blocks()


def test_every_section_has_a_place_and_a_name() -> None:
    assert {section.name for section in SECTIONS} <= set(ORDER)
    assert set(DEMO) <= {section.name for section in SECTIONS}
    for name in ORDER:
        assert all(WORDS[f"section.{name}"])


def test_what_the_claims_do_not_carry_is_said(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kg = definer.open(root / "tests" / "valid")

    def refuse(_: Job) -> list[Any]:
        raise GraphError("too few firms", "公司过少")

    monkeypatch.setattr("definer.commands.report_sections.SECTIONS", (Section("gap", refuse),))
    told = tell(Job(kg, kg.as_of, "en", quick=True))
    assert told.sections["gap"] == [Paragraph("Not computed: too few firms", "verdict")]


@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 1280])
def test_the_shipped_report_opens_from_disk(story: Story, visit: Open, tmp_path: Path, width: int) -> None:
    path = tmp_path / "report.html"
    path.write_text(story.html(), encoding="utf-8", newline="\n")
    open_page = visit(path, width=width)
    assert open_page.requests == [path.as_uri()]
    assert open_page.complaints == []
    assert open_page.page.evaluate("document.documentElement.scrollWidth") == width
    assert open_page.page.locator(".chart svg").count() == len(
        [block for block in story.blocks() if isinstance(block, Figure)]
    )
    labels = set(open_page.page.locator("[data-figure='2'] svg text").all_text_contents())
    assert labels >= ({"微软", "谷歌", "人工智能"} if story.lang == "zh" else {"Microsoft", "Google", "AI"})


def test_figures_hold_finite_numbers_and_say_n_unit_and_date(story: Story) -> None:
    figures = [block for block in story.blocks() if isinstance(block, Figure)]
    kinds = Counter(figure.kind for figure in figures)
    assert set(kinds) == {"intervals", "scatter", "curve", "waterfall"}
    assert kinds["waterfall"] == 3  # the essay's pairs, one of them by two baselines; the third has no account
    for figure in figures:
        json.dumps(dict(figure.data), allow_nan=False)
        assert figure.table.rows
    for name, blocks in story.sections.items():
        if any(isinstance(block, Figure) for block in blocks):
            assert "2025-11-15" in str(blocks), name
            assert re.search(r"n = \d|\d+ (firms|v )|\d+ ?[家比]", str(blocks)), name


def test_scatter_shows_the_registered_sample(story: Story, kg: KnowledgeGraph) -> None:
    frame = kg.frame()
    (scatter,) = (block for block in story.blocks() if isinstance(block, Figure) and block.kind == "scatter")
    points = scatter.data["points"]
    assert len(points) == len(scatter.table.rows) == frame.n
    assert math.isclose(sum(point["y"] for point in points), float(frame.premium().sum()), abs_tol=1e-3)
    assert str(sum(frame.left_out.values())) in scatter.notes[1]
    assert len({point["group"] for point in points}) == len(frame.by_paradigm)


def test_power_tables_hold_the_first_ten(story: Story, kg: KnowledgeGraph) -> None:
    tables = [block for block in story.sections["power"] if isinstance(block, Table)]
    assert len(tables) == len(kg.paradigms)
    best = kg.power("ai", draws=0).firms[0]
    assert tables[-1].rows[0][1] == kg.name(best.id, story.lang)
    assert f"{best.power:.3f}" in tables[-1].rows[0]


def test_markdown_has_every_section_and_no_hole(story: Story) -> None:
    text = story.markdown()
    assert len(re.findall(r"^## ", text, re.M)) == len(SECTIONS) + 1  # the answers are gathered from the others
    assert "None" not in text
    assert "nan" not in text.lower().split()
    assert ("定义权" in text) == (story.lang == "zh")
    assert "SHA-256" in text


def test_chinese_report_has_chinese_words_throughout(kg: KnowledgeGraph) -> None:
    names = ("question", "power", "definitions", "limits", "method")
    told = tell(Job(kg, kg.as_of, "zh", quick=True, names=names))
    assert set(told.sections) == set(names)
    last = told.sections["method"][-1]
    assert isinstance(last, Paragraph)
    assert "估值溢价、定义权是否体现在价格中" in last.text  # what this report lacks
    for block in told.blocks():
        if isinstance(block, Heading | Paragraph):
            assert re.search("[\u4e00-\u9fff]", block.text), block.text
        elif isinstance(block, Table):
            for column in block.columns:
                assert re.search("[\u4e00-\u9fff]", column.name) or column.name == "n", column.name
