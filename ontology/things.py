"""Records of what claims speak of: sources, organizations, paradigms, control points, slots, cohorts, candidacies."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from . import words
from .claim import Claim, Record, Share, term
from .values import Country, Id, Identifiers, Ids, Text, Texts, Url, When

__all__ = ["Candidacy", "Cohort", "ControlPoint", "Industry", "Organization", "Paradigm", "Slot", "Source"]

Tier = Annotated[int, Field(ge=1, le=5)]


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
    lists_frozen: When | None = term("def:listsFrozen", None, how="when")


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
    listed: When | None = term("def:listed", None, how="when")
    listed_because: Text | None = term("def:listedBecause", None)


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
    slots: Ids = term("def:neededSlot", (), how="link", to="slot")
    former_slots: Ids = term("def:formerSlot", (), how="link", to="slot")
    active_from: When | None = term("def:start", None, how="when")
    active_to: When | None = term("def:end", None, how="until")
    outcome: words.Outcome | None = term("def:outcome", None, how="code", to="outcome")
    listed: When | None = term("def:listed", None, how="when")
    listed_because: Text | None = term("def:listedBecause", None)
