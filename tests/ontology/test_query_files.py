"""Headers of query files."""

from __future__ import annotations

from pathlib import Path

import pytest

from definer.ontology.query_files import query_files

HEADER = """# # Odd ties · 奇怪的关系
#
# **Problem:** A tie is odd,
# quite odd.
#
# **Solution:** Make it even.
#
# **问题：** 关系奇怪。
#
# **办法：** 改好它。

SELECT ?entity ?property ?value WHERE { ?entity ?property ?value }
"""


def test_reads_the_header_in_both_languages(tmp_path: Path) -> None:
    (tmp_path / "odd_ties.rq").write_text(HEADER, encoding="utf-8")
    (query,) = query_files(tmp_path)
    assert query.name == "odd_ties"
    assert query.title == ("Odd ties", "奇怪的关系")
    assert query.problem == ("A tie is odd, quite odd.", "关系奇怪。")
    assert query.solution == ("Make it even.", "改好它。")
    assert query.text == HEADER


@pytest.mark.parametrize("line", ["# # Odd", "# **Problem:**", "# **Solution:**", "# **问题：**", "# **办法：**"])
def test_a_missing_part_is_an_error_that_names_the_file(tmp_path: Path, line: str) -> None:
    kept = [text for text in HEADER.splitlines() if not text.startswith(line)]
    (tmp_path / "odd_ties.rq").write_text("\n".join(kept), encoding="utf-8")
    with pytest.raises(ValueError, match=r"odd_ties\.rq"):
        query_files(tmp_path)


def test_files_come_by_name(tmp_path: Path) -> None:
    for name in ("b", "a"):
        (tmp_path / f"{name}.rq").write_text(HEADER, encoding="utf-8")
    assert [query.name for query in query_files(tmp_path)] == ["a", "b"]
