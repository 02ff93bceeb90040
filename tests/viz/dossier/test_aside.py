"""A second process makes part of the dossier: the file is the same with it, without it, and if it fails."""

from __future__ import annotations

import json
from base64 import b64decode
from io import BytesIO
from pathlib import Path

import pytest

from definer import aside
from definer.aside import PARTS, Aside, answer, frames, write
from definer.dossier import CURVES, tell
from definer.job import Job
from definer.knowledge import KnowledgeGraph
from definer.viz.packing import Compressed, compressed

VALID = Path(__file__).parents[2] / "valid"


@pytest.fixture(scope="module")
def small() -> KnowledgeGraph:
    return KnowledgeGraph.open(VALID)


@pytest.fixture(scope="module")
def alone(small: KnowledgeGraph) -> dict[str, Compressed]:
    """Blocks of one process."""
    return dict(tell(Job(small, small.as_of, "en")).compressed)  # type: ignore[arg-type]


def test_blocks_of_two_processes_are_those_of_one(small: KnowledgeGraph, alone: dict[str, Compressed]) -> None:
    with Aside() as other:
        page = tell(Job(small, small.as_of, "en"), aside=other)
        assert {name: other.block(name) for name in PARTS} == {name: alone[name] for name in PARTS}
    assert page.compressed == alone
    assert list(page.compressed) == list(alone)


def test_what_is_asked_is_answered_piece_by_piece(small: KnowledgeGraph, alone: dict[str, Compressed]) -> None:
    documents, blocks, graph = answer(sent(small.store.dump(), asked(small, whole=True)))
    assert json.loads(documents)["link"] == Job(small, small.as_of, "en", curves=CURVES).link
    assert {name: b64decode(data) for name, data in json.loads(blocks).items()} == {
        name: alone[name] for name in ("premium", "audit")
    }
    assert graph == small.turtle()
    assert set(PARTS) <= alone.keys()


def test_parts_of_the_claims_make_the_same_store(alone: dict[str, Compressed]) -> None:
    parts: list[bytes] = []
    small = KnowledgeGraph.open(VALID, tee=parts.append)
    _, blocks, graph = answer(sent(*parts, asked(small, whole=False)))
    assert b64decode(json.loads(blocks)["premium"]) == alone["premium"]
    assert graph == small.turtle()
    with Aside() as other:
        again = KnowledgeGraph.open(VALID, tee=other.feed)
        assert dict(tell(Job(again, again.as_of, "en"), aside=other).compressed) == alone
        assert other.block("audit") == alone["audit"]
        assert other.file("graph.ttl") is None


def test_a_file_is_written_besides(small: KnowledgeGraph) -> None:
    with Aside() as other:
        other.ask(Job(small, small.as_of, "en"), ["audit"], ["graph.ttl"])
        assert other.file("graph.ttl") == small.turtle()
        assert other.block("audit")
        assert other.block("premium") is None


def test_half_a_store_is_refused(small: KnowledgeGraph) -> None:
    half = small.store.dump().splitlines(keepends=True)[::2]
    with pytest.raises(ValueError, match="not the whole store"):
        next(answer(sent(b"".join(half), asked(small, whole=True))))
    whole = sent(small.store.dump(), asked(small, whole=True)).getvalue()
    with pytest.raises(ValueError, match="broke off"):
        next(answer(BytesIO(whole[:-1])))


def sent(*pieces: bytes) -> BytesIO:
    stream = BytesIO()
    for piece in pieces:
        write(stream, piece)
    stream.seek(0)
    assert list(frames(stream)) == list(pieces)
    stream.seek(0)
    return stream


def asked(kg: KnowledgeGraph, *, whole: bool) -> bytes:
    head = {
        "as_of": kg.as_of, "lang": "en", "parts": ["premium", "audit"], "files": ["graph.ttl"],
        "quads": len(kg.store), "whole": whole,
    }  # fmt: skip
    return json.dumps(head).encode()


@pytest.mark.parametrize("executable", ["/no/such/python", "/bin/false", ""])
def test_a_process_that_fails_costs_nothing(
    small: KnowledgeGraph, alone: dict[str, Compressed], monkeypatch: pytest.MonkeyPatch, executable: str
) -> None:
    monkeypatch.setattr(aside.sys, "executable", executable)  # type: ignore[attr-defined]
    with Aside() as other:
        page = tell(Job(small, small.as_of, "en"), aside=other)
        assert other.block("premium") is None
    assert page.compressed == alone


def test_one_processor_gets_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(aside.os, "cpu_count", lambda: 1)  # type: ignore[attr-defined]
    with Aside() as other:
        assert other.document("link") is None
        assert other.block("premium") is None


def test_what_is_compressed_stays_so() -> None:
    once = compressed({"a": 1})
    assert compressed(once) is once
    assert compressed(b"raw") != b"raw"
