"""Parameters that ask for a thing: by id or by name, and never for one that is not there."""

from __future__ import annotations

import time

import pytest

from definer.graph.named_queries import ask, run
from definer.graph.names import UnknownFirmError, UnknownNameError, UnknownParadigmError
from definer.graph.parameters import ParameterError
from definer.graph.query_ids import find_ids
from definer.graph.store import Store

SLOT = "# param slot=id:slot/ai.hbm (slot)\nASK { $slot a def:Slot }"
THINGS = "https://w3id.org/definer/id/"


@pytest.mark.parametrize(
    ("query", "name", "given", "same"),
    [
        ("slots_of_firm", "firm", "英伟达", "nvidia"),
        ("slots_of_firm", "firm", " Advanced  Micro Devices ", "amd"),
        ("slots_of_firm", "firm", "NVIDIA", "id:org/nvidia"),
        ("slots_of_firm", "firm", f"{THINGS}org/nvidia", "nvidia"),
        ("measured_shares", "paradigm", "移动互联网", "mobile"),
        ("measured_shares", "paradigm", "Mobile internet", "id:paradigm/mobile"),
        ("industry_multiples", "industry", "半导体", "semiconductors"),
    ],
)
def test_names_and_ids_give_the_same_rows(store: Store, query: str, name: str, given: str, same: str) -> None:
    rows = run(store, query, {name: same}).rows
    assert rows
    assert run(store, query, {name: given}).rows == rows


def test_a_slot_by_its_label(store: Store) -> None:
    assert find_ids(store, SLOT, {"$slot": "云与算力托管"}) == {"$slot": f"<{THINGS}slot/ai.cloud>"}
    assert ask(store, SLOT, {"slot": "Cloud and compute hosting"}).truth
    with pytest.raises(UnknownNameError) as error:
        ask(store, SLOT, {"slot": "云"})
    assert error.value.message("zh").startswith("没有名为“云”的槽位；是否指：ai.cloud（云与算力托管）")


@pytest.mark.parametrize("provider", ["IN_HOUSE", "UNKNOWN", "OPEN:ATA"])
def test_providers_that_are_no_firm(store: Store, provider: str) -> None:
    assert run(store, "who_depends_on", {"provider": provider, "asOf": "1995"}).rows


@pytest.mark.parametrize(
    ("query", "name", "given", "kind", "words"),
    [
        ("who_depends_on", "provider", "nvidea", UnknownFirmError, 'no organization "nvidea"; did you mean nvidia'),
        ("who_depends_on", "provider", "OPEN:nope", UnknownFirmError, 'no organization "OPEN:nope"'),
        ("who_depends_on", "provider", "", UnknownFirmError, 'no organization ""'),
        ("measured_shares", "paradigm", "zz", UnknownParadigmError, "mobile (Mobile internet)"),
        ("measured_shares", "paradigm", "id:paradigm/zz", UnknownParadigmError, 'no paradigm "zz"'),
        ("evidence_of_tie", "tie", "mob044", UnknownNameError, 'no tie "mob044"; did you mean mob0'),
        ("evidence_of", "claim", "id:valuation/nope", UnknownNameError, 'no valuation "nope"'),
        ("statements_by_verdict", "text", "esay", UnknownNameError, 'no source "esay"; did you mean essay'),
        ("slots_of_firm", "firm", "https://example.org/x", UnknownFirmError, 'no organization "https://example.org/x"'),
    ],
)
def test_what_is_not_there_is_said(
    store: Store, query: str, name: str, given: str, kind: type[UnknownNameError], words: str
) -> None:
    with pytest.raises(kind) as error:
        run(store, query, {name: given})
    assert words in str(error.value)
    assert error.value.exit_code == 2
    assert error.value.message("zh").startswith("没有名为“")


def test_a_text_that_can_be_no_id_names_its_parameter(store: Store) -> None:
    with pytest.raises(ParameterError, match=r"^firm: not an IRI: .*id/org/a b") as error:
        run(store, "slots_of_firm", {"firm": "id:org/a b"})
    assert error.value.exit_code == 2
    assert error.value.message("zh") == "firm：不是 IRI：https://w3id.org/definer/id/org/a b"


def test_what_is_no_id_is_left_alone(store: Store) -> None:
    text = '# param panels=<https://w3id.org/definer/id/source/forbes> (begins so)\n# param lang="en" (x)\nASK {}'
    given = {"panels": "nope", "lang": "zh", "other": 3}
    assert find_ids(store, text, given) == given


def test_an_id_costs_hardly_anything(store: Store) -> None:
    text = "# param firm=id:org/apple (firm)\nASK { $firm a def:Organization }"
    begun = time.process_time()
    for _ in range(20):
        assert find_ids(store, text, {"firm": "nvidia"}) == {"firm": f"<{THINGS}org/nvidia>"}
    assert time.process_time() - begun < 1
