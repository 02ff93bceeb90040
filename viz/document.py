"""One HTML document of template, styles, scripts and data, under a policy that lets nothing else in."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from ..ontology.language import Language
from .columns import embed
from .messages import messages
from .template import template

__all__ = ["SCRIPTS", "STYLES", "policy", "render", "vis_network"]

SCRIPTS = (
    "tables.js", "words.js", "elements.js", "state.js", "validity.js", "visibility.js", "theme.js", "canvas.js",
    "labels.js", "highlight.js", "legend.js", "ranking.js", "search.js", "slider.js", "claims.js", "drawer.js",
    "picture.js", "address.js", "page.js",
)  # fmt: skip
"""Our scripts in the order in which they are joined: each may use what stands before it."""
_ROOM = Path(__file__).parent
STYLES = ("colors.css", "frame.css", "controls.css", "drawer.css", "narrow.css")


def vis_network() -> str:
    """Read the vis-network library that pyvis brings along.

    Raises
    ------
    RuntimeError
        If its text could end the script element that it is put into.
    """
    text = (files("pyvis") / "lib" / "vis-9.1.2" / "vis-network.min.js").read_text(encoding="utf-8")
    # HTML reads a line's end as \n; the policy's hash is taken of what the browser reads.
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "</script" in text.lower() or "<!--" in text:
        message = "vis-network.min.js holds text that would end its script element"
        raise RuntimeError(message)
    return text


def policy(
    scripts: list[str], styles: list[str], *, wasm: bool = False, workers: bool = False, served: bool = False
) -> str:
    """Content security policy that admits exactly `scripts` and `styles`, and no address.

    Parameters
    ----------
    scripts, styles : list of str
        Texts of the elements, as the browser reads them.
    wasm : bool
        Whether these scripts may compile WebAssembly: a right to run code that they bring, not to fetch any.
    workers : bool
        Whether these scripts may start workers from text of their own. A worker is under the same policy.
    served : bool
        Whether they may fetch from the server that the page came from.
    """
    allowed = [_digest(text) for text in scripts] + ["'wasm-unsafe-eval'"] * wasm
    return "; ".join(
        [
            "default-src 'none'",
            "script-src " + " ".join(allowed),
            "style-src " + " ".join(_digest(text) for text in styles),
            "img-src data: blob:",
            "connect-src 'self'" if served else "connect-src 'none'",
            *["worker-src blob:"] * workers,
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def render(data: Mapping[str, Any], lang: Language) -> str:
    """Write the document that shows `data`, first in the language `lang`."""
    from markupsafe import Markup

    # No byte of `scripts` and `styles` comes from data: they are files of this package and of pyvis.
    scripts = [vis_network(), '"use strict";\n(() => {\n' + "\n".join(_static(name) for name in SCRIPTS) + "})();\n"]
    styles = ["".join(_static(name) for name in STYLES)]
    words = {key: texts[lang] for key, texts in messages().items()}
    return template("network.html.j2", trim=False).render(
        lang={"en": "en", "zh": "zh-Hans"}[lang],
        say=words,
        policy=policy(scripts, styles),
        scripts=[Markup(text) for text in scripts],  # noqa: S704 - see above
        styles=[Markup(text) for text in styles],  # noqa: S704
        data=Markup(embed(data)),  # noqa: S704 - every < > & is escaped in it
    )


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode('ascii')}'"


def _static(name: str) -> str:
    return (_ROOM / "static" / name).read_text(encoding="utf-8")
