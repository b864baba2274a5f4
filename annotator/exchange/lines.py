"""Records as JSON Lines."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.json import Encoder

_ENCODER = Encoder()

_BREAKS = tuple(
    (mark.encode(), f"\\u{ord(mark):04x}".encode()) for mark in ("\x85", "\u2028", "\u2029")
)
"""What some readers of text take for the end of a line. JSON can say it in escapes instead."""


def lines(records: Sequence[Struct]) -> bytes:
    """Return a line in UTF-8 for each record, with nothing but line feeds that could end one."""
    encoded = _ENCODER.encode_lines(records)
    for raw, escaped in _BREAKS:
        if raw[-1] in encoded and raw in encoded:  # Looking for one byte is ten times as fast.
            encoded = encoded.replace(raw, escaped)
    return encoded
