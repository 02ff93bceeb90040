"""Control by several firms together: coalitions, countries, and how many definitions a country holds.

The names below are loaded when first used: numpy and scipy stay out of a process that only asks for help.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..lazy import attach

if TYPE_CHECKING:
    from .allocation import Allocation, allocate, owen, shapley
    from .coalition import coalition_lockin
    from .completeness import Completeness, count_definitions
    from .counting import Held, RuleCount
    from .countries import CountryLoss, CountryRanking, country_losses, country_ranking, organization_countries
    from .joint_loss import Coalition, Member
    from .members import CoalitionError, country_members, named_members
    from .tie_rule import SideHeld, TieCount
    from .withdrawal import withdrawals

__all__ = [
    "Allocation",
    "Coalition",
    "CoalitionError",
    "Completeness",
    "CountryLoss",
    "CountryRanking",
    "Held",
    "Member",
    "RuleCount",
    "SideHeld",
    "TieCount",
    "allocate",
    "coalition_lockin",
    "count_definitions",
    "country_losses",
    "country_members",
    "country_ranking",
    "named_members",
    "organization_countries",
    "owen",
    "shapley",
    "withdrawals",
]

_HOMES = {
    "allocation": ("Allocation", "allocate", "owen", "shapley"),
    "coalition": ("coalition_lockin",),
    "completeness": ("Completeness", "count_definitions"),
    "counting": ("Held", "RuleCount"),
    "countries": ("CountryLoss", "CountryRanking", "country_losses", "country_ranking", "organization_countries"),
    "joint_loss": ("Coalition", "Member"),
    "members": ("CoalitionError", "country_members", "named_members"),
    "tie_rule": ("SideHeld", "TieCount"),
    "withdrawal": ("withdrawals",),
}

__getattr__, __dir__ = attach(__name__, _HOMES)
