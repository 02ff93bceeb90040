"""The wheel holds exactly the tracked files of the package and what npm bundled (silent omissions happened)."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

from build_web import ASSETS

ROOT = Path(__file__).resolve().parent.parent
ROOMS = {
    "graph/": "definer/graph/",
    "ontology/": "definer/ontology/",
    "data/": "definer/data/",
    "viz/": "definer/viz/",
    "src/definer/": "definer/",
}


WEB = "viz/web/"
"""Sources of the pages' scripts stay behind; what they are bundled to goes along."""


def tracked() -> set[str]:
    """Names that the wheel should hold, from git's index; the links to the rooms are left out."""
    listing = subprocess.run(
        ["git", "-C", str(ROOT), "ls-files", "--stage", "-z"], capture_output=True, text=True, check=True
    ).stdout
    names = set()
    for entry in filter(None, listing.split("\0")):
        mode, path = entry.split(" ", 1)[0], entry.split("\t", 1)[1]
        if mode == "120000" or path.startswith(WEB):
            continue
        for room, package in ROOMS.items():
            if path.startswith(room):
                names.add(package + path.removeprefix(room))
    return names


def faults(wheel: Path) -> list[str]:
    """Say what a wheel lacks and what it holds besides: a line each.

    Parameters
    ----------
    wheel : Path
        The built wheel.
    """
    packed = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    wanted = tracked() | {f"definer/{WEB}dist/{name}" for name in ASSETS}
    titles = {"missing from the wheel": wanted - packed, "only in the wheel": packed - wanted}
    return [f"{title}: {name}" for title, names in titles.items() for name in sorted(names)]


def main() -> int:
    """Compare the wheel in the folder named by the first argument with the index."""
    (wheel,) = Path(sys.argv[1]).glob("*.whl")
    found = faults(wheel)
    print("\n".join(found) or "the wheel holds what it should")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
