from __future__ import annotations

import pytest

from definer.data.encoding import decode

CHINESE = "id,name_zh\ncatl,宁德时代新能源科技股份有限公司\nbyd,比亚迪股份有限公司,后来\n"
WESTERN = "id,name_en\nciti,Citroën S.A.\ntele,Telefónica, España\nsie,Büro für Größen\n"


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16LE"),
        ("utf-16-be", "UTF-16BE"),
        ("utf-32", "UTF-32"),
        ("gbk", "GB18030 (GBK)"),
        ("gb18030", "GB18030 (GBK)"),
    ],
)
def test_encodings_of_chinese_text_are_named_and_read(codec: str, name: str) -> None:
    found = decode(CHINESE.encode(codec))
    assert (found.code, found.name, found.text) == ("encoding", name, CHINESE)


@pytest.mark.parametrize("codec", ["latin-1", "cp1252"])
def test_western_text_is_not_taken_for_chinese(codec: str) -> None:
    found = decode(WESTERN.encode(codec))
    assert (found.code, found.name, found.text) == ("encoding", "Windows-1252 (Latin-1)", WESTERN)


@pytest.mark.parametrize("text", [CHINESE, WESTERN, "", "id\n", "\ufeffid\n"])
def test_utf8_is_no_fault(text: str) -> None:
    found = decode(text.encode())
    assert (found.code, found.text) == ("", text.removeprefix("\ufeff"))


def test_a_damaged_byte_is_found_on_its_line() -> None:
    content = CHINESE.encode().replace("股".encode(), b"\xe8\x82", 1)
    found = decode(content.replace(b"\n", b"\r\n"))
    assert (found.code, found.line, found.byte) == ("bad_utf8", 2, "0xE8")
    assert decode(content.replace(b"\n", b"\r")).line == 2


def test_truncated_utf16_is_still_named() -> None:
    assert decode(CHINESE.encode("utf-16")[:-1])[:2] == (None, "encoding")


@pytest.mark.parametrize("content", [b"PK\x03\x04rest", b"\xd0\xcf\x11\xe0rest", b"PK\x03\x04\x00\x00"])
def test_workbooks_are_named(content: bytes) -> None:
    assert decode(content)[:2] == (None, "workbook")


def test_other_binary_content_is_no_text() -> None:
    found = decode(b"id,name\na,b\nc,\x00d\n")
    assert (found.text, found.code, found.line) == (None, "not_csv", 3)
