"""The knowledge graph as one object: query, power, premium, explain, network."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from .prospects import Prospects

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import networkx as nx
    import rdflib

    from .graph.answer import Answer
    from .graph.power import PowerResult, Uncertainty
    from .ontology.language import Language
    from .viz.dossier import DossierPage
    from .viz.page import NetworkPage

__all__ = ["KnowledgeGraph"]


class KnowledgeGraph(Prospects):
    """Sourced claims about firms, ready to be queried and scored.

    Parameters
    ----------
    store : Store
        Where the claims stand as RDF; every score is computed from it.
    claims : Claims, optional
        The tables that the store was made from, if it was.
    """

    @classmethod
    def open(
        cls,
        claims: str | Path | None = None,
        *,
        store: str | Path | None = None,
        tee: Callable[[bytes], object] | None = None,
    ) -> KnowledgeGraph:
        """Open the shipped claims, a directory of claims, or a store; see :func:`definer.open`.

        What is read from claims is given to `tee` too, as :meth:`.graph.store.Store.from_claims` says.
        """
        from .data.read import read_claims, shipped_claims
        from .graph.store import Store

        if claims is not None and store is not None:
            raise ValueError("name either claims or a store, not both")
        if store is not None:
            path = Path(store)
            return cls(Store.from_rdf([path]) if path.is_file() else Store.open(path))
        found = read_claims(shipped_claims() if claims is None else Path(claims))
        return cls(Store.from_claims(found, tee), found)

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

    def network(self, as_of: str | None = None, lang: Language = "en") -> NetworkPage:
        """The interactive page: ``kg.network().save("network.html")``."""
        from .viz.evidence import gather
        from .viz.page import measures_of, page, span

        last, first = span(self.as_of, as_of)
        return page(gather(self.store), measures_of(self.yearly(last)), last=last, as_of=first, lang=lang)

    def yearly(self, as_of: str | None = None) -> dict[str, dict[int, PowerResult]]:
        """Power of every paradigm at each year's end from 1975, and in the last year on the date.

        Returns
        -------
        dict
            paradigm -> year -> result, without draws.
        """
        from .graph.power.history import yearly_of
        from .ontology.values import latest
        from .viz.payload import FIRST_YEAR

        last = latest(as_of or self.as_of).isoformat()
        if last not in self._years:
            histories = {name: self._history(name) for name in self.paradigms}
            self._years[last] = yearly_of(histories, range(FIRST_YEAR, int(last[:4]) + 1), last=last)
        return self._years[last]

    def yearly_draws(
        self,
        paradigm: str,
        dates: Mapping[int, str],
        draws: int = 200,
        points: Mapping[int, PowerResult] | None = None,
    ) -> dict[int, Uncertainty]:
        """Intervals, P(rank 1) and verdict of a paradigm in single years.

        Parameters
        ----------
        dates : mapping of int to str
            Year and the date to score it as of.
        draws : int
            Of each year; verdicts that they leave open stay open.
        points : mapping, optional
            Scores of these years as :meth:`yearly` gives them.
        """
        from .graph.uncertainty import yearly_uncertainty

        return yearly_uncertainty(self._history(paradigm), dates, draws=draws, refine=False, points=points)

    def dossier(self, as_of: str | None = None, lang: Language = "en") -> DossierPage:
        """The whole analysis in one file that opens anywhere: ``kg.dossier().save("dossier.html")``.

        Parameters
        ----------
        as_of : str, optional
            Date of the findings, ``YYYY[-MM[-DD]]``; default: the data's date.
        lang : {"en", "zh"}
            Language of the first view; the reader can change it.
        """
        from .aside import Aside
        from .dossier import tell
        from .job import Job

        with Aside() as aside:
            return tell(Job(self, as_of or self.as_of, lang), aside=aside)

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
