"""The dossier's file: the shell of the page, its scripts, and blocks of data packed until somebody asks for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from ...ontology.language import Language
from ..columns import embed
from ..document import policy, vis_network
from ..files import write_whole
from ..notebook import framed, megabytes
from ..packing import compressed, in_letters
from ..template import template
from ..web_assets import script, style
from .limits import Omission, by_size

__all__ = ["DossierPage"]

_COLORS = Path(__file__).parent.parent / "static" / "colors.css"


class DossierPage:
    """A dossier ready to be written, served, or shown in a notebook.

    Parameters
    ----------
    frame : mapping
        What every tab needs at once; ``viz/web/src/dossier/frame.ts`` gives its form.
    blocks : mapping of str to (bytes or JSON)
        What tabs unpack when they are opened: plain values, or bytes as they are.
    lang : {"en", "zh"}
        Language of the first view.
    left_out : sequence of Omission
        Blocks that were not even made.
    """

    def __init__(
        self,
        frame: Mapping[str, Any],
        blocks: Mapping[str, object],
        lang: Language,
        left_out: Sequence[Omission] = (),
    ) -> None:
        self._frame = frame
        self._blocks = blocks
        self._lang: Language = lang
        self._not_made = tuple(left_out)

    @cached_property
    def compressed(self) -> dict[str, bytes]:
        """Blocks in gzip, by name: all of them, as they are served."""
        return {name: compressed(value) for name, value in self._blocks.items()}

    @cached_property
    def packed(self) -> dict[str, str]:
        """Blocks as they stand in the file, by name: in base64, without what it leaves out."""
        gone = {name for omission in self.left_out for name in omission.blocks}
        return {name: in_letters(data) for name, data in self.compressed.items() if name not in gone}

    @cached_property
    def left_out(self) -> tuple[Omission, ...]:
        """What the file does not hold, and why; the page says it above everything."""
        sizes = {name: len(in_letters(data)) for name, data in self.compressed.items()}
        return self._not_made + by_size(sizes, len(self._document({}, self._frame).encode()))

    def html(self) -> str:
        """Give the page: one HTML document that asks nothing of any other address."""
        return self._html

    @cached_property
    def _html(self) -> str:
        left_out = [omission.to_dict() for omission in self.left_out]
        return self._document(self.packed, {**self._frame, "leftOut": left_out})

    @cached_property
    def served(self) -> tuple[str, str]:
        """The page whose blocks a server gives beside it as ``blocks/NAME``, and its content security policy."""
        frame = {**self._frame, "served": list(self.compressed)}
        return self._document({}, frame, served=True), self._policy(served=True)

    def prepare(self, *, served: bool = False) -> None:
        """Make now what writing or serving would make: most of it is compressing."""
        if served:
            _ = self.served
        else:
            self.html()

    @cached_property
    def _scripts(self) -> list[str]:
        # No byte of scripts and styles comes from data: they are files of this package and of pyvis.
        return [vis_network(), script("dossier")]

    @cached_property
    def _packed_scripts(self) -> list[str]:
        # The loader unpacks and runs them: a megabyte less in the file.
        return [in_letters(compressed(text.encode())) for text in self._scripts]

    @cached_property
    def _styles(self) -> list[str]:
        return [_COLORS.read_text(encoding="utf-8"), style("dossier-style")]

    def _policy(self, *, served: bool) -> str:
        return policy([*self._scripts, script("loader")], self._styles, wasm=True, workers=True, served=served)

    def _document(self, packed: Mapping[str, str], frame: Mapping[str, Any], *, served: bool = False) -> str:
        from markupsafe import Markup

        return template("dossier.html.j2").render(
            lang={"en": "en", "zh": "zh-Hans"}[self._lang],
            policy=self._policy(served=served),
            tabs=frame["tabs"],
            as_of=frame["asOf"],
            scripts=[Markup(text) for text in self._packed_scripts],  # noqa: S704 - base64
            loader=Markup(script("loader")),  # noqa: S704 - see _scripts
            styles=[Markup(text) for text in self._styles],  # noqa: S704
            frame=Markup(embed(frame)),  # noqa: S704 - every < > & is escaped in it
            blocks={name: Markup(text) for name, text in packed.items()},  # noqa: S704 - base64
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

    def __repr__(self) -> str:
        return f"<DossierPage as of {self._frame['asOf']}, {megabytes(len(self.html().encode()))}>"

    def _repr_html_(self) -> str:
        return framed(self.html(), name="dossier.html", height=820, lang=self._lang)
