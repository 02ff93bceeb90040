"""All that could overturn a ranking, side by side, to be printed with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..names import NodeName
from ..power.correlations import SpearmanMatrix, spearman
from ..power.dominators import Dominators, dominators
from ..power.result import Result, Setting, setting_of
from ..power.spec import DEFAULT_SPEC, Spec
from ..power.tie import ScoreTies
from .curation import CAPS, CurationCap, curation_cap
from .flip import FlipNumber, flip_number
from .importance import FacetImportance, facet_importance
from .permutation_null import NullModel, null_model
from .sobol_indices import Sensitivity, sensitivity

__all__ = ["Robustness", "robustness"]


@dataclass(frozen=True)
class Robustness(Result):
    """How much it takes to overturn the ranking of a paradigm as of a date.

    Attributes
    ----------
    flip : FlipNumber
    cap : CurationCap
    null : NullModel
    correlations : SpearmanMatrix
    importance : FacetImportance
    certificates : Dominators
    sensitivity : Sensitivity or None
        None where it was not asked for.
    """

    of: Setting
    flip: FlipNumber
    cap: CurationCap
    null: NullModel
    correlations: SpearmanMatrix
    importance: FacetImportance
    certificates: Dominators
    sensitivity: Sensitivity | None = None
    names: Mapping[str, NodeName] = field(default_factory=dict, repr=False)

    @property
    def setting(self) -> Setting:
        """What the answers rest on."""
        return self.of

    def records(self) -> Sequence[Mapping[str, Any]]:
        """One row per company: its power, beside the null's, and P(rank 1) under each curation cap."""
        capped = {row.id: row for row in self.cap.firms}
        return [
            {
                "id": row.id,
                "name_en": self.names[row.id].en,
                "name_zh": self.names[row.id].zh,
                "rank": row.rank,
                "power": row.power,
                "null_mean": row.null_mean,
                "delta": row.delta,
                "percentile": row.percentile,
                "ties": capped[row.id].ties,
                **{f"p_rank1_k{cap}": share for cap, share in zip(self.cap.caps, capped[row.id].p_rank1, strict=True)},
            }
            for row in self.null.firms
        ]

    def to_dict(self) -> dict[str, Any]:
        """The rows, and each answer whole but for the setting, which they share."""
        shared = set(self.of.to_dict())
        parts: dict[str, Result | None] = {
            "flip": self.flip,
            "curation_cap": self.cap,
            "null_model": self.null,
            "spearman": self.correlations,
            "importance": self.importance,
            "dominators": self.certificates,
            "sensitivity": self.sensitivity,
        }
        document = super().to_dict()
        for name, part in parts.items():
            plain = part.to_dict() if part is not None else None
            # Sobol's design has a number of scorings of its own.
            own = {"draws"} if name == "sensitivity" else set()
            document[name] = plain and {key: value for key, value in plain.items() if key not in shared - own}
        return document


def robustness(
    ties: ScoreTies,
    spec: Spec = DEFAULT_SPEC,
    *,
    caps: Sequence[int] = CAPS,
    draws: int = 200,
    seed: int = 0,
    with_sensitivity: bool = False,
) -> Robustness:
    """Flip number, curation cap, null model, facet correlations, certificates and, where asked for, sensitivity.

    Parameters
    ----------
    caps : sequence of int
        Ties that each provider may keep under the curation cap.
    draws : int
        Of the curation cap, per cap, and of the null model.
    with_sensitivity : bool
        Add Sobol indices, which need SALib.

    Raises
    ------
    GraphError
        If sensitivity is asked for and SALib is not installed.
    ValueError
        If a cap or `draws` is below 1.
    """
    found = sensitivity(ties, spec, seed=seed) if with_sensitivity else None
    flip, null = flip_number(ties, spec), null_model(ties, spec, draws=draws, seed=seed)
    return Robustness(
        setting_of(ties, spec, null.setting.n, seed=seed, draws=draws),
        flip,
        curation_cap(ties, spec, caps=caps, draws=draws, seed=seed),
        null,
        spearman(ties, spec),
        facet_importance(ties, spec),
        dominators(ties),
        found,
        {row.id: ties.name(row.id) for row in null.firms},
    )
