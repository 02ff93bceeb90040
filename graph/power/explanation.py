"""Where a score comes from: parts that sum to it, each with the ties it runs through (METHOD 1.10).

Reach is split by last tie: R_A = sum_j (u_j + alpha R_j) B_jA, exact and additive, then by slot. Lock-in is
split by dependent: u_j ell_j with the slot that binds, which is not additive over ties: the part names the
ties through which the binding slot loses, and the chain that carries most of the loss to the firm.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from ..names import NodeName, UnknownFirmError, find_id
from .evidence import TieEvidence, tie_evidence
from .lockin import binding_losses, loss_matrix
from .projection import Projection, project
from .reach import reach_exact
from .select import Queryable
from .spec import DEFAULT_SPEC, Spec
from .tie import ScoreTie, ScoreTies

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Vector = NDArray[np.float64]

__all__ = ["Explanation", "Part", "explain"]


@dataclass(frozen=True, slots=True)
class Part:
    """Part of a firm's power that rests on one slot of one dependent, in units of power.

    `ties` are the ties of that slot it runs through, the weightiest first; `chain`, of a lock-in part, is
    the way of most of the loss from the dependent to the firm.
    """

    facet: Literal["reach", "lockin"]
    dependent: str
    slot: str
    layer: str
    value: float
    ties: tuple[str, ...]
    chain: tuple[str, ...] = ()


@dataclass(frozen=True)
class Explanation:
    """Parts of a firm's power, the largest first; ``sum(part.value) == power``.

    `power` is in units of the score; `reach` and `lockin` are averages per participant. A firm that nobody
    depends on has power 0 and no parts.
    """

    firm: str
    paradigm: str
    as_of: str
    spec: str
    n: int
    power: float
    reach: float
    lockin: float
    parts: tuple[Part, ...]
    ties: tuple[ScoreTie, ...]
    evidence: Mapping[str, TieEvidence] = field(default_factory=dict, repr=False)
    names: Mapping[str, NodeName] = field(default_factory=dict, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """Plain data in the form of ``definer explain --json``."""
        name = self.names[self.firm]
        parts = [
            {
                "facet": part.facet,
                "dependent": part.dependent,
                "slot": part.slot,
                "layer": part.layer,
                "value": part.value,
                "ties": list(part.ties),
                "chain": list(part.chain),
            }
            for part in self.parts
        ]
        return {
            "as_of": self.as_of,
            "paradigm": self.paradigm,
            "spec": self.spec,
            "n": self.n,
            "firm": {"id": self.firm, "name": {"en": name.en, "zh": name.zh}},
            "power": self.power,
            "reach": self.reach,
            "lockin": self.lockin,
            "parts": parts,
            "ties": [self._tie(tie) for tie in self.ties],
        }

    def _tie(self, tie: ScoreTie) -> dict[str, Any]:
        found = self.evidence.get(tie.id, TieEvidence())
        end = "unknown" if tie.end_unknown else found.end or (tie.until.isoformat() if tie.until else None)
        sources = [
            {
                "id": note.id,
                "title": note.title,
                "publisher": note.publisher,
                "url": note.url,
                "tier": note.tier,
            }
            for note in found.sources
        ]
        return {
            "id": tie.id,
            "dependent": tie.dependent,
            "provider": tie.provider,
            "slot": tie.slot,
            "layer": tie.layer,
            "start": found.start or tie.start.isoformat(),
            "end": end,
            "share": [tie.share_low, tie.share_high],
            "criticality": tie.criticality,
            "revocability": tie.revocability,
            "closed": tie.closed,
            "evidence": tie.evidence,
            "confidence": tie.confidence,
            "quote": found.quote,
            "locator": found.locator,
            "sources": sources,
        }


def explain(ties: ScoreTies, firm: str, spec: Spec = DEFAULT_SPEC, *, store: Queryable | None = None) -> Explanation:
    """Parts of the power of `firm` (id or name), with the ties they run through.

    Parameters
    ----------
    store : Queryable, optional
        Where quotes, locators and sources are read; without it the explanation carries none.

    Raises
    ------
    UnknownFirmError
        With the nearest names, in English or Chinese.
    """
    projection = project(ties, spec)
    names = dict(ties.names) if ties.names is not None else {node: ties.name(node) for node in projection.nodes}
    key = find_id(firm, names, UnknownFirmError)
    target, n, total = projection.index(key), projection.n, projection.total_mass
    reach = lockin = 0.0
    parts: list[Part] = []
    if target is not None and total > 0:
        reaches, losses = reach_exact(projection, spec.alpha), loss_matrix(projection)
        reach, lockin = float(reaches[target]) / total, float(losses[target] @ projection.mass) / total
        parts += _reach_parts(projection, target, reaches, spec)
        parts += _lockin_parts(projection, target, losses, spec)
    parts.sort(key=lambda part: (-part.value, part.facet, part.dependent, part.slot))
    used = {tie for part in parts for tie in part.ties}
    shown = tuple(tie for tie in ties if tie.id in used)
    evidence = tie_evidence(store, used) if store is not None else {}
    power = spec.weights[0] * reach + spec.weights[1] * lockin
    return Explanation(
        key, ties.paradigm, ties.as_of, spec.id, n, power, reach, lockin, tuple(parts), shown, evidence, names
    )


def _reach_parts(projection: Projection, target: int, reaches: Vector, spec: Spec) -> list[Part]:
    """(u_j + alpha R_j) kappa_jf s_jfA per slot, in units of power."""
    share = projection.shares[:, [target]].toarray().ravel()
    dependents = projection.dependents
    weight = projection.mass[dependents] + spec.alpha * reaches[dependents]
    values = spec.weights[0] * weight * projection.intensity * share / projection.total_mass
    node = projection.nodes[target]
    parts: list[Part] = []
    for k in np.flatnonzero(values > 0).tolist():
        slot = projection.slots[k]
        fills = sorted((-fill.share, fill.tie) for fill in slot.fills if fill.provider == node and fill.share > 0)
        parts.append(
            Part(
                "reach",
                slot.dependent,
                slot.slot,
                slot.layer,
                float(values[k]),
                tuple(tie for _, tie in fills),
            )
        )
    return parts


def _lockin_parts(projection: Projection, target: int, losses: Vector, spec: Spec) -> list[Part]:
    """u_j ell_j per dependent through its binding slot (the first by id of equal ones), in units of power."""
    slot_losses = binding_losses(projection, target, losses)
    binding: dict[int, int] = {}
    for k, j in enumerate(projection.dependents.tolist()):
        if j not in binding or slot_losses[k] > slot_losses[binding[j]] + 1e-12:
            binding[j] = k
    ell = losses[target].copy()
    ell[target] = 1.0
    through = {j: _carriers(projection, k, ell) for j, k in binding.items()}
    parts: list[Part] = []
    for j, k in binding.items():
        value = float(spec.weights[1] * projection.mass[j] * losses[target, j] / projection.total_mass)
        if value > 0:
            slot, fills = projection.slots[k], through[j]
            chain = _chain(projection, j, target, through)
            parts.append(
                Part(
                    "lockin",
                    slot.dependent,
                    slot.slot,
                    slot.layer,
                    value,
                    tuple(tie for tie, _ in fills),
                    chain,
                )
            )
    return parts


def _carriers(projection: Projection, k: int, ell: Vector) -> list[tuple[str, int]]:
    """Ties of slot `k` that pass on a loss, with the index of their providers, the weightiest first."""
    found = []
    for fill in projection.slots[k].fills:
        provider = projection.index(fill.provider)
        if provider is not None and (carried := fill.share * fill.revocability * float(ell[provider])) > 0:
            found.append((-carried, fill.tie, provider))
    return [(tie, provider) for _, tie, provider in sorted(found)]


def _chain(
    projection: Projection, start: int, target: int, through: Mapping[int, list[tuple[str, int]]]
) -> tuple[str, ...]:
    """From dependent to firm along the weightiest tie of each binding slot."""
    chain = [start]
    while chain[-1] != target:
        step = next((provider for _, provider in through.get(chain[-1], ()) if provider not in chain), None)
        if step is None:
            break
        chain.append(step)
    return tuple(projection.nodes[j] for j in chain)
