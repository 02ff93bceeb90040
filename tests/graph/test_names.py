from __future__ import annotations

import pytest

from definer.graph.names import NodeName, UnknownFirmError, find_id, nearest

NAMES = {
    "microsoft": NodeName("Microsoft", "微软", aliases=("MSFT",)),
    "amec": NodeName("AMEC", "中微公司"),
    "general_motors": NodeName("General Motors", "通用汽车"),
    "kia": NodeName("Kuwait Investment Authority", "科威特投资局", company=False, aliases=("KIA",)),
    "kia_motors": NodeName("Kia", "起亚"),
}


@pytest.mark.parametrize(
    ("asked", "key"),
    [
        ("microsoft", "microsoft"),
        ("MICROSOFT", "microsoft"),
        ("微软", "microsoft"),
        ("msft", "microsoft"),
        ("general motors", "general_motors"),
        ("general_motors", "general_motors"),
        ("kia", "kia"),  # an id wins over another's name
    ],
)
def test_who_is_called_so(asked: str, key: str) -> None:
    assert find_id(asked, NAMES, UnknownFirmError) == key


def test_a_name_that_two_bear_is_asked_back() -> None:
    with pytest.raises(UnknownFirmError, match=r"kia \(Kuwait Investment Authority\), kia_motors \(Kia\)"):
        find_id("KIA", NAMES, UnknownFirmError)


@pytest.mark.parametrize(
    ("asked", "key"),
    [
        ("mircosoft", "microsoft"),
        ("微软公司", "microsoft"),
        ("科威特", "kia"),
        ("motors", "kia_motors"),
        ("amecs", "amec"),
    ],
)
def test_the_nearest_name_comes_first(asked: str, key: str) -> None:
    assert nearest(asked, NAMES)[0][0] == key


def test_nothing_near_is_said_plainly() -> None:
    error = UnknownFirmError("zzzz", nearest("zzzz", NAMES))
    assert str(error) == 'no organization "zzzz"'
    assert error.message("zh") == "没有名为“zzzz”的机构。"


def test_hostile_text_asks_for_nobody() -> None:
    assert nearest("", NAMES) == ()
    assert nearest("<script>alert(1)</script>", NAMES) == ()
