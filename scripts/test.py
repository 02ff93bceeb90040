"""Install all that the tests need and run them: ``python3 scripts/test.py [pytest arguments]``."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from environment import ROOT, environment

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def browser() -> None:
    """Install Debian's Chromium and a Chinese font where no browser is found.

    Raises
    ------
    SystemExit
        Where the system's package manager cannot do it.
    """
    if os.environ.get("DEFINER_CHROMIUM") or any(shutil.which(name) for name in BROWSERS):
        return
    if shutil.which("apt-get") is None:
        sys.exit("The tests drive a browser: install Chromium, or name it in DEFINER_CHROMIUM.")
    prefix = [] if os.geteuid() == 0 else ["sudo", "-n"]
    for arguments in (["update", "-qq"], ["install", "-y", "-qq", "chromium", "fonts-noto-cjk"]):
        subprocess.run([*prefix, "apt-get", *arguments], check=True, stdout=subprocess.DEVNULL)


def main() -> int:
    """Run the whole test suite, or what the arguments name."""
    python = environment("-e .[test]")
    browser()
    # Before the tests divide into processes, of which none may install while another reads.
    if subprocess.run([python, "scripts/build_web.py", "--tools"], cwd=ROOT, check=False).returncode:
        return 1
    named = any(not argument.startswith("-") for argument in sys.argv[1:])
    # The whole suite runs on two processors, file by file, in the order of tests/conftest.py; a few tests are sooner
    # done by one.
    spread = [] if named else ["-n", "2", "--dist", "loadfile", "--no-loadscope-reorder"]
    return subprocess.run([python, "-m", "pytest", *spread, *sys.argv[1:]], cwd=ROOT, check=False).returncode


sys.exit(main())
