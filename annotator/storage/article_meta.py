"""What is known of an article beside its text: in a file beside it, ARTICLE.meta.json."""

import os
from typing import TYPE_CHECKING

from annotator.storage.regular_file import NO_LINKS, read_regular

if TYPE_CHECKING:
    from annotator.text.meta import Meta

SUFFIX = ".meta.json"
_LIMIT = 1 << 20
"""Bytes: such a file has fewer."""


def load_origin(path: str) -> tuple[str, str]:
    """Return the title of the article at `path`, and where it is from: outlet, date, author, URL.

    Each is "" if nothing is known; quick where there is no such file.
    """
    if not os.path.lexists(path + SUFFIX):
        return "", ""
    meta = load_meta(path)
    return meta.title, ", ".join(filter(None, (meta.outlet, meta.date, meta.author, meta.url)))


def load_meta(path: str) -> "Meta":
    """Return what is known of the article at `path`. Never raises: a bad file tells nothing."""
    import msgspec

    from annotator.text.meta import UNKNOWN, Meta

    try:
        raw, _ = read_regular(path + SUFFIX, _LIMIT, NO_LINKS)
        return msgspec.json.decode(raw, type=Meta)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return UNKNOWN


def encode_meta(meta: "Meta") -> bytes:
    """Return the content of the file."""
    import msgspec

    return msgspec.json.format(msgspec.json.encode(meta), indent=2) + b"\n"
