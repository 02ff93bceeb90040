"""Everything that a scenario's study found, as one document."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from ..names import NodeName
from ..plain_values import plain
from ..worth.reasons import Refusal, counted_reasons
from .application import Applied, Step
from .convergence import Convergence
from .differences import Difference
from .file import Scenario
from .holdings import count_changes
from .inverse import Inverse
from .paths import FirmPaths
from .slope import Slope
from .world import World

__all__ = ["FORMAT", "ScenarioResult"]

FORMAT = "definer-scenario-result-1"


@dataclass(frozen=True)
class ScenarioResult:
    """What a scenario changes, and what that would be worth.

    Attributes
    ----------
    scenario : Scenario
    as_of : str
        Date of the ties.
    claims : str or None
        Version of the claims.
    spec : str
        Id of the settings of the score.
    errors : str or None
        Id of the error model; None without draws.
    applied : Applied
    differences : tuple of Difference
        Without cohorts of adopters, then with them (if the paradigm has any at the date).
    paths : tuple of FirmPaths
        Of the firms whose power changed most, in the difference that the scenario is about.
    about_cohorts : bool
        Whether that is the one with cohorts.
    convergence : tuple of Convergence, or Refusal
        Beside each difference.
    inverse : tuple of Inverse
    """

    scenario: Scenario
    paradigm: NodeName
    as_of: str
    claims: str | None
    spec: str
    errors: str | None
    applied: Applied
    differences: tuple[Difference, ...]
    paths: tuple[FirmPaths, ...]
    about_cohorts: bool
    slope: Slope | Refusal
    convergence: tuple[Convergence, ...] | Refusal
    inverse: tuple[Inverse, ...]
    world: World = field(repr=False)

    @property
    def main(self) -> Difference:
        """The difference that the scenario is about."""
        return next(found for found in self.differences if found.cohorts == self.about_cohorts)

    @property
    def unmoved(self) -> bool:
        """Whether no power changed at all."""
        return not any(change.changed for found in self.differences for change in found.changes)

    def to_dict(self) -> dict[str, Any]:
        """Plain data in the form of ``definer scenario --json``."""
        document = self.scenario.document
        return {
            "format": FORMAT,
            "scenario": self._identity(),
            "title": document.title.to_dict(),
            "note": document.note.to_dict() if document.note else None,
            "status": {
                "verified": document.status.verified,
                "source": document.status.source,
                "because": document.status.because.to_dict() if document.status.because else None,
            },
            "paradigm": self.applied.before.paradigm,
            "paradigm_name": {"en": self.paradigm.en, "zh": self.paradigm.zh},
            "as_of": self.as_of,
            "n": self.main.n[1],
            "claims": self.claims,
            "spec": self.spec,
            "errors": self.errors,
            "draws": self.main.draws,
            "seed": self.main.seed if self.main.draws else None,
            "operations": [self._step(step) for step in self.applied.steps],
            "warnings": [
                {"operation": step.place, "op": step.op, "code": step.warning}
                for step in self.applied.steps
                if step.warning
            ],
            "unmoved": self.unmoved,
            "about_cohorts": self.about_cohorts,
            "differences": [found.to_dict() for found in self.differences],
            "paths": [path.to_dict() for path in self.paths],
            "ties": self._ties(),
            "definitions": self._definitions(),
            "slope": _refused(self.slope) if isinstance(self.slope, Refusal) else self.slope.to_dict(),
            "convergence": _refused(self.convergence)
            if isinstance(self.convergence, Refusal)
            else [found.to_dict() for found in self.convergence],
            "inverse": [answer.to_dict() for answer in self.inverse],
            "names": self.world.labels(self._named()),
            "left_out": self._left_out(),
        }

    def to_json(self) -> str:
        """Text of the document, as it is saved: the same scenario, claims, draws and seed give the same bytes."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=2, allow_nan=False) + "\n"

    def _identity(self) -> dict[str, Any]:
        scenario = self.scenario
        return {
            "file": scenario.file,
            "sha256": scenario.sha256,
            "canonical_sha256": scenario.canonical_sha256,
            "yaml": scenario.to_yaml(),
        }

    def _step(self, step: Step) -> dict[str, Any]:
        stated = self.scenario.document.operations[step.place].model_dump(exclude_defaults=True)
        movers = [{"id": key, "change": plain(change)} for key, change in step.movers]
        return {
            "op": step.op,
            "stated": stated,
            "ties": list(step.ties),
            "holdings": step.holdings,
            "warning": step.warning,
            "movers": movers,
        }

    def _ties(self) -> list[dict[str, Any]]:
        """Ties that the scenario added, removed or changed, as they were and as they are."""
        first = {tie.id: tie for tie in self.applied.before}
        second = {tie.id: tie for tie in self.applied.after}
        found = []
        for key in sorted({**first, **second}):
            one, two = first.get(key), second.get(key)
            if one == two:
                continue
            tie = one or two
            assert tie is not None  # noqa: S101 - it is in one of the tables
            row: dict[str, Any] = {"id": key, "dependent": tie.dependent, "provider": tie.provider, "slot": tie.slot}
            for name in ("provider", "share_low", "share_high", "revocability", "criticality"):
                values = [plain(getattr(side, name, None)) for side in (one, two)]
                row[name if name != "provider" else "provider_after"] = values if name != "provider" else values[1]
            found.append(row)
        return found

    def _definitions(self) -> dict[str, Any] | None:
        """Counts of definitions, where the scenario is about holdings; power never reads them."""
        applied = self.applied
        if applied.holdings_before == applied.holdings_after:
            return None
        return {
            "as_of": self.as_of,
            "unit": "definitions",
            "rows": count_changes(applied.holdings_before, applied.holdings_after),
        }

    def _named(self) -> set[str]:
        ties = [*self.applied.before, *self.applied.after]
        changed = {row["id"] for row in self._ties()}
        found = {key for tie in ties if tie.id in changed for key in (tie.dependent, tie.provider, tie.slot)}
        for path in self.paths:
            found |= {path.firm, *(key for part in path.parts for key in (part.dependent, part.slot, *part.chain))}
        if isinstance(self.convergence, tuple):
            found |= {unit.id for side in self.convergence for unit in (*side.firms.a, *side.firms.b)}
        found |= {key for step in self.applied.steps for key, _ in step.movers}
        return found | self._stated()

    def _stated(self) -> set[str]:
        """Ids that the operations themselves name; short names of slots are completed."""
        words: set[str] = set()
        for operation in self.scenario.document.operations:
            for value in operation.model_dump(exclude_defaults=True).values():
                words |= {str(word) for word in value} if isinstance(value, list | dict) else {str(value)}
        words |= {f"{self.applied.before.paradigm}.{word}" for word in words}
        return words & {*self.world.firms, *self.world.cohorts, *self.world.slots}

    def _left_out(self) -> dict[str, Any]:
        """What the ranks leave out, and whom the estimate of b does."""
        groups = sum(not self.main.names[change.id].company for change in self.main.changes)
        firms = dict(self.slope.left_out) if isinstance(self.slope, Slope) else {}
        return {"not_ranked": groups, "not_in_estimate": counted_reasons(firms)}


def _refused(refusal: Refusal) -> dict[str, Any]:
    return {"refused": refusal.code, "detail": refusal.detail, **refusal.words}
