from __future__ import annotations

import pytest

from definer.ontology.language import preferred_language

NAMES = ("DEFINER_LANG", "LC_ALL", "LC_MESSAGES", "LANG")


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LC_ALL": "C.UTF-8", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"DEFINER_LANG": "zh", "LC_ALL": "C.UTF-8"}, "zh"),
        ({"DEFINER_LANG": "en", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"DEFINER_LANG": "fr", "LANG": "zh_CN.UTF-8"}, "zh"),
        ({"DEFINER_LANG": "", "LANG": "C.UTF-8"}, "en"),
    ],
)
def test_our_own_variable_comes_before_the_locale(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], language: str
) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert preferred_language() == language
