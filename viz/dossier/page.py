"""The dossier's file: the shell of the page, its scripts, and blocks of data packed until somebody asks for them."""

from __future__ import annotations

import base64
import gzip
import json
from collections.abc import Mapping
from functools import cached_property
from html import escape
from pathlib import Path
from typing import Any

from ...ontology.language import Language
from ..columns import embed
from ..document import policy, vis_network
from ..files import write_whole
from ..template import template
from ..web_assets import script, style

__all__ = ["DossierPage"]

_COLORS = Path(__file__).parent.parent / "static" / "colors.css"
_LEVEL = 9


class DossierPage:
    """A dossier ready to be written or shown in a notebook.

    Parameters
    ----------
    frame : mapping
        What every tab needs at once; ``viz/web/src/dossier/frame.ts`` gives its form.
    blocks : mapping of str to (bytes or JSON)
        What tabs unpack when they are opened: plain values, or bytes as they are.
    lang : {"en", "zh"}
        Language of the first view.
    """

    def __init__(self, frame: Mapping[str, Any], blocks: Mapping[str, object], lang: Language) -> None:
        self._frame = frame
        self._blocks = blocks
        self._lang: Language = lang

    @cached_property
    def packed(self) -> dict[str, str]:
        """Blocks as they stand in the file: gzip in base64, by name."""
        return {name: _pack(value) for name, value in self._blocks.items()}

    def html(self) -> str:
        """Give the page: one HTML document that asks nothing of any other address."""
        return self._html

    @cached_property
    def _html(self) -> str:
        from markupsafe import Markup

        # No byte of scripts and styles comes from data: they are files of this package and of pyvis.
        scripts = [vis_network(), script("dossier")]
        styles = [_COLORS.read_text(encoding="utf-8"), style("dossier-style")]
        return template("dossier.html.j2").render(
            lang={"en": "en", "zh": "zh-Hans"}[self._lang],
            policy=policy(scripts, styles, wasm=True, workers=True),
            tabs=self._frame["tabs"],
            as_of=self._frame["asOf"],
            scripts=[Markup(text) for text in scripts],  # noqa: S704 - see above
            styles=[Markup(text) for text in styles],  # noqa: S704
            frame=Markup(embed(self._frame)),  # noqa: S704 - every < > & is escaped in it
            blocks={name: Markup(text) for name, text in self.packed.items()},  # noqa: S704 - base64
        )

    def save(self, path: str | Path) -> Path:
        """Write the page to `path` in UTF-8, whatever the locale, and whole or not at all.

        Raises
        ------
        definer.data.files.WriteError
            If the folder does not exist or may not be written.
        """
        target = Path(path)
        write_whole(target, self.html().encode("utf-8"))
        return target

    def _repr_html_(self) -> str:
        return (
            f'<iframe srcdoc="{escape(self.html())}" sandbox="allow-scripts allow-downloads allow-popups" '
            'style="width:100%;height:820px;border:0" title="Definer"></iframe>'
        )


def _pack(value: object) -> str:
    if isinstance(value, bytes):
        raw = value
    else:
        raw = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode("utf-8")
    # No clock in the header: the same input gives the same bytes.
    return base64.b64encode(gzip.compress(raw, _LEVEL, mtime=0)).decode("ascii")
