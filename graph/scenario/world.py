"""What a scenario may name: organizations, cohorts, slots, countries and control points of a store."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ...ontology.namespaces import PREFIXES
from ..control.countries import organization_countries
from ..names import NodeName
from ..power.cohorts import read_cohorts
from ..power.select import id_of, iri_of, number, select_names, select_paradigms
from ..power.tie import SCORE_LAYERS, ScoreLayer
from .holdings import Holding, read_holdings

if TYPE_CHECKING:
    from ..store import Store

__all__ = ["SlotTerms", "World", "read_world", "read_worlds"]

_SLOTS = f"""PREFIX def: <{PREFIXES["def"]}> PREFIX skos: <{PREFIXES["skos"]}>
SELECT ?slot ?layer ?criticality ?revocability ?label (LANG(?label) AS ?lang) WHERE {{
  ?slot def:paradigm $paradigm ; a def:Slot ; def:layer ?layer .
  OPTIONAL {{ ?slot def:defaultCriticality ?criticality }}
  OPTIONAL {{ ?slot def:typicalRevocability ?revocability }}
  OPTIONAL {{ ?slot skos:prefLabel ?label }} }}"""


@dataclass(frozen=True, slots=True)
class SlotTerms:
    """Layer of a slot and what its ties have by default."""

    layer: ScoreLayer
    criticality: float
    revocability: float
    name: NodeName


@dataclass(frozen=True)
class World:
    """What the operations of a scenario may name.

    Attributes
    ----------
    paradigms, firms, cohorts : mapping of id to NodeName
        `cohorts` are those of the scenario's paradigm.
    slots : mapping of id to SlotTerms
        Slots of the paradigm.
    countries : mapping
        Organization -> ISO 3166-1 code.
    holdings : tuple of Holding
        Of control points, up to the date.
    points : mapping
        Control point -> (paradigm, side, weight).
    """

    paradigms: Mapping[str, NodeName] = field(default_factory=dict, repr=False)
    firms: Mapping[str, NodeName] = field(default_factory=dict, repr=False)
    cohorts: Mapping[str, NodeName] = field(default_factory=dict, repr=False)
    slots: Mapping[str, SlotTerms] = field(default_factory=dict, repr=False)
    countries: Mapping[str, str] = field(default_factory=dict, repr=False)
    holdings: tuple[Holding, ...] = field(default=(), repr=False)
    points: Mapping[str, tuple[str, str, float]] = field(default_factory=dict, repr=False)

    def name(self, key: str) -> NodeName:
        """Names of an organization or cohort; its id where there are none."""
        return self.firms.get(key) or self.cohorts.get(key) or NodeName(key, key, company=False)

    def labels(self, keys: Iterable[str]) -> dict[str, dict[str, str]]:
        """Names of organizations, cohorts and slots in both languages, by id."""
        found = {}
        for key in sorted(set(keys)):
            name = self.slots[key].name if key in self.slots else self.name(key)
            found[key] = {"en": name.en, "zh": name.zh}
        return found


def read_world(store: Store, paradigm: str, as_of: str) -> World:
    """What the store holds for scenarios of a paradigm (an id)."""
    return read_worlds(store, [paradigm], as_of)[paradigm]


def read_worlds(store: Store, paradigms: Sequence[str], as_of: str) -> dict[str, World]:
    """What the store holds for scenarios of each paradigm; what they have in common is read once."""
    firms, notes = select_names(store), select_paradigms(store)
    cohorts = read_cohorts(store, paradigms, firms)
    holdings, points = read_holdings(store, as_of)
    countries = organization_countries(store)
    found = {}
    for key in paradigms:
        used = {share.tie.dependent for share in cohorts[key].shares}
        found[key] = World(
            {note: notes[note].name for note in notes},
            firms,
            {name: of for name, of in cohorts[key].names.items() if name in used or name.startswith(f"{key}.")},
            _slots(store, key),
            countries,
            holdings,
            points,
        )
    return found


def _slots(store: Store, paradigm: str) -> dict[str, SlotTerms]:
    labels: dict[str, dict[str, str]] = {}
    terms: dict[str, tuple[ScoreLayer, float | None, float | None]] = {}
    rows = store.query(_SLOTS.replace("$paradigm", f"<{iri_of('paradigm', paradigm)}>")).rows
    for slot, layer, criticality, revocability, label, lang in sorted(rows, key=lambda row: tuple(map(str, row))):
        key, level = id_of(slot), id_of(layer)
        if level not in SCORE_LAYERS:
            continue
        terms[key] = (level, number(criticality), number(revocability))
        if label:
            labels.setdefault(key, {}).setdefault(str(lang or "")[:2], str(label))
    found = {}
    for key, (level, critical, revocable) in sorted(terms.items()):
        english = labels.get(key, {}).get("en", key)
        name = NodeName(english, labels.get(key, {}).get("zh", english), company=False)
        found[key] = SlotTerms(
            level, 0.9 if critical is None else critical, 1.0 if revocable is None else revocable, name
        )
    return found
