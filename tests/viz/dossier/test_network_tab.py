"""The dossier's Network tab, used as a person would: filters, sizes, neighbourhood, path, pins, pictures, keyboard."""

from __future__ import annotations

import struct
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from definer.graph.store import Store
from definer.viz.page import network
from tests.viz.conftest import Visit

pytestmark = pytest.mark.browser
Open = Callable[..., Visit]
TAB = "#tab=network"
SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = Path(__file__).parents[1] / "hostile.ttl"


def ask(opened: Visit, what: str) -> Any:
    return opened.page.evaluate(f"definer.{what}")


def value(opened: Visit, key: str) -> str | None:
    """What the address says of a key."""
    found: str | None = opened.page.evaluate("key => new URLSearchParams(location.hash.slice(1)).get(key)", key)
    return found


def look_for(opened: Visit, text: str) -> None:
    """Choose the first that the search of the header finds."""
    opened.page.fill("#find", text)
    opened.page.locator("#find-list [aria-selected='true']").wait_for()
    opened.page.press("#find", "Enter")


def test_opens_with_all_its_parts(visit: Open, dossier_file: Path) -> None:
    opened = visit(dossier_file, TAB)
    assert ask(opened, "renderer()") == "vis"
    assert len(opened.visible()) > 500
    assert 30 <= ask(opened, "labelCount()") <= 60
    assert opened.page.locator("#n-canvas canvas").count() == 2
    assert opened.requests == [dossier_file.as_uri()]
    assert opened.complaints == []


def test_chips_filter_by_kind_and_status(visit: Open, dossier_file: Path) -> None:
    opened = visit(dossier_file, TAB)
    ties = ask(opened, "ties()")
    opened.page.click('[data-fold="kind"]')
    chip = '.chip[data-group="kind"][data-value="CapitalSource"]'
    count = int(opened.page.locator(f"{chip} .number").inner_text())
    opened.page.click(chip)
    assert ask(opened, "ties()") < ties
    assert "norges_bank_investment_management" not in opened.visible()
    assert count > 10
    assert value(opened, "n.kind") == "-CapitalSource"
    opened.page.click(chip)
    opened.page.click('[data-fold="status"]')
    opened.page.dblclick('.chip[data-group="status"][data-value="announced"]')
    announced = ask(opened, "ties()")
    assert 0 < announced < 100
    again = visit(dossier_file, "#" + opened.page.url.partition("#")[2])
    assert ask(again, "ties()") == announced


def test_marks_are_sized_and_coloured_by_any_measure(visit: Open, dossier_file: Path) -> None:
    opened = visit(dossier_file, TAB)
    powers = opened.size("microsoft"), opened.size("openai")
    assert powers[0] > powers[1]
    opened.page.select_option("#n-by-size", "amount")
    assert opened.size("openai") > opened.size("microsoft")
    assert "amounts in other currencies" in opened.page.locator(".net-key").inner_text()
    opened.page.select_option("#n-by-size", "none")
    assert opened.size("openai") == opened.size("microsoft")
    for measure in ("reach", "lockin", "dependents"):
        opened.page.select_option("#n-by-size", measure)
        assert opened.size("google") > opened.size("sogou")
    country = ask(opened, "color('catl')")
    opened.page.select_option("#n-by-color", "evidence")
    assert ask(opened, "color('catl')") != country
    assert opened.page.locator(".net-key").inner_text().startswith("none has a source")
    assert (value(opened, "n.size"), value(opened, "n.color")) == ("dependents", "evidence")


def test_neighbourhood_of_one_and_two_steps(visit: Open, dossier_file: Path) -> None:
    opened = visit(dossier_file, f"{TAB}&firm=catl")
    near = set(ask(opened, "focus()"))
    assert "tesla" in near
    opened.page.click('[data-act="near-2"]')
    assert near < set(ask(opened, "focus()"))
    opened.page.click('[data-act="near-1"]')
    opened.page.click('[data-act="only"]')
    assert opened.visible() == near
    opened.page.click(".net-drawer .close")
    assert len(opened.visible()) > 500


def test_path_is_shown_and_told(visit: Open, dossier_file: Path) -> None:
    opened = visit(dossier_file, TAB)
    opened.page.click(".net-path summary")
    for end, text in (("from", "TSLA"), ("to", "阿斯麦")):
        opened.page.fill(f"#n-path-{end}", text)
        opened.page.press(f"#n-path-{end}", "Enter")
    steps = ask(opened, "path()")
    assert (steps[0][0], steps[-1][1]) == ("tesla", "asml")
    assert [end for _, end in steps[:-1]] == [start for start, _ in steps[1:]]
    lines = opened.page.locator(".path-answer li").all_inner_texts()
    assert len(lines) == len(steps)
    assert "Tesla depends on" in lines[0]
    assert set(ask(opened, "focus()")) == {firm for step in steps for firm in step}
    opened.page.locator(".path-answer li button").first.click()
    assert opened.page.locator(".net-drawer .claim").count() > 0
    # Against dependence there is none, until direction is ignored.
    turned = visit(dossier_file, f"{TAB}&n.from=asml&n.to=tesla&n.paradigm=-pc,-search,-mobile")
    if ask(turned, "path()") is None:
        assert "No path" in turned.page.locator(".path-answer").inner_text()
    turned.page.select_option("#n-path-direction", "free")
    assert ask(turned, "path()")
    assert value(turned, "n.free") == "1"


def test_a_pinned_firm_stays_and_follows_the_pointer(visit: Open, dossier_file: Path) -> None:
    opened = visit(dossier_file, f"{TAB}&firm=catl")
    opened.page.click('[data-act="pin"]')
    opened.page.click(".net-drawer .close")
    opened.chip("region", "cn")
    assert "catl" in opened.visible()
    assert "byd" not in opened.visible()
    assert "catl" in ask(opened, "labels()")
    opened.page.click("#n-fit")
    start = ask(opened, "pointOf('catl')")
    opened.page.mouse.move(start["x"], start["y"])
    opened.page.mouse.down()
    opened.page.mouse.move(start["x"] + 90, start["y"] - 60, steps=5)
    opened.page.mouse.up()
    moved = ask(opened, "pointOf('catl')")
    assert (round(moved["x"] - start["x"]), round(moved["y"] - start["y"])) == (90, -60)
    again = visit(dossier_file, "#" + opened.page.url.partition("#")[2])
    assert ask(again, "pins()") == ["catl"]
    assert str(value(again, "n.pin")).startswith("catl@")


def test_keyboard_reaches_everything(visit: Open, dossier_file: Path) -> None:
    opened = visit(dossier_file, TAB)
    opened.page.focus("#n-canvas")
    before = ask(opened, "scale()")
    opened.page.keyboard.press("+")
    assert ask(opened, "scale()") > before
    point = ask(opened, "pointOf('nvidia')")
    opened.page.keyboard.press("ArrowRight")
    assert ask(opened, "pointOf('nvidia')")["x"] < point["x"]
    opened.page.keyboard.press("0")
    for _ in range(2):
        opened.page.keyboard.press("n")
    second = ask(opened, "hovered()")
    assert opened.page.locator(".net-live").inner_text().endswith(f"2 of {len(opened.visible())}")
    opened.page.keyboard.press("Enter")
    assert ask(opened, "selected()") == second
    assert opened.page.evaluate("document.activeElement.id") == "n-drawer"
    opened.page.keyboard.press("Escape")
    assert ask(opened, "selected()") is None
    assert opened.page.evaluate("document.activeElement.id") == "n-canvas"


def test_firms_are_listed_in_words(visit: Open, dossier_file: Path) -> None:
    opened = visit(dossier_file, TAB)
    opened.page.click("#n-side-firms")
    listing = opened.page.locator(".net-firms")
    assert f"Showing 50 of {len(opened.visible())}" in listing.inner_text()
    assert "not on one scale" in listing.inner_text()
    listing.locator(".more").click()
    assert listing.locator(".place").count() == 100
    listing.locator(".place").first.focus()
    opened.page.keyboard.press("ArrowDown")
    focused = opened.page.evaluate("document.activeElement.dataset.firm")
    assert ask(opened, "hovered()") == focused
    opened.page.keyboard.press("Enter")
    assert ask(opened, "selected()") == focused


@pytest.mark.parametrize("text", ["NVDA", "XNAS:NVDA", "yingweida", "英伟达", "tegra"])
def test_search_knows_tickers_pinyin_and_aliases(visit: Open, dossier_file: Path, text: str) -> None:
    opened = visit(dossier_file, TAB)
    look_for(opened, text)
    assert ask(opened, "selected()") == "nvidia"
    assert "XNAS:NVDA" in opened.page.locator(".net-drawer header").inner_text()


def test_what_is_looked_for_is_brought_into_sight(visit: Open, dossier_file: Path) -> None:
    opened = visit(dossier_file, f"{TAB}&n.tie=tesla~catl~new_energy")
    assert opened.page.locator("#panel-network [role='search']").count() == 0
    opened.page.locator("#n-canvas").focus()
    opened.page.keyboard.press("/")
    assert opened.page.evaluate("document.activeElement.id") == "find"
    for _ in range(2):  # the second time it is chosen already, and out of sight
        look_for(opened, "asml")
        assert ask(opened, "selected()") == "asml"
        assert value(opened, "n.tie") is None
        opened.page.wait_for_timeout(600)
        box = opened.page.locator("#n-canvas").bounding_box()
        assert box
        point = ask(opened, "pointOf('asml')")
        assert abs(point["y"] - box["y"] - box["height"] / 2) < 5
        assert box["x"] < point["x"] < box["x"] + box["width"]
        opened.page.focus("#n-canvas")
        for _ in range(20):
            opened.page.keyboard.press("ArrowRight")
        assert ask(opened, "pointOf('asml')")["x"] < box["x"]


def test_a_paradigm_that_is_looked_for_is_drawn_alone(visit: Open, dossier_file: Path) -> None:
    opened = visit(dossier_file, TAB)
    look_for(opened, "新能源")
    assert value(opened, "n.paradigm") == "-pc,-search,-mobile,-ai"
    assert value(opened, "p") == "new_energy"
    assert "catl" in opened.visible()
    assert "openai" not in opened.visible()


def test_pictures_are_png_and_real_vectors(visit: Open, dossier_file: Path) -> None:
    opened = visit(dossier_file, f"{TAB}&at=2010&lang=zh")
    with opened.page.expect_download() as waiting:
        opened.page.click("#n-svg")
    assert waiting.value.suggested_filename == "definer-2010-12-31.svg"
    root = ET.fromstring(waiting.value.path().read_text(encoding="utf-8"))
    assert root.tag == f"{SVG}svg"
    words = ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]
    assert any("截至 2010" in text and "定义权" in text for text in words)
    assert "微软" in words
    marks = [mark for kind in ("circle", "polygon") for mark in root.iter(f"{SVG}{kind}")]
    assert len(marks) > len(opened.visible()) * 0.9
    assert not list(root.iter(f"{SVG}image"))
    with opened.page.expect_download() as waiting:
        opened.page.click("#n-picture")
    data = waiting.value.path().read_bytes()
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    assert min(struct.unpack(">II", data[16:24])) > 500
    assert opened.complaints == []


def test_hostile_names_stay_text_in_the_vector(visit: Open, tmp_path: Path) -> None:
    store = Store.from_rdf([HOSTILE])
    powers = {"ai": {2019: {"maker": 0.4}, 2020: {"maker": 0.5, "user": 0.1}}}
    opened = visit(
        network(store, power_by_year=powers).save(tmp_path / "hostile.html"), "#from=user&to=maker&pin=maker"
    )
    assert ask(opened, "path()") == [["user", "maker"]]
    with opened.page.expect_download() as waiting:
        opened.page.click("#svg")
    root = ET.fromstring(waiting.value.path().read_text(encoding="utf-8"))
    assert {part.tag.removeprefix(SVG) for part in root.iter()} <= {
        "svg", "title", "rect", "g", "circle", "polygon", "path", "text",
    }  # fmt: skip
    assert any("<img src=x" in "".join(text.itertext()) for text in root.iter(f"{SVG}text"))
    assert "<img" in opened.page.locator(".path-answer").inner_text()
    assert opened.page.locator("img").count() == 0
    assert opened.complaints == []


def test_language_and_theme_keep_the_view(visit: Open, dossier_file: Path) -> None:
    opened = visit(dossier_file, f"{TAB}&firm=catl&n.size=reach&n.region=-jp&at=2018")
    seen = opened.visible()
    opened.page.click("#language")
    opened.page.locator("html[lang='zh-Hans']").wait_for(state="attached")
    assert opened.page.locator(".net-drawer h2").inner_text() == "宁德时代"
    opened.page.click("#theme")
    assert opened.visible() == seen
    assert ask(opened, "asOf()") == "2018-12-31"
    assert opened.page.locator("#n-by-size").input_value() == "reach"
    words = opened.page.locator(".net-bar, .net-panel, .net-time").all_inner_texts()
    assert not [word for word in ("Reset", "Paradigms", "As of", "Firms") if word in " ".join(words)]


@pytest.mark.parametrize(("width", "height"), [(360, 640), (390, 844), (1280, 800), (3840, 2160)])
def test_fits_every_screen(visit: Open, dossier_file: Path, width: int, height: int) -> None:
    opened = visit(dossier_file, TAB, width=width, height=height)
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= width
    small = opened.page.evaluate(
        "[...document.querySelectorAll('#panel-network button, #panel-network select, #panel-network input')]"
        ".filter(item => item.checkVisibility()).map(item => [item.id || item.className, item.getBoundingClientRect()])"
        ".filter(([, box]) => box.height && (box.height < 23.5 || box.width < 23.5)).map(([name]) => name)"
    )
    assert small == []
    assert ask(opened, "labelCount()") >= 10


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(visit: Open, dossier_file: Path, root: Path, scheme: str) -> None:
    opened = visit(dossier_file, f"{TAB}&firm=catl&n.from=tesla&n.to=asml&theme={scheme}")
    source = root / "viz" / "web" / "node_modules" / "axe-core" / "axe.min.js"
    opened.page.evaluate(source.read_text(encoding="utf-8") + "\n;undefined")
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
    found = opened.page.evaluate("tags => axe.run('#panel-network', { runOnly: tags })", tags)
    assert [(fault["id"], fault["nodes"][0]["html"]) for fault in found["violations"]] == []


def test_sigma_draws_the_same_firms_where_it_is_asked_for(visit: Open, dossier_file: Path) -> None:
    opened = visit(dossier_file, f"{TAB}&n.draw=sigma")
    plain = visit(dossier_file, TAB)
    drawn = ask(opened, "renderer()")
    remark = opened.page.locator(".net-remark")
    # Without WebGL the page falls back, and says so.
    assert remark.is_hidden() if drawn == "sigma" else "no fast WebGL" in remark.inner_text()
    assert opened.visible() == plain.visible()
    assert set(ask(opened, "labels()")) & set(ask(plain, "labels()"))
    look_for(opened, "catl")
    opened.page.wait_for_timeout(600)
    point = ask(opened, "pointOf('catl')")
    opened.page.click(".net-drawer .close")
    opened.page.mouse.click(point["x"], point["y"])
    assert ask(opened, "selected()") == "catl"
