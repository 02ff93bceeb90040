"""Baseline B1: what a firm would be worth at the median price/sales of its industry, over all countries.

The medians are those of published lists of large listed firms, given with their quartiles and number of firms; how the
firm itself and the definers are taken out of them is in :mod:`definer.graph.worth.pool`. They are price/sales, not
enterprise value/sales: net debt is not in the claims. The pool is global on purpose: a country's own multiple would
hide the gap between countries inside the baseline (METHOD 2).
"""

from __future__ import annotations

from collections.abc import Sequence

from ...ontology.values import latest
from .marks import months_before, reference_day
from .observations import Multiple
from .reasons import Refusal

__all__ = ["MAX_AGE_MONTHS", "MINIMUM_MEMBERS", "PRICE_TO_SALES", "sector_multiple"]

PRICE_TO_SALES = "price_to_sales"
"""Metric of the multiples used."""
MAX_AGE_MONTHS = 24
"""How old the list may be, in months."""
MINIMUM_MEMBERS = 10
"""Fewest firms that a median is taken from."""


def sector_multiple(multiples: Sequence[Multiple], as_of: str) -> Multiple | Refusal:
    """Latest price/sales multiple of an industry, of a list made by `as_of` and at most 24 months old.

    Parameters
    ----------
    multiples : sequence of Multiple
        Multiples of one industry.
    as_of : str
        Date asked for; of a month or year, its last day.

    Returns
    -------
    Multiple or Refusal
        Refusal code: ``no_multiple``.
    """
    today = latest(as_of)
    window = months_before(today, MAX_AGE_MONTHS)
    usable = [
        multiple
        for multiple in multiples
        if multiple.metric == PRICE_TO_SALES
        and window <= reference_day(multiple.date) <= today
        and multiple.n >= MINIMUM_MEMBERS
        and multiple.middle > 0
    ]
    if not usable:
        return Refusal("no_multiple", multiples[0].industry if multiples else "")
    return max(usable, key=lambda multiple: (multiple.date, multiple.id))
