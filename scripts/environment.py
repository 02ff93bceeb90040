"""Make the project's virtual environment with what a task needs: only Python 3.11+ and pip have to be there."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def environment(requirement: str, folder: str = ".venv") -> Path:
    """Create or refresh the virtual environment and return its Python.

    Parameters
    ----------
    requirement : str
        What to install from the project's folder, e.g. ``.`` or ``-e .[test]``.
    folder : str
        Where the environment stands, relative to the project.

    Raises
    ------
    SystemExit
        If Python is too old, or if pip fails.
    """
    if sys.version_info < (3, 11):
        sys.exit(f"Definer needs Python 3.11 or later; this is {sys.version.split()[0]}.")
    home = ROOT / folder
    python = home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists():
        # Without pip: Debian's Python has no ensurepip. The pip that is there installs into the new environment.
        venv.create(home, with_pip=False, symlinks=os.name != "nt")
    pip = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        str(python),
        "install",
        "--quiet",
        "--disable-pip-version-check",
    ]
    done = subprocess.run([*pip, "-c", "constraints.txt", *requirement.split()], cwd=ROOT, check=False)
    if done.returncode:
        sys.exit(done.returncode)
    return python
