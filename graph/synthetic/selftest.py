"""The self test: acceptance tests on invented data, with what the reference achieved and what must be reached."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from ...ontology.language import Language
from ..power.result import Result, Setting
from ..power.spec import DEFAULT_SPEC
from .checks import DRAWS, TESTS
from .engine import Engine
from .facts import Queryable
from .outcome import Outcome
from .run import Run

__all__ = ["FULL_REPS", "REPS", "SelfTest", "run_selftest"]

REPS: Final = 100
"""Graphs per planted test: the standard error of T3's mean AUC is then 0.008."""
FULL_REPS: Final = 500
"""Repetitions that METHOD 7 asks for: the standard error of a rejection rate of .05 is then .010."""


@dataclass(frozen=True)
class SelfTest(Result):
    """Outcomes of the tests, in their order.

    Attributes
    ----------
    reps : int
        Graphs per planted test.
    """

    outcomes: tuple[Outcome, ...]
    reps: int
    _setting: Setting

    @property
    def setting(self) -> Setting:
        """Spec, seed and draws; n is the number of tests, and the claims' version that of T17's operands."""
        return self._setting

    @property
    def passed(self) -> bool:
        """Whether no test missed its threshold."""
        return not self.missed

    @property
    def missed(self) -> tuple[str, ...]:
        """Ids of the tests that missed."""
        return tuple(outcome.id for outcome in self.outcomes if outcome.verdict == "miss")

    def records(self, lang: Language = "en") -> list[dict[str, Any]]:
        """One row per test."""
        return [outcome.record(lang) for outcome in self.outcomes]

    def to_dict(self, lang: Language = "en") -> dict[str, Any]:
        """Setting, rows with their figures, and the ids of the tests that missed."""
        rows = [
            {**row, "figures": dict(outcome.figures)}
            for row, outcome in zip(self.records(lang), self.outcomes, strict=True)
        ]
        return {**self._setting.to_dict(), "reps": self.reps, "missed": list(self.missed), "tests": rows}


def run_selftest(
    store: Queryable,
    *,
    as_of: str,
    claims: str | None = None,
    seed: int = 0,
    reps: int = REPS,
    engine: Engine | None = None,
    tests: Iterable[str] | None = None,
) -> SelfTest:
    """Run the tests; the same seed and repetitions give the same figures.

    Parameters
    ----------
    store : Queryable
        The shipped claims: the operands of T17 are read from them.
    as_of, claims : str
        Date and version of those claims.
    reps : int
        At least 1; few graphs make the means of T1 to T4b uncertain.
    engine : Engine, optional
        What is tested; the product's own engine by default.
    tests : iterable of str, optional
        Ids of the tests to run; all by default.

    Raises
    ------
    ValueError
        If `reps` is below 1 or the seed is negative, or a test is unknown.
    """
    wanted = list(TESTS) if tests is None else list(tests)
    if reps < 1 or seed < 0 or not set(wanted) <= TESTS.keys():
        raise ValueError(f"repetitions from 1, a seed from 0, and tests of {', '.join(TESTS)} are possible")
    run = Run(engine or Engine(), store, seed, reps)
    outcomes = tuple(TESTS[key](run) for key in TESTS if key in wanted)
    setting = Setting(
        paradigm=None,
        as_of=as_of,
        known_by=None,
        evidence="all",
        round_trip=True,
        cohorts=False,
        spec=DEFAULT_SPEC.id,
        n=len(outcomes),
        claims=claims,
        seed=seed,
        draws=DRAWS,
    )
    return SelfTest(outcomes, reps, setting)
