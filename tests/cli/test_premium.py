"""``definer premium FIRM``: the derivation through the command's own entry point, and bad input."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from rich.cells import cell_len

from .program import answer, run

TURTLE = """
@prefix def: <https://w3id.org/definer/ontology#> .
@prefix o: <https://w3id.org/definer/id/org/> .
@prefix v: <https://w3id.org/definer/id/valuation/> .
@prefix f: <https://w3id.org/definer/id/fundamental/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
o:acme a def:Company ; skos:prefLabel "[bold]Acme[/] =1+1"@en ; def:industry <https://w3id.org/definer/id/industry/c> .
v:v1 a def:Valuation ; def:organization o:acme ; def:low %(low)s ; def:high %(high)s ; def:currency "%(currency)s" ;
  def:date "%(date)s" ; def:valuationKind <https://w3id.org/definer/code/valuationKind#market_cap> .
f:f1 a def:Fundamental ; def:organization o:acme ; def:metric "revenue" ; def:low %(sales)s ; def:high 2 ;
  def:currency "USD" ; def:periodStart "2024" ; def:periodEnd "2024" .
"""
GOOD = {"low": "1", "high": "2", "currency": "USD", "date": "2025-10", "sales": "1"}


def turtle(tmp_path: Path, **terms: str) -> str:
    path = tmp_path / "own.ttl"
    path.write_text(TURTLE % (GOOD | terms), encoding="utf-8", newline="\n")
    return str(path)


def test_json_of_a_firm_by_its_chinese_name(store_path: Path) -> None:
    document = answer("premium", "英伟达", "--json", "--store", str(store_path))
    assert {"as_of", "n", "left_out", "id", "mark", "revenue", "multiple", "baselines", "sources"} <= document.keys()
    assert document["id"] == "nvidia"
    assert list(document["baselines"]) == ["B1", "B2", "B3", "B4"]
    assert answer("premium", "NVIDIA", "--json", "--store", str(store_path)) == document


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_it_fits_eighty_columns(store_path: Path, lang: str) -> None:
    done = run("premium", "nvidia", "--lang", lang, "--store", str(store_path), COLUMNS="80")
    assert done.returncode == 0, done.stderr
    assert max(map(cell_len, done.stdout.splitlines())) <= 80
    assert "ps-2025-semiconductors-all" in done.stdout
    assert "B4" in done.stdout


@pytest.mark.parametrize(
    ("terms", "words"),
    [
        ({"low": "3"}, ("v1: low above high: 3 > 2; mend the claim", "v1：low above high")),
        ({"high": '"much"'}, ("v1: high: not a finite number: 'much'", "不是有限数值")),
        ({"date": "soon"}, ("v1: date: not a date: 'soon'", "不是日期")),
    ],
)
def test_a_claim_that_cannot_be_computed_with_is_named(
    tmp_path: Path, terms: dict[str, str], words: tuple[str, str]
) -> None:
    for lang, expected in zip(("en", "zh"), words, strict=True):
        done = run("premium", "acme", "--as-of", "2025-11-15", "--lang", lang, "--store", turtle(tmp_path, **terms))
        assert done.returncode == 1
        assert done.stdout == ""
        assert expected in done.stderr
        assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("terms", "code"),
    [
        ({"currency": "XXX"}, "no_rate_for_mark"),
        ({"sales": "-1"}, "negative_revenue"),
        ({"sales": "0"}, "pre_revenue"),
        ({"low": "0"}, "not_above_zero"),
        ({}, "no_multiple"),
    ],
)
def test_what_is_missing_has_a_reason(tmp_path: Path, terms: dict[str, str], code: str) -> None:
    document = answer("premium", "acme", "--as-of", "2025-11-15", "--json", "--store", turtle(tmp_path, **terms))
    assert document["log_premium"] is None
    assert document["reasons"][0] == code
    assert document["reason_text"]["zh"]


def test_hostile_names_stay_text(tmp_path: Path) -> None:
    done = run("premium", "acme", "--as-of", "2025-11-15", "--store", turtle(tmp_path))
    assert done.returncode == 0, done.stderr
    assert "[bold]Acme[/] =1+1" in done.stdout


def test_wrong_names_are_wrong_calls(store_path: Path) -> None:
    done = run("premium", "nvidai", "--store", str(store_path))
    assert done.returncode == 2
    assert "nvidia" in done.stderr
    done = run("premium", "us_gov", "--lang", "zh", "--store", str(store_path))
    assert done.returncode == 1
    assert "不是公司" in done.stderr


def test_an_analysts_own_book_value_gives_baseline_b3(tmp_path: Path) -> None:
    figures = "".join(
        f'f:{key} a def:Fundamental ; def:organization o:acme ; def:metric "{metric}" ; def:low {value} ;'
        f' def:high {value} ; def:unit "pct" {more} ; def:periodStart "{year}" ; def:periodEnd "{year}" .\n'
        for key, metric, value, year, more in (
            ("b", "book_equity", 1, 2024, '; def:currency "USD"'),
            ("r", "forecast_roe", 20, 2025, ""),
            ("c", "cost_of_equity", 10, 2024, ""),
        )
    )
    path = tmp_path / "own.ttl"
    path.write_text(TURTLE % GOOD + figures, encoding="utf-8", newline="\n")
    document = answer("premium", "acme", "--as-of", "2025-11-15", "--json", "--store", str(path))
    # Book value 1, residual income .1 at the end of the year, fading at .62.
    implied = 1 + 0.1 / 1.1 * (1 + 0.62 / 0.48)
    assert document["baselines"]["B3"]["implied_usd_bn"] == pytest.approx(implied)
    assert document["baselines"]["B3"]["inputs"]["claims"] == ["b", "r", "c"]
    json.dumps(document, allow_nan=False)
