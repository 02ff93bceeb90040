"""The link in words: every finding is said, in both languages, verdict first, and no number is a NaN."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, get_args

import numpy as np
import pytest

from definer.graph.link import Primary, Surroundings
from definer.graph.link.network import AutoregressiveModel, Moran, NetworkDependence
from definer.knowledge import KnowledgeGraph
from definer.ontology.language import Language
from definer.viz.blocks import Figure, Heading, Paragraph, Table
from definer.viz.link_numbers import interval, p_value
from definer.viz.link_text import link_blocks, link_sentences
from definer.viz.link_words import WORDS

LANGUAGES: tuple[Language, ...] = get_args(Language)


@pytest.fixture(scope="module")
def found(kg: KnowledgeGraph) -> Primary:
    return kg.link(permutations=199)


@pytest.fixture(scope="module")
def document(found: Primary) -> dict[str, Any]:
    return found.to_dict()


def text_of(blocks: list[Any]) -> str:
    parts: list[str] = []
    for block in blocks:
        if isinstance(block, (Heading, Paragraph)):
            parts.append(block.text)
            continue
        shown = block.table if isinstance(block, Figure) else block
        assert isinstance(shown, Table)
        assert all(len(row) == len(shown.columns) for row in shown.rows)
        parts += [shown.title, *(column.name for column in shown.columns), *shown.notes]
        parts += [cell for row in shown.rows for cell in row]
    return "\n".join(parts)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_verdict_comes_first_and_the_specification_is_named(document: dict[str, Any], lang: Language) -> None:
    blocks = link_blocks(document, lang)
    assert isinstance(blocks[0], Heading)
    assert isinstance(blocks[1], Paragraph)
    assert blocks[1].role == "verdict"
    text = text_of(blocks)
    assert ("尚无定论" if lang == "zh" else "INCONCLUSIVE") in text
    assert document["spec"]["sha256"] in text
    assert "None" not in text
    assert not re.search(r"\bnan\b|\{\w+\}|-0\.00", text)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_numbers_are_those_of_the_document(document: dict[str, Any], lang: Language) -> None:
    text = text_of(link_blocks(document, lang))
    for form in document["forms"].values():
        assert interval(form["interval"], lang) in text
        assert p_value(form["p"]) in text
    for name in document["paradigm_names"].values():
        assert name[lang] in text
    for reason in document["left_out"].values():
        assert reason[lang] in text


def test_words_of_both_languages_take_the_same_values() -> None:
    for key, (en, zh) in WORDS.items():
        assert set(re.findall(r"\{(\w+)\}", en)) == set(re.findall(r"\{(\w+)\}", zh)), key
        assert zh.strip(), key


@pytest.mark.parametrize("lang", LANGUAGES)
def test_figures_hold_finite_numbers_and_a_table(document: dict[str, Any], lang: Language) -> None:
    figures = [block for block in link_blocks(document, lang) if isinstance(block, Figure)]
    assert len(figures) == 2
    for figure in figures:
        assert len(figure.data["items"]) == len(figure.table.rows)
        for item in figure.data["items"]:
            assert all(np.isfinite(item[key]) for key in ("low", "mid", "high"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_dependence_along_ties_is_told_with_its_errors(found: Primary, lang: Language) -> None:
    models = (AutoregressiveModel("lag", 0.1, 0.2, 0.3, 0.1), AutoregressiveModel("error", 0.1, 0.2, 0.4, 0.1))
    dependent = NetworkDependence(500, 3, Moran(0.2, 0.0, 0.01, 99), 0.12, (-0.1, 0.2), 3.1, models)
    text = text_of(link_blocks(replace(found, network=dependent).to_dict(), lang))
    assert "HAC" in text
    assert "+0.40" in text
    bare = text_of(
        link_blocks(replace(found, network=replace(dependent, models=(), missing="spatial")).to_dict(), lang)
    )
    assert "definer[spatial]" in bare


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("verdict", ["SUPPORTED", "CONTRADICTED"])
def test_other_verdicts_say_their_margin(document: dict[str, Any], verdict: str, lang: Language) -> None:
    sentence = link_sentences({**document, "verdict": verdict}, lang)[0]
    assert ("0.15" in sentence) == (verdict == "CONTRADICTED")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_refusal_gives_its_reason_and_who_is_left_out(kg: KnowledgeGraph, lang: Language) -> None:
    document = kg.link("1960").to_dict()
    text = text_of(link_blocks(document, lang))
    assert document["reason_text"][lang] in text
    assert link_sentences(document, lang)[0].count("0 ") >= 1


@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_the_checks_there_are_only_the_estimates(found: Primary, lang: Language) -> None:
    bare = replace(found, companions=(), rank_correlations=(), omitted=None, network=None, selection=None, design=None)
    assert len(link_blocks(bare.to_dict(), lang)) < len(link_blocks(found.to_dict(), lang))
    assert len(link_sentences(bare.to_dict(), lang)) == len(link_sentences(found.to_dict(), lang)) - 1


def test_surroundings_are_empty_by_default() -> None:
    assert Surroundings() == Surroundings(frozenset(), (), (), {}, {})
