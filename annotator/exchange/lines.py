"""Records as JSON Lines."""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct
from msgspec.json import Encoder

_ENCODER = Encoder()

_BREAKS = tuple(
    (mark.encode(), f"\\u{ord(mark):04x}".encode()) for mark in ("\x85", "\u2028", "\u2029")
)
"""What some readers of text take for the end of a line. JSON can say it in escapes instead."""


def lines(records: Sequence[Struct]) -> bytes:
    """Return a line in UTF-8 for each record, with nothing but line feeds that could end one."""
    return _escaped(_ENCODER.encode_lines(records))


def line(told: Mapping[str, Any] | Sequence[Any]) -> bytes:
    """Return one line in UTF-8 for plain values, its line feed included."""
    return _escaped(_ENCODER.encode(told)) + b"\n"


def _escaped(encoded: bytes) -> bytes:
    for raw, escaped in _BREAKS:
        if raw[-1] in encoded and raw in encoded:  # Looking for one byte is ten times as fast.
            encoded = encoded.replace(raw, escaped)
    return encoded
