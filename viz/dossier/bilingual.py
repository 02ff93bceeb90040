"""Two texts of one structure as one value: what is equal stands once, what differs as its English and its Chinese."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

__all__ = ["bilingual"]


def bilingual(en: Any, zh: Any) -> Any:  # noqa: ANN401 - JSON in, JSON out
    """Join the same plain value in two languages.

    Parameters
    ----------
    en, zh : JSON
        What one function gave in English and in Chinese.

    Returns
    -------
    JSON
        The value; where the languages differ, ``{"en": ..., "zh": ...}``. ``viz/web/src/page/bilingual.ts`` takes it
        apart again.

    Examples
    --------
    >>> bilingual({"x": 1, "label": "power"}, {"x": 1, "label": "定义权"})
    {'x': 1, 'label': {'en': 'power', 'zh': '定义权'}}
    >>> bilingual(["a", "b"], ["a"])
    {'en': ['a', 'b'], 'zh': ['a']}
    """
    if isinstance(en, Mapping) and isinstance(zh, Mapping) and en.keys() == zh.keys():
        return {str(key): bilingual(value, zh[key]) for key, value in en.items()}
    if _row(en) and _row(zh) and len(en) == len(zh):
        return [bilingual(one, other) for one, other in zip(en, zh, strict=True)]
    return en if en == zh and type(en) is type(zh) else {"en": en, "zh": zh}


def _row(value: Any) -> bool:  # noqa: ANN401
    return isinstance(value, Sequence) and not isinstance(value, str)
