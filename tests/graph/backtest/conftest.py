"""A world small enough to be solved by hand: `old` leads to 2002, `new` from 2003; a group of two in `cells`."""

from __future__ import annotations

from pathlib import Path

import pytest

from definer.graph.store import Store
from definer.graph.uncertainty import ErrorModel

HEAD = """
@prefix def: <https://w3id.org/definer/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix orgs: <http://www.w3.org/ns/org#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix org: <https://w3id.org/definer/id/org/> .
@prefix paradigm: <https://w3id.org/definer/id/paradigm/> .
@prefix source: <https://w3id.org/definer/id/source/> .
@prefix holding: <https://w3id.org/definer/id/holding/> .
@prefix entry: <https://w3id.org/definer/id/control-point/pc.entry> .
@prefix supply: <https://w3id.org/definer/id/control-point/cells.supply> .
@prefix slot: <https://w3id.org/definer/id/slot/> .
paradigm:pc a def:Paradigm ; skos:prefLabel "<b>PC</b>"@en , "个人电脑"@zh-Hans ;
  def:start "2000"^^xsd:gYear ; def:codedFrom "2000"^^xsd:gYear ; def:codedTo "2005"^^xsd:gYear .
paradigm:cells a def:Paradigm ; skos:prefLabel "Cells"@en ;
  def:start "2001"^^xsd:gYear ; def:codedFrom "2004"^^xsd:gYear ; def:codedTo "2005"^^xsd:gYear .
paradigm:ai a def:Paradigm ; skos:prefLabel "AI"@en ; def:start "2002"^^xsd:gYear ;
  def:codedFrom "2004"^^xsd:gYear ; def:codedTo "2005"^^xsd:gYear .
entry: a def:ControlPoint ; def:paradigm paradigm:pc ;
  def:side <https://w3id.org/definer/code/side#software> .
supply: a def:ControlPoint ; def:paradigm paradigm:cells ;
  def:side <https://w3id.org/definer/code/side#supply> .
holding:h1 a def:ControlHolding ; def:holder org:new ; prov:hadPrimarySource source:essay ;
  def:controlPoint entry: ; def:validFrom "2003-01-01"^^xsd:date .
holding:h2 a def:ControlHolding ; def:holder org:old ; prov:hadPrimarySource source:other ;
  def:controlPoint entry: ; def:validFrom "2005-12-31"^^xsd:date .
holding:h3 a def:ControlHolding ; def:holder org:two ; prov:hadPrimarySource source:essay ;
  def:controlPoint supply: .
org:two a def:Group ; orgs:hasMember org:g1 , org:g2 ; skos:prefLabel "The two"@en .
<https://w3id.org/definer/id/event/e1> a def:DefinitionEvent ; def:paradigm paradigm:pc ; def:date "2003"^^xsd:gYear ;
  prov:wasAssociatedWith org:d1 , org:d2 , org:d3 , org:new .
source:paper dcterms:issued "2000-05"^^xsd:gYearMonth .
source:late dcterms:issued "2009"^^xsd:gYear .
"""


def firm(key: str, country: str = "US", name: str = "") -> str:
    """Turtle of a company."""
    text = (name or key).replace("\\", "\\\\").replace('"', '\\"')
    return f'org:{key} a def:Organization , def:Company ; def:country "{country}" ; skos:prefLabel "{text}"@en .\n'


def candidate(key: str, in_rule: str = "true") -> str:
    """Turtle of a candidacy in the PC paradigm."""
    return (
        f"<https://w3id.org/definer/id/candidacy/pc.{key}> a def:Candidacy ; def:organization org:{key} ;\n"
        f"  def:paradigm paradigm:pc ; def:inRule {in_rule} .\n"
    )


def tie(
    key: str,
    dependent: str,
    provider: str,
    start: int,
    until: int | None = None,
    *,
    known: int | None = None,
    source: str = "paper",
    paradigm: str = "pc",
    layer: str = "tech",
    slot: str = "os",
) -> str:
    """Turtle of a certain, essential, revocable tie."""
    end = f'; def:validUntil "{until}-01-01"^^xsd:date ' if until else ""
    seen = f'; def:knownSince "{known}-01-01"^^xsd:date ' if known else ""
    return (
        f"<https://w3id.org/definer/id/tie/{key}> a def:Tie ; def:paradigm paradigm:{paradigm} ;\n"
        f"  def:slot slot:{slot} ; def:layer <https://w3id.org/definer/code/layer#{layer}> ;\n"
        f'  def:dependent org:{dependent} ; def:provider org:{provider} ; def:validFrom "{start}-01-01"^^xsd:date ;\n'
        f"  def:criticality 0.9 ; def:revocability 1.0 ; def:confidence 1.0 ; prov:hadPrimarySource source:{source} ;\n"
        f"  def:evidence <https://w3id.org/definer/code/evidence#sourced> {end}{seen}.\n"
    )


# 2000-2001: d1, d2, d3 follow `old`. 2002: d1 has gone to `new`. From 2003 on all follow `new`; d4 has done so since
# 2000, but that is known from 2003 on only.
PC = (
    *(tie(f"old{k}", f"d{k}", "old", 2000, 2002 if k == 1 else 2003) for k in (1, 2, 3)),
    tie("new1", "d1", "new", 2002, source="late"),
    *(tie(f"new{k}", f"d{k}", "new", 2003, source="late") for k in (2, 3)),
    tie("new4", "d4", "new", 2000, known=2003),
)
CELLS = (
    *(
        tie(f"c{j}{g}", f"j{j}", f"g{g}", 2004, paradigm="cells", layer="supply", slot="cell")
        for j in (1, 2)
        for g in (1, 2)
    ),
    tie("c1u", "j1", "u1", 2004, paradigm="cells", layer="supply", slot="chip"),
    tie("c1s", "j1", "soft", 2004, paradigm="cells", layer="tech", slot="os"),
    tie("c2s", "j2", "soft", 2004, paradigm="cells", layer="tech", slot="os"),
)
AI = (tie("a1", "d1", "u1", 2004, paradigm="ai"),)
FIRMS = (
    *(firm(key) for key in ("d1", "d2", "d3", "d4", "u1", "soft")),
    firm("old", name="</text><script>alert(1)</script>"),
    firm("new", name='A & "B" \u202e'),
    *(firm(key, "CN") for key in ("g1", "g2")),
    *(firm(key, "JP") for key in ("j1", "j2")),
)

EXACT = ErrorModel(
    dropout=(0.0,),
    existence=False,
    criticality=0.0,
    weight=0.0,
    shares=False,
    revocability=0.0,
    rho=(0.25, 0.25),
    alpha=(0.85, 0.85),
    resourcing=(1.0, 1.0),
    half_life=1.0,
    facets=False,
)
"""No error at all: P(rank 1) is 1 of whoever leads alone."""


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The small world as a store."""
    path: Path = tmp_path_factory.mktemp("world") / "world.ttl"
    listed = (*(candidate(key) for key in ("new", "d1", "d2")), candidate("old", "false"))
    path.write_text(HEAD + "".join((*FIRMS, *listed, *PC, *CELLS, *AI)), encoding="utf-8")
    return Store.from_rdf([path])


@pytest.fixture(scope="session")
def exact() -> ErrorModel:
    """No error at all."""
    return EXACT
