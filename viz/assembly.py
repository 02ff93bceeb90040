"""From evidence to a graph to draw: claims in the order of the pairs they join, nodes with place, size and colour."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from ..ontology.language import Language
from .evidence import CAPITAL, Evidence, Row
from .layout import place
from .palette import LAYERS, REGIONS, region

if TYPE_CHECKING:
    from pyvis.network import Network

__all__ = ["Drawing", "Pair", "Powers", "assemble", "build", "greatest", "node_size"]

Powers = Mapping[str, Mapping[int, Mapping[str, float]]]
"""Definition power: paradigm -> year -> firm -> power, 0 to 1."""

_SHAPES = {"CapitalSource": "diamond", "PublicBody": "triangle", "Group": "hexagon", "OpenStandard": "square"}
_LEAST, _MOST = 4.8, 44.0
_DASHES = [6, 5]
_DASH_DOT = [9, 4, 2, 4]


@dataclass(frozen=True, slots=True)
class Pair:
    """Ties of one dependent to one provider in one paradigm (or of money), and the range of their claims."""

    dependent: str
    provider: str
    paradigm: str
    layer: str
    first: int
    count: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is drawn: nodes by id, pairs, the claims that the pairs range over, and the ground they stand on."""

    nodes: dict[str, Row]
    pairs: list[Pair]
    claims: list[Row]
    positions: dict[str, tuple[int, int]]
    islands: dict[str, tuple[float, float, float]]


def node_size(share: float) -> float:
    """Radius of a node whose area grows with the `share` that its power is of the greatest on the page."""
    return float((_LEAST**2 + (_MOST**2 - _LEAST**2) * share) ** 0.5)


def greatest(powers: Powers) -> float:
    """Greatest power of any firm in any year: it has the largest node."""
    found = [power for years in powers.values() for firms in years.values() for power in firms.values()]
    return max(found, default=0.0) or 1.0


def assemble(evidence: Evidence, powers: Powers) -> Drawing:
    """Order the claims by pair and place the nodes.

    Parameters
    ----------
    evidence : Evidence
        What the store says.
    powers : mapping
        Definition power by paradigm, year and firm; it keeps large nodes apart in the layout.
    """
    claims = _claims(evidence)
    pairs = [
        Pair(*key, layer=_layer(members), first=members[0][0], count=len(members))
        for key, members in (
            (key, list(group)) for key, group in groupby(enumerate(claims), key=lambda item: _pair_key(item[1]))
        )
    ]
    linked = {pair.dependent for pair in pairs} | {pair.provider for pair in pairs}
    linked |= {row["holder"] for row in evidence.holdings}
    nodes = {
        key: row | {"kind": row.get("kind", "") or ("OpenStandard" if key in evidence.standards else "Organization")}
        for key, row in sorted((evidence.organizations | evidence.standards).items())
        if key in linked
    }
    largest: dict[str, float] = defaultdict(float)
    for years in powers.values():
        for firms in years.values():
            for firm, power in firms.items():
                largest[firm] = max(largest[firm], power)
    top = greatest(powers)
    radii = {node: node_size(largest[node] / top) for node in nodes}
    ground = _ground(pairs, list(evidence.paradigms))
    positions, islands = place(list(nodes), ground, list(evidence.paradigms), radii)
    return Drawing(nodes, pairs, claims, positions, islands)


def build(drawing: Drawing, evidence: Evidence, sizes: Mapping[str, float], lang: Language) -> Network:
    """Put the drawing into a :class:`pyvis.network.Network`: the page is written from its nodes and edges.

    Parameters
    ----------
    drawing : Drawing
        What :func:`assemble` gave.
    evidence : Evidence
        For the names in the hover texts.
    sizes : mapping of str to float
        Radius of each node at the date of the first view.
    lang : {"en", "zh"}
        Language of labels and hover texts.
    """
    # pyvis brings IPython along; only this page needs it.
    from pyvis.network import Network

    network = Network(height="760px", width="100%", directed=True, cdn_resources="in_line")
    network.node_ids = _Ids()
    network.toggle_physics(status=False)
    for key, row in drawing.nodes.items():
        x, y = drawing.positions[key]
        network.add_node(
            key,
            label=_name(row, lang) or key,
            title=_name(row, lang) or key,
            shape=_SHAPES.get(row["kind"], "dot"),
            color=REGIONS[region(row.get("country", ""))][0],
            size=round(sizes.get(key, node_size(0.0)), 1),
            x=x,
            y=y,
            physics=False,
        )
    for pair in drawing.pairs:
        members = drawing.claims[pair.first : pair.first + pair.count]
        names = (_name(drawing.nodes[key], lang) or key for key in (pair.dependent, pair.provider))
        about = _name(evidence.paradigms.get(pair.paradigm, {}), lang)
        network.add_edge(
            pair.dependent,
            pair.provider,
            title=" → ".join(names) + (f" · {about}" if about else ""),
            color=LAYERS.get(pair.layer, LAYERS["tech"])[0],
            dashes=_dashes(pair.layer, members),
            width=1,
            paradigm=pair.paradigm,
            layer=pair.layer,
            first=pair.first,
            count=pair.count,
        )
    return network


class _Ids(list[str]):
    """Ids in their order: pyvis looks every end of every edge up in them, which takes a list minutes for 20,000."""

    def __init__(self) -> None:
        super().__init__()
        self._known: set[str] = set()

    def append(self, item: str) -> None:
        super().append(item)
        self._known.add(item)

    def __contains__(self, item: object) -> bool:
        return item in self._known


def _claims(evidence: Evidence) -> list[Row]:
    money = [
        row | {"dependent": row["investee"], "provider": row["investor"], "layer": CAPITAL, "kind": "investment"}
        for row in evidence.investments
    ]
    return sorted(
        [*evidence.ties, *money], key=lambda row: (*_pair_key(row), row.get("slot", ""), row["start"], row["tie"])
    )


def _pair_key(row: Row) -> tuple[str, str, str]:
    return row["dependent"], row["provider"], "" if row["layer"] == CAPITAL else row.get("paradigm", "")


def _layer(members: list[tuple[int, Row]]) -> str:
    return min((row["layer"] for _, row in members), key=lambda word: list(LAYERS).index(word) if word in LAYERS else 9)


def _dashes(layer: str, members: list[Row]) -> bool | list[int]:
    if layer == CAPITAL:
        return _DASH_DOT
    return False if any(row["evidence"] == "sourced" for row in members) else _DASHES


def _name(row: Row, lang: Language) -> str:
    return (row.get("name_zh", "") if lang == "zh" else "") or row.get("name_en", "") or row.get("name", "")


def _ground(pairs: list[Pair], paradigms: list[str]) -> list[tuple[str, str, str]]:
    """Ties for the layout: money counts in the paradigm of the firm that got it, or else of the one that gave it."""
    counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for pair in pairs:
        if pair.paradigm:
            counts[pair.dependent][pair.paradigm] += 1
            counts[pair.provider][pair.paradigm] += 1
    order = {paradigm: number for number, paradigm in enumerate(paradigms)}
    homes = {key: min(found, key=lambda p: (-found[p], order.get(p, 0))) for key, found in counts.items()}
    last = paradigms[-1] if paradigms else ""
    return [
        (p.dependent, p.provider, p.paradigm or homes.get(p.dependent) or homes.get(p.provider) or last) for p in pairs
    ]
