"""Scenario files: what is refused and how it is said, and that a file comes back as it was."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from definer.graph.page import plain
from definer.graph.scenario import Scenario, ScenarioError, example_names, example_path, parse, read_scenario
from definer.graph.scenario.operations import OPERATIONS
from definer.graph.scenario.schema import json_schema, shipped_schema

HEAD = "title: {en: a, zh: 题}\nparadigm: ai\noperations:\n"


def faults(text: str | bytes) -> list[tuple[int, str, str]]:
    with pytest.raises(ScenarioError) as caught:
        parse(text, "f.yaml")
    for lang in ("en", "zh"):
        lines = caught.value.message(lang).splitlines()  # type: ignore[arg-type]
        assert len(lines) == len(caught.value.faults)
        assert all(line.startswith("f.yaml") for line in lines)
    return [(fault.line, fault.field, fault.code) for fault in caught.value.faults]


@pytest.mark.parametrize(
    ("text", "line", "field", "code"),
    [
        ("title: 1\ntitle: 2\n", 2, "title", "duplicate"),
        ("a: &x [1]\nb: *x\n", 1, "-", "alias"),
        ("a: 1\n---\nb: 1\n", 3, "-", "several"),
        ("{", 1, "-", "syntax"),
        ("", 0, "-", "empty"),
        ("# nothing\n", 0, "-", "empty"),
        ("- 1\n", 1, "-", "not_mapping"),
        ("a: !!python/object/apply:os.system [ls]\n", 1, "a", "tag"),
        ("a: !mine x\n", 1, "a", "tag"),
        ("[" * 40, 1, "-", "too_deep"),
        ("a: [" + "1, " * 30_000 + "]\n", 1, "-", "too_many"),
        ("? [a]\n: 1\n", 1, "-", "key_type"),
        (b"\xff\xfe\x00\x01", 0, "-", "not_utf8"),
        (b"x: " + b"a" * 300_000, 0, "-", "too_large"),
        ("x: \x1b[31m\n", 1, "-", "syntax"),
    ],
)
def test_what_is_no_file_of_ours(text: str | bytes, line: int, field: str, code: str) -> None:
    assert (line, field, code) in faults(text)


def test_a_bomb_of_aliases_is_refused_before_it_grows() -> None:
    layers = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    for one, two in zip("abcdefgh", "bcdefghi", strict=True):
        layers.append(f"{two}: &{two} [" + ", ".join([f"*{one}"] * 9) + "]")
    assert faults("\n".join(layers)) == [(1, "-", "alias")]


@pytest.mark.parametrize(
    ("operation", "field", "code"),
    [
        ("{op: add_ti, dependent: a}", ".op", "unknown_op"),
        ("{dependent: a}", ".op", "missing"),
        ("nonsense", "", "not_mapping"),
        ("{op: add_tie, dependent: a, provider: b}", ".slot", "missing"),
        ("{op: add_tie, dependent: a, provider: b, slot: c, shar: 1}", ".shar", "unknown_key"),
        ("{op: add_tie, dependent: a, provider: b, slot: c, share: 1.5}", ".share", "not_part"),
        ("{op: add_tie, dependent: a, provider: b, slot: c, share: [0.7, 0.2]}", ".share", "backward_range"),
        ("{op: add_tie, dependent: a, provider: b, slot: c, share: [0.7]}", ".share", "not_range"),
        ("{op: add_tie, dependent: a, provider: b, slot: c, share: true}", ".share", "not_number"),
        ("{op: add_tie, dependent: a, provider: b, slot: c, share: .nan}", ".share", "not_number"),
        ("{op: add_tie, dependent: a, provider: b, slot: c, layer: capital}", "", "capital_layer"),
        ("{op: add_tie, dependent: 5, provider: b, slot: c}", ".dependent", "not_text"),
        ('{op: add_tie, dependent: "a\\u202e", provider: b, slot: c}', ".dependent", "bad_text"),
        ("{op: set_revocability, value: 0.2}", "", "no_selection"),
        ("{op: set_revocability, tie: t, value: -0.2}", ".value", "not_part"),
        ("{op: remove_coalition}", "", "no_members"),
        ("{op: remove_tie, tie: [], refill: rivals}", ".tie", "too_short"),
        ("{op: remove_tie, tie: a, refill: nobody}", ".refill", "choice"),
        ("{op: shift_cohort_share, cohort: a, slot: b, shares: {x: 0.8, y: 0.7}}", "", "shares_above_one"),
        ("{op: shift_cohort_share, cohort: a, slot: b, shares: {x: 0.8, x: 0.1}}", ".shares.x", "duplicate"),
    ],
)
def test_what_is_no_operation(operation: str, field: str, code: str) -> None:
    assert faults(f"{HEAD}  - {operation}\n") == [(4, f"operations[0]{field}", code)]


def test_every_fault_is_told_with_its_line_and_a_near_name() -> None:
    wrong = "  - op: remove_tie\n    provder: x\n    share: 3\n  - op: reweight_tie\n    tie: x\n    share: 3\n"
    text = f"{HEAD}{wrong}statu: {{}}\n"
    with pytest.raises(ScenarioError) as caught:
        parse(text, "f.yaml")
    english = caught.value.message("en").splitlines()
    assert english[0].startswith("f.yaml:5: operations[0].provder: no field is called provder")
    assert "did you mean provider" in english[0]
    assert "f.yaml:9: operations[1].share: 3.0 is outside 0 to 1" in english[2]
    assert english[3].endswith("did you mean status?")


def test_the_norwegian_and_other_words_stay_words() -> None:
    text = f"{HEAD}  - {{op: remove_coalition, country: NO, because: yes}}\nas_of: 2025-11-15\n"
    found = parse(text)
    assert found.document.as_of == "2025-11-15"
    assert found.document.operations[0].model_dump(exclude_none=True)["country"] == "NO"
    assert parse(f"{HEAD}  - {{op: remove_firm, firm: a}}\nas_of: 2025\n").document.as_of == "2025"


def test_verified_needs_a_source() -> None:
    with pytest.raises(ScenarioError, match="needs a source"):
        parse(f"{HEAD}  - {{op: remove_firm, firm: a}}\nstatus: {{verified: true}}\n")


def test_the_schema_is_that_of_the_models() -> None:
    assert shipped_schema() == json_schema(), "renew graph/scenario/scenario.schema.json"
    names = json.loads(shipped_schema())["$defs"]
    assert {model.__name__ for model in OPERATIONS.values()} <= names.keys()


@pytest.mark.parametrize("name", example_names())
def test_the_shipped_scenarios_come_back(name: str) -> None:
    found = read_scenario(name)
    again = parse(found.to_yaml())
    assert again == found
    assert parse(found.plain()) == found
    assert again.canonical_sha256 == found.canonical_sha256
    assert read_scenario(example_path(name)).sha256 == found.sha256
    assert not found.document.status.verified


def test_windows_line_ends_change_no_hash(tmp_path: Path) -> None:
    data = example_path("downloads_30_65").read_bytes()
    (tmp_path / "a.yaml").write_bytes(data.replace(b"\n", b"\r\n"))
    assert read_scenario(tmp_path / "a.yaml").sha256 == read_scenario("downloads_30_65").sha256


def test_a_name_that_is_not_there() -> None:
    with pytest.raises(ScenarioError, match="did you mean downloads_30_65"):
        read_scenario("download_30_65")


_words = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=12)
_texts = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]) | st.sampled_from(" \n"), max_size=40)
_parts = st.floats(0, 1)
_shares = _parts | st.tuples(_parts, _parts).map(sorted)
_ended = _texts.map(lambda text: text + ".")
_bilingual = st.fixed_dictionaries({"en": _ended, "zh": _ended})
_layers = st.sampled_from(["tech", "supply"])
_some_shares = st.dictionaries(_words, st.floats(0, 0.3), min_size=1, max_size=3)
_some = _words | st.lists(_words, min_size=1, max_size=3)
_refill = st.sampled_from(["unnamed", "rivals"])


def _named(op: str, required: dict[str, Any], optional: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({"op": st.just(op), **required}, optional=optional)


_operations = st.one_of(
    _named(
        "add_tie",
        {"dependent": _words, "provider": _words, "slot": _words},
        {"share": _shares, "criticality": _parts, "closed": st.booleans(), "layer": _layers},
    ),
    _named("remove_tie", {"tie": _some}, {"slot": _some, "refill": _refill, "because": _words}),
    _named("reweight_tie", {"share": _shares, "provider": _some}, {"dependent_country": _some}),
    _named("set_revocability", {"value": _parts, "dependent": _some}, {}),
    _named("shift_cohort_share", {"cohort": _words, "slot": _words, "shares": _some_shares}, {"revocability": _parts}),
    _named("remove_coalition", {"country": _some}, {"customers": _some, "refill": _refill}),
    _named("set_holding_degree", {"control_point": _words, "holder": _words, "degree": _parts}, {}),
)
documents = st.fixed_dictionaries(
    {"title": _bilingual, "paradigm": _words, "operations": st.lists(_operations, min_size=1, max_size=4)},
    optional={"note": _bilingual, "as_of": st.sampled_from(["2025", "2025-11", "2025-11-15"])},
)


@settings(max_examples=150, deadline=None)
@given(documents)
def test_what_is_written_is_read_again(values: dict[str, Any]) -> None:
    found = parse(values)
    text = found.to_yaml()
    again = parse(text)
    assert isinstance(again, Scenario)
    assert again == found
    assert again.to_yaml() == text


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")))
def test_any_bytes_give_a_scenario_or_faults_that_only_show(data: bytes) -> None:
    found = messages(data)
    assert found is None or (found and all(plain(line) == line for line in found))


def messages(data: bytes) -> list[str] | None:
    try:
        parse(data)
    except ScenarioError as error:
        return [fault.message("zh") for fault in error.faults]
    return None
