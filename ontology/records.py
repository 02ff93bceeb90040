"""Records: one class per kind of claim, one field per column, each field naming its ontology term.

Ties, holdings, events, investments, statements and disagreements are declared here; what they speak of in ``things``,
figures in ``figures``. All of them are to be had from this module.

Amounts of money are in billions of the currency stated beside them; shares, degrees and stakes run from 0 to 1; dates
keep the precision they are known with; intervals are half-open.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from . import words
from .claim import Claim, Money, Record, Share, Span, check_range, term
from .figures import Fundamental, FxRate, Indicator, Valuation
from .formula import Formula
from .things import Candidacy, Cohort, ControlPoint, Industry, Organization, Paradigm, Slot, Source
from .values import Currency, Id, Ids, Metric, ProviderId, Quote, Text, Texts, When, split

__all__ = [
    "RECORDS",
    "Candidacy",
    "Cohort",
    "CohortShare",
    "ControlHolding",
    "ControlPoint",
    "DefinitionEvent",
    "Disagreement",
    "Fundamental",
    "FxRate",
    "Indicator",
    "Industry",
    "Investment",
    "Organization",
    "Paradigm",
    "Slot",
    "Source",
    "Statement",
    "Tie",
    "TieEvidence",
    "Valuation",
]

Line = Annotated[int, Field(ge=0)]


class Tie(Span):
    """Who depends on whom, for what, how much; or another dated tie between two organizations.

    Only a tie that fills a slot on the layers ``tech``, ``dist`` or ``supply`` can enter a score.
    """

    rdf_class: ClassVar = "def:Tie"
    path: ClassVar = "tie"
    dependent: Id = term("def:dependent", how="link", to="org")
    provider: ProviderId = term("def:provider", how="link", to="provider")
    paradigm: Id = term("def:paradigm", how="link", to="paradigm")
    slot: Id | None = term("def:slot", None, how="link", to="slot")
    kind: words.TieKind = term("def:tieKind", how="code", to="tieKind")
    layer: words.Layer = term("def:layer", how="code", to="layer")
    share_low: Share | None = term("def:shareLow", None)
    share_high: Share | None = term("def:shareHigh", None)
    share_basis: words.ShareBasis | None = term("def:shareBasis", None, how="code", to="shareBasis")
    share_date: When | None = term("def:shareDate", None, how="when")
    criticality: Share | None = term("def:criticality", None)
    revocability: Share | None = term("def:revocability", None)
    closed: bool = term("def:closed", default=False)
    round_trip: bool = term("def:roundTrip", default=False)
    last_confirmed: When | None = term("def:lastConfirmed", None, how="when")
    status: words.TieStatus = term("def:tieStatus", "active", how="code", to="tieStatus")
    amount_low: Money | None = term("def:low", None)
    amount_high: Money | None = term("def:high", None)
    currency: Currency | None = term("def:currency", None)
    amount_scope: words.AmountScope | None = term("def:amountScope", None, how="code", to="amountScope")

    @model_validator(mode="after")
    def _check_tie(self) -> Tie:
        if self.dependent == self.provider:
            raise PydanticCustomError("self_tie", "a tie to itself", {"column": "provider", "firm": self.dependent})
        return self

    @model_validator(mode="after")
    def _check_shares(self) -> Tie:
        check_range(self.share_low, self.share_high, "share_low")
        return self

    @model_validator(mode="after")
    def _check_slot(self) -> Tie:
        if self.slot is not None and (self.criticality is None or self.revocability is None):
            raise PydanticCustomError(
                "slot_tie_incomplete", "criticality or revocability missing", {"column": "criticality"}
            )
        if self.slot is not None and self.layer == "capital":
            raise PydanticCustomError("capital_slot", "capital fills no slot", {"column": "layer"})
        return self

    @model_validator(mode="after")
    def _check_amount(self) -> Tie:
        check_range(self.amount_low, self.amount_high, "amount_low")
        if self.amount_low is not None and self.currency is None:
            raise PydanticCustomError("no_currency", "amount without currency", {"column": "currency"})
        return self


class TieEvidence(Claim):
    """What one source says of a tie, and of which of its fields.

    A tie's own evidence and confidence are those of its existence. Of its other fields, those that no record of this
    kind attests are the coder's judgement.
    """

    rdf_class: ClassVar = "def:TieEvidence"
    path: ClassVar = "tie-evidence"
    tie: Id = term("def:tie", how="link", to="tie")
    fields: Annotated[tuple[words.TieField, ...], BeforeValidator(split), Field(min_length=1)] = term(
        "def:attests", how="code", to="tieField"
    )


class CohortShare(Claim):
    """Share of a provider among a cohort of adopters in a year."""

    rdf_class: ClassVar = "def:CohortShare"
    path: ClassVar = "cohort-share"
    cohort: Id = term("def:cohort", how="link", to="cohort")
    slot: Id | None = term("def:slot", None, how="link", to="slot")
    provider: ProviderId = term("def:provider", how="link", to="provider")
    date: When = term("def:date", how="when")
    share_low: Share = term("def:shareLow")
    share_high: Share = term("def:shareHigh")
    share_basis: words.ShareBasis | None = term("def:shareBasis", None, how="code", to="shareBasis")

    @model_validator(mode="after")
    def _check_shares(self) -> CohortShare:
        check_range(self.share_low, self.share_high, "share_low")
        return self


class ControlHolding(Span):
    """Who holds a control point, from when to when, and to what degree (half a definition is 0.5)."""

    rdf_class: ClassVar = "def:ControlHolding"
    path: ClassVar = "holding"
    control_point: Id = term("def:controlPoint", how="link", to="control-point")
    holder: Id = term("def:holder", how="link", to="org")
    degree: Share = term("def:degree")
    reason: Text | None = term("def:reason", None)


class DefinitionEvent(Claim):
    """Something that set, or failed to set, a rule of a paradigm."""

    rdf_class: ClassVar = "def:DefinitionEvent"
    path: ClassVar = "event"
    paradigm: Id = term("def:paradigm", how="link", to="paradigm")
    date: When = term("def:date", how="when")
    actors: Ids = term("prov:wasAssociatedWith", how="link", to="org")
    label_en: Text = term("skos:prefLabel", how="lang", lang="en")
    label_zh: Text = term("skos:prefLabel", how="lang", lang="zh-Hans")


class Investment(Claim):
    """Money from an investor to an organization."""

    rdf_class: ClassVar = "def:Investment"
    path: ClassVar = "investment"
    investor: Id = term("def:investor", how="link", to="org")
    investee: Id = term("def:investee", how="link", to="org")
    round: Text | None = term("def:round", None)
    date: When | None = term("def:date", None, how="when")
    amount_low: Money | None = term("def:low", None)
    amount_high: Money | None = term("def:high", None)
    currency: Currency | None = term("def:currency", None)
    amount_scope: words.AmountScope = term("def:amountScope", how="code", to="amountScope")
    role: Text | None = term("def:role", None)
    stake_low: Share | None = term("def:stakeLow", None)
    stake_high: Share | None = term("def:stakeHigh", None)

    @model_validator(mode="after")
    def _check_amount(self) -> Investment:
        check_range(self.amount_low, self.amount_high, "amount_low")
        if self.amount_low is not None and self.currency is None:
            raise PydanticCustomError("no_currency", "amount without currency", {"column": "currency"})
        return self

    @model_validator(mode="after")
    def _check_stake(self) -> Investment:
        check_range(self.stake_low, self.stake_high, "stake_low")
        return self

    @model_validator(mode="after")
    def _check_sides(self) -> Investment:
        if self.investor == self.investee:
            raise PydanticCustomError("self_tie", "a tie to itself", {"column": "investee", "firm": self.investor})
        return self


class Statement(Claim):
    """One checkable sentence of a text, with our verdict and recomputation."""

    rdf_class: ClassVar = "def:Statement"
    path: ClassVar = "statement"
    text: Id = term("def:inText", how="link", to="source")
    line: Line = term("def:line")
    quote: Quote | None = term("def:quote")  # required: a statement without its words is none
    subject: Text = term("def:subject")
    organizations: Ids = term("def:organization", (), how="link", to="org")
    predicate: Metric = term("def:predicate")
    stated: Text = term("def:stated")
    operator: Text | None = term("def:comparison", None)
    unit: Text | None = term("def:unit", None)
    date: When | None = term("def:date", None, how="when")
    verdict: words.Verdict = term("def:verdict", how="code", to="verdict")
    certainty: Text | None = term("def:certainty", None)
    recomputation: Text | None = term("def:recomputation", None)
    recomputed: Decimal | None = term("def:recomputed", None)
    formula: Formula | None = term("def:formula", None)
    formula_unit: Text | None = term("def:formulaUnit", None)
    claims: Texts = term("def:restsOn", ())


class Disagreement(Record):
    """Claims of different sources that cannot all be right, why, and how they are kept."""

    rdf_class: ClassVar = "def:Disagreement"
    path: ClassVar = "disagreement"
    topic_en: Text = term("skos:prefLabel", how="lang", lang="en")
    topic_zh: Text = term("skos:prefLabel", how="lang", lang="zh-Hans")
    organizations: Ids = term("def:organization", (), how="link", to="org")
    attribute: Text = term("def:metric")
    date: When | None = term("def:date", None, how="when")
    claim_a: Text = term("def:claimA")
    sources_a: Ids = term("def:sourceA", how="link", to="source")
    claim_b: Text = term("def:claimB")
    sources_b: Ids = term("def:sourceB", how="link", to="source")
    claim_c: Text | None = term("def:claimC", None)
    sources_c: Ids = term("def:sourceC", (), how="link", to="source")
    cause: Texts = term("def:cause", ())
    treatment: Text | None = term("def:treatment", None)


RECORDS: dict[str, type[Record]] = {
    cls.__name__: cls
    for cls in (
        Source,
        Paradigm,
        Industry,
        Organization,
        ControlPoint,
        Slot,
        Cohort,
        Candidacy,
        Tie,
        TieEvidence,
        CohortShare,
        ControlHolding,
        DefinitionEvent,
        Investment,
        Valuation,
        Fundamental,
        Indicator,
        FxRate,
        Statement,
        Disagreement,
    )
}
"""Every kind of record by its name, in the order in which they are loaded: what is named before what names it."""
