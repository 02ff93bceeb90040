"""What power consists of: facets per firm, their profile by layer and slot, and who loses what if who withdraws.

All facets come from one dependency model (METHOD 1.3-1.4) and stand in one unit, mean exposure per participant,
so none is normalised. Reach and lock-in are halves of the score; the others are read beside it:

* net lock-in, ``sum_j u_j max(L[A, j] - L[j, A], 0)``: power less what it owes in return (Emerson 1962);
* vulnerability, ``max_B L[B, A]``: the firm's own loss if the one it depends on most withdrew;
* entry power: lock-in through the slots of distribution alone, the tax on the entry point.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, Literal

import numpy as np

from .lockin import loss_matrix, net_lockin, vulnerability
from .projection import Projection, project
from .reach import reach_exact
from .result import Result, Setting, setting_of
from .scoring import score_fast
from .spec import DEFAULT_SPEC, Spec
from .tie import ScoreTies

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

    Vector = NDArray[np.float64]
    Matrix = NDArray[np.float64]
    Mask = NDArray[np.bool_]

__all__ = ["FACETS", "FacetTable", "FirmFacets", "LossMatrix", "Profile", "facets", "losses", "profile"]

FACETS: Final = ("power", "reach", "lockin", "net_lockin", "vulnerability", "entry", "in_degree")
"""The measures of :class:`FirmFacets` that rank firms."""
_SEEN: Final = 1e-12
"""A loss below this is rounding."""


@dataclass(frozen=True, slots=True)
class FirmFacets:
    """Facets of a company: averages per participant in 0..1; totals, in dependent-equivalents, end in ``_total``.

    `exposed_to` is whose withdrawal the firm's `vulnerability` is measured by, the first by id of equals; None
    where it depends on nobody.
    """

    id: str
    rank: int
    power: float
    reach: float
    lockin: float
    net_lockin: float
    entry: float
    vulnerability: float
    exposed_to: str | None
    in_degree: int
    reach_total: float
    lockin_total: float
    net_lockin_total: float
    entry_total: float


@dataclass(frozen=True)
class FacetTable(Result):
    """Facets of every company, the most powerful first."""

    of: Setting
    firms: tuple[FirmFacets, ...]

    @property
    def setting(self) -> Setting:
        """What the facets rest on."""
        return self.of

    def firm(self, key: str) -> FirmFacets | None:
        """Find the company with that id; None if it neither depends nor is depended on."""
        return next((firm for firm in self.firms if firm.id == key), None)

    def records(self) -> Sequence[Mapping[str, Any]]:
        """One row per company."""
        return [{name: getattr(firm, name) for name in FirmFacets.__slots__} for firm in self.firms]


@dataclass(frozen=True)
class Profile(Result):
    """Where each company's power comes from.

    `rows` hold the company, the layer or slot, its part of reach (the parts sum to reach) and the lock-in
    through it alone (these do not sum to lock-in: across slots the worst loss binds), as averages.
    """

    of: Setting
    by: Literal["layer", "slot"]
    rows: tuple[tuple[str, str, float, float], ...]

    @property
    def setting(self) -> Setting:
        """What the profile rests on."""
        return self.of

    def records(self) -> Sequence[Mapping[str, Any]]:
        """One row per company and layer or slot that carries power, in the order of power."""
        return [dict(zip(("id", self.by, "reach", "lockin"), row, strict=True)) for row in self.rows]


@dataclass(frozen=True, eq=False)
class LossMatrix(Result):
    """Who loses how much if who withdraws.

    Attributes
    ----------
    nodes : tuple of str
        Dependents and providers, sorted (n of them).
    matrix : ndarray of shape (n, n)
        ``[A, j]``: share of j's activity lost if A withdrew, 0..1.
    """

    of: Setting
    nodes: tuple[str, ...]
    matrix: Matrix

    @property
    def setting(self) -> Setting:
        """What the losses rest on."""
        return self.of

    def records(self) -> Sequence[Mapping[str, Any]]:
        """One row per loss that is not 0, the largest first."""
        found = [(-float(self.matrix[a, j]), a, j) for a, j in np.argwhere(self.matrix > _SEEN).tolist()]
        return [{"withdrawn": self.nodes[a], "dependent": self.nodes[j], "loss": -loss} for loss, a, j in sorted(found)]

    def wide(self) -> pd.DataFrame:
        """The matrix with its names: rows withdraw, columns lose."""
        import pandas as pd

        return pd.DataFrame(self.matrix, index=list(self.nodes), columns=list(self.nodes))


def facets(ties: ScoreTies, spec: Spec = DEFAULT_SPEC) -> FacetTable:
    """Facets of every company in `ties`; no ties give an empty table."""
    projection, scored = project(ties, spec), score_fast(ties, spec)
    matrix, mass = loss_matrix(projection), projection.mass
    net, exposed = net_lockin(matrix, mass), vulnerability(matrix)
    entry = loss_matrix(_part(projection, _where(projection, "layer") == "dist")) @ mass
    total = projection.total_mass or 1.0
    index = {node: i for i, node in enumerate(projection.nodes)}
    firms: list[FirmFacets] = []
    for firm in scored.firms:
        i = index[firm.id]
        firms.append(
            FirmFacets(
                firm.id,
                firm.rank,
                firm.power,
                firm.reach,
                firm.lockin,
                float(net[i]) / total,
                float(entry[i]) / total,
                float(exposed[i]),
                projection.nodes[int(np.argmax(np.round(matrix[:, i], 12)))] if exposed[i] > _SEEN else None,
                firm.in_degree,
                firm.reach_total,
                firm.lockin_total,
                float(net[i]),
                float(entry[i]),
            )
        )
    return FacetTable(setting_of(ties, spec, scored.n), tuple(firms))


def profile(ties: ScoreTies, spec: Spec = DEFAULT_SPEC, by: Literal["layer", "slot"] = "layer") -> Profile:
    """Reach and lock-in of every company through each layer or slot.

    Reach is split by the slot of the last tie, ``(u_j + alpha R_j) kappa_jf s_jfA``. Lock-in is that of a model in
    which a loss passes through this layer's slots only, with all participants in the average.
    """
    projection, scored = project(ties, spec), score_fast(ties, spec)
    reaches, place = reach_exact(projection, spec.alpha), _where(projection, by)
    index = {node: i for i, node in enumerate(projection.nodes)}
    total = projection.total_mass or 1.0
    weight = (projection.mass + spec.alpha * reaches)[projection.dependents] * projection.intensity
    parts: dict[str, tuple[Vector, Vector]] = {}
    for name in sorted(set(place.tolist())):
        here = place == name
        parts[name] = (
            np.asarray((weight * here) @ projection.shares) / total,
            loss_matrix(_part(projection, here)) @ projection.mass / total,
        )
    rows = [
        (firm.id, name, float(reach[i]), float(lockin[i]))
        for firm in scored.firms
        for i in (index[firm.id],)
        for name, (reach, lockin) in parts.items()
        if max(reach[i], lockin[i]) > _SEEN
    ]
    return Profile(setting_of(ties, spec, scored.n), by, tuple(rows))


def losses(ties: ScoreTies, spec: Spec = DEFAULT_SPEC) -> LossMatrix:
    """Loss of every organization in `ties` if any other withdrew (METHOD 1.3b)."""
    projection = project(ties, spec)
    return LossMatrix(setting_of(ties, spec, projection.n), projection.nodes, loss_matrix(projection))


def _where(projection: Projection, by: Literal["layer", "slot"]) -> NDArray[np.str_]:
    return np.array([getattr(slot, by) for slot in projection.slots], dtype=np.str_)


def _part(projection: Projection, slots: Mask) -> Projection:
    """The model with these slots only; participants stay as they are."""
    rows = np.flatnonzero(slots)
    return replace(
        projection,
        slots=tuple(projection.slots[row] for row in rows.tolist()),
        dependents=projection.dependents[rows],
        criticality=projection.criticality[rows],
        intensity=projection.intensity[rows],
        shares=projection.shares[rows],
        withheld=projection.withheld[rows],
    )
