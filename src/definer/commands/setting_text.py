"""The settings of an answer that are not the usual ones, so that no number is read as another one's."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from ..messages import say

if TYPE_CHECKING:
    from collections.abc import Collection

    from ..graph.power import Setting, Spec
    from ..ontology.language import Language

__all__ = ["setting_text", "settings_line"]

_NAMED = ("known_by", "evidence", "round_trip", "cohorts", "claims")


def setting_text(key: str, value: object, lang: Language) -> str:
    """Text of a setting and its value."""
    shown = "-" if value is None else say(f"value.{value}", lang) if isinstance(value, bool) else value
    if isinstance(value, tuple):
        shown = ",".join(f"{part:g}" for part in value)
    if key == "evidence":
        shown = say(f"value.{value}", lang)
    name = say(f"setting.{key}", lang) if key in _NAMED else key
    return f"{name} = {shown}"


def settings_line(setting: Setting, lang: Language, spec: Spec | None = None, *, without: Collection[str] = ()) -> str:
    """One line with what differs from the defaults; empty where nothing does.

    Parameters
    ----------
    spec : Spec, optional
        Settings of the score; the defaults are named by `setting` alone.
    without : collection of str
        Settings that the page has said elsewhere, or in which two sides differ.
    """
    from ..graph.power import DEFAULT_SPEC

    unusual: dict[str, object] = {"known_by": setting.known_by} if setting.known_by else {}
    unusual |= {"evidence": setting.evidence} if setting.evidence != "all" else {}
    unusual |= {} if setting.round_trip else {"round_trip": False}
    unusual |= {"cohorts": True} if setting.cohorts else {}
    for field in fields(DEFAULT_SPEC):
        value = getattr(spec or DEFAULT_SPEC, field.name)
        if value != getattr(DEFAULT_SPEC, field.name):
            unusual[field.name] = value
    shown = [setting_text(key, value, lang) for key, value in unusual.items() if key not in without]
    return say("explain.setting", lang, setting=say("semicolon", lang).join(shown)) if shown else ""
