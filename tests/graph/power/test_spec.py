from __future__ import annotations

import subprocess
import sys

import pytest

import definer.graph.power as power
from definer.graph.power import Spec


def test_the_id_names_every_setting() -> None:
    assert Spec().id == "power-1;alpha=0.85;rho=0.25;weights=0.5,0.5;half-life=8,4,4"
    assert Spec(rho=0.1, weights=(1.0, 0.0)).id == "power-1;alpha=0.85;rho=0.1;weights=1,0;half-life=8,4,4"


@pytest.mark.parametrize(
    "settings",
    [
        {"alpha": 0.0},
        {"alpha": 1.0},
        {"rho": 1.0},
        {"rho": -0.1},
        {"weights": (0.5, 0.6)},
        {"weights": (1.5, -0.5)},
        {"half_life_tech": 0.0},
    ],
    ids=str,
)
def test_settings_outside_their_range_are_refused(settings: dict[str, float]) -> None:
    with pytest.raises(ValueError, match=r"must|positive"):
        Spec(**settings)  # type: ignore[arg-type]


def test_the_public_face_is_complete() -> None:
    assert all(getattr(power, name) is not None for name in power.__all__)
    assert set(power.__all__) <= set(dir(power))
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        power.nothing  # noqa: B018


def test_numeric_libraries_wait_until_they_are_needed() -> None:
    heavy = "{'numpy', 'scipy', 'networkx'}"
    code = f"import sys, definer.graph.ties, definer.graph.power; print(sorted({heavy} & set(sys.modules)))"
    path = ":".join(entry for entry in sys.path if entry)
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONPATH": path}
    )
    assert done.stdout.strip() == "[]"
