"""Where an operation stands: its place in the file, the ties it meets, and what its words may mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..names import NodeName, UnknownNameError, find_id
from ..power.tie import ScoreTie, ScoreTies
from .faults import ScenarioFault, similar
from .file import Scenario
from .holdings import Holding
from .operations import SELECTORS, Selection, listed
from .world import World

__all__ = ["Site"]

_SPECIAL = ("IN_HOUSE", "UNKNOWN")


@dataclass
class Site:
    """One operation of a scenario among the ties that it changes.

    Attributes
    ----------
    faults : list of ScenarioFault
        Where faults are put; an operation with one is not applied.
    lever : set of str
        Ids of the ties whose share or revocability the operation set.
    """

    scenario: Scenario
    place: int
    ties: ScoreTies
    world: World
    holdings: tuple[Holding, ...]
    faults: list[ScenarioFault]
    lever: set[str] = field(default_factory=set)

    def fault(self, name: str, code: str, near: tuple[str, ...] = (), /, **context: object) -> None:
        """Put down a fault at a field of the operation."""
        paradigm = self.scenario.document.paradigm
        terms = {"paradigm": paradigm, "date": self.ties.as_of, **context}
        self.faults.append(self.scenario.fault(("operations", self.place, name), code, near, **terms))

    def firm(self, name: str, text: str, *, special: bool = False) -> str:
        """Id of an organization."""
        if special and (text in _SPECIAL or text.startswith("OPEN:")):
            return text
        return self._find(name, "unknown_firm", text, self.world.firms)

    def dependent(self, name: str, text: str) -> str:
        """Id of an organization or cohort."""
        if text in self.world.cohorts:
            return text
        return self._find(name, "unknown_firm", text, {**self.world.cohorts, **self.world.firms})

    def cohort(self, name: str, text: str) -> str:
        """Id of a cohort of the paradigm."""
        return self._find(name, "unknown_cohort", text, self.world.cohorts)

    def slot(self, name: str, text: str) -> str:
        """Id of a slot of the paradigm; its short form does too."""
        paradigm = self.ties.paradigm
        if (full := f"{paradigm}.{text}") in self.world.slots:
            return full
        return self._find(name, "unknown_slot", text, {key: terms.name for key, terms in self.world.slots.items()})

    def country(self, name: str, text: str) -> str:
        """ISO code of a country that somebody is in."""
        code = text.upper()
        known = set(self.world.countries.values())
        if code not in known:
            self.fault(name, "unknown_country", similar(code, known), name=text)
        return code

    def _find(self, name: str, code: str, text: str, names: Mapping[str, NodeName]) -> str:
        try:
            return find_id(text, names, UnknownNameError)
        except UnknownNameError as error:
            self.fault(name, code, tuple(key for key, _ in error.suggestions), name=text)
            return text

    def selected(self, selection: Selection) -> list[ScoreTie]:
        """Ties that all given fields hold for."""
        wanted: dict[str, set[str]] = {}
        for name in SELECTORS:
            words = listed(getattr(selection, name))
            if words:
                wanted[name] = {self._word(name, word) for word in words}
        return [tie for tie in self.ties if all(self._value(tie, name) in words for name, words in wanted.items())]

    def _word(self, name: str, word: str) -> str:
        if name == "tie":
            known = [tie.id for tie in self.ties]
            if word not in known:
                self.fault(name, "unknown_tie", similar(word, known), name=word)
            return word
        if name.endswith("country"):
            return self.country(name, word)
        if name == "slot":
            return self.slot(name, word)
        if name == "provider":
            return self.firm(name, word, special=True)
        return self.dependent(name, word) if name == "dependent" else word

    def _value(self, tie: ScoreTie, name: str) -> str | None:
        if name == "tie":
            return tie.id
        if name.endswith("_country"):
            return self.world.countries.get(getattr(tie, name.removesuffix("_country")))
        return str(getattr(tie, name))

    def exchanged(self, new: Iterable[ScoreTie], gone: Iterable[str] = ()) -> tuple[ScoreTie, ...]:
        """The table with ties put in the place of those with their ids, others added, and some taken out."""
        fresh, out = {tie.id: tie for tie in new}, set(gone)
        kept = [fresh.pop(tie.id, tie) for tie in self.ties if tie.id not in out or tie.id in fresh]
        return (*kept, *sorted(fresh.values(), key=lambda tie: tie.id))

    def free_id(self, name: str) -> str:
        """An id that no tie has."""
        taken = {tie.id for tie in self.ties}
        found, number = name, 2
        while found in taken:
            found, number = f"{name}-{number}", number + 1
        return found

    def terms(self, slot: str) -> Any:  # noqa: ANN401
        """Terms of a slot, None for one that does not exist (its fault is put down)."""
        return self.world.slots.get(slot)
