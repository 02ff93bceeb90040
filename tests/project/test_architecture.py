"""Dependencies point one way, and the public surface is what ``__all__`` says."""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path

import pytest

ORDER = ("ontology", "data", "graph", "viz", "definer")


def modules(root: Path) -> Iterator[tuple[str, Path, str]]:
    """Room, file and dotted name of every module of the package."""
    for room in ORDER:
        folder = root / ("src/definer" if room == "definer" else room)
        for file in sorted(folder.rglob("*.py")):
            if room == "definer" and file.relative_to(folder).parts[0] in ORDER:
                continue  # a link to a room
            parts = file.relative_to(folder).with_suffix("").parts
            yield (
                room,
                file,
                ".".join(("definer", *(() if room == "definer" else (room,)), *parts)).removesuffix(".__init__"),
            )


def imports(file: Path, name: str) -> Iterator[str]:
    """Full names of what a module imports, whether at the top or inside a function."""
    package = name if file.name == "__init__.py" else name.rpartition(".")[0]
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package.split(".")[: len(package.split(".")) - node.level + 1]) if node.level else ""
            target = ".".join(part for part in (base, node.module or "") if part)
            yield target
            yield from (f"{target}.{alias.name}" for alias in node.names)


def room_of(name: str) -> str | None:
    """Room of a full name, ``definer`` for the public face, None for what is not ours."""
    parts = name.split(".")
    if parts[0] != "definer":
        return None
    return parts[1] if len(parts) > 1 and parts[1] in ORDER else "definer"


def test_dependencies_point_one_way(root: Path) -> None:
    wrong = [
        f"{name} imports {target}"
        for room, file, name in modules(root)
        for target in imports(file, name)
        if (other := room_of(target)) is not None and target != "definer" and ORDER.index(other) > ORDER.index(room)
    ]
    assert wrong == []


def test_power_never_reads_worth(root: Path) -> None:
    for _, file, name in modules(root):
        if name.startswith("definer.graph.power"):
            assert not [target for target in imports(file, name) if ".worth" in target], name


def test_every_module_says_what_is_public(root: Path) -> None:
    for _, _, name in modules(root):
        if name.endswith("__main__"):
            continue
        module = importlib.import_module(name)
        for public in getattr(module, "__all__", ()):
            assert hasattr(module, public), f"{name}.{public}"


def test_public_names_are_documented(root: Path) -> None:
    missing = []
    for _, _, name in modules(root):
        module = importlib.import_module(name)
        if not module.__doc__:
            missing.append(name)
        for public in getattr(module, "__all__", ()):
            value = getattr(module, public)
            if callable(value) and getattr(value, "__module__", "").startswith("definer") and not value.__doc__:
                missing.append(f"{name}.{public}")
    assert missing == []


@pytest.mark.parametrize("name", ["open", "KnowledgeGraph", "__version__"])
def test_public_face(name: str) -> None:
    import definer

    assert name in definer.__all__
    assert hasattr(definer, name)


def test_version_stands_in_the_changelog_and_the_citation(root: Path) -> None:
    import definer

    assert f"## [{definer.__version__}]" in (root / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"version: {definer.__version__}\n" in (root / "CITATION.cff").read_text(encoding="utf-8")
