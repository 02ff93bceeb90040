"""What several tests share: the shipped claims, read once, and the graph made from them."""

from __future__ import annotations

from pathlib import Path

import pytest

import definer
from definer.data.read import Claims, read_claims, shipped_claims
from definer.graph.store import Store
from definer.knowledge import KnowledgeGraph

ROOT = Path(__file__).resolve().parent.parent
LONGEST = ("project/test_readme.py", "cli", "viz", "competency", "graph")
"""What takes longest comes first, or one processor would be idle while the other ends it."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the files in the order of :data:`LONGEST`; within it they stay as they are."""

    def place(item: pytest.Item) -> int:
        path = item.path.relative_to(ROOT / "tests").as_posix()
        return next((place for place, name in enumerate(LONGEST) if path.startswith(name)), len(LONGEST))

    items.sort(key=place)


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def claims() -> Claims:
    """The shipped claims."""
    return read_claims(shipped_claims())


@pytest.fixture(scope="session")
def store(claims: Claims) -> Store:
    """The shipped claims as a store in memory; tests must not write to it."""
    return Store.from_claims(claims)


@pytest.fixture(scope="session")
def kg(store: Store, claims: Claims) -> KnowledgeGraph:
    """The shipped knowledge graph."""
    return definer.KnowledgeGraph(store, claims)


@pytest.fixture(scope="session")
def turtle(store: Store) -> bytes:
    """The shipped claims as Turtle."""
    return store.turtle()


@pytest.fixture(scope="session")
def store_path(claims: Claims, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped claims as a store on disk."""
    path = tmp_path_factory.mktemp("stores") / "shipped"
    Store.create(claims, path)
    return path


@pytest.fixture(scope="session")
def small_store_path(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A few sound claims as a store on disk: enough for what is refused or does not depend on the claims."""
    path = tmp_path_factory.mktemp("stores") / "small"
    Store.create(read_claims(root / "tests" / "valid"), path)
    return path
