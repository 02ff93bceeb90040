"""Install the built wheel into a bare environment and run its command from another folder, without the network."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OUTPUTS = ("dossier.html", "network.html", "power.csv", "premium.csv", "graph.ttl", "report.md", "report.html")


def main() -> int:
    """Run ``definer demo`` from the wheel in the folder named by the first argument."""
    (wheel,) = Path(sys.argv[1]).resolve().glob("*.whl")
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        venv.create(home / "venv", with_pip=False, symlinks=True)
        python = home / "venv/bin/python"
        pip = [sys.executable, "-m", "pip"] if _has_pip() else ["python3", "-m", "pip"]
        subprocess.run(
            [
                *pip,
                "--python",
                str(python),
                "install",
                "--quiet",
                "-c",
                str(ROOT / "constraints.txt"),
                str(wheel),
            ],
            check=True,
        )
        subprocess.run([home / "venv/bin/definer", "demo", "--out", home / "out"], cwd=home, check=True)
        missing = [output for output in OUTPUTS if not (home / "out" / output).stat().st_size]
        print("wheel: demo wrote", ", ".join(OUTPUTS))
        return len(missing)


def _has_pip() -> bool:
    return not subprocess.run([sys.executable, "-m", "pip", "--version"], capture_output=True, check=False).returncode


sys.exit(main())
