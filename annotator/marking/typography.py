"""Typography evened out, for comparing: the words stay, and each offset leads back.

Curly quotation marks become straight ones, dashes a hyphen, blanks and line ends one space, `…`
three dots; what has no width is gone, and letters are small.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from annotator.text.span import Span

_ALIKE = {
    **dict.fromkeys("“”„‟«»″〝〞「」『』", '"'),
    **dict.fromkeys("‘’‚‛‹›′`´", "'"),
    **dict.fromkeys("‐‑‒–—―−﹘﹣－", "-"),
    **dict.fromkeys("\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000", " "),
    **{chr(blank): " " for blank in range(0x2000, 0x200B)},
}
_TABLE = str.maketrans(_ALIKE)
_UNEQUAL = re.compile("  +|…|[\xad\u200b\u2060\ufeff]+")
"""What takes another number of code points when it is evened out."""


class Even(NamedTuple):
    """A text evened out. `evened[i]` and `original[i]` are where its `i`-th piece starts in both.

    A piece is either as long in both, or one that became another length.
    """

    text: str
    evened: Sequence[int]
    original: Sequence[int]

    def place(self, span: Span) -> Span:
        """Return the span of the original text that a span of the evened one came from."""
        return Span(self._start(span.start), self._end(span.end))

    def _start(self, offset: int) -> int:
        piece = self._piece(offset)
        into = offset - self.evened[piece]
        return self.original[piece] + (into if self._equal(piece) else 0)

    def _end(self, offset: int) -> int:
        piece = self._piece(max(0, offset - 1))
        if self._equal(piece):
            return self.original[piece] + offset - self.evened[piece]
        return self.original[piece + 1]

    def _piece(self, offset: int) -> int:
        return min(bisect_right(self.evened, offset), len(self.evened) - 1) - 1

    def _equal(self, piece: int) -> bool:
        evened, original = self.evened, self.original
        return evened[piece + 1] - evened[piece] == original[piece + 1] - original[piece]


def even(text: str) -> Even:
    """Return the text with its typography evened out."""
    alike = _small(text).translate(_TABLE)
    parts: list[str] = []
    evened, original = [0], [0]
    length = end = 0
    for found in _UNEQUAL.finditer(alike):
        instead = " " if found[0][0] == " " else "..." if found[0][0] == "…" else ""
        parts += (alike[end : found.start()], instead)
        length += found.start() - end
        evened += (length, length + len(instead))
        original += found.span()
        length += len(instead)
        end = found.end()
    parts.append(alike[end:])
    evened.append(length + len(alike) - end)
    original.append(len(alike))
    return Even("".join(parts), evened, original)


def _small(text: str) -> str:
    """Return the text in small letters, but for those that would become longer."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)
