"""A page inside a notebook: a frame that is cut off from the notebook, with nothing beside it on disk."""

from __future__ import annotations

from ..ontology.language import Language

__all__ = ["framed", "megabytes"]

SANDBOX = "allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox"
"""What the page may do inside its frame: run its own scripts, hand out files, open a source in a tab of its own.

Without ``allow-same-origin`` it can read nothing of the notebook; a source that it opens is an ordinary tab.
"""
_CAPTION = {
    "en": '{size} in this notebook. For a file of its own: <code>.save("{name}")</code>',
    "zh": '在此笔记本中占 {size}。另存为文件：<code>.save("{name}")</code>',
}


def framed(html: str, *, name: str, height: int, lang: Language) -> str:
    """Give the HTML that shows a page inside a notebook.

    Parameters
    ----------
    html : str
        The whole document.
    name : str
        File name that is proposed for saving.
    height : int
        Height of the frame in CSS pixels.
    lang : {"en", "zh"}
        Language of the line below it.
    """
    caption = _CAPTION[lang].format(size=megabytes(len(html.encode())), name=name)
    return (
        f'<iframe srcdoc=\'{_attribute(html)}\' sandbox="{SANDBOX}" title="Definer" width="100%" '
        f'height="{height}" style="border:0"></iframe>\n<p><small>{caption}</small></p>'
    )


def _attribute(html: str) -> str:
    # Scripts are full of double quotes, and a notebook may cut an output above 8 MB (marimo does): the quote is single.
    return html.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&#39;")


def megabytes(size: int) -> str:
    """Write a size in bytes for people, in millions of bytes.

    Examples
    --------
    >>> megabytes(6_240_000)
    '6.2 MB'
    """
    return f"{size / 1e6:.1f} MB"
