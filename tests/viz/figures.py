"""One figure of each kind, as the findings make them."""

from __future__ import annotations

import math

from definer.viz.blocks import Block, Column, Figure, Heading, Paragraph, Table, table

__all__ = ["blocks", "curve", "figures", "intervals", "lines", "numbers", "scatter", "waterfall"]

_FIRMS = ("Microsoft", "Intel", "IBM", "Nvidia", "宁德时代", "Taiwan Semiconductor Manufacturing Company Limited")


def numbers(*rows: tuple[str, float]) -> Table:
    """A figure's table."""
    return table("Numbers", ["what", Column("value", numeric=True)], [(name, f"{value:.2f}") for name, value in rows])


def intervals() -> Figure:
    """Six estimates of two groups, one without an interval."""
    items = [
        {"label": firm, "low": 0.1 * k - 0.2, "mid": 0.1 * k, "high": 0.1 * k + 0.25, "group": "PC" if k < 3 else "AI"}
        for k, firm in enumerate(_FIRMS)
    ]
    items[5] |= {"low": None, "high": None}
    data = {"unit": "power, 0 to 1", "zero": 0.0, "items": items}
    return Figure("Power of six firms, n = 6", "intervals", data, numbers(("Microsoft", 0.0)), ("Source: none.",))


def waterfall() -> Figure:
    """A gap taken apart, with a step down and a step without an interval."""
    steps = [
        {"label": "Tesla over XPeng", "value": 4.2, "low": None, "high": None, "total": True},
        {"label": "size", "value": -1.1, "low": -1.5, "high": -0.4, "total": False},
        {"label": "definition power", "value": -0.7, "low": -2.0, "high": 0.9, "total": False},
        {"label": "unexplained", "value": -2.4, "low": -3.0, "high": -1.2, "total": False},
        {"label": "left", "value": 0.0, "low": None, "high": None, "total": True},
    ]
    return Figure("Gap, log points", "waterfall", {"unit": "log points", "steps": steps}, numbers(("size", -1.1)))


def lines() -> Figure:
    """Two courses, one with a hole and a band."""
    years = list(range(2010, 2021))
    wave = [round(0.5 + 0.3 * math.sin(year), 3) for year in years]
    known = wave[1:]
    band = {"low": [None, *(y - 0.1 for y in known)], "high": [None, *(y + 0.1 for y in known)]}
    series = [
        {"label": "power leads", "y": [None, *known], **band},
        {"label": "premium leads", "y": [*wave[:4], None, *wave[5:]][::-1]},
    ]
    data = {"unit": "coefficient", "x_unit": "year", "x": years, "series": series}
    return Figure("Which leads, n = 11 years", "lines", data, numbers(("2010", 0.5)))


def scatter() -> Figure:
    """Firms of three groups and a line."""
    points = [
        {"label": f"firm {k}", "x": k / 30, "y": math.sin(k), "group": ("PC", "Search", "AI")[k % 3]} for k in range(30)
    ]
    data = {"x_unit": "power", "y_unit": "log premium", "points": points, "line": [[0.0, -0.5], [1.0, 0.6]]}
    return Figure("Premium against power, n = 30", "scatter", data, numbers(("firm 0", 0.0)))


def curve(n: int = 120) -> Figure:
    """A specification curve of `n` specifications."""
    estimates = [round(-0.6 + 1.4 * k / n, 4) for k in range(n)]
    halves = [0.3 + 0.1 * (k % 3) for k in range(n)]
    data = {
        "unit": "coefficient",
        "estimates": estimates,
        "low": [e - h for e, h in zip(estimates, halves, strict=True)],
        "high": [e + h for e, h in zip(estimates, halves, strict=True)],
        "significant": [e - h > 0 or e + h < 0 for e, h in zip(estimates, halves, strict=True)],
        "primary": n // 3,
        "choices": [
            {
                "label": "baseline",
                "options": [{"label": f"B{b}", "used": [k for k in range(n) if k % 3 == b]} for b in range(3)],
            },
            {
                "label": "controls",
                "options": [
                    {"label": "none", "used": list(range(0, n, 2))},
                    {"label": "size and sector", "used": list(range(1, n, 2))},
                ],
            },
        ],
    }
    return Figure(f"{n} specifications", "curve", data, numbers(("median", 0.1)))


def figures() -> list[Figure]:
    """One of each kind."""
    return [intervals(), waterfall(), lines(), scatter(), curve()]


def blocks() -> list[Block]:
    """A small report of every kind of block."""
    heads = ["firm", Column("n", numeric=True), Column("why", wide=True)]
    rows = [
        (firm, str(k), f"reason {k} that takes a sentence, with a source and a date") for k, firm in enumerate(_FIRMS)
    ]
    found: list[Block] = [
        Heading("Question"),
        Paragraph("Who defines each paradigm?"),
        Paragraph("INCONCLUSIVE: n = 6 carries no inference.", "verdict"),
        Paragraph("Seed 0, 1,000 draws.", "note"),
        table("Firms, n = 6", heads, rows, "Source: the claims."),
    ]
    for figure in figures():
        found += [Heading(f"A chart: {figure.kind}", 3), figure]
    return [*found, Heading("Limits"), Paragraph("None of this is a cause.")]
