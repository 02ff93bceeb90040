"""The reverse check: exact tests against their definitions, and the shipped firms."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from scipy.stats import mannwhitneyu

from definer.graph.gap.reverse import MAKERS, RIVALS, Comparison, compare, gap_reverse, shift_interval
from definer.graph.worth import Refusal
from definer.knowledge import KnowledgeGraph


@pytest.mark.parametrize("sizes", [(9, 4), (5, 5), (10, 7)])
def test_interval_is_what_the_exact_rank_test_does_not_reject(sizes: tuple[int, int]) -> None:
    rng = np.random.default_rng(1)
    first, second = rng.normal(0.4, 1, sizes[0]), rng.normal(0, 1, sizes[1])
    found, level = shift_interval(first, second)
    assert found.value == pytest.approx(np.median(np.subtract.outer(first, second)))
    assert found.low is not None
    assert found.high is not None
    for shift, inside in ((found.low + 1e-9, True), (found.high - 1e-9, True), (found.low - 1e-9, False)):
        p = mannwhitneyu(first - shift, second, method="exact").pvalue
        assert (p > 1 - level + 1e-12) == inside
    assert level >= 0.95


def test_permutation_p_is_exact() -> None:
    first, second = [3.0, 4.0, 5.0, 1.5], [1.0, 2.0, 0.5]
    found = compare(first, second)
    assert isinstance(found, Comparison)
    pool, at_least = [*first, *second], 0
    splits = list(combinations(range(7), 4))
    for some in splits:
        left = [pool[at] for at in some]
        right = [pool[at] for at in range(7) if at not in some]
        at_least += np.median(left) - np.median(right) >= found.difference - 1e-12
    assert found.exact
    assert found.p == pytest.approx(min(1.0, 2 * at_least / len(splits)))


def test_groups_apart_have_a_verdict_and_small_ones_none() -> None:
    high = compare([5.0, 6.0, 7.0, 8.0, 9.0], [0.0, 1.0, 2.0, 3.0, 4.0])
    assert isinstance(high, Comparison)
    assert high.verdict == "premium"
    assert isinstance(compare([1.0, 2.0], [1.0, 2.0, 3.0]), Refusal)


def test_named_firms_are_in_the_claims_and_those_without_a_premium_say_why(kg: KnowledgeGraph) -> None:
    premiums = kg.premium(kg.as_of)
    found = gap_reverse(kg.frame(), premiums, 0)
    assert [member.id for member in found.makers] == list(MAKERS)
    assert [member.id for member in found.rivals] == list(RIVALS)
    unpriced = {member.id: member.reason for member in (*found.makers, *found.rivals) if member.premium is None}
    assert set(unpriced) == {"daqo"}
    assert unpriced["daqo"] is not None
    assert unpriced["daqo"].code == "no_mark"
    # Which makers of photovoltaics count is no choice: every one of China's that has a premium is named.
    priced = {firm.firm.id for firm in premiums.priced if firm.firm.country == "CN"}
    solar = {"aiko", "asia_silicon", "comtec_solar", "east_hope", "gcl", "ja_solar", "jinglong", "jinko", "ldk"}
    solar |= {"longi", "shangji", "shunda", "suntech", "tongwei", "trina", "xinte", "yingli", "zhonghuan"}
    assert priced & solar <= set(MAKERS)
    assert isinstance(found.named, Comparison)
    assert found.named.n == (9, 4)
    assert found.named.verdict == "inconclusive"
