"""Working out a formula: node by node over the figures of a store, never by running it."""

from __future__ import annotations

import ast
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from ...data.hints import near
from ...data.tables import file_of
from ...ontology.formula import CLAIM_PATHS, ENDS, parse_formulas
from ..worth.fx import NoRateError
from .figures import Figures
from .quantity import EvaluationError, Quantity, of_range, unit_text
from .statements import Statement

__all__ = ["Counts", "Evaluation", "Worked", "work_out"]

Counts = Callable[[str], Mapping[str, float]]
"""Counting rule -> country -> definitions; raises KeyError for a rule that there is none of."""


@dataclass
class Worked:
    """What a formula gave.

    Attributes
    ----------
    value : Quantity
    claims : list of str
        Claims used, ``kind/id``, in their order.
    own : list of bool
        Of each operand but exchange rates: whether it rests on nothing but the text itself (or on memory).
    """

    value: Quantity
    claims: list[str]
    own: list[bool]


@dataclass(frozen=True)
class Evaluation:
    """Where formulae find their operands.

    Parameters
    ----------
    figures : Figures
    statements : mapping
        Statements that formulae may name, by id.
    counts : callable
        Definitions of each country by counting rule.
    rules : tuple of str
        Rules that `counts` knows.
    """

    figures: Figures
    statements: Mapping[str, Statement]
    counts: Counts
    rules: tuple[str, ...] = ()


def work_out(statement: Statement, where: Evaluation) -> list[Worked]:
    """Work out all formulae of a statement.

    Raises
    ------
    EvaluationError
        On a claim, column or rate that there is none of, units that do not go together, a division by zero.
    definer.ontology.formula.FormulaError
        On text that is no formula.
    """
    found = []
    for tree in parse_formulas(statement.formula):
        run = _Run(statement, where)
        value = run.value(tree)
        found.append(Worked(value, list(dict.fromkeys(run.claims)), run.own))
    return found


@dataclass
class _Run:
    statement: Statement
    where: Evaluation
    claims: list[str] = field(default_factory=list)
    own: list[bool] = field(default_factory=list)

    def value(self, node: ast.expr) -> Quantity:
        """Value of a node that the grammar let through."""
        if isinstance(node, ast.Constant):
            number = float(node.value)  # type: ignore[arg-type]
            return Quantity(number, number, number)
        if isinstance(node, ast.UnaryOp):
            inner = self.value(node.operand)
            return -inner if isinstance(node.op, ast.USub) else inner
        if isinstance(node, ast.BinOp):
            return self._operation(node)
        if isinstance(node, ast.Attribute):
            return _end(self.value(node.value), node.attr)
        if isinstance(node, ast.Name):
            return self._name(node.id)
        assert isinstance(node, ast.Call)  # noqa: S101 - the grammar knows nothing else
        assert isinstance(node.func, ast.Name)  # noqa: S101
        return self._call(node.func.id, node.args)

    def _operation(self, node: ast.BinOp) -> Quantity:
        left = self.value(node.left)
        if isinstance(node.op, ast.Pow):
            return left.power(self.value(node.right).mid)
        right = self.value(node.right)
        if isinstance(node.op, ast.Add):
            return left + right
        if isinstance(node.op, ast.Sub):
            return left - right
        return left * right if isinstance(node.op, ast.Mult) else left / right

    def _name(self, name: str) -> Quantity:
        if name == "stated":
            return self._stated(self.statement)
        if name not in self.statement.columns:
            raise EvaluationError("formula_name", text=name, maybe=near(name, ["stated", *self.statement.columns], 1))
        self.own.append(True)
        number = self.statement.columns[name]
        return Quantity(number, number, number)

    def _stated(self, statement: Statement) -> Quantity:
        found = statement.quantity
        if found is None:
            raise EvaluationError("formula_stated", text=statement.id)
        self.own.append(True)
        return found

    def _call(self, name: str, arguments: Sequence[ast.expr]) -> Quantity:
        if name in CLAIM_PATHS:
            return self._claim(name, _text(arguments[0]))
        if name == "fx":
            return self._rate(_text(arguments[0]), _text(arguments[1]))
        if name == "definitions":
            return self._definitions(_text(arguments[0]), _text(arguments[1]))
        if name == "amount":
            inner = self.value(arguments[0])
            return inner * Quantity(1.0, 1.0, 1.0, ((_text(arguments[1]), 1),))
        if name == "convert":
            return self._convert(self.value(arguments[0]), _text(arguments[1]), _text(arguments[2]))
        return _reduce(name, [self.value(argument) for argument in arguments])

    def _claim(self, function: str, key: str) -> Quantity:
        if function == "statement":
            if key not in self.where.statements:
                raise EvaluationError(
                    "unknown_id", text=key, file="statements.csv", maybe=near(key, self.where.statements)
                )
            self.claims.append(f"statement/{key}")
            return self._stated(self.where.statements[key])
        figure = self.where.figures.by_key.get((function, key))
        if figure is None:
            ids = [name for kind, name in self.where.figures.by_key if kind == function]
            raise EvaluationError("unknown_id", text=key, file=file_of(CLAIM_PATHS[function]), maybe=near(key, ids))
        self.claims.append(figure.claim)
        self.own.append(not set(figure.sources) - {self.statement.text, "known"})
        return of_range(figure.low, figure.high, figure.unit)

    def _rate(self, currency: str, month: str) -> Quantity:
        try:
            rate = self.where.figures.fx.at(currency, month)
        except (NoRateError, ValueError):
            raise EvaluationError("formula_rate", text=f"{currency} {month}") from None
        self.claims += [f"fx/{claim}" for claim in rate.claims]
        units = rate.units_per_usd
        unit = () if currency == "USD" else tuple(sorted([(currency, 1), ("USD", -1)]))
        return Quantity(units, units, units, unit)

    def _convert(self, amount: Quantity, currency: str, month: str) -> Quantity:
        if len(amount.unit) != 1 or amount.unit[0][1] != 1 or len(amount.unit[0][0]) != 3:
            raise EvaluationError("formula_currency", text=unit_text(amount.unit))
        return amount / self._rate(amount.unit[0][0], month) * self._rate(currency, month)

    def _definitions(self, country: str, rule: str) -> Quantity:
        if rule not in self.where.rules:
            raise EvaluationError("formula_definitions", text=country, other=rule, allowed=self.where.rules)
        count = self.where.counts(rule).get(country, 0.0)
        # The essay's holdings are its own claims; what was researched is not.
        self.own.append(rule in {"essay", "symmetric_essay_holdings"})
        return Quantity(count, count, count)


def _text(node: ast.expr) -> str:
    assert isinstance(node, ast.Constant)  # noqa: S101 - the grammar has seen to it
    return str(node.value)


def _end(value: Quantity, end: str) -> Quantity:
    chosen = float(getattr(value, end))
    return Quantity(chosen, chosen, chosen, value.unit)


def _reduce(name: str, values: Sequence[Quantity]) -> Quantity:
    first = values[0]
    if name in ENDS:
        return _end(first, name)
    if name in _RISING:
        return first.mapped(name, _RISING[name])
    if name == "count":
        number = float(len(values))
        return Quantity(number, number, number)
    if name == "ratio":
        return first / values[1]
    if name == "plusminus":
        half = values[1]
        return first + Quantity(-half.high, 0.0, half.high, half.unit or first.unit)  # 46 +- 0.5, of whatever 46 is
    for other in values[1:]:
        first.like(other)
    if name == "sum":
        return sum(values[1:], start=first)
    if name == "hull":
        return of_range(min(value.low for value in values), max(value.high for value in values), first.unit)
    best = min if name == "min" else max
    ends = (best(value.low for value in values), best(v.mid for v in values), best(v.high for v in values))
    return Quantity(*ends, first.unit)


_RISING: dict[str, Callable[[float], float]] = {"ln": math.log, "exp": math.exp, "sqrt": math.sqrt}
