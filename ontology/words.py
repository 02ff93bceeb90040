"""Closed lists of words that claims use; each is a SKOS concept scheme of the same name in ``definer.ttl``.

The schemes carry the labels in English and Chinese; a test fails if a word stands in one place and not in the other.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, get_args

__all__ = ["DEFAULT_CONFIDENCE", "SCHEMES"]

Evidence = Literal["sourced", "known"]
Modality = Literal["asserted", "attributed", "opinion", "forecast", "unverified"]
Rank = Literal["preferred", "normal", "deprecated"]
OrganizationKind = Literal["company", "capital_source", "public_body", "group", "organization"]
NameStatus = Literal["customary", "latin"]
CapitalKind = Literal[
    "sovereign_wealth_fund",
    "pension_fund",
    "endowment",
    "foundation",
    "venture_capital",
    "private_equity",
    "asset_manager",
    "state_capital",
    "industrial_capital",
    "bank",
    "family_office",
    "other_capital",
]
ParadigmStatus = Literal["settled", "open"]
ControlKind = Literal[
    "entry_point", "delivery_standard", "distribution", "cost_curve", "supply_chain", "software_layer"
]
Side = Literal["software", "supply"]
Layer = Literal["tech", "dist", "supply", "capital"]
TieKind = Literal[
    "platform",
    "standard",
    "licence",
    "technology",
    "service",
    "distribution",
    "default_placement",
    "payment",
    "market_access",
    "component",
    "material",
    "equipment",
    "manufacturing",
    "compute",
    "credit_purchase",
    "commitment",
    "joint_venture",
    "alliance",
    "ownership",
    "finance",
    "acquisition",
    "rivalry",
]
TieStatus = Literal["intent", "announced", "signed", "active", "closed", "ended"]
Outcome = Literal["winner", "survivor", "loser", "open"]
ShareBasis = Literal[
    "units",
    "users",
    "traffic",
    "queries",
    "referrals",
    "models",
    "installs",
    "capacity",
    "compute",
    "volume",
    "bookings",
    "spending",
    "revenue",
    "judgement",
]
TieField = Literal["existence", "start", "end", "share", "criticality", "revocability", "closed"]
AmountScope = Literal[
    "own", "own_maximum", "round_total", "group_total", "holding_value", "commitment", "cumulative", "undisclosed"
]
Operator = Literal["exact", "about", "at_least", "at_most", "range"]
ValuationKind = Literal[
    "market_cap",
    "post_money",
    "pre_money",
    "implied_by_stake",
    "secondary",
    "tender",
    "talks",
    "acquisition_price",
    "ipo_valuation",
    "ipo_target",
    "analyst_estimate",
    "buyback",
    "internal_transfer",
    "subsidiary_market_cap",
    "asset_value",
    "unspecified",
]
ValueStatus = Literal["reported", "estimate", "implied", "forecast", "stale", "disputed", "terminated", "undercount"]
Verdict = Literal[
    "confirmed",
    "confirmed_with_caveat",
    "contested",
    "contradicted",
    "not_found",
    "arithmetic_ok",
    "arithmetic_off",
    "arithmetic_borderline",
    "inconsistent_dates",
    "judgement",
    "definition",
    "forecast",
]

DEFAULT_CONFIDENCE: dict[str, Decimal] = {"sourced": Decimal("0.9"), "known": Decimal("0.5")}
"""Confidence of a claim that states none, by its evidence (the gamma of a tie's share)."""

SCHEMES: dict[str, tuple[str, ...]] = {
    "evidence": get_args(Evidence),
    "modality": get_args(Modality),
    "rank": get_args(Rank),
    "nameStatus": get_args(NameStatus),
    "capitalKind": get_args(CapitalKind),
    "paradigmStatus": get_args(ParadigmStatus),
    "controlKind": get_args(ControlKind),
    "side": get_args(Side),
    "layer": get_args(Layer),
    "tieKind": get_args(TieKind),
    "tieStatus": get_args(TieStatus),
    "outcome": get_args(Outcome),
    "shareBasis": get_args(ShareBasis),
    "tieField": get_args(TieField),
    "amountScope": get_args(AmountScope),
    "operator": get_args(Operator),
    "valuationKind": get_args(ValuationKind),
    "valueStatus": get_args(ValueStatus),
    "verdict": get_args(Verdict),
}
"""Scheme name -> its words. The IRI of a word is ``https://w3id.org/definer/code/<scheme>#<word>``."""
