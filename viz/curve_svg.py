"""The picture of a specification curve as SVG: one self-contained file, its text as text."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any
from xml.etree import ElementTree as ET

from ..ontology.language import Language
from .blocks import Figure
from .chart_layout import Scale, shorten, svg_text, text_width, ticks, wrap
from .curve_words import say

__all__ = ["curve_svg"]

_WIDTH, _LEFT, _RIGHT = 960.0, 236.0, 944.0
_PLOT, _ROW, _GAP = 330.0, 13.0, 9.0
_SIZE, _SMALL = 13.0, 11.0
_INK, _FAINT, _LINE = "#1d2129", "#5c6470", "#dfe2e6"
_CHANCE, _SURE, _OWN = "#c9ced6", "#0072b2", "#d55e00"
_FONT = "Inter, 'Segoe UI', 'Helvetica Neue', Arial, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif"


def curve_svg(figure: Figure, lang: Language) -> str:
    """Draw a figure of kind ``curve``.

    Dots are estimates from the lowest to the highest, full where significant; the grey band is what chance makes;
    marks below say what each chose. Numbers are written with two decimals of a pixel, so equal figures give equal
    bytes. There is no script, no style sheet and no address in it.

    Raises
    ------
    ValueError
        The figure is of another kind.
    """
    if figure.kind != "curve":
        raise ValueError(f"a figure of kind {figure.kind} is no specification curve")
    return _Drawing(figure, lang).text()


class _Drawing:
    """One curve in the making: what is drawn first lies below."""

    def __init__(self, figure: Figure, lang: Language) -> None:
        self.figure = figure
        self.lang: Language = lang
        self.data: Mapping[str, Any] = figure.data
        self.root = ET.Element("svg")
        heads = [figure.data["unit"], *figure.notes, say("svg.cut", lang)]
        self.head = wrap(
            ("" if lang == "zh" else " ").join(_sentence(text, lang) for text in heads), _SIZE, _WIDTH - 32
        )
        self.top = 62.0 + 17.0 * len(self.head)
        self.bottom = self.top + _PLOT
        n = len(self.data["estimates"])
        self.x = Scale(0, max(n - 1, 1), _LEFT + 6, _RIGHT - 6)
        values = [value for key in ("estimates", "null_low", "null_high") for value in self._finite(key)]
        self.marks = _marks(1.05 * min(values, default=-1.0), 1.05 * max(values, default=1.0))
        self.y = Scale(self.marks[0], self.marks[-1], self.bottom, self.top)
        self._band()
        self._axis()
        self._estimates()
        self._legend()
        self._finish(self._choices())

    def text(self) -> str:
        """The picture as text."""
        return ET.tostring(self.root, encoding="unicode") + "\n"

    def _finite(self, key: str) -> list[float]:
        return [value for value in self.data.get(key, ()) if value is not None]

    def _add(self, tag: str, **attributes: str | float) -> ET.Element:
        return ET.SubElement(self.root, tag, {key.replace("_", "-"): svg_text(v) for key, v in attributes.items()})

    def _write(self, text: str, x: float, y: float, size: float = _SMALL, **more: str | float) -> ET.Element:
        element = self._add("text", x=x, y=y, font_size=size, **({"fill": _FAINT} | more))
        element.text = text
        return element

    def _band(self) -> None:
        low, high = self._finite("null_low"), self._finite("null_high")
        if low and high:
            edge = list(enumerate(high)) + list(enumerate(low))[::-1]
            points = " ".join(f"{svg_text(self.x(place))},{svg_text(self.y(value))}" for place, value in edge)
            self._add("polygon", points=points, fill=_CHANCE, fill_opacity=0.55)

    def _axis(self) -> None:
        for mark in self.marks:
            at = self.y(mark)
            self._add("line", x1=_LEFT, x2=_RIGHT, y1=at, y2=at, stroke=_LINE if mark else _FAINT)
            self._write(f"{mark + 0.0:+g}" if mark else "0", _LEFT - 7, at + 4, text_anchor="end")

    def _estimates(self) -> None:
        data = self.data
        for place, value in enumerate(data["estimates"]):
            sure, own, x = data["significant"][place], place == data["primary"], self.x(place)
            color = _OWN if own else _SURE if sure else _FAINT
            low, high = (self._within(data[end][place]) for end in ("low", "high"))
            opacity = 1.0 if own else 0.35
            self._add("line", x1=x, x2=x, y1=low, y2=high, stroke=color, stroke_width=0.8, stroke_opacity=opacity)
            if not own:
                self._add("circle", cx=x, cy=self.y(value), r=2.0, stroke=color, fill=color if sure else "#ffffff")
        if data["primary"] is not None:
            self._diamond(self.x(data["primary"]), self.y(data["estimates"][data["primary"]]), 6.0)

    def _within(self, value: float) -> float:
        return self.y(min(max(value, self.marks[0]), self.marks[-1]))

    def _diamond(self, x: float, y: float, r: float) -> None:
        corners = [(x, y - r), (x + r, y), (x, y + r), (x - r, y)]
        self._add("polygon", points=" ".join(f"{svg_text(a)},{svg_text(b)}" for a, b in corners), fill=_OWN)

    def _legend(self) -> None:
        x, y = _LEFT + 4, self.top - 10
        entries = [("svg.significant", "circle", _SURE, _SURE), ("svg.other", "circle", "#ffffff", _FAINT)]
        if self._finite("null_low"):
            entries.append(("svg.chance", "rect", _CHANCE, _CHANCE))
        if self.data["primary"] is not None:
            entries.append(("svg.registered", "diamond", _OWN, _OWN))
        for key, shape, fill, stroke in entries:
            if shape == "circle":
                self._add("circle", cx=x + 4, cy=y - 4, r=3, fill=fill, stroke=stroke)
            elif shape == "rect":
                self._add("rect", x=x, y=y - 8, width=9, height=9, fill=fill)
            else:
                self._diamond(x + 4, y - 4, 5.0)
            words = say(key, self.lang)
            self._write(words, x + 14, y)
            x += 30 + text_width(words, _SMALL)

    def _choices(self) -> float:
        """Marks below the plot; gives the height of what was drawn."""
        at = self.bottom + 20.0
        for choice in self.data["choices"]:
            if len(choice["options"]) < 2:
                continue
            self._write(shorten(choice["label"], _SMALL, _LEFT - 24), 16, at + 4, fill=_INK, font_weight="600")
            at += _ROW + 2
            for option in choice["options"]:
                self._write(shorten(option["label"], _SMALL, _LEFT - 40), 24, at + 4)
                self._row(option["used"], at)
                at += _ROW
            at += _GAP
        return at

    def _row(self, used: Sequence[int], at: float) -> None:
        self._add("line", x1=_LEFT, x2=_RIGHT, y1=at, y2=at, stroke=_LINE, stroke_width=0.6)
        if used:
            path = " ".join(f"M{svg_text(self.x(place))} {svg_text(at - 4)}v8" for place in used)
            self._add("path", d=path, stroke=_INK, stroke_width=1.0, fill="none")

    def _finish(self, under: float) -> None:
        heading = self.figure.title
        for line, text in enumerate(wrap(heading, 16.0, _WIDTH - 32)[:1]):
            self._write(text, 16, 30 + 20.0 * line, 16.0, fill=_INK, font_weight="600")
        for line, text in enumerate(self.head):
            self._write(text, 16, 51 + 17.0 * line, _SIZE)
        self.root.attrib = {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {svg_text(_WIDTH)} {svg_text(under + 8)}",
            "width": svg_text(_WIDTH),
            "height": svg_text(under + 8),
            "role": "img",
            "font-family": _FONT,
            "lang": {"en": "en", "zh": "zh-Hans"}[self.lang],
        }
        ground = ET.Element("rect", {"width": "100%", "height": "100%", "fill": "#ffffff"})
        name, description = ET.Element("title"), ET.Element("desc")
        name.text, description.text = heading, " ".join(self.head)
        self.root[:0] = [name, description, ground]


def _marks(low: float, high: float) -> list[float]:
    """Round numbers from at most `low` to at least `high`, zero among them.

    Examples
    --------
    >>> _marks(-0.3, 1.9)
    [-0.5, 0.0, 0.5, 1.0, 1.5, 2.0]
    """
    step = ticks(max(abs(low), abs(high)), 4)[1]
    below, above = math.ceil(max(-low, 0.0) / step), math.ceil(max(high, 0.0) / step)
    return [round(place * step, 10) for place in range(-max(below, 1), max(above, 1) + 1)]


def _sentence(text: str, lang: Language) -> str:
    """Text that ends like a sentence."""
    return text if text.endswith((".", "。")) else text + ("。" if lang == "zh" else ".")
