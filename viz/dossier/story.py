"""What the dossier opens on: the essay's thesis, and three answers with their intervals."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ...graph.errors import GraphError
from ...ontology.language import Language
from ..gap_text import verdict_sentences as gap_sentences
from ..link_text import link_sentences
from ..story_words import say
from ..verdicts import percent
from .ranking import DIGITS, LANGUAGES, both
from .story_words import say as tell

if TYPE_CHECKING:
    from ...graph.power import PowerResult
    from ...graph.store import Store
    from ..evidence import Evidence

__all__ = ["ESSAY", "definers_of", "story"]

ESSAY = "essay"
"""Id of the essay among the sources."""
_RULES = ("definitions_essay", "definitions_essay_rule_researched", "definitions_symmetric")
_LINK = {"SUPPORTED": "supports", "CONTRADICTED": "contradicts"}
_GAP = {"power_explains": "supports", "country_discount": "contradicts", "smaller_than_placebo": "contradicts"}

Plain = dict[str, Any]
Document = Mapping[str, Any]


def story(
    store: Store,
    evidence: Evidence,
    powers: Mapping[str, PowerResult],
    counts: Mapping[str, int],
    *,
    as_of: str,
    link: Callable[[], Document],
    gap: Callable[[], Document],
) -> Plain:
    """Thesis, answers and counts.

    Parameters
    ----------
    store, evidence
        Where the essay's words and counts stand.
    powers : mapping
        Definition power by paradigm, with draws; of the end of the coded period where the date lies beyond it.
    counts : mapping
        Firms, claims, sources and unverified claims.
    as_of : str
        Last day of the date.
    link, gap : callable
        Give the documents of the link and of the gap, or raise why there is none.
    """
    return {
        "thesis": _thesis(store, evidence, as_of),
        "counts": dict(counts),
        "answers": [
            _definers(powers, evidence, as_of),
            _answer("link", link, _link),
            _answer("gap", gap, _gap),
        ],
    }


def definers_of(evidence: Evidence) -> dict[str, tuple[str, ...]]:
    """Firms that hold a control point by the essay's own claims: paradigm -> ids."""
    found: dict[str, list[str]] = {}
    for row in evidence.holdings:
        if ESSAY in evidence.citations.get(row["holding"], ()) and row.get("rank") != "deprecated":
            names = found.setdefault(row.get("paradigm", ""), [])
            if row["holder"] not in names:
                names.append(row["holder"])
    return {paradigm: tuple(names) for paradigm, names in found.items()}


def _thesis(store: Store, evidence: Evidence, as_of: str) -> Plain:
    from ...graph.named_queries import run
    from ..evidence import read

    quotes = read(store, "thesis")
    source = evidence.sources.get(ESSAY, {})
    return {
        "text": both(lambda lang: say("question.essay", lang) if source else tell("question", lang)),
        "essay": bool(source),
        "quote": [{"text": row["quote"], "line": row["line"]} for row in quotes],
        "source": {key: source.get(key, "") for key in ("title", "publisher", "published", "url", "tier")},
        "counts": [
            {
                "rule": rule,
                "rows": [[country, float(count or 0)] for country, count, *_ in run(store, rule, {"asOf": as_of})],
            }
            for rule in _RULES
        ],
    }


def _definers(powers: Mapping[str, PowerResult], evidence: Evidence, as_of: str) -> Plain:
    """Who defines each paradigm, beside whom the essay names."""
    claimed = definers_of(evidence)
    items = [
        _paradigm(paradigm, result, claimed.get(paradigm, ()) if claimed else None, evidence)
        for paradigm, result in powers.items()
        if result.uncertainty and result.uncertainty.verdict
    ]
    return {
        "id": "definers",
        "status": _together([item["status"] for item in items]),
        "text": both(lambda lang: _sentence(items, evidence, as_of, lang)),
        "more": [],
        "items": items,
        "intervals": [],
        "n": [],
    }


def _paradigm(paradigm: str, result: PowerResult, claimed: Sequence[str] | None, evidence: Evidence) -> Plain:
    """Verdict of a paradigm; `claimed` are the firms that the essay names, None where the store has no essay."""
    uncertainty = result.uncertainty
    verdict = uncertainty.verdict if uncertainty else None
    if uncertainty is None or verdict is None:
        raise ValueError(paradigm)
    country, countries = _country(verdict.firm or "", evidence), {_country(firm, evidence) for firm in claimed or ()}
    return {
        "paradigm": paradigm,
        "asOf": result.as_of,
        "word": verdict.word,
        "firm": verdict.firm,
        "p": round(verdict.p_rank1, DIGITS),
        "draws": verdict.draws,
        "decided": verdict.decided,
        "n": result.n,
        "claimed": list(claimed or ()),
        "status": None if claimed is None else status(verdict.word, verdict.firm, claimed, country, countries),
    }


def status(word: str, firm: str | None, claimed: Sequence[str], country: str, countries: set[str]) -> str:
    """What a verdict says of the essay's claim about the same paradigm.

    The essay names definers, or leaves the paradigm open by naming none. A definer that it names supports it; another
    firm of the same country does so in part; a firm of another country, or any where it names none, contradicts it.
    Where the paradigm is contested the data settle nothing, unless the essay calls it open.

    Examples
    --------
    >>> status("definer", "google", ["google"], "US", {"US"}), status("definer", "google", ["apple"], "US", {"US"})
    ('supports', 'part')
    >>> status("definer", "nvidia", [], "US", set()), status("contested", "qualcomm", ["catl"], "US", {"CN"})
    ('contradicts', 'inconclusive')
    """
    if word != "definer":
        return "inconclusive" if claimed else "supports"
    if firm in claimed:
        return "supports"
    return "part" if country and country in countries else "contradicts"


def _together(found: Sequence[str | None]) -> str | None:
    """One word for several: theirs where they agree, else ``part``; None where nothing was compared."""
    settled = set(found) - {None}
    return settled.pop() if len(settled) == 1 else "part" if settled else None


def _country(firm: str, evidence: Evidence) -> str:
    return evidence.organizations.get(firm, {}).get("country", "")


def _sentence(items: Sequence[Plain], evidence: Evidence, as_of: str, lang: Language) -> str:
    if not items:
        return tell("definers.empty", lang, date=as_of)
    groups = {"definer": "", "contested": "", "none": ""}
    for word in groups:
        names = [_phrase(item, evidence, lang) for item in items if item["word"] == word]
        groups[word] = tell("list", lang).join(names)
    held = sum(item["word"] == "definer" for item in items)
    words = {"k": held, "n": len(items), "date": as_of}
    head = tell("definers.some" if held else "definers.nobody", lang, list=groups["definer"], **words)
    tails = [tell(f"definers.{word}", lang, list=groups[word]) for word in ("contested", "none") if groups[word]]
    return ("" if lang == "zh" else " ").join([head, *tails])


def _phrase(item: Plain, evidence: Evidence, lang: Language) -> str:
    paradigm = _name(evidence.paradigms.get(item["paradigm"], {}), item["paradigm"], lang)
    if item["word"] == "none":
        return paradigm
    firm = _name(evidence.organizations.get(item["firm"], {}), item["firm"] or "", lang)
    return tell("definers.item", lang, paradigm=paradigm, firm=firm, p=percent(item["p"]))


def _name(row: Mapping[str, str], key: str, lang: Language) -> str:
    names = (row.get("name_en", ""), row.get("name_zh", ""))
    return names[lang == "zh"] or names[lang != "zh"] or key


def _answer(name: str, document: Callable[[], Document], make: Callable[[Document], Plain]) -> Plain:
    """An answer; where the claims do not carry it, why not."""
    try:
        return {"id": name, "items": [], **make(document())}
    except GraphError as error:
        text = [say("refused", lang, why=error.message(lang)) for lang in LANGUAGES]
        return {"id": name, "items": [], "status": "refused", "text": text, "more": [], "intervals": [], "n": []}


def _link(document: Document) -> Plain:
    sentences = both(lambda lang: link_sentences(document, lang))
    forms = document["forms"] if document["reason"] is None else {}
    return {
        "status": "refused" if document["reason"] else _LINK.get(document["verdict"], "inconclusive"),
        "text": [told[0] for told in sentences],
        "more": list(zip(*(told[1:] for told in sentences), strict=True)),
        "intervals": [_interval(name, form["effect"], form["interval"]) for name, form in forms.items()],
        "n": [document["n"]],
    }


def _gap(document: Document) -> Plain:
    sentences = both(lambda lang: gap_sentences(document, lang))
    oaxaca, placebo = document["oaxaca"], document["placebo"]
    found = {"premium": document["identity"]["terms"]["premium"]}
    if "refused" not in oaxaca:
        found["power"] = oaxaca["blocks"]["power"]
    if "refused" not in placebo:
        found["control"] = placebo["control"]["gap"]
    return {
        "status": _GAP.get(document["verdict"], "inconclusive"),
        "text": [told[0] for told in sentences],
        "more": list(zip(*(told[1:] for told in sentences), strict=True)),
        "intervals": [_interval(name, part["value"], (part["low"], part["high"])) for name, part in found.items()],
        "n": [document["n"][code] for code in document["countries"]],
    }


def _interval(name: str, value: float, ends: Sequence[float | None]) -> Plain:
    numbers = (value, *ends)
    return {"name": name, "ends": [None if number is None else round(number, DIGITS) for number in numbers]}
