"""What every computed answer has in common: the setting it was computed under, and the forms it can be had in."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from html import escape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd
    from rich.console import Console, ConsoleOptions, RenderResult

    from .spec import Spec
    from .tie import ScoreTies

__all__ = ["Result", "Setting", "setting_of"]

_HTML_ROWS = 50
_TERMINAL_ROWS = 30


@dataclass(frozen=True, slots=True)
class Setting:
    """What an answer rests on; it travels with the answer in every form.

    Parameters
    ----------
    paradigm : str or None
        None where the answer spans paradigms.
    as_of : str
        Valid time, ``YYYY[-MM[-DD]]``; a year or month means its last day.
    known_by : str or None
        Known time; None: all that is known today.
    evidence : str
        ``all`` or ``sourced``.
    round_trip, cohorts : bool
        Whether vendor-financed ties, and cohorts of adopters, count.
    spec : str
        Id of the settings of the score.
    n : int
        Participants: dependents with at least one slot.
    claims : str or None
        Version of the claims; None where the ties came from somewhere else.
    seed, draws : int or None
        Of a Monte Carlo answer.
    masses : tuple of (str, float)
        Dependents that count for more or less than one participant.
    """

    paradigm: str | None
    as_of: str
    known_by: str | None
    evidence: str
    round_trip: bool
    cohorts: bool
    spec: str
    n: int
    claims: str | None = None
    seed: int | None = None
    draws: int | None = None
    masses: tuple[tuple[str, float], ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Plain data; `seed`, `draws` and `masses` only where there are any."""
        plain = {**asdict(self), "masses": dict(self.masses) or None}
        return {
            key: value for key, value in plain.items() if key not in ("seed", "draws", "masses") or value is not None
        }

    def line(self) -> str:
        """One line for people."""
        return "; ".join(f"{key} = {value}" for key, value in self.to_dict().items() if value is not None)


def setting_of(ties: ScoreTies, spec: Spec, n: int, *, seed: int | None = None, draws: int | None = None) -> Setting:
    """Setting of an answer computed from `ties`."""
    return Setting(
        ties.paradigm,
        ties.as_of,
        ties.known_by,
        ties.evidence,
        ties.round_trip,
        ties.cohorts,
        spec.id,
        n,
        ties.claims,
        seed,
        draws,
        tuple(sorted(ties.masses.items())),
    )


class Result(ABC):
    """A computed table with its setting.

    A subclass says its setting and its rows; pandas, notebook, terminal and plain data follow from these.
    """

    @property
    @abstractmethod
    def setting(self) -> Setting:
        """What the answer rests on."""

    @abstractmethod
    def records(self) -> Sequence[Mapping[str, Any]]:
        """Rows of plain values, all with the same keys, the best first."""

    def to_dict(self) -> dict[str, Any]:
        """Setting and rows as plain data, ready for JSON."""
        return {**self.setting.to_dict(), "rows": [dict(row) for row in self.records()]}

    def to_pandas(self) -> pd.DataFrame:
        """One row per record; ``DataFrame.attrs`` holds the setting."""
        import pandas as pd

        frame = pd.DataFrame([dict(row) for row in self.records()])
        frame.attrs.update(self.setting.to_dict())
        return frame

    def _repr_html_(self) -> str:
        rows = self.records()
        head = "".join(f"<th>{escape(key)}</th>" for key in (rows[0] if rows else ()))
        body = "".join(
            "<tr>" + "".join(f"<td>{escape(shown(value))}</td>" for value in row.values()) + "</tr>"
            for row in rows[:_HTML_ROWS]
        )
        more = f" (first {_HTML_ROWS} of {len(rows)} rows)" if len(rows) > _HTML_ROWS else ""
        caption = escape(self.setting.line() + more)
        return f"<table><caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"

    def __str__(self) -> str:
        return f"{type(self).__name__}, {len(self.records())} rows; {self.setting.line()}"

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Show as a table, or as a list of records where a table would not fit the line."""
        from rich.text import Text

        from ..page import Cell, plain, table

        rows = self.records()
        heads = [str(key) for key in (rows[0] if rows else ())]
        cells = [
            [Cell(plain(shown(value)), isinstance(value, int | float)) for value in row.values()]
            for row in rows[:_TERMINAL_ROWS]
        ]
        yield Text(table(heads, cells, len(rows), width=options.max_width).rstrip("\n"))
        yield Text(plain(self.setting.line()), style="dim")


def shown(value: Any) -> str:  # noqa: ANN401
    """Text of a cell: four decimals, nothing for None."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.4f}"
    if isinstance(value, tuple | list):
        return " ".join(shown(part) for part in value)
    return str(value)
