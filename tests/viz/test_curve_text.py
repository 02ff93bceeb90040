"""The curve and the pairs in words: verdicts by hand-made documents, the picture, both languages."""

from __future__ import annotations

import json
import math
from itertools import pairwise
from typing import Any

import pytest

from definer.commands.blocks_text import print_blocks
from definer.graph.link import spec_curve
from definer.knowledge import KnowledgeGraph
from definer.ontology.language import Language
from definer.viz.blocks import Figure, Paragraph
from definer.viz.curve_figure import SHOWN, thinned
from definer.viz.curve_svg import curve_svg
from definer.viz.curve_text import curve_blocks
from definer.viz.curve_words import WORDS
from definer.viz.dyads_text import dyads_blocks
from definer.viz.dyads_words import WORDS as DYAD_WORDS

LANGUAGES: tuple[Language, ...] = ("en", "zh")


@pytest.fixture(scope="module")
def document(kg: KnowledgeGraph) -> dict[str, Any]:
    return kg.spec_curve(permutations=99).to_dict()


@pytest.fixture(scope="module")
def pairs(kg: KnowledgeGraph) -> dict[str, Any]:
    return kg.dyads(permutations=99).to_dict()


def copy(document: dict[str, Any]) -> Any:
    return json.loads(json.dumps(document))


def verdict(document: dict[str, Any], lang: Language = "en") -> str:
    blocks = curve_blocks(document, lang)
    return next(block.text for block in blocks if isinstance(block, Paragraph) and block.role == "verdict")


def picture(document: dict[str, Any], lang: Language = "en") -> Figure:
    return next(block for block in curve_blocks(document, lang) if isinstance(block, Figure))


def text_of(document: dict[str, Any], lang: Language = "en") -> str:
    return "\n".join(block.text for block in curve_blocks(document, lang) if isinstance(block, Paragraph))


def test_the_picture_shows_at_most_as_many_as_it_says(document: dict[str, Any]) -> None:
    figure = picture(document)
    data = figure.data
    lengths = {len(data[key]) for key in ("estimates", "low", "high", "significant", "null_low", "null_high")}
    assert lengths == {SHOWN}
    assert data["estimates"] == sorted(data["estimates"])
    assert (data["estimates"][0], data["estimates"][-1]) == (
        document["curve"][0]["estimate"],
        document["curve"][-1]["estimate"],
    )
    assert data["estimates"][data["primary"]] == document["curve"][document["primary"]]["estimate"]
    numbers = [*data["estimates"], *data["low"], *data["high"], *data["null_low"], *data["null_high"]]
    assert all(math.isfinite(value) for value in numbers)
    assert all(low < high for low, high in zip(data["null_low"], data["null_high"], strict=True))
    assert f"{SHOWN} of {document['specifications']:,}" in figure.notes[0]


def test_every_specification_drawn_uses_one_option_of_every_choice(document: dict[str, Any]) -> None:
    for choice in picture(document).data["choices"]:
        used = [place for option in choice["options"] for place in option["used"]]
        assert sorted(used) == list(range(SHOWN))


def test_thinning_keeps_the_ends_and_the_registered_one() -> None:
    for primary in (0, 1, 500, 998, 999):
        places = thinned(1000, 40, primary)
        assert len(set(places)) == 40
        assert {0, primary, 999} <= set(places)
        gaps = [b - a for a, b in pairwise(places)]
        assert max(gaps) <= 2 * 26


def test_the_table_says_the_same_as_the_document(document: dict[str, Any]) -> None:
    rows = picture(document).table.rows
    assert len(rows) == len(document["variants"])
    for row, found in zip(rows, document["variants"].values(), strict=True):
        assert row[1] == str(found["n"])
        assert float(row[3]) == pytest.approx(found["median"], abs=5e-4)
        assert row[6] == f"{found['significant_positive']} / {found['significant_negative']}"


@pytest.mark.parametrize(
    ("above", "median", "words"),
    [
        (0, 0.1, "no more than chance"),
        (1, 0.1, "1 of three statistics"),
        (2, -0.1, "That is no finding"),
        (3, 0.1, "with a higher premium more than chance"),
        (3, -0.1, "with a lower premium more than chance"),
    ],
)
def test_the_verdict_follows_the_joint_test(document: dict[str, Any], above: int, median: float, words: str) -> None:
    changed = copy(document)
    changed["joint"]["power"]["above_chance"] = above
    changed["joint"]["power"]["median"]["observed"] = median
    assert words in verdict(changed)


def test_without_a_test_nothing_is_claimed(kg: KnowledgeGraph) -> None:
    frame = kg.frame()
    untested = spec_curve(frame, permutations=0, estimators=("ratio",)).to_dict()
    assert "without a joint test" in verdict(untested)
    assert picture(untested).data["null_low"] == [None] * len(picture(untested).data["estimates"])
    empty = spec_curve(frame.subset([False] * frame.n), permutations=9).to_dict()
    assert verdict(empty) == "No specification could be run on 0 firms."
    assert not any(isinstance(block, Figure) for block in curve_blocks(empty, "zh"))


def test_whether_adoption_counts_suffice_is_said_either_way(document: dict[str, Any]) -> None:
    changed = copy(document)
    changed["adoption_suffices"] = True
    changed["joint"]["power"]["above_chance"] = changed["joint"]["adoption"]["above_chance"] = 0
    assert "Adoption counts suffice" in text_of(changed)
    assert "Neither goes with the premium beyond chance" in text_of(changed)
    changed["joint"]["power"]["above_chance"] = 3
    assert "Neither" not in text_of(changed)
    changed["adoption_suffices"] = False
    assert "do less well than power" in text_of(changed)


def test_another_date_is_not_the_registered_result(document: dict[str, Any]) -> None:
    assert "Not the registered result" not in text_of(document)
    assert "Not the registered result" in text_of({**document, "registered": False, "as_of": "2025-06-30"})


@pytest.mark.parametrize("lang", LANGUAGES)
def test_eighty_columns_hold_every_table(
    document: dict[str, Any], pairs: dict[str, Any], lang: Language, capsys: pytest.CaptureFixture[str]
) -> None:
    from rich.cells import cell_len
    from rich.console import Console

    print_blocks(Console(width=80, markup=False, highlight=False), curve_blocks(document, lang))
    print_blocks(Console(width=80, markup=False, highlight=False), dyads_blocks(pairs, lang))
    shown = capsys.readouterr().out
    assert max(map(cell_len, shown.splitlines())) <= 80
    assert "{" not in shown
    assert "…\n" not in shown  # no cell is cut off
    if lang == "zh":
        assert "specification" not in shown.lower()


def test_every_word_comes_in_both_languages() -> None:
    for words in (WORDS, DYAD_WORDS):
        for key, (english, chinese) in words.items():
            assert english, key
            assert chinese, key


@pytest.mark.parametrize(
    ("p", "estimate", "words"),
    [(0.01, -0.2, "more alike than others"), (0.0002, 0.2, "less alike"), (0.4, -0.2, "says nothing")],
)
def test_the_verdict_on_pairs(pairs: dict[str, Any], p: float, estimate: float, words: str) -> None:
    changed = copy(pairs)
    changed["terms"][0] |= {"p": p, "estimate": estimate}
    verdict_block = dyads_blocks(changed, "en")[1]
    assert isinstance(verdict_block, Paragraph)
    assert words in verdict_block.text
    assert "p = 0.000" not in verdict_block.text


def test_a_refusal_on_pairs_gives_its_reason(pairs: dict[str, Any]) -> None:
    refused = {**pairs, "terms": [], "refusal": {"code": "too_few_firms", "en": "too few firms", "zh": "企业太少"}}
    english, chinese = (dyads_blocks(refused, lang)[1] for lang in LANGUAGES)
    assert isinstance(english, Paragraph)
    assert isinstance(chinese, Paragraph)
    assert "too few firms" in english.text
    assert "企业太少" in chinese.text


def test_the_drawing_is_one_plain_file_with_every_specification_shown(document: dict[str, Any]) -> None:
    from xml.etree import ElementTree as ET

    for lang in LANGUAGES:
        figure = picture(document, lang)
        text = curve_svg(figure, lang)
        assert text == curve_svg(figure, lang)
        root = ET.fromstring(text)
        tags = [element.tag.rpartition("}")[2] for element in root.iter()]
        assert "script" not in tags
        assert "style" not in tags
        assert tags.count("circle") == SHOWN - 1 + 2  # the registered one is a diamond; two stand in the legend
        words = " ".join(element.text or "" for element in root.iter())
        assert figure.title in words
        for choice in figure.data["choices"]:
            assert (choice["label"] in words) == (len(choice["options"]) > 1)
        width, height = (float(root.attrib[key]) for key in ("width", "height"))
        for circle in (element for element in root.iter() if element.tag.endswith("circle")):
            assert 0 < float(circle.attrib["cx"]) < width
            assert 0 < float(circle.attrib["cy"]) < height


def test_only_a_curve_is_drawn(document: dict[str, Any]) -> None:
    figure = picture(document)
    other = Figure(figure.title, "lines", figure.data, figure.table)
    with pytest.raises(ValueError, match="lines"):
        curve_svg(other, "en")


def test_labels_are_text_not_markup(document: dict[str, Any]) -> None:
    figure = picture(document)
    hostile = Figure("<script>alert(1)</script> & co", "curve", figure.data, figure.table)
    assert "<script>" not in curve_svg(hostile, "en")
