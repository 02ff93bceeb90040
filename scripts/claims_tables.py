"""The counts in ``data/README.md``, filled in from the shipped claims, so that no number goes stale."""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from fnmatch import fnmatch
from pathlib import Path
from typing import TYPE_CHECKING

import definer
from definer.data.read import shipped_claims
from definer.ontology.records import Candidacy, Organization, Slot, Tie

if TYPE_CHECKING:
    from definer.data.read import Claims
    from definer.graph.census import Census, Tally

__all__ = ["with_counts"]

_OUTCOMES = ("winner", "survivor", "loser")
_FILE = re.compile(r"^\| (\S+\.csv) \| [\d,]* \| (.*)$", re.MULTILINE)


def with_counts(text: str) -> str:
    """A text with the counts of the shipped claims between its marks.

    Parameters
    ----------
    text : str
        Markdown. In a table after ``<!-- rows -->`` the second column becomes the number of rows of the file in the
        first; what stands between ``<!-- ties -->`` and ``<!-- /ties -->`` is replaced, and so for the other marks.

    Raises
    ------
    SystemExit
        If a file of claims stands in no table of files, or a mark is missing.
    """
    graph = definer.open()
    claims = graph.claims
    if claims is None:
        sys.exit("no claims are shipped")
    blocks: dict[str, Callable[[], str]] = {
        "organizations": lambda: _organizations(claims),
        "ties": lambda: _ties(graph.census()),
        "evidence": lambda: _evidence(claims, graph.census()),
        "lists": lambda: _lists(claims),
    }
    text = _with_files(text, shipped_claims())
    for name, made in blocks.items():
        text, found = re.subn(
            rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)",
            lambda marks, made=made: f"{marks[1]}\n{made()}\n\n{marks[2]}",
            text,
            flags=re.DOTALL,
        )
        if found != 1:
            sys.exit(f"data/README.md: <!-- {name} --> ... <!-- /{name} --> must stand there once")
    return text


def _with_files(text: str, directory: Path) -> str:
    rows = {path.name: _rows(path) for path in directory.glob("*.csv")}
    named: set[str] = set()

    def counted(line: re.Match[str]) -> str:
        files = [name for name in rows if fnmatch(name, line[1])]
        named.update(files)
        return f"| {line[1]} | {sum(rows[name] for name in files):,} | {line[2]}"

    text = re.sub(
        r"(?<=<!-- rows -->\n).*?(?=<!-- /rows -->)", lambda part: _FILE.sub(counted, part[0]), text, flags=re.DOTALL
    )
    if missing := sorted(rows.keys() - named):
        sys.exit(f"data/README.md: say what these files hold: {', '.join(missing)}")
    return text


def _rows(path: Path) -> int:
    with path.open(encoding="utf-8", newline="") as file:
        return sum(1 for _ in csv.reader(file)) - 1


def _organizations(claims: Claims) -> str:
    firms = claims.of(Organization)
    kinds = Counter(firm.kind for firm in firms)
    names = Counter(firm.name_zh_status for firm in firms)
    return (
        f"Organizations: {kinds['company']} companies, {kinds['capital_source']} capital sources, "
        f"{kinds['public_body']} public bodies, {kinds['organization']} other organizations "
        f"(foundations, laboratories, standards bodies), {kinds['group']} groups. "
        f"{names['customary']} carry a customary Chinese name, "
        f"{names['latin']} their Latin one (`name_zh_status` = `latin`)."
    )


def _ties(census: Census) -> str:
    def cells(name: str, coded: str, one: Tally) -> tuple[object, ...]:
        return (
            name, coded, one.rows, _of(one.sourced, one.rows), one.named, _of(one.named_sourced, one.named),
            one.in_house, one.open, one.unknown, one.sources,
        )  # fmt: skip

    head = "ties of", "coded", "rows", "found", "named", "named, found", "in-house", "open", "unknown", "sources"
    body = [cells(one.paradigm, f"{one.coded_from} to {one.coded_to}", one.total) for one in census.paradigms]
    return _table(head, [*body, cells("all", "", census.total)])


def _evidence(claims: Claims, census: Census) -> str:
    trips = Counter(tie.paradigm for tie in claims.of(Tie) if tie.slot and tie.round_trip and tie.rank != "deprecated")

    def cells(name: str, one: Tally, both: int) -> tuple[object, ...]:
        return name, one.known, one.provider_worded, one.shares, one.measured, one.dated, both

    head = (
        "ties of",
        "from memory",
        "PWS only",
        "share stated",
        "of these measured",
        "start or end attested",
        "round trip",
    )
    body = [cells(one.paradigm, one.total, trips[one.paradigm]) for one in census.paradigms]
    return _table(head, [*body, cells("all", census.total, trips.total())])


def _lists(claims: Claims) -> str:
    order = ("pc", "search", "mobile", "new_energy", "ai")
    slots = Counter(slot.paradigm for slot in claims.of(Slot))
    rows = []
    for name in order:
        listed = [one for one in claims.of(Candidacy) if one.paradigm == name]
        ruled = [one for one in listed if one.in_rule]
        outcomes = Counter(one.outcome for one in ruled)
        rows.append((name, slots[name], len(ruled), *(outcomes[key] for key in _OUTCOMES), len(listed) - len(ruled)))
    total = ("all", *(sum(column) for column in list(zip(*rows, strict=True))[1:]))
    head = "list of", "slots", "firms in the rule", "winners", "survivors", "losers", "providers only"
    return _table(head, [*rows, total])


def _of(part: int, whole: int) -> str:
    return f"{part:,} ({part / whole:.0%})" if whole else "0"


def _table(head: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    titles = tuple(head)
    lines = [titles, ("---",) * len(titles), *rows]
    texts = [[f"{cell:,}" if isinstance(cell, int) else str(cell) for cell in line] for line in lines]
    return "\n".join("|" + "|".join(f" {cell} ".replace(" --- ", "---") for cell in line) + "|" for line in texts)
