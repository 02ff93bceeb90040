"""The network page: who depends on whom, when, and on whose word, in one file that opens anywhere."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from ..ontology.language import Language
from ..ontology.values import latest
from .assembly import Drawing, Powers, assemble, build, greatest, node_size
from .document import render
from .evidence import Evidence, gather
from .files import write_whole
from .payload import FIRST_YEAR, payload, stops

if TYPE_CHECKING:
    from pyvis.network import Network

    from ..graph.store import Store
    from ..graph.ties import TieHistory

__all__ = ["NetworkPage", "network"]


class NetworkPage:
    """A network ready to be written, shown in a notebook, or taken over as a pyvis object.

    Made by :func:`network`.
    """

    def __init__(
        self, evidence: Evidence, drawing: Drawing, powers: Powers, *, last: str, as_of: str, lang: Language
    ) -> None:
        self._evidence = evidence
        self._drawing = drawing
        self._powers = powers
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
            data = payload(
                self.pyvis(),
                self._evidence,
                self._drawing,
                self._powers,
                last=self._last,
                as_of=self._as_of,
                lang=self._lang,
            )
            self._html = render(data, self._lang)
        return self._html

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

    def _repr_html_(self) -> str:
        return (
            f'<iframe srcdoc="{escape(self.html())}" sandbox="allow-scripts allow-downloads allow-popups" '
            'style="width:100%;height:760px;border:0" title="Definer"></iframe>'
        )


def network(
    store: Store,
    as_of: str | None = None,
    lang: Language = "en",
    power_by_year: Mapping[str, Mapping[int, Mapping[str, float]]] | None = None,
    histories: Mapping[str, TieHistory] | None = None,
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

    histories : mapping, optional
        Ties of all dates by paradigm, if they were read before; used where `power_by_year` is not given.

    Returns
    -------
    NetworkPage

    Examples
    --------
    >>> network(store, power_by_year=powers).save("network.html")  # doctest: +SKIP
    """
    last = latest(store.as_of).isoformat()
    first = latest(as_of).isoformat() if as_of else last
    # Powers are known for year's ends and for the last date: any other date must be the last one.
    last = last if first in stops(last) else first
    evidence = gather(store)
    powers = _powers(store, last, histories) if power_by_year is None else power_by_year
    drawing = assemble(evidence, powers)
    return NetworkPage(evidence, drawing, powers, last=last, as_of=first, lang=lang)


def _powers(store: Store, last: str, histories: Mapping[str, TieHistory] | None) -> Powers:
    from ..graph.power.history import yearly_of
    from ..graph.ties import tie_histories

    read = tie_histories(store) if histories is None else histories
    results = yearly_of(read, range(FIRST_YEAR, int(last[:4]) + 1), last=last)
    return {
        paradigm: {year: {firm.id: firm.power for firm in result.firms} for year, result in years.items()}
        for paradigm, years in results.items()
    }
