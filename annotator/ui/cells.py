"""Cells: how wide text is on a terminal, and where rows break. Offsets are into the text given."""

import re
from functools import lru_cache

_WIDE = re.compile(
    "[^ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u1e00-\u1fff"
    "\u2010-\u2027\u202f-\u203b\u203d-\u2048\u2050-\u205f\u20a0-\u20bf"
    "\u2190-\u2193\u2400-\u2426\u2500-\u2580]"
)
"""What may be other than one cell wide. All else is one code point, one grapheme, one cell."""

_CLOSING = frozenset("、。，．・：；？！）」』】〕》〉”’…ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ")
"""What must not begin a row in a script without blanks."""

_OPENING = frozenset("（「『【〔《〈“‘")
"""What must not end one."""


def narrow(text: str) -> bool:
    """Say whether each code point is one grapheme and one cell."""
    return text.isascii() or _WIDE.search(text) is None


def width(text: str) -> int:
    """Return the cells that `text` takes."""
    if narrow(text):
        return len(text)
    return sum(_cluster_width(cluster) for cluster in _clusters(text))


def clipped(text: str, cells: int) -> str:
    """Return as much of the start of `text` as fits into `cells`; `…` ends it if it was cut."""
    if width(text) <= cells:
        return text
    if cells < 1:
        return ""
    kept, used = [], 1
    for cluster in _clusters(text):
        used += _cluster_width(cluster)
        if used > cells:
            break
        kept.append(cluster)
    return "".join(kept) + "…"


def ending(text: str, cells: int) -> str:
    """Return as much of the end of `text` as fits into `cells`; `…` begins it if it was cut."""
    if width(text) <= cells:
        return text
    kept: list[str] = []
    used = 1
    for cluster in reversed(_clusters(text)):
        used += _cluster_width(cluster)
        if used > cells:
            break
        kept.append(cluster)
    return "…" + "".join(reversed(kept)) if cells > 0 else ""


def breaks(text: str, cells: int) -> tuple[int, ...]:
    """Return where the rows of a paragraph start, when a row holds `cells`; the first is 0.

    Rows break after blanks, which hang at the row's end; a word that is longer than a row is cut.
    In scripts without blanks they break between any two wide characters, but not before a closing
    nor after an opening mark.
    """
    return _narrow_breaks(text, cells) if narrow(text) else _wide_breaks(text, cells)


def offset_at(text: str, cell: int) -> int:
    """Return the offset of the grapheme that covers `cell` of a row that shows `text`."""
    if narrow(text):
        return min(cell, len(text))
    offset = used = 0
    for cluster in _clusters(text):
        used += _cluster_width(cluster)
        if used > cell:
            break
        offset += len(cluster)
    return offset


def _narrow_breaks(text: str, cells: int) -> tuple[int, ...]:
    starts, start, length = [0], 0, len(text)
    while length - start > cells:
        cut = text.rfind(" ", start, start + cells + 1) + 1
        start = cut if cut > start else start + cells
        while start < length and text[start] == " ":
            start += 1
        if start < length:
            starts.append(start)
    return tuple(starts)


def _wide_breaks(text: str, cells: int) -> tuple[int, ...]:
    starts, start, used = [0], 0, 0
    allowed, used_there = 0, 0
    offset, before = 0, ""
    for cluster in _clusters(text):
        wide = _cluster_width(cluster)
        if _breakable(before, cluster):
            allowed, used_there = offset, used
        while used + wide > cells and cluster != " " and offset > start:
            if allowed <= start:
                allowed, used_there = offset, used
            start, used = allowed, used - used_there
            used_there = 0
            starts.append(start)
        used += wide
        offset += len(cluster)
        before = cluster
    return tuple(starts)


def _breakable(before: str, cluster: str) -> bool:
    if before == " ":
        return cluster != " "
    if not before or cluster[0] in _CLOSING or before[-1] in _OPENING:
        return False
    wide = 2
    return wide in (_cluster_width(cluster), _cluster_width(before)) and cluster != " "


def _clusters(text: str) -> list[str]:
    if narrow(text):
        return list(text)
    from annotator.text.word import graphemes

    starts = graphemes(text)
    ends = (*starts[1:], len(text))
    return [text[start:end] for start, end in zip(starts, ends, strict=True)]


@lru_cache(maxsize=8192)
def _cluster_width(cluster: str) -> int:
    if narrow(cluster):
        return len(cluster)
    from rich.cells import cell_len

    return cell_len(cluster)
