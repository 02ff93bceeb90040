"""Where the parts of a chart go: scales, ticks, the width of text, labels that do not collide."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Box", "Scale", "place", "shorten", "spread", "svg_text", "text_width", "ticks", "wrap", "year_step"]


Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Scale:
    """Linear map of numbers onto pixels."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """Pixel of `value`; the middle where the range is empty."""
        if self.high == self.low:
            return (self.start + self.end) / 2
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)


def ticks(high: float, most: int = 6) -> list[float]:
    """Round numbers from 0 to at least `high`, at most `most` steps.

    Examples
    --------
    >>> ticks(0.23)
    [0.0, 0.05, 0.1, 0.15, 0.2, 0.25]
    """
    if high <= 0:
        return [0.0, 1.0]
    power = 10.0 ** math.floor(math.log10(high / most))
    step = next(power * round_ for round_ in (1, 2, 5, 10) if high / (power * round_) <= most)
    return [round(i * step, 10) for i in range(math.ceil(high / step - 1e-9) + 1)]


def year_step(years: int, most: int = 12) -> int:
    """Years between two ticks."""
    return next((step for step in (1, 2, 5, 10, 20) if years / step <= most), 50)


def text_width(text: str, size: float) -> float:
    """Rough width of text in pixels: East Asian characters are square, others a little over half as wide."""
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    return size * (wide + 0.54 * (len(text) - wide))


def shorten(text: str, size: float, width: float) -> str:
    """Text cut to `width` pixels, with an ellipsis where something is missing."""
    if text_width(text, size) <= width:
        return text
    while text and text_width(text + "…", size) > width:
        text = text[:-1]
    return text.rstrip() + "…"


def wrap(text: str, size: float, width: float) -> list[str]:
    """Lines of at most `width` pixels, broken after spaces, semicolons and East Asian characters, else anywhere."""
    lines: list[str] = []
    line = ""
    for piece in _pieces(text):
        if line and text_width((line + piece).rstrip(), size) > width:
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
    return [*lines, line.rstrip()] if line.strip() else lines


def _pieces(text: str) -> list[str]:
    pieces, piece = [], ""
    for letter in text:
        piece += letter
        if letter in " ;；，。" or unicodedata.east_asian_width(letter) == "W" or len(piece) >= 60:
            pieces.append(piece)
            piece = ""
    # What closes a phrase stays with it.
    joined: list[str] = []
    for item in [*pieces, piece]:
        if joined and item[:1] in "，。；：、）":
            joined[-1] += item
        elif item:
            joined.append(item)
    return joined


def spread(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Places at least `gap` apart within `low` to `high`, as near as that allows to the `wanted` ones.

    Blocks of labels that touch are centred on the mean of what they want. If there is no room for all, the gap
    shrinks.
    """
    n = len(wanted)
    if not n:
        return []
    gap = min(gap, (high - low) / max(n - 1, 1))
    order = sorted(range(n), key=lambda i: (wanted[i], i))
    blocks: list[tuple[float, int]] = []  # mean of the wanted first places, labels
    for place_, i in enumerate(order):
        blocks.append((wanted[i] - place_ * gap, 1))
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            (a, m), (b, k) = blocks[-2:]
            blocks[-2:] = [((a * m + b * k) / (m + k), m + k)]
    found = [0.0] * n
    starts = [start for start, count in blocks for _ in range(count)]
    for place_, i in enumerate(order):
        start = min(max(starts[place_], low), high - (n - 1) * gap)
        found[i] = start + place_ * gap
    return found


@dataclass(frozen=True, slots=True)
class Box:
    """Room that a text takes: left, top, width and height in pixels."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, other: Box) -> bool:
        """Whether two boxes overlap."""
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )

    def holds(self, point: Point) -> bool:
        """Whether a point lies inside."""
        return self.x < point[0] < self.x + self.width and self.y < point[1] < self.y + self.height


def place(box: Box, taken: Sequence[Box], points: Sequence[Point], low: float, high: float) -> Box:
    """Move a box up or down within `low` to `high` so that it meets none that is taken.

    Parameters
    ----------
    points : sequence of (x, y)
        What it had better not cover: each costs as much as a move by six pixels.
    """
    near = [point for point in points if box.x < point[0] < box.x + box.width]
    moves = (shift for step in range(int(high - low) + 1) for shift in ((-step, step) if step else (0,)))
    best, cost = box, float("inf")
    for shift in moves:
        if abs(shift) >= cost:
            break
        moved = Box(box.x, box.y + shift, box.width, box.height)
        if low <= moved.y and moved.y + moved.height <= high and not any(map(moved.meets, taken)):
            price = abs(shift) + 6.0 * sum(map(moved.holds, near))
            if price < cost:
                best, cost = moved, price
    return best


def svg_text(value: str | float) -> str:
    """Text of an attribute; numbers with two decimals at most."""
    if isinstance(value, str):
        return value
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
