"""Settings of a score as a person types them: ``rho=0.1``, ``evidence=sourced``."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any

from ..messages import say
from .options import HELP_LANGUAGE, UsageError

if TYPE_CHECKING:
    from ..graph.power import Spec
    from ..ontology.language import Language

__all__ = ["ScoreSettings", "read_date", "spec_of"]

_CUTS = ("evidence", "known_by", "round_trip", "cohorts")
_TRUTH = {"yes": True, "true": True, "no": False, "false": False}


@dataclass(frozen=True)
class ScoreSettings:
    """Which ties count, and how: what is None is as on the other side."""

    evidence: Any = None
    known_by: str | None = None
    round_trip: bool | None = None
    cohorts: bool | None = None
    spec: Spec | None = None

    @classmethod
    def read(cls, texts: Iterable[str], base: Spec, lang: Language = HELP_LANGUAGE) -> ScoreSettings:
        """From ``key=value`` texts; what they do not name of the score's settings is as in `base`.

        Raises
        ------
        UsageError
            With the keys that there are, or what is wrong with a value.
        """
        found, spec = cls(), base
        for text in texts:
            key, value = _pair(text, (*_keys(), *_CUTS), lang)
            if key in _CUTS:
                changed: dict[str, Any] = {key: _cut(text, key, value, lang)}
                found = replace(found, **changed)
            else:
                spec = _with(spec, text, key, value, lang)
        return found if spec == base else replace(found, spec=spec)


def spec_of(texts: Iterable[str], lang: Language = HELP_LANGUAGE) -> Spec:
    """Settings of the score from ``key=value`` texts; defaults for the rest.

    Raises
    ------
    UsageError
        With the keys that there are, or what is wrong with a value.
    """
    from ..graph.power import Spec

    spec = Spec()
    for text in texts:
        spec = _with(spec, text, *_pair(text, _keys(), lang), lang)
    return spec


def _keys() -> tuple[str, ...]:
    from ..graph.power import Spec

    return tuple(field.name for field in fields(Spec))


def _pair(text: str, keys: tuple[str, ...], lang: Language) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    key = key.strip().replace("-", "_")
    if not equals or key not in keys:
        raise UsageError(say("err.setting", lang, text=text, keys=", ".join(keys)))
    return key, value.strip()


def _with(spec: Spec, text: str, key: str, value: str, lang: Language) -> Spec:
    try:
        numbers = tuple(float(part) for part in value.split(","))
        if not all(map(math.isfinite, numbers)) or len(numbers) != (2 if key == "weights" else 1):
            raise ValueError("weights=0.5,0.5" if key == "weights" else f"{key}=0.5")
        changed: dict[str, Any] = {key: numbers if key == "weights" else numbers[0]}
        return replace(spec, **changed)
    except ValueError as error:
        raise UsageError(say("err.setting_value", lang, text=text, why=error)) from None


def _cut(text: str, key: str, value: str, lang: Language) -> str | bool:
    if key == "known_by":
        return read_date(value, lang)
    allowed: dict[str, str | bool] = {"all": "all", "sourced": "sourced"} if key == "evidence" else dict(_TRUTH)
    if value not in allowed:
        raise UsageError(say("err.setting_value", lang, text=text, why=" | ".join(allowed)))
    return allowed[value]


def read_date(text: str, lang: Language) -> str:
    """The text, if it is a date.

    Raises
    ------
    UsageError
        If it is none.
    """
    from ..ontology.values import latest

    try:
        latest(text)
    except ValueError:
        raise UsageError(say("err.date", lang, text=text)) from None
    return text
