"""Bytes to text: UTF-8, or the name of what it is instead."""

from __future__ import annotations

import codecs
from typing import NamedTuple

__all__ = ["Decoded", "decode"]

_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_HEAD = 8


class Decoded(NamedTuple):
    """Text of a file, and what is wrong with its bytes.

    `code` is empty for UTF-8 (with or without a byte-order mark). Where the encoding is another one but
    known, `text` is decoded from it, so that the rest of the file can be checked at once; where the file is
    no text, it is None.
    """

    text: str | None
    code: str = ""
    line: int = 1
    name: str = ""
    byte: str = ""


def decode(data: bytes) -> Decoded:
    """Text of a file, lines ending in a line feed.

    Parameters
    ----------
    data : bytes
        Content of the file.

    Returns
    -------
    Decoded
        With code ``encoding`` (another encoding, named), ``bad_utf8`` (UTF-8 with bytes that are not) or
        ``not_csv`` (no text) or ``workbook``, else none.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _other(data, name, name.lower())
    if data[:4] in (b"PK\x03\x04", b"\xd0\xcf\x11\xe0"):
        return Decoded(None, "workbook")
    if b"\x00" in data:
        return _with_nul(data)
    try:
        return Decoded(_lines(data.decode("utf-8-sig")))
    except UnicodeDecodeError as error:
        return _not_utf8(data, error)


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _other(data: bytes, name: str, codec: str) -> Decoded:
    try:
        return Decoded(_lines(data.decode(codec)), "encoding", name=name)
    except UnicodeDecodeError:
        return Decoded(None, "encoding", name=name)


def _with_nul(data: bytes) -> Decoded:
    # A table begins with the name of a column, which is ASCII: in UTF-16 every second byte of it is 0.
    first, second = data[:_HEAD:2], data[1:_HEAD:2]
    if not any(second) and _printable(first):
        return _other(data, "UTF-16LE", "utf-16-le")
    if not any(first) and _printable(second):
        return _other(data, "UTF-16BE", "utf-16-be")
    return Decoded(None, "not_csv", line=_line_at(data, data.index(0)))


def _printable(letters: bytes) -> bool:
    return len(letters) > 1 and all(0x20 <= letter < 0x7F for letter in letters)


def _not_utf8(data: bytes, error: UnicodeDecodeError) -> Decoded:
    lenient = data.decode("utf-8-sig", errors="replace")
    bad = lenient.count("\ufffd")
    good = sum(1 for letter in lenient if letter > "\x7f") - bad
    if good > 3 * bad:  # mostly sound: one damaged place, not another encoding
        return Decoded(_lines(lenient), "bad_utf8", _line_at(data, error.start), byte=f"0x{data[error.start]:02X}")
    if _is_gbk(data):
        return _other(data, "GB18030 (GBK)", "gb18030")
    return Decoded(_lines(data.decode("cp1252", errors="replace")), "encoding", name="Windows-1252 (Latin-1)")


def _is_gbk(data: bytes) -> bool:
    # In Chinese text nearly every character is of the GB 2312 part, where both bytes are above 0xA0. Western
    # text has single high bytes between ASCII letters, which GBK may decode too, but to rare characters.
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return False
    letters = [letter for letter in text if letter > "\x7f"]
    common = sum(1 for letter in letters if _in_gb2312(letter))
    return common > 0.7 * len(letters)


def _in_gb2312(letter: str) -> bool:
    try:
        letter.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def _line_at(data: bytes, position: int) -> int:
    before = data[:position].replace(b"\r\n", b"\n")
    return before.count(b"\n") + before.count(b"\r") + 1
