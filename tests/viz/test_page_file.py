"""The page as a file: the same bytes everywhere, whole or not at all, nothing from outside."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from pyvis.network import Network

from definer.graph.store import Store
from definer.viz.page import NetworkPage, network

FORBIDDEN = r"innerHTML|outerHTML\s*=|insertAdjacentHTML|document\.write|\beval\b|new Function"
HERE = Path(__file__).parent
NETWORK = HERE.parents[1] / "viz" / "web" / "src" / "network"
SAVE = """
import sys
from pathlib import Path
from definer.graph.store import Store
from definer.viz.page import network
network(Store.from_rdf([Path(sys.argv[1])]), lang="zh").save(sys.argv[2])
"""


def save(path: Path, **variables: str) -> bytes:
    environment = os.environ | {"PYTHONPATH": str(HERE.parents[1] / "src"), "PYTHONUTF8": "0"} | variables
    subprocess.run([sys.executable, "-c", SAVE, str(HERE / "hostile.ttl"), str(path)], env=environment, check=True)
    return path.read_bytes()


def words() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = json.loads((NETWORK / "words.json").read_text(encoding="utf-8"))
    return found


def unpacked(html: str) -> dict[str, Any]:
    """What the page draws, as it stands in the file."""
    (text,) = re.findall(r'id="block-network">(.*?)</script>', html)
    found: dict[str, Any] = json.loads(gzip.decompress(base64.b64decode(text)))
    return found


@pytest.mark.parametrize("locale", ["C", "zh_CN.GBK", "zh_CN.UTF-8"])
def test_is_utf8_in_any_locale(tmp_path: Path, locale: str) -> None:
    data = save(tmp_path / "page.html", LC_ALL=locale, PYTHONCOERCECLOCALE="0", PYTHONIOENCODING="gbk")
    text = data.decode("utf-8")
    assert "用户公司" in unpacked(text)["nodes"]["columns"]["zh"]
    assert '<meta charset="utf-8">' in text
    assert b"\r" not in data


def test_is_the_same_whatever_the_hash_seed(tmp_path: Path) -> None:
    assert save(tmp_path / "a.html", PYTHONHASHSEED="1") == save(tmp_path / "b.html", PYTHONHASHSEED="2")


def test_shipped_page_is_the_same_twice(store: Store, shipped_page: NetworkPage) -> None:
    assert network(store).html() == shipped_page.html()


def test_shipped_page_is_small_and_names_no_other_address(shipped_file: Path) -> None:
    text = shipped_file.read_text(encoding="utf-8")
    assert len(text.encode()) < 5_000_000
    tags = re.sub(r"<script.*?</script>", "", text, flags=re.DOTALL)
    assert re.findall(r"(?:src|href)=\"([^\"]*)", tags) == ["data:,"]
    assert "@import" not in tags
    assert "url(" not in tags


def test_policy_admits_exactly_the_scripts_and_styles_of_the_page(shipped_page: NetworkPage) -> None:
    text = shipped_page.html()
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)
    assert policy
    rules = dict(rule.split(" ", 1) for rule in policy[1].replace("&#39;", "'").split("; "))
    assert rules["default-src"] == "'none'"
    for name, pattern in (("script-src", r"<script>(.*?)</script>"), ("style-src", r"<style>(.*?)</style>")):
        digests = [
            "'sha256-" + base64.b64encode(hashlib.sha256(body.encode()).digest()).decode() + "'"
            for body in re.findall(pattern, text, re.DOTALL)
        ]
        assert rules[name].split() == digests
    assert "unsafe" not in policy[1]


def test_is_built_through_pyvis(shipped_page: NetworkPage) -> None:
    net = shipped_page.pyvis()
    assert isinstance(net, Network)
    assert net.directed
    assert len(net.nodes) == shipped_page.node_count > 600
    assert len(net.edges) == shipped_page.tie_count > 2500
    data = unpacked(shipped_page.html())
    assert data["nodes"]["columns"]["id"] == [node["id"] for node in net.nodes]
    assert data["nodes"]["columns"]["x"] == [node["x"] for node in net.nodes]
    assert data["edges"]["n"] == len(net.edges)
    assert not {"InHouse", "UnknownProvider", "IN_HOUSE", "UNKNOWN"} & set(data["nodes"]["columns"]["id"])
    assert all(edge["arrows"] == "to" for edge in net.edges)


def test_a_failed_save_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = network(Store.from_rdf([HERE / "hostile.ttl"]), power_by_year={})
    target = page.save(tmp_path / "page.html")
    before = target.read_bytes()

    def fail() -> str:
        message = "no room"
        raise OSError(message)

    monkeypatch.setattr(page, "html", fail)
    with pytest.raises(OSError, match="no room"):
        page.save(target)
    assert target.read_bytes() == before
    assert list(tmp_path.iterdir()) == [target]


def test_shows_in_a_notebook_as_one_frame() -> None:
    html = network(Store.from_rdf([HERE / "hostile.ttl"]), power_by_year={})._repr_html_()
    assert html.startswith("<iframe srcdoc='&lt;!DOCTYPE html>")
    assert 'sandbox="allow-scripts allow-downloads' in html
    assert "<script" not in html


@pytest.mark.parametrize(
    ("as_of", "first", "last"),
    [
        (None, "2020-01-01", "2020-01-01"),
        ("2010", "2010-12-31", "2020-01-01"),
        ("2010-06-30", "2010-06-30", "2010-06-30"),
        ("2023", "2023-12-31", "2023-12-31"),
    ],
)
def test_first_view_is_as_of_the_date_asked_for(as_of: str | None, first: str, last: str) -> None:
    page = network(Store.from_rdf([HERE / "hostile.ttl"]), as_of=as_of, power_by_year={})
    frame = json.loads(re.findall(r'id="frame">(.*?)</script>', page.html(), re.DOTALL)[0])
    assert (frame["asOf"], frame["stops"][-1]) == (first, last)


def test_words_say_the_same_in_both_languages() -> None:
    for key, texts in words().items():
        assert set(texts) == {"en", "zh"}, key
        places = [set(re.findall(r"\{(\w+)\}", text)) - {"value", "yi"} for text in texts.values()]
        assert places[0] == places[1], key


def test_every_word_is_said() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in NETWORK.glob("*.ts"))
    put_together = (
        "layer.",
        "region.",
        "evidence.",
        "status.",
        "kind.",
        "size.",
        "color.",
        "group.",
        "path.",
        "panel.",
    )
    assert {key for key in words() if not key.startswith(put_together) and f'"{key}"' not in text} == set()


def test_every_script_and_style_is_used() -> None:
    static = Path(__file__).parents[2] / "viz" / "static"
    assert [path.name for path in static.iterdir()] == ["colors.css"]
    for path in (static.parent / "web" / "src").rglob("*.ts"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(FORBIDDEN, text), path
