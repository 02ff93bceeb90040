"""The two languages that people read."""

from __future__ import annotations

import os
from typing import Literal

__all__ = ["Language", "preferred_language"]

Language = Literal["en", "zh"]


def preferred_language() -> Language:
    """Language of the environment: ``zh`` where the locale variables name Chinese, else ``en``."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"
