"""What npm bundled for the pages: scripts that stand in this package but not in its repository."""

from __future__ import annotations

from pathlib import Path

from ..graph.errors import GraphError

__all__ = ["MissingAssetError", "script"]

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
    path = folder / f"{name}.js"
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise MissingAssetError(
            f"the page's script {path} is missing: run `python scripts/build_web.py` in the project's folder "
            "(it needs npm), or install the package",
            f"缺少页面脚本 {path}：请在项目目录中运行 python scripts/build_web.py（需要 npm），或安装本软件包",
        ) from None
    if "</script" in text.lower() or "<!--" in text:
        message = f"{path.name} holds text that would end its script element"
        raise RuntimeError(message)
    return text
