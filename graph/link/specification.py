"""The registered specification of the link: a file, its hash, and its terms."""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

__all__ = ["PRIMARY", "PrimarySpec", "primary_specification", "read_specification"]

PRIMARY = "primary.toml"
"""File of the registered specification, in this package."""


@dataclass(frozen=True, slots=True)
class PrimarySpec:
    """Terms of a registered specification (METHOD 3.1).

    Attributes
    ----------
    id, registered : str
        Its name and the day on which it was registered.
    sha256 : str
        Hash of the file with Unix line ends.
    as_of : str
        Registered date of marks and power.
    mark_months : int
    minimum_revenue : float
        Billions of US dollars in twelve months.
    revenue_basis : tuple of str
    excluded : frozenset of str
        Firms that asked the question.
    needs_slots_enumerated : bool
    minimum_n : int
    baseline : str
    haircut : float
    variant : str
        Variant of power.
    growth_winsor : tuple of float
        Quantiles at which growth is cut off.
    permutations, seed : int
    level : float
        Two-sided level of the test.
    sign_stable, negligible, of_interest : float
        Terms of the verdict: share of specifications with the same sign; effects per standard deviation of power.
    """

    id: str
    registered: str
    sha256: str
    as_of: str
    mark_months: int
    minimum_revenue: float
    revenue_basis: tuple[str, ...]
    excluded: frozenset[str]
    needs_slots_enumerated: bool
    minimum_n: int
    baseline: str
    haircut: float
    variant: str
    growth_winsor: tuple[float, float]
    permutations: int
    seed: int
    level: float
    sign_stable: float
    negligible: float
    of_interest: float

    def to_dict(self) -> dict[str, object]:
        """Name, day and hash of the file: what is printed beside every result."""
        return {"id": self.id, "registered": self.registered, "sha256": self.sha256, "as_of": self.as_of}


def read_specification(text: bytes) -> PrimarySpec:
    """Terms of a specification file.

    Raises
    ------
    KeyError
        A term is missing; names it.
    tomllib.TOMLDecodeError
        The text is not TOML; gives line and column.
    """
    text = text.replace(b"\r\n", b"\n")
    terms: dict[str, Any] = tomllib.loads(text.decode("utf-8"))
    units, outcome, test, verdict = (terms[part] for part in ("units", "outcome", "estimator", "verdict"))
    low, high = terms["controls"]["growth_winsor"]
    return PrimarySpec(
        id=terms["id"],
        registered=terms["registered"],
        sha256=hashlib.sha256(text).hexdigest(),
        as_of=units["as_of"],
        mark_months=units["mark_months"],
        minimum_revenue=units["minimum_revenue_usd_bn"],
        revenue_basis=tuple(units["revenue_basis"]),
        excluded=frozenset(units["excluded"]),
        needs_slots_enumerated=units["needs_slots_enumerated"],
        minimum_n=units["minimum_n"],
        baseline=outcome["baseline"],
        haircut=outcome["haircut"],
        variant=terms["power"]["variant"],
        growth_winsor=(low, high),
        permutations=test["permutations"],
        seed=test["seed"],
        level=test["two_sided_level"],
        sign_stable=verdict["sign_stable"],
        negligible=verdict["negligible"],
        of_interest=verdict["of_interest"],
    )


@cache
def primary_specification() -> PrimarySpec:
    """The registered specification that is shipped."""
    return read_specification(Path(__file__).with_name(PRIMARY).read_bytes())
