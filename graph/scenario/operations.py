"""Operations of a scenario, as a file states them (METHOD 6.1).

Every field is checked by itself here; whether a firm, slot or tie exists is checked against the graph when the
operation is applied.
"""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal, TypeAlias

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

__all__ = [
    "OPERATIONS",
    "SELECTORS",
    "AddControlPoint",
    "AddTie",
    "Holdings",
    "Operation",
    "Part",
    "Refill",
    "Region",
    "RemoveCoalition",
    "RemoveFirm",
    "RemoveTie",
    "ReweightTie",
    "Selection",
    "SetCriticality",
    "SetHoldingDegree",
    "SetRevocability",
    "Share",
    "ShiftCohortShare",
    "Text",
    "Word",
    "ends",
    "listed",
]

LONGEST_TEXT: Final = 2000
LONGEST_WORD: Final = 200
SELECTORS: Final = ("tie", "dependent", "provider", "slot", "layer", "dependent_country", "provider_country")
"""Fields that select ties; what is given must all hold."""


def _word(text: str) -> str:
    if not 1 <= len(text) <= LONGEST_WORD or not text.isprintable() or text != text.strip():
        raise PydanticCustomError("bad_text", "bad text", {"limit": LONGEST_WORD})
    return text


def _text(text: str) -> str:
    printable = all(letter.isprintable() or letter == "\n" for letter in text)
    if not 1 <= len(text) <= LONGEST_TEXT or not printable or not text.strip():
        raise PydanticCustomError("bad_text", "bad text", {"limit": LONGEST_TEXT})
    return text


def _part(value: float) -> float:
    if not 0.0 <= value <= 1.0:  # also refuses what is no number
        raise PydanticCustomError("not_part", "outside 0 to 1", {"value": str(value)})
    return value


def _share(value: Any) -> Any:  # noqa: ANN401
    """A number or a list of two, so that a fault is told once and not once per form."""
    if isinstance(value, list | tuple):
        if len(value) != 2 or not all(isinstance(end, int | float) and not isinstance(end, bool) for end in value):
            raise PydanticCustomError("not_range", "no range")
        low, high = (_part(float(end)) for end in value)
        if low > high:
            raise PydanticCustomError("backward_range", "low above high", {"low": str(low), "high": str(high)})
        return [low, high]
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise PydanticCustomError("not_number", "no number", {"value": str(value)})
    return _part(float(value))


def _one_or_more(value: Any) -> Any:  # noqa: ANN401
    for word in value if isinstance(value, list | tuple) else (value,):
        if not isinstance(word, str):
            raise PydanticCustomError("not_text", "no text", {"value": str(word)})
        _word(word)
    if not value:
        raise PydanticCustomError("too_short", "nothing")
    return list(value) if isinstance(value, tuple) else value


Word = Annotated[str, Field(min_length=1, max_length=LONGEST_WORD), AfterValidator(_word)]
"""Id or name."""
Text = Annotated[str, Field(min_length=1, max_length=LONGEST_TEXT), AfterValidator(_text)]
Part = Annotated[float, Field(json_schema_extra={"minimum": 0, "maximum": 1}), AfterValidator(_part)]
_Range = Annotated[list[Part], Field(min_length=2, max_length=2)]
Share = Annotated[Part | _Range, BeforeValidator(_share)]
"""Share of a slot: a number, or a range of which draws are taken."""
Words = Annotated[Word | Annotated[list[Word], Field(min_length=1, max_length=200)], BeforeValidator(_one_or_more)]
Refill = Literal["unnamed", "rivals"]
"""Who fills what a removed provider filled: nobody who is named, or the rivals in the slot."""
Holdings = Literal["essay", "researched", "both"]
Region: TypeAlias = Words


def listed(value: str | list[str] | None) -> tuple[str, ...]:
    """Words of a field that takes one or several."""
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else tuple(value)


def ends(share: float | list[float]) -> tuple[float, float]:
    """Ends of a share."""
    return (share, share) if isinstance(share, int | float) else (share[0], share[1])


class _Operation(BaseModel):
    """What every operation may say: why."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    because: Text | None = None


class Selection(_Operation):
    """Ties that an operation is about: all that are given must hold; lists mean any of them."""

    tie: Words | None = None
    dependent: Words | None = None
    provider: Words | None = None
    slot: Words | None = None
    layer: Literal["tech", "dist", "supply"] | None = None
    dependent_country: Region | None = None
    provider_country: Region | None = None

    @model_validator(mode="after")
    def _selects(self) -> Selection:
        if all(getattr(self, name) is None for name in SELECTORS):
            raise PydanticCustomError("no_selection", "selects nothing", {"known": ", ".join(SELECTORS)})
        return self


class AddTie(_Operation):
    """A tie more. What is left out is as the slot has it; the layer is the slot's, so it can never be capital."""

    op: Literal["add_tie"]
    id: Word | None = None
    dependent: Word
    provider: Word
    slot: Word
    share: Share | None = None
    layer: Word | None = None
    criticality: Part | None = None
    revocability: Part | None = None
    closed: bool = False

    @model_validator(mode="after")
    def _never_capital(self) -> AddTie:
        if self.layer is not None and self.layer not in ("tech", "dist", "supply"):
            raise PydanticCustomError("capital_layer", "no layer of a score")
        return self


class RemoveTie(Selection):
    """Ties that end."""

    op: Literal["remove_tie"]
    refill: Refill = "unnamed"


class ReweightTie(Selection):
    """Another share of the slot."""

    op: Literal["reweight_tie"]
    share: Share


class SetRevocability(Selection):
    """Whether the provider can withhold: 1 at will (a hosted service), 0.2 open weights, 0 not at all."""

    op: Literal["set_revocability"]
    value: Part


class SetCriticality(Selection):
    """What the dependent loses if the slot is empty; it belongs to the slot, so to all its ties."""

    op: Literal["set_criticality"]
    value: Part


class ShiftCohortShare(_Operation):
    """Other shares in a slot of a cohort of adopters; the providers that are not named keep their proportions."""

    op: Literal["shift_cohort_share"]
    cohort: Word
    slot: Word
    shares: Annotated[dict[Word, Share], Field(min_length=1, max_length=100)]
    revocability: Part | None = None

    @model_validator(mode="after")
    def _at_most_all(self) -> ShiftCohortShare:
        total = sum(sum(ends(share)) / 2 for share in self.shares.values())
        if total > 1 + 1e-9:
            raise PydanticCustomError("shares_above_one", "above 1", {"total": f"{total:g}"})
        return self


class RemoveFirm(_Operation):
    """Firms that leave the paradigm, as providers and as dependents."""

    op: Literal["remove_firm"]
    firm: Words
    refill: Refill = "unnamed"


class RemoveCoalition(_Operation):
    """Firms, or all of a country, that stop providing to others: an export ban."""

    op: Literal["remove_coalition"]
    firms: Words | None = None
    country: Region | None = None
    customers: Words | None = None
    customer_country: Region | None = None
    slot: Words | None = None
    layer: Literal["tech", "dist", "supply"] | None = None
    refill: Refill = "unnamed"

    @model_validator(mode="after")
    def _somebody(self) -> RemoveCoalition:
        if self.firms is None and self.country is None:
            raise PydanticCustomError("no_members", "nobody")
        return self


class AddControlPoint(_Operation):
    """A control point more: it changes the count of definitions, never a score."""

    op: Literal["add_control_point"]
    id: Word
    side: Literal["software", "supply"]
    holder: Word
    degree: Part
    weight: Part = 1.0
    holdings: Holdings = "both"


class SetHoldingDegree(_Operation):
    """Another degree to which a control point is held: it changes the count of definitions, never a score."""

    op: Literal["set_holding_degree"]
    control_point: Word
    holder: Word
    degree: Part
    holdings: Holdings = "both"


Operation = Annotated[
    AddTie
    | RemoveTie
    | ReweightTie
    | SetRevocability
    | SetCriticality
    | ShiftCohortShare
    | RemoveFirm
    | RemoveCoalition
    | AddControlPoint
    | SetHoldingDegree,
    Field(discriminator="op"),
]
OPERATIONS: Final[dict[str, type[_Operation]]] = {
    "add_tie": AddTie,
    "remove_tie": RemoveTie,
    "reweight_tie": ReweightTie,
    "set_revocability": SetRevocability,
    "set_criticality": SetCriticality,
    "shift_cohort_share": ShiftCohortShare,
    "remove_firm": RemoveFirm,
    "remove_coalition": RemoveCoalition,
    "add_control_point": AddControlPoint,
    "set_holding_degree": SetHoldingDegree,
}
