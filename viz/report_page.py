"""Blocks as one HTML page: charts and their numbers, no request to anywhere, a policy that admits nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .blocks import Figure, Heading, Paragraph, Table
from .report_page_words import say
from .template import template

if TYPE_CHECKING:
    from ..ontology.language import Language
    from .blocks import Block

__all__ = ["html"]

_ROOM = Path(__file__).parent
_WORDS = ("significant", "not_significant", "primary", "chance", "specifications")
"""Words that the script puts into charts."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A block as the template reads it: what it is, and what only this place of it on the page gives."""

    kind: str
    block: Block
    anchor: str = ""
    number: int = 0


def html(title: str, blocks: Iterable[Block], lang: Language, meta: Mapping[str, str]) -> str:
    """Write the page.

    Parameters
    ----------
    title : str
    blocks : iterable of Block
    lang : str
        Language of the page's own words; the blocks bring theirs.
    meta : mapping
        What stands beneath the title: name -> text, for instance the date, the claims' version, the hash of settings.

    Returns
    -------
    str
        One HTML document; the same blocks give the same text.

    Raises
    ------
    MissingAssetError
        If the charts' script was not bundled.
    ValueError
        If a figure holds a number that is not finite.
    """
    from markupsafe import Markup

    from .columns import embed
    from .document import policy
    from .web_assets import script

    parts = _parts(blocks)
    code, style = script("report"), _style()
    figures = [part.block for part in parts if isinstance(part.block, Figure)]
    payload = {
        "figures": [{"kind": figure.kind, "data": _cleaned(figure.data)} for figure in figures],
        "words": {key: say(key, lang) for key in _WORDS},
    }
    return template("report.html.j2").render(
        lang={"en": "en", "zh": "zh-Hans"}[lang],
        title=title,
        meta=meta,
        parts=parts,
        contents=_contents(parts),
        clean=_clean,
        word=lambda key, **values: say(key, lang, **values),
        policy=policy([code], [style]),
        # No byte of script and style comes from data: they are files of this package.
        script=Markup(code),  # noqa: S704
        style=Markup(style),  # noqa: S704
        payload=Markup(embed(payload)),  # noqa: S704 - every < > & is escaped in it
    )


def _parts(blocks: Iterable[Block]) -> list[_Part]:
    parts: list[_Part] = []
    figures = headings = 0
    for block in blocks:
        match block:
            case Heading():
                headings += 1
                parts.append(_Part("heading", block, anchor=f"part-{headings}"))
            case Paragraph():
                parts.append(_Part("paragraph", block))
            case Table():
                parts.append(_Part("table", block))
            case Figure():
                figures += 1
                parts.append(_Part("figure", block, number=figures))
    return parts


def _contents(parts: Sequence[_Part]) -> list[tuple[_Part, list[_Part]]]:
    """Headings of the second level, each with those of the third below it."""
    found: list[tuple[_Part, list[_Part]]] = []
    for part in parts:
        if not isinstance(part.block, Heading):
            continue
        if part.block.level == 2:
            found.append((part, []))
        elif part.block.level == 3 and found:
            found[-1][1].append(part)
    return found


def _style() -> str:
    static, templates = _ROOM / "static", _ROOM / "templates"
    files = (static / "colors.css", templates / "report.css", templates / "report_print.css")
    return "".join(path.read_text(encoding="utf-8") for path in files)


def _clean(text: str) -> str:
    """Text on one line, with what a screen would obey shown as its code."""
    from ..graph.page import plain

    return plain(" ".join(text.replace("\t", " ").replace("\r", "\n").split("\n"))).strip()


def _cleaned(value: Any) -> Any:  # noqa: ANN401 - JSON in, JSON out
    if isinstance(value, str):
        return _clean(value)
    if isinstance(value, Mapping):
        return {str(key): _cleaned(item) for key, item in value.items()}
    if isinstance(value, Sequence):
        return [_cleaned(item) for item in value]
    return value
