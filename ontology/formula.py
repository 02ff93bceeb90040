"""Formulae by which a stated number is recomputed: arithmetic over claims, safe to read from anyone.

A cell holds one formula, or several separated by ``;``: the first is compared with what is stated, the others stand
beside it. A formula is made of numbers, ``+ - * / **``, names, and the functions of :data:`FUNCTIONS`; ``.low``,
``.mid`` and ``.high`` take one end of a range, or its middle. Nothing of it is ever executed: it is parsed, looked at
node by node, and worked out by :mod:`definer.graph.audit`.

Examples
--------
>>> [name for name, _ in references('100 * valuation("v0010") / valuation("v0005").mid')]
['valuation', 'valuation']
>>> check_formula('valuation("v0005").__class__')
Traceback (most recent call last):
    ...
definer.ontology.formula.FormulaError: formula_forbidden
"""

from __future__ import annotations

import ast
import math
import warnings
from collections.abc import Iterator
from typing import Annotated, Any, Final

import pydantic_core
from pydantic import AfterValidator

from .values import Text

__all__ = [
    "CLAIM_PATHS",
    "ENDS",
    "FUNCTIONS",
    "Formula",
    "FormulaError",
    "check_formula",
    "parse_formulas",
    "references",
]

LIMIT: Final = 1000
"""Longest cell of formulae, in characters."""
DEPTH: Final = 24
"""Deepest nesting of a formula."""
GREATEST_EXPONENT: Final = 100

ENDS: Final = ("low", "mid", "high")
CLAIM_PATHS: Final[dict[str, str]] = {
    "valuation": "valuation",
    "fundamental": "fundamental",
    "investment": "investment",
    "stake": "investment",
    "share": "cohort-share",
    "indicator": "indicator",
    "statement": "statement",
}
"""Functions that take the id of a claim -> the kind that the claim is of, as IRIs have it."""
FUNCTIONS: Final[dict[str, str]] = {
    **dict.fromkeys(CLAIM_PATHS, "t"),
    "fx": "tt",
    "amount": "vt",
    "convert": "vtt",
    "definitions": "tt",
    "low": "v",
    "mid": "v",
    "high": "v",
    "ln": "v",
    "exp": "v",
    "sqrt": "v",
    "plusminus": "vv",
    "ratio": "vv",
    "sum": "v*",
    "min": "v*",
    "max": "v*",
    "hull": "v*",
    "count": "v*",
}
"""Function -> its arguments, one letter each: ``t`` a text in quotation marks, ``v`` a formula; ``v*`` one or more."""

_OPERATORS = (ast.Add, ast.Sub, ast.Mult, ast.Div)


class FormulaError(ValueError):
    """Text that is no formula.

    Attributes
    ----------
    code : str
        Key of the words in ``definer.data.messages``.
    context : dict of str to str
        What the message needs to know.
    """

    def __init__(self, code: str, **context: str) -> None:
        super().__init__(code)
        self.code = code
        self.context = context


def parse_formulas(cell: str) -> list[ast.expr]:
    """Formulae of a cell, each checked.

    Raises
    ------
    FormulaError
        On anything but arithmetic: attributes, comparisons, keywords, unknown functions, exponents that are no
        number from -100 to 100, and what is longer or deeper than a person would write.
    """
    if len(cell) > LIMIT:
        raise FormulaError("formula_large", length=str(len(cell)), limit=str(LIMIT))
    return [_parse(part.strip()) for part in _parts(cell)]


def _parts(cell: str) -> list[str]:
    """Parts of a cell between ``;``: no text of a formula holds one, since no id does."""
    parts = cell.split(";")
    if any(not part.strip() for part in parts):
        raise FormulaError("formula_syntax", text=cell)
    return parts


def _parse(text: str) -> ast.expr:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what Python would warn of is refused below
            tree = ast.parse(text, mode="eval").body
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        raise FormulaError("formula_syntax", text=text) from None
    _check(tree, 0)
    return tree


def _check(node: ast.expr, depth: int) -> None:
    if depth > DEPTH:
        raise FormulaError("formula_deep", limit=str(DEPTH))
    if isinstance(node, ast.BinOp):
        _check_operation(node, depth)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub | ast.UAdd):
        _check(node.operand, depth + 1)
    elif isinstance(node, ast.Constant):
        _check_number(node)
    elif isinstance(node, ast.Attribute) and node.attr in ENDS:
        _check(node.value, depth + 1)
    elif isinstance(node, ast.Call):
        _check_call(node, depth)
    elif not isinstance(node, ast.Name) or node.id.startswith("_"):
        raise FormulaError("formula_forbidden", text=ast.unparse(node))


def _check_operation(node: ast.BinOp, depth: int) -> None:
    if isinstance(node.op, ast.Pow):
        exponent = _literal(node.right)
        if exponent is None or abs(exponent) > GREATEST_EXPONENT:
            raise FormulaError("formula_power", text=ast.unparse(node.right), limit=str(GREATEST_EXPONENT))
    elif not isinstance(node.op, _OPERATORS):
        raise FormulaError("formula_forbidden", text=ast.unparse(node))
    _check(node.left, depth + 1)
    _check(node.right, depth + 1)


def _check_number(node: ast.Constant) -> None:
    if _literal(node) is None:
        raise FormulaError("formula_forbidden", text=ast.unparse(node))


def _literal(node: ast.expr) -> float | None:
    """Number that is written, with its sign; None for anything else, infinity included."""
    sign = 1.0
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        sign, node = -1.0, node.operand
    if not isinstance(node, ast.Constant) or type(node.value) not in (int, float):
        return None
    try:
        value = float(node.value)  # type: ignore[arg-type]
    except OverflowError:
        return None
    return sign * value if math.isfinite(value) else None


def _check_call(node: ast.Call, depth: int) -> None:
    if not isinstance(node.func, ast.Name):
        raise FormulaError("formula_forbidden", text=ast.unparse(node.func))
    name = node.func.id
    if name not in FUNCTIONS:
        raise FormulaError("formula_function", text=name)
    want = FUNCTIONS[name]
    kinds = "v" * max(1, len(node.args)) if want == "v*" else want
    if node.keywords or len(node.args) != len(kinds):
        raise FormulaError("formula_arguments", text=name, want=_said(want))
    for kind, argument in zip(kinds, node.args, strict=True):
        if kind == "v":
            _check(argument, depth + 1)
        elif not isinstance(argument, ast.Constant) or not isinstance(argument.value, str):
            raise FormulaError("formula_arguments", text=name, want=_said(want))


def _said(want: str) -> str:
    return "x, ..." if want == "v*" else ", ".join('"text"' if kind == "t" else "x" for kind in want)


def references(cell: str) -> Iterator[tuple[str, str]]:
    """Function and id of every claim that a cell's formulae name, in their order."""
    for tree in parse_formulas(cell):
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CLAIM_PATHS:
                argument = node.args[0]
                if isinstance(argument, ast.Constant):
                    yield node.func.id, str(argument.value)


def check_formula(text: str) -> str:
    """Cell of formulae as it is; raises :class:`FormulaError` where it is none."""
    parse_formulas(text)
    return text


def _validate(text: str) -> str:
    try:
        return check_formula(text)
    except FormulaError as error:
        code: Any = error.code  # the type asks for a literal
        raise pydantic_core.PydanticCustomError(code, "{code}", {"code": code, **error.context}) from None


Formula = Annotated[Text, AfterValidator(_validate)]
"""Cell of formulae."""
