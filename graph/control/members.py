"""Who is in a coalition: names become ids, countries become their companies, unions cover everybody once."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from ..errors import GraphError
from ..names import NodeName, UnknownFirmError, find_id
from ..power.projection import project
from ..power.spec import DEFAULT_SPEC, Spec
from ..power.tie import ScoreTies
from .dependents import companies_by_country

__all__ = ["CoalitionError", "check_members", "country_members", "named_members", "union_parts"]


class CoalitionError(GraphError):
    """The members named make no coalition."""

    exit_code = 2


def named_members(texts: Sequence[str], names: Mapping[str, NodeName]) -> tuple[str, ...]:
    """Ids of the firms with these ids or names, in either language.

    Raises
    ------
    UnknownFirmError
        With the nearest names.
    CoalitionError
        A firm named twice, perhaps in two languages.
    """
    members = [find_id(text, names, UnknownFirmError) for text in texts]
    if members:
        check_members(members)
    return tuple(members)


def country_members(
    ties: ScoreTies, codes: Sequence[str], countries: Mapping[str, str], spec: Spec = DEFAULT_SPEC
) -> tuple[str, ...]:
    """Companies of the countries that depend or are depended on, sorted.

    Raises
    ------
    CoalitionError
        A country has no company there; the error names those that have.
    """
    groups = companies_by_country(project(ties, spec), ties, countries)
    for code in codes:
        if code not in groups:
            there = sorted(groups)
            raise CoalitionError(
                f'no company of country "{code}" in {ties.paradigm} as of {ties.as_of}; '
                f"there are companies of {', '.join(there) or 'no country'}",
                f"截至 {ties.as_of}，{ties.paradigm} 中没有国家代码为“{code}”的公司；"
                f"现有：{'、'.join(there) or '无'}。",
            )
    return tuple(sorted({company for code in codes for company in groups[code]}))


def check_members(members: Sequence[str]) -> None:
    """Refuse a coalition of nobody, and a member named twice."""
    if not members:
        raise CoalitionError("a coalition needs members", "联合体至少要有成员。")
    twice = sorted({member for member in members if members.count(member) > 1})
    if twice:
        raise CoalitionError(f"named twice: {', '.join(twice)}", f"重复列出：{'、'.join(twice)}。")


def union_parts(
    members: Sequence[str], countries: Mapping[str, str], unions: Sequence[Collection[str]] | None
) -> tuple[tuple[str, ...], ...]:
    """Unions that hold every member once, in the order of their first members."""
    key: dict[str, str] = {member: countries.get(member, f"alone {member}") for member in members}
    if unions is not None:
        named = [member for union in unions for member in union]
        wrong = sorted({member for member in named if member not in key or named.count(member) > 1})
        if wrong:
            raise CoalitionError(
                f"a union holds members of the coalition, each in one union only: {', '.join(wrong)}",
                f"分组只能由联合体成员组成，且每个成员只属一组：{'、'.join(wrong)}。",
            )
        inside = {member: f"union {number}" for number, union in enumerate(unions) for member in union}
        key = {member: inside.get(member, f"alone {member}") for member in members}
    found: dict[str, list[str]] = {}
    for member in members:
        found.setdefault(key[member], []).append(member)
    return tuple(tuple(union) for union in found.values())
