"""Records of figures: valuations, fundamentals, indicators of an industry, exchange rates.

Amounts of money are in billions of the currency stated beside them.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from . import words
from .claim import Claim, Money, Record, check_range, term
from .values import Currency, Id, Ids, Metric, Month, Text, Unit, When, earliest, latest

__all__ = ["Fundamental", "FxRate", "Indicator", "Valuation"]

Count = Annotated[int, Field(ge=0)]


class _Observation(Claim):
    low: Money = term("def:low")
    high: Money = term("def:high")
    operator: words.Operator = term("def:operator", "exact", how="code", to="operator")
    status: words.ValueStatus = term("def:valueStatus", "reported", how="code", to="valueStatus")

    @model_validator(mode="after")
    def _check_value(self) -> _Observation:
        check_range(self.low, self.high, "low")
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
