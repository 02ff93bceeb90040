"""A table of an analyst's own: shipped claims and own columns in its formulae, and every fault at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from definer.data.faults import ClaimsError
from definer.data.messages import AUDIT_CODES
from definer.graph.audit.statement_file import read_statement_file
from definer.knowledge import KnowledgeGraph

HEAD = "id,quote,stated,operator,unit,formula,formula_unit,claims,share,total\n"


def write(folder: Path, *rows: str, head: str = HEAD) -> Path:
    path = folder / "own.csv"
    path.write_text(head + "\n".join(rows) + "\n", encoding="utf-8")
    return path


def test_own_columns_and_shipped_claims(kg: KnowledgeGraph, tmp_path: Path) -> None:
    path = write(
        tmp_path,
        'a1,half of OpenAI,250,=,USD bn,share * valuation(""v0005""),,valuation/v0005,0.5,'.replace(
            'share * valuation(""v0005"")', '"share * valuation(""v0005"")"'
        ),
        "a2,a third,33,~,pct,100 * share / total,,,1,3",
        "a3,another,40,=,pct,100 * share / total,,,1,3",
        'a4,as the first says,250,=,USD bn,"statement(""a1"")",,,,',
        "a5,no formula,7,=,count,,,,,",
        'a6,in dollars,270,~,CNY bn,"convert(stated, ""USD"", ""2025-11"")",USD bn,,,',
    )
    found = kg.audit(path)
    assert found.origin == "own.csv"
    assert [row.computed for row in found.rows] == ["holds", "holds_within_rounding", "off", "holds", None, "derived"]
    assert [row.verdict for row in found.rows][:3] == ["arithmetic_ok", "arithmetic_ok", "arithmetic_off"]
    assert found.rows[0].claims == ("valuation/v0005",)
    assert found.rows[0].basis == "mixed"
    assert found.rows[5].recomputed == pytest.approx(270 / 7.1069, abs=1e-3)
    assert found.left_out == {"unrecorded": 1}
    assert not any(row.differs for row in found.rows)


def test_every_fault_at_once_with_file_line_and_column(kg: KnowledgeGraph, tmp_path: Path) -> None:
    path = write(
        tmp_path,
        'b1,unknown claim,1,=,USD bn,"valuation(""v9999"")",,,,',
        'b2,wrong unit,1,=,pct,"valuation(""v0005"")",,,,',
        "b3,hostile,1,=,pct,().__class__,,,,",
        'b3,twice,1,=,pct,"open(""x"")",,,,',
        "b5,power,1,=,pct,9 ** 9 ** 9,,,,",
        "b6,own column,1,=,pct,shre,,,0.1,",
        "b7,zero,1,=,pct,1 / (share - share),,,0.1,",
        'b8,rate,1,=,USD bn,"convert(amount(1, ""XAU""), ""USD"", ""2025-11"")",,,,',
        "b9,claims,1,=,pct,1,,valuation/v9999;nonsense,,",
        'c1,sum,1,=,USD bn,"valuation(""v0005"") + valuation(""v0018"")",,,,',
        ",no id,1,=,pct,1,,,,",
        "c2,,1,=,pct,1,,,,",
        'c3,words,many,=,pct,"statement(""c3"")",,,,',
        'c4,rule,1,=,count,"definitions(""US"", ""mine"")",,,,',
        "c5,short,1",
        'c6,currency,1,=,USD bn,"convert(3, ""USD"", ""2025-11"")",,,,',
        "c7,domain,1,=,count,ln(0 - 1),,,,",
    )
    with pytest.raises(ClaimsError) as error:
        kg.audit(path)
    found = {(fault.line, fault.column, fault.code) for fault in error.value.faults}
    assert found == {
        (2, "formula", "unknown_id"),
        (3, "formula", "formula_unit"),
        (4, "formula", "formula_forbidden"),
        (5, "formula", "formula_function"),
        (5, "id", "duplicate_id"),
        (6, "formula", "formula_power"),
        (7, "formula", "formula_name"),
        (8, "formula", "formula_zero"),
        (9, "formula", "formula_rate"),
        (10, "claims", "unknown_id"),
        (10, "claims", "claim_form"),
        (11, "formula", "formula_sum"),
        (12, "id", "missing"),
        (13, "quote", "missing"),
        (14, "stated", "formula_stated"),
        (15, "formula", "formula_definitions"),
        (16, "-", "row_short"),
        (17, "formula", "formula_currency"),
        (18, "formula", "formula_domain"),
    }
    assert set(AUDIT_CODES) <= {code for _, _, code in found}
    for fault in error.value.faults:
        for lang in ("en", "zh"):
            words = fault.message(lang)
            assert words.startswith("own.csv:")
            assert "{" not in words
        assert fault.message("en") != fault.message("zh")


@pytest.mark.parametrize(
    ("head", "column", "code"),
    [
        ("id,stated,formula\n", "quote", "missing_column"),
        ("id,quote,stated,opertor\n", "opertor", "unknown_column"),
        ("id,quote,stated,id\n", "id", "duplicate_column"),
        ("id;quote;stated\n", "-", "delimiter"),
    ],
)
def test_a_faulty_head(kg: KnowledgeGraph, tmp_path: Path, head: str, column: str, code: str) -> None:
    path = write(tmp_path, head=head)
    with pytest.raises(ClaimsError) as error:
        kg.audit(path)
    assert (column, code) in {(fault.column, fault.code) for fault in error.value.faults}


def test_other_encodings_are_named(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_bytes("id,quote,stated\na,估值,1\n".encode("gb18030"))
    _, faults = read_statement_file(path)
    assert [fault.code for fault in faults] == ["encoding"]


def test_a_claim_id_cannot_reach_into_the_query(kg: KnowledgeGraph, tmp_path: Path) -> None:
    path = write(tmp_path, "a,q,1,=,count,1,,valuation/x> } DELETE {,,")
    with pytest.raises(ClaimsError) as error:
        kg.audit(path)
    assert [fault.code for fault in error.value.faults] == ["claim_form"]
