from __future__ import annotations

import pytest

from definer.graph.backtest.truth import Truth, TruthError, essay_truths, truths
from definer.graph.names import UnknownFirmError, UnknownParadigmError
from definer.graph.store import Store


def test_the_essays_definers_are_read_from_its_claims(store: Store) -> None:
    found = essay_truths(store)
    assert found.keys() == {"pc", "search", "mobile", "new_energy"}
    assert found["pc"] == Truth("pc", ("microsoft",), also=("intel",), since=1981)
    assert found["search"].definers == ("google",)
    assert found["mobile"].definers == ("apple",)
    assert found["mobile"].also == ("google",)
    group = found["new_energy"]
    assert group.group == "cn_new_energy"
    assert {"catl", "byd", "longi", "trina"} <= set(group.definers)
    assert group.layers == ("supply",)


def test_other_sources_name_nobody(world: Store) -> None:
    found = essay_truths(world)
    assert found["pc"] == Truth("pc", ("new",), also=("intel",), since=2003)
    assert found["cells"].definers == ("g1", "g2")
    assert "ai" not in found


def test_what_is_given_takes_the_essays_place(store: Store) -> None:
    found = truths(store, {"个人电脑": "微软, intel", "ai": ["nvidia"], "new_energy": "sne_group_cn6"})
    assert found["pc"].definers == ("intel", "microsoft")
    assert (found["pc"].origin, found["pc"].also, found["pc"].since) == ("given", (), None)
    assert found["ai"].definers == ("nvidia",)
    assert found["new_energy"].group == "sne_group_cn6"
    assert found["new_energy"].layers == ("supply",)
    assert found["search"].origin == "essay"


def test_unknown_names_are_refused(store: Store) -> None:
    with pytest.raises(UnknownFirmError, match="did you mean microsoft"):
        truths(store, {"pc": "microsft"})
    with pytest.raises(UnknownParadigmError):
        truths(store, {"steam": "watt"})
    with pytest.raises(TruthError, match="no firm"):
        truths(store, {"pc": " , "})
