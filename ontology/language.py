"""The two languages that people read."""

from __future__ import annotations

import os
from typing import Literal

__all__ = ["Language", "preferred_language"]

Language = Literal["en", "zh"]


def preferred_language() -> Language:
    """Language of the environment: ``DEFINER_LANG`` if it names one, else ``zh`` where the locale is Chinese."""
    if (chosen := os.environ.get("DEFINER_LANG")) in ("en", "zh"):
        return "zh" if chosen == "zh" else "en"
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"
