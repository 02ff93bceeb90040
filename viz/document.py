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
from .packing import compressed, in_letters
from .template import template
from .web_assets import script, style

__all__ = ["policy", "render", "vis_network"]

_COLORS = Path(__file__).parent / "static" / "colors.css"
_TITLE: dict[Language, str] = {"en": "Definer: who depends on whom", "zh": "Definer：谁依赖谁"}


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


def render(frame: Mapping[str, Any], data: Mapping[str, Any], lang: Language) -> str:
    """Write the network's page.

    Parameters
    ----------
    frame : mapping
        What the page needs at once, in the form of ``viz/web/src/dossier/frame.ts``.
    data : mapping
        What it draws: the values of the dossier's block "network".
    lang : {"en", "zh"}
        Language of the first view.
    """
    from markupsafe import Markup

    # No byte of `scripts` and `styles` comes from data: they are files of this package and of pyvis.
    scripts = [vis_network(), script("network")]
    styles = [_COLORS.read_text(encoding="utf-8"), style("network-style")]
    return template("network.html.j2").render(
        lang={"en": "en", "zh": "zh-Hans"}[lang],
        title=_TITLE[lang],
        policy=policy(scripts, styles),
        scripts=[Markup(text) for text in scripts],  # noqa: S704 - see above
        styles=[Markup(text) for text in styles],  # noqa: S704
        frame=Markup(embed(frame)),  # noqa: S704 - every < > & is escaped in it
        block=Markup(in_letters(compressed(data))),  # noqa: S704 - base64
    )


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode('ascii')}'"
