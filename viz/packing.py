"""Data of a page as it stands in its file: compressed, and written in letters that no markup ends."""

from __future__ import annotations

import base64
import gzip
import json

__all__ = ["Compressed", "compressed", "in_letters"]

_LEVEL = 7


class Compressed(bytes):
    """Data that has been compressed."""


def compressed(value: object) -> Compressed:
    """Compress plain values as JSON, or bytes as they are, unless it has been done; same input, same bytes."""
    if isinstance(value, Compressed):
        return value
    if isinstance(value, bytes):
        raw = value
    else:
        raw = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode("utf-8")
    # No clock in the header.
    return Compressed(gzip.compress(raw, _LEVEL, mtime=0))


def in_letters(data: bytes) -> str:
    """Write bytes in base64."""
    return base64.b64encode(data).decode("ascii")
