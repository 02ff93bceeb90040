"""Dominator certificates: who stands on every recorded path of supply to a dependent (METHOD 1.3c).

In a layer, supply runs ROOT -> primary providers -> dependents. A *dominates* j if every path from ROOT to j
crosses A (Lengauer & Tarjan 1979; Allesina & Bodini 2004 for food webs). It is a certificate and a screen, not
a score:

* All slots of a layer are alternatives of one another here (OR). Where they are complements a firm can be
  stopped by one that does not dominate it; lock-in sees that, a dominator tree cannot.
* A slot that the dependent fills itself, or with an open standard, is a path that crosses nobody: under OR it
  frees the dependent of every dominator in that layer. ``own=False`` leaves such paths out: the certificate then
  says "on every path by which it is supplied by others".
* UNKNOWN and the open-world residual are left out: with them nobody would ever dominate anybody. So a
  certificate says "on every path that is recorded", and one more recorded alternative breaks it.
* A tie signed and not delivered is no path. Shares, confidence and decay do not count: a path is there or not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Literal, get_args

from .result import Result, Setting, setting_of
from .spec import DEFAULT_SPEC
from .tie import ScoreTies

__all__ = ["LAYERS", "Certificate", "DominatorLayer", "Dominators", "chain", "dominator_tree", "dominators"]

DominatorLayer = Literal["tech", "dist", "supply", "all"]
"""A layer, or all of them together."""
LAYERS: Final[tuple[DominatorLayer, ...]] = get_args(DominatorLayer)
_ROOT: Final = ("root",)  # a tuple: no id of an organization can be equal to it


@dataclass(frozen=True, slots=True)
class Certificate:
    """`firm` is on every recorded path of supply to each of `dependents` (sorted) in `layer`."""

    layer: DominatorLayer
    firm: str
    dependents: tuple[str, ...]


@dataclass(frozen=True)
class Dominators(Result):
    """Certificates of every layer.

    Attributes
    ----------
    certificates : tuple of Certificate
        By layer, then those with most dependents first.
    chains : mapping of layer to mapping of dependent to tuple of str
        Dominators of a dependent, the nearest first: each dominates the ones before it too.
    own : bool
        Whether slots filled in-house, or by an open standard, counted as paths.
    """

    of: Setting
    certificates: tuple[Certificate, ...]
    chains: Mapping[DominatorLayer, Mapping[str, tuple[str, ...]]] = field(repr=False)
    own: bool = True

    @property
    def setting(self) -> Setting:
        """What the certificates rest on."""
        return self.of

    def dependents(self, firm: str, layer: DominatorLayer = "all") -> tuple[str, ...]:
        """Who depends on `firm` on every recorded path of `layer`; empty where nobody does."""
        found = (item.dependents for item in self.certificates if (item.layer, item.firm) == (layer, firm))
        return next(found, ())

    def records(self) -> Sequence[Mapping[str, Any]]:
        """One row per certificate."""
        return [
            {
                "layer": item.layer,
                "firm": item.firm,
                "dominated": len(item.dependents),
                "dependents": list(item.dependents),
            }
            for item in self.certificates
        ]

    def to_dict(self) -> dict[str, Any]:
        """Certificates, and the chain of dominators of every dominated dependent."""
        chains = {
            layer: {dependent: list(path) for dependent, path in found.items()} for layer, found in self.chains.items()
        }
        return {**super().to_dict(), "own": self.own, "chains": chains}


def dominators(ties: ScoreTies, *, own: bool = True) -> Dominators:
    """Dominator certificates of `ties`, per layer and over all layers together.

    No ties give no certificates.

    Parameters
    ----------
    own : bool
        Whether a slot filled in-house, or by an open standard, is a path of supply.
    """
    certificates: list[Certificate] = []
    chains: dict[DominatorLayer, dict[str, tuple[str, ...]]] = {}
    for layer in LAYERS:
        paths = [tie for tie in ties if layer in ("all", tie.layer) and tie.middle != 0.0]
        edges = {(tie.provider, tie.dependent) for tie in paths if tie.is_named}
        tree = dominator_tree(edges, {tie.dependent for tie in paths if own and tie.is_own})
        chains[layer] = {node: found for node in sorted(tree) if (found := chain(tree, node))}
        held: dict[str, list[str]] = {}
        for dependent, path in chains[layer].items():
            for firm in path:
                held.setdefault(firm, []).append(dependent)
        ranked = sorted(held.items(), key=lambda item: (-len(item[1]), item[0]))
        certificates += [Certificate(layer, firm, tuple(dependents)) for firm, dependents in ranked]
    n = len({tie.dependent for tie in ties if ties.mass(tie.dependent) > 0})
    return Dominators(setting_of(ties, DEFAULT_SPEC, n), tuple(certificates), chains, own)


def dominator_tree(edges: Iterable[tuple[str, str]], own: Iterable[str] = ()) -> dict[str, str | None]:
    """Immediate dominator of every node of a graph of supply; None where nobody dominates it.

    Parameters
    ----------
    edges : iterable of (provider, dependent)
    own : iterable of str
        Nodes that also supply themselves.

    Notes
    -----
    A primary provider is one that nobody supplies. Of a circle that nobody outside supplies every member is
    primary: which of them came first is not recorded, so none dominates another.
    """
    import networkx as nx

    supply: Any = nx.DiGraph()
    supply.add_edges_from(sorted(edges))
    groups = nx.condensation(supply)
    primary = {node for group, degree in groups.in_degree() if degree == 0 for node in groups.nodes[group]["members"]}
    free = sorted(primary | (set(own) & set(supply)))
    supply.add_edges_from((_ROOT, node) for node in free)
    if not free:
        return {}
    # The root is its own dominator in some versions of networkx, None's in others, and absent in more: drop it.
    found = nx.immediate_dominators(supply, _ROOT)
    return {node: None if by in (_ROOT, None) else by for node, by in sorted(found.items(), key=str) if node != _ROOT}


def chain(tree: Mapping[str, str | None], node: str) -> tuple[str, ...]:
    """Dominators of `node`, the nearest first."""
    path: list[str] = []
    by = tree[node]
    while by is not None:
        path.append(by)
        by = tree[by]
    return tuple(path)
