"""Pairs of firms in words, and whether those that are tied are priced alike."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..ontology.language import Language
from .blocks import Block, Column, Heading, Paragraph, Table, table
from .curve_text import number, p_text
from .dyads_words import say

__all__ = ["dyads_blocks"]


def dyads_blocks(document: Mapping[str, Any], lang: Language) -> list[Block]:
    """Blocks of the regression on pairs.

    Parameters
    ----------
    document : mapping
        As :meth:`definer.graph.link.Dyads.to_dict` gives it.
    lang : {"en", "zh"}
    """
    blocks: list[Block] = [Heading(say("title", lang)), Paragraph(_verdict(document, lang), "verdict")]
    if not document["registered"]:
        words = {"date": document["as_of"], "registered": document["spec"]["as_of"]}
        blocks.append(Paragraph(say("not_registered", lang, **words), "note"))
    if document["terms"]:
        blocks.append(_terms(document, lang))
    return blocks + [Paragraph(text, "note") for text in _notes(document, lang)]


def _verdict(document: Mapping[str, Any], lang: Language) -> str:
    if document["refusal"] is not None:
        return say("refused", lang, reason=document["refusal"][lang], n=document["n"])
    tied = document["terms"][0]
    estimate = number(tied["estimate"])
    if not document["permutations"]:
        return say("untested", lang, estimate=estimate)
    p = p_text(tied["p"], "= ")
    if tied["p"] >= document["level"]:
        low, high = number(tied["null_low"]), number(tied["null_high"])
        return say("neither", lang, estimate=estimate, low=low, high=high, p=p)
    return say("alike" if tied["estimate"] < 0 else "apart", lang, size=f"{abs(tied['estimate']):.3f}", p=p)


def _terms(document: Mapping[str, Any], lang: Language) -> Table:
    keys = ("estimate", "null", "p", "ols_p")
    heads = (Column(say("col.term", lang)), *(Column(say(f"col.{key}", lang), numeric=True) for key in keys))
    rows = []
    for term in document["terms"]:
        between = f"{number(term['null_low'])} … {number(term['null_high'])}"
        label = say(f"term.{term['name']}", lang)
        rows.append((label, number(term["estimate"]), between, p_text(term["p"]), p_text(term["ols_p"])))
    words = {"pairs": document["pairs"], "n": document["n"], "tied": document["tied_pairs"], "date": document["as_of"]}
    title = say("table", lang, **words)
    return table(title, heads, rows)


def _notes(document: Mapping[str, Any], lang: Language) -> list[str]:
    notes = []
    if document["terms"]:
        words = {"permutations": document["permutations"], "seed": document["seed"]}
        notes += [say("note.r2", lang, r2=f"{document['r2']:.1%}"), say("note.method", lang, **words)]
    if document["constant"]:
        terms = say("list", lang).join(say(f"term.{name}", lang) for name in document["constant"])
        notes.append(say("note.constant", lang, terms=terms))
    spec = document["spec"]
    left = sum(reason["n"] for reason in document["left_out"].values())
    return [*notes, say("note.spec", lang, id=spec["id"], sha=spec["sha256"][:12], left=left)]
