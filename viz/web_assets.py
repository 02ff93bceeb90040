"""What npm bundled for the pages: scripts that stand in this package but not in its repository."""

from __future__ import annotations

from pathlib import Path

from ..graph.errors import GraphError

__all__ = ["MissingAssetError", "binary", "licences", "script", "style"]

_DIST = Path(__file__).parent / "web" / "dist"


class MissingAssetError(GraphError):
    """The pages' scripts were not bundled: a checkout that was never installed."""


def script(name: str, folder: Path = _DIST) -> str:
    """Read a bundled script.

    Parameters
    ----------
    name : str
        Its name without ``.js``.
    folder : Path
        Where the bundles stand.

    Raises
    ------
    MissingAssetError
        If it was not bundled; the message says what to run.
    RuntimeError
        If its text could end the script element that it is put into.
    """
    return _text(folder / f"{name}.js", "script")


def style(name: str, folder: Path = _DIST) -> str:
    """Read a bundled style sheet by its name without ``.css``; raises as :func:`script` does."""
    return _text(folder / f"{name}.css", "style")


def binary(name: str, folder: Path = _DIST) -> bytes:
    """Read a bundled file of bytes by its name; raises as :func:`script` does."""
    path = folder / name
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise _missing(path) from None


def licences(folder: Path = _DIST) -> str:
    """Read the licences of what is bundled, whole; raises as :func:`binary` does."""
    return binary("LICENSES.txt", folder).decode("utf-8")


def _text(path: Path, element: str) -> str:
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise _missing(path) from None
    if f"</{element}" in text.lower() or "<!--" in text:
        message = f"{path.name} holds text that would end its {element} element"
        raise RuntimeError(message)
    return text


def _missing(path: Path) -> MissingAssetError:
    return MissingAssetError(
        f"the page's script {path} is missing: run `python scripts/build_web.py` in the project's folder "
        "(it needs npm), or install the package",
        f"缺少页面脚本 {path}：请在项目目录中运行 python scripts/build_web.py（需要 npm），或安装本软件包",
    )
