"""What every claim carries, and how a field of a record says which ontology term it becomes.

A record is one row of a claims table and one node of the graph. Its fields are declared once: the Python type checks
the row, and :func:`term` names the property that carries the value in RDF. Nothing else maps one to the other.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from . import words
from .values import Id, Ids, Quote, Text, When, WhenOrUnknown, earliest, latest

__all__ = ["KNOWN", "Claim", "Money", "Record", "Share", "Span", "check_range", "term"]

KNOWN = "known"
"""Id of the pseudo-source of facts that a curator knows and for which no source was found."""

Share = Annotated[Decimal, Field(ge=0, le=1)]
"""A share or degree, 0 to 1."""
Money = Annotated[Decimal, Field(allow_inf_nan=False)]
"""An amount in billions of the currency beside it, as stated."""
How = Literal["literal", "when", "until", "last", "code", "link", "lang"]


def check_range(low: Decimal | None, high: Decimal | None, column: str) -> None:
    """Refuse a range whose low end lies above its high end, naming the column to mend."""
    if low is not None and high is not None and low > high:
        raise PydanticCustomError(
            "low_above_high", "low above high", {"column": column, "low": str(low), "high": str(high)}
        )


def term(curie: str, default: Any = ..., *, how: How = "literal", to: str = "", lang: str = "") -> Any:  # noqa: ANN401
    """Field of a record with the ontology property that carries it.

    Parameters
    ----------
    curie : str
        Property, as ``prefix:name``.
    default : object
        Value of an absent or blank cell; leave out for a required field.
    how : str
        ``literal``: by Python type (``str``, ``int``, ``Decimal``, ``bool``); ``lang``: text in the language `lang`;
        ``when``: date at its stated precision (``def:start``, ``def:date`` and ``def:periodStart`` also give
        ``def:validFrom``, ``def:knownFrom`` gives ``def:knownSince``: the first day that may be meant, as
        ``xsd:date``); ``until``: an exclusive end, which gives ``def:validUntil``, its first day; ``last``: an
        inclusive end, whose ``def:validUntil`` is the day after its last; ``code``: a word of the scheme `to`;
        ``link``: the IRI of the record of kind `to`.
    to : str
        Scheme (``code``) or path of the record kind (``link``).
    lang : str
        BCP 47 tag.
    """
    return Field(default, json_schema_extra={"term": curie, "how": how, "to": to, "lang": lang})


class Record(BaseModel):
    """One row of a claims table."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)
    rdf_class: ClassVar[str]
    """Class of the node, as ``prefix:Name``."""
    path: ClassVar[str]
    """Part of the node's IRI between ``https://w3id.org/definer/id/`` and the id."""

    id: Id

    @classmethod
    def columns(cls) -> tuple[str, ...]:
        """Columns of the record's table: the id, what the row says, when it held, then on whose word."""
        last = [name for base in (Span, Claim) for name in base.__annotations__ if name in cls.model_fields]
        return ("id", *(name for name in cls.model_fields if name not in ("id", *last)), *last)


class Claim(Record):
    """A record that says something, and on whose word."""

    sources: Ids = term("prov:hadPrimarySource", how="link", to="source")
    quote: Quote | None = term("def:quote", None)
    locator: Text | None = term("def:locator", None)
    evidence: words.Evidence = term("def:evidence", "sourced", how="code", to="evidence")
    confidence: Share | None = term("def:confidence", None)
    modality: words.Modality = term("def:modality", "asserted", how="code", to="modality")
    rank: words.Rank = term("def:rank", "normal", how="code", to="rank")
    known_from: When | None = term("def:knownFrom", None, how="when")
    note: Text | None = term("skos:note", None)

    @model_validator(mode="after")
    def _check_evidence(self) -> Claim:
        if not self.sources:
            raise PydanticCustomError("no_source", "no source", {"column": "sources"})
        if (self.sources == (KNOWN,)) != (self.evidence == "known"):
            raise PydanticCustomError("evidence_mismatch", "evidence and sources disagree", {"column": "evidence"})
        return self

    @property
    def gamma(self) -> Decimal:
        """Confidence in the claim: the stated one, else the default of its evidence."""
        return words.DEFAULT_CONFIDENCE[self.evidence] if self.confidence is None else self.confidence


class Span(Claim):
    """A claim that holds over a half-open interval of valid time, ``[start, end)``."""

    start: When | None = term("def:start", None, how="when")
    end: WhenOrUnknown | None = term("def:end", None, how="until")

    @model_validator(mode="after")
    def _check_order(self) -> Span:
        if self.start and self.end and self.end != "unknown" and latest(self.end) < earliest(self.start):
            raise PydanticCustomError(
                "end_before_start", "ends before it starts", {"column": "end", "start": self.start, "end": self.end}
            )
        return self
