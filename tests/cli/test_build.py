"""``definer build`` makes a store that the other commands read, here ``definer network``."""

from __future__ import annotations

from pathlib import Path

from definer.graph.store import Store

from .program import run


def test_a_store_of_ones_own_claims_is_built_and_drawn(root: Path, tmp_path: Path) -> None:
    made, page = tmp_path / "库", tmp_path / "network.html"
    done = run("build", str(root / "tests" / "valid"), "--store", str(made), "--lang", "en", COLUMNS="200")
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert f"{len(Store.open(made)):,}" in done.stderr
    assert str(made) in done.stderr.replace("\n", "")
    done = run("network", "-o", str(page), "--store", str(made), "--lang", "zh")
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert page.name in done.stderr.replace("\n", "")
    assert '<html lang="zh-Hans"' in page.read_text(encoding="utf-8")
