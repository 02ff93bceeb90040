"""An audit of a text as data: each statement, what its formula gives, and how both verdicts stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ...data.faults import Fault
from ...ontology.language import Language
from ..plain_values import rounded
from .agreement import COMPUTED, TO_RECORDED, Computed, differs
from .quantity import Quantity, unit_text
from .statements import Statement

__all__ = ["Audit", "Audited", "Companion"]

LANGUAGES: tuple[Language, ...] = ("en", "zh")


@dataclass(frozen=True, slots=True)
class Companion:
    """What a further formula of the statement gives: shown, not compared."""

    formula: str
    value: Quantity

    def to_dict(self) -> dict[str, Any]:
        """Formula, value and unit as plain values."""
        unit = self.value.unit
        money = len(unit) == 1 and unit[0][1] == 1 and len(unit[0][0]) == 3
        return {
            "formula": self.formula,
            "value": rounded(self.value.mid),
            "range": [rounded(self.value.low), rounded(self.value.high)],
            "unit": f"{unit_text(unit)} bn" if money else unit_text(unit) if unit else None,
        }


@dataclass(frozen=True, slots=True)
class Audited:
    """One statement, recomputed.

    Attributes
    ----------
    statement : Statement
    recomputed : float or None
        End of the recomputed range that is furthest from what is stated, in `unit`.
    spread : tuple of float or None
        The range.
    unit : str
        Of the recomputed value.
    computed : str or None
        See :mod:`.agreement`; None where the statement has no formula.
    basis : str or None
        ``independent`` where every operand has a source other than the text, ``own`` where none has (exchange rates
        apart), else ``mixed``.
    claims : tuple of str
        Claims that the verdict or the formulae use.
    conflicts : tuple of dict
        Claims that disagree with those.
    also : tuple of Companion
    fault : Fault or None
        Why the formula cannot be worked out.
    """

    statement: Statement
    recomputed: float | None
    spread: tuple[float, float] | None
    unit: str
    computed: Computed | None
    basis: str | None
    claims: tuple[str, ...]
    conflicts: tuple[dict[str, Any], ...]
    also: tuple[Companion, ...] = ()
    fault: Fault | None = None

    @property
    def verdict(self) -> str | None:
        """Verdict that was recorded; for a statement without one, that of its arithmetic."""
        return self.statement.verdict or TO_RECORDED.get(self.computed or "")

    @property
    def differs(self) -> bool:
        """Whether the recorded verdict and the computed one contradict each other."""
        recorded = self.statement.verdict
        return bool(recorded) and self.computed is not None and differs(recorded, self.computed)

    @property
    def number_differs(self) -> bool:
        """Whether the recorded number is not the computed one, at four decimals."""
        recorded = self.statement.recomputed
        if recorded is None or self.recomputed is None:
            return False
        return abs(recorded - self.recomputed) > 5e-5 + 1e-9 * abs(recorded)

    def to_dict(self) -> dict[str, Any]:
        """Statement, recomputation and verdicts as plain values."""
        said = self.statement
        spread = None if self.spread is None else [rounded(end) for end in self.spread]
        return {
            "id": said.id,
            "quote": said.quote,
            "stated": said.stated,
            "recomputed": None if self.recomputed is None else rounded(self.recomputed),
            "unit": self.unit or None,
            "verdict": self.verdict,
            "claims": list(self.claims),
            "conflicts": [dict(conflict) for conflict in self.conflicts],
            "computed": self.computed,
            "recorded": said.verdict or None,
            "differs": self.differs,
            "operator": said.operator or None,
            "stated_unit": said.unit or None,
            "date": said.date or None,
            "recomputed_range": spread,
            "recomputed_recorded": said.recomputed,
            "recomputed_differs": self.number_differs,
            "basis": self.basis,
            "formula": said.formula or None,
            "also": [companion.to_dict() for companion in self.also],
            "recomputation": said.recomputation or None,
            "reason": None if self.fault is None else _reason(self.fault, in_file=said.row > 0),
            "text": said.text or None,
            "line": said.line or None,
        }


def _reason(fault: Fault, *, in_file: bool) -> dict[str, str]:
    """Code and words of a fault; a statement of a store stands in no file that its reader could open."""
    words = {lang: fault.message(lang) for lang in LANGUAGES}
    if not in_file:
        words = {lang: text.removeprefix(f"{fault.place(lang)}: ") for lang, text in words.items()}
    return {"code": fault.code, "en": words["en"], "zh": words["zh"]}


@dataclass(frozen=True)
class Audit:
    """An audit of one text.

    Attributes
    ----------
    as_of : str
        Date of the claims.
    origin : str
        Where the statements come from: ``claims``, or the name of a file.
    rows : tuple of Audited
        Every statement, in its order.
    """

    as_of: str
    origin: str
    rows: tuple[Audited, ...]

    @property
    def n(self) -> int:
        """Number of statements that have a formula."""
        return sum(row.computed is not None for row in self.rows)

    @property
    def left_out(self) -> dict[str, int]:
        """Number of statements without a formula, by recorded verdict (``unrecorded`` where there is none)."""
        return _count(row.verdict or "unrecorded" for row in self.rows if row.computed is None)

    @property
    def tally(self) -> dict[str, int]:
        """Number of statements by computed verdict."""
        found = _count(row.computed for row in self.rows if row.computed is not None)
        return {word: found[word] for word in COMPUTED if word in found}

    def row(self, key: str) -> Audited:
        """Statement by its id; raises KeyError where there is none."""
        for row in self.rows:
            if row.statement.id == key:
                return row
        raise KeyError(key)

    def to_list(self) -> list[dict[str, Any]]:
        """Every statement as plain values, the form of ``definer audit --json``."""
        return [row.to_dict() for row in self.rows]

    def to_dict(self) -> dict[str, Any]:
        """Statements, and how many of them were checked."""
        return {
            "as_of": self.as_of,
            "origin": self.origin,
            "n": self.n,
            "n_statements": len(self.rows),
            "left_out": self.left_out,
            "computed": self.tally,
            "differs": [row.statement.id for row in self.rows if row.differs or row.number_differs],
            "statements": self.to_list(),
        }


def _count(words: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(words).items()))
