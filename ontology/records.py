"""Records: one class per kind of claim, one field per column, each field naming its ontology term.

Amounts of money are in billions of the currency stated beside them; shares, degrees and stakes run from 0 to 1; dates
keep the precision they are known with; intervals are half-open.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from . import words
from .claim import Claim, Money, Record, Share, Span, term
from .values import Country, Currency, Id, Identifiers, Ids, Month, Quote, Text, Texts, Url, When, earliest, latest

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
    "Valuation",
]

ProviderId = Annotated[
    str, StringConstraints(pattern=r"^([a-z0-9][a-z0-9_.\-]*|IN_HOUSE|UNKNOWN|OPEN:[A-Za-z0-9/.\-]+)$")
]
"""An organization, or ``IN_HOUSE``, ``UNKNOWN``, ``OPEN:<standard>``."""
Unit = Annotated[str, StringConstraints(pattern=r"^[A-Za-z_%0-9/]+$", max_length=24)]
Metric = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]+$", max_length=64)]
Tier = Annotated[int, Field(ge=1, le=5)]
Count = Annotated[int, Field(ge=0)]


def _check_range(low: Decimal | None, high: Decimal | None, column: str) -> None:
    if low is not None and high is not None and low > high:
        raise PydanticCustomError(
            "low_above_high", "low above high", {"column": column, "low": str(low), "high": str(high)}
        )


class Source(Record):
    """A document that claims rest on."""

    rdf_class: ClassVar = "def:Source"
    path: ClassVar = "source"
    title: Text = term("dcterms:title")
    publisher: Text | None = term("dcterms:publisher", None)
    published: When | None = term("dcterms:issued", None, how="when")
    url: Url | None = term("schema:url", None)
    locator: Text | None = term("def:locator", None)
    kind: Text | None = term("dcterms:type", None)
    tier: Tier = term("def:tier")
    note: Text | None = term("skos:note", None)


class Organization(Claim):
    """A company, capital source, public body, group of firms, or other organization."""

    rdf_class: ClassVar = "def:Organization"
    path: ClassVar = "org"
    kind: words.OrganizationKind
    name_en: Text = term("skos:prefLabel", how="lang", lang="en")
    name_zh: Text = term("skos:prefLabel", how="lang", lang="zh-Hans")
    name_zh_status: words.NameStatus = term("def:nameStatus", "customary", how="code", to="nameStatus")
    aliases: Texts = term("skos:altLabel", ())
    country: Country | None = term("def:country", None)
    founded: When | None = term("def:founded", None, how="when")
    founded_evidence: words.Evidence | None = term("def:foundedEvidence", None, how="code", to="evidence")
    capital_kind: words.CapitalKind | None = term("def:capitalKind", None, how="code", to="capitalKind")
    home_paradigm: Id | None = term("def:homeParadigm", None, how="link", to="paradigm")
    industry: Id | None = term("def:industry", None, how="link", to="industry")
    parent: Id | None = term("org:subOrganizationOf", None, how="link", to="org")
    members: Ids = term("org:hasMember", (), how="link", to="org")
    identifiers: Identifiers = term("def:identifier", ())
    identifiers_evidence: words.Evidence | None = term("def:identifierEvidence", None, how="code", to="evidence")
    role: Text | None = term("def:role", None)

    @model_validator(mode="after")
    def _check_names(self) -> Organization:
        if self.name_zh_status == "latin" and any("\u4e00" <= letter <= "\u9fff" for letter in self.name_zh):
            raise PydanticCustomError("latin_name", "marked latin, holds Chinese", {"column": "name_zh_status"})
        if self.name_zh_status == "customary" and not any("\u4e00" <= letter <= "\u9fff" for letter in self.name_zh):
            raise PydanticCustomError("unmarked_latin_name", "Latin, not marked", {"column": "name_zh_status"})
        return self

    @model_validator(mode="after")
    def _check_capital(self) -> Organization:
        if (self.kind == "capital_source") != (self.capital_kind is not None):
            raise PydanticCustomError("capital_kind", "kind and capital_kind disagree", {"column": "capital_kind"})
        return self


class Paradigm(Record):
    """A technology era whose rules some firms set."""

    rdf_class: ClassVar = "def:Paradigm"
    path: ClassVar = "paradigm"
    label_en: Text = term("skos:prefLabel", how="lang", lang="en")
    label_zh: Text = term("skos:prefLabel", how="lang", lang="zh-Hans")
    definition_en: Text = term("skos:definition", how="lang", lang="en")
    definition_zh: Text = term("skos:definition", how="lang", lang="zh-Hans")
    start: When = term("def:start", how="when")
    end: When | None = term("def:end", None, how="until")
    predecessor: Id | None = term("def:predecessor", None, how="link", to="paradigm")
    status: words.ParadigmStatus = term("def:paradigmStatus", how="code", to="paradigmStatus")
    coded_from: When = term("def:codedFrom", how="when")
    coded_to: When = term("def:codedTo", how="when")


class Industry(Record):
    """An industry of the published lists that sector multiples are computed from."""

    rdf_class: ClassVar = "def:Industry"
    path: ClassVar = "industry"
    label_en: Text = term("skos:prefLabel", how="lang", lang="en")
    label_zh: Text = term("skos:prefLabel", how="lang", lang="zh-Hans")
    listed_as: Texts = term("skos:altLabel", ())


class ControlPoint(Record):
    """A point of a paradigm from which its rules are set."""

    rdf_class: ClassVar = "def:ControlPoint"
    path: ClassVar = "control-point"
    paradigm: Id = term("def:paradigm", how="link", to="paradigm")
    kind: words.ControlKind = term("def:controlKind", how="code", to="controlKind")
    side: words.Side = term("def:side", how="code", to="side")
    label_en: Text = term("skos:prefLabel", how="lang", lang="en")
    label_zh: Text = term("skos:prefLabel", how="lang", lang="zh-Hans")
    weight: Share = term("def:weight", Decimal(1))


class Slot(Record):
    """A function that dependents of a paradigm need filled."""

    rdf_class: ClassVar = "def:Slot"
    path: ClassVar = "slot"
    paradigm: Id = term("def:paradigm", how="link", to="paradigm")
    layer: words.Layer = term("def:layer", how="code", to="layer")
    side: words.Side = term("def:side", how="code", to="side")
    label_en: Text = term("skos:prefLabel", how="lang", lang="en")
    label_zh: Text = term("skos:prefLabel", how="lang", lang="zh-Hans")
    definition_en: Text = term("skos:definition", how="lang", lang="en")
    definition_zh: Text = term("skos:definition", how="lang", lang="zh-Hans")
    criticality: Share = term("def:defaultCriticality")
    revocability: Share = term("def:typicalRevocability")
    closed_by: Text | None = term("def:closedBy", None)
    valid_from: When | None = term("def:start", None, how="when")
    valid_to: When | None = term("def:end", None, how="until")


class Cohort(Record):
    """A group of adopters (phone buyers, AI start-ups), kept apart from firms."""

    rdf_class: ClassVar = "def:Cohort"
    path: ClassVar = "cohort"
    paradigm: Id = term("def:paradigm", how="link", to="paradigm")
    label_en: Text = term("skos:prefLabel", how="lang", lang="en")
    label_zh: Text = term("skos:prefLabel", how="lang", lang="zh-Hans")


class Candidacy(Record):
    """A firm's place on the list of a paradigm's firms, losers included, fixed before its ties were coded."""

    rdf_class: ClassVar = "def:Candidacy"
    path: ClassVar = "candidacy"
    organization: Id = term("def:organization", how="link", to="org")
    paradigm: Id = term("def:paradigm", how="link", to="paradigm")
    role: Text | None = term("def:role", None)
    in_rule: bool = term("def:inRule")
    rule: Text | None = term("def:inclusionRule", None)
    slots_enumerated: bool = term("def:slotsEnumerated")
    active_from: When | None = term("def:start", None, how="when")
    active_to: When | None = term("def:end", None, how="until")
    outcome: words.Outcome | None = term("def:outcome", None, how="code", to="outcome")


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
        _check_range(self.share_low, self.share_high, "share_low")
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
        _check_range(self.amount_low, self.amount_high, "amount_low")
        if self.amount_low is not None and self.currency is None:
            raise PydanticCustomError("no_currency", "amount without currency", {"column": "currency"})
        return self


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

    @model_validator(mode="after")
    def _check_shares(self) -> CohortShare:
        _check_range(self.share_low, self.share_high, "share_low")
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
        _check_range(self.amount_low, self.amount_high, "amount_low")
        if self.amount_low is not None and self.currency is None:
            raise PydanticCustomError("no_currency", "amount without currency", {"column": "currency"})
        return self

    @model_validator(mode="after")
    def _check_stake(self) -> Investment:
        _check_range(self.stake_low, self.stake_high, "stake_low")
        return self

    @model_validator(mode="after")
    def _check_sides(self) -> Investment:
        if self.investor == self.investee:
            raise PydanticCustomError("self_tie", "a tie to itself", {"column": "investee", "firm": self.investor})
        return self


class _Observation(Claim):
    low: Money = term("def:low")
    high: Money = term("def:high")
    operator: words.Operator = term("def:operator", "exact", how="code", to="operator")
    status: words.ValueStatus = term("def:valueStatus", "reported", how="code", to="valueStatus")

    @model_validator(mode="after")
    def _check_value(self) -> _Observation:
        _check_range(self.low, self.high, "low")
        return self


class Valuation(_Observation):
    """What an organization was valued at, in billions of `currency`."""

    rdf_class: ClassVar = "def:Valuation"
    path: ClassVar = "valuation"
    organization: Id = term("def:organization", how="link", to="org")
    date: When = term("def:date", how="when")
    kind: words.ValuationKind = term("def:valuationKind", how="code", to="valuationKind")
    currency: Currency = term("def:currency")


class Fundamental(_Observation):
    """A figure of an organization over a period: billions of `currency` where there is one, else in `unit`."""

    rdf_class: ClassVar = "def:Fundamental"
    path: ClassVar = "fundamental"
    organization: Id = term("def:organization", how="link", to="org")
    metric: Metric = term("def:metric")
    period_start: When = term("def:periodStart", how="when")
    period_end: When = term("def:periodEnd", how="last")
    unit: Unit = term("def:unit")
    currency: Currency | None = term("def:currency", None)

    @model_validator(mode="after")
    def _check_period(self) -> Fundamental:
        if latest(self.period_end) < earliest(self.period_start):
            raise PydanticCustomError(
                "end_before_start",
                "ends before it starts",
                {"column": "period_end", "start": self.period_start, "end": self.period_end},
            )
        return self


class Indicator(Record):
    """A statistic of an industry: quartiles of a multiple over the firms of a published list."""

    rdf_class: ClassVar = "def:Indicator"
    path: ClassVar = "indicator"
    industry: Id = term("def:industry", how="link", to="industry")
    scope: Text = term("def:scope")
    metric: Metric = term("def:metric")
    date: When = term("def:date", how="when")
    low: Decimal = term("def:low")
    middle: Decimal = term("def:middle")
    high: Decimal = term("def:high")
    n: Count = term("def:count")
    sources: Ids = term("prov:hadPrimarySource", how="link", to="source")


class FxRate(Record):
    """Units of a currency per US dollar, mean of a month."""

    rdf_class: ClassVar = "def:FxRate"
    path: ClassVar = "fx"
    month: Month = term("def:date", how="when")
    currency: Currency = term("def:currency")
    units_per_usd: Annotated[Decimal, Field(gt=0)] = term("def:unitsPerUsd")
    sources: Ids = term("prov:hadPrimarySource", how="link", to="source")


class Statement(Claim):
    """One checkable sentence of a text, with our verdict and recomputation."""

    rdf_class: ClassVar = "def:Statement"
    path: ClassVar = "statement"
    text: Id = term("def:inText", how="link", to="source")
    line: Count = term("def:line")
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
