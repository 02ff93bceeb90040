"""The guard of the wheel: a page's asset that is missing from it does not pass."""

from __future__ import annotations

import sys
import zipfile
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="module")
def guard(root: Path) -> ModuleType:
    sys.path.insert(0, str(root / "scripts"))
    try:
        return import_module("wheel_guard")
    finally:
        sys.path.pop(0)


def wheel(guard: ModuleType, path: Path, *, without: str = "", besides: str = "") -> Path:
    names = guard.tracked() | {f"definer/{guard.WEB}dist/{name}" for name in guard.ASSETS}
    assert not without or without in names
    with zipfile.ZipFile(path, "w") as file:
        for name in sorted(names - {without} | {besides} - {""}):
            file.writestr(name, "")
        file.writestr("definer-0.dist-info/METADATA", "")
    return path


def test_a_whole_wheel_passes(guard: ModuleType, tmp_path: Path) -> None:
    assert guard.faults(wheel(guard, tmp_path / "a.whl")) == []


@pytest.mark.parametrize("name", ["dossier.js", "dossier-style.css", "oxigraph.wasm", "loader.js", "LICENSES.txt"])
def test_a_wheel_without_an_asset_fails(guard: ModuleType, tmp_path: Path, name: str) -> None:
    asset = f"definer/viz/web/dist/{name}"
    assert guard.faults(wheel(guard, tmp_path / "a.whl", without=asset)) == [f"missing from the wheel: {asset}"]


def test_a_wheel_without_a_template_fails(guard: ModuleType, tmp_path: Path) -> None:
    path = "definer/viz/templates/dossier.html.j2"
    assert guard.faults(wheel(guard, tmp_path / "a.whl", without=path)) == [f"missing from the wheel: {path}"]


def test_what_nobody_tracks_is_told(guard: ModuleType, tmp_path: Path) -> None:
    path = "definer/viz/web/node_modules/x.js"
    assert guard.faults(wheel(guard, tmp_path / "a.whl", besides=path)) == [f"only in the wheel: {path}"]


def test_the_command_fails_with_the_guard(guard: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["wheel_guard.py", str(tmp_path)])
    wheel(guard, tmp_path / "a.whl")
    assert guard.main() == 0
    wheel(guard, tmp_path / "a.whl", without="definer/viz/web/dist/dossier.js")
    assert guard.main() == 1
