"""Where a score comes from: parts that sum to it, each with the ties it runs through (METHOD 1.10).

Reach is split by last tie: R_A = sum_j (u_j + alpha R_j) B_jA, exact and additive, then by slot. Lock-in is
split by dependent: u_j ell_j with the slot that binds, which is not additive over ties: the part names the
ties through which the binding slot loses, and the chain that carries most of the loss to the firm.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from functools import cached_property
from typing import Any

from ..names import NodeName, UnknownFirmError, find_id
from .evidence import TieEvidence, tie_document, tie_evidence
from .leave_one_out import LeaveOneOut, leave_one_out
from .lockin import loss_matrix
from .parts import Part, Slice, SourcePart, lockin_parts, reach_parts, slices, source_parts, source_reaches
from .projection import project
from .reach import reach_exact
from .result import Result, Setting, setting_of
from .scoring import PowerResult, score_fast
from .select import Queryable
from .shares import fill_slots
from .spec import DEFAULT_SPEC, Spec
from .tie import ScoreTie, ScoreTies

__all__ = ["Explanation", "Part", "Slice", "SourcePart", "explain", "explanations"]


@dataclass(frozen=True)
class Explanation(Result):
    """Parts of a firm's power, the largest first; ``sum(part.value) == power``, and so sums every way of splitting.

    Attributes
    ----------
    power : float
        In units of the score; `reach` and `lockin` are averages per participant.
    parts : tuple of Part
        By facet, dependent and slot. A firm that nobody depends on has power 0 and no parts.
    by_source : tuple of SourcePart
        By the participant that a part begins with.
    ties : tuple of ScoreTie
        Those that parts run through.
    total_mass : float
        sum(u): what averages are divided by; n where nobody states a mass.
    table : ScoreTies
        All ties of the paradigm.
    """

    firm: str
    scored: Setting
    power: float
    reach: float
    lockin: float
    total_mass: float
    parts: tuple[Part, ...]
    by_source: tuple[SourcePart, ...]
    ties: tuple[ScoreTie, ...]
    table: ScoreTies = field(repr=False)
    settings: Spec = field(default=DEFAULT_SPEC, repr=False)
    evidence: Mapping[str, TieEvidence] = field(default_factory=dict, repr=False)
    names: Mapping[str, NodeName] = field(default_factory=dict, repr=False)

    @property
    def setting(self) -> Setting:
        """What the answer rests on."""
        return self.scored

    @property
    def paradigm(self) -> str:
        """Id of the paradigm."""
        return self.table.paradigm

    @property
    def as_of(self) -> str:
        """Date of valid time."""
        return self.table.as_of

    @property
    def spec(self) -> str:
        """Id of the settings of the score."""
        return self.settings.id

    @property
    def n(self) -> int:
        """Participants: dependents with at least one slot."""
        return self.scored.n

    @property
    def stands(self) -> bool:
        """Whether the firm is in any tie of the table, as dependent or provider."""
        return any(self.firm in (tie.dependent, tie.provider) for tie in self.table)

    @cached_property
    def by_slot(self) -> tuple[Slice, ...]:
        """By slot, the largest first."""
        return slices(self.parts, lambda part: [(part.slot, part.value)])

    @cached_property
    def by_layer(self) -> tuple[Slice, ...]:
        """By layer, the largest first."""
        return slices(self.parts, lambda part: [(part.layer, part.value)])

    @cached_property
    def by_tie(self) -> tuple[Slice, ...]:
        """By tie of the slot that a part stands at: the last tie of reach, the first of lock-in."""
        return slices(self.parts, lambda part: zip(part.ties, part.split, strict=True))

    @cached_property
    def result(self) -> PowerResult:
        """The ranking that the score stands in, with what was coded and when."""
        return score_fast(self.table, self.settings)

    @cached_property
    def leave_one_out(self) -> LeaveOneOut:
        """Score and rank if any one tie were not in the table; the largest changes first."""
        return leave_one_out(self.table, self.firm, self.settings)

    def records(self) -> list[dict[str, Any]]:
        """One row per part."""
        return [
            {key: list(value) if isinstance(value, tuple) else value for key, value in asdict(part).items()}
            for part in self.parts
        ]

    def to_dict(self, *, leave_one_out: bool = True) -> dict[str, Any]:
        """Plain data in the form of ``definer explain --json``.

        `ties` holds every tie that the document names, with its evidence. Without `leave_one_out` that key is
        None, and the re-scorings are spared.
        """
        name, place = self.names[self.firm], self.result.firm(self.firm)
        effects = self.leave_one_out.records() if leave_one_out else None
        named = {tie.id for tie in self.ties} | {effect["tie"] for effect in effects or ()}
        return {
            **self.scored.to_dict(),
            "firm": {"id": self.firm, "name": {"en": name.en, "zh": name.zh}},
            "power": self.power,
            "reach": self.reach,
            "lockin": self.lockin,
            "rank": place.rank if place else None,
            "firms": len(self.result.firms),
            "in_degree": place.in_degree if place else None,
            "total_mass": self.total_mass,
            "parts": self.records(),
            "by_source": [asdict(part) | {"value": part.value, "chain": list(part.chain)} for part in self.by_source],
            "by_slot": _documents("slot", self.by_slot),
            "by_layer": _documents("layer", self.by_layer),
            "by_tie": _documents("tie", self.by_tie),
            "leave_one_out": effects,
            "ties": [self.tie_document(tie) for tie in self.table if tie.id in named],
        }

    @cached_property
    def counted(self) -> Mapping[str, float]:
        """Share of its slot that each tie to a named provider counts with, after residual, confidence and decay."""
        return {fill.tie: fill.share for slot in fill_slots(self.table, self.settings) for fill in slot.fills}

    def tie_document(self, tie: ScoreTie) -> dict[str, Any]:
        """A tie of the table with its evidence, as plain data; `share_counted` is None where nobody is named."""
        return {**tie_document(tie, self.evidence.get(tie.id)), "share_counted": self.counted.get(tie.id)}


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
    names = _names(ties)
    key = find_id(firm, names, UnknownFirmError)
    found = explanations(ties, [key], spec)[key]
    return found if store is None else replace(found, evidence=tie_evidence(store, (tie.id for tie in ties)))


def explanations(ties: ScoreTies, firms: Iterable[str], spec: Spec = DEFAULT_SPEC) -> dict[str, Explanation]:
    """Parts of the power of each of `firms` (ids): as :func:`explain`, with one model for all of them."""
    projection, names = project(ties, spec), _names(ties)
    reaches, losses = reach_exact(projection, spec.alpha), loss_matrix(projection)
    total, setting = projection.total_mass, setting_of(ties, spec, projection.n)
    handed = source_reaches(projection, spec.alpha) if total > 0 else None

    def one(key: str) -> Explanation:
        target = projection.index(key)
        reach = lockin = 0.0
        parts: list[Part] = []
        sources: tuple[SourcePart, ...] = ()
        if target is not None and handed is not None:
            reach, lockin = float(reaches[target]) / total, float(losses[target] @ projection.mass) / total
            bound = lockin_parts(projection, target, losses, spec)
            parts = reach_parts(projection, target, reaches, spec) + bound
            sources = source_parts(projection, handed(target), bound, spec)
        parts.sort(key=lambda part: (-part.value, part.facet, part.dependent, part.slot))
        used = {tie for part in parts for tie in part.ties}
        return Explanation(
            key,
            setting,
            spec.weights[0] * reach + spec.weights[1] * lockin,
            reach,
            lockin,
            total,
            tuple(parts),
            sources,
            tuple(tie for tie in ties if tie.id in used),
            ties,
            spec,
            names=names,
        )

    return {firm: one(firm) for firm in firms}


def _names(ties: ScoreTies) -> dict[str, NodeName]:
    if ties.names is not None:
        return dict(ties.names)
    nodes = {tie.dependent for tie in ties} | {tie.provider for tie in ties if tie.is_named}
    return {node: ties.name(node) for node in sorted(nodes)}


def _documents(key: str, found: tuple[Slice, ...]) -> list[dict[str, Any]]:
    return [
        {key: slice_.key, "reach": slice_.reach, "lockin": slice_.lockin, "value": slice_.value} for slice_ in found
    ]
