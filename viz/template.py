"""Templates of the pages, read as text that escapes what is put into it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Template

__all__ = ["template"]

_FOLDER = Path(__file__).parent / "templates"


def template(name: str, *, trim: bool = True) -> Template:
    """Template of a page; a name that it wants and is not given is an error.

    Parameters
    ----------
    name : str
        File in ``viz/templates``.
    trim : bool
        Whether a line that holds only a statement leaves no trace.
    """
    # jinja2 is wanted by pages alone.
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=trim,
        lstrip_blocks=trim,
    ).get_template(name)
