"""Backtest (METHOD 5.1): whether ties alone, as known at the time, would have named the definers, and when.

Ties only: no cohort, event, holding, price or revenue enters a score. Four paradigms have a truth, so this checks
that the measure is sane; it cannot show that it is better than counting dependents.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ...ontology.values import latest
from ..names import NodeName, UnknownParadigmError, find_id
from ..power.result import Result, Setting
from ..power.select import select_names, select_paradigms
from ..power.spec import DEFAULT_SPEC, Spec
from ..ties import TieHistory, tie_histories
from ..uncertainty import DEFAULT_ERRORS, ErrorModel
from .document import trial_document
from .reading import read_candidates, read_countries, read_documents, read_events
from .trial import THRESHOLD, Background, Trial, run_trial
from .truth import TruthError, truths
from .years import coded_years, dates

if TYPE_CHECKING:
    from ..store import Store

__all__ = ["DRAWS", "Backtest", "backtest"]

DRAWS = 200
"""Draws a year by default: at P = 0.8 the standard error of P(rank 1) is then 0.028."""


@dataclass(frozen=True)
class Backtest(Result):
    """Backtest of several paradigms.

    Attributes
    ----------
    trials : tuple of Trial
        One per paradigm, in the order of the paradigms' beginnings.
    errors : str
        Id of the error model behind P(rank 1).
    labels, names : mapping of id to NodeName
        Of paradigms, and of organizations.
    """

    rests_on: Setting
    trials: tuple[Trial, ...]
    errors: str
    labels: Mapping[str, NodeName] = field(repr=False)
    names: Mapping[str, NodeName] = field(repr=False)

    @property
    def setting(self) -> Setting:
        """What the answer rests on; `n` counts the paradigms that have a truth."""
        return self.rests_on

    @property
    def p_best(self) -> float | None:
        """Least one-sided p of a sign test over the paradigms: what winning all of them would be worth."""
        return 0.5**self.rests_on.n if self.rests_on.n else None

    def trial(self, paradigm: str) -> Trial:
        """Trial of a paradigm by its id.

        Raises
        ------
        KeyError
            If it is not among them.
        """
        return {one.paradigm: one for one in self.trials}[paradigm]

    def records(self) -> Sequence[Mapping[str, Any]]:
        """One row per paradigm, variant and measure."""
        return [
            {
                "paradigm": trial.paradigm,
                "truth": " ".join([trial.truth.group] if trial.truth.group else trial.truth.definers),
                **track.summary(),
            }
            for trial in self.trials
            if trial.truth
            for track in trial.tracks
        ]

    def to_dict(self) -> dict[str, Any]:
        """Plain data in the form of ``definer backtest --json``."""
        return {
            **super().to_dict(),
            "known_by": "each year's own date",
            "errors": self.errors,
            "threshold": THRESHOLD,
            "p_best": self.p_best,
            "paradigms": [trial_document(trial, self.labels, self.names) for trial in self.trials],
        }


def backtest(
    store: Store,
    paradigms: Iterable[str] | None = None,
    *,
    truth: Mapping[str, str | Iterable[str]] | None = None,
    spec: Spec = DEFAULT_SPEC,
    draws: int = DRAWS,
    seed: int = 0,
    errors: ErrorModel = DEFAULT_ERRORS,
    as_of: str | None = None,
    histories: Mapping[str, TieHistory] | None = None,
) -> Backtest:
    """Score every year of each paradigm's coded period from the ties known by then, and look for the truth.

    Parameters
    ----------
    paradigms : iterable of str, optional
        Ids or names; all by default.
    truth : mapping, optional
        Paradigm -> firms to look for instead of the essay's (:func:`definer.graph.backtest.truth.truths`).
    draws, seed : int
        Of P(rank 1); the same seed gives the same numbers.
    as_of : str, optional
        Last date to score; the data's date by default.
    histories : mapping, optional
        Ties of all dates by paradigm id, if they were read before.

    Raises
    ------
    UnknownParadigmError, UnknownFirmError, TruthError
        If a name is unknown, or a paradigm is given no firm.
    """
    from ..worth.reading import read_observations

    notes = select_paradigms(store)
    labels = {key: note.name for key, note in notes.items()}
    asked = notes if paradigms is None else {find_id(text, labels, UnknownParadigmError) for text in paradigms}
    keys = sorted(asked, key=lambda key: (notes[key].start or "9999", key))
    targets = truths(store, truth)
    for text in truth or ():
        if find_id(text, labels, UnknownParadigmError) not in keys:
            raise TruthError(
                f'definers are given for "{text}", which is not among the paradigms to test',
                f"所给定义者的范式“{text}”不在回测范围内",
            )
    read = {key: history for key, history in (histories or {}).items() if key in keys}
    read |= tie_histories(store, [key for key in keys if key not in read])
    background = Background(
        read_candidates(store),
        read_events(store),
        read_documents(store),
        read_countries(store),
        read_observations(store),
    )
    last = min(latest(as_of or store.as_of), latest(store.as_of)).isoformat()
    trials = tuple(
        run_trial(
            read[key],
            targets.get(key),
            dates(*coded_years(read[key], last), last),
            background,
            spec,
            errors,
            draws=draws,
            seed=seed,
        )
        for key in keys
    )
    version = next((history.claims for history in read.values()), None)
    # A paradigm without a tie in any year was not tried, whoever is named its definer.
    scored = sum(trial.truth is not None and any(found.n for found in trial.results.values()) for trial in trials)
    setting = Setting(None, last, last, "all", True, False, spec.id, scored, version, seed, draws)  # noqa: FBT003
    return Backtest(setting, trials, errors.id, labels, select_names(store))
