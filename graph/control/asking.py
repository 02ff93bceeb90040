"""A coalition asked for in a person's words: names in either language, codes of countries."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..power.spec import DEFAULT_SPEC, Spec
from ..power.tie import ScoreTies
from ..ties import organization_names
from .coalition import coalition_lockin
from .dependents import Dependents, organization_countries
from .members import CoalitionError, country_members, named_members

if TYPE_CHECKING:
    from ..store import Store
    from .joint_loss import Coalition

__all__ = ["ask_coalition"]


def ask_coalition(
    store: Store,
    ties: ScoreTies,
    members: Sequence[str],
    codes: Sequence[str] = (),
    spec: Spec | None = None,
    *,
    dependents: Dependents = "foreign",
    unions: Sequence[Sequence[str]] | None = None,
    draws: int = 1000,
    seed: int = 0,
) -> Coalition:
    """Joint loss by the withdrawal of the firms named and of all companies of the countries.

    Parameters
    ----------
    members : sequence of str
        Ids, names or aliases, in either language; so in `unions`.
    codes : sequence of str
        ISO 3166-1 codes, in either case.

    Raises
    ------
    UnknownFirmError
        With the nearest names.
    CoalitionError
        Nobody, a single firm, a firm named twice, a country without companies in the graph.
    """
    chosen = spec or DEFAULT_SPEC
    names, countries = ties.names or organization_names(store), organization_countries(store)
    named = named_members(members, names)
    if len(named) == 1 and not codes:
        raise CoalitionError(
            f"{names[named[0]].en} alone is no coalition: name at least two firms, or a country "
            "(definer power ranks single firms)",
            f"仅{names[named[0]].zh}一家不成联合体：请列出至少两家公司，或指定国家（单个公司请用 definer power）。",
        )
    codes = tuple(dict.fromkeys(code.upper() for code in codes))
    joined = country_members(ties, codes, countries, chosen) if codes else ()
    apart = None if unions is None else [named_members(union, names) for union in unions]
    return coalition_lockin(
        ties,
        (*named, *joined),
        countries,
        chosen,
        dependents=dependents,
        unions=apart,
        draws=draws,
        seed=seed,
    )
