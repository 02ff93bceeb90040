"""The whole way to one firm's premium: every operand with its claim, the claims not chosen, and their documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from ...ontology.namespaces import PREFIXES, code_iri, local_id, thing_iri
from ..errors import GraphError
from .choice import Passed, passed_marks, passed_revenues
from .definers import LEAST_HOLD
from .firm_premium import FirmPremium
from .observations import ValuationClaim
from .reasons import Refusal, count_reasons, counted_reasons
from .valuer import Valuer

if TYPE_CHECKING:
    from ..store import Store
    from .observations import Observations

__all__ = ["Derivation", "Document", "derive", "derive_each"]

_HEAD = "".join(f"PREFIX {name}: <{PREFIXES[name]}>\n" for name in ("prov", "dcterms", "schema", "def"))
_DOCUMENTS = (
    _HEAD
    + """
SELECT ?source ?title ?publisher ?published ?url ?tier WHERE {
  ?source a def:Source .
  OPTIONAL { ?source dcterms:title ?title } OPTIONAL { ?source dcterms:publisher ?publisher }
  OPTIONAL { ?source dcterms:issued ?published } OPTIONAL { ?source schema:url ?url }
  OPTIONAL { ?source def:tier ?tier }
}"""
)
_SOURCES = _HEAD + "SELECT ?claim ?source WHERE {{ VALUES ?claim {{ {} }} ?claim prov:hadPrimarySource ?source }}"


@dataclass(frozen=True, slots=True)
class Document:
    """A document that claims rest on; fields that the graph does not hold are empty."""

    id: str
    title: str
    publisher: str
    published: str
    url: str
    tier: int | None

    def to_dict(self) -> dict[str, object]:
        """Document as plain values."""
        return {
            "title": self.title,
            "publisher": self.publisher or None,
            "published": self.published or None,
            "url": self.url or None,
            "tier": self.tier,
        }


@dataclass(frozen=True)
class Derivation:
    """Premium of one firm with everything that it rests on.

    Attributes
    ----------
    as_of : str
    firm : FirmPremium
    marks, revenues : tuple of Passed
        Claims that were not chosen, the latest first.
    names : mapping
        Firm or industry that the derivation names -> names in English and Chinese.
    codes : mapping
        Kind of valuation or status of a value that it names -> words in English and Chinese.
    definer : tuple of str
        Holdings that make the firm a definer; empty where it is none.
    claims : mapping
        Claim that the premium rests on -> its documents.
    documents : mapping
    """

    as_of: str
    firm: FirmPremium
    marks: tuple[Passed, ...]
    revenues: tuple[Passed, ...]
    names: Mapping[str, tuple[str, str]]
    codes: Mapping[str, tuple[str, str]]
    definer: tuple[str, ...]
    claims: Mapping[str, tuple[str, ...]]
    documents: Mapping[str, Document]

    @property
    def n(self) -> int:
        """Number of claims of value and revenue that the choice was made from."""
        chosen = [part for part in (self.firm.mark, self.firm.revenue) if not isinstance(part, Refusal)]
        return len(self.marks) + len(self.revenues) + len(chosen)

    @property
    def left_out(self) -> dict[str, int]:
        """Number of claims that were not chosen, by reason."""
        return count_reasons(passed.reason for passed in (*self.marks, *self.revenues))

    def to_dict(self) -> dict[str, Any]:
        """Give the derivation as plain values, the form of ``definer premium FIRM --json``."""
        return {
            "as_of": self.as_of,
            "n": self.n,
            "left_out": counted_reasons(self.left_out),
            **self.firm.to_dict(),
            "definer": list(self.definer),
            "least_hold": LEAST_HOLD,
            "marks_not_chosen": [passed.to_dict() for passed in self.marks],
            "revenues_not_chosen": [passed.to_dict() for passed in self.revenues],
            "names": {key: {"en": en, "zh": zh} for key, (en, zh) in self.names.items()},
            "codes": {key: {"en": en, "zh": zh} for key, (en, zh) in self.codes.items()},
            "claims": {claim: list(sources) for claim, sources in self.claims.items()},
            "sources": {key: document.to_dict() for key, document in self.documents.items()},
        }


def derive(store: Store, firm: str, as_of: str, seen: Observations | None = None) -> Derivation:
    """Derive the premium of one company.

    Parameters
    ----------
    store : Store
    firm : str
        Id of a company.
    as_of : str
        Date asked for; of a month or year, its last day.
    seen : Observations, optional
        What the store says of worth, where it has been read before.

    Raises
    ------
    GraphError
        The store has no such company.
    """
    value = Valuer(store, as_of, seen)
    firms = {found.id: found for found in value.seen.firms}
    if firm not in firms:
        raise GraphError(
            f"{firm} is no company: only companies have a valuation premium",
            f"{firm}不是公司：只有公司才有估值溢价。",
        )
    return derive_each(store, [value(firms[firm])], as_of, value.seen, value.definers)[firm]


def derive_each(
    store: Store,
    found: Iterable[FirmPremium],
    as_of: str,
    seen: Observations,
    definers: Mapping[str, tuple[str, ...]],
) -> dict[str, Derivation]:
    """Derivations of premiums that have been computed: what they share is read once.

    Parameters
    ----------
    store : Store
    found : iterable of FirmPremium
    as_of : str
        Date of the premiums.
    seen : Observations
        What they were computed from.
    definers : mapping
        Firm -> the holdings that make it a definer.

    Returns
    -------
    dict
        Firm -> its derivation.
    """
    premiums = list(found)
    firms = {firm.id: firm for firm in seen.firms}
    passed = {
        key: (
            passed_marks(seen.valuations.get(key, ()), each.mark, as_of),
            passed_revenues(seen.fundamentals.get(key, ()), each.revenue, as_of),
        )
        for each in premiums
        for key in (each.firm.id,)
    }
    plain = {each.firm.id: each.to_dict() for each in premiums}
    claims = {key: _claims(values) for key, values in plain.items()}
    sources = _sources(store, dict.fromkeys(iri for iris in claims.values() for iri in iris))
    documents = _documents(store)
    label = cache(lambda iri, key: _label(store, iri, key))
    derived: dict[str, Derivation] = {}
    for each in premiums:
        key = each.firm.id
        marks, revenues = passed[key]
        own = {local: sources[local] for local in map(local_id, claims[key]) if local in sources}
        used = {source for known in own.values() for source in known}
        used |= {source for other in (*marks, *revenues) for source in other.claim.evidence.sources}
        names = {named: (item.name_en, item.name_zh) for named in _firms(plain[key]) if (item := firms.get(named))}
        if (industry := each.firm.industry) is not None:
            names[industry] = label(thing_iri("industry", industry), industry)
        derived[key] = Derivation(
            as_of,
            each,
            marks,
            revenues,
            names,
            _codes(label, plain[key], (*marks, *revenues)),
            definers.get(key, ()),
            own,
            {source: documents[source] for source in sorted(used) if source in documents},
        )
    return derived


def _label(store: Store, iri: str, key: str) -> tuple[str, str]:
    english = store.label(iri, "en") or key
    return english, store.label(iri, "zh") or english


def _codes(
    label: Callable[[str, str], tuple[str, str]], plain: Mapping[str, Any], passed: Iterable[Passed]
) -> dict[str, tuple[str, str]]:
    mark, revenue = plain["mark"] or {}, plain["revenue"] or {}
    kinds = {mark.get("kind"), *(item.claim.kind for item in passed if isinstance(item.claim, ValuationClaim))}
    statuses = {mark.get("status"), revenue.get("status"), *(item.claim.evidence.status for item in passed)}
    found = {key: label(code_iri("valuationKind", key), key) for key in sorted(filter(None, kinds))}
    return found | {key: label(code_iri("valueStatus", key), key) for key in sorted(filter(None, statuses))}


def _claims(plain: Mapping[str, Any]) -> list[str]:
    """IRIs of the claims that a premium rests on."""
    found: list[str] = []
    mark, revenue, multiple, steady = (plain[part] or {} for part in ("mark", "revenue", "multiple", "b2"))
    found += [thing_iri("valuation", key) for key in (mark.get("claim"), steady.get("observed")) if key]
    found += [thing_iri("fundamental", key) for key in (revenue.get("claim"),) if key]
    found += [thing_iri("indicator", key) for key in (multiple.get("claim"),) if key]
    for part in (mark, revenue, *steady.get("anchors", ())):
        found += [thing_iri("fx", key) for key in (part.get("fx") or {}).get("claims", ())]
    for anchor in steady.get("anchors", ()):
        found += [thing_iri("statement", key) for key in anchor["statements"]]
    for left in multiple.get("excluded", ()):
        price, sales = left["claims"]
        found += [thing_iri("valuation", price), thing_iri("fundamental", sales)]
    for code in ("B3", "B4"):
        inputs = plain["baselines"][code].get("inputs") or {}
        found += [thing_iri("fundamental", key) for key in inputs.get("claims", ())]
        found += [thing_iri("fx", key) for key in (inputs.get("fx") or {}).get("claims", ())]
    return list(dict.fromkeys(found))


def _firms(plain: Mapping[str, Any]) -> list[str]:
    excluded = (plain["multiple"] or {}).get("excluded", ())
    return [plain["id"], *(left["firm"] for left in excluded)]


def _sources(store: Store, claims: Iterable[str]) -> dict[str, tuple[str, ...]]:
    iris = list(claims)
    found: dict[str, set[str]] = defaultdict(set)
    if iris:
        for claim, source in store.query(_SOURCES.format(" ".join(f"<{iri}>" for iri in iris))).rows:
            found[local_id(claim or "")].add(local_id(source or ""))
    return {key: tuple(sorted(found[key])) for key in (local_id(iri) for iri in iris) if key in found}


def _documents(store: Store) -> dict[str, Document]:
    found: dict[str, Document] = {}
    rows = sorted(store.query(_DOCUMENTS).rows, key=lambda row: [cell or "" for cell in row])
    for source, title, publisher, published, url, tier in rows:
        key = local_id(source or "")
        grade = int(tier) if tier and tier.isdigit() else None
        found.setdefault(key, Document(key, title or key, publisher or "", published or "", url or "", grade))
    return found
