"""Colours of the network page.

Nodes take the colours of Okabe and Ito (2008, https://jfly.uni-koeln.de/color/), ties those of Paul Tol's "muted"
scheme (2021, https://personal.sron.nl/~pault/): both keep apart under the common kinds of colour blindness, and apart
from each other. The dark theme lightens the dim ones.
"""

from __future__ import annotations

__all__ = ["LAYERS", "OTHER", "PARADIGM_COLORS", "REGIONS", "region"]

Shades = tuple[str, str]
"""Colour on a light and on a dark page."""

OTHER = "other"
"""Region of countries that stand for themselves nowhere on the page, and of firms of no stated country."""

REGIONS: dict[str, Shades] = {
    "us": ("#0072b2", "#3d9fe0"),
    "cn": ("#d55e00", "#f0743e"),
    "jp": ("#cc79a7", "#dd94bc"),
    "kr": ("#009e73", "#22b88d"),
    "tw": ("#e69f00", "#f0b429"),
    "eu": ("#56b4e9", "#8fd0f5"),
    OTHER: ("#8b9099", "#9aa1ab"),
}
"""Country groups in the order of the legend; the names are in the table of messages."""

PARADIGM_COLORS: tuple[Shades, ...] = (
    ("#0072b2", "#3d9fe0"),
    ("#e69f00", "#f0b429"),
    ("#009e73", "#22b88d"),
    ("#d55e00", "#f0743e"),
    ("#cc79a7", "#dd94bc"),
    ("#56b4e9", "#8fd0f5"),
)
"""Colours of the paradigms in the order of time; a seventh takes the first again."""

LAYERS: dict[str, Shades] = {
    "tech": ("#332288", "#a99ff0"),
    "dist": ("#117733", "#63c98a"),
    "supply": ("#8a6d1d", "#d9bf6b"),
    "capital": ("#882255", "#e07fae"),
}
"""Colours of ties by layer, in the order of the legend."""

_EUROPE = (
    "AD AL AT BA BE BG BY CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO PL PT RO "
    "RS SE SI SK SM UA VA"
)
_OWN = {"US": "us", "CN": "cn", "JP": "jp", "KR": "kr", "TW": "tw"}


def region(country: str) -> str:
    """Country group of an ISO 3166-1 code.

    Examples
    --------
    >>> region("CN"), region("NL"), region("")
    ('cn', 'eu', 'other')
    """
    return _OWN.get(country) or ("eu" if country in _EUROPE.split() else OTHER)
