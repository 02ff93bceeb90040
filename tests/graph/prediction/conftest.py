"""Panels that the tests of this folder share."""

from __future__ import annotations

import pytest

from definer.graph.prediction import Panel
from definer.knowledge import KnowledgeGraph


@pytest.fixture(scope="session")
def shipped(kg: KnowledgeGraph) -> Panel:
    """The panel of the shipped claims."""
    return kg.panel()
