"""The tests of the self test: each takes a run and gives an outcome that a broken engine would change."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from ..power.projection import Projection, dependence, project
from ..power.reach import reach_exact
from ..power.spec import DEFAULT_SPEC
from ..power.tie import ScoreTies
from .arithmetic import do_sums
from .axioms import WEAKENINGS, violations, weakened_tie
from .calibration import CALIBRATION
from .criteria import CRITERIA
from .exchangeable import exchangeable_sample
from .fitness import Coding, fitness_sample
from .invariance import difference, disjoint_copy, renamed, rescaled, with_isolates
from .outcome import Figures, Outcome, judged
from .planted import planted_sample
from .recovery import recovery
from .run import EACH, Run
from .sample import Draft, Sample, draft_ties

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Vector = NDArray[np.float64]

__all__ = ["DRAWS", "TESTS"]

DRAWS: Final = 500
"""Monte Carlo draws per graph of T18."""


def _planted(key: str, run: Run, observed: float, spurious: float, fame: float) -> Outcome:
    samples = (planted_sample(run.rng(1, i), observed=observed, spurious=spurious, fame=fame) for i in range(run.reps))
    return _recovered(key, run, samples, 4)


def _recovered(key: str, run: Run, samples: Iterator[Sample], k: int) -> Outcome:
    found = recovery(run.engine.totals, samples, k)
    figures = {f"{name}_{measure}": value for measure, row in found.items() for name, value in row.items()}
    limit, decoys = CRITERIA[key].limit, CRITERIA[key].decoys
    if limit is None:
        return judged(key, figures, None)
    return judged(key, figures, figures["auc_power"] >= limit and figures.get("decoys_power", 1.0) >= (decoys or 0.0))


def _t4b(run: Run) -> Outcome:
    def samples(coding: Coding) -> Iterator[Sample]:
        return (fitness_sample(run.rng(4, i), coding=coding) for i in range(run.reps))

    figures = dict(_recovered("T4b", run, samples("one"), 5).figures)
    for coding in ("own", "two"):
        found = recovery(run.engine.totals, samples(coding), 5, baselines=())
        figures[f"auc_power_{coding}"] = found["power"]["auc"]
    lead = float(figures["auc_power"]) - float(figures["auc_in_degree"])
    return judged("T4b", {**figures, "lead": lead}, lead >= (CRITERIA["T4b"].limit or 0.0))


def _axiom(key: str, run: Run, place: int) -> Outcome:
    counts = {measure: pair[place] for measure, pair in run.added.items()}
    others = {measure: pair[place] for measure, pair in run.others_added.items()}
    figures: Figures = {"trials": run.graphs * EACH, "reach": "-", "lockin": "-", **others, **counts}
    return judged(key, figures, not any(counts.values()))


def _t5b(run: Run) -> Outcome:
    figures: dict[str, float | int | str] = {}
    for kind in WEAKENINGS:
        trials = [
            (sample.ties, [weakened_tie(rng, sample.ties, kind) for _ in range(EACH)])
            for rng, sample in run.small(6, max(1, run.graphs // 2))
        ]
        low, rank = violations(run.engine.totals, trials)["power"]
        figures |= {kind: low, f"{kind}_rank": rank, "trials": len(trials) * EACH}
    return judged("T5b", figures, None)


def _t7(run: Run) -> Outcome:
    worst = {"names": 0.0, "scale": 0.0, "isolates": 0.0}
    totals = run.engine.totals
    for i, (rng, sample) in enumerate(run.small(7, 6)):
        ties, plain = sample.ties, totals(sample.ties)
        other, names = renamed(rng, ties)
        unit = totals(rescaled(ties, 1.0))
        found = {
            "names": difference(plain, totals(other), names),
            "isolates": difference(plain, totals(with_isolates(ties))),
            # Below 1 the size of stated shares says nothing only where the list is open.
            "scale": max(difference(unit, totals(rescaled(ties, size))) for size in ((1.4,) if i % 2 else (0.8, 1.4))),
        }
        worst = {name: max(worst[name], change) for name, change in found.items()}
    return judged("T7", worst, max(worst.values()) < (CRITERIA["T7"].limit or 0.0))


def _t8(run: Run) -> Outcome:
    worst = 0.0
    for _, sample in run.small(8, 6):
        alone, doubled = run.engine.totals(sample.ties), run.engine.totals(disjoint_copy(sample.ties))
        copies = {firm: f"copy-{firm}" for firm in sample.firms}
        worst = max(worst, difference(alone, doubled), difference(alone, doubled, copies))
    return judged("T8", {"change": worst}, worst < (CRITERIA["T8"].limit or 0.0))


def _t9(run: Run) -> Outcome:
    parts, change = 0.0, 0.0
    for _, sample in run.small(9, 4):
        ties, power = sample.ties, run.engine.totals(sample.ties)["power"]
        projection = project(ties)
        best = sorted(power, key=lambda firm: (-power[firm], firm))[:8]
        for firm in best:
            explained = sum(run.engine.parts(ties, firm)) * projection.total_mass
            parts = max(parts, abs(explained - power[firm]))
        change = max(change, _row_changes(run, projection))
    figures = {"parts": parts, "change": change}
    return judged("T9", figures, max(parts, change) < (CRITERIA["T9"].limit or 0.0))


def _row_changes(run: Run, projection: Projection) -> float:
    """Largest error of the formula, for the loss of the weightiest tie of up to 15 dependents."""
    worst, alpha = 0.0, DEFAULT_SPEC.alpha
    matrix = dependence(projection).toarray()
    for j in np.flatnonzero(matrix.sum(axis=1) > 0)[:15].tolist():
        delta = np.zeros(len(projection.nodes))
        delta[np.argmax(matrix[j])] = -matrix[j].max()
        changed = matrix.copy()
        changed[j] += delta
        solved = np.linalg.solve(np.eye(len(delta)) - alpha * changed.T, changed.T @ projection.mass)
        worst = max(worst, float(np.abs(run.engine.reach_change(projection, j, delta, alpha) - solved).max()))
    return worst


def _t10(run: Run) -> Outcome:
    samples = [sample.ties for _, sample in run.small(10, 4)]
    samples += [planted_sample(run.rng(10, 100)).ties, fitness_sample(run.rng(10, 101)).ties]
    worst = 0.0
    for projection in map(project, samples):
        for alpha in (0.5, 0.85, 0.95):
            error = np.abs(run.engine.pagerank(projection, alpha) - reach_exact(projection, alpha)).max()
            worst = max(worst, float(error))
    return judged("T10", {"error": worst}, worst < (CRITERIA["T10"].limit or 0.0))


def _t13(run: Run) -> Outcome:
    ties = next(run.small(13, 1))[1].ties
    money: Any = "capital"
    places = (0, len(ties) // 2, len(ties))
    refused = 0
    for place in places:
        rows = list(ties.ties)
        rows.insert(place, replace(rows[0], id="money", layer=money))
        try:
            run.engine.make_ties(ties.paradigm, ties.as_of, tuple(rows))
        except ValueError:
            refused += 1
    run.engine.make_ties(ties.paradigm, ties.as_of, ties.ties)  # without the capital tie they are taken
    return judged("T13", {"refused": refused, "tries": len(places)}, refused == len(places))


def _t17(run: Run) -> Outcome:
    sums = do_sums(run.store)
    wrong = [f"{found.wanted} -> {found.shown(found.value)}" for found in sums if not found.agrees]
    printed = [found for found in sums if found.witness == "METHOD"]
    moved = [f"{found.wanted} -> {found.shown(found.own_rates)}" for found in printed if found.moved]
    figures: Figures = {
        "sums": len(sums),
        "right": len(sums) - len(wrong),
        "printed": len(printed),
        "recorded": len(sums) - len(printed),
        "wrong": "; ".join(wrong) or "-",
        "moved": "; ".join(moved) or "-",
    }
    return judged("T17", figures, not wrong)


def _t18(run: Run) -> Outcome:
    from ..power.plausibility import DEFINER_FROM

    highest: list[float] = []
    called = 0
    for i in range(max(1, round(0.3 * run.reps))):
        rng = run.rng(18, i)
        first, second = exchangeable_sample(rng).ties, exchangeable_sample(rng).ties
        chances, word = _chances(run, first, second, i)
        highest += [max(column.values(), default=0.0) for column in chances]
        firm_both = [min(chances[0].get(firm, 0.0), value) for firm, value in chances[1].items()]
        called += word == "definer" or max(firm_both, default=0.0) >= DEFINER_FROM
    _, word = _chances(run, _monopoly(), _monopoly(), 0)
    figures = {
        "graphs": len(highest) // 2,
        "draws": DRAWS,
        "called": called,
        "mean": float(np.mean(highest)),
        "high": float(np.quantile(highest, 0.9)),
        "largest": max(highest),
        "control": int(word == "definer"),
    }
    return judged("T18", figures, called == 0 and word == "definer")


def _chances(run: Run, first: ScoreTies, second: ScoreTies, i: int) -> tuple[Sequence[dict[str, float]], str]:
    """P(rank 1) per firm in two periods, and the word of the verdict on the second."""
    earlier = run.engine.uncertainty(first, draws=DRAWS, seed=run.seed + i)
    later = run.engine.uncertainty(second, draws=DRAWS, seed=run.seed + i, before=first)
    columns = [{firm.id: firm.p_rank1 for firm in found.firms} for found in (earlier, later)]
    return columns, later.verdict.word if later.verdict else "none"


def _monopoly() -> ScoreTies:
    """One provider of everybody: if this has no definer, nothing has."""
    takers = [f"d{i:02d}" for i in range(50)]
    drafts = [Draft(taker, "p00", "tech", slot, 0.6) for taker in takers for slot in ("s0", "s1")]
    drafts += [Draft(taker, "p01", "tech", "s2", 0.3) for taker in takers[:5]]
    return draft_ties("monopoly", drafts, ["p00", "p01", *takers])


TESTS: Final[dict[str, Callable[[Run], Outcome]]] = {
    "T1": lambda run: _planted("T1", run, 1.0, 0.0, 0.0),
    "T2": lambda run: _planted("T2", run, 0.7, 0.1, 0.0),
    "T3": lambda run: _planted("T3", run, 0.7, 0.1, 1.5),
    "T4": lambda run: _planted("T4", run, 0.4, 0.2, 1.5),
    "T4b": _t4b,
    "T5": lambda run: _axiom("T5", run, 0),
    "T5b": _t5b,
    "T6": lambda run: _axiom("T6", run, 1),
    "T7": _t7,
    "T8": _t8,
    "T9": _t9,
    "T10": _t10,
    "T11": CALIBRATION["T11"],
    "T12": CALIBRATION["T12"],
    "T13": _t13,
    "T14": CALIBRATION["T14"],
    "T15": CALIBRATION["T15"],
    "T16": CALIBRATION["T16"],
    "T17": _t17,
    "T18": _t18,
}
"""The tests by id, in order."""
