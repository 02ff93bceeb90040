"""What each operation of a scenario supposes, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from ..ontology.language import Language
from .scenario_wording import country, name_of, say

__all__ = ["operation_text"]

_SELECTORS: Final = ("tie", "dependent", "provider", "slot", "layer", "dependent_country", "provider_country")
_NAMED: Final = ("dependent", "provider", "slot", "firm", "holder")
_PLAIN: Final = ("id", "degree")


def operation_text(stated: Mapping[str, Any], document: Mapping[str, Any], lang: Language) -> str:
    """One operation as a reader sees it: names instead of ids, and what happens to what is left."""

    def named(value: object) -> str:
        words = value if isinstance(value, list) else [value]
        return say("list", lang).join(_name(str(word), document, lang) for word in words)

    values: dict[str, object] = {key: named(stated[key]) for key in _NAMED if key in stated}
    values |= {key: stated[key] for key in _PLAIN if key in stated}
    if "side" in stated:
        values["side"] = say(f"side.{stated['side']}", lang)
    values["point"] = stated.get("control_point", "")
    values["value"] = _number(stated.get("value", stated.get("share", "")))
    values["selection"] = _selection(stated, lang, named)
    values["cohort"] = named(stated.get("cohort", ""))
    values["shares"] = _shares(stated, lang, named)
    values["members"] = named(stated.get("firms") or stated.get("country") or "")
    customers = stated.get("customers") or stated.get("customer_country")
    values["customers"] = named(customers) if customers else say("op.everybody", lang)
    values["slots"] = values.get("slot") or say("op.all_slots", lang)
    text = say(f"op.{stated['op']}", lang, **values)
    if stated["op"] in ("remove_tie", "remove_firm", "remove_coalition"):
        text += say("comma", lang) + say(f"refill.{stated.get('refill', 'unnamed')}", lang)
    return text


def _name(word: str, document: Mapping[str, Any], lang: Language) -> str:
    """Name of a firm, cohort, slot (also by its short id) or country."""
    full = f"{document['paradigm']}.{word}"
    return name_of(full if full in document["names"] else country(word, lang), document, lang)


def _selection(stated: Mapping[str, Any], lang: Language, named: Any) -> str:  # noqa: ANN401
    dependent, provider = (stated.get(key) or stated.get(f"{key}_country") for key in ("dependent", "provider"))
    if dependent and provider:
        parts = [f"{named(dependent)} → {named(provider)}"]
        parts += [named(stated[key]) for key in ("tie", "slot", "layer") if key in stated]
        return say("list", lang).join(parts)
    return say("list", lang).join(named(stated[key]) for key in _SELECTORS if key in stated)


def _shares(stated: Mapping[str, Any], lang: Language, named: Any) -> str:  # noqa: ANN401
    parts = [f"{named(provider)} {_number(share)}" for provider, share in stated.get("shares", {}).items()]
    if stated.get("revocability") is not None:
        parts.append(say("op.r", lang, value=_number(stated["revocability"])))
    return say("list", lang).join(parts)


def _number(value: object) -> str:
    if isinstance(value, list):
        return "–".join(f"{end:g}" for end in value)
    return f"{value:g}" if isinstance(value, int | float) else str(value)
