"""The audit of a text: every statement that has a formula, recomputed from claims."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ...data.faults import ClaimsError, Fault, Value
from ...data.tables import PATHS, file_of
from ...ontology.formula import FormulaError, references
from ...ontology.namespaces import thing_iri
from ..control.counting import COUNTS, rule_counts
from .agreement import Computed, agreement, deciding_end
from .conflicts import Disagreement, conflicts_of, read_disagreements
from .evaluation import Evaluation, Worked, work_out
from .figures import read_figures
from .quantity import EvaluationError, Quantity, unit_text
from .result import Audit, Audited, Companion
from .statement_file import read_statement_file
from .statements import Statement, read_statements, unit_of

if TYPE_CHECKING:
    from ..store import Store

__all__ = ["audit"]

_ID = re.compile(r"[a-z0-9][a-z0-9_.\-]*\Z")


def audit(store: Store, as_of: str, statements: Path | None = None) -> Audit:
    """Recompute every statement of a text that has a formula.

    Parameters
    ----------
    store : Store
        Claims that the formulae name.
    as_of : str
        Date of the counts of definitions.
    statements : Path, optional
        Table of statements; by default those of the store.

    Returns
    -------
    Audit
        A statement of the store whose formula cannot be worked out is ``not_computable``, with the reason.

    Raises
    ------
    definer.data.faults.ClaimsError
        Anything wrong in the file, with every fault: its form, its formulae, claims that there are none of.
    """
    shipped = read_statements(store)
    if statements is None:
        return Audit(as_of, "claims", _Auditor(store, as_of, shipped).rows(shipped))
    own, faults = read_statement_file(statements)
    auditor = _Auditor(store, as_of, (*shipped, *own), statements.name)
    rows = auditor.rows(own)
    faults += [row.fault for row in rows if row.fault is not None]
    faults += _unknown_claims(store, own, statements.name)
    if faults:
        raise ClaimsError(sorted(faults, key=lambda fault: fault.order))
    return Audit(as_of, statements.name, rows)


class _Auditor:
    """What the recomputation of any statement needs, read once."""

    def __init__(self, store: Store, as_of: str, statements: Sequence[Statement], file: str = "statements.csv") -> None:
        names = {(rule, holdings): name.removeprefix("definitions_") for rule, holdings, name in COUNTS}

        @cache
        def counted() -> Mapping[str, Mapping[str, float]]:
            found = rule_counts(store, sorted({rule for rule, _ in names}), as_of)
            return {
                names[count.rule, count.holdings]: {country: total for country, total, _ in count.definitions}
                for count in found
            }

        self._file = file
        self._where = Evaluation(
            read_figures(store, {"valuation", "fundamental", *_functions(statements)}),
            {statement.id: statement for statement in statements},
            lambda rule: counted()[rule],
            tuple(names.values()),
        )
        self._recorded: tuple[Disagreement, ...] = read_disagreements(store)

    def rows(self, statements: Sequence[Statement]) -> tuple[Audited, ...]:
        return tuple(self._row(statement) for statement in statements)

    def _row(self, statement: Statement) -> Audited:
        if not statement.formula:
            return self._made(statement, None, None, None, ())
        try:
            worked = work_out(statement, self._where)
            value = _in_unit(statement, worked[0].value)
        except (EvaluationError, FormulaError) as error:
            context: dict[str, Value] = dict(error.context)
            column = "stated" if error.code == "formula_stated" else "formula"
            fault = Fault(self._file, statement.row or 1, column, error.code, context)
            return self._made(statement, None, None, "not_computable", (), fault)
        return self._made(statement, worked, value, _verdict(statement, value), tuple(worked))

    def _made(
        self,
        statement: Statement,
        worked: Sequence[Worked] | None,
        value: Quantity | None,
        computed: Computed | None,
        used: Sequence[Worked],
        fault: Fault | None = None,
    ) -> Audited:
        claims = tuple(dict.fromkeys((*statement.claims, *(claim for part in used for claim in part.claims))))
        stated = None if statement.formula_unit else statement.number
        return Audited(
            statement,
            None if value is None else deciding_end(stated, value),
            None if value is None else (value.low, value.high),
            statement.formula_unit or statement.unit,
            computed,
            _basis(worked[0].own) if worked else None,
            claims,
            conflicts_of(statement, claims, self._where.figures, self._recorded),
            _companions(statement, worked or ()),
            fault,
        )


def _functions(statements: Sequence[Statement]) -> set[str]:
    """Functions on claims that the formulae name; a text that is no formula names none."""
    found = set()
    for statement in statements:
        with suppress(FormulaError):
            found |= {function for function, _ in references(statement.formula)} if statement.formula else set()
    return found


def _in_unit(statement: Statement, value: Quantity) -> Quantity:
    """What a formula gave, in the unit in which the statement or its ``formula_unit`` says it."""
    wanted, scale = unit_of(statement.formula_unit or statement.unit)
    if value.unit != wanted:
        raise EvaluationError("formula_unit", text=unit_text(value.unit), other=unit_text(wanted))
    return Quantity(value.low / scale, value.mid / scale, value.high / scale, value.unit)


def _verdict(statement: Statement, value: Quantity) -> Computed:
    stated = statement.number
    if stated is None or statement.formula_unit:
        return "derived"
    return agreement(stated, statement.operator, value)


def _basis(own: Sequence[bool]) -> str:
    return "own" if all(own) else "mixed" if any(own) else "independent"


def _companions(statement: Statement, worked: Sequence[Worked]) -> tuple[Companion, ...]:
    texts = [part.strip() for part in statement.formula.split(";")]
    return tuple(Companion(text, part.value) for text, part in zip(texts[1:], worked[1:], strict=False))


def _unknown_claims(store: Store, statements: Sequence[Statement], file: str) -> list[Fault]:
    """Entries of the column ``claims`` that name nothing in the store."""
    named = sorted({claim for statement in statements for claim in statement.claims})
    wellformed = [claim for claim in named if claim.partition("/")[0] in PATHS and _ID.match(claim.partition("/")[2])]
    iris = {claim: thing_iri(*claim.split("/", 1)) for claim in wellformed}
    found = {row[0] for row in store.query(_typed(iris.values())).rows} if iris else set()
    faults = []
    for statement in statements:
        for claim in statement.claims:
            path, _, key = claim.partition("/")
            if claim not in iris:
                context: dict[str, Value] = {"text": claim, "allowed": PATHS}
                faults.append(Fault(file, statement.row, "claims", "claim_form", context))
            elif iris[claim] not in found:
                context = {"text": key, "file": file_of(path), "maybe": ()}
                faults.append(Fault(file, statement.row, "claims", "unknown_id", context))
    return faults


def _typed(iris: Iterable[str]) -> str:
    values = " ".join(f"<{iri}>" for iri in iris)
    return f"SELECT DISTINCT ?thing WHERE {{ VALUES ?thing {{ {values} }} ?thing a ?kind }}"
