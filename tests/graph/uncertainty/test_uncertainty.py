"""Draws, ranks, intervals and verdicts."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pytest

from definer.graph.power.plausibility import undecided
from definer.graph.power.scoring import score
from definer.graph.power.tie import ScoreTie, ScoreTies
from definer.graph.uncertainty import ErrorModel, Noise, uncertainty, verdict, yearly_uncertainty
from definer.graph.uncertainty.history import year_before
from definer.graph.uncertainty.ranks import acceptability, first_places, ranks

if TYPE_CHECKING:
    from definer.knowledge import KnowledgeGraph

STILL = ErrorModel(
    dropout=(0.0,), existence=False, criticality=0, weight=0, shares=False, revocability=0, rho=(0.25, 0.25),
    alpha=(0.85, 0.85), resourcing=(1, 1), half_life=1, facets=False,
)  # fmt: skip


def tie(key: str, dependent: str, provider: str, slot: str = "s", **more: object) -> ScoreTie:
    return ScoreTie(key, dependent, provider, slot, "tech", date(2000, 1, 1), **more)  # type: ignore[arg-type]


def hub(leader: str, count: int, confidence: float = 0.9) -> ScoreTies:
    rows = [tie(f"t{i}", f"d{i}", leader, confidence=confidence) for i in range(count)]
    return ScoreTies("ai", "2020", tuple(rows))


def test_an_error_model_without_errors_gives_the_point_score(kg: KnowledgeGraph) -> None:
    found = uncertainty(kg.ties("pc", "1990"), draws=3, errors=STILL)
    for firm in found.firms:
        assert firm.rank_interval == (firm.rank, firm.rank)
        assert firm.power_interval == pytest.approx((firm.power, firm.power), abs=1e-9)
        assert firm.p_rank1 == (1.0 if firm.rank == 1 else 0.0)


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(kg: KnowledgeGraph) -> None:
    ties = kg.ties("mobile", "2012")
    first, again, other = (json.dumps(uncertainty(ties, draws=60, seed=seed).to_dict()) for seed in (4, 4, 5))
    assert first == again
    assert first != other


def test_draws_of_a_tie_do_not_depend_on_other_ties_or_on_the_number_of_draws() -> None:
    few, many = Noise(3, 10), Noise(3, 40)
    many.of("something else", 6)
    np.testing.assert_array_equal(few.of("a tie", 6), many.of("a tie", 6)[:, :10])
    assert not np.array_equal(few.of("a tie", 6), few.of("another tie", 6))
    assert not np.array_equal(few.of("a tie", 6), Noise(2, 10).of("a tie", 6))
    with pytest.raises(ValueError, match="at least one draw"):
        Noise(0, 0)


def test_uniform_numbers_are_uniform() -> None:
    from scipy.stats import kstest

    numbers = np.concatenate([Noise(0, 500).of(f"tie {i}", 6).ravel() for i in range(20)])
    assert kstest(numbers, "uniform").pvalue > 0.001
    assert 0.0 <= numbers.min() <= numbers.max() < 1.0


def test_rank_acceptability_sums_to_one_both_ways(kg: KnowledgeGraph) -> None:
    found = uncertainty(kg.ties("pc", "1990"), draws=200)
    table = np.array(list(found.acceptability.values()))
    np.testing.assert_allclose(table.sum(axis=0), 1.0, atol=1e-9)
    np.testing.assert_allclose(table.sum(axis=1), 1.0, atol=1e-9)
    chances = [firm.p_rank1 for firm in found.firms]
    np.testing.assert_allclose(chances, table[:, 0], atol=1e-9)
    assert sum(chances) == pytest.approx(1.0)


def test_shared_places() -> None:
    power = np.array([[0.5, 0.0], [0.5, 0.0], [0.1, 0.0]])
    first, last = ranks(power)
    assert first[:, 0].tolist() == [1, 1, 3]
    assert last[:, 0].tolist() == [2, 2, 3]
    # In the second draw nobody has power: nobody is first there.
    assert first_places(power, first, last).tolist() == [0.25, 0.25, 0.0]
    table = acceptability(first, last)
    np.testing.assert_allclose(table.sum(axis=0), 1.0)
    np.testing.assert_allclose(table[0], [5 / 12, 5 / 12, 1 / 6])


@pytest.mark.parametrize("shape", [(0, 3), (3, 0), (1, 1), (7, 400)])
def test_places_are_those_of_scipy(shape: tuple[int, int]) -> None:
    from scipy.stats import rankdata

    power = np.random.default_rng(1).integers(0, 4, shape) / 8.0
    first, last = ranks(power)
    assert first.shape == last.shape == shape
    if power.size:
        assert (first == rankdata(-power, method="min", axis=0)).all()
        assert (last == rankdata(-power, method="max", axis=0)).all()


def test_existence_is_drawn_with_the_probability_of_confidence() -> None:
    # One provider, one slot each: P(the tie holds) is gamma, and there is no other first.
    errors = replace(STILL, existence=True)
    found = uncertainty(ScoreTies("ai", "2020", (tie("a", "x", "y", confidence=0.3),)), draws=4000, errors=errors)
    firm = found.firm("y")
    assert firm is not None
    assert firm.p_rank1 == pytest.approx(0.3, abs=0.03)
    assert found.p_none == pytest.approx(0.7, abs=0.03)


def test_the_mean_of_draws_of_existence_is_the_point_reach() -> None:
    # Reach of a star is linear in existence, so its mean is the point value: confidence is a probability there.
    ties = hub("y", 30, confidence=0.6)
    draws = uncertainty(ties, draws=4000, errors=replace(STILL, existence=True))
    firm = draws.firm("y")
    assert firm is not None
    assert firm.power_median == pytest.approx(score(ties).firms[0].power, rel=0.02)


def test_verdicts() -> None:
    assert verdict({"a": 0.9, "b": 0.1}, {"a": 0.85}, "1989").word == "definer"
    assert verdict({"a": 0.9, "b": 0.1}, {"a": 0.79, "b": 0.21}, "1989").word == "contested"
    assert verdict({"a": 0.9}, {"b": 0.9}, "1989").word == "contested"
    assert verdict({"a": 0.5, "b": 0.5}, {}, "1989").firm == "a"
    assert verdict({}, {}, "1989").word == "none"
    assert verdict({"a": 0.0}, {}, "1989").word == "none"
    assert verdict({"a": 0.3}, {"a": 1.0}, "1989", p_none=0.7).word == "none"


def test_one_provider_of_many_is_a_definer_and_no_ties_have_none() -> None:
    ties = hub("y", 20)
    found = uncertainty(ties, draws=100, before=replace(ties, as_of="2019"))
    assert found.verdict is not None
    assert (found.verdict.word, found.verdict.firm) == ("definer", "y")
    empty = ScoreTies("ai", "1960", ())
    nothing = uncertainty(empty, draws=10, before=empty)
    assert nothing.verdict is not None
    assert nothing.verdict.word == "none"
    assert nothing.firms == ()
    json.dumps(nothing.to_dict(), allow_nan=False)


def test_two_rivals_alike_are_contested() -> None:
    rows = [tie(f"a{i}", f"d{i}", "one") for i in range(10)] + [tie(f"b{i}", f"e{i}", "two") for i in range(10)]
    ties = ScoreTies("ai", "2020", tuple(rows))
    found = uncertainty(ties, draws=500, before=ties)
    assert found.verdict is not None
    assert found.verdict.word == "contested"
    assert [firm.rank for firm in found.firms[:2]] == [1, 1]
    assert [firm.rank_interval for firm in found.firms[:2]] == [(1, 2), (1, 2)]


def test_history_carries_the_year_before(kg: KnowledgeGraph) -> None:
    from definer.graph.ties import tie_histories

    history = tie_histories(kg.store, ["search"])["search"]
    found = yearly_uncertainty(history, {2003: "2003-12-31", 2005: "2005-12-31"}, draws=50)
    assert list(found) == [2003, 2005]
    single = uncertainty(kg.ties("search", "2003"), draws=50, before=kg.ties("search", "2002"))
    assert found[2003].verdict is not None
    assert single.verdict is not None
    assert found[2003].verdict.p_rank1 == single.verdict.p_rank1
    assert found[2003].verdict.p_rank1_before == single.verdict.p_rank1_before
    assert found[2003].firms == single.firms


@pytest.mark.parametrize(
    ("date_", "expected"),
    [("1990", "1989"), ("1990-03", "1989-03"), ("2024-02-29", "2023-02-28"), ("2025-11-15", "2024-11-15")],
)
def test_year_before(date_: str, expected: str) -> None:
    assert year_before(date_) == expected


@pytest.mark.parametrize(
    "wrong",
    [
        {"dropout": ()}, {"dropout": (1.0,)}, {"weight": -1}, {"rho": (0.5, 0.1)}, {"alpha": (0.0, 0.5)},
        {"resourcing": (0.5, 1)}, {"half_life": 0.5},
    ],
)  # fmt: skip
def test_error_models_that_make_no_sense_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"must|takes"):
        ErrorModel(**wrong)  # type: ignore[arg-type]


def test_error_models_have_ids() -> None:
    assert ErrorModel().id == ErrorModel().id != STILL.id


def test_results_show_themselves(kg: KnowledgeGraph) -> None:
    result = kg.power("pc", "1990", draws=50)
    frame = result.to_pandas()
    assert {"rank_low", "rank_high", "p_rank1", "power_low", "power_high"} <= set(frame.columns)
    assert frame.attrs["draws"] == 50
    assert "Microsoft" in result._repr_html_()
    assert "draws = 50" in result._repr_html_()
    document = result.to_dict()
    assert document["draws"] == 50
    assert document["seed"] == 0
    assert document["verdict"] in {"definer", "contested", "none"}
    without = kg.power("pc", "1990", draws=0).to_dict()
    assert without["draws"] == 0
    assert without["verdict"] is None
    assert without["firms"][0]["p_rank1"] is None


def test_a_setting_that_the_user_chose_is_not_drawn(kg: KnowledgeGraph) -> None:
    from definer.graph.ensemble import Structure
    from definer.graph.power.spec import Spec
    from definer.graph.uncertainty.sampling import sample

    structure = Structure.of(kg.ties("pc", "1990"))
    chosen = sample(structure, ErrorModel(), Noise(0, 50), Spec(0.5, 0.1, (0.2, 0.8), resourcing=2.0))
    assert set(chosen.alpha.tolist()) == {0.5}
    assert set(chosen.rho.tolist()) == {0.1}
    assert set(chosen.reach_weight.tolist()) == {0.2}
    assert set(chosen.resourcing.tolist()) == {2.0}
    drawn = sample(structure, ErrorModel(), Noise(0, 50))
    for numbers, low, high in ((drawn.alpha, 0.5, 0.95), (drawn.rho, 0.05, 0.5), (drawn.resourcing, 1.0, 1.6)):
        assert low <= numbers.min() < numbers.max() <= high


@pytest.mark.parametrize("seed", [0, 1])
def test_a_verdict_that_the_draws_leave_open_gets_more_draws(kg: KnowledgeGraph, seed: int) -> None:
    # In 2007 Arm is first with P = 0.77: a thousand draws say 0.75 to 0.80, by their seed.
    found = kg.power("mobile", "2007", draws=1000, seed=seed).uncertainty
    assert found is not None
    assert found.verdict is not None
    assert found.verdict.draws > 1000
    assert found.verdict.word == "contested"
    assert found.verdict.p_rank1 == pytest.approx(0.77, abs=0.03)
    assert found.setting.draws == 1000


def test_a_close_verdict_says_so() -> None:
    close = verdict({"a": 0.82}, {"a": 0.81}, "1989", draws=100)
    assert (close.word, close.decided) == ("definer", False)
    clear = verdict({"a": 0.95}, {"a": 0.9}, "1989", draws=1000)
    assert (clear.word, clear.decided) == ("definer", True)
    assert verdict({"a": 0.95}, {"a": 0.2}, "1989", draws=1000).decided
    assert verdict({}, {}, "1989").decided


def test_refining_stays_within_memory(kg: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    from definer.graph.uncertainty import monte_carlo

    monkeypatch.setattr(monte_carlo, "MOST_DRAWS", 3000)
    found = kg.power("mobile", "2007").uncertainty
    assert found is not None
    assert found.verdict is not None
    assert found.verdict.draws == 1000  # four times as many would be more than fit
    assert undecided(found.verdict.p_rank1, found.verdict.p_rank1_before, 1000)


def test_what_a_source_bears_out_is_drawn_from_a_narrower_spread() -> None:
    # Source: the error model's widths are for judged fields; (1 - 0.9) / (1 - 0.5) of them is left for a sourced one.
    from definer.graph.ensemble import Structure
    from definer.graph.uncertainty.sampling import sample

    judged = tuple(tie(f"t{name}", "ibm", name, share_low=0.5, share_high=0.5) for name in ("amd", "intel"))
    fields = tuple((name, 0.9) for name in ("criticality", "revocability", "share"))
    borne = tuple(replace(one, attested=fields) for one in judged)
    noise = Noise(0, 400)
    wide, narrow = (
        sample(Structure.of(ScoreTies("pc", "2005", rows)), ErrorModel(), noise) for rows in (judged, borne)
    )
    for name in ("weight", "criticality"):
        np.testing.assert_allclose(np.log(getattr(narrow, name)), 0.2 * np.log(getattr(wide, name)), atol=1e-12)
    assert wide.revocability is not None
    assert narrow.revocability is not None
    np.testing.assert_allclose(narrow.revocability, 0.2 * wide.revocability, atol=1e-12)
    mixed = sample(Structure.of(ScoreTies("pc", "2005", (judged[0], borne[1]))), ErrorModel(), noise)
    assert mixed.criticality is not None
    assert wide.criticality is not None
    np.testing.assert_array_equal(mixed.criticality, wide.criticality)  # one judged row keeps the slot's width


def test_doubt_runs_from_memory_to_certainty() -> None:
    one = tie("t", "a", "b")
    assert one.doubt("share") == 1.0
    doubts = [replace(one, attested=(("share", c),)).doubt("share") for c in (0.3, 0.5, 0.75, 1.0)]
    assert doubts == [1.0, 1.0, 0.5, 0.0]
