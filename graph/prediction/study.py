"""Power and price over time, all in one: panel, fixed effects, both directions, hold-out, and which came first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..names import NodeName
from ..plain_values import document
from ..power.select import select_paradigms, select_version
from .effects import FixedEffects, fixed_effects
from .holdout import HoldOut, hold_out
from .lead_lag import Leads, leads
from .local_projection import Projections, project_both_ways
from .panel import build_panel
from .panel_table import Panel
from .whole_path import PERMUTATIONS

if TYPE_CHECKING:
    from ..link.powers import TiesOf
    from ..store import Store
    from ..ties import TieHistory
    from ..worth.observations import Observations

__all__ = ["SPLIT", "Part", "Prediction", "prediction"]

SPLIT = 2015
"""The essay's hypothesis H6 expects power before price until this year."""


@dataclass(frozen=True, slots=True)
class Part:
    """Local projections on a part of the panel; descriptive.

    Attributes
    ----------
    name : str
        Id of a paradigm, ``before_split`` or ``from_split``.
    n, n_firms : int
    projections : Projections
    """

    name: str
    n: int
    n_firms: int
    projections: Projections


@dataclass(frozen=True)
class Prediction:
    """Everything that the panel says of power and price.

    Attributes
    ----------
    panel : Panel
    effects : FixedEffects
    projections : Projections
        With power, premium and common year effects: the one that the verdict is read from.
    variants : tuple of Projections
        The same under other choices.
    parts : tuple of Part
    holdout : HoldOut
    leads : Leads or None
        None where it was not asked for.
    claims : str or None
        Version of the claims.
    labels : mapping
        Names of the paradigms.
    """

    panel: Panel
    effects: FixedEffects
    projections: Projections
    variants: tuple[Projections, ...]
    parts: tuple[Part, ...]
    holdout: HoldOut
    leads: Leads | None
    claims: str | None
    labels: Mapping[str, NodeName]

    @property
    def as_of(self) -> str:
        """Date of the claims."""
        return self.panel.as_of

    @property
    def verdict(self) -> str | None:
        """``power_leads_price``, ``price_leads_power``, ``neither`` or ``both``; None where nothing could be tested."""
        return self.projections.verdict

    def to_dict(self) -> dict[str, Any]:
        """Plain values in the form of ``definer prediction --json``."""
        panel = self.panel.to_dict()
        return document(
            {
                "as_of": self.as_of,
                "claims": self.claims,
                "n": panel["n"],
                "n_firms": panel["n_firms"],
                "verdict": self.verdict,
                "paradigms": {key: {"en": name.en, "zh": name.zh} for key, name in self.labels.items()},
                "left_out": panel["left_out"],
                "panel": panel,
                "fixed_effects": _with_names(self.effects.to_dict(), self.panel),
                "projections": self.projections.to_dict(),
                "variants": [one.to_dict() for one in self.variants],
                "split": SPLIT,
                "parts": [
                    {"name": part.name, "n": part.n, "n_firms": part.n_firms, **part.projections.to_dict()}
                    for part in self.parts
                ],
                "hold_out": self.holdout.to_dict(),
                "lead_lag": self.leads.to_dict() if self.leads else None,
            },
            gaps=True,
        )


def prediction(
    store: Store,
    paradigms: Sequence[str],
    ties_of: TiesOf,
    histories: Mapping[str, TieHistory] | None = None,
    permutations: int = PERMUTATIONS,
    seed: int = 0,
    draws: int = 200,
    seen: Observations | None = None,
) -> Prediction:
    """Build the panel and run every study on it.

    Parameters
    ----------
    store : Store
    paradigms : sequence of str
    ties_of : callable
        As :meth:`definer.KnowledgeGraph.ties`.
    histories : mapping, optional
        Ties of each paradigm at every date; without them the years of power and price are not compared.
    permutations, seed : int
        Of whole paths; variants use half of them, parts a quarter.
    draws : int
        Of the detection of power.
    seen : Observations, optional
        What the store says of worth, where it has been read before.
    """
    panel = build_panel(store, paradigms, ties_of, seen)
    fewer = max(permutations // 2, 1)
    variants = (
        project_both_ways(panel, fewer, seed, measure="rank"),
        project_both_ways(panel, fewer, seed, measure="in_degree"),
        project_both_ways(panel, fewer, seed, outcome="log_price_to_sales"),
        project_both_ways(panel, fewer, seed, periods="paradigm_year"),
    )
    return Prediction(
        panel=panel,
        effects=fixed_effects(panel, permutations, seed),
        projections=project_both_ways(panel, permutations, seed),
        variants=variants,
        parts=_parts(panel, paradigms, max(permutations // 4, 1), seed),
        holdout=hold_out(panel, permutations, seed),
        leads=leads(store, panel, paradigms, histories, draws, seed) if histories is not None else None,
        claims=select_version(store),
        labels={key: note.name for key, note in select_paradigms(store).items()},
    )


def _parts(panel: Panel, paradigms: Sequence[str], permutations: int, seed: int) -> tuple[Part, ...]:
    chosen = {
        "before_split": [row.year < SPLIT for row in panel.rows],
        "from_split": [row.year >= SPLIT for row in panel.rows],
        **{name: [row.paradigm == name for row in panel.rows] for name in paradigms},
    }
    found = []
    for name, keep in chosen.items():
        if any(keep):
            part = panel.subset(keep)
            found.append(Part(name, part.n, part.n_firms, project_both_ways(part, permutations, seed)))
    return tuple(found)


def _with_names(found: dict[str, Any], panel: Panel) -> dict[str, Any]:
    for carrier in found["carriers"]:
        firm = panel.firms[carrier["firm"]]
        carrier["name"] = {"en": firm.name_en, "zh": firm.name_zh}
    return found
