"""The chart of power over the years as SVG: one self-contained picture, its text as text."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from ..ontology.language import Language
from .chart_captions import about, firm_name, source, title
from .chart_layout import Box, Point, Scale, place, shorten, spread, svg_text, text_width, ticks, wrap, year_step
from .chart_words import say
from .palette import LAYERS, PARADIGM_COLORS

if TYPE_CHECKING:
    from ..graph.backtest.series import PowerHistory

__all__ = ["SERIES", "svg"]

SERIES = (*(light for light, _ in PARADIGM_COLORS), LAYERS["capital"][0], "#3c4048")
"""Colours of the lines: those of Okabe and Ito without yellow, which is faint on white, and Tol's wine."""

_WIDTH, _LEFT, _RIGHT = 960.0, 52.0, 750.0
_PLOT = 330.0
_SIZE, _SMALL = 13.0, 11.0
_INK, _FAINT, _LINE, _SHADE = "#1d2129", "#5c6470", "#dfe2e6", "#f1f2f4"
_FONT = "Inter, 'Segoe UI', 'Helvetica Neue', Arial, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif"
_COUNTERS = {"verdict": 22.0, "axis": 24.0}


def svg(history: PowerHistory, lang: Language) -> str:
    """Draw the history.

    Numbers are written with two decimals of a pixel, so equal histories give equal bytes. There is no script, no
    style sheet and no address in it. Outside the coded period lines are dashed and the ground is shaded.
    """
    return _Drawing(history, lang).text()


class _Drawing:
    """One chart in the making: what is drawn first lies below."""

    def __init__(self, history: PowerHistory, lang: Language) -> None:
        self.history = history
        self.lang: Language = lang
        self.root = ET.Element("svg")
        head = wrap(("" if lang == "zh" else " ").join(about(history, lang)), _SIZE, _WIDTH - 2 * 16)
        self.top = 18.0 + 17.0 * len(head) + 44.0
        self.bottom = self.top + _PLOT
        years = history.years
        self.x = Scale(years[0], years[-1], _LEFT + 6, _RIGHT - 6)
        self.marks = ticks(self._highest())
        self.y = Scale(0.0, self.marks[-1], self.bottom, self.top)
        self._coded_period()
        self._axes()
        self._bands()
        ends = self._lines()
        self._labels(ends)
        under = self._verdicts()
        self._finish(head, under)

    def text(self) -> str:
        """The picture as text."""
        return ET.tostring(self.root, encoding="unicode") + "\n"

    def _name(self, firm: str) -> str:
        return firm_name(self.history, firm, self.lang)

    def _color(self, firm: str) -> str:
        shown = self.history.firms
        return SERIES[shown.index(firm) % len(SERIES)] if firm in shown else _FAINT

    def _highest(self) -> float:
        points = [row["power"] for row in self.history.records()]
        bands = [row["power_interval"][1] for row in self.history.records() if row["power_interval"]]
        return max([*points, *bands], default=0.0)

    def _add(self, tag: str, **attributes: str | float) -> ET.Element:
        """Draw an element; underscores in names become hyphens."""
        named = {key.replace("_", "-"): svg_text(value) for key, value in attributes.items()}
        return ET.SubElement(self.root, tag, named)

    def _write(self, text: str, x: float, y: float, size: float = _SMALL, **more: str | float) -> ET.Element:
        element = self._add("text", x=x, y=y, font_size=size, **({"fill": _FAINT} | more))
        element.text = text
        return element

    def _coded_period(self) -> None:
        """Shade the years outside the coded period and say what the shade means."""
        years, (first, last) = self.history.years, self.history.coded
        left, right = _LEFT, _RIGHT
        if first is not None and first > years[0]:
            left = self.x(min(first - 0.5, years[-1]))
            self._add("rect", x=_LEFT, y=self.top, width=left - _LEFT, height=_PLOT, fill=_SHADE)
        if last is not None and last < years[-1]:
            right = self.x(max(last + 0.5, years[0]))
            self._add("rect", x=right, y=self.top, width=_RIGHT - right, height=_PLOT, fill=_SHADE)
        if first is None and last is None:
            return
        inside = left < _RIGHT and right > _LEFT
        words = say("coded", self.lang, first=first or "", last=last or "")
        shaded = (left > _LEFT or right < _RIGHT) and self._shade_words(left, right)
        if inside:
            self._write(words + (shaded or ""), max(left, _LEFT) + 4, self.top - 7)
            for edge in (left, right):
                if _LEFT < edge < _RIGHT:
                    self._add("line", x1=edge, x2=edge, y1=self.top - 4, y2=self.bottom, stroke=_FAINT,
                              stroke_width=0.8)  # fmt: skip

    def _shade_words(self, left: float, right: float) -> str:
        text = say("uncoded", self.lang)
        for start, end in ((_LEFT, left), (right, _RIGHT)):
            if end - start >= text_width(text, _SMALL) + 8:
                self._write(text, start + 4, self.top + 14)
                return ""
        return ("；" if self.lang == "zh" else "; ") + text

    def _axes(self) -> None:
        digits = max(len(f"{mark:g}".partition(".")[2]) for mark in self.marks)
        for mark in self.marks:
            at = self.y(mark)
            self._add("line", x1=_LEFT, x2=_RIGHT, y1=at, y2=at, stroke=_LINE if mark else _FAINT)
            self._write(f"{mark:.{digits}f}", _LEFT - 7, at + 4, text_anchor="end")
        years = self.history.years
        step = year_step(len(years))
        for year in years:
            if year % step == 0 or len(years) == 1:
                at = self.x(year)
                self._add("line", x1=at, x2=at, y1=self.bottom, y2=self.bottom + 4, stroke=_FAINT)
                self._write(str(year), at, self.bottom + 18, text_anchor="middle")

    def _runs(self, firm: str) -> list[list[int]]:
        """Years in which a firm takes part, in runs without a gap."""
        runs: list[list[int]] = []
        for year in self.history.years:
            if self.history.point(firm, year) is not None:
                if runs and runs[-1][-1] == year - 1:
                    runs[-1].append(year)
                else:
                    runs.append([year])
        return runs

    def _bands(self) -> None:
        for firm in reversed(self.history.firms):
            for run in self._runs(firm):
                found = [(year, draw.power_interval) for year in run if (draw := self.history.draw(firm, year))]
                if len(found) == 1:
                    ((year, (low, high)),) = found
                    self._add("line", x1=self.x(year), x2=self.x(year), y1=self.y(low), y2=self.y(high),
                              stroke=self._color(firm), stroke_width=6, stroke_opacity=0.2)  # fmt: skip
                elif found:
                    edge = [(year, high) for year, (_, high) in found] + [(year, low) for year, (low, _) in found[::-1]]
                    points = " ".join(f"{svg_text(self.x(year))},{svg_text(self.y(value))}" for year, value in edge)
                    self._add("polygon", points=points, fill=self._color(firm), fill_opacity=0.12)

    def _lines(self) -> dict[str, tuple[int, float]]:
        """Draw the lines, and give the last year and value of each firm."""
        ends: dict[str, tuple[int, float]] = {}
        for firm in reversed(self.history.firms):
            for run in self._runs(firm):
                values = {year: point.power for year in run if (point := self.history.point(firm, year))}
                ends[firm] = (run[-1], values[run[-1]])
                for dashed, years in _pieces(run, self.history):
                    points = " ".join(f"{svg_text(self.x(y))},{svg_text(self.y(values[y]))}" for y in years)
                    more: dict[str, str | float] = {"stroke_dasharray": "5 4"} if dashed else {}
                    self._add("polyline", points=points, fill="none", stroke=self._color(firm), stroke_width=2.2,
                              stroke_linejoin="round", **more)  # fmt: skip
                if len(run) == 1:
                    self._dot(firm, run[0], values[run[0]], 3.2)
            if firm in ends:
                self._dot(firm, *ends[firm], 3.2)
        return ends

    def _dot(self, firm: str, year: int, value: float, radius: float) -> None:
        words = say("point", self.lang, firm=self._name(firm), year=year, power=f"{value:.3f}")
        dot = self._add("circle", cx=self.x(year), cy=self.y(value), r=radius, fill=self._color(firm))
        ET.SubElement(dot, "title").text = words

    def _labels(self, ends: dict[str, tuple[int, float]]) -> None:
        """Names at the ends of the lines: of those that reach the last year beside the plot, of the others in it."""
        last = self.history.years[-1]
        late = [firm for firm in self.history.firms if firm in ends and ends[firm][0] == last]
        places = spread([self.y(ends[firm][1]) for firm in late], 17.0, self.top + 6, self.bottom - 4)
        taken: list[Box] = []
        covered = self._covered()
        for firm, at in zip(late, places, strict=True):
            x, y = self.x(last), self.y(ends[firm][1])
            self._add("polyline", points=f"{svg_text(x + 4)},{svg_text(y)} {svg_text(_RIGHT + 6)},{svg_text(at)} "
                      f"{svg_text(_RIGHT + 14)},{svg_text(at)}", fill="none", stroke=self._color(firm))  # fmt: skip
            taken.append(self._label(firm, _RIGHT + 18, at))
        for firm in self.history.firms:
            if firm in ends and ends[firm][0] != last:
                self._inner_label(firm, *ends[firm], taken, covered)

    def _label(self, firm: str, x: float, middle: float) -> Box:
        name = self._name(firm)
        shown = shorten(name, _SIZE, _WIDTH - x - 10)
        element = self._write(shown, x, middle + 4.5, _SIZE, fill=_INK)
        if shown != name:
            ET.SubElement(element, "title").text = name
        return Box(x, middle - 8.5, text_width(shown, _SIZE), 17.0)

    def _covered(self) -> list[Point]:
        """Points along all lines, four to a year's step."""
        found: list[Point] = []
        for firm in self.history.firms:
            for run in self._runs(firm):
                heights = [self.y(point.power) for year in run if (point := self.history.point(firm, year))]
                for at, (first, second) in enumerate(pairwise(heights)):
                    left, right = self.x(run[at]), self.x(run[at + 1])
                    found += [
                        (left + part * (right - left), first + part * (second - first))
                        for part in (0.0, 0.25, 0.5, 0.75)
                    ]
        return found

    def _inner_label(self, firm: str, year: int, value: float, taken: list[Box], covered: list[Point]) -> None:
        name = shorten(self._name(firm), _SIZE, 170.0)
        width = text_width(name, _SIZE)
        x = min(self.x(year) + 7, _RIGHT - width - 2)
        y = self.y(value)
        box = place(Box(x, y - 9.0, width, 18.0), taken, covered, self.top + 18, self.bottom - 2)
        taken.append(box)
        middle = box.y + 9.0
        if abs(middle - y) > 10:
            self._add("line", x1=self.x(year), y1=y, x2=x - 2, y2=middle, stroke=self._color(firm), stroke_width=0.8)
        self._write(name, x, middle + 4.5, _SIZE, fill=_INK, stroke="#ffffff", stroke_width=3.5,
                    stroke_linejoin="round", paint_order="stroke")  # fmt: skip

    def _verdicts(self) -> float:
        """A square per year under the axis; gives the height of what was drawn."""
        if not self.history.sure:
            return self.bottom + _COUNTERS["axis"]
        top = self.bottom + 30.0
        history, years = self.history, self.history.years
        side = max(3.0, min(11.0, (_RIGHT - _LEFT) / len(years) - 2))
        for year in years:
            found = history.verdict(year)
            if found is None or found.firm is None or found.word == "none":
                continue
            solid = found.word == "definer"
            words = say(found.word, self.lang, year=year, firm=self._name(found.firm), p=f"{found.p_rank1:.2f}")
            square = self._add("rect", x=self.x(year) - side / 2, y=top, width=side, height=10.0,
                               fill=self._color(found.firm) if solid else "#ffffff",
                               fill_opacity=1.0 if history.is_coded(year) else 0.4,
                               stroke=self._color(found.firm) if solid else "#8b9099")  # fmt: skip
            ET.SubElement(square, "title").text = words
        self._write(say("verdict", self.lang), _LEFT - 7, top + 9, text_anchor="end")
        for at, key in enumerate(("verdict.filled", "verdict.hollow")):
            self._write(say(key, self.lang), _RIGHT + 8, top + 9 + 14.0 * at)
        return top + _COUNTERS["verdict"]

    def _finish(self, head: list[str], under: float) -> None:
        history = self.history
        heading = title(history, self.lang)
        self._write(shorten(heading, 19.0, _WIDTH - 32), 16, 30, 19.0, fill=_INK, font_weight="600")
        for at, line in enumerate(head):
            self._write(line, 16, 51 + 17.0 * at, _SIZE)
        if not history.records():
            self._write(say("empty", self.lang), (_LEFT + _RIGHT) / 2, self.top + _PLOT / 2, _SIZE,
                        text_anchor="middle")  # fmt: skip
        origin = wrap(source(history, self.lang), _SMALL, _WIDTH - 32)
        for at, line in enumerate(origin):
            self._write(line, 16, under + 22 + 15.0 * at)
        height = under + 22 + 15.0 * len(origin)
        self.root.attrib = {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {svg_text(_WIDTH)} {svg_text(height)}",
            "width": svg_text(_WIDTH),
            "height": svg_text(height),
            "role": "img",
            "font-family": _FONT,
            "lang": {"en": "en", "zh": "zh-Hans"}[self.lang],
        }
        ground = ET.Element("rect", {"width": "100%", "height": "100%", "fill": "#ffffff"})
        name, description = ET.Element("title"), ET.Element("desc")
        name.text, description.text = heading, " ".join([*head, *origin])
        self.root[:0] = [name, description, ground]


def _pieces(run: list[int], history: PowerHistory) -> list[tuple[bool, list[int]]]:
    """Split a run into stretches that are dashed or not: a step is solid where both its years are coded."""
    found: list[tuple[bool, list[int]]] = []
    for first, second in pairwise(run):
        dashed = not (history.is_coded(first) and history.is_coded(second))
        if found and found[-1][0] == dashed:
            found[-1][1].append(second)
        else:
            found.append((dashed, [first, second]))
    return found
