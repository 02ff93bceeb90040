"""Premium of every company, from RDF to the table: hand-solved values, reasons, provenance, hostile input."""

from __future__ import annotations

import json
import math
import re
import subprocess
import sys
from pathlib import Path

import pytest

from definer.graph.store import Store
from definer.graph.worth import Refusal, premium

ROOT = Path(__file__).resolve().parents[3]
WORTH = sorted((ROOT / "graph" / "worth").glob("*.py"))
AS_OF = "2025-11-15"
HEAD = """
@prefix def: <https://w3id.org/definer/ontology#> .
@prefix org: <https://w3id.org/definer/id/org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix industry: <https://w3id.org/definer/id/industry/> .
@prefix source: <https://w3id.org/definer/id/source/> .
@prefix fx: <https://w3id.org/definer/id/fx/> .
source:s1 def:tier 1 .
source:s4 def:tier 4 .
<https://w3id.org/definer/id/indicator/ps-2025-chips-all> a def:Indicator ;
  def:industry industry:chips ; def:scope "all" ; def:metric "price_to_sales" ;
  def:date "2025"^^xsd:gYear ; def:low 1.5 ; def:middle 4.0 ; def:high 9.0 ; def:count 32 ;
  prov:hadPrimarySource source:s1 .
<https://w3id.org/definer/id/indicator/ps-2025-chips-cn> a def:Indicator ;
  def:industry industry:chips ; def:scope "CN_HK" ; def:metric "price_to_sales" ;
  def:date "2025"^^xsd:gYear ; def:low 1.0 ; def:middle 99.0 ; def:high 100.0 ; def:count 12 .
fx:cny-2025-10 a def:FxRate ; def:currency "CNY" ; def:date "2025-10"^^xsd:gYearMonth ;
  def:unitsPerUsd 7.12 .
"""


def company(key: str, industry: str | None = "chips", paradigm: str = "ai") -> str:
    sector = f"def:industry industry:{industry} ;" if industry else ""
    return (
        f'org:{key} a def:Organization, def:Company ; skos:prefLabel "{key.title()}"@en ;\n'
        f'  skos:prefLabel "公司{key}"@zh-Hans ; {sector} def:country "US" ;\n'
        f"  def:homeParadigm <https://w3id.org/definer/id/paradigm/{paradigm}> .\n"
    )


def valuation(key: str, firm: str, low: str, high: str, currency: str = "USD", kind: str = "post_money") -> str:
    return (
        f"<https://w3id.org/definer/id/valuation/{key}> a def:Valuation ; def:organization org:{firm} ;\n"
        f'  def:low {low} ; def:high {high} ; def:currency "{currency}" ; def:date "2025-10-31"^^xsd:date ;\n'
        f"  def:valuationKind <https://w3id.org/definer/code/valuationKind#{kind}> ;\n"
        f"  def:rank <https://w3id.org/definer/code/rank#normal> ;\n"
        f"  def:evidence <https://w3id.org/definer/code/evidence#sourced> ;\n"
        f"  prov:hadPrimarySource source:s4, source:s1 .\n"
    )


def sales(key: str, firm: str, low: str, high: str) -> str:
    return (
        f"<https://w3id.org/definer/id/fundamental/{key}> a def:Fundamental ; def:organization org:{firm} ;\n"
        f'  def:metric "revenue" ; def:low {low} ; def:high {high} ; def:currency "USD" ; def:unit "bn" ;\n'
        f'  def:periodStart "2024"^^xsd:gYear ; def:periodEnd "2024"^^xsd:gYear .\n'
    )


def make(tmp_path: Path, *parts: str) -> Store:
    path = tmp_path / "worth.ttl"
    path.write_text(HEAD + "".join(parts), encoding="utf-8", newline="\n")
    return Store.from_rdf([path])


def test_premium_by_hand(tmp_path: Path) -> None:
    store = make(
        tmp_path,
        company("acme"),
        valuation("v1", "acme", "142.4", "284.8", "CNY"),
        sales("f1", "acme", "2", "4"),
    )
    result = premium(store, AS_OF)
    (firm,) = result.firms
    # 142.4 to 284.8 billion yuan at 7.12 are 20 to 40; 2 to 4 at a median of 4 are 8 to 16.
    assert firm.value == pytest.approx((20.0, 40.0))
    assert firm.implied == pytest.approx((8.0, 16.0))
    assert firm.log_premium == pytest.approx(math.log(math.sqrt(800) / math.sqrt(128)))
    assert firm.log_premium_range == pytest.approx((math.log(20 / 16), math.log(40 / 8)))
    assert (result.n, result.left_out) == (1, {})


def test_the_table_holds_every_number_with_its_source(tmp_path: Path) -> None:
    store = make(
        tmp_path,
        company("acme"),
        valuation("v1", "acme", "142.4", "142.4", "CNY"),
        sales("f1", "acme", "5", "5"),
    )
    document = premium(store, AS_OF).to_dict()
    (row,) = document["firms"]
    assert (document["as_of"], row["id"], row["baseline"], row["reason"]) == (AS_OF, "acme", "B1", None)
    assert row["name"] == {"en": "Acme", "zh": "公司acme"}
    assert row["value_usd_bn"] == pytest.approx([20.0, 20.0])
    assert row["implied_usd_bn"] == pytest.approx(20.0)
    assert row["log_premium"] == pytest.approx(0.0)
    assert row["mark"]["claim"] == "v1"
    assert row["mark"]["sources"] == ["s1", "s4"]
    assert row["mark"]["fx"]["claims"] == ["cny-2025-10"]
    assert row["revenue"]["claim"] == "f1"
    assert row["multiple"] == {
        "claim": "ps-2025-chips-all",
        "industry": "chips",
        "metric": "price_to_sales",
        "scope": "all",
        "list_year": "2025",
        "median": 4.0,
        "quartiles": [1.5, 9.0],
        "n": 32,
        "sources": ["s1"],
        "median_used": 4.0,
        "n_used": 32,
        "quantile": 0.5,
        "known_members": 0,
        "excluded": [],
    }
    assert row["baselines"]["B1"]["log_premium"] == pytest.approx(0.0)
    assert row["baselines"]["B2"]["reason"] == "no_steady_state"
    assert row["baselines"]["B3"]["reason"] == "no_book_value"
    assert row["baselines"]["B4"]["reason"] == "no_growth"
    assert document["baselines"]["B1"] == {"n": 1, "left_out": {}}
    assert document["baselines"]["B3"] == {"n": 0, "left_out": {"no_book_value": 1}}
    json.dumps(document, allow_nan=False)


def test_every_company_is_there_and_every_reason_counted(tmp_path: Path) -> None:
    store = make(
        tmp_path,
        company("priced"),
        valuation("v1", "priced", "9", "9"),
        sales("f1", "priced", "1", "1"),
        company("talked"),
        valuation("v2", "talked", "9", "9", kind="talks"),
        company("silent"),
        company("tiny"),
        valuation("v3", "tiny", "39", "39"),
        sales("f3", "tiny", "0", "0"),
        company("sectorless", industry=None),
        valuation("v4", "sectorless", "9", "9"),
        sales("f4", "sectorless", "1", "1"),
        company("odd", industry="tulips"),
        valuation("v5", "odd", "9", "9"),
        sales("f5", "odd", "1", "1"),
        company("foreign"),
        valuation("v6", "foreign", "9", "9", "RUB"),
        "org:fund a def:Organization, def:CapitalSource .\n",
    )
    result = premium(store, AS_OF)
    assert [firm.firm.id for firm in result.firms] == [
        "foreign",
        "odd",
        "priced",
        "sectorless",
        "silent",
        "talked",
        "tiny",
    ]
    assert result.left_out == {
        "no_mark": 1,
        "not_a_mark": 1,
        "no_rate_for_mark": 1,
        "pre_revenue": 1,
        "no_industry": 1,
        "no_multiple": 1,
    }
    assert result.n + sum(result.left_out.values()) == len(result.firms)
    tiny = result.firm("tiny")
    assert (tiny.log_premium, tiny.value) == (None, (39.0, 39.0))
    assert result.firm("silent").reasons == (Refusal("no_mark"), Refusal("no_revenue"))
    row = tiny.to_dict()
    assert (row["baseline"], row["implied_usd_bn"], row["reason"]) == (None, None, "pre_revenue")
    with pytest.raises(KeyError):
        result.firm("fund")


@pytest.mark.parametrize(
    ("low", "high", "message"),
    [
        ("5", "4", "v1: low above high"),
        ('"NaN"^^xsd:double', "4", "v1: low: not a finite number"),
        ("1", '"INF"^^xsd:double', "v1: high: not a finite number"),
        ("1", '"much"', "v1: high: not a finite number"),
    ],
)
def test_foreign_rdf_that_is_no_range_names_the_claim_and_field(
    tmp_path: Path, low: str, high: str, message: str
) -> None:
    store = make(tmp_path, company("acme"), valuation("v1", "acme", low, high))
    with pytest.raises(ValueError, match=message):
        premium(store, AS_OF)


def test_a_rate_of_zero_is_no_rate(tmp_path: Path) -> None:
    zero = "fx:x a def:FxRate ; def:currency 'XAU' ; def:date '2025-10' ; def:unitsPerUsd 0 .\n"
    with pytest.raises(ValueError, match="x: units_per_usd"):
        premium(make(tmp_path, zero), AS_OF)


def test_two_labels_or_industries_do_not_make_two_firms(tmp_path: Path) -> None:
    double = 'org:acme skos:prefLabel "Acme Two"@en ; def:industry industry:zinc .\n'
    store = make(tmp_path, company("acme"), double, valuation("v1", "acme", "9", "9"), sales("f1", "acme", "1", "1"))
    (firm,) = premium(store, AS_OF).firms
    assert (firm.firm.name_en, firm.firm.industry) == ("Acme", "chips")


def test_no_names_no_claims_no_firms(tmp_path: Path) -> None:
    assert premium(make(tmp_path), AS_OF).to_dict()["firms"] == []
    (firm,) = premium(make(tmp_path, "org:bare a def:Company .\n"), AS_OF).firms
    assert (firm.firm.name_en, firm.firm.name_zh, firm.firm.paradigm) == ("bare", "bare", None)


def test_as_a_data_frame(tmp_path: Path) -> None:
    store = make(
        tmp_path,
        company("acme"),
        valuation("v1", "acme", "9", "9"),
        sales("f1", "acme", "1", "1"),
        company("mute"),
    )
    frame = premium(store, AS_OF).to_pandas()
    assert frame.loc["acme", "log_premium"] == pytest.approx(math.log(9 / 4))
    assert frame.loc["acme", "multiple_n"] == 32
    assert frame.loc["mute", "reason"] == "no_mark"


def test_power_never_reads_worth_and_worth_never_reads_ties() -> None:
    power = [*(ROOT / "graph" / "power").glob("*.py"), *(ROOT / "graph").glob("ties*.py")]
    assert power
    assert not [path.name for path in power if re.search(r"\bworth\b", path.read_text(encoding="utf-8"))]
    worth = "".join(path.read_text(encoding="utf-8") for path in WORTH)
    assert "def:Valuation" in worth
    for word in ("def:Tie", "def:dependent", "def:provider", "def:Investment"):
        assert word not in worth
    # Holdings say who stays out of the pools of ordinary firms, and nothing else.
    readers = [path.stem for path in WORTH if "def:ControlHolding" in path.read_text(encoding="utf-8")]
    assert readers == ["definers"]


def test_the_package_loads_no_numeric_library_until_used() -> None:
    heavy = "{'numpy', 'scipy', 'pandas', 'statsmodels', 'pyoxigraph'}"
    code = f"import sys, definer.graph.worth; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={"PYTHONPATH": "src"},
    )
    assert done.stdout.strip() == "[]"


def test_the_shipped_claims(store: Store) -> None:
    result = premium(store, AS_OF)
    assert result.n + sum(result.left_out.values()) == len(result.firms)
    openai = result.firm("openai").steady_state
    assert openai is not None
    assert f"{openai.low / openai.anchors[0].implied:.2f}" == "5.56"
    moonshot = result.firm("moonshot").steady_state
    assert moonshot is not None
    assert [f"{moonshot.anchors[0].log_premium(end):+.2f}" for end in (moonshot.low, moonshot.high)] == [
        "-0.94",
        "-0.52",
    ]
    assert (moonshot.low, result.firm("moonshot").premium_over("B2")) == (
        pytest.approx(3.3),
        pytest.approx(math.log(3.3 / moonshot.anchors[0].implied)),
    )
    # No premium is a slip of units: no firm sells for a thousand times its sector, or a thousandth.
    assert all(abs(firm.log_premium or 0) < math.log(1000) for firm in result.priced)
    assert result.firm("figure").reasons[0].code == "pre_revenue"
    json.dumps(result.to_dict(), allow_nan=False)
