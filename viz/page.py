"""The network page: who depends on whom, when, and on whose word, in one file that opens anywhere."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..ontology.language import Language
from ..ontology.values import latest
from .assembly import Drawing, Powers, assemble, build, greatest, node_size
from .document import render
from .dossier.frame import frame
from .evidence import Evidence, gather
from .files import write_whole
from .notebook import framed, megabytes
from .payload import FIRST_YEAR, payload, stops

if TYPE_CHECKING:
    from pyvis.network import Network

    from ..graph.power.scoring import PowerResult
    from ..graph.store import Store

__all__ = ["NetworkPage", "measures_of", "network", "page", "span"]


class NetworkPage:
    """A network ready to be written, shown in a notebook, or taken over as a pyvis object.

    Made by :func:`network`.
    """

    def __init__(
        self,
        evidence: Evidence,
        drawing: Drawing,
        powers: Powers,
        *,
        facets: Mapping[str, Powers],
        last: str,
        as_of: str,
        lang: Language,
    ) -> None:
        self._evidence = evidence
        self._drawing = drawing
        self._powers = powers
        self._facets = facets
        self._last = last
        self._as_of = as_of
        self._lang: Language = lang
        self._html = ""

    @property
    def node_count(self) -> int:
        """Organizations and open standards on the page."""
        return len(self._drawing.nodes)

    @property
    def tie_count(self) -> int:
        """Pairs of dependent and provider, one per paradigm."""
        return len(self._drawing.pairs)

    def pyvis(self) -> Network:
        """Give the network as a :class:`pyvis.network.Network`, directed, with positions and without physics."""
        year = int(self._as_of[:4])
        sizes: dict[str, float] = {}
        for years in self._powers.values():
            for firm, power in years.get(year, {}).items():
                sizes[firm] = max(sizes.get(firm, 0.0), power)
        top = greatest(self._powers)
        radii = {firm: node_size(power / top) for firm, power in sizes.items()}
        return build(self._drawing, self._evidence, radii, self._lang)

    def html(self) -> str:
        """Give the page: one HTML document that asks nothing of any other address."""
        if not self._html:
            self._html = render(self._frame(), self._values, self._lang)
        return self._html

    def data(self) -> dict[str, Any]:
        """Give what the page draws and tells as plain values."""
        return self._values

    @cached_property
    def _values(self) -> dict[str, Any]:
        return payload(self.pyvis(), self._evidence, self._drawing, self._powers, facets=self._facets)

    def _frame(self) -> dict[str, Any]:
        found = frame(
            self._evidence,
            as_of=self._as_of,
            stops=stops(self._last),
            lang=self._lang,
            version="",
            claims="",
            tabs=(),
        )
        # The names stand in the network itself; nothing else on this page asks for them.
        return found | {"names": {"org": {}, "slot": {}, "point": {}}, "leftOut": [], "served": []}

    def save(self, path: str | Path) -> Path:
        """Write the page to `path` in UTF-8, whatever the locale, and whole or not at all.

        Raises
        ------
        OSError
            If the folder does not exist or may not be written.
        """
        target = Path(path)
        write_whole(target, self.html().encode("utf-8"))
        return target

    def __repr__(self) -> str:
        return f"<NetworkPage as of {self._as_of}, {megabytes(len(self.html().encode()))}>"

    def _repr_html_(self) -> str:
        return framed(self.html(), name="network.html", height=760, lang=self._lang)


def network(
    store: Store,
    as_of: str | None = None,
    lang: Language = "en",
    power_by_year: Mapping[str, Mapping[int, Mapping[str, float]]] | None = None,
) -> NetworkPage:
    """Draw the organizations of `store` and the ties between them.

    Parameters
    ----------
    store : Store
        The claims.
    as_of : str, optional
        Date of the first view, ``YYYY[-MM[-DD]]`` (a year or month means its last day); default: the data's date.
        The slider runs from 1975 by years to the data's date, or to this date where it is no year's end.
    lang : {"en", "zh"}
        Language of the first view; the reader can change it.
    power_by_year : mapping, optional
        Definition power, ``{paradigm: {year: {firm: power}}}`` with power from 0 to 1 as of each year's last day
        (of the last year: as of the data's date). By default it is computed from the store with the primary
        specification; with an empty mapping all nodes have one size, and the page says so.

    Returns
    -------
    NetworkPage

    Examples
    --------
    >>> network(store, power_by_year=powers).save("network.html")  # doctest: +SKIP
    """
    last, first = span(store.as_of, as_of)
    measures = _scores(store, last) if power_by_year is None else {"power": power_by_year}
    return page(gather(store), measures, last=last, as_of=first, lang=lang)


def span(data_as_of: str, as_of: str | None = None) -> tuple[str, str]:
    """Last stop of the slider, and the stop of the first view: ISO dates.

    Parameters
    ----------
    data_as_of : str
        Date of the data.
    as_of : str, optional
        Date of the first view; default: the data's date.
    """
    last = latest(data_as_of).isoformat()
    first = latest(as_of).isoformat() if as_of else last
    # Powers are known for year's ends and for the last date: any other date must be the last one.
    return (last if first in stops(last) else first), first


def page(
    evidence: Evidence, measures: Mapping[str, Powers], *, last: str, as_of: str, lang: Language = "en"
) -> NetworkPage:
    """Draw what was read and scored before.

    Parameters
    ----------
    evidence : Evidence
    measures : mapping
        ``power``, and where they are known its facets ``reach`` and ``lockin``; each as :func:`measures_of` gives it.
    last, as_of : str
        Last stop of the slider, and the stop of the first view.
    lang : {"en", "zh"}
        Language of the first view.
    """
    powers = measures.get("power", {})
    drawing = assemble(evidence, powers)
    return NetworkPage(evidence, drawing, powers, facets=measures, last=last, as_of=as_of, lang=lang)


def measures_of(results: Mapping[str, Mapping[int, PowerResult]]) -> dict[str, Powers]:
    """Take power and its facets by paradigm, year and firm from yearly scores."""
    return {
        name: {
            paradigm: {year: {firm.id: getattr(firm, name) for firm in result.firms} for year, result in years.items()}
            for paradigm, years in results.items()
        }
        for name in ("power", "reach", "lockin")
    }


def _scores(store: Store, last: str) -> dict[str, Powers]:
    from ..graph.power.history import yearly

    return measures_of(yearly(store, years=range(FIRST_YEAR, int(last[:4]) + 1), last=last))
