"""Scenarios that are shipped: suppositions to be read, run and changed."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

__all__ = ["example_names", "example_path"]


def example_names() -> tuple[str, ...]:
    """Names of the shipped scenarios, sorted."""
    return tuple(
        sorted(file.name.removesuffix(".yaml") for file in files(__name__).iterdir() if file.name.endswith(".yaml"))
    )


def example_path(name: str) -> Path:
    """File of a shipped scenario."""
    return Path(str(files(__name__).joinpath(f"{name}.yaml")))
