"""The knowledge graph as one object: query, power, premium, explain, network."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    import networkx as nx
    import rdflib

    from .data.read import Claims
    from .graph.answer import Answer
    from .graph.power import DiagnosticsTable, Explanation, PowerResult, Spec
    from .graph.store import Store
    from .graph.ties import ScoreTies, TieHistory
    from .graph.worth import PremiumResult
    from .ontology.language import Language
    from .viz.page import NetworkPage

__all__ = ["KnowledgeGraph"]

Evidence = Literal["all", "sourced"]


@dataclass(frozen=True)
class KnowledgeGraph:
    """Sourced claims about firms, ready to be queried and scored.

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

    @classmethod
    def open(cls, claims: str | Path | None = None, *, store: str | Path | None = None) -> KnowledgeGraph:
        """Open the shipped claims, a directory of claims, or a store; see :func:`definer.open`."""
        from .data.read import read_claims, shipped_claims
        from .graph.store import Store

        if claims is not None and store is not None:
            raise ValueError("name either claims or a store, not both")
        if store is not None:
            path = Path(store)
            return cls(Store.from_rdf([path]) if path.is_file() else Store.open(path))
        found = read_claims(shipped_claims() if claims is None else Path(claims))
        return cls(Store.from_claims(found), found)

    @property
    def as_of(self) -> str:
        """The data's date: what is computed without a date is computed as of this one."""
        return self.store.as_of

    @cached_property
    def paradigms(self) -> tuple[str, ...]:
        """Ids of the paradigms that the store knows, in the order of their beginnings."""
        from .graph.ties import paradigms

        return paradigms(self.store)

    def query(
        self,
        question: str,
        parameters: Mapping[str, object] | None = None,
        lang: Language | None = None,
        **more: object,
    ) -> Answer:
        """Answer a named query, or SPARQL text.

        Parameters
        ----------
        question : str
            Name of a query that is shipped (see ``definer query --list``), or SPARQL 1.1.
        parameters, **more : object
            Values of the query's parameters.
        lang : {"en", "zh"}, optional
            Language of names, for a query that asks for one.

        Raises
        ------
        definer.graph.errors.GraphError
            If no query has that name, or if the text is no query (with line and column).
        """
        from .graph.named_queries import run

        return run(self.store, question, {**(parameters or {}), **more}, lang)

    def ties(
        self,
        paradigm: str,
        as_of: str | None = None,
        *,
        known_by: str | None = None,
        evidence: Evidence = "all",
        round_trip: bool = True,
    ) -> ScoreTies:
        """The ties of a paradigm that count as of a date: what :meth:`power` is computed from."""
        date = as_of or self.as_of
        return self._history(paradigm).at(date, known_by, evidence, round_trip)

    def power(
        self,
        paradigm: str,
        as_of: str | None = None,
        *,
        known_by: str | None = None,
        evidence: Evidence = "all",
        round_trip: bool = True,
        spec: Spec | None = None,
    ) -> PowerResult:
        """Definition power of every company of a paradigm (METHOD: reach and lock-in in equal parts).

        Parameters
        ----------
        paradigm : str
            One of :attr:`paradigms`.
        as_of : str, optional
            Date of valid time; a year or month means its last day.
        known_by : str, optional
            Leave out ties that became known later.
        evidence : {"all", "sourced"}
            ``sourced`` leaves out claims without a found source.
        round_trip : bool
            Whether ties between parties that also have a capital tie count.
        spec : Spec, optional
            Parameters of the score.
        """
        from .graph.power import Spec, score

        ties = self.ties(paradigm, as_of, known_by=known_by, evidence=evidence, round_trip=round_trip)
        return score(ties, spec or Spec())

    def explain(self, firm: str, paradigm: str | None = None, as_of: str | None = None) -> Explanation:
        """Why a firm has its score: parts that sum to it, down to ties, quotes and sources.

        Parameters
        ----------
        firm : str
            Id, name or alias, in either language.
        paradigm : str, optional
            Without it, the one in which the firm has the most power as of the date.
        as_of : str, optional
            Date of valid time.

        Raises
        ------
        definer.graph.power.UnknownFirmError
            If no organization, or more than one, is called that.
        """
        from .graph.power import Spec, explain

        key = self.find_firm(firm)
        chosen = paradigm or self._strongest_paradigm(key, as_of)
        return explain(self.ties(chosen, as_of), key, Spec(), store=self.store)

    def diagnostics(self, paradigm: str, as_of: str | None = None) -> DiagnosticsTable:
        """The usual centralities of every firm: to compare with, never part of the score."""
        from .graph.power import diagnostics

        return diagnostics(self.ties(paradigm, as_of))

    def premium(self, as_of: str | None = None) -> PremiumResult:
        """Valuation premium of every company, and its link with definition power within paradigms."""
        from .graph.worth import premium

        date = as_of or self.as_of
        powers = {paradigm: self.power(paradigm, date) for paradigm in self.paradigms}
        return premium(self.store, date, powers)

    def network(self, as_of: str | None = None, lang: Language = "en") -> NetworkPage:
        """The interactive page: ``kg.network().save("network.html")``."""
        from .viz.page import network

        histories = {name: self._history(name) for name in self.paradigms}
        return network(self.store, as_of or self.as_of, lang, histories=histories)

    def rdflib(self) -> rdflib.Graph:
        """The same store as an rdflib graph."""
        return self.store.rdflib()

    def networkx(self, paradigm: str, as_of: str | None = None) -> nx.MultiDiGraph[str]:
        """The ties of a paradigm as a networkx graph, dependent -> provider, with their attributes."""
        from .graph.ties import multidigraph

        return multidigraph(self.ties(paradigm, as_of))

    def turtle(self) -> bytes:
        """All claims as sorted, stable Turtle."""
        return self.store.turtle()

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
        """Name of an organization by its id, else the id; special providers keep their word."""
        return self._label("org", firm, lang)

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
        from .ontology.namespaces import thing_iri

        return self.store.label(thing_iri(path, key), lang) or key

    def _strongest_paradigm(self, firm: str, as_of: str | None) -> str:
        def power(paradigm: str) -> float:
            found = self.power(paradigm, as_of).firm(firm)
            return found.power if found else -1.0

        return max(self.paradigms, key=power)
