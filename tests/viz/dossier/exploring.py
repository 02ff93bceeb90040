"""Ways to go through a dossier as its reader would, and to see that nothing but the page has happened."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Frame, Page

__all__ = ["TAGS", "contents", "open_all", "press_all", "settled", "tabs"]

TAGS = (
    "animate", "applet", "audio", "base", "embed", "foreignobject", "form", "frame", "iframe", "link", "math", "meta",
    "object", "portal", "script", "set", "source", "style", "template", "use", "video", "xss",
)  # fmt: skip
"""Elements that the page has from the start or never."""

_CONTENTS = """tags => {
  const counts = Object.fromEntries(tags.map((tag) => [tag, 0])), faults = [];
  const local = /^(data:|blob:|#)/;
  const look = (root) => {
    for (const element of root.querySelectorAll("*")) {
      const tag = element.localName.toLowerCase();
      if (Object.hasOwn(counts, tag)) counts[tag] += 1;
      if (element.shadowRoot) look(element.shadowRoot);
      for (const { name, value } of element.attributes) {
        if (/^on/i.test(name)) faults.push(`${tag} ${name}`);
        if (/^(srcdoc|formaction|action|ping)$/i.test(name)) faults.push(`${tag} ${name}`);
        if (/^(src|href|xlink:href|data|background|poster|srcset)$/i.test(name) && tag !== "a" && !local.test(value)) {
          faults.push(`${tag} ${name}=${value.slice(0, 60)}`);
        }
      }
      if (tag !== "a" || !element.hasAttribute("href")) continue;
      const given = element.getAttribute("href");
      if (given.startsWith("#")) continue;
      if (element.protocol === "blob:" && element.hasAttribute("download")) continue;
      if (!given.startsWith("https://") || element.protocol !== "https:") faults.push(`link to ${given.slice(0, 60)}`);
      if (element.username || element.password) faults.push(`link with a user: ${given.slice(0, 60)}`);
      if (!/\\bnoreferrer\\b/.test(element.rel)) faults.push(`link without noreferrer: ${given.slice(0, 60)}`);
    }
  };
  look(document);
  if (window.fired !== undefined) faults.push("something of the data ran");
  if (({}).polluted !== undefined) faults.push("every object has a new property");
  return { counts, faults };
}"""
# Downloads are pressed too: they stay in the browser.
_PRESS = """([panel, most]) => {
  const place = document.getElementById(panel);
  const seen = new Set();
  const kinds = "summary, button, [role=button], [role=option], [role=switch], [tabindex], [type=checkbox], td, rect";
  let pressed = 0;
  for (let round = 0; round < 2; round += 1) {
    for (const element of place.querySelectorAll(kinds)) {
      if (seen.has(element) || pressed >= most) continue;
      seen.add(element);
      pressed += 1;
      element.dispatchEvent(new MouseEvent("pointerover", { bubbles: true }));
      element.dispatchEvent(new MouseEvent("mouseover", { bubbles: true }));
      if (element.click) element.click();
      else element.dispatchEvent(new MouseEvent("click", { bubbles: true }));
    }
  }
  return pressed;
}"""


def tabs(page: Page | Frame) -> list[str]:
    """Names of the tabs that the page shows, in their order."""
    return [str(tab.get_attribute("id")).removeprefix("tab-") for tab in page.get_by_role("tab").all()]


def settled(page: Page | Frame, tab: str) -> None:
    """Open a tab and wait until it stands."""
    page.locator(f"#tab-{tab}").click()
    page.locator(f"#panel-{tab}:not([hidden]):not([aria-busy])").wait_for()


def open_all(page: Page | Frame) -> None:
    """Open whatever can be unfolded."""
    page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")


def press_all(page: Page | Frame, tab: str, most: int = 400) -> int:
    """Press whatever a tab lets be pressed, up to a number, and say how much it was."""
    pressed: int = page.evaluate(_PRESS, [f"panel-{tab}", most])
    return pressed


def contents(page: Page | Frame) -> dict[str, Any]:
    """Count the elements of each of the ``TAGS``, and name what should not be there at all."""
    found: dict[str, Any] = page.evaluate(_CONTENTS, list(TAGS))
    return found
