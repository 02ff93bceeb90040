"""What several tests share: the shipped claims, read once, and the graph made from them."""

from __future__ import annotations

from pathlib import Path

import pytest

import definer
from definer.data.read import Claims, read_claims, shipped_claims
from definer.graph.store import Store
from definer.knowledge import KnowledgeGraph

ROOT = Path(__file__).resolve().parent.parent


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
def store_path(claims: Claims, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped claims as a store on disk."""
    path = tmp_path_factory.mktemp("stores") / "shipped"
    Store.create(claims, path)
    return path
