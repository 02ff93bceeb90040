"""Install Definer into its own environment and run the main job: ``python3 scripts/demo.py [--lang zh] [--out DIR]``."""

from __future__ import annotations

import subprocess
import sys

from environment import environment

sys.exit(subprocess.run([environment("."), "-m", "definer", "demo", *sys.argv[1:]], check=False).returncode)
