"""Amounts, rates and names of a derivation as text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..ontology.language import Language
from . import numbers
from .blocks import Column, Table, table
from .premium_words import say

__all__ = ["amount", "code", "money", "name", "pairs", "rate", "signed", "span", "stated"]

_CURRENCIES = {
    "USD": "美元",
    "CNY": "元人民币",
    "HKD": "港元",
    "EUR": "欧元",
    "GBP": "英镑",
    "JPY": "日元",
    "KRW": "韩元",
    "TWD": "新台币",
}


def money(values: Sequence[float], currency: str, lang: Language) -> str:
    """Amount in billions as each language counts: billions, or hundreds of millions (亿)."""
    if lang == "en":
        return say("bn", lang, amount=span(values, lang), currency=currency)
    text = span([value * 10 for value in values], lang)
    return say("bn", lang, amount=text, currency=_CURRENCIES.get(currency, currency))


def pairs(title: str, rows: Sequence[tuple[str, str]], lang: Language) -> Table:
    """Table of items and values."""
    return table(title, [say("col.item", lang), Column(say("col.value", lang), wide=True)], rows)


def rate(fx: Mapping[str, Any], lang: Language) -> str:
    """Exchange rate with its months and claims."""
    if not fx["months"]:
        return say("fx.none", lang)
    used, asked = fx["used"], fx["months"]
    months = used[0] if len(used) == 1 else say("to", lang, low=used[0], high=used[-1])
    claims = fx["claims"]
    known = claims[0] if len(claims) == 1 else say("fx.more", lang, first=claims[0], n=len(claims) - (lang == "en"))
    text = say("fx", lang, units=f"{fx['units_per_usd']:,.4g}", currency=fx["currency"], months=months, claims=known)
    missing = [month for month, other in zip(asked, used, strict=True) if month != other]
    return text + (say("fx.instead", lang, asked=say("list", lang).join(missing)) if missing else "")


def stated(claim: Mapping[str, Any], lang: Language) -> str:
    """Amount as the claim states it, in its own currency."""
    return money(claim["stated_bn"], claim["currency"] or "", lang)


def span(values: Sequence[float], lang: Language) -> str:
    """Range in numbers; one number where its ends are equal."""
    low, high = map(amount, values)
    return low if low == high else say("to", lang, low=low, high=high)


def amount(value: float) -> str:
    """Three digits at least, and no more than are of use."""
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:,.3g}"


def signed(value: float | None) -> str:
    """Two decimals with a sign; nothing for None."""
    return "" if value is None else numbers.signed(value)


def name(document: Mapping[str, Any], key: str, lang: Language) -> str:
    """Name of a firm or industry that the derivation names, else its id."""
    return str(document["names"].get(key, {}).get(lang, key))


def code(document: Mapping[str, Any], key: str, lang: Language) -> str:
    """Word of a code that the derivation names, else the code."""
    return str(document["codes"].get(key, {}).get(lang, key))
