"""Why two scores differ: the parts of one less the parts of the other, summing to the difference exactly.

Parts are aligned by facet, dependent and slot. Each is a total v, in dependent-equivalents, over the sum of all
participants' masses T; where T differs between the sides (n does), a part changes merely because the divisor did.
The difference is therefore split in two terms that sum to it exactly, the Shapley value of the two factors::

    v_a/T_a - v_b/T_b = (v_a - v_b) (1/T_a + 1/T_b) / 2  +  (v_a + v_b) / 2 (1/T_a - 1/T_b)

the first through changed dependence, the second through a changed number of participants. A side without
participants has no divisor of its own: it takes the other's, and all of the difference is dependence.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, Literal

from .result import Result, Setting
from .spec import Spec

if TYPE_CHECKING:
    from .explanation import Explanation
    from .parts import Part

__all__ = ["Comparison", "Difference", "PartDifference", "compare", "two_terms"]

Facet = Literal["reach", "lockin"]
Contrast = Mapping[str, tuple[Any, Any]]


@dataclass(frozen=True, slots=True)
class Difference:
    """Value of `key` (a slot, layer, facet or participant) on both sides, in units of power.

    ``value == a - b == dependence + participants``.
    """

    key: str
    a: float
    b: float
    dependence: float
    participants: float

    @property
    def value(self) -> float:
        """First side less the second."""
        return self.a - self.b


@dataclass(frozen=True, slots=True)
class PartDifference:
    """One part on both sides, in units of power.

    `ties_a` and `ties_b` are the ties it runs through (none: no such part); `only_a` and `only_b` those of the
    slot, whoever its provider, that stand in one side's table and not in the other's: why shares moved.
    """

    facet: Facet
    dependent: str
    slot: str
    layer: str
    a: float
    b: float
    dependence: float
    participants: float
    ties_a: tuple[str, ...]
    ties_b: tuple[str, ...]
    only_a: tuple[str, ...] = ()
    only_b: tuple[str, ...] = ()

    @property
    def value(self) -> float:
        """First side less the second."""
        return self.a - self.b


@dataclass(frozen=True)
class Comparison(Result):
    """Difference of two scores, ``a.power - b.power``, as the sum of the differences of their parts.

    Attributes
    ----------
    a, b : Explanation
        The two sides; for a comparison of dates the first is best the later one, so that growth is positive.
    parts : tuple of PartDifference
        The largest differences first; parts that are equal on both sides are among them.
    """

    a: Explanation
    b: Explanation
    parts: tuple[PartDifference, ...]

    @property
    def setting(self) -> Setting:
        """What the first side rests on."""
        return self.a.setting

    @property
    def difference(self) -> float:
        """Power of the first side less that of the second."""
        return self.a.power - self.b.power

    @property
    def total(self) -> Difference:
        """Both powers, and the two terms of their difference."""
        return self._difference("power", self.a.power, self.b.power)

    @property
    def by_facet(self) -> tuple[Difference, ...]:
        """Reach and lock-in, in units of power."""
        return self._align(_facets(self.a), _facets(self.b))

    @property
    def by_slot(self) -> tuple[Difference, ...]:
        """By slot, the largest differences first."""
        return self._align(*({row.key: row.value for row in side.by_slot} for side in (self.a, self.b)))

    @property
    def by_layer(self) -> tuple[Difference, ...]:
        """By layer."""
        return self._align(*({row.key: row.value for row in side.by_layer} for side in (self.a, self.b)))

    @property
    def by_source(self) -> tuple[Difference, ...]:
        """By the participant that a part begins with."""
        return self._align(*({row.dependent: row.value for row in side.by_source} for side in (self.a, self.b)))

    @property
    def contrast(self) -> Contrast:
        """What differs between the sides: name of the firm or setting -> its two values; empty for twins."""
        sides = [_described(side) for side in (self.a, self.b)]
        return {key: (value, sides[1][key]) for key, value in sides[0].items() if value != sides[1][key]}

    def records(self) -> list[dict[str, Any]]:
        """One row per part."""
        return [
            {
                "facet": part.facet,
                "dependent": part.dependent,
                "slot": part.slot,
                "layer": part.layer,
                "a": part.a,
                "b": part.b,
                "difference": part.value,
                "dependence": part.dependence,
                "participants": part.participants,
                "ties_a": list(part.ties_a),
                "ties_b": list(part.ties_b),
                "only_a": list(part.only_a),
                "only_b": list(part.only_b),
            }
            for part in self.parts
        ]

    def to_dict(self) -> dict[str, Any]:
        """Plain data in the form of ``definer explain --compare --json``; `ties` holds each that it names."""
        contrast = {key: list(values) for key, values in self.contrast.items()}
        return {
            **self.setting.to_dict(),
            "a": _side(self.a),
            "b": _side(self.b),
            "contrast": contrast,
            **_row("", self.total),
            "by_facet": [_row("facet", row) for row in self.by_facet],
            "parts": self.records(),
            "by_source": [_row("dependent", row) for row in self.by_source],
            "by_slot": [_row("slot", row) for row in self.by_slot],
            "by_layer": [_row("layer", row) for row in self.by_layer],
            "ties": list(self.tie_documents().values()),
        }

    def tie_documents(self) -> dict[str, dict[str, Any]]:
        """Ties that the parts name, by id, each with its evidence.

        `sides` says on which sides a part runs through the tie, `tables` in whose tables it stands;
        `share_counted` holds the share that it counts with on either side.
        """
        sides = {"a": self.a, "b": self.b}
        used = {key: {tie.id for tie in side.ties} for key, side in sides.items()}
        tables = {key: {tie.id: tie for tie in side.table} for key, side in sides.items()}
        named = {tie for part in self.parts for tie in (*part.ties_a, *part.ties_b, *part.only_a, *part.only_b)}
        found: dict[str, dict[str, Any]] = {}
        for tie in sorted(named):
            held = [key for key in sides if tie in tables[key]]
            document = sides[held[0]].tie_document(tables[held[0]][tie])
            document["share_counted"] = [side.counted.get(tie) for side in sides.values()]
            found[tie] = {**document, "sides": [key for key in sides if tie in used[key]], "tables": held}
        return found

    def _align(self, a: Mapping[str, float], b: Mapping[str, float]) -> tuple[Difference, ...]:
        found = [self._difference(key, a.get(key, 0.0), b.get(key, 0.0)) for key in {**a, **b}]
        return tuple(sorted(found, key=lambda row: (-abs(row.value), row.key)))

    def _difference(self, key: str, a: float, b: float) -> Difference:
        return Difference(key, a, b, *two_terms(a, b, self.a.total_mass, self.b.total_mass))


def compare(a: Explanation, b: Explanation) -> Comparison:
    """Parts of one explanation less those of another: two firms, two dates, or two settings.

    Parameters
    ----------
    a, b : Explanation
        Sides of one paradigm share slots; those of two paradigms share none, and nothing cancels.
    """
    left, right = ({_place(part): part for part in side.parts} for side in (a, b))
    only = _rows_of_one(a, b), _rows_of_one(b, a)
    found: list[PartDifference] = []
    for place in {**left, **right}:
        one, two = left.get(place) or _absent(right[place]), right.get(place) or _absent(left[place])
        terms = two_terms(one.value, two.value, a.total_mass, b.total_mass)
        rows = [tuple(table.get(place[1:], ())) for table in only]
        found.append(
            PartDifference(*place, one.layer, one.value, two.value, *terms, one.ties, two.ties, rows[0], rows[1])
        )
    found.sort(key=lambda part: (-abs(part.value), part.facet, part.dependent, part.slot))
    return Comparison(a, b, tuple(found))


def two_terms(a: float, b: float, mass_a: float, mass_b: float) -> tuple[float, float]:
    """Terms of ``a - b``: changed dependence, changed number of participants (see the head of the module)."""
    mass_a, mass_b = mass_a or mass_b or 1.0, mass_b or mass_a or 1.0
    if mass_a == mass_b:
        return a - b, 0.0
    total_a, total_b = a * mass_a, b * mass_b
    participants = (total_a + total_b) / 2 * (1 / mass_a - 1 / mass_b)
    return a - b - participants, participants


def _rows_of_one(a: Explanation, b: Explanation) -> dict[tuple[str, str], list[str]]:
    """Ids of the ties in the table of `a` that are not in that of `b`, by dependent and slot."""
    others = {tie.id for tie in b.table}
    found: dict[tuple[str, str], list[str]] = {}
    for tie in a.table:
        if tie.id not in others:
            found.setdefault((tie.dependent, tie.slot), []).append(tie.id)
    return found


def _absent(part: Part) -> Part:
    """The same place on a side that has no such part."""
    return replace(part, value=0.0, ties=(), chain=(), split=())


def _place(part: Part) -> tuple[Facet, str, str]:
    return part.facet, part.dependent, part.slot


def _facets(side: Explanation) -> dict[str, float]:
    reach, lockin = side.settings.weights
    return {"reach": reach * side.reach, "lockin": lockin * side.lockin}


def _described(side: Explanation) -> dict[str, Any]:
    """Firm and settings of a side, each by its own name."""
    plain = side.setting.to_dict()
    keys = ("paradigm", "as_of", "known_by", "evidence", "round_trip", "cohorts", "claims")
    settings = {name.name: getattr(side.settings, name.name) for name in fields(Spec)}
    return {"firm": side.firm, **{key: plain[key] for key in keys}, **settings}


def _side(side: Explanation) -> dict[str, Any]:
    name, place = side.names[side.firm], side.result.firm(side.firm)
    return {
        **side.setting.to_dict(),
        "firm": {"id": side.firm, "name": {"en": name.en, "zh": name.zh}},
        "power": side.power,
        "reach": side.reach,
        "lockin": side.lockin,
        "rank": place.rank if place else None,
        "firms": len(side.result.firms),
        "total_mass": side.total_mass,
    }


def _row(key: str, row: Difference) -> dict[str, Any]:
    values = {"difference": row.value, "dependence": row.dependence, "participants": row.participants}
    return values if not key else {key: row.key, "a": row.a, "b": row.b, **values}
