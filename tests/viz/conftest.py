"""A browser that is cut off from every network, and the pages that it opens from disk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page, Route, sync_playwright

from definer.graph.store import Store
from definer.viz.page import NetworkPage, network

CHROMIUM = "/usr/bin/chromium"
SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclass
class Visit:
    """An open page, what it asked for and what it complained of."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def visible(self) -> set[str]:
        return set(self.page.evaluate("definer.visible()"))

    def size(self, firm: str) -> float:
        return float(self.page.evaluate("firm => definer.size(firm)", firm))

    def set_date(self, stop: int) -> None:
        self.page.locator("#date").evaluate(
            "(slider, stop) => { slider.value = stop; slider.dispatchEvent(new Event('input')); }", stop
        )

    def search(self, text: str) -> str | None:
        """Type `text`, press Enter, and give the firm that is then selected."""
        self.page.fill("#search", text)
        self.page.press("#search", "Enter")
        selected: str | None = self.page.evaluate("definer.selected()")
        return selected

    def chip(self, group: str, value: str) -> None:
        self.page.click(f'.chip[data-group="{group}"][data-value="{value}"]')


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
        yield browser
        browser.close()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Visit]]:
    """Open a page from disk with the network cut."""
    contexts = []

    def open_file(file: Path, fragment: str = "", width: int = 1280, height: int = 800) -> Visit:
        context = browser.new_context(viewport={"width": width, "height": height}, offline=True)
        contexts.append(context)
        visit = Visit(context.new_page())
        address = file.as_uri()

        def only_the_file(route: Route) -> None:
            if route.request.url.partition("#")[0] == address:
                route.continue_()
            else:
                route.abort()

        def refuse(dialog: Dialog) -> None:
            visit.complaints.append(f"dialog: {dialog.message}")
            dialog.dismiss()

        context.route("**/*", only_the_file)
        visit.page.on("request", lambda request: visit.requests.append(request.url))
        visit.page.on("console", lambda message: visit.complaints.append(f"{message.type}: {message.text}"))
        visit.page.on("pageerror", lambda error: visit.complaints.append(f"error: {error}"))
        visit.page.on("dialog", refuse)
        visit.page.goto(address + fragment)
        # No function is waited for: the policy of the pages lets no text become code, not even the browser driver's.
        visit.page.locator("html[data-ready='true']").wait_for(state="attached")
        return visit

    yield open_file
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def shipped_page(store: Store) -> NetworkPage:
    """The page of the shipped claims."""
    return network(store)


@pytest.fixture(scope="session")
def shipped_file(shipped_page: NetworkPage, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the shipped claims on disk."""
    return shipped_page.save(tmp_path_factory.mktemp("pages") / "network.html")
