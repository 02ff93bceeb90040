from __future__ import annotations

import string
import tempfile
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from definer.data.cells import rows_of
from definer.data.encoding import decode
from definer.data.faults import Fault
from definer.data.read import find_faults, read_claims
from definer.data.write import table_text, write_table
from definer.ontology.claim import Record
from definer.ontology.records import RECORDS, Source

BASE = Path(__file__).resolve().parent.parent / "valid"
FILES = sorted(path.name for path in BASE.iterdir())
# No control characters, no marks that change how text is shown, nothing that stripping would take away.
PLAIN = st.text(
    st.characters(exclude_categories=["C", "Z"], include_characters=" \",;'"), min_size=1, max_size=30
).filter(lambda text: text.strip() == text and text != "")
IDS = st.text(string.ascii_lowercase + string.digits + "_.-", min_size=1, max_size=12).filter(
    lambda text: text[0].isalnum()
)


def laid_out(directory: Path, changed: str, content: bytes) -> list[Fault]:
    for name in FILES:
        (directory / name).write_bytes((BASE / name).read_bytes() if name != changed else content)
    return find_faults(directory)


def assert_presentable(faults: list[Fault]) -> None:
    assert faults == sorted(faults, key=lambda fault: fault.order)
    for fault in faults:
        assert fault.line >= 1
        for lang in ("en", "zh"):
            message = fault.message(lang)
            assert message.isprintable()
            assert message.startswith(f"{fault.file}:{fault.line}: ")


@settings(max_examples=60, deadline=None)
@given(name=st.sampled_from(FILES), content=st.binary(max_size=300))
@example(name="ties.csv", content=b"\xff\xfe\x00\xd8")
@example(name="slots.csv", content=b'"')
@example(name="slots.csv", content=b"\x00" * 9)
@example(name="datapackage.json", content=b'{"resources": {"path": 1}, "asOf": "9999-99-99"}')
@example(name="datapackage.json", content=b'{"resources": [{"path": ["a"]}, 3], "asOf": null}')
def test_any_bytes_give_faults_not_tracebacks(name: str, content: bytes) -> None:
    with tempfile.TemporaryDirectory() as directory:
        assert_presentable(laid_out(Path(directory), name, content))


@settings(max_examples=150, deadline=None)
@given(
    data=st.data(),
    name=st.sampled_from(FILES),
    codec=st.sampled_from(["utf-8", "utf-16", "gb18030", "cp1252"]),
)
def test_any_damage_gives_faults_not_tracebacks(data: st.DataObject, name: str, codec: str) -> None:
    text = (BASE / name).read_text(encoding="utf-8")
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 20)))
    text = text[:start] + data.draw(st.text(max_size=8)) + text[end:]
    with tempfile.TemporaryDirectory() as directory:
        assert_presentable(laid_out(Path(directory), name, text.encode(codec, errors="replace")))


@given(st.binary(max_size=200))
def test_decoding_never_fails(content: bytes) -> None:
    text = decode(content)
    assert text.text is None or "\r" not in text.text
    assert text.text is not None or text.code


@given(st.lists(st.lists(PLAIN, min_size=3, max_size=3), min_size=1, max_size=6))
def test_cells_come_back_as_written(rows: list[list[str]]) -> None:
    import csv
    import io

    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows([["a", "b", "c"], *rows])
    faults: list[Fault] = []
    read = [row.cells for row in rows_of("x.csv", out.getvalue(), ",", faults)]
    assert read == [["a", "b", "c"], *rows]
    assert faults == []


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.builds(
            Source,
            id=IDS,
            title=PLAIN,
            publisher=st.none() | PLAIN,
            published=st.none() | st.dates().map(str) | st.integers(1000, 2100).map(str),
            tier=st.integers(1, 5),
            note=st.none() | PLAIN,
        ),
        min_size=1,
        max_size=5,
        unique_by=lambda source: source.id,
    )
)
def test_records_come_back_as_written(sources: list[Source]) -> None:
    with tempfile.TemporaryDirectory() as directory:
        write_table(Path(directory) / "sources.csv", Source, sources)
        assert read_claims(Path(directory)).of(Source) == tuple(sorted(sources, key=lambda source: source.id))


def test_every_kind_of_record_comes_back_as_written(tmp_path: Path) -> None:
    claims = read_claims(BASE)
    for path in BASE.glob("*.csv"):
        kind: type[Record] = type(next(rows[0] for name, rows in claims.records.items() if _file(name) == path.name))
        write_table(tmp_path / path.name, kind, reversed(claims.of(kind)))
        assert (tmp_path / path.name).read_bytes() == table_text(kind, claims.of(kind)).encode()
    again = read_claims(tmp_path)
    for name in RECORDS:
        assert again.records[name] == tuple(sorted(claims.records[name], key=lambda record: record.id))


def _file(name: str) -> str:
    from definer.data.tables import STEMS

    return f"{STEMS[name]}.csv"
