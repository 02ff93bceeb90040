"""The firms that a backtest looks for: what the essay says, read from its claims, or what the user says.

A label is no evidence. It comes from whoever named the definers, with hindsight; a backtest asks whether ties
alone would have named them too, and when.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from ..errors import GraphError
from ..names import UnknownFirmError, UnknownParadigmError, find_id
from ..power.select import Queryable, select_names, select_paradigms
from ..power.tie import SCORE_LAYERS, ScoreLayer
from .reading import ESSAY, read_groups, read_holders

__all__ = ["CO_DEFINERS", "Truth", "TruthError", "essay_truths", "truths"]

CO_DEFINERS: Final[Mapping[str, tuple[str, ...]]] = {"pc": ("intel",), "mobile": ("google",)}
"""Firms that a backtest accepts beside the essay's definer, as a second count (METHOD 5.1).

The checked statements call both of the essay's sentences contested: "IBM (hardware), Intel (CPU) and Apple/Xerox
(GUI) co-define" of the PC, "Android (Google, OHA) defined the larger installed base" of mobile.
"""
_SUPPLY: Final[tuple[ScoreLayer, ...]] = ("supply",)


class TruthError(GraphError, ValueError):
    """What the user gives as truth is not ``paradigm=firm,firm``."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class Truth:
    """Who is said to have defined a paradigm.

    Attributes
    ----------
    definers : tuple of str
        Ids; any of them counts as found.
    origin : str
        ``essay`` or ``given``.
    group : str or None
        Id of the group whose members the definers are: then nobody claims that one of them defined it alone.
    also : tuple of str
        Ids that a second count accepts too.
    layers : tuple of str
        Layers of the ties in which to look.
    since : int or None
        First year of which the essay says it; None where it gives none, or where the truth was given.
    """

    paradigm: str
    definers: tuple[str, ...]
    origin: str = ESSAY
    group: str | None = None
    also: tuple[str, ...] = ()
    layers: tuple[ScoreLayer, ...] = SCORE_LAYERS
    since: int | None = None

    def to_dict(self) -> dict[str, object]:
        """Plain data."""
        return {
            "definers": list(self.definers),
            "origin": self.origin,
            "group": self.group,
            "also_accepted": list(self.also),
            "layers": list(self.layers),
            "since": self.since,
        }


def essay_truths(store: Queryable) -> dict[str, Truth]:
    """Definers per paradigm by the control holdings whose source is the essay; paradigms it is silent on are left out.

    A group stands for its members. Where every holding is on the supply side, only ties of the supply layer are
    looked at: the essay claims no more, and calls that half a definition. A holding on the software side makes it a
    whole one, and all layers count (METHOD 1.8, 5.1).
    """
    groups, found = read_groups(store), {}
    for paradigm, holdings in sorted(read_holders(store).items()):
        holders = sorted({holder for holder, _, _ in holdings}, key=lambda key: (-len(groups.get(key, ())), key))
        members = sorted({member for holder in holders for member in groups.get(holder, (holder,))})
        sides = {side for _, side, _ in holdings}
        years = [year for _, _, year in holdings if year is not None]
        found[paradigm] = Truth(
            paradigm,
            tuple(members),
            group=holders[0] if holders[0] in groups else None,
            also=tuple(firm for firm in CO_DEFINERS.get(paradigm, ()) if firm not in members),
            layers=_SUPPLY if sides == {"supply"} else SCORE_LAYERS,
            since=min(years, default=None),
        )
    return found


def truths(store: Queryable, given: Mapping[str, str | Iterable[str]] | None = None) -> dict[str, Truth]:
    """Truth of every paradigm that has one: the essay's, with what is given in its place.

    Parameters
    ----------
    given : mapping, optional
        Paradigm -> firms (ids or names in either language, a group for its members); text is split at commas. It
        keeps the layers of the essay's truth and accepts nobody beside.

    Raises
    ------
    TruthError
        If a paradigm is given no firm.
    UnknownParadigmError, UnknownFirmError
        With the nearest names.
    """
    found = essay_truths(store)
    if not given:
        return found
    notes = select_paradigms(store)
    paradigms = {key: note.name for key, note in notes.items()}
    names, groups = select_names(store), read_groups(store)
    for text, firms in given.items():
        paradigm = find_id(text, paradigms, UnknownParadigmError)
        listed = firms.split(",") if isinstance(firms, str) else firms
        keys = [find_id(firm.strip(), names, UnknownFirmError) for firm in listed if firm.strip()]
        if not keys:
            raise TruthError(
                f'"{text}" is given no firm: write paradigm=firm, several firms with commas',
                f"“{text}”没有给出公司：请写作 范式=公司，多家公司用逗号分隔",
            )
        members = sorted({member for key in keys for member in groups.get(key, (key,))})
        group = keys[0] if len(keys) == 1 and keys[0] in groups else None
        old = found.get(paradigm, Truth(paradigm, ()))
        found[paradigm] = replace(old, definers=tuple(members), origin="given", group=group, also=(), since=None)
    return found
