"""Baseline B4: planted effects, a plain loop of statsmodels, the pool, refusals."""

from __future__ import annotations

import math

import numpy as np
import pytest

from definer.graph.store import Store
from definer.graph.worth import Warranted
from definer.graph.worth.definers import read_definers
from definer.graph.worth.panel import Member, Panel, read_panel
from definer.graph.worth.reading import read_observations
from definer.graph.worth.reasons import Refusal
from definer.graph.worth.warranted import MINIMUM_FIRMS, ControlYear, Model, control_years


def planted(firms: int = 60, noise: float = 0.0, seed: int = 1) -> list[ControlYear]:
    """Firm-years with ln P/S = 1 + 2 growth + 3 margin - 0.2 size + 0.5 (chips) - 0.1 (2024)."""
    generator = np.random.default_rng(seed)
    rows = []
    for at in range(firms):
        industry = ("cars", "chips")[at % 2]
        for year in (2024, 2025):
            growth, margin, size = generator.normal(0.1, 0.1), generator.normal(0.1, 0.05), generator.normal(2, 1)
            log = 1 + 2 * growth + 3 * margin - 0.2 * size + 0.5 * (industry == "chips") - 0.1 * (year == 2024)
            rows.append(
                ControlYear(f"f{at:02d}", industry, year, log + noise * generator.normal(), (growth, margin, size))
            )
    return rows


def predict(
    rows: list[ControlYear], firm: str = "new", industry: str = "chips", **more: float | None
) -> Warranted | Refusal:
    inputs: dict[str, float | None] = {"growth": 0.15, "margin": 0.12, "size": 2.5, **more}
    return Model(rows).predict(firm, industry, inputs)


def test_a_planted_rule_is_found_exactly() -> None:
    # Trimming moves the extreme firm-years only, so the rule is laid within the trimmed range.
    rows = [row for row in planted(120) if abs(row.values[0] - 0.1) < 0.15 and abs(row.values[1] - 0.1) < 0.07]
    found = predict(rows)
    assert isinstance(found, Warranted)
    assert found.log_multiple == pytest.approx(1 + 0.3 + 0.36 - 0.5 + 0.5, abs=0.02)
    assert found.effects["growth"][0] == pytest.approx(2, abs=0.1)
    assert found.effects["margin"][0] == pytest.approx(3, abs=0.15)
    assert found.effects["size"][0] == pytest.approx(-0.2, abs=0.01)


def test_a_plain_loop_of_statsmodels_gives_the_same(store: Store) -> None:
    import statsmodels.api as sm

    seen = read_observations(store)
    industries = {firm.id: firm.industry for firm in seen.firms}
    rows = control_years(read_panel(seen), industries, read_definers(store, "2025-11-15"), "2025-11-15")
    model = Model(rows)
    for firm, industry in (("amd", "semiconductors"), ("ford", "consumer_durables"), ("nobody", "semiconductors")):
        kept = [row for row in rows if row.firm != firm]
        found = model.predict(firm, industry, {"growth": 0.1, "margin": 0.08, "size": 3.0})
        assert isinstance(found, Warranted)
        values = np.array([row.values for row in kept])
        for at in (0, 1):
            values[:, at] = np.clip(values[:, at], *np.quantile(values[:, at], [0.01, 0.99]))
        dummies = np.array([
            [row.year == 2022, row.year == 2024]
            + [row.industry == name for name in sorted({row.industry for row in kept}) if name != industry]
            for row in kept
        ], dtype=float)  # fmt: skip
        design = np.column_stack([np.ones(len(kept)), values, dummies])
        groups = np.unique([row.firm for row in kept], return_inverse=True)[1]
        fit = sm.OLS([row.log_multiple for row in kept], design).fit(cov_type="cluster", cov_kwds={"groups": groups})
        at = np.zeros(design.shape[1])
        at[:4] = 1.0, 0.1, 0.08, 3.0
        assert found.log_multiple == pytest.approx(float(at @ fit.params))
        assert found.error == pytest.approx(math.sqrt(at @ fit.cov_params() @ at))
        assert (found.n, found.firms) == (len(kept), len({row.firm for row in kept}))


def test_the_firm_is_not_compared_with_itself() -> None:
    rows = planted(noise=0.2)
    spoiled = [
        ControlYear(row.firm, row.industry, row.year, row.log_multiple + 50 * (row.firm == "f01"), row.values)
        for row in rows
    ]
    first, second = predict(rows, "f01"), predict(spoiled, "f01")
    assert isinstance(first, Warranted)
    assert first == second
    assert first != predict(spoiled, "f02")


def test_what_the_controls_do_not_carry_is_refused() -> None:
    rows = planted()
    assert predict(rows, growth=None) == Refusal("no_growth")
    assert predict(rows, margin=None) == Refusal("no_net_income")
    assert predict(rows, industry="tulips") == Refusal("few_peers", "tulips: 0 < 5")
    few = [row for row in rows if row.industry == "cars" or row.firm in {"f01", "f03", "f05", "f07"}]
    few += [ControlYear(f"x{row.firm}", "cars", row.year, row.log_multiple, row.values) for row in few]
    assert predict(few, industry="chips") == Refusal("few_peers", "chips: 4 < 5")
    far = predict(rows, size=9.0)
    assert isinstance(far, Refusal)
    assert far.code == "outside_controls"
    assert far.detail.startswith("size 9.00")
    small = [row for row in rows if int(row.firm[1:]) < MINIMUM_FIRMS - 1]
    assert predict(small) == Refusal("few_controls", f"{MINIMUM_FIRMS - 1} < {MINIMUM_FIRMS}")
    assert Model(()).predict("a", None, {}) == Refusal("no_industry")


def test_what_lies_beyond_the_cut_off_is_read_at_it_and_said() -> None:
    rows = planted(noise=0.2)
    most = max(row.values[1] for row in rows)
    found, beyond = predict(rows, margin=most), predict(rows, margin=most + 0.01)
    assert isinstance(found, Warranted)
    assert found.at_bounds == ("margin",)
    assert isinstance(beyond, Refusal)
    cut = float(np.quantile([row.values[1] for row in rows], 0.99))
    at_cut = predict(rows, margin=cut)
    assert isinstance(at_cut, Warranted)
    assert (at_cut.log_multiple, at_cut.at_bounds) == (pytest.approx(found.log_multiple), ())


def year(firm: str, of: int, revenue: float, profit: float | None = 1.0) -> Member:
    return Member(firm, of, "heading", 2 * revenue, revenue, profit, ("v", "r"))


def test_control_years_leave_out_definers_old_lists_and_what_is_unknown() -> None:
    panel = Panel(tuple(
        year(firm, of, 1.1 ** (of - 2000))
        for firm in ("apple", "plain")
        for of in (2018, 2019, 2020, 2022, 2024, 2025, 2026)
    ))  # fmt: skip
    rows = control_years(panel, {"plain": "chips", "apple": "chips"}, {"apple"}, "2025-11-15")
    assert [(row.firm, row.industry, row.year) for row in rows] == [("plain", "chips", at) for at in (2022, 2024, 2025)]
    # Growth over a gap of two years is spread over both.
    assert [row.values[0] for row in rows] == pytest.approx([math.log(1.1)] * 3)
    assert [row.log_multiple for row in rows] == pytest.approx([math.log(2)] * 3)
    assert control_years(panel, {"plain": None, "apple": "chips"}, {"apple"}, "2025-11-15") == ()
    alone = Panel((year("a", 2025, 1.0), year("b", 2024, 1.0), year("b", 2025, 1.0, None)))
    assert control_years(alone, {"a": "chips", "b": "chips"}, (), "2025-11-15") == ()


def test_the_shipped_claims(store: Store) -> None:
    seen = read_observations(store)
    rows = control_years(
        read_panel(seen), {firm.id: firm.industry for firm in seen.firms}, read_definers(store, "2025"), "2025"
    )
    assert not {row.firm for row in rows} & {"nvidia", "apple", "tsmc"}
    assert {row.year for row in rows} == {2022, 2024, 2025}
    found = Model(rows).predict("amd", "semiconductors", {"growth": 0.12, "margin": 0.05, "size": 3.25})
    assert isinstance(found, Warranted)
    # Growth and margin are paid for; a size that is not in them is not.
    assert found.effects["growth"][0] > 0 < found.effects["margin"][0]
    assert found.firms > 100 > 5 < found.peers
