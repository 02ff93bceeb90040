"""The dossier of the shipped claims, made once for all tests of a run."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from definer.knowledge import KnowledgeGraph

_PATIENCE = 240.0


@pytest.fixture(scope="session")
def dossier_file(kg: KnowledgeGraph, tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The dossier of the shipped claims on disk; the first of several test processes makes it."""
    base = tmp_path_factory.getbasetemp()
    folder = base if worker_id == "master" else base.parent
    path, lock = folder / "dossier.html", folder / "dossier.lock"
    try:
        os.close(os.open(lock, os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        end = time.monotonic() + _PATIENCE
        while not path.exists() and time.monotonic() < end:
            time.sleep(0.2)
        assert path.exists(), "the test process that began the dossier did not end it"
        return path
    return kg.dossier().save(path)
