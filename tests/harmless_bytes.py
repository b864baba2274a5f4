"""What the program may send to a terminal: text without controls, and a list of sequences."""

import re
from codecs import getincrementaldecoder

from window import SEQUENCE

ALLOWED = re.compile(
    "\x1b(?:"
    r"\[[0-9;]*m"  # colours
    r"|\[[0-9;]*H"  # a place on the screen
    r"|\[\?(?:1049|25|7|2004|2026|2048|1000|1002|1003|1004|1006|1015|1016)[hl]"  # modes
    r"|\[\?(?:2026|2048)\$p"  # asks whether the terminal knows these two
    r"|\[(?:>[0-9]+|<)u"  # keyboard protocol, on and off
    "|\\]22;[a-z]+\x07"  # the shape of the mouse pointer
    ")"
)
UNFINISHED = re.compile("\x1b(?:\\[[0-?]*[ -/]*|\\][^\x07\x1b]*|[PX^_][^\x1b]*)?\\Z")
"""A sequence at the end that lacks its end."""
CUT = re.compile(
    rb"(?:\x1b(?:\[[0-?]*[ -/]*)?"
    rb"|[\xc2-\xdf]|[\xe0-\xef][\x80-\xbf]?|[\xf0-\xf4][\x80-\xbf]{0,2})"
    rb"(?=\x1b\[\?1049l)"
)
"""What a signal cut before the screen was given back; the Escape that follows cancels it."""
FORBIDDEN = re.compile(
    "[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\xad]"
)


def whole_sequences(output: bytes) -> bytes:
    """Return what a program sent, without a sequence or character that a signal cut."""
    text = getincrementaldecoder("utf-8")().decode(CUT.sub(b"", output))
    return UNFINISHED.sub("", text).encode()


def check_bytes(output: bytes) -> None:
    """Fail if the program sent anything that is neither text nor on the list."""
    text = output.decode()  # UTF-8, or the test fails here
    sequences = {found[0] for found in SEQUENCE.finditer(text)}
    assert not {sequence for sequence in sequences if not ALLOWED.fullmatch(sequence)}
    assert not set(FORBIDDEN.findall(SEQUENCE.sub("", text)))
