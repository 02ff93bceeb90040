"""The language of formulae: what it reads, what it refuses, and that hostile text costs nothing."""

from __future__ import annotations

import time

import pytest

from definer.ontology.formula import FormulaError, check_formula, parse_formulas, references


@pytest.mark.parametrize(
    "text",
    [
        "1",
        "-2.5e3 * (3 + 4) / 7 ** -2",
        '100 * valuation("v0010").high / valuation("v0005").mid',
        'sum(fundamental("f1"), 2); count(1, 2, 3)',
        'convert(amount(3, "USD"), "CNY", "2025-11")',
        "users * price / stated",
        "ln(exp(1)) + sqrt(4) + low(hull(1, 2)) + plusminus(46, 0.5).high",
    ],
)
def test_arithmetic_over_claims_is_read(text: str) -> None:
    assert check_formula(text) == text


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "formula_syntax"),
        ("1 +", "formula_syntax"),
        ("1; ; 2", "formula_syntax"),
        ("x = 1", "formula_syntax"),
        ("1\x00", "formula_syntax"),
        ("'" * 3, "formula_syntax"),
        ('valuation("v1").__class__', "formula_forbidden"),
        ("(1).real", "formula_forbidden"),
        ("__import__", "formula_forbidden"),
        ("[1][0]", "formula_forbidden"),
        ("lambda: 1", "formula_forbidden"),
        ("1 if 1 else 2", "formula_forbidden"),
        ("(x := 3)", "formula_forbidden"),
        ("1 < 2", "formula_forbidden"),
        ("5 % 2", "formula_forbidden"),
        ("1 // 2", "formula_forbidden"),
        ("~1", "formula_forbidden"),
        ("'text'", "formula_forbidden"),
        ("True", "formula_forbidden"),
        ("1j", "formula_forbidden"),
        ("1e999", "formula_forbidden"),
        ("f'{1}'", "formula_forbidden"),
        ("(lambda: 1)()", "formula_forbidden"),
        ('valuation("v1").low()', "formula_forbidden"),
        ('eval("1")', "formula_function"),
        ('open("/etc/passwd")', "formula_function"),
        ('__import__("os")', "formula_function"),
        ("valuation(v0005)", "formula_arguments"),
        ('valuation("a", "b")', "formula_arguments"),
        ('valuation(id="a")', "formula_arguments"),
        ("sum()", "formula_arguments"),
        ("sum(*x)", "formula_forbidden"),
        ("2 ** 101", "formula_power"),
        ("9 ** 9 ** 9", "formula_power"),
        ("2 ** x", "formula_power"),
        ("1 +" * 400 + "1", "formula_large"),
        ("(" * 60 + "-" * 60 + "1" + ")" * 60, "formula_deep"),
        ("(" * 300 + "1" + ")" * 300, "formula_syntax"),
        ("-" * 900 + "1", "formula_deep"),
    ],
)
def test_anything_else_is_refused_with_its_code(text: str, code: str) -> None:
    began = time.perf_counter()
    with pytest.raises(FormulaError) as error:
        check_formula(text)
    assert error.value.code == code
    assert time.perf_counter() - began < 1


def test_several_formulae_stand_between_semicolons() -> None:
    assert len(parse_formulas("1; 2 ;3")) == 3


def test_claims_are_found_wherever_they_stand() -> None:
    cell = 'hull(valuation("v1"), 2 * statement("s1").low); stake("c1") / share("x")'
    assert sorted(references(cell)) == [("share", "x"), ("stake", "c1"), ("statement", "s1"), ("valuation", "v1")]
