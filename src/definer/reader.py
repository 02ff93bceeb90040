"""What every question to the knowledge graph needs: the store, the ties of a paradigm, names."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from .data.read import Claims
    from .graph.power import PowerResult
    from .graph.store import Store
    from .graph.ties import CohortMass, ScoreTies, TieHistory
    from .ontology.language import Language

__all__ = ["Evidence", "Reader"]

Evidence = Literal["all", "sourced"]


@dataclass(frozen=True)
class Reader:
    """A store of claims, its dates, paradigms, ties and names.

    Parameters
    ----------
    store : Store
        Where the claims stand as RDF; every score is computed from it.
    claims : Claims, optional
        The tables that the store was made from, if it was.
    """

    store: Store
    claims: Claims | None = field(default=None, repr=False)
    _read: dict[str, TieHistory] = field(default_factory=dict, repr=False, init=False, compare=False)
    _years: dict[str, dict[str, dict[int, PowerResult]]] = field(
        default_factory=dict, repr=False, init=False, compare=False
    )

    @property
    def as_of(self) -> str:
        """The data's date: what is computed without a date is computed as of this one."""
        return self.store.as_of

    @cached_property
    def paradigms(self) -> tuple[str, ...]:
        """Ids of the paradigms that the store knows, in the order of their beginnings."""
        from .graph.ties import paradigms

        return paradigms(self.store)

    def ties(
        self,
        paradigm: str,
        as_of: str | None = None,
        *,
        known_by: str | None = None,
        evidence: Evidence = "all",
        round_trip: bool = True,
        cohorts: bool = False,
        cohort_mass: CohortMass = 1.0,
    ) -> ScoreTies:
        """The ties of a paradigm that count as of a date: what :meth:`power` is computed from."""
        date = as_of or self.as_of
        history = self._history(paradigm)
        return history.at(date, known_by, evidence, round_trip, cohorts=cohorts, cohort_mass=cohort_mass)

    def find_firm(self, text: str) -> str:
        """Id of the organization with that id, name or alias, in either language.

        Raises
        ------
        definer.graph.power.UnknownFirmError
            If there is none, or more than one; it names the nearest.
        """
        from .graph.names import UnknownFirmError, find_id
        from .graph.ties import organization_names

        return find_id(text, organization_names(self.store), UnknownFirmError)

    def name(self, firm: str, lang: Language = "en") -> str:
        """Name of an organization or cohort by its id, else the id; special providers keep their word."""
        name = self._label("org", firm, lang)
        return name if name != firm else self._label("cohort", firm, lang)

    def paradigm_label(self, paradigm: str, lang: Language = "en") -> str:
        """Name of a paradigm by its id."""
        return self._label("paradigm", paradigm, lang)

    def slot_label(self, slot: str | None, lang: Language = "en") -> str:
        """Name of a slot by its id; empty where there is none."""
        return self._label("slot", slot, lang) if slot else ""

    def _history(self, paradigm: str) -> TieHistory:
        # Read once, cut at any date. Who asks for a second paradigm will ask for all: they are read together then.
        from .graph.ties import tie_histories

        if paradigm not in self._read:
            wanted = [name for name in self.paradigms if name not in self._read] if self._read else [paradigm]
            found = tie_histories(self.store, wanted if paradigm in wanted else [paradigm])
            self._read.update(found)
            if paradigm not in found:  # asked for by its name, not by its id
                self._read[paradigm] = next(iter(found.values()))
        return self._read[paradigm]

    def _label(self, path: str, key: str, lang: Language) -> str:
        from .graph.power.select import iri_of

        return self.store.label(iri_of(path, key), lang) or key
