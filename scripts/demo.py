"""Install Definer into its own environment and run the main job; arguments go to ``definer demo``."""

from __future__ import annotations

import subprocess
import sys

from environment import environment

sys.exit(subprocess.run([environment("."), "-m", "definer", "demo", *sys.argv[1:]], check=False).returncode)
