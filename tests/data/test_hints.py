from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import definer.data
from definer.data import hints


@pytest.mark.parametrize(
    ("text", "code", "meant"),
    [
        ("12,5", "number_comma", "12.5"),
        ("1,234", "number_grouped", "1234"),
        ("1'234'567.5", "number_grouped", "1234567.5"),
        ("$5", "number_unit", "5"),
        ("-1.2bn", "number_unit", "-1.2"),
        ("350M", "number_unit", "0.35"),
        ("2 trillion", "number_unit", "2000"),
        ("36亿", "number_unit", "3.6"),
        ("5000万", "number_unit", "0.05"),
        ("1.5万亿", "number_unit", "1500"),
        ("12 apples", "number_unit", ""),
        ("65 %", "number_percent", "0.65"),
        ("６５％", "number_percent", "0.65"),
        ("half%", "number_percent", ""),
        ("\u22125", "number_wide", "-5"),
        ("", "number_form", ""),
        ("1e3", "number_form", ""),
        ("n/a", "number_form", ""),
        ("5-6", "number_form", ""),
    ],
)
def test_what_a_number_was_meant_to_be(text: str, code: str, meant: str) -> None:
    assert hints.number(text, billions=True) == (code, meant)


@pytest.mark.parametrize("text", ["0", "-3", "1234.50", "0.65"])
def test_plain_numbers_are_no_faults(text: str) -> None:
    assert hints.number(text, billions=True) is None


def test_a_unit_is_converted_only_where_the_column_is_in_billions() -> None:
    assert hints.number("350m", billions=False) == ("number_unit", "")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2024-3-5", ("2024-03-05",)),
        ("2024.3", ("2024-03",)),
        ("20240305", ("2024-03-05",)),
        ("2024年3月", ("2024-03",)),
        ("2024年", ("2024",)),
        ("3/13/2024", ("2024-03-13",)),
        ("2024/13/45", ()),
        ("2023/2/29", ()),
        ("March 2024", ()),
    ],
)
def test_what_a_date_was_meant_to_be(text: str, meant: tuple[str, ...]) -> None:
    assert hints.when(text) == meant


def test_codes_in_use_for_countries_and_currencies() -> None:
    assert [hints.country(text) for text in ("uk", "USA", "中国", "us", "XX")] == [
        ("GB",),
        ("US",),
        ("CN",),
        ("US",),
        (),
    ]
    assert [hints.currency(text) for text in ("$", "人民币", "usd", "US$")] == [("USD",), ("CNY",), ("USD",), ("USD",)]
    assert "EUR" in hints.currency("EURO")


def test_every_hint_is_a_code() -> None:
    assert all(hints.country(text) for text in hints._COUNTRIES)
    assert all(len(hints.currency(text)) == 1 for text in hints._CURRENCIES)


@pytest.mark.parametrize("name", [module.name for module in pkgutil.iter_modules(definer.data.__path__)])
def test_examples_in_the_documentation_hold(name: str) -> None:
    assert doctest.testmod(importlib.import_module(f"definer.data.{name}")).failed == 0
