"""The words of the network page in English and Chinese; they stand in one table, ``static/messages.json``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import cast

from ..ontology.language import Language

__all__ = ["messages", "say"]


def messages() -> dict[str, dict[Language, str]]:
    """All messages: key -> language -> text, with ``{name}`` where a value goes."""
    text = (Path(__file__).parent / "static" / "messages.json").read_text(encoding="utf-8")
    return cast("dict[str, dict[Language, str]]", json.loads(text))


def say(key: str, lang: Language) -> str:
    """Text of the message `key`.

    Raises
    ------
    KeyError
        If there is no such message.
    """
    return messages()[key][lang]
