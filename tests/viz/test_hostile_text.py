"""Names, quotes and addresses that hold markup stay text, wherever they are shown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from definer.graph.store import Store
from definer.viz.page import network

Open = Callable[..., Any]
NAME = "<img src=x onerror=alert(1)>"


@pytest.fixture(scope="session")
def hostile_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = Store.from_rdf([Path(__file__).with_name("hostile.ttl")])
    powers = {"ai": {2019: {"maker": 0.4}, 2020: {"maker": 0.5, "user": 0.1}}}
    return network(store, power_by_year=powers).save(tmp_path_factory.mktemp("pages") / "hostile.html")


def test_data_cannot_end_its_element(hostile_file: Path) -> None:
    text = hostile_file.read_text(encoding="utf-8")
    assert NAME not in text
    assert "</script><script>alert(3)" not in text
    assert text.endswith("</script>\n</body>\n</html>\n")


@pytest.mark.browser
def test_markup_stays_text_everywhere(visit: Open, hostile_file: Path) -> None:
    seen = visit(hostile_file)
    point = seen.page.evaluate("definer.pointOf('maker')")
    seen.page.mouse.move(point["x"], point["y"], steps=4)
    seen.page.wait_for_selector("#tip:not([hidden])")
    assert NAME in seen.page.locator("#tip").inner_text()
    seen.page.fill("#search", "onerror")
    assert NAME in seen.page.locator("#search-list").inner_text()
    seen.page.press("#search", "Enter")
    assert seen.page.locator("#drawer h2").inner_text() == NAME
    for summary in seen.page.locator("#drawer summary").all():
        summary.click()
    drawer = seen.page.locator("#drawer").inner_text()
    assert "</script><script>alert(3)</script>" in drawer
    assert "<i>base</i>" in drawer
    assert "<u>它定义了规则</u>" in drawer
    assert seen.page.locator("#drawer img, #drawer svg, #drawer b, #drawer u, #drawer script").count() == 0
    assert "<b>AI</b>" in seen.page.locator("#filters").inner_text()
    seen.page.click("#side-firms")
    assert NAME in seen.page.locator("#filters .net-firms").inner_text()
    assert seen.requests == [hostile_file.as_uri()]
    assert seen.complaints == []


@pytest.mark.browser
def test_quotes_and_locators_of_a_tie(visit: Open, hostile_file: Path) -> None:
    seen = visit(hostile_file, "#tie=user~maker~ai")
    quotes = seen.page.locator("#drawer q").all_inner_texts()
    said = ["<q onclick=alert(7)> since 2020", "<svg onload=alert(4)> said so"]
    assert sorted(text.strip("“”") for text in quotes) == said
    (locator,) = seen.page.locator("#drawer .locator").all_inner_texts()
    assert "page 7, row <b>2</b>" in locator
    links = seen.page.locator("#drawer .source-list a")
    assert [link.get_attribute("href") for link in links.all()] == ["https://example.org/a"] * 2
    assert links.first.get_attribute("rel") == "noreferrer noopener"
    assert "A trap" in " ".join(seen.page.locator("#drawer .source-list").all_inner_texts())
    assert seen.complaints == []


@pytest.mark.browser
def test_an_interval_is_half_open(visit: Open, hostile_file: Path) -> None:
    seen = visit(hostile_file, "#tie=user~maker~ai")
    assert seen.page.evaluate("definer.asOf()") == "2020-01-01"
    assert seen.page.locator("#drawer .claim.past").count() == 0
    seen.set_date(43)
    assert seen.page.evaluate("definer.asOf()") == "2018-12-31"
    assert seen.visible() == set()
    seen.set_date(44)
    assert seen.visible() == {"maker", "user"}


@pytest.mark.browser
def test_an_empty_graph_says_so(visit: Open, tmp_path: Path) -> None:
    source = tmp_path / "empty.ttl"
    source.write_text(
        "@prefix def: <https://w3id.org/definer/ontology#> .\n"
        "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
        '<https://w3id.org/definer/id/org/alone> a def:Organization ; def:validFrom "2001-05-01"^^xsd:date .\n',
        encoding="utf-8",
    )
    seen = visit(network(Store.from_rdf([source]), lang="zh").save(tmp_path / "empty.html"))
    assert seen.page.locator("#notice").inner_text() == "没有可绘制的内容：数据中没有两个机构之间的关系。"
    assert seen.complaints == []
