"""What several tests do with the what-if tab."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

__all__ = ["APART", "download", "shown"]

APART = "ai**remove_tie*dependent*openai*provider*microsoft*refill*rivals"
"""Address of a supposition: Microsoft and OpenAI part."""


def shown(page: Page) -> dict[str, tuple[float, float]]:
    """Power before and after of each firm of the table."""
    rows = page.locator(".whatif-ranks tbody tr")
    found = {}
    for row in rows.all():
        cells = row.locator("td").all_inner_texts()
        found[row.get_attribute("data-firm") or ""] = (float(cells[2]), float(cells[3]))
    return found


def download(page: Page, folder: Path) -> Path:
    with page.expect_download() as waiting:
        page.click("#whatif-save")
    target = folder / waiting.value.suggested_filename
    waiting.value.save_as(target)
    return target
