"""Value types: what they take, what they refuse and with which code."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from definer.ontology import values
from definer.ontology.codes import COUNTRIES, CURRENCIES
from definer.ontology.values import QUOTE_LIMIT, earliest, latest, precision


def code(kind: Any, text: object) -> str:
    """Error code that a value gives, or ``ok``."""
    try:
        TypeAdapter(kind).validate_python(text)
    except ValidationError as error:
        return error.errors()[0]["type"]
    return "ok"


@pytest.mark.parametrize(
    ("when", "first", "last", "grain"),
    [
        ("1981", date(1981, 1, 1), date(1981, 12, 31), "year"),
        ("1981-02", date(1981, 2, 1), date(1981, 2, 28), "month"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "month"),
        ("1999-12", date(1999, 12, 1), date(1999, 12, 31), "month"),
        ("9999-12", date(9999, 12, 1), date(9999, 12, 31), "month"),
        ("2025-11-15", date(2025, 11, 15), date(2025, 11, 15), "day"),
    ],
)
def test_first_and_last_day_that_a_date_may_mean(when: str, first: date, last: date, grain: str) -> None:
    assert (earliest(when), latest(when), precision(when)) == (first, last, grain)


@given(st.dates(), st.sampled_from([4, 7, 10]))
def test_a_date_lies_within_what_its_shortened_form_may_mean(day: date, length: int) -> None:
    when = day.isoformat()[:length]
    assert code(values.When, when) == "ok"
    assert earliest(when) <= day <= latest(when)
    assert earliest(when).isoformat()[:length] == latest(when).isoformat()[:length] == when


@given(st.dates(max_value=date(9999, 11, 30)))
def test_the_day_after_the_last_of_a_month_starts_another(day: date) -> None:
    assert (latest(day.isoformat()[:7]) + timedelta(days=1)).day == 1


@pytest.mark.parametrize(
    "when", ["", "81", "1981-1", "1981/01", "1981-01-01T00:00", "１９８１", "1981-", " 1981", "1981\n"]
)
def test_not_a_date(when: str) -> None:
    assert code(values.When, when) == "date_form"


@pytest.mark.parametrize("when", ["2023-02-29", "2024-02-30", "1981-13", "1981-00", "1981-06-31", "0000"])
def test_impossible_date(when: str) -> None:
    assert code(values.When, when) == "impossible_date"


def test_unknown_is_a_date_only_where_it_may_be() -> None:
    assert code(values.WhenOrUnknown, "unknown") == "ok"
    assert code(values.WhenOrUnknown, "1981-13") == "impossible_date"
    assert code(values.When, "unknown") == "date_form"


@pytest.mark.parametrize(
    "text",
    ["a\x00b", "a\tb", "a\nb", "a\x1b[31mb", "\ufeffa", "a\u200bb", "a\u202eb", "a\u2066b", "a\x9bb", "a\u2028b"],
)
def test_hostile_text(text: str) -> None:
    assert code(values.Text, text) == "hostile_text"
    assert code(values.Quote, text) == "hostile_text"


@pytest.mark.parametrize(
    "text", ["宁德时代", "<img src=x onerror=alert(1)>", "Müller & Söhne", "30x; 5 %", "e\u0301", "🙂"]
)
def test_markup_and_every_script_are_text(text: str) -> None:
    assert code(values.Text, text) == "ok"


@given(st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=80))
def test_a_quote_is_as_long_as_its_characters(text: str) -> None:
    assert code(values.Quote, text) == ("ok" if len(text) <= QUOTE_LIMIT else "quote_long")


def test_the_longest_quote_counts_characters_not_bytes() -> None:
    assert code(values.Quote, "定" * 60) == "ok"
    assert code(values.Quote, "定" * 61) == "quote_long"


def test_countries_are_two_letter_codes_with_gb_and_without_uk() -> None:
    assert len(COUNTRIES) == 249
    assert all(len(country) == 2 and country.isascii() and country.isupper() for country in COUNTRIES)
    assert code(values.Country, "GB") == code(values.Country, "TW") == code(values.Country, "HK") == "ok"
    assert {code(values.Country, wrong) for wrong in ("UK", "us", "USA", "XX", "", "EU")} == {"unknown_country"}


def test_currencies_are_three_letter_codes_with_cny_and_without_rmb() -> None:
    assert all(len(currency) == 3 and currency.isascii() and currency.isupper() for currency in CURRENCIES)
    assert {"USD", "CNY", "HKD", "EUR", "JPY", "KRW", "TWD", "GBP", "INR"} <= CURRENCIES
    assert {code(values.Currency, wrong) for wrong in ("RMB", "usd", "US$", "", "NTD")} == {"unknown_currency"}


@pytest.mark.parametrize(
    ("identifier", "expected"),
    [
        ("wikidata:Q2283", "ok"),
        ("lei:INR2EJN1ERAN0W5ZP974", "ok"),
        ("ticker:XNAS:MSFT", "ok"),
        ("ticker:XHKG:9988", "ok"),
        ("wikidata:Q2283; ticker:XNAS:MSFT", "ok"),
        ("MSFT", "identifier_form"),
        ("ticker:MSFT", "identifier_form"),
        ("wikidata:2283", "identifier_form"),
        ("lei:SHORT", "identifier_form"),
    ],
)
def test_identifiers_name_their_register(identifier: str, expected: str) -> None:
    assert code(values.Identifiers, identifier) == expected


@pytest.mark.parametrize("wrong", ["Microsoft", "", "-a", "a b", "a/b", "宁德时代", "a" * 97])
def test_ids_are_short_lower_case_ascii(wrong: str) -> None:
    assert code(values.Id, wrong) in ("string_pattern_mismatch", "string_too_long")
    assert code(values.Id, "pc.desktop_os-2") == "ok"


def test_lists_are_cut_at_semicolons_and_blanks_fall_away() -> None:
    assert TypeAdapter(values.Ids).validate_python(" a ;b;; c ") == ("a", "b", "c")
    assert TypeAdapter(values.Ids).validate_python("") == ()
    assert TypeAdapter(values.Ids).validate_python(("a", "b")) == ("a", "b")


def test_months_and_addresses() -> None:
    assert code(values.Month, "2024-12") == "ok"
    assert {code(values.Month, wrong) for wrong in ("2024", "2024-13", "2024-00", "2024-12-01")} == {
        "string_pattern_mismatch"
    }
    assert code(values.Url, "https://example.org/a?b=c") == "ok"
    assert {code(values.Url, wrong) for wrong in ("example.org", "javascript:alert(1)", "https://a b", "ftp://a")} == {
        "string_pattern_mismatch"
    }
