from __future__ import annotations

import csv
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from definer.data import package
from definer.data.package import descriptor_text, main
from definer.data.read import find_faults, shipped_claims
from definer.data.tables import KINDS, PACKAGE
from definer.data.titles import FIELDS, TABLES

BASE = Path(__file__).resolve().parent.parent / "valid"
TYPES = {"string", "number", "integer", "boolean", "list"}
# Table Schema 2.0: which constraints go with which types.
CONSTRAINTS = {
    "required": TYPES,
    "unique": TYPES,
    "enum": TYPES,
    "pattern": {"string"},
    "maxLength": {"string", "list"},
    "minimum": {"integer", "number"},
    "maximum": {"integer", "number"},
}
Json = dict[str, Any]


@pytest.fixture(scope="module")
def described() -> Json:
    return dict(json.loads((shipped_claims() / PACKAGE).read_text(encoding="utf-8")))


def fields(described: Json) -> Iterator[tuple[Json, Json]]:
    for resource in described["resources"]:
        for field in resource["schema"]["fields"]:
            yield resource, field


def test_the_descriptor_is_up_to_date() -> None:
    assert descriptor_text(shipped_claims()) == (shipped_claims() / PACKAGE).read_text(encoding="utf-8")


def test_the_command_writes_and_compares(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = Path(shutil.copytree(BASE, tmp_path / "claims"))
    monkeypatch.setattr(package, "shipped_claims", lambda: copy)
    assert main(["--check"]) == 1
    assert "out of date" in capsys.readouterr().err
    assert main([]) == 0
    assert main(["--check"]) == 0
    assert (copy / PACKAGE).read_text(encoding="utf-8") == descriptor_text(copy)
    (copy / PACKAGE).unlink()
    assert main(["--check"]) == 1


def test_any_sound_claims_can_be_described(tmp_path: Path) -> None:
    copy = Path(shutil.copytree(BASE, tmp_path / "claims"))
    (copy / PACKAGE).write_text(descriptor_text(copy), encoding="utf-8")
    assert find_faults(copy) == []
    found = json.loads((copy / PACKAGE).read_text(encoding="utf-8"))
    assert (found["asOf"], found["version"]) == ("2000-12-31", "2000.12.31")
    assert [item["path"] for item in found["resources"]] == [f"{stem}.csv" for stem in KINDS]


def test_package_follows_the_standard(described: Json) -> None:
    assert described["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert re.fullmatch(r"[-a-z0-9._/]+", described["name"])
    assert re.fullmatch(r"\d+\.\d+\.\d+", described["version"])
    assert described["asOf"] == "2025-11-15"
    assert all("name" in item or "path" in item for item in described["licenses"])
    assert all("title" in item for item in described["sources"])
    assert "created" not in described, "no clock"


def test_resources_are_the_files(described: Json) -> None:
    resources = described["resources"]
    assert sorted(item["path"] for item in resources) == sorted(path.name for path in shipped_claims().glob("*.csv"))
    names = [item["name"] for item in resources]
    assert len(set(names)) == len(names)
    for item in resources:
        assert item["$schema"] == "https://datapackage.org/profiles/2.0/dataresource.json"
        assert (item["type"], item["format"], item["mediatype"], item["encoding"]) == (
            "table",
            "csv",
            "text/csv",
            "utf-8",
        )
        assert not item["path"].startswith(("/", ".")), "a path stays within the package"
        with (shipped_claims() / item["path"]).open(encoding="utf-8", newline="") as file:
            assert [field["name"] for field in item["schema"]["fields"]] == next(csv.reader(file))


def test_fields_follow_the_standard(described: Json) -> None:
    for _, field in fields(described):
        assert field["type"] in TYPES
        assert ("delimiter" in field) == (field["type"] == "list")
        for name, value in field.get("constraints", {}).items():
            assert field["type"] in CONSTRAINTS[name], field
            assert name != "pattern" or re.compile(value).pattern


def test_keys_refer_to_columns_that_are_there(described: Json) -> None:
    columns = {item["name"]: [field["name"] for field in item["schema"]["fields"]] for item in described["resources"]}
    seen = 0
    for item in described["resources"]:
        schema = item["schema"]
        assert schema["primaryKey"] == ["id"]
        for key in schema.get("foreignKeys", []):
            seen += 1
            target = key["reference"].get("resource", item["name"])
            assert "resource" not in key["reference"] or target != item["name"], "its own table is left out"
            assert set(key["fields"]) <= set(columns[item["name"]])
            assert set(key["reference"]["fields"]) <= set(columns[target])
            types = {field["name"]: field["type"] for field in schema["fields"]}
            assert all(types[name] == "string" for name in key["fields"])
    assert seen > 20


def test_every_cell_keeps_what_the_descriptor_says(described: Json) -> None:
    for resource in described["resources"]:
        with (shipped_claims() / resource["path"]).open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        for field in resource["schema"]["fields"]:
            cells = [row[field["name"]].strip() for row in rows]
            assert [cell for cell in set(cells) if not _keeps(cell, field)] == [], (resource["path"], field["name"])


def _keeps(cell: str, field: Json) -> bool:
    limits = field.get("constraints", {})
    if not cell:
        return not limits.get("required")
    if field["type"] in ("number", "integer"):
        number = float(cell) if field["type"] == "number" else int(cell)
        return limits.get("minimum", number) <= number <= limits.get("maximum", number)
    if field["type"] == "boolean":
        return cell in field["trueValues"] + field["falseValues"]
    return bool(
        re.fullmatch(limits.get("pattern", "(?s).*"), cell) is not None
        and len(cell) <= limits.get("maxLength", len(cell))
        and cell in limits.get("enum", [cell])
    )


def test_every_table_and_column_has_a_title_in_both_languages() -> None:
    used = {name for kind in KINDS.values() for name in kind.model_fields}
    assert set(FIELDS) == used
    assert set(TABLES) == set(KINDS)
    for english, chinese in [*FIELDS.values(), *TABLES.values()]:
        assert re.search("[\u4e00-\u9fff]", chinese)
        assert not re.search("[\u4e00-\u9fff]", english)


def test_closed_lists_and_bounds_come_from_the_records(described: Json) -> None:
    found = {(item["name"], field["name"]): field for item, field in fields(described)}
    assert found["ties-pc", "layer"]["constraints"]["enum"] == ["tech", "dist", "supply", "capital"]
    assert found["control_holdings", "degree"]["constraints"] == {"required": True, "minimum": 0, "maximum": 1}
    assert found["ties-pc", "quote"]["constraints"]["maxLength"] == 60
    assert found["ties-pc", "end"]["constraints"]["pattern"].endswith("|unknown)$")
    assert found["valuations", "currency"]["constraints"]["pattern"] == "^([A-Z]{3})$"
    assert found["control_holdings", "degree"]["property"] == "https://w3id.org/definer/ontology#degree"
    assert found["control_holdings", "degree"]["title@zh"]
