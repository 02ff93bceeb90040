"""What a file leaves out when it would be too large, and how loudly it says so."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from definer.data.read import read_claims
from definer.graph.store import Store
from definer.viz.dossier import DossierPage
from definer.viz.dossier.limits import GROUPS, MOST_BYTES, MOST_TRIPLES, by_size, by_triples
from tests.viz.conftest import Visit

from ...cli.program import run

Open = Callable[..., Visit]
FRAME: dict[str, Any] = {"tabs": ["story"], "asOf": "2025-11-15", "leftOut": [], "served": []}


def test_what_fits_stays() -> None:
    assert by_triples(MOST_TRIPLES) == ()
    assert by_size({"triples": MOST_BYTES - 10}, 10) == ()


def test_the_engine_goes_first_then_the_quotes() -> None:
    sizes = {"triples": 50, "oxigraph": 10, "evidence": 30, "model": 5, "network": 40}
    assert [one.blocks for one in by_size(sizes, 20, most=140)] == [("triples", "oxigraph")]
    assert [one.blocks for one in by_size(sizes, 20, most=70)] == [("triples", "oxigraph"), ("evidence",)]
    # What is never left out may be more than the limit: everything else is gone then.
    assert [one.blocks[0] for one in by_size(sizes, 20, most=1)] == ["triples", "evidence", "model"]


def test_every_reason_names_what_was_found_and_what_fits() -> None:
    (one,) = by_triples(2_000_000)
    assert one.why == (
        "the store holds 2,000,000 triples; a file holds at most 1,500,000",
        "存储含 2,000,000 条三元组；单个文件最多 1,500,000 条",
    )
    (other, *_) = by_size({"triples": 19_000_000}, 1)
    assert "19.0 MB" in other.why[0]
    assert "18.0 MB" in other.why[1]


def test_groups_name_blocks_that_there_are() -> None:
    from definer.dossier import PARTS

    assert {block for group in GROUPS for block in group.blocks} <= {part.name for part in PARTS}


def test_the_served_form_leaves_nothing_out() -> None:
    noise = random.Random(1).randbytes(15_000_000)
    page = DossierPage(FRAME, {"triples": noise, "network": {"a": 1}}, "en")
    assert [one.blocks for one in page.left_out] == [("triples",)]
    assert 'id="block-triples"' not in page.html()
    assert 'id="block-network"' in page.html()
    assert len(page.html()) < MOST_BYTES
    assert list(page.compressed) == ["triples", "network"]
    assert '"leftOut":[]' in page.served[0]
    assert '"served":["triples","network"]' in page.served[0]


@pytest.fixture(scope="module")
def large(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tests' own claims with exchange rates of every day and pair until they are too many for a file."""
    store = Store.from_claims(read_claims(root / "tests" / "valid"))
    quads = [
        one for one in ox.parse(store.nquads(), format=ox.RdfFormat.N_QUADS) if one.graph_name == ox.DefaultGraph()
    ]
    rate = next(one.subject for one in quads if str(one.object) == "<https://w3id.org/definer/ontology#FxRate>")
    pattern = "".join(f"{one.triple} .\n" for one in quads if one.subject == rate)
    path = tmp_path_factory.mktemp("large") / "large.nt"
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{one.triple} .\n" for one in quads)
        for number in range(MOST_TRIPLES // pattern.count("\n") + 1):
            file.write(pattern.replace(str(rate), f"<https://w3id.org/definer/id/fx/more{number}>"))
    return path


@pytest.mark.browser
def test_a_large_store_says_what_its_file_lacks(visit: Open, large: Path, tmp_path: Path) -> None:
    file = tmp_path / "large.html"
    done = run("dossier", "-o", str(file), "--store", str(large), COLUMNS="200")
    assert done.returncode == 0, done.stderr
    for words in ("NOT IN THE FILE", "SPARQL queries", "1,500,000", "definer dossier --serve"):
        assert words in done.stderr
    assert file.stat().st_size < MOST_BYTES
    seen = visit(file, "#tab=query")
    assert "a file holds at most 1,500,000" in seen.page.locator("#left-out").inner_text()
    assert "a file holds at most 1,500,000" in seen.page.locator("#panel-query").inner_text()
    seen.page.click("#language")
    seen.page.locator("html[lang='zh-Hans']").wait_for(state="attached")
    for place in ("#left-out", "#panel-query"):
        told = seen.page.locator(place).inner_text()
        assert "单个文件最多 1,500,000 条" in told
        assert "definer dossier --serve" in told
    seen.page.click("#tab-story")
    seen.page.locator("#panel-story:not([hidden]):not([aria-busy])").wait_for()
    assert seen.complaints == []
