"""The pages inside a notebook: a real kernel runs it, a real browser opens what it shows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html import unescape
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient
from playwright.sync_api import Frame

from definer.viz.notebook import SANDBOX, framed, megabytes
from tests.viz.conftest import Visit

Open = Callable[..., Visit]
# As Jupyter shows an output: the HTML as it is, inside a page that runs scripts of its own and has state to steal.
HOST = """<!DOCTYPE html><html lang="en" data-ready="true"><head><meta charset="utf-8"><title>notebook</title>
<link rel="icon" href="data:,"></head>
<body><script>window.secret = "token of the notebook server";</script>
<div class="jp-OutputArea-output jp-RenderedHTMLCommon" data-mime-type="text/html">OUTPUT</div></body></html>
"""


@pytest.fixture(scope="module")
def outputs(root: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, str]]:
    """What the cells of an executed notebook show: MIME type -> text, by the name of what they show."""
    folder = tmp_path_factory.mktemp("notebook")
    cells = {
        "start": f"import sys\nsys.path.insert(0, {str(root / 'src')!r})\nimport definer\nkg = definer.open()",
        "network": "kg.network()",
        "dossier": "kg.dossier(lang='zh')",
    }
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(text) for text in cells.values()])  # type: ignore[no-untyped-call]
    client = NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(folder)}})
    client.execute()
    assert list(folder.iterdir()) == []  # nothing stands beside the notebook
    shown = {}
    for name, cell in zip(cells, notebook.cells, strict=True):
        results = [output for output in cell.outputs if output.output_type == "execute_result"]
        shown[name] = dict(results[0].data) if results else {}
    return shown


@contextmanager
def opened(visit: Open, output: str, folder: Path) -> Iterator[tuple[Visit, Frame]]:
    host = folder / "host.html"
    host.write_text(HOST.replace("OUTPUT", output), encoding="utf-8")
    seen = visit(host)
    element = seen.page.locator("iframe").element_handle()
    frame = element.content_frame()
    assert frame
    frame.locator("html[data-ready='true']").wait_for(state="attached")
    yield seen, frame
    assert seen.requests == [host.as_uri()]
    assert seen.complaints == []


def test_an_output_says_what_it_is(outputs: dict[str, dict[str, str]]) -> None:
    assert outputs["start"] == {}
    assert re.fullmatch(r"<NetworkPage as of 2025-11-15, \d\.\d MB>", outputs["network"]["text/plain"])
    assert re.fullmatch(r"<DossierPage as of 2025-11-15, \d\.\d MB>", outputs["dossier"]["text/plain"])
    assert '.save("network.html")' in unescape(outputs["network"]["text/html"][-200:])
    # marimo cuts an output above this.
    assert all(len(outputs[name]["text/html"].encode()) < 8_000_000 for name in ("network", "dossier"))
    assert "另存为文件" in outputs["dossier"]["text/html"][-200:]


def test_the_frame_may_do_no_more_than_it_needs() -> None:
    assert "allow-same-origin" not in SANDBOX
    shown = framed("""<script title="&amp;">'</script>""", name="a.html", height=10, lang="en")
    assert """srcdoc='&lt;script title="&amp;amp;">&#39;&lt;/script>'""" in shown
    assert "<script" not in shown
    assert megabytes(19_960_000) == "20.0 MB"


@pytest.mark.browser
def test_the_dossier_works_in_its_frame(visit: Open, outputs: dict[str, dict[str, str]], tmp_path: Path) -> None:
    with opened(visit, outputs["dossier"]["text/html"], tmp_path) as (seen, frame):
        assert frame.locator("html").get_attribute("lang") == "zh-Hans"
        tabs = frame.get_by_role("tab")
        for tab in tabs.all():
            tab.click()
            panel = frame.locator(f"#{tab.get_attribute('aria-controls')}")
            panel.wait_for()
            frame.locator(f"#{tab.get_attribute('aria-controls')}:not([aria-busy])").wait_for()
            assert tab.get_attribute("aria-selected") == "true"
            assert panel.inner_text().strip()
            assert panel.locator(".notice[role=alert]").count() == 0
        # It has no address of its own: the view is kept in memory, the host's address stays what it was.
        frame.click("#language")
        frame.locator("html[lang='en']").wait_for(state="attached")
        assert seen.page.url == (tmp_path / "host.html").as_uri()
        assert frame.evaluate("location.href") == "about:srcdoc"
        assert not frame.locator("#print").is_visible()
        assert cannot_reach_the_host(frame)


@pytest.mark.browser
def test_the_network_works_in_its_frame(visit: Open, outputs: dict[str, dict[str, str]], tmp_path: Path) -> None:
    with opened(visit, outputs["network"]["text/html"], tmp_path) as (_, frame):
        assert cannot_reach_the_host(frame)


def cannot_reach_the_host(frame: Frame) -> Any:
    return frame.evaluate("(() => { try { return !parent.secret; } catch { return true; } })()")
