"""The chart of power over the years as a file: SVG that opens anywhere, or a page with the numbers beneath."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from ..graph.errors import GraphError
from ..ontology.language import Language
from .chart_captions import firm_name, title
from .chart_svg import svg
from .chart_words import say
from .files import write_whole

if TYPE_CHECKING:
    from ..graph.backtest.series import PowerHistory

__all__ = ["ChartFileError", "PowerChart", "chart"]

_STYLE = """
:root { color-scheme: light; }
body { margin: 24px auto; max-width: 1000px; padding: 0 16px; background: #fff; color: #1d2129;
  font: 14px/1.5 Inter, "Segoe UI", "Helvetica Neue", Arial, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC",
    sans-serif; }
svg { max-width: 100%; height: auto; }
h1 { font-size: 20px; position: absolute; left: -9999px; }
h2 { font-size: 16px; margin: 24px 0 8px; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-size: 13px; font-variant-numeric: tabular-nums; }
caption { text-align: left; color: #5c6470; padding-bottom: 6px; }
th, td { padding: 3px 8px; border-bottom: 1px solid #dfe2e6; text-align: left; white-space: nowrap; }
thead th { vertical-align: bottom; white-space: normal; }
tr.uncoded { background: #f1f2f4; }
"""


class ChartFileError(GraphError, ValueError):
    """A chart is written as .svg or .html, nothing else."""

    exit_code = 2


class PowerChart:
    """A chart ready to be written or shown in a notebook; made by :func:`chart`."""

    def __init__(self, history: PowerHistory, lang: Language) -> None:
        self._history = history
        self._lang: Language = lang

    def svg(self) -> str:
        """Give the picture: SVG without script, style sheet or address."""
        return svg(self._history, self._lang)

    def html(self) -> str:
        """Give the page: the picture, the same numbers as a table beneath, and a policy that admits no script."""
        from markupsafe import Markup

        from .document import policy
        from .template import template

        history, lang = self._history, self._lang
        return template("chart.html.j2", trim=False).render(
            lang={"en": "en", "zh": "zh-Hans"}[lang],
            title=title(history, lang),
            policy=policy([], [_STYLE]),
            style=Markup(_STYLE),  # noqa: S704 - a constant of this module
            picture=Markup(self.svg()),  # noqa: S704 - ElementTree escaped every text in it
            heading=say("table", lang),
            caption=say("caption" if history.sure else "caption.points", lang),
            head=[say("col.year", lang), say("col.n", lang), *([say("verdict", lang)] if history.sure else [])],
            firms=[firm_name(history, firm, lang) for firm in history.firms],
            rows=[(history.is_coded(year), self._row(year)) for year in history.years],
        )

    def save(self, path: str | Path) -> Path:
        """Write the chart to `path`, as the ending says (.svg, .html), whole or not at all.

        Raises
        ------
        ChartFileError
            On any other ending.
        OSError
            If the folder does not exist or may not be written.
        """
        target = Path(path)
        kind = target.suffix.lower()
        if kind not in (".svg", ".html"):
            raise ChartFileError(
                f"a chart is written as .svg or .html, not as {target.name}",
                f"图表只能写成 .svg 或 .html，不能写成 {target.name}",
            )
        text = self.svg() if kind == ".svg" else self.html()
        write_whole(target, text.encode("utf-8"))
        return target

    def _repr_html_(self) -> str:
        return f'<img alt="{escape(self._history.label.en)}" src="data:image/svg+xml;base64,{self._base64()}">'

    def _base64(self) -> str:
        from base64 import b64encode

        return b64encode(self.svg().encode("utf-8")).decode("ascii")

    def _row(self, year: int) -> list[str]:
        history, verdict = self._history, self._history.verdict(year)
        cells = [str(year), str(history.results[year].n)]
        if verdict:
            firm = firm_name(history, verdict.firm, self._lang) if verdict.firm else ""
            cells.append(say(f"word.{verdict.word}", self._lang, firm=firm))
        return cells + [self._cell(firm, year) for firm in history.firms]

    def _cell(self, firm: str, year: int) -> str:
        point, draw = self._history.point(firm, year), self._history.draw(firm, year)
        if point is None:
            return "–"
        if draw is None:
            return f"{point.power:.3f}"
        low, high = draw.power_interval
        return f"{point.power:.3f} [{low:.3f}, {high:.3f}] {draw.p_rank1:.2f}"


def chart(history: PowerHistory, lang: Language = "en") -> PowerChart:
    """Draw power over the years.

    Examples
    --------
    >>> chart(kg.history("pc")).save("pc.svg")  # doctest: +SKIP
    """
    return PowerChart(history, lang)
