"""The self test passes the engine, and misses every engine that is broken on purpose."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from definer.graph.power import ScoreTies
from definer.graph.power.plausibility import Verdict
from definer.graph.power.projection import Projection
from definer.graph.power.reach import reach_pagerank
from definer.graph.store import Store
from definer.graph.synthetic import Engine, SelfTest, run_selftest
from definer.graph.synthetic.checks import TESTS
from definer.graph.synthetic.engine import Totals, score_totals
from definer.graph.synthetic.recovery import baseline_totals
from definer.graph.uncertainty import uncertainty

ENGINE = Engine()


LINK = {"T11", "T12", "T14", "T15", "T16"}


def run(store: Store, test: str | None = None, engine: Engine = ENGINE, reps: int | None = None) -> SelfTest:
    reps = reps or (40 if test in LINK else 10)
    tests = None if test is None else [test]
    return run_selftest(store, as_of=store.as_of, claims=store.version, reps=reps, engine=engine, tests=tests)


@pytest.fixture(scope="module")
def result(store: Store) -> SelfTest:
    return run(store)


def centrality(measure: str) -> Callable[[ScoreTies], Totals]:
    return lambda ties: {"power": baseline_totals(ties, [measure])[measure]}


def without_slots(ties: ScoreTies) -> Totals:
    """Each tie is a slot of its own: nobody has a substitute."""
    return score_totals(replace(ties, ties=tuple(replace(tie, slot=f"{tie.slot}/{tie.id}") for tie in ties)))


def average(ties: ScoreTies) -> Totals:
    n = len({tie.dependent for tie in ties})
    return {"power": {firm: value / n for firm, value in score_totals(ties)["power"].items()}}


def by_name(ties: ScoreTies) -> Totals:
    power = score_totals(ties)["power"]
    return {"power": {firm: value * (1 + place / 1000) for place, (firm, value) in enumerate(sorted(power.items()))}}


def raw_shares(ties: ScoreTies) -> Totals:
    power: dict[str, float] = {}
    for tie in ties:
        share = 1.0 if tie.middle is None else tie.middle
        power[tie.provider] = power.get(tie.provider, 0.0) + tie.criticality * share
    return {"power": power}


def loose_pagerank(projection: Projection, alpha: float) -> np.ndarray:
    return reach_pagerank(projection, alpha) * (1 + 1e-6)


def without_last_part(ties: ScoreTies, firm: str) -> tuple[float, ...]:
    return ENGINE.parts(ties, firm)[:-1]


def first_order_change(projection: Projection, j: int, delta: np.ndarray, alpha: float) -> np.ndarray:
    """The change without the denominator of the rank-one formula."""
    nothing = ENGINE.reach_change(projection, j, 0 * delta, alpha)
    moved = ENGINE.reach_change(projection, j, 1e-6 * delta, alpha)
    return nothing + (moved - nothing) * 1e6


def any_layer(paradigm: str, as_of: str, ties: tuple) -> ScoreTies:
    return ScoreTies(paradigm, as_of, tuple(tie for tie in ties if tie.layer != "capital"))


def sure(ties: ScoreTies, **settings: Any) -> Any:
    """Whoever comes first in the alphabet is a definer."""
    settings["draws"] = 2
    found = uncertainty(ties, **settings)
    firms = sorted(found.firms, key=lambda firm: firm.id)
    likely = tuple(replace(firm, p_rank1=float(firm is firms[0])) for firm in firms)
    return replace(found, firms=likely, verdict=Verdict("definer", firms[0].id, 1.0, 1.0, "1999", 100))


def never(ties: ScoreTies, **settings: Any) -> Any:
    settings["draws"] = 2
    found = uncertainty(ties, **settings)
    return replace(found, verdict=Verdict("contested", None, 0.0, 0.0, "1999", 100))


def credulous(frame: Any, permutations: int, seed: int) -> float:
    """The registered test without controls and strata, its p a third of what it should be."""
    from definer.graph.link.sample import draw_sample

    sample = draw_sample(frame)
    none, one = np.ones((frame.n, 1)), np.zeros(frame.n, dtype=np.intp)
    return ENGINE.slope_test(sample.outcome, sample.power, none, one, permutations, seed)[1] / 6


def unstratified(
    outcome: Any, column: Any, controls: Any, strata: Any, permutations: int, seed: int
) -> tuple[float, float]:
    """Neither controls nor strata: what moves power and premium alike is taken for a link."""
    none, one = np.ones((len(outcome), 1)), np.zeros(len(outcome), dtype=np.intp)
    return ENGINE.slope_test(outcome, column, none, one, permutations, seed)


def deaf(*arguments: Any) -> tuple[float, float]:
    """Finds nothing beyond the level: the size is right, the power is not."""
    return 0.0, float(np.random.default_rng(arguments[-1]).random())


def leaning(*arguments: Any) -> tuple[float, float]:
    slope, p = ENGINE.slope_test(*arguments)
    return slope + 0.2, p


def pairwise(distance: Any, tied: Any, permutations: int, seed: int) -> float:
    """Every pair for itself."""
    from scipy.stats import linregress

    upper = np.triu_indices(len(tied), 1)
    return float(linregress(tied[upper], distance[upper]).pvalue)


def of_the_first_group(outcome: Any, design: Any, in_a: Any) -> tuple[float, float, float]:
    """Coefficients of one group in place of the pooled ones."""
    slopes = np.linalg.lstsq(np.column_stack([np.ones(in_a.sum()), design[in_a]]), outcome[in_a], rcond=None)[0][1:]
    gap = outcome[in_a].mean() - outcome[~in_a].mean()
    explained = float(slopes @ (design[in_a].mean(axis=0) - design[~in_a].mean(axis=0)))
    return gap - explained, explained, gap


BROKEN: list[tuple[str, dict[str, Any]]] = [
    ("T1", {"totals": centrality("in_degree")}),
    ("T1", {"totals": centrality("betweenness")}),
    ("T2", {"totals": centrality("in_degree")}),
    ("T3", {"totals": centrality("in_degree")}),
    ("T3", {"totals": without_slots}),
    ("T4b", {"totals": lambda _: {"power": {}}}),
    ("T5", {"totals": centrality("brokerage")}),
    ("T6", {"totals": centrality("betweenness")}),
    ("T7", {"totals": by_name}),
    ("T7", {"totals": raw_shares}),
    ("T7", {"totals": centrality("pagerank")}),
    ("T8", {"totals": average}),
    ("T8", {"totals": centrality("pagerank")}),
    ("T9", {"parts": without_last_part}),
    ("T9", {"reach_change": first_order_change}),
    ("T10", {"pagerank": loose_pagerank}),
    ("T13", {"make_ties": any_layer}),
    ("T11", {"primary_test": credulous}),
    ("T12", {"slope_test": unstratified}),
    ("T12", {"slope_test": deaf}),
    ("T14", {"slope_test": deaf}),
    ("T14", {"slope_test": leaning}),
    ("T15", {"dyad_test": pairwise}),
    ("T16", {"two_fold": of_the_first_group}),
    ("T18", {"uncertainty": sure}),
    ("T18", {"uncertainty": never}),
]


@pytest.mark.parametrize(("test", "part"), BROKEN, ids=[f"{test}-{i}" for i, (test, _) in enumerate(BROKEN)])
def test_a_broken_engine_is_missed(store: Store, test: str, part: dict[str, Any]) -> None:
    found = run(store, test, replace(ENGINE, **part))
    assert found.missed == (test,)
    assert not found.passed


def test_every_judged_test_has_a_broken_engine_or_broken_claims(result: SelfTest) -> None:
    judged = {outcome.id for outcome in result.outcomes if outcome.verdict != "report"}
    assert judged == {test for test, _ in BROKEN} | {"T17"}


def test_changed_claims_miss_t17() -> None:
    class Empty:
        def query(self, text: str, /) -> list[list[str]]:
            assert "statement/sf102" in text
            return []

    found = run_selftest(Empty(), as_of="2025", tests=["T17"])
    assert found.missed == ("T17",)
    assert "valuation/v0005" in found.records()[0]["result"]


def test_the_engine_passes(result: SelfTest) -> None:
    assert result.passed, [outcome.record() for outcome in result.outcomes if outcome.verdict == "miss"]
    assert [outcome.id for outcome in result.outcomes] == list(TESTS)
    assert {outcome.id for outcome in result.outcomes if outcome.verdict == "report"} == {"T4", "T5b"}


def test_the_score_finds_planted_power_better_than_the_baselines_and_popularity_no_better(result: SelfTest) -> None:
    figures = {outcome.id: outcome.figures for outcome in result.outcomes}
    for test in ("T2", "T3"):
        others = [value for key, value in figures[test].items() if key.startswith("auc_") and key != "auc_power"]
        assert len(others) == 5
        assert all(float(figures[test]["auc_power"]) > float(other) for other in others)
    assert float(figures["T3"]["decoys_power"]) > float(figures["T3"]["decoys_pagerank"]) + 0.1
    assert float(figures["T4b"]["lead"]) < 0  # honest: counting dependents is the right answer there


def test_axioms_hold_where_centralities_fail(result: SelfTest) -> None:
    figures = {outcome.id: outcome.figures for outcome in result.outcomes}
    assert [figures["T6"][measure] for measure in ("reach", "lockin", "power")] == [0, 0, 0]
    assert int(figures["T6"]["betweenness"]) > 0
    assert int(figures["T5b"]["revocability"]) > 0


def test_plain_data_in_both_languages(result: SelfTest) -> None:
    english, chinese = result.to_dict(), result.to_dict("zh")
    assert english.keys() >= {"as_of", "spec", "n", "seed", "draws", "claims", "reps", "missed", "tests"}
    assert json.loads(json.dumps(english, allow_nan=False)) == english
    for left, right in zip(english["tests"], chinese["tests"], strict=True):
        assert left.keys() == {"id", "what", "reference", "threshold", "result", "verdict", "figures"}
        assert left["figures"] == right["figures"]
        assert left["what"] != right["what"]
        assert "{" not in left["result"] + right["result"]
    assert "Self" not in result.to_pandas().to_string()
    assert result.to_pandas().attrs["seed"] == 0
    assert "T18" in result._repr_html_()


def test_the_same_seed_gives_the_same_figures(store: Store) -> None:
    left, right = (run(store, "T3", reps=2).to_dict() for _ in range(2))
    assert left == right
    other = run_selftest(store, as_of=store.as_of, seed=1, reps=2, tests=["T3"])
    assert other.outcomes[0].figures != left["tests"][0]["figures"]


@pytest.mark.parametrize("wish", [{"reps": 0}, {"seed": -1}, {"tests": ["T99"]}])
def test_impossible_wishes_are_refused(store: Store, wish: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="T4b"):
        run_selftest(store, as_of="2025", **wish)
