"""Exchange rates: units of a currency per US dollar, as monthly means, and the month really used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

__all__ = ["LOOK_BACK", "FxTable", "NoRateError", "Rate"]

LOOK_BACK = 3
"""How many months back a rate may come from where the month asked for has none."""


class NoRateError(LookupError):
    """There is no rate of a currency at a month, nor shortly before it.

    Attributes
    ----------
    currency, month : str
    """

    def __init__(self, currency: str, month: str) -> None:
        super().__init__(f"no rate of {currency} in {month} or the {LOOK_BACK} months before")
        self.currency = currency
        self.month = month


@dataclass(frozen=True, slots=True)
class Rate:
    """Units of `currency` per US dollar over some months.

    Attributes
    ----------
    currency : str
        ISO 4217 code.
    units_per_usd : float
        Mean over `months`.
    months : tuple of str
        Months asked for (``YYYY-MM``); empty for the dollar itself.
    used : tuple of str
        Month whose rate stands for each month asked for; differs where that month has no rate.
    claims : tuple of str
        Ids of the rates used.
    """

    currency: str
    units_per_usd: float
    months: tuple[str, ...]
    used: tuple[str, ...]
    claims: tuple[str, ...]

    def to_dict(self) -> dict[str, object]:
        """Rate as plain values."""
        return {
            "currency": self.currency,
            "units_per_usd": self.units_per_usd,
            "months": list(self.months),
            "used": list(self.used),
            "claims": list(self.claims),
        }


class FxTable:
    """Monthly mean rates, looked up by currency and month.

    Parameters
    ----------
    rates : mapping
        ``(currency, "YYYY-MM")`` to ``(units per US dollar, id of the claim)``.

    Examples
    --------
    >>> table = FxTable({("CNY", "2025-10"): (7.12, "cny-2025-10")})
    >>> table.at("CNY", "2025-11").used
    ('2025-10',)
    """

    def __init__(self, rates: Mapping[tuple[str, str], tuple[float, str]]) -> None:
        self._rates = dict(rates)

    def at(self, currency: str, month: str) -> Rate:
        """Rate of `currency` in `month`, else in the latest of the :data:`LOOK_BACK` months before it.

        Raises
        ------
        NoRateError
            No such month has a rate.
        """
        if currency == "USD":
            return Rate("USD", 1.0, (), (), ())
        for back in range(LOOK_BACK + 1):
            used = _shift(month, -back)
            if (found := self._rates.get((currency, used))) is not None:
                return Rate(currency, found[0], (month,), (used,), (found[1],))
        raise NoRateError(currency, month)

    def mean(self, currency: str, first: date, last: date) -> Rate:
        """Mean of the monthly rates from the month of `first` to the month of `last`.

        Raises
        ------
        NoRateError
            One of the months has no rate, nor the three months before it.
        """
        if currency == "USD":
            return Rate("USD", 1.0, (), (), ())
        rates = [self.at(currency, month) for month in _months(first, last)]
        return Rate(
            currency,
            sum(rate.units_per_usd for rate in rates) / len(rates),
            tuple(rate.months[0] for rate in rates),
            tuple(rate.used[0] for rate in rates),
            tuple(dict.fromkeys(rate.claims[0] for rate in rates)),
        )


def _shift(month: str, by: int) -> str:
    count = int(month[:4]) * 12 + int(month[5:7]) - 1 + by
    return f"{count // 12:04d}-{count % 12 + 1:02d}"


def _months(first: date, last: date) -> Iterator[str]:
    month, final = f"{first:%Y-%m}", f"{max(first, last):%Y-%m}"
    while month <= final:
        yield month
        month = _shift(month, 1)
