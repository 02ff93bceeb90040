"""Operations on hand-solved graphs, and on the toy of METHOD 6.1."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from definer.graph.power.tie import ScoreTies
from definer.graph.scenario import Applied, ScenarioError, apply, parse
from definer.graph.scenario.application import without_cohorts
from definer.graph.scenario.node_scores import node_scores

from .toy import toy, world


def run(ties: ScoreTies, *operations: dict[str, Any]) -> Applied:
    document = {"title": {"en": "t", "zh": "题"}, "paradigm": "ai", "operations": list(operations)}
    return apply(parse(document), ties, world())


def shift(cohort: str, share: float, **more: Any) -> dict[str, Any]:
    return {"op": "shift_cohort_share", "cohort": cohort, "slot": "model", "shares": {"CN_open": share}, **more}


@pytest.mark.parametrize(
    ("revocability", "before", "after"), [(1.0, (0.067, 0.067), (0.140, 0.140)), (0.2, (0.067, 0.013), (0.140, 0.028))]
)
def test_downloads_buy_reach_and_not_tax(
    revocability: float, before: tuple[float, float], after: tuple[float, float]
) -> None:
    """METHOD 6.1: .25 -> .65 doubles reach; lock-in follows only if it can be withheld."""
    found = run(toy(open_revocability=revocability), shift("startups", 0.65), shift("enterprise", 0.65))
    for table, (reach, lockin) in ((found.before, before), (found.after, after)):
        score = node_scores(table)["CN_open"]
        assert (round(score.reach, 3), round(score.lockin, 3)) == (reach, lockin)


def test_a_shift_is_the_table_that_it_describes() -> None:
    """Others keep their proportions: the toy built with the new shares, to the last digit."""
    found = run(toy(), shift("startups", 0.8), shift("enterprise", 0.65))
    wanted = node_scores(toy(0.8, 0.65))
    got = node_scores(found.after)
    assert got.keys() == wanted.keys()
    for key, score in wanted.items():
        assert got[key].power == pytest.approx(score.power, abs=1e-12)
    assert [step.warning for step in found.steps] == [None, None]
    assert found.lever == found.shift == ("enterprise-ai.model-CN_open",)


def test_nvidia_and_tsmc_barely_move() -> None:
    found = run(toy(), shift("startups", 0.65), shift("enterprise", 0.65))
    before, after = node_scores(found.before), node_scores(found.after)
    for firm in ("NVIDIA", "TSMC"):
        assert abs(after[firm].power / before[firm].power - 1) < 0.06


def test_revocability_of_a_shift() -> None:
    found = run(toy(), shift("startups", 0.25, revocability=0.2), shift("enterprise", 0.25, revocability=0.2))
    wanted = replace(
        toy(),
        ties=tuple(
            replace(tie, revocability=0.2) if tie.provider == "CN_open" and tie.dependent != "consumers" else tie
            for tie in toy()
        ),
    )
    got, hand = node_scores(found.after), node_scores(wanted)
    assert got["CN_open"].lockin == pytest.approx(hand["CN_open"].lockin, abs=1e-12)
    assert got["CN_open"].reach == pytest.approx(node_scores(found.before)["CN_open"].reach, abs=1e-12)


def test_the_same_shares_again_change_nothing() -> None:
    found = run(toy(), {"op": "reweight_tie", "dependent": "OpenAI", "slot": "cloud", "share": 1.0})
    assert {k: v.power for k, v in node_scores(found.after).items()} == {
        k: v.power for k, v in node_scores(found.before).items()
    }
    assert found.steps[0].warning == "no_power"


def test_an_operation_without_effect_is_listed() -> None:
    found = run(toy(), {"op": "remove_tie", "dependent": "TSMC", "provider": "Microsoft"})
    assert found.steps[0].warning == "no_effect"
    assert found.after == found.before


def test_what_leaves_goes_to_nobody_or_to_rivals() -> None:
    """OpenAI leaves: rivals of the slot keep their shares, or take the whole of it; by hand."""
    gone = {"op": "remove_tie", "dependent": "startups", "provider": "OpenAI"}
    unnamed = run(toy(), gone)
    slot = {tie.provider: tie.share_low for tie in unnamed.after if tie.dependent == "startups"}
    assert slot == {"CN_open": 0.25, "US_open": 0.75 * 0.2, "OPEN:unfilled": 0.375, "OtherUSclosed": 0.75 * 0.3}
    before, after = node_scores(unnamed.before), node_scores(unnamed.after)
    assert after["CN_open"].reach == pytest.approx(before["CN_open"].reach, abs=1e-12)
    assert after["OpenAI"].reach < before["OpenAI"].reach
    rivals = run(toy(), {**gone, "refill": "rivals"})
    assert not [tie for tie in rivals.after if (tie.dependent, tie.provider) == ("startups", "OpenAI")]
    # what the list lacks to one is .375 now, more than rho: the rivals' shares of the slot stay as stated
    assert node_scores(rivals.after)["CN_open"].reach > before["CN_open"].reach


def test_a_slot_that_loses_everybody_stays_a_need() -> None:
    for refill in ("unnamed", "rivals"):
        found = run(toy(), {"op": "remove_tie", "slot": "cloud", "refill": refill})
        assert [tie.provider for tie in found.after if tie.slot == "ai.cloud"] == ["OPEN:unfilled"]
        assert node_scores(found.after)["OpenAI"] is not None
        assert "Microsoft" not in node_scores(found.after)


def test_an_export_ban_by_country_and_slot() -> None:
    ban = {"op": "remove_coalition", "country": "US", "customer_country": "CN", "slot": "accelerator"}
    found = run(toy(), ban)
    changed = [tie.dependent for tie, old in zip(found.after, found.before, strict=True) if tie != old]
    assert changed == ["CN_open"]
    nothing = run(toy(), {**ban, "customer_country": "TW"})
    assert nothing.steps[0].warning == "no_effect"


def test_a_firm_that_leaves_is_no_participant() -> None:
    found = run(toy(), {"op": "remove_firm", "firm": "OpenAI"})
    assert not [tie for tie in found.after if "OpenAI" in (tie.dependent, tie.provider)]


def test_an_added_tie_takes_the_slots_terms() -> None:
    found = run(toy(), {"op": "add_tie", "dependent": "OpenAI", "provider": "BigCloud", "slot": "cloud", "share": 0.5})
    (new,) = set(found.after) - set(found.before)
    assert (new.layer, new.criticality, new.revocability, new.share_low) == ("tech", 0.6, 1.0, 0.5)
    assert node_scores(found.after)["BigCloud"].power > 0
    capital = {"op": "add_tie", "dependent": "OpenAI", "provider": "BigCloud", "slot": "cloud", "layer": "capital"}
    with pytest.raises(ScenarioError, match="capital ties never enter a score"):
        run(toy(), capital)


def test_operations_apply_in_order() -> None:
    add = {"op": "add_tie", "id": "new", "dependent": "OpenAI", "provider": "BigCloud", "slot": "cloud", "share": 0.5}
    assert run(toy(), add, {"op": "remove_tie", "tie": "new"}).steps[1].warning is None
    with pytest.raises(ScenarioError, match="no tie new"):
        run(toy(), {"op": "remove_tie", "tie": "new"}, add)


def test_criticality_belongs_to_the_slot() -> None:
    found = run(toy(), {"op": "set_criticality", "dependent": "startups", "provider": "CN_open", "value": 0.3})
    assert {tie.criticality for tie in found.after if tie.dependent == "startups"} == {0.3}


def test_what_is_not_there_is_told_with_what_is_near() -> None:
    wrong = (
        ({"op": "remove_tie", "tie": "OpenAI-ai.cloud-Microsof"}, "OpenAI-ai.cloud-Microsoft"),
        ({"op": "remove_firm", "firm": "Microsof"}, "Microsoft"),
        ({"op": "remove_tie", "slot": "clod"}, "ai.cloud"),
        (shift("startup", 0.5), "startups"),
        ({"op": "remove_coalition", "country": "XX"}, "ISO code"),
        ({"op": "set_holding_degree", "control_point": "x", "holder": "TSMC", "degree": 1.0}, "control point"),
    )
    with pytest.raises(ScenarioError) as caught:
        run(toy(), *(operation for operation, _ in wrong))
    assert len(caught.value.faults) == len(wrong)
    for (_, hint), line, chinese in zip(
        wrong, caught.value.message("en").splitlines(), caught.value.message("zh").splitlines(), strict=True
    ):
        assert hint in line
        assert any(letter > "\u4e00" for letter in chinese)


def test_without_cohorts_a_cohorts_shift_is_nothing() -> None:
    found = run(toy(), shift("startups", 0.65))
    cohorts: dict[str, None] = dict.fromkeys(("startups", "enterprise", "consumers"))
    assert without_cohorts(found.after, cohorts) == without_cohorts(found.before, cohorts)


def test_control_points_never_touch_power() -> None:
    found = run(
        toy(),
        {"op": "add_control_point", "id": "new", "side": "software", "holder": "CN_open", "degree": 1.0},
        {"op": "set_holding_degree", "control_point": "new", "holder": "CN_open", "degree": 0.5, "holdings": "essay"},
    )
    assert found.after is found.before
    assert {row.degree for row in found.holdings_after if row.essay} == {0.5}
    assert {row.degree for row in found.holdings_after if not row.essay} == {1.0}


def test_a_slot_that_nobody_measured_gets_the_slots_terms() -> None:
    found = run(toy(), {**shift("startups", 0.5), "slot": "cloud", "shares": {"BigCloud": [0.4, 0.6]}})
    (new,) = set(found.after) - set(found.before)
    assert (new.dependent, new.slot, new.share_low, new.share_high) == ("startups", "ai.cloud", 0.4, 0.6)
    assert (new.criticality, new.revocability, new.confidence) == (0.7, 1.0, 1.0)
    assert node_scores(found.after)["BigCloud"].reach > 0


def test_what_is_stipulated_is_not_drawn() -> None:
    found = run(toy(), shift("startups", 0.25, revocability=0.2))
    (tie,) = [tie for tie in found.after if (tie.dependent, tie.provider) == ("startups", "CN_open")]
    assert (tie.doubt("share"), tie.doubt("revocability"), tie.doubt("criticality")) == (0.0, 0.0, 1.0)
